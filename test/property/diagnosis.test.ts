import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Exchange } from '../../src/client/exchange.ts';
import { type Redactor, redactor } from '../../src/client/redact.ts';
import { Secret } from '../../src/base/secret.ts';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { type Surroundings, collectFacts } from '../../src/diagnosis/facts.ts';
import type { Probe } from '../../src/diagnosis/probeResult.ts';
import { builtInServices } from '../../src/services/registry.ts';
import { sampleConnection } from '../support/samples.ts';

const services = builtInServices().list();
const paths: Readonly<Record<string, string>> = {
  phare: '/uptime/monitors',
  logfire: '/api/v1/projects/00000002-0101-4000-8000-000000000001/alerts/',
  flare: '/firework/v4/identifiers/',
  wellows: '/site-summary',
};
const words = [
  'Unauthorized',
  'Forbidden',
  'Invalid API key',
  'The key has expired',
  'Project not found',
  'A project is required',
  'The uptime:write permission is required',
  'This key is read-only',
  'Too many requests',
  'Only owners may do this',
  'プロジェクトが見つかりません',
  'Der Schlüssel ist abgelaufen',
  'in another region',
  '',
];
const statuses = fc.constantFrom(200, 204, 302, 304, 400, 401, 403, 404, 407, 409, 422, 429, 500, 503);
const body = fc.oneof(
  fc.constantFrom(...words).map((message) => JSON.stringify({ message, detail: message, error: { message } })),
  fc.constantFrom(...words).map((title) => `<html><head><title>${title}</title></head><body>${title}</body></html>`),
  fc.constantFrom(...words),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json(),
);
const headers = fc.dictionary(
  fc.constantFrom(
    'content-type',
    'server',
    'date',
    'retry-after',
    'www-authenticate',
    'location',
    'via',
    'cf-mitigated',
  ),
  fc.oneof(
    fc.constantFrom('text/html', 'application/json', 'Bearer error="invalid_token"', 'Basic realm=x', '0', '/login'),
    fc.string({ maxLength: 30 }),
  ),
);

interface Answer {
  readonly status: number;
  readonly bodyText: string;
  readonly headers: Readonly<Record<string, string>>;
}
const answers: fc.Arbitrary<Answer> = fc.record({ status: statuses, bodyText: body, headers });

function exchangeOf(service: string, { status, bodyText, headers: own }: Answer, project?: string): Exchange {
  return {
    id: 'one',
    connection: 'one',
    service,
    scope: project === undefined ? { by: 'none' } : { by: 'header', header: 'X-Phare-Project-Id', project },
    request: { method: 'GET', url: `https://api.example.test${paths[service] ?? '/'}`, headers: {} },
    response: { status, headers: own, bodyText, sizeBytes: bodyText.length, truncated: false },
    startedAt: '2026-10-04T12:00:00.000Z',
    durationMs: 1,
    hops: [],
    callsSpent: 1,
    notes: [],
  };
}

function causesOf(exchange: Exchange, surroundings: Partial<Surroundings> = {}): readonly Diagnosis[] {
  const definition = services.find(({ id }) => id === exchange.service);
  assert.ok(definition);
  const connection = sampleConnection({ service: exchange.service, baseUrl: 'https://api.example.test' });
  return diagnose(collectFacts(exchange, { definition, connection, ...surroundings }));
}

const told = (found: readonly Diagnosis[]) => found.map(({ cause, certainty }) => `${cause} ${certainty}`);
const service = fc.constantFrom(...services.map(({ id }) => id));
const project = fc.constantFrom(undefined, '1001');

describe('Diagnosis of any answer', function () {
  this.timeout(60_000);

  it('never throws, says something of every refusal, and says it in words', () => {
    fc.assert(
      fc.property(service, answers, project, (id, answer, named) => {
        const found = causesOf(exchangeOf(id, answer, named));
        assert.ok(found.length > 0 || answer.status < 400, `nothing said of ${answer.status}`);
        for (const { title, explanation, evidence } of found) {
          assert.ok(title !== '' && explanation !== '' && evidence.length > 0);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order of headers', () => {
    fc.assert(
      fc.property(service, answers, project, (id, answer, named) => {
        const turned = { ...answer, headers: Object.fromEntries(Object.entries(answer.headers).toReversed()) };
        assert.deepEqual(told(causesOf(exchangeOf(id, turned, named))), told(causesOf(exchangeOf(id, answer, named))));
      }),
    );
  });

  it('does not depend on whether a text is written in capitals', () => {
    const text = fc.constantFrom(...words.filter((word) => /^[ -~]+$/u.test(word)));
    fc.assert(
      fc.property(service, text, fc.constantFrom(400, 401, 403, 404, 422), (id, message, status) => {
        const saying = (spoken: string) =>
          causesOf(exchangeOf(id, { status, headers: {}, bodyText: JSON.stringify({ message: spoken }) }));
        assert.deepEqual(told(saying(message.toUpperCase())), told(saying(message.toLowerCase())));
      }),
    );
  });

  it('proves at most one cause, and no other one when more is known', () => {
    const probe = fc.record({
      kind: fc.constantFrom('key', 'projects', 'with-project', 'area', 'region'),
      operation: fc.constant('GET /projects'),
      status: fc.constantFrom(200, 401, 403, 404),
    });
    const probes = fc
      .uniqueArray(probe, { maxLength: 3, selector: ({ kind }) => kind })
      .map((list) =>
        list.map((one) => ({ ...one, succeeded: one.status === 200, lacks: undefined, says: new Set() }) as Probe),
      );
    fc.assert(
      fc.property(service, answers, project, probes, (id, answer, named, more) => {
        const exchange = exchangeOf(id, answer, named);
        const proved = (found: readonly Diagnosis[]) =>
          found.flatMap(({ cause, certainty }) => (certainty === 'proved' ? [cause] : []));
        const before = proved(causesOf(exchange));
        const after = proved(causesOf(exchange, { probes: more }));
        assert.ok(before.length <= 1 && after.length <= 1);
        if (before.length > 0 && after.length > 0) assert.deepEqual(after, before);
      }),
      { numRuns: 400 },
    );
  });

  it('holds no secret, wherever one is repeated', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
    const key = fc.array(fc.constantFrom(...letters), { minLength: 20, maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(service, answers, key, project, (id, answer, secret, named) => {
        const exchange = exchangeOf(id, planted(answer, secret), named);
        const masked = maskerOf(secret).everywhere(exchange);
        assert.equal(JSON.stringify(causesOf(masked)).includes(secret.slice(0, -4)), false);
      }),
    );
  });
});

function maskerOf(secret: string): Redactor {
  return redactor([new Secret(secret)]);
}

/** The same answer with a secret in its body, in its headers and in the names of both. */
function planted(answer: Answer, secret: string): Answer {
  const text = { message: `no ${secret}`, errors: { [secret]: [secret] }, code: secret, error: secret };
  return {
    ...answer,
    bodyText: answer.status % 2 === 0 ? JSON.stringify(text) : `${answer.bodyText} ${secret}`,
    headers: {
      ...answer.headers,
      server: secret,
      'retry-after': secret,
      'www-authenticate': `Bearer error="${secret}", scope="${secret}"`,
    },
  };
}
