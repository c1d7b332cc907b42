import assert from 'node:assert/strict';
import type { RequestDraft } from '../../src/client/draft.ts';
import type { ScopeStamp } from '../../src/client/exchange.ts';
import type { Project } from '../../src/connections/connection.ts';
import type { KeyKind } from '../../src/services/definition.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { type LoopbackServer, json, startServer } from '../support/server.ts';

const keys = {
  phare: {
    'all-projects': 'pha_org_practice0001',
    'one-project': 'pha_prj_practice0001',
    unknown: 'a-key-without-form-1',
  },
  logfire: 'pylf_v1_us_practice0001',
  flare: 'fw_practice0000001',
  wellows: 'wellows-practice-0001',
} as const;
const seven: Project = { id: '7', slug: 'tower', name: 'Tower' };
const uuid = '11111111-0000-4000-8000-000000000001';
const other = '22222222-0000-4000-8000-000000000002';
const shop: Project = { id: uuid, name: 'Shop' };
const bank: Project = { id: '4101', name: 'Bank' };

interface Row {
  readonly service: 'phare' | 'logfire' | 'flare' | 'wellows';
  readonly kind: KeyKind;
  readonly path: string;
  readonly selected?: Project;
  readonly draft?: Partial<RequestDraft>;
  /** What the server received: the path, the scope's headers, the body of the exchange. Undefined when nothing was sent. */
  readonly received?: {
    readonly url?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly exchange?: string;
  };
  readonly scope?: ScopeStamp;
  readonly reason?: string;
  readonly note?: RegExp;
}

const monitors = { service: 'phare', path: '/uptime/monitors' } as const;
const alerts = { service: 'logfire', kind: 'unknown', path: '/api/v1/projects/{project_id}/alerts/' } as const;
const events = { service: 'flare', kind: 'all-projects', path: '/firework/v4/identifiers/' } as const;
const sites = { service: 'wellows', path: '/monitoring' } as const;
const alertsOf = (id: string) => `/api/v1/projects/${id}/alerts/`;
const phareId = (id: string) => ({ headers: { 'x-phare-project-id': id } });
const wellowsId = (id: string) => ({ headers: { 'x-project-id': id } });
const byHeader = (project: string, header: string): ScopeStamp => ({ project, by: 'header', header });
const phareStamp = byHeader('8', 'X-Phare-Project-Id');

const table: readonly Row[] = [
  // A header, by id or slug.
  { ...monitors, kind: 'all-projects', received: {}, scope: { by: 'none' } },
  {
    ...monitors,
    kind: 'all-projects',
    selected: seven,
    received: phareId('7'),
    scope: { ...phareStamp, project: '7', projectName: 'tower' },
  },
  {
    ...monitors,
    kind: 'all-projects',
    selected: seven,
    draft: { project: '8' },
    received: phareId('8'),
    scope: phareStamp,
  },
  {
    ...monitors,
    kind: 'all-projects',
    draft: { project: 'a-slug' },
    received: { headers: { 'x-phare-project-slug': 'a-slug' } },
    scope: byHeader('a-slug', 'X-Phare-Project-Slug'),
  },
  { ...monitors, kind: 'all-projects', selected: seven, draft: { project: null }, received: {}, scope: { by: 'none' } },
  {
    ...monitors,
    kind: 'all-projects',
    selected: seven,
    draft: { headers: { 'X-Phare-Project-Id': '8' } },
    received: phareId('8'),
    scope: phareStamp,
    note: /typed by hand.*Tower/u,
  },
  { ...monitors, kind: 'unknown', selected: seven, received: phareId('7') },
  { ...monitors, kind: 'one-project', selected: seven, received: {}, scope: { by: 'none' } },
  {
    ...monitors,
    kind: 'one-project',
    draft: { project: '8' },
    received: {},
    scope: { by: 'none' },
    note: /bound to one project/u,
  },
  {
    ...monitors,
    kind: 'one-project',
    draft: { headers: { 'X-Phare-Project-Id': '8' } },
    received: phareId('8'),
    scope: phareStamp,
  },
  { ...monitors, kind: 'all-projects', path: '/projects', selected: seven, received: {}, scope: { by: 'none' } },
  { ...monitors, kind: 'all-projects', path: '/projects/9', selected: seven, received: {}, scope: { by: 'none' } },
  // A header below a base path, for a key that only the service tells the kind of.
  { ...sites, kind: 'unknown', selected: seven, received: wellowsId('7') },
  {
    ...sites,
    kind: 'all-projects',
    draft: { project: '8' },
    received: wellowsId('8'),
    scope: byHeader('8', 'X-Project-ID'),
  },
  { ...sites, kind: 'all-projects', draft: { project: 'no-number' }, received: wellowsId('no-number') },
  { ...sites, kind: 'one-project', selected: seven, received: {}, scope: { by: 'none' } },
  { ...sites, kind: 'all-projects', path: '/validate', selected: seven, received: {}, scope: { by: 'none' } },
  { ...sites, kind: 'all-projects', path: '/projects', draft: { project: '8' }, received: {}, scope: { by: 'none' } },
  {
    ...sites,
    kind: 'all-projects',
    path: '/validate',
    draft: { headers: { 'X-Project-ID': '8' } },
    received: wellowsId('8'),
  },
  // A part of the path.
  { ...alerts, reason: 'project-missing' },
  { ...alerts, selected: shop, draft: { project: null }, reason: 'project-missing' },
  {
    ...alerts,
    selected: shop,
    received: { url: alertsOf(uuid) },
    scope: { project: uuid, projectName: 'Shop', by: 'path' },
  },
  {
    ...alerts,
    selected: shop,
    draft: { project: other },
    received: { url: alertsOf(other) },
    scope: { project: other, by: 'path' },
  },
  { ...alerts, kind: 'one-project', reason: 'project-missing' },
  { ...alerts, kind: 'one-project', selected: shop, received: { url: alertsOf(uuid) } },
  {
    ...alerts,
    path: alertsOf(other),
    selected: shop,
    received: { url: alertsOf(other) },
    scope: { project: other, by: 'path' },
    note: /names another project than the selected Shop; the path won/u,
  },
  {
    ...alerts,
    path: alertsOf(uuid),
    selected: shop,
    received: { url: alertsOf(uuid) },
    scope: { project: uuid, projectName: 'Shop', by: 'path' },
  },
  { ...alerts, path: alertsOf(other), received: { url: alertsOf(other) }, scope: { project: other, by: 'path' } },
  { ...alerts, path: '/api/v1/channels/', selected: shop, received: {}, scope: { by: 'none' } },
  { ...alerts, path: '/api/v1/channels/', received: {}, scope: { by: 'none' } },
  { ...alerts, draft: { project: 'a/b?c#d' }, received: { url: alertsOf('a%2Fb%3Fc%23d') } },
  { ...alerts, draft: { project: '..' }, reason: 'invalid-request' },
  { ...alerts, draft: { project: '\ud800' }, reason: 'invalid-request' },
  { ...alerts, path: '/api/v1/projects/{project_id}/alerts/{alert_id}/', selected: shop, reason: 'invalid-request' },
  // The token.
  { ...events, received: {}, scope: { by: 'token' } },
  {
    ...events,
    selected: bank,
    received: { exchange: '{"tenant_id":4101}' },
    scope: { project: '4101', projectName: 'Bank', by: 'token' },
  },
  {
    ...events,
    selected: bank,
    draft: { project: '4102' },
    received: { exchange: '{"tenant_id":4102}' },
    scope: { project: '4102', by: 'token' },
  },
  { ...events, selected: bank, draft: { project: null }, received: {}, scope: { by: 'token' } },
  { ...events, draft: { project: 'no-number' }, received: { exchange: '{"tenant_id":"no-number"}' } },
  { ...events, path: '/firework/v2/me/tenants', selected: bank, received: { exchange: '{"tenant_id":4101}' } },
];

