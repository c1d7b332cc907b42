/** What an examiner who knows Bearings by its contract alone found unread, each kind in words and values of our own. */
import { everywhere, inProject, withToken, writes } from '../../support/faultServer.ts';
import { models } from '../../support/faultServices.ts';
import { webToken } from '../../support/webToken.ts';
import { type FaultCase, type Scene, type Wording, nameOf, said, spread } from '../support/faultCase.ts';
import { worded } from '../support/usual.ts';

const worked = async ({ send }: Scene) => send();
const noon = Date.UTC(2026, 10, 21, 12);

/** Values of the content that are called as a key or a project is, in a project that was read before. */
const contents = spread(
  'invalid-request',
  ['phare', 'logfire', 'flare', 'wellows', 'quayside'],
  [
    { status: 422, text: 'parameter secret: may not be null' },
    { status: 422, text: 'The header name X-API-Key is reserved and cannot be monitored' },
    { status: 400, text: 'field bearer has to start with a letter' },
    { status: 422, text: 'project_id must be a positive number' },
    { status: 422, text: 'Project id should be a valid UUID' },
  ],
  (model, wording) => ({
    before: worked,
    draft: model.write,
    pasted: 'open',
    faults: [{ hits: writes, reply: said(model, wording) }],
  }),
);

/** Entries whose names are words of other causes, and entries that are looked for within a project. */
const entries = worded(
  'not-found',
  [
    { status: 404, text: "Dashboard 'Invalid key alerts' does not exist" },
    { status: 404, text: 'Check “Rate limit exceeded” was not found' },
    { status: 404, text: 'The rule «Owner role required» could not be found' },
    { status: 404, text: 'No check by this name within this project' },
    { status: 404, text: 'Could not find any rule with the given id in your project' },
  ],
  {
    pasted: { anyOf: ['project-unknown', 'project-missing', 'invalid-request', 'wrong-address', 'key-invalid'] },
  },
);

/** With a Date that is hours off, what speaks of time speaks of the clock. */
const clocks = worded(
  'clock-skew',
  [
    ['Request dated ahead of us', 5],
    ['Die Anfrage kommt aus der Zukunft', -6],
    ['Hora da requisição fora do intervalo', 4],
    ['Sent too early', -2],
    ['Il tempo della richiesta è diverso dal nostro', 7],
  ].map(([text, hours]) => ({
    status: 401,
    text: String(text),
    headers: { date: new Date(noon + Number(hours) * 3_600_000).toUTCString() },
  })),
  { pasted: 'open' },
);

/** A project's entries were read, and then the project went. */
const listWithout: Readonly<Record<string, object>> = {
  phare: { data: [{ id: 312, slug: 'outer-reef', name: 'Outer Reef', members: [4] }], links: { next: null } },
  logfire: [{ id: models.logfire.projects[1], project_name: 'gold', organization_name: 'examiner' }],
  wellows: { success: true, message: 'OK', code: 200, data: [{ id: 62, name: 'Ropes' }], errors: {}, meta_data: {} },
  quayside: { docks: [{ code: 'D-8', title: 'West pier' }] },
};
const gone = spread(
  'project-unknown',
  ['phare', 'logfire', 'wellows', 'quayside'],
  [
    { status: 404 },
    { status: 404, text: 'Not found' },
    { status: 410 },
    { status: 403, offline: 'open' },
    { status: 403, text: 'Forbidden', offline: 'open' },
  ],
  (model, wording) => {
    let isGone = false;
    return {
      name: 'a project that was read before',
      pasted: 'open',
      async before({ desk, connection, send }: Scene) {
        isGone = false;
        await desk.bearings.projects.list(connection);
        await send();
        isGone = true;
      },
      faults: [
        { hits: (asked) => isGone && inProject(model.projects[0])(asked), reply: said(model, wording) },
        {
          hits: ({ kind }) => isGone && kind === 'projects',
          reply: { status: 200, body: listWithout[model.id] ?? {} },
        },
      ],
      arrives: wording.status,
    };
  },
);

/** The key's account is not there, or elsewhere. */
const regions = spread(
  'region-mismatch',
  ['logfire', 'flare', 'quayside'],
  [
    { status: 404, text: 'Unknown organization', offline: ['key-invalid'], pasted: 'open' },
    { status: 404, text: 'This account could not be found', offline: ['key-invalid'], pasted: 'open' },
    { status: 421, text: 'Your account is homed in EU' },
    { status: 421, text: 'Misdirected: this organization lives on us' },
  ],
  (model, wording) => ({
    region: model.regions[0] ?? '',
    otherRegions: { [model.regions[1] ?? '']: [] },
    ...(model.id === 'logfire' && { key: 'pylf_v3_practiceexaminer' }),
    faults: [{ hits: everywhere, reply: said(model, wording) }],
  }),
);

