import assert from 'node:assert/strict';
import {
  entries,
  field,
  type ServiceCall,
  type Spoken,
  type SpokenServices,
  startServices,
} from '../../support/practiceServices.ts';

describe('the practice Wellows', () => {
  let running: SpokenServices;
  let wellows: Spoken;
  before(async () => {
    running = await startServices({ services: ['wellows'], now: () => Date.UTC(2026, 9, 2) });
    const [service] = running.services;
    assert.ok(service);
    wellows = service;
  });
  beforeEach(() => wellows.control.reset());
  after(() => running.stop());

  const get = (path: string, key: string, project?: string, call: ServiceCall = {}) =>
    wellows.send('GET', path, {
      ...call,
      headers: { 'x-api-key': wellows.key(key), ...(project === undefined ? {} : { 'x-project-id': project }) },
    });
  const data = (value: unknown) => field(value, 'data');

  it('answers in the documented envelope', async () => {
    const answer = await get('/validate', 'user');
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.value, {
      success: true,
      message: 'API key is valid',
      code: 200,
      data: { valid: true, key_level: 'USER', user_id: 123, project_id: null, expiry: '2099-12-31T23:59:59Z' },
      errors: {},
      meta_data: {},
    });
  });

  it('knows a project-level key by its project', async () => {
    const answer = await get('/validate', 'project');
    assert.equal(field(data(answer.value), 'key_level'), 'PROJECT');
    assert.equal(field(data(answer.value), 'project_id'), 302);
  });

  for (const level of ['project_level', 'WORKSPACE']) {
    it(`may spell the level of a project key ${level}`, async () => {
      wellows.control.variant('project-key-level', level);
      assert.equal(field(data((await get('/validate', 'project')).value), 'key_level'), level);
      assert.equal(field(data((await get('/validate', 'user')).value), 'key_level'), 'USER');
    });
  }

  for (const key of ['expired', 'revoked']) {
    it(`tells the ${key} key the same as a wrong one`, async () => {
      const refused = await get('/validate', key);
      const wrong = await wellows.send('GET', '/validate', { headers: { 'x-api-key': 'wellows-practice-wrong' } });
      assert.equal(refused.status, 401);
      assert.equal(field(refused.value, 'message'), 'Invalid API key');
      assert.equal(refused.text, wrong.text);
    });
  }

  it('takes the key from its own header only', async () => {
    const headers = { authorization: `Bearer ${wellows.key('user')}` };
    assert.equal((await wellows.send('GET', '/validate', { headers })).status, 401);
  });

  it('lists all projects to a user, what the user reaches to a limited one, and its own to a project key', async () => {
    assert.equal(entries(data((await get('/projects', 'user')).value)).length, 12);
    assert.equal(entries(data((await get('/projects', 'limited')).value)).length, 3);
    const own = entries(data((await get('/projects', 'project')).value));
    assert.deepEqual(
      own.map(({ id, name }) => [id, name]),
      [[302, 'Harbor']],
    );
    wellows.control.variant('project-key-lists-projects', '403');
    assert.equal((await get('/projects', 'project')).status, 403);
  });

  for (const shape of ['projects', 'items']) {
    it(`may hold the projects under "${shape}"`, async () => {
      wellows.control.variant('projects-shape', shape);
      const answer = await get('/projects', 'user');
      assert.equal(entries(data(answer.value), shape).length, 12);
    });
  }

  it('may name the fields of a project otherwise', async () => {
    wellows.control.variant('project-fields', 'project_id');
    const [first] = entries(data((await get('/projects', 'user')).value));
    assert.deepEqual(
      [first?.['project_id'], first?.['project_name'], first?.['id']],
      [301, 'Luminous Tower', undefined],
    );
  });

  it('needs a project from a user key on its invented paths, and none from a project key', async () => {
    assert.equal((await get('/site-summary', 'user')).status, 400);
    const named = await get('/site-summary', 'user', '303');
    assert.equal(field(data(named.value), 'project_id'), 303);
    const own = await get('/site-summary', 'project');
    assert.equal(field(data(own.value), 'project_id'), 302);
  });

  for (const [variant, value, key, project, status] of [
    ['missing-project', '403', 'user', undefined, 403],
    ['missing-project', '422', 'user', undefined, 422],
    ['unknown-project', '404', 'user', '999', 404],
    ['unknown-project', '403', 'user', '999', 403],
    ['malformed-project-id', '422', 'user', 'tower', 422],
    ['malformed-project-id', 'as-unknown', 'user', 'tower', 404],
    ['project-key-other-project', '403', 'project', '303', 403],
    ['project-key-other-project', 'ignored', 'project', '303', 200],
    // Not a variant of its own: a project that exists and that the user has no part in.
    ['unknown-project', '404', 'limited', '305', 403],
  ] as const) {
    it(`with ${variant} ${value}, the ${key} key and project ${project ?? 'none'}: ${status}`, async () => {
      wellows.control.variant(variant, value);
      const answer = await get('/monitoring', key, project);
      assert.equal(answer.status, status);
      if (status === 403) assert.match(String(field(answer.value, 'message')), /Insufficient permissions|required/);
    });
  }

  it('checks access to a project while validating', async () => {
    assert.equal((await get('/validate', 'limited', '301')).status, 200);
    const refused = await get('/validate', 'limited', '305');
    assert.equal(refused.status, 403);
    assert.equal(field(refused.value, 'message'), 'Insufficient permissions');
    wellows.control.variant('validate-without-access', '200-invalid');
    assert.equal(field(data((await get('/validate', 'limited', '305')).value), 'valid'), false);
  });

  it('may answer 200 with success false', async () => {
    wellows.control.variant('error-status', '200');
    const answer = await wellows.send('GET', '/validate', { headers: { 'x-api-key': 'wellows-practice-wrong' } });
    assert.equal(answer.status, 200);
    assert.deepEqual([field(answer.value, 'success'), field(answer.value, 'code')], [false, 401]);
  });

  it('may refuse with a message alone, or with nothing', async () => {
    wellows.control.variant('error-body', 'message');
    assert.deepEqual((await get('/validate', 'expired')).value, { message: 'Invalid API key' });
    wellows.control.variant('error-body', 'empty');
    const answer = await get('/validate', 'expired');
    assert.deepEqual([answer.status, answer.text], [401, '']);
  });

  it('pages and writes its invented monitoring data', async () => {
    const page = await get('/monitoring?page=2&per_page=2', 'user', '301');
    assert.equal(entries(data(page.value)).length, 1);
    assert.deepEqual(field(page.value, 'meta_data'), { page: 2, per_page: 2, total: 3 });
    const headers = { 'x-api-key': wellows.key('project') };
    const made = await wellows.send('POST', '/monitoring', { headers, body: { keyword: 'new' } });
    assert.equal(field(data(made.value), 'project_id'), 302);
    assert.equal(field(data(made.value), 'checked_at'), '2026-10-02T00:00:00Z');
    assert.equal((await wellows.send('POST', '/monitoring', { headers, body: {} })).status, 422);
  });

  it('knows no other path and no other method', async () => {
    assert.equal((await get('/nothing', 'user')).status, 404);
    const headers = { 'x-api-key': wellows.key('user') };
    assert.equal((await wellows.send('DELETE', '/projects', { headers })).status, 405);
  });
});
