import assert from 'node:assert/strict';
import { entriesOf, type PracticePhare, startPracticePhare } from '../../support/practice.ts';

const NOW = Date.UTC(2026, 10, 2, 3, 4, 5);
const STAMP = '2026-11-02T03:04:05Z';
const project = { projectId: 1001 };

const MONITOR = {
  name: 'New',
  protocol: 'http',
  request: { method: 'GET', url: 'https://new.example/' },
  regions: ['eu-fra-cdg'],
};
const INCIDENT = { title: 'Down', exclude_from_downtime: false, impact: 'major_outage' };
const UPDATE = { state: 'identified', content: 'Found it.' };
const WINDOW = {
  title: 'Upgrade',
  monitoring_mode: 'mute',
  starts_at: '2026-12-01T10:00:00Z',
  ends_at: '2026-12-01T11:00:00Z',
};
const PAGE = {
  name: 'Status',
  subdomain: 'status',
  title: 'Status',
  description: 'How it goes.',
  search_engine_indexed: false,
  website_url: 'https://status.example',
  components: [{ componentable_type: 'uptime/monitor', componentable_id: 110000 }],
};
const RULE = { event: 'uptime.incident.created', integration_id: 100120, rate_limit: 5 };

describe('the practice Phare: writes', () => {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare({ now: () => NOW });
  });
  beforeEach(() => phare.control.reset());
  after(() => phare.stop());

  for (const [path, body, change] of [
    ['/projects', { name: 'New', members: [100001] }, { name: 'Newer' }],
    ['/alert-rules', RULE, { rate_limit: 0 }],
    ['/uptime/monitors', MONITOR, { interval: 30 }],
    ['/uptime/incidents', INCIDENT, { impact: 'unknown' }],
    ['/uptime/incidents/130000/updates', UPDATE, { content: 'Mended it.' }],
    ['/uptime/maintenance-windows', WINDOW, { title: 'Downgrade' }],
    ['/uptime/status-pages', PAGE, { timeframe: 30 }],
  ] as const) {
    it(`${path}: what is created can be read, listed, updated by POST and deleted`, async () => {
      const created = await phare.send('POST', path, { ...project, body: { ...body, undocumented: 1 } });
      assert.equal(created.status, 201, created.text);
      assert.equal(created.value['created_at'], STAMP);
      assert.equal('undocumented' in created.value, false);
      for (const [field, value] of Object.entries(body)) assert.deepEqual(created.value[field], value, field);
      const one = `${path}/${String(created.value['id'])}`;
      assert.deepEqual((await phare.send('GET', one, project)).value, created.value);
      const listed = entriesOf(await phare.send('GET', `${path}?per_page=100`, project));
      assert.ok(listed.some(({ id }) => id === created.value['id']));

      const updated = await phare.send('POST', one, { ...project, body: change });
      assert.equal(updated.status, 200, updated.text);
      assert.deepEqual(updated.value, { ...created.value, ...change });

      const deleted = await phare.send('DELETE', one, project);
      assert.equal(deleted.status, 204);
      assert.equal(deleted.text, '');
      assert.equal((await phare.send('GET', one, project)).status, 404);
    });

    it(`${path}: an empty body names every required field`, async () => {
      for (const sent of [{}, '', undefined]) {
        const refused = await phare.send('POST', path, { ...project, body: sent });
        assert.equal(refused.status, 422);
        const errors = refused.value['errors'] as Record<string, string[]>;
        assert.deepEqual(Object.keys(errors).toSorted(), Object.keys(body).toSorted());
        assert.match(String(refused.value['message']), /^The [\w ]+ field is required\. \(and \d+ more errors?\)$/);
      }
    });
  }

  for (const [path, body, field] of [
    ['/projects', { name: 'A name that is much too long', members: [100001] }, 'name'],
    ['/projects', { name: 'New', members: [100001, 5] }, 'members.1'],
    ['/projects', { name: 'New', members: [], settings: { use_incident_ai: 'yes' } }, 'settings.use_incident_ai'],
    ['/alert-rules', { ...RULE, event: 'uptime.monitor.sneezed' }, 'event'],
    ['/alert-rules', { ...RULE, integration_id: 1 }, 'integration_id'],
    ['/alert-rules', { ...RULE, rate_limit: 7 }, 'rate_limit'],
    ['/alert-rules', { ...RULE, scope: 'planet' }, 'scope'],
    ['/uptime/monitors', { ...MONITOR, protocol: 'icmp' }, 'protocol'],
    ['/uptime/monitors', { ...MONITOR, request: { method: 'DELETE', url: 'https://x.example' } }, 'request.method'],
    ['/uptime/monitors', { ...MONITOR, request: { method: 'GET', url: 'x.example' } }, 'request.url'],
    [
      '/uptime/monitors',
      { ...MONITOR, protocol: 'tcp', request: { host: 'x', port: 5432, connection: 'tls' } },
      'request.port',
    ],
    ['/uptime/monitors', { ...MONITOR, interval: 45 }, 'interval'],
    ['/uptime/monitors', { ...MONITOR, timeout: 12_000 }, 'timeout'],
    ['/uptime/monitors', { ...MONITOR, regions: [] }, 'regions'],
    ['/uptime/monitors', { ...MONITOR, regions: ['moon'] }, 'regions.0'],
    ['/uptime/monitors', { ...MONITOR, incident_confirmations: 6 }, 'incident_confirmations'],
    [
      '/uptime/monitors',
      { ...MONITOR, success_assertions: [{ type: 'status_code', operator: 'near' }] },
      'success_assertions.0.operator',
    ],
    ['/uptime/incidents', { ...INCIDENT, impact: 'operational' }, 'impact'],
    ['/uptime/incidents', { ...INCIDENT, incident_at: 'yesterday' }, 'incident_at'],
    ['/uptime/incidents', { ...INCIDENT, exclude_from_downtime: 1 }, 'exclude_from_downtime'],
    ['/uptime/incidents/130000/updates', { ...UPDATE, state: 'guessing' }, 'state'],
    ['/uptime/maintenance-windows', { ...WINDOW, ends_at: WINDOW.starts_at }, 'ends_at'],
    ['/uptime/maintenance-windows', { ...WINDOW, monitors: [1] }, 'monitors.0'],
    ['/uptime/status-pages', { ...PAGE, timeframe: 45 }, 'timeframe'],
    [
      '/uptime/status-pages',
      { ...PAGE, components: [{ componentable_type: 'uptime/group', name: 'G' }] },
      'components.0.components',
    ],
  ] as const) {
    it(`${path}: 422 names ${field} and nothing else`, async () => {
      const refused = await phare.send('POST', path, { ...project, body });
      assert.equal(refused.status, 422, refused.text);
      assert.deepEqual(Object.keys(refused.value['errors'] as object), [field]);
    });
  }

  it('refuses a body that is no object with 422, and one that is a form with 415', async () => {
    assert.equal((await phare.send('POST', '/projects', { body: '[1]' })).status, 422);
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    assert.equal(
      (await phare.send('POST', '/uptime/status-pages', { ...project, headers, body: '--x--' })).status,
      415,
    );
    assert.equal((await phare.send('POST', '/projects', { body: `"${'x'.repeat(6_000_000)}"` })).status, 413);
  });

  it('pauses and resumes a monitor, and refuses to do either twice', async () => {
    const monitor = '/uptime/monitors/110000';
    assert.equal((await phare.send('POST', `${monitor}/pause`, project)).status, 204);
    assert.equal((await phare.send('GET', monitor, project)).value['status'], 'paused');
    assert.equal((await phare.send('POST', `${monitor}/pause`, project)).status, 422);
    assert.equal((await phare.send('POST', `${monitor}/resume`, project)).status, 204);
    assert.equal((await phare.send('GET', monitor, project)).value['paused'], false);
    assert.equal((await phare.send('POST', `${monitor}/resume`, project)).status, 422);
  });

  it('recovers an incident once', async () => {
    const incident = '/uptime/incidents/130000';
    assert.equal((await phare.send('POST', `${incident}/recover`, project)).status, 204);
    const { value } = await phare.send('GET', incident, project);
    assert.deepEqual([value['status'], value['state'], value['recovery_at']], ['recovered', 'resolved', STAMP]);
    assert.equal((await phare.send('POST', `${incident}/recover`, project)).status, 422);
  });

  it('an incident update changes the state of its incident, and says which key made it', async () => {
    const made = await phare.send('POST', '/uptime/incidents/130000/updates', { key: 'project', body: UPDATE });
    assert.deepEqual(made.value['creator'], { id: 1, type: 'api_key', label: 'One project' });
    assert.equal((await phare.send('GET', '/uptime/incidents/130000', project)).value['state'], 'identified');
  });

  it('cancels a scheduled window, completes one in progress, and nothing else', async () => {
    const act = (id: number, verb: string) => phare.send('POST', `/uptime/maintenance-windows/${id}/${verb}`, project);
    assert.equal((await act(150000, 'complete')).status, 422);
    assert.equal((await act(150000, 'cancel')).status, 204);
    assert.equal((await act(150000, 'cancel')).status, 422);
    const completed = await act(150001, 'complete');
    assert.equal(completed.status, 200);
    assert.deepEqual([completed.value['state'], completed.value['ends_at']], ['completed', STAMP]);
    assert.equal((await act(150002, 'cancel')).status, 422);
  });

  it('keeps an alert rule in use with 409, and makes one for the organization', async () => {
    const kept = await phare.send('DELETE', '/alert-rules/100300', project);
    assert.equal(kept.status, 409);
    assert.deepEqual(Object.keys(kept.value), ['message']);
    const rule = await phare.send('POST', '/alert-rules', { ...project, body: { ...RULE, scope: 'organization' } });
    assert.equal(rule.value['project_id'], null);
    const one = `/alert-rules/${String(rule.value['id'])}`;
    assert.equal((await phare.send('GET', one, { projectId: 1002 })).status, 200);
    const narrowed = await phare.send('POST', one, { ...project, body: { scope: 'project' } });
    assert.equal(narrowed.value['project_id'], 1001);
    assert.equal((await phare.send('GET', one, { projectId: 1002 })).status, 404);
  });

  it('never gives a status page’s secrets back', async () => {
    const body = { ...PAGE, access_password: 'practice password', access_token: 'practice token' };
    const created = await phare.send('POST', '/uptime/status-pages', { ...project, body });
    assert.equal(created.text.includes('practice'), false);
    assert.equal(created.value['is_private'], true);
    const one = `/uptime/status-pages/${String(created.value['id'])}`;
    const opened = await phare.send('POST', one, { ...project, body: { access_password: null, access_token: null } });
    assert.equal(opened.value['is_private'], false);
  });

  it('deletes a project with all that is in it, and starts over when reset', async () => {
    assert.equal((await phare.send('DELETE', '/projects/1001')).status, 204);
    assert.equal((await phare.send('GET', '/uptime/monitors', project)).status, 404);
    phare.control.reset();
    assert.equal((await phare.send('GET', '/uptime/monitors', project)).status, 200);
  });

  it('changes one setting of a project and keeps the others', async () => {
    const before = (await phare.send('GET', '/projects/1001')).value['settings'] as object;
    const after = await phare.send('POST', '/projects/1001', { body: { settings: { use_incident_ai: false } } });
    assert.deepEqual(after.value['settings'], { ...before, use_incident_ai: false });
  });

  it('refuses to empty a required field in an update', async () => {
    const refused = await phare.send('POST', '/uptime/monitors/110000', { ...project, body: { name: '' } });
    assert.equal(refused.status, 422);
    assert.deepEqual(refused.value['errors'], { name: ['The name field is required.'] });
  });
});
