import assert from 'node:assert/strict';
import { LOGFIRE_OPERATIONS } from '../../../src/practice/logfire/service.ts';
import { entries, field, type Spoken, type SpokenServices, startServices } from '../../support/practiceServices.ts';
import { LOGFIRE_DOCUMENTED } from './logfireDocumented.ts';

const START = Date.UTC(2026, 9, 2);
/** The first project of the US organization, and a UUID that nothing has. */
const PROJECT = '00000002-0101-4000-8000-000000000001';
const NOBODY = '00000002-0101-4000-8000-00000000ffff';

/** What stands for each parameter of a path when every reading operation is tried. */
const EXAMPLES: Readonly<Record<string, string>> = {
  project_id: PROJECT,
  organization_id: '00000001-0101-4000-8000-000000000001',
  channel_id: '00000006-0101-4000-8000-000000000001',
  audit_log_id: '00000007-0101-4000-8000-000000000001',
  alert_id: '0000000a-0101-4000-8000-000000000001',
  dashboard_id: 'overview',
  slo_id: '0000000f-0101-4000-8000-000000000001',
  application_id: '00000011-0101-4000-8000-000000000001',
  name: 'max_retries',
  user_email: 'ada@practice.example',
  group_id: 'engineering',
  provider_name: 'practice',
  pagerduty_service_id: 'PABCDEF',
};
const BY_PATH: Readonly<Record<string, string>> = {
  '/api/v1/gateway/providers/{id}/': '00000008-0101-4000-8000-000000000001',
  '/api/v1/schedules/{id}/': '00000009-0101-4000-8000-000000000001',
};

