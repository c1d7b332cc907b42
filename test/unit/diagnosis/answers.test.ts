import assert from 'node:assert/strict';
import { openDesk } from '../../support/desk.ts';
import {
  type Answer,
  type PlantedCase,
  cases,
  firstProject,
  plantAnswer,
  testPlanted,
  testProbed,
} from '../../support/plantedFault.ts';
import { startPracticePhare } from '../../support/practice.ts';
import { type LoopbackServer, bytes, freePort, json, redirect, startServer } from '../../support/server.ts';

const page = (title: string, text = title) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><p>${text}</p></body></html>`;
const html = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  body,
  headers: { 'content-type': 'text/html', ...headers },
});
const said = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers,
  body: { message },
});
const create = { method: 'POST', path: '/uptime/monitors', project: firstProject };
const entry = { path: '/uptime/monitors/999999', project: firstProject };
/** A page of a web site that has a link to its sign-in and scripts of a content network, as most have. */
const site = `<!doctype html><html><head><title>Phare: uptime monitoring</title>
<script src="https://cdnjs.cloudflare.com/a.js">var firewall;</script></head>
<body><a href="/login">Log in</a>${'<p>Monitor your web sites from everywhere.</p>'.repeat(20)}</body></html>`;

const limited = cases({ cause: 'rate-limited' }, [
  {
    name: '429 with Retry-After',
    answer: said(429, 'Too Many Attempts.', { 'retry-after': '30' }),
    certainty: 'proved',
  },
  { name: '429 without Retry-After', answer: said(429, 'Too Many Attempts.'), certainty: 'proved' },
  { name: '429 with a date', answer: { status: 429, headers: { 'retry-after': 'Fri, 31 Dec 2027 23:59:59 GMT' } } },
  { name: '429 as a page', answer: html(429, '<h1>429 Too Many Requests</h1>') },
  { name: '429 without project', answer: { status: 429 }, draft: { project: null } },
  { name: '403 "Too many requests"', answer: said(403, 'Too many requests') },
  { name: '403 "Too many requests" without project', answer: said(403, 'Too many requests'), draft: { project: null } },
  { name: '400 "Rate limit exceeded"', answer: said(400, 'Rate limit exceeded for this organization') },
  { name: '503 "rate limited"', answer: said(503, 'You are being rate limited.') },
  { name: '403 "Quota exceeded"', answer: said(403, 'Quota exceeded') },
]);

const absent = cases({ cause: 'not-found' }, [
  { name: 'one entry', draft: entry },
  { name: 'one entry, the project listed', draft: entry, before: (desk) => desk.projects.all(desk.connection.id) },
  { name: 'one entry, the project seen', draft: entry, before: (desk) => desk.send({ project: firstProject }) },
  { name: 'one project', draft: { path: '/projects/999999' } },
  { name: 'an undocumented path', draft: { path: '/uptime/monitor', project: firstProject } },
  { name: 'an undocumented path below /projects', draft: { path: '/projects/1/2/3' } },
  { name: '410', draft: entry, answer: { status: 410 } },
  { name: '404 in French', draft: entry, answer: said(404, 'Introuvable') },
  { name: 'one entry of a project key', key: 'project', draft: { path: '/uptime/monitors/999999' } },
]);

const rejected = cases({ cause: 'invalid-request' }, [
  { name: '422 with fields', draft: { ...create, body: '{}' }, certainty: 'proved' },
  { name: '422 with fields, in a query', draft: { project: firstProject, query: { per_page: '9999' } } },
  { name: '422 without fields', draft: create, answer: said(422, 'The name has already been taken.') },
  { name: '400 "not valid JSON"', draft: { ...create, body: '{' }, certainty: 'likely' },
  {
    name: '400 "not valid JSON" without project',
    draft: { ...create, project: null },
    answer: said(400, 'The request body is not valid JSON.'),
  },
  { name: '409', draft: create, answer: said(409, 'The alert rule is in use.') },
  { name: '409 without project', draft: { ...create, project: null }, answer: said(409, 'The alert rule is in use.') },
  { name: '405', draft: { ...create, method: 'PATCH', body: '{}' } },
  { name: '413', draft: create, answer: { status: 413 } },
  { name: '415', draft: create, answer: said(415, 'Unsupported Media Type') },
  { name: 'an unfilled path, not sent', draft: { path: '/uptime/monitors/{monitorId}' }, certainty: 'proved' },
]);

const down = cases({ cause: 'service-down' }, [
  { name: '500', answer: said(500, 'Server Error') },
  { name: '500 without project', answer: { status: 500 }, draft: { project: null } },
  { name: '502 as a page of its gateway', answer: html(502, page('502 Bad Gateway', 'cloudflare')) },
  { name: '503 in maintenance', answer: html(503, page('We will be back soon')) },
  { name: '504', answer: { status: 504, body: 'upstream request timeout' } },
]);

const elsewhere: readonly PlantedCase[] = [
  { name: '200 as a page', answer: html(200, page('It works!')), cause: 'wrong-address' },
  { name: '404 as a page', answer: html(404, page('404 Not Found')), cause: 'wrong-address' },
  {
    name: '404 as a page, undocumented path',
    answer: html(404, page('404')),
    draft: { path: '/x' },
    cause: 'wrong-address',
  },
  { name: '401 as a page', answer: html(401, page('401')), cause: 'wrong-address' },
  { name: '200 as a web site with a sign-in link', answer: html(200, site), cause: 'wrong-address' },
  { name: '404 as a web site with a sign-in link', answer: html(404, site), cause: 'wrong-address' },
  {
    name: '404 to the list of projects',
    answer: said(404, 'no Route matched'),
    draft: { path: '/projects' },
    cause: 'wrong-address',
  },
  { name: '200 in another shape', answer: { status: 200, body: { status: 'ok' } }, cause: 'wrong-address' },
  {
    name: '200 in another shape to the key check',
    answer: { status: 200, body: [] },
    draft: { path: '/projects' },
    cause: 'wrong-address',
  },
  { name: '200 as text', answer: { status: 200, body: 'It works!' }, cause: 'wrong-address' },
  { name: '200 empty where a list belongs', answer: { status: 200 }, cause: 'wrong-address' },
  {
    name: '308 of a change, not followed',
    answer: { status: 308, headers: { location: '/v2/uptime/monitors' } },
    draft: create,
    cause: 'wrong-address',
  },
  {
    name: '403 of Cloudflare',
    answer: html(403, page('Attention Required! | Cloudflare', 'Sorry, you have been blocked'), {
      server: 'cloudflare',
    }),
    cause: 'blocked-before-service',
  },
  { name: '403 of a bot check', answer: html(403, page('Just a moment...')), cause: 'blocked-before-service' },
  { name: '503 of a bot check', answer: html(503, page('Just a moment...')), cause: 'blocked-before-service' },
  {
    name: '403 marked as a challenge',
    answer: { status: 403, headers: { 'cf-mitigated': 'challenge' } },
    cause: 'blocked-before-service',
  },
  {
    name: '403 as text with a code',
    answer: { status: 403, body: 'error code: 1020' },
    cause: 'blocked-before-service',
  },
  {
    name: '403 of a web filter',
    answer: html(403, page('Blocked', 'This site was blocked by your web filter')),
    cause: 'blocked-before-service',
  },
  {
    name: '200 as a sign-in page',
    answer: html(200, page('Sign in to your account')),
    cause: 'blocked-before-service',
  },
  {
    name: '200 as a page that asks for a password',
    answer: html(200, `<html><body><form><input type="password" name="p"></form></body></html>`),
    cause: 'blocked-before-service',
  },
  { name: '511', answer: { status: 511 }, cause: 'blocked-before-service' },
  {
    name: '401 of a gateway with another scheme',
    answer: { status: 401, headers: { 'www-authenticate': 'Basic realm="staging"' }, body: 'Unauthorized' },
    cause: 'blocked-before-service',
  },
  {
    name: '302 of a change to a sign-in',
    answer: { status: 302, headers: { location: 'https://sso.example/login' } },
    draft: create,
    cause: 'blocked-before-service',
  },
  { name: '407 of a proxy', answer: { status: 407 }, cause: 'proxy-refused', certainty: 'proved' },
  { name: 'a status without meaning', answer: said(418, 'I am a teapot'), cause: 'unknown' },
  {
    name: '403 without a word',
    answer: { status: 403 },
    before: (desk) => desk.send({ project: firstProject }),
    cause: 'unknown',
  },
  { name: '402', answer: said(402, 'Your subscription has expired.'), cause: 'unknown' },
];

describe('Diagnosis of answers', () => {
  testPlanted([...limited, ...absent, ...rejected, ...down, ...elsewhere]);
  testProbed([...limited, ...absent, ...rejected, ...down, ...elsewhere]);

  const answers: readonly (readonly [string, ReturnType<typeof json>])[] = [
    ['401', json({ message: 'Unauthorized' }, 401)],
    ['429', json({ message: 'Too Many Attempts.' }, 429)],
    ['404', json({ message: 'Not found' }, 404)],
    ['500', json({}, 500)],
    ['200 as a page', bytes('<html></html>', { 'content-type': 'text/html' })],
    ['200 in another shape', json({})],
  ];
  for (const [name, answer] of answers) {
    it(`redirect-dropped-key: ${name} of another host`, async () => {
      await using other = await startServer(answer);
      const [first] = await causesAfterRedirect(other);
      assert.deepEqual(first, 'redirect-dropped-key');
      assert.equal(other.requests[0]?.header('authorization'), undefined);
    });
  }

  it('redirect-dropped-key: back from another host, without the key', async () => {
    await using other = await startServer();
    await using own = await startServer((response, request) => {
      if (request.url.startsWith('/uptime')) redirect(`${other.baseUrl}/away`)(response, request);
      else json({ message: 'Unauthorized' }, 401)(response, request);
    });
    other.answer(redirect(`${own.baseUrl}/back`));
    const desk = await openDesk(own.baseUrl, { key: 'pha_org_practice_owner_0000000000000001' });
    const found = desk.diagnose(await desk.send({ project: firstProject }));
    assert.deepEqual(found[0]?.cause, 'redirect-dropped-key');
  });

  it('network: each kind by what happened on the wire', async () => {
    const phare = await startPracticePhare();
    try {
      const desk = await openDesk(phare.service.baseUrl, { key: 'pha_org_practice_owner_0000000000000001' });
      phare.control.plant({ times: 1, action: { kind: 'cut-off', body: '{"data":[' } });
      const cutOff = desk.diagnose(await desk.send());
      phare.control.plant({ times: 1, action: { kind: 'reset' } });
      const reset = desk.diagnose(await desk.send());
      phare.control.plant({ times: 1, action: { kind: 'never' } });
      const hasty = await openDesk(phare.service.baseUrl, { key: 'pha_org_practice_owner_0001', timeoutMs: 20 });
      const timeout = hasty.diagnose(await hasty.send());
      const gone = await openDesk(`http://127.0.0.1:${await freePort()}`, { key: 'pha_org_practice_owner_0001' });
      const refused = gone.diagnose(await gone.send());
      for (const found of [cutOff, reset, timeout, refused]) {
        assert.deepEqual([found.length, found[0]?.cause, found[0]?.certainty], [1, 'network', 'proved']);
      }
      assert.equal(new Set([cutOff, timeout, refused].map(([only]) => only?.title)).size, 3);
    } finally {
      await phare.stop();
    }
  });

  it('a cancelled request has no diagnosis', async () => {
    const phare = await startPracticePhare();
    try {
      const desk = await openDesk(phare.service.baseUrl, { key: 'pha_org_practice_owner_0000000000000001' });
      const exchange = await desk.send({}, { signal: AbortSignal.abort() });
      assert.equal(exchange.failure?.kind, 'aborted');
      assert.deepEqual(desk.diagnose(exchange), []);
    } finally {
      await phare.stop();
    }
  });

  it('the wait that a 429 asks for is told with the second that the service rounds off', async () => {
    const phare = await startPracticePhare();
    try {
      const desk = await openDesk(phare.service.baseUrl, { key: 'pha_org_practice_owner_0000000000000001' });
      plantAnswer(phare, said(429, 'Too Many Attempts.', { 'retry-after': '30' }));
      const [found] = desk.diagnose(await desk.send());
      assert.match(found?.explanation ?? '', /in about 31 s/u);
      assert.deepEqual(found?.actions[0]?.title, 'Wait 31 s and send again');
    } finally {
      await phare.stop();
    }
  });

  it('a date to wait for is one of the clock of the service, however wrong the one here is', async () => {
    const phare = await startPracticePhare();
    try {
      const desk = await openDesk(phare.service.baseUrl, { key: 'pha_org_practice_owner_0000000000000001' });
      const theirs = { date: 'Sun, 06 Jun 2027 12:00:00 GMT', 'retry-after': 'Sun, 06 Jun 2027 12:00:30 GMT' };
      plantAnswer(phare, said(429, 'Too Many Attempts.', theirs));
      const [found] = desk.diagnose(await desk.send());
      assert.match(found?.explanation ?? '', /in about 31 s/u);
    } finally {
      await phare.stop();
    }
  });
});

async function causesAfterRedirect(other: LoopbackServer): Promise<readonly string[]> {
  await using own = await startServer(redirect(`${other.baseUrl}/uptime/monitors`));
  const desk = await openDesk(own.baseUrl, { key: 'pha_org_practice_owner_0000000000000001' });
  return desk.diagnose(await desk.send({ project: firstProject })).map(({ cause }) => cause);
}