const scopeHeaders = ['x-phare-project-id', 'x-phare-project-slug', 'x-project-id'];

describe('The scope of a request, as the server receives it', () => {
  let server: LoopbackServer;
  before(async () => {
    server = await startServer((response, request) => {
      const isExchange = request.url === '/tokens/generate';
      json(isExchange ? { token: 'practice-token-0001' } : [])(response, request);
    });
  });
  after(() => server[Symbol.asyncDispose]());

  async function open({ service, kind, selected }: Row): Promise<Desk> {
    const baseUrl = service === 'wellows' ? `${server.baseUrl}/api/v1` : server.baseUrl;
    const key = service === 'phare' ? keys.phare[kind] : keys[service];
    const desk = await openDesk(baseUrl, { service, key });
    if (desk.connection.keyKind !== kind) await desk.connections.learnKind(desk.connection.id, kind);
    if (selected) await desk.selection.select(desk.connection.id, selected);
    return desk;
  }

  for (const row of table) {
    const { service, kind, path, selected, draft = {}, received, scope, reason, note } = row;
    const named = JSON.stringify(draft) === '{}' ? '' : ` ${JSON.stringify(draft)}`;
    it(`${service}, ${kind} key, ${selected ? 'selected' : 'none selected'}, ${path}${named}`, async () => {
      const desk = await open(row);
      const seen = server.requests.length;
      const exchange = await desk.send({ path, ...draft });
      const arrived = server.requests.slice(seen);
      assert.equal(exchange.callsSpent, arrived.length);
      if (!received) {
        assert.deepEqual(arrived, []);
        assert.equal(exchange.failure?.kind, 'not-sent');
        assert.equal(exchange.failure.reason, reason);
        return;
      }
      assert.equal(exchange.failure, undefined);
      if (service === 'flare') {
        const first = arrived.shift();
        assert.equal(first?.url, '/tokens/generate');
        assert.equal(first.header('authorization'), keys.flare);
        assert.equal(first.body, received.exchange ?? '');
      }
      const [request, ...others] = arrived;
      assert.deepEqual(others, []);
      const base = service === 'wellows' ? '/api/v1' : '';
      assert.equal(request?.url, base + (received.url ?? path));
      const headers = scopeHeaders.flatMap((name) => {
        const value = request.header(name);
        return value === undefined ? [] : [[name, value]];
      });
      assert.deepEqual(Object.fromEntries(headers), received.headers ?? {});
      const authorization = {
        phare: 'Bearer ',
        logfire: 'Bearer ',
        flare: 'Bearer practice-token-',
        wellows: undefined,
      };
      assert.ok(
        service === 'wellows'
          ? request.header('x-api-key') === keys.wellows && request.header('authorization') === undefined
          : request.header('authorization')?.startsWith(authorization[service] ?? ''),
      );
      if (scope) assert.deepEqual(exchange.scope, scope);
      assert.match(exchange.notes.join(), note ?? /^(?!.*(?:typed by hand|the path won))/u);
    });
  }
});
