import assert from 'node:assert/strict';
import { PHARE_VARIANTS } from '../../../src/practice/phare/variants.ts';
import { entriesOf, type PhareCall, type PracticePhare, startPracticePhare } from '../../support/practice.ts';

const MONITORS = '/uptime/monitors';

/** Variant, value, request, expected status, expected message or field of `errors`. */
const CASES: readonly (readonly [string, string, string, string, PhareCall, number, RegExp])[] = [
  ['missing-project', '401', 'GET', MONITORS, {}, 401, /^\{"message":"Unauthorized"\}$/],
  ['missing-project', '403', 'GET', MONITORS, {}, 403, /X-Phare-Project-Id or X-Phare-Project-Slug header is required/],
  ['missing-project', '422', 'GET', MONITORS, {}, 422, /"errors":\{"x-phare-project-id":\["/],
  ['missing-project', '400', 'GET', MONITORS, {}, 400, /^\{"message":"The X-Phare-Project-Id/],
  ['unknown-project', '404', 'GET', MONITORS, { projectId: 9 }, 404, /Resource not found/],
  ['unknown-project', '403', 'GET', MONITORS, { projectSlug: 'nobody' }, 403, /access to this project/],
  ['unknown-project', '401', 'GET', MONITORS, { projectId: 2001 }, 401, /Unauthorized/],
  ['unknown-project', '422', 'GET', MONITORS, { projectId: 9 }, 422, /"errors":\{"x-phare-project-id"/],
  ['malformed-project-id', 'as-unknown', 'GET', MONITORS, { projectId: 'quiet-harbor' }, 404, /Resource not found/],
  ['malformed-project-id', '422', 'GET', MONITORS, { projectId: 'quiet-harbor' }, 422, /must be an integer/],
  [
    'both-project-headers',
    'id-wins',
    'GET',
    MONITORS,
    { projectId: 1002, projectSlug: 'eu-payments' },
    200,
    /"project_id":1002/,
  ],
  [
    'both-project-headers',
    'slug-wins',
    'GET',
    MONITORS,
    { projectId: 1002, projectSlug: 'eu-payments' },
    200,
    /"project_id":1003/,
  ],
  ['both-project-headers', '422', 'GET', MONITORS, { projectId: 1002, projectSlug: 'eu-payments' }, 422, /Only one of/],
  [
    'project-key-other-project',
    '403',
    'GET',
    MONITORS,
    { key: 'project', projectId: 1002 },
    403,
    /does not have access/,
  ],
  [
    'project-key-other-project',
    'ignored',
    'GET',
    MONITORS,
    { key: 'project', projectId: 1002 },
    200,
    /"project_id":1001/,
  ],
  ['project-key-other-project', '404', 'GET', MONITORS, { key: 'project', projectId: 1002 }, 404, /Resource not found/],
  ['project-key-other-project', '401', 'GET', MONITORS, { key: 'project', projectId: 9 }, 401, /Unauthorized/],
  ['project-key-lists-projects', 'own', 'GET', '/projects', { key: 'project' }, 200, /"data":\[\{"id":1001/],
  ['project-key-lists-projects', '403', 'GET', '/projects', { key: 'project' }, 403, /platform:read permission/],
  ['project-key-lists-projects', '401', 'GET', '/projects/1001', { key: 'project' }, 401, /Unauthorized/],
  [
    'project-key-manages-projects',
    'permission',
    'POST',
    '/projects',
    { key: 'project' },
    403,
    /platform:write permission/,
  ],
  [
    'project-key-manages-projects',
    'scope',
    'POST',
    '/projects',
    { key: 'project' },
    403,
    /organization-scoped API key/,
  ],
  ['project-key-manages-projects', '401', 'DELETE', '/projects/1001', { key: 'project' }, 401, /Unauthorized/],
  ['root-needs-key', 'yes', 'GET', '/', { key: null }, 401, /Unauthorized/],
  ['root-needs-key', 'no', 'GET', '/', { key: null }, 200, /Phare API/],
  ['root-needs-key', 'no', 'GET', '/', { key: 'pha_org_nobody' }, 200, /Phare API/],
  ['root-needs-key', 'no', 'GET', '/projects', { key: null }, 401, /Unauthorized/],
  ['page-links', 'keep-query', 'GET', '/projects?per_page=5', {}, 200, /"next":"[^"]*\?per_page=5&page=2"/],
  ['page-links', 'page-only', 'GET', '/projects?per_page=5', {}, 200, /"next":"[^"]*\?page=2"/],
  ['bad-json', '400', 'POST', '/projects', { body: '{"name":' }, 400, /not valid JSON/],
  ['bad-json', '422', 'POST', '/projects', { body: '{"name":' }, 422, /"errors":\{"body"/],
];

/** Shown in the tests of the budget. */
const SHOWN_ELSEWHERE = ['too-many-body', 'rate-limit-headers'];

describe('the practice Phare: what the documents leave open', () => {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare();
  });
  beforeEach(() => phare.control.reset());
  after(() => phare.stop());

  for (const [name, value, method, path, call, status, text] of CASES) {
    it(`${name}=${value}: ${method} ${path} gets ${status} with ${JSON.stringify(call)}`, async () => {
      phare.control.variant(name, value);
      const answer = await phare.send(method, path, call);
      assert.equal(answer.status, status);
      assert.match(answer.text, text);
    });
  }

  it('is shown with every value, and the first value is what happens unless told otherwise', async () => {
    for (const [name, values] of Object.entries(PHARE_VARIANTS)) {
      if (SHOWN_ELSEWHERE.includes(name)) continue;
      for (const value of values) {
        assert.ok(
          CASES.some(([shown, other]) => shown === name && other === value),
          `${name}=${value}`,
        );
      }
      const standard = CASES.find(([shown, value]) => shown === name && value === values[0]);
      assert.ok(standard);
      assert.equal((await phare.send(standard[2], standard[3], standard[4])).status, standard[5]);
    }
  });

  it('rejects a name or a value that does not exist, and says which there are', () => {
    assert.throws(() => phare.control.variant('missing', '401'), /missing-project/);
    assert.throws(() => phare.control.variant('missing-project', '418'), /401, 403, 422, 400/);
  });

  it('does not want a project on the root and on projects, and ignores one there', async () => {
    for (const path of ['/', '/projects', '/projects/1001']) {
      assert.equal((await phare.send('GET', path)).status, 200);
      assert.equal((await phare.send('GET', path, { projectId: 'nonsense' })).status, 200);
    }
    assert.equal(entriesOf(await phare.send('GET', '/projects', { projectId: 1002 })).length, 20);
  });
});
