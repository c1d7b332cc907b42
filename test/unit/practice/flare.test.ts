import assert from 'node:assert/strict';
import { FLARE_OPERATIONS } from '../../../src/practice/flare/service.ts';
import { entries, field, type Spoken, type SpokenServices, startServices } from '../../support/practiceServices.ts';
import { FLARE_DOCUMENTED } from './flareDocumented.ts';

const NOW = Date.UTC(2026, 9, 2);

/** What stands for each parameter of a path when every reading operation is tried. */
const EXAMPLES: Readonly<Record<string, string>> = {
  identifier_id: '101000',
  asset_id: '101000',
  identifier_group_id: '103000',
  assets_group_id: '103000',
  policy_uuid: '00000030-0001-4000-8000-000000019e10',
  organization_id: '1',
  user_id: '11',
  tenant_id: '4101',
  report_id: '109000',
  source_id: 'practice-source-0',
  index: 'practice',
  source: 'chat_message',
  id: '110000',
};
const UID = 'practice/chat_message/110000';

describe('the practice Flare: what it answers', () => {
  let running: SpokenServices;
  let flare: Spoken;
  let token = '';
  before(async () => {
    const flareOptions = { basicPerSecond: 100_000, searchPerSecond: 100_000 };
    running = await startServices({ services: ['flare'], now: () => NOW, flare: flareOptions });
    const [service] = running.services;
    assert.ok(service);
    flare = service;
  });
  beforeEach(async () => {
    flare.control.reset();
    token = await tokenFor('owner', 4101);
  });
  after(() => running.stop());

  async function tokenFor(key: string, tenant: number): Promise<string> {
    const headers = { authorization: flare.key(key) };
    const answer = await flare.send('POST', '/tokens/generate', { headers, body: { tenant_id: tenant } });
    return String(field(answer.value, 'token'));
  }
  const send = (method: string, path: string, body?: unknown, bearer = token) =>
    flare.send(method, path, { headers: { authorization: `Bearer ${bearer}` }, body });
  const get = (path: string) => send('GET', path);

  it('has every documented operation, each against the right limit', () => {
    const own = FLARE_OPERATIONS.map(
      ({ method, path, search }) => `${method} ${path}${search === true ? ' search' : ''}`,
    );
    const missing = FLARE_DOCUMENTED.filter((line) => !own.includes(line));
    assert.deepEqual(missing, ['POST /tokens/generate']);
  });

  for (const line of FLARE_DOCUMENTED) {
    const [method = '', path = ''] = line.split(' ');
    // The one request in a path that is made first has a test of its own below.
    if (method !== 'GET' || path.includes('{request_info_id}')) continue;
    it(`answers ${line}`, async () => {
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name] ?? 'practice');
      const answer = await get(`${filled}?uid=${encodeURIComponent(UID)}&field=cookies`);
      assert.equal(answer.status, 200, answer.text);
    });
  }

  it('lists the tenants of the caller, one of them disabled', async () => {
    const tenants = entries((await get('/firework/v2/me/tenants')).value, 'tenants');
    assert.deepEqual(
      tenants.map(({ id, is_disabled }) => [id, is_disabled]),
      [
        [4101, false],
        [4102, false],
        [4103, true],
      ],
    );
  });

  async function sizes(path: string, body?: object): Promise<readonly number[]> {
    const found: number[] = [];
    let from: unknown;
    do {
      const query = body === undefined && typeof from === 'string' ? `?from=${from}` : '';
      const sent = body === undefined ? undefined : { ...body, ...(from === undefined ? {} : { from }) };
      const answer = await send(body === undefined ? 'GET' : 'POST', path + query, sent);
      assert.equal(answer.status, 200, answer.text);
      found.push(entries(answer.value, 'items').length);
      from = field(answer.value, 'next');
    } while (typeof from === 'string');
    return found;
  }

  it('has an empty page in the middle of a list that goes on', async () => {
    assert.deepEqual(await sizes('/firework/v4/identifiers/'), [20, 20, 0, 7]);
    assert.deepEqual(await sizes('/firework/v4/events/tenant/_search', { size: 10 }), [10, 10, 0, 10, 10, 5]);
    assert.deepEqual(await sizes('/firework/v4/matching-policies'), [25, 5]);
  });

  for (const [where, expected] of [
    ['first', [0, 20, 20, 7]],
    ['last', [20, 20, 7, 0]],
    ['none', [20, 20, 7]],
  ] as const) {
    it(`may have the empty page: ${where}`, async () => {
      flare.control.variant('empty-page', where);
      assert.deepEqual(await sizes('/firework/v4/identifiers/'), expected);
    });
  }

  it('ends a list with next null, or without next', async () => {
    assert.equal(field((await get('/firework/v4/identifiers/?size=100')).value, 'next'), null);
    flare.control.variant('last-next', 'absent');
    assert.ok(!('next' in ((await get('/firework/v4/identifiers/?size=100')).value as object)));
  });

  it('searches by the body: filters, order, at most 10', async () => {
    const path = '/firework/v4/events/tenant/_search';
    const critical = await send('POST', path, { filters: { severity: ['critical'] }, size: 3 });
    const severities = entries(critical.value, 'items').map((item) => field(item['metadata'], 'severity'));
    assert.deepEqual(severities, ['critical', 'critical', 'critical']);
    const ascending = await send('POST', path, { order: 'asc', size: 1 });
    const descending = await send('POST', path, { order: 'desc', size: 1 });
    assert.notEqual(ascending.text, descending.text);
    const tooMany = await send('POST', path, { size: 11 });
    assert.equal(tooMany.status, 422);
    assert.deepEqual(entries(tooMany.value, 'detail')[0]?.['loc'], ['body', 'size']);
    assert.equal((await send('POST', path, { from: 'elsewhere' })).status, 422);
    assert.equal((await send('POST', '/firework/v4/events/global/_search', {})).status, 422);
  });

  it('speaks of errors in three shapes', async () => {
    assert.deepEqual((await get('/firework/v4/identifiers/9')).value, {
      error: { code: 'NOT_FOUND', message: 'not found' },
    });
    assert.deepEqual((await get('/firework/v2/tenants/9')).value, { code: 'NOT_FOUND', message: 'not found' });
    flare.control.variant('v2-errors', 'nested');
    assert.equal(field(field((await get('/firework/v2/tenants/9')).value, 'error'), 'code'), 'NOT_FOUND');
    const problem = entries((await get('/firework/v4/identifiers/?size=101')).value, 'detail')[0];
    assert.deepEqual(problem?.['loc'], ['query', 'size']);
  });

  it('shows a tenant its own things only', async () => {
    const other = await tokenFor('analyst', 4102);
    assert.equal((await send('GET', '/firework/v4/identifiers/101000', undefined, other)).status, 404);
    const own = entries((await send('GET', '/firework/v4/identifiers/', undefined, other)).value, 'items');
    assert.ok(own.every(({ tenant_id: tenant }) => tenant === 4102));
  });

  it('keeps the organization to its administrators', async () => {
    const analyst = await tokenFor('analyst', 4102);
    assert.equal((await send('GET', '/firework/v2/organizations/1/members', undefined, analyst)).status, 403);
    assert.equal((await get('/firework/v2/organizations/2/members')).status, 403);
  });

  it('makes, changes, toggles and deletes an identifier', async () => {
    const body = {
      data: { type: 'domain', fqdn: 'new.example' },
      categories: [],
      emerging_categories: [],
      severities: [],
    };
    const made = await send('POST', '/firework/v4/identifiers/', body);
    assert.deepEqual([made.status, field(made.value, 'name')], [200, 'new.example']);
    const one = `/firework/v4/identifiers/${String(field(made.value, 'id'))}`;
    const changed = await send('PUT', one, { ...body, name: 'Renamed', severities: ['high'] });
    assert.deepEqual([field(changed.value, 'name'), field(changed.value, 'severities')], ['Renamed', ['high']]);
    const toggled = await send('POST', `/firework/v2/assets/${String(field(made.value, 'id'))}/toggle`, {
      is_disabled: true,
    });
    assert.equal(field(toggled.value, 'is_disabled'), true);
    assert.equal((await send('DELETE', one)).status, 202);
    assert.equal((await get(one)).status, 404);
    const wrong = await send('POST', '/firework/v4/identifiers/', { ...body, data: { type: 'planet' } });
    assert.deepEqual(entries(wrong.value, 'detail')[0]?.['loc'], ['body', 'data', 'type']);
  });

  it('marks events as remediated, and takes it back', async () => {
    const moment = async () => {
      const found = await send('POST', '/firework/v4/events/tenant/_search', { size: 1 });
      return field(entries(found.value, 'items')[0]?.['tenant_metadata'], 'remediated_at');
    };
    const act = (type: string) =>
      send('POST', '/firework/v4/events/actions', { action: { type }, targets: [{ uid: UID }] });
    assert.equal((await act('remediate')).status, 200);
    assert.equal(await moment(), '2026-10-02T00:00:00Z');
    assert.equal((await act('unremediate')).status, 200);
    assert.equal(await moment(), null);
    assert.equal((await act('celebrate')).status, 422);
  });

  it('writes notes on an event', async () => {
    const path = `/firework/v4/events/tenant/metadata?uid=${encodeURIComponent(UID)}`;
    const answer = await send('PATCH', path, { notes: 'seen', tags: ['a'] });
    assert.deepEqual(answer.value, { uid: UID, notes: 'seen', tags: ['a'], severity: null });
  });

  it('assigns a policy to identifiers, and takes it away by DELETE with a body', async () => {
    const path = `/firework/v4/matching-policies/${EXAMPLES['policy_uuid']}/assignments`;
    const count = async () => entries((await get(path)).value, 'items').length;
    assert.equal(await count(), 1);
    assert.equal((await send('POST', path, { identifier_ids: [101001, 101002] })).status, 200);
    assert.equal(await count(), 3);
    assert.equal((await send('DELETE', path, { identifier_ids: [101001] })).status, 200);
    assert.equal(await count(), 2);
    assert.equal((await get('/firework/v4/matching-policies/not-a-uuid')).status, 422);
  });

  it('writes reports, and gives a file to download', async () => {
    const made = await send('POST', '/firework/v2/reporting/reports', { title: 'New', author: 'Ada' });
    const id = String(field(field(made.value, 'report'), 'id'));
    const archived = await send('POST', `/firework/v2/reporting/reports/${id}/archive`);
    assert.equal(field(field(archived.value, 'report'), 'is_archived'), true);
    const file = await get(`/firework/v2/reporting/reports/${id}/download`);
    assert.equal(file.headers.get('content-type'), 'application/pdf');
  });

  it('takes a request for a report and tells how far it is', async () => {
    const made = await send('POST', '/firework/v4/threat_flow/reports/requests', { report_title: 'Why' });
    const id = String(field(made.value, 'request_id'));
    const state = await get(`/firework/v4/threat_flow/reports/requests/${id}`);
    assert.deepEqual(state.value, { status: 'processing', report: null });
  });

  it('watches an identifier by an alert', async () => {
    const path = '/firework/v2/assets/101000/alerts';
    const before = entries((await get(path)).value, 'alerts').length;
    const body = { type: 'email', frequency: 60, start_at: '2026-10-02T00:00:00Z', params: { type: 'email' } };
    const made = await send('POST', path, body);
    const id = String(field(field(made.value, 'alert'), 'id'));
    assert.equal(entries((await get(path)).value, 'alerts').length, before + 1);
    assert.equal((await send('DELETE', `/firework/v2/assets/101001/alerts/${id}`)).status, 404);
    assert.equal((await send('DELETE', `${path}/${id}`)).status, 200);
    assert.equal(entries((await get(path)).value, 'alerts').length, before);
  });
});
