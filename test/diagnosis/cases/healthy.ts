/** Answers that are fine, however odd they look: nothing may be found. */
import type { Reply } from '../../support/faultServer.ts';
import { zipped } from '../../support/faultServer.ts';
import { serviceIds } from '../../support/faultModel.ts';
import { models } from '../../support/faultServices.ts';
import type { HealthyCase, Situation } from '../support/faultCase.ts';

export type Service = HealthyCase['service'] & keyof typeof models;

/** An answer at the model's read, in the service's own shape. */
const list: Readonly<Record<Service, (entries: readonly object[]) => object>> = {
  phare: (data) => ({
    data,
    meta: { current_page: 1, from: 1, to: 1, per_page: 20, path: '/' },
    links: { next: null },
  }),
  logfire: (entries) => entries,
  flare: (items) => ({ items, next: null }),
  wellows: (data) => ({ success: true, message: 'OK', code: 200, data, errors: {}, meta_data: {} }),
  quayside: (rows) => ({ rows }),
};
const entry = (service: Service): object =>
  ({
    phare: { id: 9, name: 'Shop', status: 'online' },
    logfire: { id: 'a1', name: 'Slow' },
    flare: { id: 71, name: 'x' },
    wellows: { id: 5 },
    quayside: { id: 4 },
  })[service];

const plain: readonly HealthyCase[] = serviceIds.flatMap((service) => {
  const { read, neighbour, elsewhere, write } = models[service];
  return [
    { service, name: 'the usual read', draft: read, arrives: 200 },
    { service, name: 'one entry', draft: neighbour, arrives: 200 },
    { service, name: 'another area', draft: elsewhere, arrives: 200 },
    { service, name: 'a write', draft: write, arrives: service === 'wellows' ? 200 : 201 },
  ];
});

const answered = (name: string, make: (service: Service) => Reply, more: Partial<Omit<Situation, 'arrives'>> = {}) =>
  serviceIds.map((service): HealthyCase => {
    const reply = make(service);
    return {
      service,
      name,
      arrives: reply.status,
      faults: [{ hits: ({ kind }) => kind === 'read' || kind === 'write', reply }],
      ...more,
    };
  });
const withEntries = (name: string, entries: readonly object[], headers: Readonly<Record<string, string>> = {}) =>
  answered(name, (service) => ({ status: 200, headers, body: list[service](entries) }));

/** For two of the services each, so that the number says something of kinds and not of services. */
export const some = (cases: readonly HealthyCase[], from: number): readonly HealthyCase[] =>
  [0, 2].flatMap((step) => cases[(from + step) % cases.length] ?? []);

const words: readonly (readonly [string, object])[] = [
  [
    'an entry about a refusal',
    { id: 1, name: 'Unauthorized access', description: '401 Unauthorized: invalid API key' },
  ],
  [
    'an entry in the state error',
    { id: 1, status: 'error', error: 'upstream returned 403 Forbidden', message: 'Forbidden' },
  ],
  ['an entry that is a log line', { id: 1, message: 'permission denied: missing scope project:read', level: 'error' }],
  [
    'HTML in a text',
    {
      id: 1,
      name: 'Snippet',
      body: '<html><head><title>Sign in</title></head><body><form><input type="password"></form></body></html>',
    },
  ],
  ['a page of Cloudflare in a text', { id: 1, captured: 'Just a moment... Checking your browser. cf-ray 8f2a' }],
  [
    'a key that is expired, as data',
    { id: 1, name: 'Old key', expired: true, active: false, expires_at: '2024-01-01' },
  ],
  ['a code of an error, as data', { id: 1, code: 401, status: 401, success: false, error: { code: 'UNAUTHORIZED' } }],
  ['a message that something is rate limited', { id: 1, title: 'Too many requests at the login', rate_limited: true }],
  [
    'a maintenance window',
    { id: 1, title: 'Scheduled maintenance', state: 'in_progress', detail: 'The service is down' },
  ],
  ['an entry that is called project not found', { id: 1, name: 'project not found', project: null }],
  ['numbers beyond what JSON of JavaScript holds', { id: '12345678901234567890', ratio: 1e308, tiny: 5e-324 }],
  [
    'texts of many languages',
    { id: 1, name: '無効なキー', note: 'Zugriff verweigert', remark: 'Accès refusé', text: 'Доступ запрещён' },
  ],
];
const likeRefusals = words.flatMap(([name, value], index) => some(withEntries(name, [value]), index));

let deep: object = { end: true };
for (let depth = 0; depth < 300; depth += 1) deep = depth % 2 === 0 ? { in: deep } : [deep];

