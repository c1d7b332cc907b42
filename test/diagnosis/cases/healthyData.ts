/** Answers that are fine and whose data look like refusals even at their top. */
import { type Reply, at } from '../../support/faultServer.ts';
import type { ServiceId } from '../../support/faultModel.ts';
import { models } from '../../support/faultServices.ts';
import type { HealthyCase } from '../support/faultCase.ts';

const entries: Readonly<Record<ServiceId, string>> = {
  phare: '/uptime/incidents/9',
  logfire: `/api/v1/projects/{project_id}/alerts/${models.logfire.projects[1]}/`,
  flare: '/firework/v4/identifiers/71',
  wellows: '/monitoring/5',
  quayside: '/ships/4',
};
const lists: Readonly<Record<ServiceId, (more: object) => object>> = {
  phare: (more) => ({ data: [{ id: 9 }], meta: {}, links: { next: null }, ...more }),
  logfire: (more) => ({ id: 'a1', project_id: models.logfire.projects[0], ...more }),
  flare: (more) => ({ items: [{ id: 71 }], next: null, ...more }),
  wellows: (more) => ({ success: true, code: 200, data: [{ id: 5 }], message: 'OK', ...more }),
  quayside: (more) => ({ rows: [{ id: 4 }], ...more }),
};

const one = (service: ServiceId, name: string, body: object, status = 200): HealthyCase => ({
  service,
  name: `one entry: ${name}`,
  draft: { path: entries[service] },
  arrives: status,
  faults: [{ hits: ({ kind }) => kind === 'read', reply: { status, body } }],
});
const beside = (service: ServiceId, name: string, more: object, headers: Reply['headers'] = {}): HealthyCase => ({
  service,
  name: `beside the data: ${name}`,
  ...(service === 'logfire' && { draft: { path: entries.logfire } }),
  arrives: 200,
  faults: [{ hits: ({ kind }) => kind === 'read', reply: { status: 200, headers, body: lists[service](more) } }],
});
const undocumented = (
  service: ServiceId,
  name: string,
  body: object | string,
  headers: Reply['headers'] = {},
): HealthyCase => ({
  service,
  name: `an undocumented path: ${name}`,
  draft: { path: '/v9/jobs/7' },
  arrives: 200,
  faults: [{ hits: at('/v9/jobs/7'), reply: { status: 200, headers, body } }],
});

export const healthyData: readonly HealthyCase[] = [
  one('phare', 'an incident about a key', {
    id: 9,
    title: 'Invalid API key',
    status: 'ongoing',
    description: '401 Unauthorized',
  }),
  one('flare', 'a leaked credential', {
    id: 71,
    name: 'api key expired',
    error: 'invalid_api_key',
    data: { type: 'keyword' },
  }),
  one('quayside', 'a ship that is called after an error', { id: 4, name: 'Forbidden', code: 403, problem: null }),
  one('logfire', 'an alert that fails', {
    id: 'a1',
    name: 'x',
    has_errors: true,
    error: 'Rate limit exceeded',
    detail: null,
  }),
  one('wellows', 'a check that failed', {
    success: true,
    code: 200,
    message: 'OK',
    data: { status: 'error', message: 'Access denied' },
    errors: {},
  }),
  one('phare', 'a monitor of a site that is down', {
    id: 9,
    status: 'offline',
    error: 'Service unavailable',
    code: 503,
  }),
  one('quayside', 'one created by a read', { id: 4, message: 'Too many requests were seen at the gate' }, 203),
  beside('phare', 'no errors', { errors: [], message: '' }),
  beside('flare', 'error is null', { error: null, message: 'ok' }),
  beside('quayside', 'a warning', { warnings: ['Your key expires in 3 days'], deprecated: true }),
  beside('wellows', 'a warning in the message', { message: 'Your API key will expire soon', errors: {} }),
  beside('logfire', 'an empty detail', { detail: '', error: '' }),
  beside('phare', 'a code that says all is well', { code: 0, msg: 'success', status: 'ok' }),
  beside('flare', 'a code of nothing in a header', { status: 200 }, { 'x-error-code': '0', 'x-auth-status': 'valid' }),
  beside(
    'quayside',
    'what is left of the limit',
    { rate_limit: { limit: 100, remaining: 0 } },
    { 'x-ratelimit-remaining': '0' },
  ),
  undocumented('phare', 'a job that failed', {
    job: 7,
    status: 'failed',
    error: { code: 403, message: 'Forbidden by the target site' },
    attempts: 3,
  }),
  undocumented('flare', 'a check of many keys', {
    checked: 2,
    invalid: [{ key: 'k1', message: 'Invalid API key' }],
    expired: [],
  }),
  undocumented('logfire', 'an error that was recorded', [{ level: 'error', message: 'Unauthorized', count: 12 }]),
  undocumented('quayside', 'counts by status', { '200': 91, '401': 4, '429': 2 }),
  undocumented('wellows', 'a list without an envelope', [{ id: 1, error: 'access denied' }]),
  undocumented('wellows', 'a page on blocks', '<html><body>shop.example was blocked by our rules</body></html>', {
    'content-type': 'text/html',
  }),
  undocumented('quayside', 'a flag of an entry', { id: 4, name: 'Berta', tokenExpired: true }),
  undocumented('phare', 'a success with errors of others', { ok: true, errors: ['The API key has expired'] }),
  undocumented('phare', 'YAML', 'error: none\nstatus: 401 seen twice\n', { 'content-type': 'application/yaml' }),
  undocumented('quayside', 'metrics', 'http_errors_total{code="401"} 4\n', {
    'content-type': 'text/plain; version=0.0.4',
  }),
  undocumented('logfire', 'XML', '<?xml version="1.0"?><log><entry>Forbidden</entry></log>', {
    'content-type': 'application/xml',
  }),
];
