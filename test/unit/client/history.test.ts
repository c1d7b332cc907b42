import assert from 'node:assert/strict';
import { Secret } from '../../../src/base/secret.ts';
import type { Exchange } from '../../../src/client/exchange.ts';
import { KEPT_BODY, type KeptDraft, entryToKeep } from '../../../src/client/history.ts';
import { readEntry, readSummary, summaryOf, writeEntry, writeSummary } from '../../../src/client/historyRecord.ts';
import { builtInServices } from '../../../src/services/registry.ts';

const definitions = builtInServices().list();
const known = { keys: [], definitions };

const exchange: Exchange = {
  id: 'e1',
  connection: 'c1',
  service: 'phare',
  operation: 'GET /uptime/monitors',
  scope: { by: 'header', header: 'X-Phare-Project-Id', project: '1002', projectName: 'quiet-harbor' },
  request: {
    method: 'GET',
    url: 'https://api.example.test/uptime/monitors?page=1',
    headers: { accept: 'application/json' },
  },
  response: { status: 200, headers: { date: 'now' }, bodyText: '{"data":[]}', sizeBytes: 11, truncated: false },
  startedAt: '2026-11-21T08:10:33.123Z',
  durationMs: 12,
  hops: [],
  callsSpent: 1,
  notes: [],
};
const draft: KeptDraft = {
  method: 'GET',
  path: '/uptime/monitors/{monitorId}',
  pathValues: { monitorId: '42' },
  query: [{ name: 'page', value: '1' }],
  headers: [{ name: 'accept', value: 'application/json' }],
  body: '',
};
const base = { connection: 'c1', connectionTitle: 'Phare · staging', project: { id: '1002', name: 'quiet-harbor' } };
const keep = (changes: Partial<KeptDraft>, made: Partial<Exchange> = {}, keys: readonly Secret[] = []) =>
  entryToKeep({ ...base, draft: { ...draft, ...changes }, exchange: { ...exchange, ...made } }, { keys, definitions });