const headers: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'a limit that is just used up',
    { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795262500' },
  ],
  [
    'the limits of the draft standard, none left',
    { ratelimit: '"default";r=0;t=30', 'ratelimit-policy': '"default";q=100;w=60' },
  ],
  ['Retry-After with an answer that is fine', { 'retry-after': '5' }],
  [
    'an operation that is going away',
    { deprecation: '@1767225600', sunset: 'Wed, 01 Jul 2026 00:00:00 GMT', warning: '299 - "Deprecated API"' },
  ],
  [
    'a gateway that passes things on',
    { server: 'cloudflare', 'cf-ray': '8f2a77-FRA', 'cf-cache-status': 'DYNAMIC', via: '1.1 google' },
  ],
  ['a proxy on the way', { via: '1.1 proxy1 (squid/5.7)', 'x-cache': 'MISS from proxy1' }],
  ['a clock that is five minutes off', { date: new Date(Date.UTC(2026, 10, 21, 12, 5)).toUTCString() }],
  ['a clock that is a day off', { date: new Date(Date.UTC(2026, 10, 22, 12)).toUTCString() }],
  ['a challenge that nobody needs', { 'www-authenticate': 'Bearer realm="api"' }],
];
const withHeaders = headers.flatMap(([name, own], index) =>
  some(
    answered(name, (service) => ({ status: 200, headers: own, body: list[service]([entry(service)]) })),
    index,
  ),
);

const empty = { status: 204 } as const;
const statuses: readonly HealthyCase[] = [
  ...withEntries('an empty list', []),
  ...answered('204 to a write', () => empty).map((found): HealthyCase => ({
    ...found,
    draft: models[found.service as Service].write,
  })),
  ...some(
    answered('204 to a read', () => empty),
    1,
  ),
  ...some(
    answered('304', () => ({ status: 304, headers: { etag: '"a1"' } }), {
      draft: { headers: { 'if-none-match': '"a1"' } },
    }),
    0,
  ),
  ...some(
    answered('202 to a write', () => ({ status: 202, body: { id: 'job-1', status: 'queued' } })),
    1,
  ).map((found): HealthyCase => ({ ...found, draft: models[found.service as Service].write })),
  ...some(
    answered('206, a part', (service) => ({
      status: 206,
      headers: { 'content-range': 'items 0-0/9' },
      body: list[service]([entry(service)]),
    })),
    2,
  ),
  ...some(
    answered('200 without a body to a write', () => ({ status: 200 })),
    3,
  ).map((found): HealthyCase => ({ ...found, draft: models[found.service as Service].write })),
  ...some(
    answered('HEAD', () => ({ status: 200, headers: { 'content-type': 'application/json' } })),
    0,
  ).map((found): HealthyCase => ({ ...found, draft: { method: 'HEAD' } })),
  ...some(
    answered('OPTIONS', () => ({ status: 204, headers: { allow: 'GET, POST' } })),
    1,
  ).map((found): HealthyCase => ({ ...found, draft: { method: 'OPTIONS' } })),
];

const bodies: readonly HealthyCase[] = [
  ...some(withEntries('three hundred levels deep', [deep]), 0),
  ...some(
    answered('packed', (service) => zipped({ status: 200, body: list[service]([entry(service)]) })),
    1,
  ),
  ...some(
    answered('a byte order mark before JSON', (service) => ({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: `\uFEFF${JSON.stringify(list[service]([entry(service)]))}`,
    })),
    2,
  ),
  ...some(
    answered('JSON that says it is text', (service) => ({
      status: 200,
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(list[service]([entry(service)])),
    })),
    3,
  ),
  ...some(
    answered('another kind of JSON', (service) => ({
      status: 200,
      headers: { 'content-type': 'application/vnd.api+json; charset=utf-8' },
      body: JSON.stringify(list[service]([entry(service)])),
    })),
    4,
  ),
  ...some(
    withEntries(
      'a thousand entries',
      Array.from({ length: 1000 }, (_, id) => ({ id, name: `error ${id}` })),
    ),
    0,
  ),
];

/** What an object says of itself is not what the service says of the request. */
const speaking = { id: 9, message: 'Forbidden', error: 'invalid_token', status: 'error', detail: 'Not authenticated' };
const oneEntry = serviceIds
  .filter((service) => service !== 'wellows')
  .map((service): HealthyCase => ({
    service,
    name: 'one entry that speaks of errors at its top',
    draft: service === 'phare' ? { path: '/uptime/monitors/9' } : models[service].neighbour,
    arrives: 200,
    faults: [{ hits: ({ kind }) => kind === 'read', reply: { status: 200, body: speaking } }],
  }));
const partly: readonly HealthyCase[] = [
  ...['partly done: 1 of 2 rows were invalid', 'Invalid API key was reported by a site', 'error'].map(
    (message): HealthyCase => ({
      service: 'wellows',
      name: `success with the message "${message}"`,
      draft: models.wellows.read,
      arrives: 200,
      faults: [
        {
          hits: ({ kind }) => kind === 'read',
          reply: { status: 200, body: { success: true, message, code: 200, data: [], errors: { row: 'invalid' } } },
        },
      ],
    }),
  ),
];

export const healthyAnswers: readonly HealthyCase[] = [
  ...plain,
  ...likeRefusals,
  ...withHeaders,
  ...statuses,
  ...bodies,
  ...oneEntry,
  ...partly,
];
