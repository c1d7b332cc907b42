import assert from 'node:assert/strict';
import { PHARE_OPERATIONS } from '../../../src/practice/phare/service.ts';
import { entriesOf, type PracticePhare, startPracticePhare } from '../../support/practice.ts';
import { PHARE_DOCUMENTED } from './phareDocumented.ts';

/** The fields of one entry of each list, as documented. */
const LISTS: Readonly<Record<string, string>> = {
  '/projects': 'id slug name members settings created_at updated_at',
  '/users': 'id role email created_at updated_at',
  '/apps/slack/integrations': 'id name paused created_at updated_at',
  '/alert-rules':
    'id project_id event integration_id rate_limit event_settings integration_settings created_at updated_at',
  '/uptime/monitors':
    'id project_id status paused response_time name protocol request interval timeout success_assertions ' +
    'incident_confirmations recovery_confirmations region_threshold regions last_checked_at created_at updated_at',
  '/uptime/incidents':
    'id project_id type slug impact state status title description exclude_from_downtime incident_at recovery_at ' +
    'monitors created_at updated_at',
  '/uptime/incidents/130000/updates': 'id state content published_at creator created_at updated_at',
  '/uptime/maintenance-windows':
    'id project_id state monitoring_mode title description starts_at ends_at monitors status_pages created_at updated_at',
  '/uptime/status-pages':
    'id name subdomain domain title description search_engine_indexed website_url color_scheme theme components ' +
    'timeframe show_response_times subscription_channels access_ips is_private access_password_enabled ' +
    'access_token_enabled created_at updated_at',
};

/** The fields of the operations that answer one object that is in no list. */
const OBJECTS: Readonly<Record<string, string>> = {
  '/uptime/reports':
    'downtime availability min_availability max_availability mttr mtbf highest_incident_impact report_start_at ' +
    'report_end_at monitors',
  '/uptime/monitors/110000/report':
    'id name incident_count downtime availability mttr mtbf highest_incident_impact incidents',
  '/uptime/status-pages/160000/current-status':
    'current_incident_impact availability updated_at components active_incidents',
};

describe('the practice Phare: operations', () => {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare();
  });
  beforeEach(() => phare.control.reset());
  after(() => phare.stop());

  const project = { projectId: 1001 };
  const sorted = (fields: readonly string[]) => fields.toSorted();

  it('are the 48 documented ones, with project headers where they are declared', () => {
    const built = PHARE_OPERATIONS.map(({ method, path, scoped }) => `${method} ${path}${scoped ? ' *' : ''}`);
    assert.equal(PHARE_DOCUMENTED.length, 48);
    assert.deepEqual(sorted(built), sorted(PHARE_DOCUMENTED));
  });

  for (const operation of PHARE_DOCUMENTED) {
    const [method = '', pattern = '', scoped] = operation.split(' ');
    const path = pattern.replace('{app}', 'email').replaceAll(/\{\w+\}/g, '999999999');
    it(`${method} ${pattern} wants a key, a permission${scoped ? ', a project' : ''}`, async () => {
      assert.equal((await phare.send(method, path, { key: null })).status, 401);
      if (method !== 'GET') assert.equal((await phare.send(method, path, { key: 'readOnly', ...project })).status, 403);
      phare.control.variant('missing-project', '400');
      assert.equal((await phare.send(method, path)).status === 400, scoped !== undefined);
    });
    if (pattern.includes('{') && !path.endsWith('/integrations')) {
      it(`${method} ${pattern} answers 404 for what does not exist`, async () => {
        for (const id of [path, path.replaceAll('999999999', 'abc'), path.replaceAll('999999999', '%E0%A4%A')]) {
          const answer = await phare.send(method, id, { ...project, ...(method === 'POST' ? { body: {} } : {}) });
          assert.equal(answer.status, 404, id);
          assert.deepEqual(answer.value, { message: 'Resource not found' });
        }
      });
    }
  }

  for (const [path, fields] of Object.entries(LISTS)) {
    it(`GET ${path} lists entries with the documented fields, and each can be read`, async () => {
      const list = await phare.send('GET', path, project);
      assert.equal(list.status, 200);
      assert.equal(list.headers.get('content-type'), 'application/json');
      assert.deepEqual(Object.keys(list.value), ['data', 'meta', 'links']);
      const [first] = entriesOf(list);
      assert.deepEqual(sorted(Object.keys(first ?? {})), sorted(fields.split(' ')));
      const one = await phare.send('GET', `${path}/${String(first?.['id'])}`, project);
      assert.deepEqual(one.value, first);
    });
  }

  for (const [path, fields] of Object.entries(OBJECTS)) {
    it(`GET ${path} answers one object with the documented fields`, async () => {
      const answer = await phare.send('GET', path, project);
      assert.equal(answer.status, 200);
      assert.deepEqual(sorted(Object.keys(answer.value)), sorted(fields.split(' ')));
    });
  }

  it('refuse a report over no time or no date with 422', async () => {
    for (const query of ['from=yesterday', 'from=2026-09-02&to=2026-09-01']) {
      assert.equal((await phare.send('GET', `/uptime/reports?${query}`, project)).status, 422);
    }
    const report = await phare.send('GET', '/uptime/reports?from=2026-09-01&to=2026-09-02', { projectId: 1030 });
    assert.equal(report.value['report_start_at'], '2026-09-01');
    assert.equal(report.value['availability'], 100);
  });

  it('answer 404 for an unknown path and an unknown app, 405 with Allow for another method', async () => {
    assert.equal((await phare.send('GET', '/nowhere')).status, 404);
    assert.equal((await phare.send('GET', '//projects.example/projects/x')).status, 404);
    assert.equal((await phare.send('GET', '/apps/pigeon/integrations', project)).status, 404);
    for (const method of ['PUT', 'PATCH', 'HEAD', 'OPTIONS']) {
      const answer = await phare.send(method, '/projects/1001');
      assert.equal(answer.status, 405);
      assert.equal(answer.headers.get('allow'), 'GET, POST, DELETE');
    }
  });

  it('answer the same to every start: nothing is left to chance', async () => {
    const other = await startPracticePhare();
    try {
      for (const path of Object.keys(LISTS)) {
        const [here, there] = [await phare.send('GET', path, project), await other.send('GET', path, project)];
        assert.deepEqual(entriesOf(here), entriesOf(there));
      }
    } finally {
      await other.stop();
    }
  });
});