describe('what the history keeps of a request', () => {
  it('has no bodies where each of very many keys would have to be masked everywhere', () => {
    const bodyText = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => `pha_org_practice_${index}`));
    const response = { status: 200, headers: {}, bodyText, sizeBytes: bodyText.length, truncated: false };
    const kept = keep({ body: '{"a":1}' }, { response });
    assert.equal(kept.exchange.response?.bodyText, '');
    assert.equal(kept.exchange.response.truncated, true);
    assert.equal(kept.draft.body, '');
    assert.equal(kept.draft.path, draft.path);
    assert.match(kept.omitted.join(), /too many secrets/u);
  });

  it('has no bodies where one has a key without end in it', () => {
    const bodyText = 'pylf_v1_'.repeat(125_000);
    const response = { status: 200, headers: {}, bodyText, sizeBytes: bodyText.length, truncated: false };
    assert.equal(keep({}, { response }).exchange.response?.bodyText, '');
  });

  it('is made at once of texts in which a key could begin anywhere', () => {
    // What took each of a million places as a beginning would not end within the time of a test.
    for (const unit of [' ', '\n', 'bearer ', 'eyJ-', 'eyJaaaaaaaaa.', 'pha_', '\\"', 'a=b&']) {
      const bodyText = unit.repeat(1_000_000 / unit.length);
      const response = { status: 200, headers: {}, bodyText, sizeBytes: bodyText.length, truncated: false };
      const [first] = keep({}, { response }).omitted;
      assert.ok(unit === 'pha_' ? first : first === undefined, `${unit}: ${first}`);
    }
  });

  it('is all of it where no secret is in it', () => {
    assert.deepEqual(entryToKeep({ ...base, draft, exchange }, known), { ...base, draft, exchange, omitted: [] });
  });

  const KEY = 'pha_org_practice_planted_0001';
  const places: readonly (readonly [string, Partial<KeptDraft>])[] = [
    ['the path', { path: `/uptime/${KEY}/x` }],
    ['a query in the path', { path: `/uptime?q=${KEY}` }],
    ['a value of the path', { pathValues: { monitorId: KEY } }],
    ['the name of a path value', { pathValues: { [KEY]: '1' } }],
    ['a query value', { query: [{ name: 'search', value: `is ${KEY}.` }] }],
    ['a query name', { query: [{ name: KEY, value: '' }] }],
    ['a header', { headers: [{ name: 'X-Anything', value: KEY }] }],
    ['the Authorization header', { headers: [{ name: 'Authorization', value: `Bearer ${KEY}` }] }],
    ['the name of a header', { headers: [{ name: `Authorization: ${KEY}`, value: '' }] }],
    ['a JSON body', { body: JSON.stringify({ note: [`the key is ${KEY}`] }) }],
    ['a name in a JSON body', { body: JSON.stringify({ [KEY]: 1 }) }],
    ['a text body', { body: `say ${KEY}, please` }],
    ['the method', { method: KEY }],
  ];
  for (const [place, changes] of places) {
    it(`holds no key of a service that was typed into ${place}`, () => {
      const kept = JSON.stringify(keep(changes));
      assert.ok(!kept.includes('planted'), kept);
      assert.match(kept, /…0001|…01\/x|…001\./u, 'the mask is not where the key was');
    });
  }

  it('holds no key that the answer gives back, nor a stored one of whatever form', () => {
    const stored = 'no-known-form-but-stored';
    const url = `https://api.example.test/x?key=${encodeURIComponent(stored)}`;
    const response = {
      status: 200,
      headers: { 'x-echo': KEY },
      bodyText: `${KEY} ${btoa(`:${stored}`)}`,
      sizeBytes: 1,
      truncated: false,
    };
    const made = {
      request: { ...exchange.request, url },
      response,
      notes: [stored],
      hops: [{ url: `${url}&a=b`, status: 302 }],
    };
    const kept = JSON.stringify(keep({ body: stored }, made, [new Secret(stored)]));
    assert.ok(!kept.includes('planted'), kept);
    assert.ok(!kept.includes('no-known-form') && !kept.includes(btoa(`:${stored}`).slice(4, 20)), kept);
  });

  const secrets: readonly (readonly [string, Partial<KeptDraft>])[] = [
    ['a query parameter', { query: [{ name: 'access_token', value: 'hunter2' }] }],
    ['a query in the path', { path: '/login?user=me&password=hunter2' }],
    ['a header', { headers: [{ name: 'X-Secret', value: 'hunter2' }] }],
    ['a JSON field', { body: '{"user": "me",\n "password" : "hunter2"}' }],
    ['a JSON list below a field', { body: '{"credentials":[{"value":"hunter2"}]}' }],
    ['a JSON field behind a mistake', { body: '{"user": , "password": "hunter2"}' }],
    ['a form', { body: 'user=me&client_secret=hunter2' }],
    ['a form with a line break at its end', { body: 'user=me&client_secret=hunter2\n' }],
    ['a form with a line for each field', { body: 'user=me\n&client_secret=hunter2\r\n&b=1' }],
    ['a path value', { pathValues: { token: 'hunter2' } }],
  ];
  for (const [place, changes] of secrets) {
    it(`masks a short secret that only the name of ${place} tells`, () => {
      const kept = JSON.stringify(keep(changes));
      assert.ok(!kept.includes('hunter2'), kept);
    });
  }

  it('is quick about a long form', () => {
    const body = `${'a=1&'.repeat(200_000)}\n`;
    assert.equal(keep({ body }).draft.body, body);
  });

  it('masks a typed secret in the address and in the answer too', () => {
    const secret = 'correct horse battery';
    const url = `https://api.example.test/x?password=${encodeURIComponent(secret).replaceAll('%20', '+')}`;
    const response = { status: 200, headers: {}, bodyText: `You sent ${secret}`, sizeBytes: 1, truncated: false };
    const kept = keep(
      { query: [{ name: 'password', value: secret }] },
      { request: { ...exchange.request, url }, response },
    );
    assert.equal(kept.exchange.response?.bodyText, 'You sent …tery');
    assert.equal(kept.exchange.request.url, 'https://api.example.test/x?password=…tery');
  });

  it('leaves what only looks a little like a secret, and the rest of a body to the letter', () => {
    const body = '{ "page_token": "abc", "monkey": "fine",\n  "id": 12345678901234567890, "secret": "s" }';
    const kept = keep({ body, query: [{ name: 'next_token', value: 'abc' }] });
    assert.equal(kept.draft.body, body.replace('"s"', '"…"'));
    assert.deepEqual(kept.draft.query, [{ name: 'next_token', value: 'abc' }]);
  });

  it('is the first megabyte of an answer, and no request body that would have to be cut', () => {
    const bodyText = 'x'.repeat(KEPT_BODY + 5);
    const response = { status: 200, headers: {}, bodyText, sizeBytes: bodyText.length, truncated: false };
    const kept = keep({ body: bodyText }, { response });
    assert.equal(kept.exchange.response?.bodyText.length, KEPT_BODY);
    assert.equal(kept.exchange.response.truncated, true);
    assert.equal(kept.exchange.response.sizeBytes, bodyText.length);
    assert.equal(kept.draft.body, '');
    assert.equal(kept.omitted.length, 2);
  });

  it('has no bytes of a body that is no text, and no offer to copy what is shown once', () => {
    const response = {
      status: 200,
      headers: {},
      bodyText: '',
      binary: new Uint8Array(9),
      sizeBytes: 9,
      truncated: false,
    };
    const kept = keep({}, { response, onceSecrets: [{ field: 'token', ending: '4f2a' }] });
    assert.equal(kept.exchange.response?.binary, undefined);
    assert.equal(kept.exchange.onceSecrets, undefined);
    assert.equal(kept.omitted.length, 1);
  });

  it('names the file in which a body goes on', () => {
    const file = { uri: 'file:///made-up/body.json', sizeBytes: 2_000_000, complete: true };
    const response = { status: 200, headers: {}, bodyText: '{', sizeBytes: 2_000_000, truncated: true, file };
    const kept = keep({}, { response });
    assert.deepEqual(readEntry(writeEntry(kept))?.exchange.response, response);
    assert.deepEqual(kept.omitted, []);
  });

  it('has no beginning of a stored key where the body was cut', () => {
    const stored = 'abcdefghijklmnopqrstuvwxyz';
    const bodyText = `${'.'.repeat(KEPT_BODY - 12)}${stored}`;
    const response = { status: 200, headers: {}, bodyText, sizeBytes: bodyText.length, truncated: false };
    const kept = keep({}, { response }, [new Secret(stored)]);
    assert.ok(kept.exchange.response?.bodyText.endsWith('.…'), kept.exchange.response?.bodyText.slice(-20));
  });

  it('leaves out a request body that is nested too deeply to be looked through', () => {
    const body = '['.repeat(200_000);
    assert.doesNotThrow(() => keep({ body }));
    assert.equal(keep({ body }).draft.body, '');
  });
});

describe('an entry of the history', () => {
  it('is read as it was written, also with fields that exchanges learn later', () => {
    const entry = keep({}, { learntLater: { body: 3 } } as unknown as Partial<Exchange>);
    assert.deepEqual(readEntry(writeEntry(entry)), entry);
    const summary = summaryOf(entry);
    assert.deepEqual(readSummary(writeSummary(summary)), summary);
    assert.equal(summary.path, '/uptime/monitors/42');
    assert.equal(summary.status, 200);
    assert.equal(summary.succeeded, true);
  });

  it('is none when its text is broken in any place', () => {
    const entry = writeEntry(keep({}));
    const summary = writeSummary(summaryOf(keep({})));
    for (const broken of ['', '{}', 'null', '[]', '"x"', entry.slice(0, 100), summary.slice(0, -1), '{"format":2}']) {
      assert.equal(readEntry(broken), undefined);
      assert.equal(readSummary(broken), undefined);
    }
    assert.equal(readEntry(entry.replace('"hops":[]', '"hops":[7]')), undefined);
    assert.equal(readSummary(summary.replace('2026-11-21', 'yesterday')), undefined);
  });
});
