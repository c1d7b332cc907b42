import assert from 'node:assert/strict';
import { openDesk } from '../../support/desk.ts';

describe('Diagnosis of pasted answers', () => {
  // Nothing listens there, and nothing is sent.
  const open = () => openDesk('http://127.0.0.1:9', { key: 'pha_org_practice_owner_0001' });

  const pasted: readonly (readonly [
    string,
    { status: number; body?: string; request?: string; headers?: Record<string, string> },
    string,
  ])[] = [
    [
      'a named permission',
      {
        status: 403,
        body: '{"message":"The uptime:write permission is required to perform this action."}',
        request: 'POST /uptime/monitors',
      },
      'permission-missing',
    ],
    [
      'a named header',
      {
        status: 401,
        body: '{"message":"The X-Phare-Project-Id header is required."}',
        request: 'GET /uptime/monitors',
      },
      'project-missing',
    ],
    [
      'a 401 to the list of projects',
      { status: 401, body: '{"message":"Unauthorized"}', request: 'GET /projects' },
      'key-invalid',
    ],
    ['a whole address', { status: 401, request: 'https://api.phare.io/projects?per_page=1' }, 'key-invalid'],
    ['429', { status: 429 }, 'rate-limited'],
    ['404 without request', { status: 404 }, 'not-found'],
    ['407', { status: 407, request: 'GET /projects' }, 'proxy-refused'],
    ['500 with odd headers', { status: 500, headers: { ':status': '500', 'a b': 'c', 'x-a': 'é' } }, 'service-down'],
    [
      'a page',
      { status: 200, body: '<html><title>Sign in</title></html>', request: 'GET /projects' },
      'blocked-before-service',
    ],
  ];
  for (const [name, answer, cause] of pasted) {
    it(`is explained: ${name}`, async () => {
      const { bearings } = await open();
      const found = bearings.diagnosis.explain({ service: 'phare', ...answer });
      assert.equal(found[0]?.cause, cause);
      // What the request named is not known, and must not be told as a fact.
      assert.ok(found.every(({ evidence }) => evidence.every((line) => !line.includes('named no project'))));
    });
  }

  it('that is fine has no causes', async () => {
    const { bearings } = await open();
    const explain = (status: number, body?: string) =>
      bearings.diagnosis.explain({
        service: 'phare',
        status,
        ...(body !== undefined && { body }),
        request: 'GET /projects',
      });
    assert.deepEqual(explain(200, '{"data":[{"message":"Unauthorized"}]}'), []);
    assert.deepEqual(explain(204), []);
    assert.deepEqual(explain(304), []);
  });
});
