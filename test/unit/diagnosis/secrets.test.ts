import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { type LoopbackServer, bytes, startServer } from '../../support/server.ts';
import { cleanKey } from '../../../src/services/fingerprint.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-/+.'];
const tail = fc.array(fc.constantFrom(...letters), { minLength: 16, maxLength: 40 }).map((all) => all.join(''));
const keys = fc
  .tuple(fc.constantFrom('pha_org_', 'pha_prj_', 'pha_', 'k.'), tail)
  .map((parts) => parts.join(''))
  // What looks masked is refused as a placeholder before it is stored.
  .filter((key) => cleanKey(key).faults.length === 0);
const statuses = fc.constantFrom(200, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503);

/** The ways in which a service could repeat a key. */
const echoes: readonly ((key: string) => string)[] = [
  (key) => JSON.stringify({ message: `Invalid API key: ${key}.` }),
  (key) => JSON.stringify({ message: `Bearer ${key} has expired` }),
  (key) => JSON.stringify({ message: 'no', errors: { [key]: [key], 'X-Phare-Project-Id': [`not ${key}`] } }),
  (key) => JSON.stringify({ message: `The ${key}:write permission is required to perform this action.` }),
  (key) => JSON.stringify({ message: `see https://phare.example/keys?key=${encodeURIComponent(key)}` }),
  (key) => JSON.stringify({ message: key }).replaceAll('/', '\\/'),
  (key) => JSON.stringify(key),
  (key) => `<html><head><title>${key}</title></head><body>${key}</body></html>`,
  (key) => `${key} is not known`,
  (key) => JSON.stringify({ error: { message: btoa(`user:${key}`) } }),
];
const echo = fc.constantFrom(...echoes);

/** Whether five characters of the key that are not its last ones stand somewhere in the texts. */
function holdsKey(found: readonly Diagnosis[], key: string): boolean {
  const texts = JSON.stringify(found);
  // The part that all keys of a kind share is no secret; nor are the last four characters.
  const secret = key.replace(/^(?:pha_org_|pha_prj_|pha_|k\.)/u, '').slice(0, -4);
  return texts.includes(secret) || texts.includes(btoa(key).replace(/=+$/u, '').slice(0, -6));
}

describe('Diagnosis and secrets', () => {
  let server: LoopbackServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server[Symbol.asyncDispose]());

  const diagnosed = async (desk: Desk, project: string | null) => desk.diagnose(await desk.send({ project }));

  it('no diagnosis holds the key, however the service repeats it', async function () {
    // Many round trips, on a machine that may be busy.
    this.timeout(30_000);
    await fc.assert(
      fc.asyncProperty(keys, echo, statuses, fc.constantFrom(null, '1001'), async (key, body, status, project) => {
        const headers = {
          'content-type': status === 500 ? 'text/html' : 'application/json',
          'retry-after': key,
          server: `echo/${key}`,
          location: `https://elsewhere.example/login?key=${encodeURIComponent(key)}`,
        };
        // A redirect that may be followed would lead out of the test.
        server.answer(
          bytes(body(key), status === 302 ? { ...headers, location: 'ftp://x.example/' } : headers, status),
        );
        const desk = await openDesk(server.baseUrl, { key });
        assert.equal(holdsKey(await diagnosed(desk, project), key), false);
      }),
      { numRuns: 150 },
    );
  });

  it('no diagnosis of a pasted answer holds a key that begins as the service’s keys do', async () => {
    const desk = await openDesk(server.baseUrl, { key: 'pha_org_practice_owner_0001' });
    const words = fc.array(fc.constantFrom(...letters.slice(0, 62)), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(words, echo, statuses, (all, body, status) => {
        const key = `pha_org_${all.join('')}`;
        const found = desk.bearings.diagnosis.explain({
          service: 'phare',
          status,
          headers: { authorization: `Bearer ${key}`, server: key, 'retry-after': key },
          body: body(key),
          request: `GET /uptime/${key}?key=${key}`,
        });
        assert.equal(JSON.stringify(found).includes(key), false);
      }),
    );
  });

  it('no diagnosis holds the beginning of a key', async () => {
    const key = 'pha_org_practice_owner_0000000000000001';
    const desk = await openDesk(server.baseUrl, { key });
    server.answer(bytes(JSON.stringify({ message: `Unknown key ${key.slice(0, 30)}` }), {}, 401));
    assert.equal(JSON.stringify(await diagnosed(desk, null)).includes('practice'), false);
  });
});