describe('the practice Logfire', () => {
  let running: SpokenServices;
  let us: Spoken;
  let eu: Spoken;
  let now = START;
  before(async () => {
    running = await startServices({ services: ['logfire'], now: () => now, logfire: { callsPerMinute: 90 } });
    const [first, second] = running.services;
    assert.ok(first && second);
    [us, eu] = [first, second];
  });
  beforeEach(() => {
    now = START;
    us.control.reset();
    eu.control.reset();
  });
  after(() => running.stop());

  const bearer = (text: string) => ({ authorization: `Bearer ${text}` });
  const get = (path: string, key = 'owner', where = us) => where.send('GET', path, { headers: bearer(where.key(key)) });
  const detail = (value: unknown) => field(value, 'detail');

  it('has every documented operation under its exact path, with its scope', () => {
    const own = LOGFIRE_OPERATIONS.flatMap(({ method, path, scope }) => [
      `${method} ${path}`,
      `${method} ${path} ${scope ?? ''}`,
    ]);
    assert.deepEqual(
      LOGFIRE_DOCUMENTED.filter((line) => !own.includes(line)),
      [],
    );
  });

  for (const line of LOGFIRE_DOCUMENTED) {
    const [method = '', path = ''] = line.split(' ');
    if (method !== 'GET') continue;
    it(`answers ${line}`, async () => {
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => BY_PATH[path] ?? EXAMPLES[name] ?? 'practice');
      const query = 'start_date=2026-09-01&end_date=2026-09-03&start_time=2026-09-01&organization_id=x&scopes=y';
      const answer = await get(`${filled}?${query}`, 'admin');
      // Nobody can be signed in from here: the one page that would do it says so.
      assert.equal(answer.status, path === '/api/oauth/authorize' ? 400 : 200, answer.text);
    });
  }

  it('lists projects as a bare array, 110 of them', async () => {
    const answer = await get('/api/v1/projects/');
    const projects = entries(answer.value);
    assert.equal(projects.length, 110);
    assert.deepEqual(Object.keys(projects[0] ?? {}).sort(), [
      'created_at',
      'description',
      'id',
      'organization_name',
      'project_name',
      'updated_at',
      'visibility',
    ]);
    assert.equal(answer.headers.get('logfire-version'), 'v2026-10-01.01');
  });

  it('keeps the regions apart: a key of one is no key in the other', async () => {
    assert.equal(entries((await get('/api/v1/projects/', 'owner', eu)).value).length, 4);
    const strange = await eu.send('GET', '/api/v1/projects/', { headers: bearer(us.key('owner')) });
    assert.deepEqual([strange.status, strange.value], [401, { detail: 'Invalid token' }]);
    assert.match(eu.key('owner'), /^pylf_v2_eu_00000001-0201-4000-8000-000000000001_practice/);
    const organization = await get('/api/v1/organization/', 'owner', eu);
    assert.equal(field(organization.value, 'id'), '00000001-0201-4000-8000-000000000001');
  });

  it('redirects a path without its slash, before it looks at the key', async () => {
    const answer = await us.send('GET', '/api/v1/projects?x=1');
    assert.equal(answer.status, 307);
    assert.equal(answer.headers.get('location'), `${us.service.baseUrl}/api/v1/projects/?x=1`);
    const post = await us.send('POST', '/api/v1/projects', { body: {} });
    assert.equal(post.status, 307);
    assert.equal((await us.send('GET', '/api/v1/nothing')).status, 404);
  });

  for (const variant of ['308', '404']) {
    it(`may answer ${variant} to a path without its slash`, async () => {
      us.control.variant('missing-slash', variant);
      assert.equal((await get('/api/v1/projects')).status, Number(variant));
    });
  }

  it('names the missing scope in a 403', async () => {
    const refused = await get('/api/v1/projects/', 'noProjects');
    assert.equal(refused.status, 403);
    assert.equal(detail(refused.value), 'This token is missing the required scope: project:read.');
    assert.equal((await get('/api/v1/organization/', 'noProjects')).status, 200);
    assert.equal((await get(`/api/v1/projects/${PROJECT}/alerts/`, 'projectsOnly')).status, 403);
    assert.equal((await get(`/api/v1/projects/${PROJECT}/alerts/`, 'alertsOnly')).status, 200);
  });

  it('refuses no key, a wrong one and an expired one with 401', async () => {
    assert.equal((await us.send('GET', '/api/v1/projects/')).status, 401);
    assert.equal((await us.send('GET', '/api/v1/projects/', { headers: bearer('pylf_v1_us_wrong') })).status, 401);
    assert.equal(detail((await get('/api/v1/projects/', 'expired')).value), 'Invalid token');
    us.control.variant('expired-key', 'says-so');
    assert.equal(detail((await get('/api/v1/projects/', 'expired')).value), 'Token has expired');
    us.control.variant('bad-key-text', 'Not authenticated');
    assert.equal(detail((await us.send('GET', '/api/v1/projects/')).value), 'Not authenticated');
  });

  it('shows a project key its own project alone', async () => {
    const listed = entries((await get('/api/v1/projects/', 'project')).value);
    assert.deepEqual(
      listed.map(({ id }) => id),
      [PROJECT],
    );
    const other = PROJECT.replace(/1$/, '2');
    assert.equal((await get(`/api/v1/projects/${PROJECT}/alerts/`, 'project')).status, 200);
    assert.equal((await get(`/api/v1/projects/${other}/alerts/`, 'project')).status, 404);
    us.control.variant('project-key-other-project', '403');
    assert.equal((await get(`/api/v1/projects/${other}/alerts/`, 'project')).status, 403);
    us.control.variant('project-key-lists-projects', '403');
    assert.equal((await get('/api/v1/projects/', 'project')).status, 403);
    const members = await get('/api/v1/members/', 'project');
    assert.equal(detail(members.value), 'This token is missing the required scope: organization:read_member.');
  });

  it('tells an unknown project (404) from a malformed id (422)', async () => {
    assert.equal((await get(`/api/v1/projects/${NOBODY}/alerts/`)).status, 404);
    const malformed = await get('/api/v1/projects/checkout-api/alerts/');
    assert.equal(malformed.status, 422);
    const [problem] = entries(malformed.value, 'detail');
    assert.deepEqual([problem?.['loc'], problem?.['type']], [['path', 'project_id'], 'uuid_parsing']);
    us.control.variant('unknown-project', '403');
    assert.equal((await get(`/api/v1/projects/${NOBODY}/alerts/`)).status, 403);
    const second = await get(`/api/v1/projects/${PROJECT}/alerts/`, 'secondOwner');
    assert.equal(second.status, 403);
  });

  it('wants a key that is bound to a project for datasets', async () => {
    const refused = await get('/api/v1/datasets/');
    assert.deepEqual([refused.status, detail(refused.value)], [403, 'API token must be scoped to a specific project']);
    assert.equal(entries((await get('/api/v1/datasets/', 'project')).value).length, 1);
  });

  it('limits an organization, and says how long to wait: in seconds, as a date, or not at all', async () => {
    for (let call = 0; call < 90; call += 1) assert.equal((await get('/api/v1/organization/')).status, 200);
    now += 20_500;
    const refused = await get('/api/v1/organization/', 'readOnly');
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '40']);
    assert.equal(typeof detail(refused.value), 'string');
    assert.equal((await get('/api/v1/organization/', 'secondOwner')).status, 200);
    us.control.variant('retry-after', 'date');
    const dated = (await get('/api/v1/organization/')).headers.get('retry-after') ?? '';
    assert.equal(Date.parse(dated), Math.floor((now + 40_000) / 1000) * 1000);
    us.control.variant('retry-after', 'none');
    assert.equal((await get('/api/v1/organization/')).headers.get('retry-after'), null);
    now += 40_000;
    assert.equal((await get('/api/v1/organization/')).status, 200);
  });

  it('pages gateway providers and frontend applications by cursor, each under a name of its own', async () => {
    const first = await get('/api/v1/gateway/providers/?limit=20');
    assert.equal(entries(first.value, 'providers').length, 20);
    const next = String(field(first.value, 'next_cursor'));
    const last = await get(`/api/v1/gateway/providers/?limit=20&cursor=${next}`);
    assert.deepEqual([entries(last.value, 'providers').length, field(last.value, 'next_cursor')], [5, null]);
    const applications = await get(`/api/v1/projects/${PROJECT}/frontend-applications/`);
    assert.deepEqual([entries(applications.value, 'data').length, field(applications.value, 'next_cursor')], [1, null]);
    assert.equal((await get('/api/v1/gateway/providers/?cursor=elsewhere')).status, 400);
  });

  it('pages the daily usage of all projects by limit and offset', async () => {
    const dates = 'start_date=2026-09-01&end_date=2026-09-02';
    const page = await get(`/api/v1/usage/projects/daily/?${dates}&limit=50&offset=200`);
    assert.deepEqual([field(page.value, 'total'), entries(page.value, 'usage').length], [220, 20]);
    const lacking = await get('/api/v1/usage/daily/?start_date=2026-09-01');
    assert.deepEqual(entries(lacking.value, 'detail')[0]?.['loc'], ['query', 'end_date']);
  });

  it('opens at most 90 days of audit logs', async () => {
    assert.equal((await get('/api/v1/audit-logs/?start_time=2026-01-01')).status, 400);
    assert.equal((await get('/api/v1/audit-logs/')).status, 422);
    const logins = entries((await get('/api/v1/audit-logs/?start_time=2026-08-01&action=LOGIN')).value);
    assert.ok(logins.length > 0 && logins.every(({ action }) => action === 'LOGIN'));
  });
});
