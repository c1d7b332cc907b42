/** Keys that are missing, spoilt, of another service or kind. */
import { everywhere, withToken } from '../../support/faultServer.ts';
import { serviceIds } from '../../support/faultModel.ts';
import { models } from '../../support/faultServices.ts';
import { webToken } from '../../support/webToken.ts';
import { type FaultCase, type Scene, type Wording, said, spread } from '../support/faultCase.ts';

/** A key of the service in the first place, used at the other. */
const foreignKeys = [
  ['phare', models.logfire.key],
  ['phare', models.flare.key],
  ['logfire', models.phare.key],
  ['logfire', models.quayside.key],
  ['flare', models.phare.key],
  ['flare', models.logfire.key],
  ['wellows', models.phare.key],
  ['wellows', models.flare.key],
  ['quayside', models.logfire.key],
  ['quayside', models.phare.narrowKey ?? ''],
] as const;
const foreignWordings: readonly Wording[] = [
  { status: 401, text: 'Unauthorized' },
  { status: 401, text: 'Invalid API key' },
  { status: 403, text: 'Forbidden' },
  { status: 401 },
  { status: 400, text: 'The format of the API key is not recognised.' },
  { status: 404, text: 'Not found' },
];

const keyWrongService = foreignKeys.flatMap(([service, key], index) =>
  [0, 2, 4].map((step): FaultCase => {
    const wording = foreignWordings[(index + step) % foreignWordings.length] ?? { status: 401 };
    return {
      service,
      cause: 'key-wrong-service',
      name: `${key.split('_')[0]} key: ${wording.status} ${wording.text ?? 'no text'}`,
      key,
      pasted: 'open',
      faults: [{ hits: everywhere, reply: said(models[service], wording) }],
    };
  }),
);

const tokenAsKey: readonly FaultCase[] = [401, 403, 400, 422].map((status) => ({
  service: 'flare',
  cause: 'key-wrong-kind',
  name: `a token in the place of the key: ${status}`,
  key: webToken({ sub: '8', tenant_id: 5201, iat: 1_795_000_000, exp: 1_900_000_000 }),
  pasted: 'open',
  faults: [{ hits: everywhere, reply: status === 401 ? { status } : models.flare.refuse(status, 'Unauthorized') }],
}));

const wrongKindWordings: readonly Wording[] = [
  { status: 401, text: 'This endpoint requires an API key, but a write token was provided.' },
  { status: 403, text: 'Write tokens cannot be used with this API. Use an API key.' },
  { status: 401, text: 'Invalid token type: expected api_key, got read_token.' },
  { status: 403, text: 'This API call cannot be made with a publishable API key. Please use a secret API key.' },
  { status: 400, text: 'Webhook signing secrets are not accepted here; use an API key.' },
  { status: 403, text: 'Telemetry tokens are not allowed to access the platform API.' },
  { status: 401, text: 'Personal access tokens are not supported by this endpoint.' },
];
const keyWrongKind = spread(
  'key-wrong-kind',
  ['logfire', 'phare', 'quayside', 'wellows'],
  wrongKindWordings,
  (model, wording) => ({
    faults: [{ hits: everywhere, reply: said(model, wording) }],
  }),
);

/** What the storage holds, put there by an older version or by hand: the dialog would have refused it. */
const stored =
  (text: string | undefined) =>
  async ({ desk, connection }: Scene) => {
    if (text === undefined) await desk.vault.delete(connection);
    else await desk.vault.set(connection, text);
  };
const spoiltTexts = [
  'two\nlines of a key',
  'Bearer ',
  '<your-api-key>',
  'schlüssel-mit-umlaut',
  '  ',
  'pha_org_••••••',
];
const keyMalformed: readonly FaultCase[] = serviceIds.flatMap((service, index) =>
  [0, 1, 2].map((step) => {
    const text = spoiltTexts[(index + 2 * step) % spoiltTexts.length] ?? '';
    return {
      service,
      cause: 'key-malformed' as const,
      name: `the storage holds ${JSON.stringify(text)}`,
      before: stored(text),
      arrives: 'not-sent' as const,
      isProvable: true,
    };
  }),
);
const malformedWordings: readonly Wording[] = [
  { status: 400, text: 'The API key is malformed.' },
  { status: 401, text: 'Malformed token: not enough segments' },
  { status: 401, text: 'API key has an invalid format. It must be 40 characters long.' },
  { status: 401, body: { message: 'Malformed API key' } },
  { status: 400, text: 'Authorization header is badly formatted' },
  { status: 422, text: 'Key checksum failed. Did you copy the whole key?' },
];
const keyMalformedSaid = spread('key-malformed', serviceIds, malformedWordings, (model, wording) => ({
  faults: [{ hits: everywhere, reply: said(model, wording) }],
  // The service cannot know it from a key that it does not have; both are the same to a person.
  offline: ['key-invalid'],
  probed: ['key-invalid'],
  pasted: ['key-invalid'],
}));

const keyMissing: readonly FaultCase[] = serviceIds.map((service) => ({
  service,
  cause: 'key-missing',
  name: 'the storage holds no key',
  before: stored(undefined),
  arrives: 'not-sent',
  isProvable: true,
}));
const locked: readonly FaultCase[] = serviceIds.map((service) => ({
  service,
  cause: 'key-missing',
  name: 'the storage is locked',
  before: async ({ desk }) => desk.vault.reject('get'),
  arrives: 'not-sent',
  isProvable: true,
}));
/** A header typed by hand goes as typed; an empty one takes the key's place. */
const emptyHeader = spread(
  'key-missing',
  serviceIds,
  [
    { status: 401, text: 'No API key provided.' },
    { status: 403, text: 'Missing Authentication Token' },
    { status: 401, text: 'Authorization header is missing', headers: { 'www-authenticate': 'Bearer' } },
    { status: 400, text: 'You must provide an API key.' },
    { status: 401, text: 'No credentials were found in the request.' },
  ],
  (model, wording) => ({
    name: 'an empty header typed by hand',
    draft: { headers: { [{ wellows: 'X-API-Key', quayside: 'X-Quay-Key' }[String(model.id)] ?? 'Authorization']: '' } },
    faults: [{ hits: withToken, reply: said(model, wording) }],
  }),
);

export const keyCases: readonly FaultCase[] = [
  ...keyWrongService,
  ...tokenAsKey,
  ...keyWrongKind,
  ...keyMalformed,
  ...keyMalformedSaid,
  ...keyMissing,
  ...locked,
  ...emptyHeader,
];
