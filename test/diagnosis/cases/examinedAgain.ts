/** What a third examiner found unread, each kind in words and values of our own. */
import { everywhere, withoutProject, writes } from '../../support/faultServer.ts';
import { models } from '../../support/faultServices.ts';
import { type FaultCase, type Scene, type Wording, nameOf, said, spread } from '../support/faultCase.ts';
import { worded } from '../support/usual.ts';

/** A key within a value is of that value, and an entry within a project that is there is an entry. */
const values = [
  ...spread(
    'invalid-request',
    ['phare', 'wellows'],
    [
      { status: 422, text: 'Not valid', fields: { 'callback.authorization': 'is required' } },
      { status: 422, text: 'Rejected', fields: { 'target.headers.x_api_key': 'may not be empty' } },
    ],
    (model, wording) => ({
      draft: model.write,
      pasted: 'open',
      faults: [{ hits: writes, reply: said(model, wording) }],
    }),
  ),
  ...worded(
    'not-found',
    [
      { status: 404, text: 'There is no rule 17 in this project' },
      { status: 404, text: 'No such alert 9 within this project.' },
    ],
    { pasted: { anyOf: ['project-unknown', 'project-missing', 'invalid-request', 'wrong-address'] } },
  ),
];

/** What gave a token for the key is the service, whatever it does not show. */
const behindToken: readonly FaultCase[] = [
  {
    service: 'flare',
    cause: 'not-found',
    name: '404 of a list, after a token was given',
    offline: ['permission-none'],
    probed: ['permission-none'],
    pasted: 'open',
    faults: [{ hits: ({ kind }) => kind === 'read', reply: { status: 404 } }],
  },
];

/** A read that names one project has no other that it could differ from. */
const oneNamed = worded(
  'project-outside-key',
  [
    { status: 403, body: { error: 'PROJECT_CONFLICT' } },
    { status: 403, text: 'Conflicting project.' },
  ],
  { offline: ['project-unknown'], probed: ['project-unknown'], pasted: 'open' },
);

/** Other servers that answer with success. */
const strangers: readonly FaultCase[] = [
  ...[
    { status: 200, body: { ship: 'Anna', harbour: { berth: 4 } } },
    { status: 200, body: '["tide", "wind"]', headers: { 'content-type': 'application/json' } },
  ].map((wording: Wording): FaultCase => ({
    service: 'wellows',
    cause: 'wrong-address',
    name: `at the key check, ${nameOf(wording)}`,
    draft: { method: 'GET', path: '/validate', project: null },
    pasted: 'open',
    faults: [{ hits: everywhere, reply: said(models.wellows, wording) }],
  })),
  {
    service: 'wellows',
    cause: 'wrong-address',
    name: 'a list of files',
    draft: { method: 'GET', path: '/tides' },
    pasted: 'open',
    faults: [
      {
        hits: everywhere,
        reply: {
          status: 200,
          headers: { 'content-type': 'text/html' },
          body: '<html><head><title>Index of /srv/tides</title></head><body><a href="../">..</a></body></html>',
        },
      },
    ],
  },
];

/** Codes alone, of one word each. */
const codes = [
  ...spread(
    'key-wrong-kind',
    ['phare', 'logfire', 'wellows'],
    [
      { status: 403, body: { errors: [{ status: '403', code: 'secret.sort.ingest_token' }] } },
      { status: 403, body: { error: 'WEBHOOK_SECRET_NOT_PERMITTED' } },
    ],
    (model, wording) => ({ pasted: 'open', faults: [{ hits: everywhere, reply: said(model, wording) }] }),
  ),
  ...spread(
    'key-invalid',
    ['phare', 'quayside'],
    [{ status: 400, body: { errors: [{ code: 'access.token.deleted' }] } }],
    (model, wording) => ({ pasted: 'open', faults: [{ hits: everywhere, reply: said(model, wording) }] }),
  ),
  ...worded('project-unknown', [{ status: 400, body: { error: 'NO_SUCH_PRJ' } }], { pasted: 'open' }),
];

