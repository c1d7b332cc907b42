/**
 * Five services as they are in public: what a request asks of them, what they answer when all is well, and the shape of
 * their refusals. Written from services.md, apart from the stand-ins of practice mode and from the definitions, so that
 * the measurement does not repeat their mistakes.
 */
import type { ServiceId, ServiceModel } from './faultModel.ts';
import type { Reply } from './faultServer.ts';
import type { ReceivedRequest } from './server.ts';

const ok = (body: object): Reply => ({ status: 200, body });
const pathOf = ({ url }: ReceivedRequest): string => url.split('?')[0] ?? '';
const isRead = ({ method }: ReceivedRequest): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);
const bearer = (request: ReceivedRequest): string => (request.header('authorization') ?? '').replace(/^Bearer /u, '');

const phare: ServiceModel = {
  id: 'phare',
  key: 'pha_org_practice_examiner',
  narrowKey: 'pha_prj_practice_examiner',
  regions: ['default'],
  projects: ['311', '312'],
  area: 'uptime',
  read: { method: 'GET', path: '/uptime/monitors', project: '311' },
  neighbour: { method: 'GET', path: '/uptime/status-pages', project: '311' },
  elsewhere: { method: 'GET', path: '/alert-rules', project: '311' },
  write: { method: 'POST', path: '/uptime/incidents', project: '311', body: '{"title":"Slow"}' },
  broad: { method: 'POST', path: '/projects', body: '{"name":"North","members":[4]}' },
  asked(request) {
    const path = pathOf(request);
    const isProjects = /^\/projects(?:\/|$)/u.test(path);
    const area = path.startsWith('/uptime') ? 'uptime' : 'platform';
    const kind = isRead(request) ? (path === '/projects' ? 'projects' : 'read') : 'write';
    const project = request.header('x-phare-project-id') ?? request.header('x-phare-project-slug');
    const isNarrow = bearer(request).startsWith('pha_prj_');
    return { kind, area, needsProject: !isProjects && path !== '/' && !isNarrow, project, request };
  },
  answer({ kind, request }) {
    const path = pathOf(request);
    if (kind === 'write') return { status: 201, body: { id: 88, title: 'Slow', created_at: '2026-11-02T10:00:00Z' } };
    if (path === '/') return ok({ title: 'Phare API', version: '1.0', website: 'https://phare.io' });
    const all = [
      { id: 311, slug: 'harbour-light', name: 'Harbour Light', members: [4] },
      { id: 312, slug: 'outer-reef', name: 'Outer Reef', members: [4] },
    ];
    const data =
      kind === 'projects'
        ? all.slice(0, bearer(request).startsWith('pha_prj_') ? 1 : 2)
        : [{ id: 9, name: 'Shop', status: 'online' }];
    if (/\/\d+$/u.test(path)) return ok(data[0] ?? {});
    return ok({
      data,
      meta: { current_page: 1, from: 1, to: 1, per_page: 20, path },
      links: { first: '?page=1', last: null, prev: null, next: null },
    });
  },
  refuse: (status, message, { fields, headers } = {}) => ({
    status,
    ...(headers && { headers }),
    body: {
      message,
      ...(fields && { errors: Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, [text]])) }),
    },
  }),
};

