import assert from 'node:assert/strict';
import { entries, field, type Spoken, type SpokenServices, startServices } from '../../support/practiceServices.ts';

const PROJECT = '00000002-0101-4000-8000-000000000001';
const IN_PROJECT = `/api/v1/projects/${PROJECT}`;

describe('the practice Logfire: writes', () => {
  let running: SpokenServices;
  let us: Spoken;
  before(async () => {
    running = await startServices({ services: ['logfire'], now: () => Date.UTC(2026, 9, 2) });
    const [service] = running.services;
    assert.ok(service);
    us = service;
  });
  beforeEach(() => us.control.reset());
  after(() => running.stop());

  const send = (method: string, path: string, body?: unknown, key = 'owner') =>
    us.send(method, path, { headers: { authorization: `Bearer ${us.key(key)}` }, body });
  const get = (path: string) => send('GET', path);
  const id = (value: unknown) => String(field(value, 'id'));

  it('makes, changes and deletes a project, with all that is in it', async () => {
    const made = await send('POST', '/api/v1/projects/', { project_name: 'brand-new' });
    assert.equal(made.status, 201);
    assert.equal(field(made.value, 'updated_at'), undefined);
    const one = `/api/v1/projects/${id(made.value)}/`;
    const changed = await send('PUT', one, { description: 'Words' });
    assert.deepEqual([changed.status, field(changed.value, 'description')], [200, 'Words']);
    assert.equal((await send('DELETE', one)).status, 204);
    assert.equal((await get(one)).status, 404);
    assert.equal((await send('POST', '/api/v1/projects/', { project_name: 'payments' })).status, 409);
  });

  it('checks bodies the way its framework does', async () => {
    const wrong = await send('POST', '/api/v1/projects/', { project_name: 'Not Allowed', visibility: 'secret' });
    assert.equal(wrong.status, 422);
    assert.deepEqual(
      entries(wrong.value, 'detail').map(({ loc, type }) => [loc, type]),
      [
        [['body', 'project_name'], 'string_pattern_mismatch'],
        [['body', 'visibility'], 'enum'],
      ],
    );
    const empty = await send('POST', '/api/v1/projects/');
    assert.deepEqual(entries(empty.value, 'detail'), [
      { loc: ['body', 'project_name'], msg: 'Field required', type: 'missing' },
    ]);
    const broken = await send('POST', '/api/v1/projects/', '{');
    assert.equal(entries(broken.value, 'detail')[0]?.['type'], 'json_invalid');
    assert.equal((await send('POST', '/api/v1/projects/', '[]')).status, 422);
  });

  it('lets a reading key write nothing', async () => {
    const refused = await send('POST', '/api/v1/projects/', { project_name: 'brand-new' }, 'readOnly');
    assert.equal(refused.status, 403);
    assert.match(refused.text, /organization:create_project/);
  });

  it('makes an alert, and shows its last run only when it is read', async () => {
    const body = {
      name: 'New',
      description: '',
      query: 'SELECT 1',
      time_window: 'PT5M',
      frequency: 'PT1M',
      watermark: 'PT0S',
      notify_when: 'has_matches',
      channel_ids: ['00000006-0101-4000-8000-000000000001'],
    };
    const made = await send('POST', `${IN_PROJECT}/alerts/`, body);
    assert.equal(made.status, 201);
    assert.ok(!('last_run' in (made.value as object)));
    assert.equal(entries(made.value, 'channels').length, 1);
    const read = await get(`${IN_PROJECT}/alerts/${id(made.value)}/`);
    assert.equal(field(read.value, 'last_run'), null);
    const off = await send('PUT', `${IN_PROJECT}/alerts/${id(made.value)}/`, { active: false });
    assert.equal(field(off.value, 'active'), false);
    const bad = await send('POST', `${IN_PROJECT}/alerts/`, { ...body, time_window: '5 minutes' });
    assert.deepEqual(entries(bad.value, 'detail')[0]?.['loc'], ['body', 'time_window']);
  });

  for (const kind of ['write', 'read']) {
    it(`tells a ${kind} token once, and its prefix ever after`, async () => {
      const list = `${IN_PROJECT}/${kind}-tokens/`;
      const made = await send('POST', list, {});
      assert.equal(made.status, 201);
      const token = String(field(made.value, 'token'));
      assert.match(token, /^pylf_v1_us_practice/);
      const listed = await get(list);
      assert.ok(!listed.text.includes(token));
      const entry = entries(listed.value).at(-1);
      assert.ok(token.startsWith(String(entry?.['token_prefix'])));
      const rotated = await send('POST', `${list}${id(made.value)}/rotate/`);
      assert.deepEqual([rotated.status, field(rotated.value, 'token') === token], [201, false]);
      assert.equal((await send('PATCH', `${list}${id(rotated.value)}/expire/`)).status, 204);
      const active = entries((await get(list)).value).map((row) => row['active']);
      assert.deepEqual(active, [true, false, false, false]);
      assert.equal(
        (await send('DELETE', `${list}${String(entries((await get(list)).value)[0]?.['id'])}/`)).status,
        204,
      );
    });
  }

  it('tells an organization’s new key once', async () => {
    const body = { name: 'New', scopes: ['project:read'], project_id: PROJECT };
    const made = await send('POST', '/api/v1/api-keys/', body);
    assert.equal(made.status, 201);
    const key = field(made.value, 'api_key');
    assert.deepEqual([field(key, 'project_name'), field(key, 'all_projects')], ['checkout-api', false]);
    assert.match(String(field(made.value, 'token')), /^pylf_v1_us_practiceapikey/);
    assert.ok(!(await get('/api/v1/api-keys/')).text.includes(String(field(made.value, 'token'))));
    const renamed = await send('PATCH', `/api/v1/api-keys/${id(key)}/`, { name: 'Newer' });
    assert.equal(field(renamed.value, 'name'), 'Newer');
    assert.equal((await send('DELETE', `/api/v1/api-keys/${id(key)}/`)).status, 204);
    assert.equal((await send('POST', '/api/v1/api-keys/', { name: 'New', scopes: ['everything'] })).status, 422);
    const nowhere = { ...body, project_id: PROJECT.replace(/0001$/, 'ffff') };
    assert.equal((await send('POST', '/api/v1/api-keys/', nowhere)).status, 404);
  });

  it('masks the address of a channel', async () => {
    const config = { type: 'webhook', format: 'auto', url: 'https://hooks.example/secret-part' };
    const made = await send('POST', '/api/v1/channels/', { label: 'New', config });
    assert.equal(made.status, 201);
    assert.ok(!made.text.includes('secret-part'));
    const off = await send('PUT', `/api/v1/channels/${id(made.value)}/`, { active: false });
    assert.deepEqual([field(off.value, 'active'), field(off.value, 'label')], [false, 'New']);
    const lacking = await send('POST', '/api/v1/channels/', { label: 'New', config: { type: 'opsgenie' } });
    assert.deepEqual(entries(lacking.value, 'detail')[0]?.['loc'], ['body', 'config', 'auth_key']);
  });

  it('keeps dashboards by id and slug, and notices a change made meanwhile', async () => {
    const list = `${IN_PROJECT}/dashboards/`;
    const definition = { kind: 'Dashboard', metadata: { name: 'new', project: 'checkout-api' }, spec: {} };
    const made = await send('POST', list, { name: 'New', slug: 'new', definition });
    assert.equal(made.status, 200);
    assert.equal((await send('POST', list, { name: 'New', slug: 'new', definition })).status, 409);
    assert.deepEqual((await get(`${list}new/`)).value, { dashboard: definition });
    const changed = await send('PUT', `${list}${id(made.value)}/`, { name: 'Newer', version: 1 });
    assert.deepEqual([changed.status, field(changed.value, 'version')], [200, 2]);
    assert.equal((await send('PUT', `${list}new/`, { name: 'Newest', version: 1 })).status, 409);
    assert.equal((await send('DELETE', `${list}new/`)).status, 204);
  });

  it('changes and removes members with 204', async () => {
    const [, , third] = entries((await get('/api/v1/members/')).value);
    const one = `/api/v1/members/${String(third?.['id'])}/`;
    assert.equal((await send('PATCH', one, { role: 'admin' })).status, 204);
    assert.equal(entries((await get('/api/v1/members/')).value)[2]?.['role'], 'admin');
    assert.equal((await send('PATCH', one, { role: 'king' })).status, 422);
    assert.equal((await send('DELETE', one)).status, 204);
    assert.equal(entries((await get('/api/v1/members/')).value).length, 6);
  });

  it('keeps variables by name, in an object rather than an array', async () => {
    const body = { name: 'limit', description: null, json_schema: null, rollout: { labels: {} }, overrides: [] };
    const made = await send('POST', `${IN_PROJECT}/variables/`, body);
    assert.equal(made.status, 201);
    const all = field((await get(`${IN_PROJECT}/variables/`)).value, 'variables');
    assert.deepEqual(Object.keys(all as object), ['max_retries', 'limit']);
    const changed = await send('PUT', `${IN_PROJECT}/variables/limit/`, { description: 'Words' });
    assert.equal(field(changed.value, 'description'), 'Words');
    assert.equal((await get(`${IN_PROJECT}/variables/nothing/`)).status, 404);
  });

  it('starts over when reset', async () => {
    await send('POST', '/api/v1/projects/', { project_name: 'brand-new' });
    assert.equal(entries((await get('/api/v1/projects/')).value).length, 111);
    us.control.reset();
    assert.equal(entries((await get('/api/v1/projects/')).value).length, 110);
  });
});