/** What names the key is said of it, whatever stands before or under which status. */
const keys = [
  ...spread(
    'key-malformed',
    ['phare', 'logfire', 'wellows', 'quayside'],
    [
      { status: 400, text: 'Incorrect length of the API key: 20 in place of 40 characters' },
      { status: 400, text: 'It seems that your API key was cut short.' },
    ],
    (model, wording) => ({ pasted: 'open', faults: [{ hits: everywhere, reply: said(model, wording) }] }),
  ),
  ...worded(
    'key-invalid',
    [
      { status: 403, text: 'Permission denied - unknown API key' },
      { status: 403, text: 'Permission denied: this token is not known to us' },
    ],
    { pasted: 'open' },
  ),
  ...spread(
    'key-invalid',
    ['flare'],
    [{ status: 401, code: 'UNKNOWN_API_KEY', text: 'no project found for the given key: unknown key' }],
    (model, wording) => ({ pasted: 'open', faults: [{ hits: everywhere, reply: said(model, wording) }] }),
  ),
];

const regions: readonly FaultCase[] = [
  ...spread(
    'region-mismatch',
    ['flare'],
    [{ status: 404, code: 'CLIENT_MISSING', text: 'Client not found' }],
    (model, wording) => ({
      region: model.regions[0] ?? '',
      otherRegions: { [model.regions[1] ?? '']: [] },
      offline: ['key-invalid'],
      pasted: 'open',
      faults: [{ hits: everywhere, reply: said(model, wording) }],
    }),
  ),
  {
    service: 'logfire',
    cause: 'region-mismatch',
    name: '404 of everything, to a key whose text names another region',
    key: 'pylf_v1_eu_practiceexaminer',
    region: 'us',
    pasted: 'open',
    faults: [{ hits: everywhere, reply: models.logfire.refuse(404, 'No such thing') }],
  },
];

/** The name of another status says of a read that the caller is refused, and not what it says. */
const ofCaller: readonly FaultCase[] = ['Forbidden', 'unauthenticated'].map((text) => ({
  service: 'phare',
  cause: 'project-missing',
  name: `400 ${text}`,
  draft: { project: null },
  pasted: 'open',
  faults: [
    {
      hits: (asked) => withoutProject(asked) || asked.kind === 'check' || asked.kind === 'projects',
      reply: models.phare.refuse(400, text),
    },
  ],
}));

const ofToken = spread(
  'project-conflict',
  ['flare'],
  [{ status: 400, text: 'The project of the payload does not match the project of the token' }],
  (model, wording) => ({
    draft: model.write,
    pasted: 'open',
    faults: [{ hits: writes, reply: said(model, wording) }],
  }),
);

/** A header typed by hand without its scheme. */
const bare: readonly FaultCase[] = [
  { service: 'phare' as const, text: 'pha_org_practice_owner', status: 401 },
  { service: 'logfire' as const, text: 'pylf_v2_us_practiceexaminer', status: 403 },
].map(({ service, text, status }) => ({
  service,
  cause: 'key-malformed',
  name: `typed without a scheme, ${status}`,
  draft: { headers: { Authorization: text } },
  pasted: 'open',
  faults: [{ hits: everywhere, reply: { status } }],
}));

/** A permission that nobody names, at a place where nothing else can be read. */
const unnamed: readonly FaultCase[] = (
  ['permission-read-only', 'permission-none', 'permission-missing'] as const
).flatMap((cause) =>
  spread(cause, ['wellows'], [{ status: 403, text: 'Your permissions do not suffice' }], (model, wording) => ({
    draft: model.write,
    before: async ({ desk, connection }: Scene) => desk.bearings.projects.list(connection),
    offline: ['permission-missing'],
    probed: ['permission-missing'],
    pasted: 'open',
    faults: [{ hits: writes, reply: said(model, wording) }],
  })),
);

export const examinedAgainCases: readonly FaultCase[] = [
  ...values,
  ...behindToken,
  ...oneNamed,
  ...strangers,
  ...codes,
  ...keys,
  ...regions,
  ...ofCaller,
  ...ofToken,
  ...bare,
  ...unnamed,
];