const blue = '6f1c2d3e-0000-4000-8000-0000000000b1';
const gold = '6f1c2d3e-0000-4000-8000-0000000000a2';
const logfire: ServiceModel = {
  id: 'logfire',
  key: 'pylf_v1_us_practiceexaminer',
  narrowKey: 'pylf_v1_us_practiceexaminerofone',
  regions: ['us', 'eu'],
  projects: [blue, gold],
  area: 'alert',
  read: { method: 'GET', path: '/api/v1/projects/{project_id}/alerts/', project: blue },
  neighbour: { method: 'GET', path: `/api/v1/projects/{project_id}/alerts/${gold}/`, project: blue },
  elsewhere: { method: 'GET', path: '/api/v1/projects/{project_id}/dashboards/', project: blue },
  write: { method: 'POST', path: '/api/v1/projects/{project_id}/alerts/', project: blue, body: '{"name":"Slow"}' },
  broad: { method: 'GET', path: '/api/v1/members/' },
  asked(request) {
    const path = pathOf(request);
    const [, project, area = 'project'] = /^\/api\/v1\/projects\/([^/]+)\/(?:([a-z-]+?)s?\/)?/u.exec(path) ?? [];
    const organization = /^\/api\/v1\/([a-z-]+?)s?\//u.exec(path)?.[1];
    const isList = path === '/api/v1/projects/';
    const kind = isRead(request) ? (isList ? 'projects' : 'read') : 'write';
    return {
      kind,
      area: project === undefined ? (organization ?? 'project') : area,
      needsProject: project !== undefined,
      project,
      request,
    };
  },
  answer({ kind, request }) {
    const path = pathOf(request);
    if (kind === 'write') return { status: 201, body: { id: gold, name: 'Slow', active: true } };
    const all = [
      { id: blue, project_name: 'blue', organization_name: 'examiner', visibility: 'private' },
      { id: gold, project_name: 'gold', organization_name: 'examiner', visibility: 'private' },
    ];
    if (kind === 'projects') return ok(all.slice(0, bearer(request).endsWith('ofone') ? 1 : 2));
    if (/\/[0-9a-f-]{36}\/$/u.test(path)) return ok({ id: gold, project_id: blue, name: 'Slow queries', active: true });
    return ok([{ id: gold, project_id: blue, name: 'Slow queries', active: true, has_errors: false }]);
  },
  refuse: (status, text, { fields, headers } = {}) => ({
    status,
    ...(headers && { headers }),
    body: {
      detail: fields
        ? Object.entries(fields).map(([name, msg]) => ({ loc: ['body', name], msg, type: 'value_error' }))
        : text,
    },
  }),
};

const SESSION = /^practice-session-(\w+)-/u;
const flare: ServiceModel = {
  id: 'flare',
  key: 'fw_practice_examiner',
  exchangePath: '/tokens/generate',
  regions: ['us', 'eu'],
  projects: ['5201', '5202'],
  area: 'identifiers',
  read: { method: 'GET', path: '/firework/v4/identifiers/', project: '5201' },
  neighbour: { method: 'GET', path: '/firework/v4/identifiers/71', project: '5201' },
  elsewhere: { method: 'GET', path: '/firework/v4/matching-policies', project: '5201' },
  write: { method: 'POST', path: '/firework/v4/identifiers/', project: '5201', body: '{"name":"examiner.example"}' },
  broad: { method: 'GET', path: '/firework/v2/organizations/31/members', project: '5201' },
  asked(request) {
    const path = pathOf(request);
    if (path === '/tokens/generate') {
      const project = /"tenant_id":\s*"?(\w+)/u.exec(request.body)?.[1];
      return { kind: 'exchange', area: 'tokens', needsProject: false, project, request };
    }
    const tenant = SESSION.exec(bearer(request))?.[1];
    const project = tenant === 'default' ? undefined : tenant;
    const area = /^\/firework\/v\d\/(?:me\/)?([a-z-]+)/u.exec(path)?.[1] ?? 'tokens';
    const kind =
      path === '/tokens/test'
        ? 'check'
        : path === '/firework/v2/me/tenants'
          ? 'projects'
          : isRead(request) || path.endsWith('_search')
            ? 'read'
            : 'write';
    return { kind, area, needsProject: false, project, request };
  },
  answer({ kind, project, request }) {
    if (kind === 'exchange')
      return ok({ token: `practice-session-${project ?? 'default'}-0001`, refresh_token_exp: 1_800_000_000 });
    if (kind === 'check')
      return ok({
        api_key_id: 3,
        organization_id: 31,
        scopes: ['authenticated', 'apikey', 'firework'],
        tenant_id: Number(project ?? 5201),
        user_id: 8,
      });
    if (kind === 'projects')
      return ok({
        tenants: [
          { id: 5201, name: 'Bank' },
          { id: 5202, name: 'Retail' },
        ],
      });
    if (kind === 'write') return { status: 201, body: { id: 72, name: 'examiner.example', tenant_id: 5201 } };
    if (/\/\d+$/u.test(pathOf(request)))
      return ok({ id: 71, name: 'examiner.example', tenant_id: 5201, is_disabled: false });
    return ok({ items: [{ id: 71, name: 'examiner.example', is_disabled: false }], next: null });
  },
  refuse: (status, message, { code = 'ERROR', fields, headers } = {}) => ({
    status,
    ...(headers && { headers }),
    body: fields
      ? { detail: Object.entries(fields).map(([name, msg]) => ({ loc: ['body', name], msg, type: 'value_error' })) }
      : { error: { code, message } },
  }),
};