/** The proxy answers as a gateway does: it took the request, and did not reach the host. */
const proxies: readonly FaultCase[] = (['phare', 'flare', 'quayside'] as const).flatMap((service, at) =>
  [502, 503, 504].slice(at, at + 2).map((status) => ({
    service,
    cause: 'network' as const,
    name: `${status} of the proxy in place of a tunnel`,
    arrives: 'proxy' as const,
    failure: {
      kind: 'proxy' as const,
      message: `The proxy on the way to pier.example refused to make the connection (${status}).`,
    },
  })),
);

const spent = worded(
  'rate-limited',
  [
    { status: 503, headers: { 'x-ratelimit-remaining': '0' } },
    { status: 503, headers: { 'x-rate-limit-limit': '60', 'x-rate-limit-remaining': '0' } },
    { status: 503, headers: { ratelimit: '"calls";r=0;t=7' } },
    { status: 503, headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '4' } },
  ],
  { offline: ['service-down'], probed: ['service-down'], pasted: ['service-down'] },
);

/** Tokens: words of their end name their sort as well; a new one is not too old; one that is typed goes in place of ours. */
const overTexts: readonly Wording[] = [
  { status: 401, text: 'Jeton de session expiré' },
  { status: 401, text: 'Ihr Zugriffstoken ist abgelaufen' },
  { status: 401, text: 'El token de acceso ha caducado' },
  { status: 401, text: 'O token de acesso expirou' },
  { status: 401, text: 'アクセストークンの有効期限が切れています' },
];
const tokens: readonly FaultCase[] = [
  ...worded('token-expired', overTexts, {}, 1),
  ...spread('token-expired', ['flare'], overTexts.slice(0, 3), (model, wording) => ({
    name: 'a write',
    draft: model.write,
    pasted: ['key-expired'],
    faults: [{ hits: writes, reply: said(model, wording) }],
  })),
  ...[30, 90].map((minutes): FaultCase => {
    const time = noon / 1000 - minutes * 60;
    const token = webToken({ sub: '4', iat: time - 3600, exp: time });
    return {
      service: 'flare',
      cause: 'token-expired',
      name: `typed by hand, over since ${minutes} min`,
      isProvable: true,
      pasted: 'open',
      draft: { headers: { Authorization: `Bearer ${token}` } },
      faults: [{ hits: withToken, reply: models.flare.refuse(401, 'unauthorized') }],
    };
  }),
];
const newToken = spread(
  'permission-read-only',
  ['flare'],
  [{ status: 401 }, { status: 401, body: {} }],
  (model, wording) => ({
    name: 'a new token that reads in the same area',
    before: worked,
    draft: model.write,
    offline: { anyOf: ['permission-read-only', 'token-expired', 'unknown'] },
    pasted: 'open',
    faults: [{ hits: writes, reply: said(model, wording) }],
  }),
);

/** The page of a web site at a path where nothing is documented, in place of data. */
const page = (title: string, body: string): Wording => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`,
});
const webSites: readonly FaultCase[] = [
  page('Harbour', '<div id="root"></div><script src="/assets/index.js" type="module"></script>'),
  page(
    'Shop',
    '<noscript>Turn on scripts to go on.</noscript><div id="__next"></div><script src="/_next/main.js"></script>',
  ),
  page('Loading', '<app-root>Loading…</app-root><script src="main.js" defer></script>'),
  page('API reference – Harbour', '<h1>Introduction</h1><p>All calls need a key.</p>'),
  page('Harbour developer portal', '<h1>Start here</h1><p>Choose a language.</p>'),
].map((wording) => ({
  service: 'wellows',
  cause: 'wrong-address',
  name: nameOf(wording),
  draft: { method: 'GET', path: '/tides' },
  pasted: 'open',
  faults: [{ hits: everywhere, reply: said(models.wellows, wording) }],
}));

export const outsideCases: readonly FaultCase[] = [
  ...contents,
  ...entries,
  ...clocks,
  ...gone,
  ...regions,
  ...proxies,
  ...spent,
  ...tokens,
  ...newToken,
  ...webSites,
];