const wellows: ServiceModel = {
  id: 'wellows',
  key: 'practice-user-examiner',
  narrowKey: 'practice-project-examiner',
  regions: ['default'],
  projects: ['61', '62'],
  area: 'monitoring',
  read: { method: 'GET', path: '/monitoring', project: '61' },
  neighbour: { method: 'GET', path: '/monitoring/summary', project: '61' },
  elsewhere: { method: 'GET', path: '/site-summary', project: '61' },
  write: { method: 'POST', path: '/monitoring', project: '61', body: '{"keyword":"lamp"}' },
  asked(request) {
    const path = pathOf(request).replace(/^\/api\/v1/u, '');
    const kind =
      path === '/validate' ? 'check' : path === '/projects' ? 'projects' : isRead(request) ? 'read' : 'write';
    const isNarrow = request.header('x-api-key')?.includes('-project-') ?? false;
    return {
      kind,
      area: path.split('/')[1] ?? '',
      needsProject: kind !== 'check' && kind !== 'projects' && !isNarrow,
      project: request.header('x-project-id'),
      request,
    };
  },
  answer({ kind, request }) {
    const isNarrow = request.header('x-api-key')?.includes('-project-') ?? false;
    const good = (data: unknown, message = 'OK') =>
      ok({ success: true, message, code: 200, data, errors: {}, meta_data: {} });
    if (kind === 'check')
      return good(
        {
          valid: true,
          key_level: isNarrow ? 'PROJECT' : 'USER',
          user_id: 12,
          project_id: isNarrow ? 61 : null,
          expiry: '2027-12-31T23:59:59Z',
        },
        'API key is valid',
      );
    if (kind === 'projects')
      return good(
        [
          { id: 61, name: 'Lamps' },
          { id: 62, name: 'Ropes' },
        ].slice(0, isNarrow ? 1 : 2),
      );
    return good([{ id: 5, keyword: 'lamp', position: 3 }]);
  },
  refuse: (status, message, { fields, headers } = {}) => ({
    status,
    ...(headers && { headers }),
    body: { success: false, message, code: status, data: null, errors: fields ?? {}, meta_data: {} },
  }),
};

const quayside: ServiceModel = {
  id: 'quayside',
  key: 'quay-all-practice-examiner',
  narrowKey: 'quay-dock-practice-examiner',
  regions: ['baltic', 'adriatic'],
  projects: ['D-7', 'D-8'],
  area: 'ships',
  read: { method: 'GET', path: '/ships', project: 'D-7' },
  neighbour: { method: 'GET', path: '/ships/4', project: 'D-7' },
  elsewhere: { method: 'GET', path: '/cranes', project: 'D-7' },
  write: { method: 'POST', path: '/ships', project: 'D-7', body: '{"name":"Anna"}' },
  broad: { method: 'GET', path: '/harbour/members' },
  asked(request) {
    const path = pathOf(request).replace(/^\/rest/u, '');
    const kind = path === '/whoami' ? 'check' : path === '/docks' ? 'projects' : isRead(request) ? 'read' : 'write';
    const area = path.startsWith('/harbour') ? 'members' : (path.split('/')[1] ?? '');
    const isNarrow = request.header('x-quay-key')?.startsWith('quay-dock-') ?? false;
    return {
      kind,
      area,
      needsProject: ['ships', 'cranes'].includes(area) && !isNarrow,
      project: request.header('x-quay-dock'),
      request,
    };
  },
  answer({ kind, request }) {
    const isNarrow = request.header('x-quay-key')?.startsWith('quay-dock-') ?? false;
    if (kind === 'check')
      return ok({ reach: isNarrow ? 'dock' : 'harbour', dock: isNarrow ? 'D-7' : null, until: '2027-06-01' });
    if (kind === 'projects')
      return ok({
        docks: [
          { code: 'D-7', title: 'East pier' },
          { code: 'D-8', title: 'West pier' },
        ].slice(0, isNarrow ? 1 : 2),
      });
    if (kind === 'write') return { status: 201, body: { id: 5, name: 'Anna' } };
    if (/\/\d+$/u.test(pathOf(request))) return ok({ id: 4, name: 'Berta' });
    return ok({ rows: [{ id: 4, name: 'Berta' }] });
  },
  refuse: (status, text, { code = 'E_REFUSED', fields, headers } = {}) => ({
    status,
    ...(headers && { headers }),
    body: { problem: { code, text, ...(fields && { fields }) } },
  }),
};

export const models: Readonly<Record<ServiceId, ServiceModel>> = { phare, logfire, flare, wellows, quayside };
