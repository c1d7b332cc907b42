/** Regions, exchanged tokens and clocks. */
import { type Reply, everywhere, withToken } from '../../support/faultServer.ts';
import { models } from '../../support/faultServices.ts';
import { webToken } from '../../support/webToken.ts';
import { type FaultCase, type Scene, type Wording, said, spread } from '../support/faultCase.ts';
import { beaconModel } from '../support/beaconModel.ts';

const refusedAlone: readonly Wording[] = [
  { status: 401, text: 'Invalid token', pasted: 'open' },
  { status: 401, pasted: 'open' },
  { status: 403, text: 'Forbidden', pasted: 'open' },
];
const told: readonly Wording[] = [
  { status: 421, text: 'Your organization is hosted in the EU region. Use the EU endpoint.' },
  { status: 403, text: 'This API key belongs to a different region.' },
  { status: 404, text: 'Organization not found in this region' },
  { status: 401, text: 'Key is not valid for this environment (live key used in test mode).' },
];
/** The key's own text tells where it is from. */
const toldByKey = spread('region-mismatch', ['logfire'], [...refusedAlone, ...told], (model, wording) => ({
  name: 'a European key at the American address',
  key: 'pylf_v1_eu_practiceexaminer',
  region: 'us',
  otherRegions: { eu: [] },
  faults: [{ hits: everywhere, reply: said(model, wording) }],
}));
const otherWay = spread('region-mismatch', ['logfire'], refusedAlone, (model, wording) => ({
  name: 'an American key at the European address',
  region: 'eu',
  otherRegions: { us: [] },
  faults: [{ hits: everywhere, reply: said(model, wording) }],
}));
/** Nothing but the other region tells. */
const toldByProbe = spread(
  'region-mismatch',
  ['flare', 'quayside'],
  [
    ...refusedAlone.slice(0, 2),
    { status: 401, text: 'Unauthorized', pasted: 'open' },
    { status: 404, text: 'API key not found', pasted: 'open' },
  ],
  (model, wording) => ({
    name: 'a key of the other region',
    offline: ['key-invalid'],
    region: model.regions[0] ?? '',
    otherRegions: { [model.regions[1] ?? '']: [] },
    faults: [{ hits: everywhere, reply: said(model, wording) }],
  }),
);
const toldByText = spread('region-mismatch', ['flare', 'quayside', 'logfire'], told, (model, wording) => ({
  name: 'the other region cannot be asked',
  region: model.regions[0] ?? '',
  ...(model.id === 'logfire' && { key: 'pylf_v3_practiceexaminer' }),
  faults: [{ hits: everywhere, reply: said(model, wording) }],
}));
/** Neither the text nor a probe can tell it: then nothing else may be called proved. */
const untold = spread(
  'region-mismatch',
  ['flare', 'quayside', 'logfire'],
  [
    { status: 401, text: 'Unauthorized' },
    { status: 401, text: 'Invalid API key' },
    { status: 401 },
    { status: 401, text: 'Unknown key' },
    { status: 403 },
    { status: 401, body: { error: 'unauthorized' } },
  ],
  (model, wording) => ({
    name: 'the other region is not known to the connection',
    region: model.regions[0] ?? '',
    ...(model.id === 'logfire' && { key: 'pylf_v3_practiceexaminer' }),
    offline: wording.status === 403 ? 'open' : ['key-invalid'],
    probed: wording.status === 403 ? 'open' : ['key-invalid'],
    pasted: 'open',
    faults: [{ hits: everywhere, reply: said(model, wording) }],
  }),
);
const withoutRegion: readonly FaultCase[] = refusedAlone.slice(0, 2).map((wording) => ({
  service: 'logfire',
  cause: 'region-mismatch',
  name: `a key without a region in it: ${wording.status} ${wording.text ?? 'no text'}`,
  key: 'pylf_v3_practiceexaminer',
  region: 'us',
  otherRegions: { eu: [] },
  offline: ['key-invalid'],
  pasted: 'open',
  faults: [{ hits: everywhere, reply: said(models.logfire, wording) }],
}));

const overWordings: readonly Wording[] = [
  { status: 401, text: 'Token expired' },
  { status: 401, text: 'The token has expired, generate a new one.', code: 'TOKEN_EXPIRED' },
  { status: 401, body: { msg: 'Token has expired' } },
  {
    status: 401,
    headers: { 'www-authenticate': 'Bearer error="invalid_token", error_description="The access token expired"' },
  },
  { status: 403, text: 'Session expired', offline: ['key-expired'], pasted: ['key-expired'] },
  { status: 401, text: 'jwt expired' },
  { status: 401, text: 'Das Token ist abgelaufen.' },
  { status: 401, text: 'Le jeton a expiré' },
  { status: 401, text: 'トークンの有効期限が切れました' },
];
/** Renewing it does not help. */
const overForReads = spread('token-expired', ['flare'], overWordings, (model, wording) => ({
  faults: [{ hits: withToken, reply: said(model, wording) }],
}));
/** A write is not sent again. */
const overForWrites = spread('token-expired', ['flare'], overWordings.slice(0, 6), (model, wording) => ({
  name: 'a write',
  draft: model.write,
  faults: [{ hits: ({ kind }) => kind === 'write', reply: said(model, wording) }],
}));
const beaconOver = (reply: Reply, draft?: FaultCase['draft']): Omit<FaultCase, 'name'> => ({
  service: 'beacon',
  cause: 'token-expired',
  ...(draft && { draft }),
  faults: [{ hits: draft ? ({ kind }) => kind === 'write' : withToken, reply }],
});
const overElsewhere: readonly FaultCase[] = [
  { ...beaconOver(beaconModel.refuse(401, 'Session expired')), name: '401 Session expired', pasted: ['key-expired'] },
  {
    ...beaconOver(beaconModel.refuse(401, 'The token is no longer valid: expired 3 minutes ago')),
    name: '401 expired 3 minutes ago',
    pasted: ['key-expired'],
  },
  {
    ...beaconOver(beaconModel.refuse(401, 'token expired'), beaconModel.write),
    name: 'a write: 401 token expired',
    pasted: ['key-expired'],
  },
];
/** The token is older than it may get when the write is refused. */
const grownOld: readonly FaultCase[] = [
  { status: 401, text: 'Unauthorized' },
  { status: 401, text: undefined },
  { status: 403, text: 'Expired' },
].map(({ status, text }) => {
  let isOver = false;
  return {
    service: 'flare',
    cause: 'token-expired',
    name: `a token that the service ended early, at a write: ${status} ${text ?? 'no text'}`,
    draft: models.flare.write,
    offline: ['key-invalid', 'permission-read-only', 'permission-none', 'permission-missing'],
    probed: { anyOf: ['permission-read-only', 'permission-missing', 'permission-none', 'key-expired'] },
    pasted: 'open',
    async before({ send, clock }: Scene) {
      isOver = false;
      await send();
      await clock.advance(40 * 60_000);
      isOver = true;
    },
    faults: [
      {
        hits: ({ kind }) => isOver && kind === 'write',
        reply: text === undefined ? { status } : models.flare.refuse(status, text),
      },
    ],
  };
});

const hour = 3_600_000;
const dated = (shift: number): Readonly<Record<string, string>> => ({
  date: new Date(Date.UTC(2026, 10, 21, 12) + shift).toUTCString(),
});
const issued = Date.UTC(2026, 10, 21, 11, 50) / 1000;
const skewWordings: readonly Wording[] = [
  {
    status: 403,
    text: 'The difference between the request time and the current time is too large.',
    code: 'RequestTimeTooSkewed',
    headers: dated(3 * hour),
  },
  { status: 401, text: 'Token used before issued', headers: dated(-2 * hour) },
  {
    status: 401,
    text: 'Signature expired: 20261121T120000Z is now earlier than 20261121T134500Z',
    headers: dated(2 * hour),
  },
  { status: 401, text: 'JWT not yet valid (nbf)', headers: dated(-5 * hour) },
  {
    status: 400,
    text: 'Timestamp for this request was 43200000ms ahead of the server time.',
    headers: dated(-12 * hour),
  },
  { status: 401, text: 'Check your system clock: the request is dated in the future.', headers: dated(-26 * hour) },
  { status: 401, text: 'Die Uhrzeit der Anfrage weicht zu stark ab.', headers: dated(4 * hour) },
];
const clockSkew = spread(
  'clock-skew',
  ['phare', 'logfire', 'flare', 'wellows', 'quayside'],
  skewWordings,
  (model, wording) => ({
    pasted: ['key-invalid', 'key-expired', 'token-expired'],
    faults: [{ hits: everywhere, reply: said(model, wording) }],
  }),
);
/** A clock that is wrong proves nothing by itself: the key may be wrong as well. */
const skewAlone = spread(
  'clock-skew',
  ['flare', 'wellows', 'quayside'],
  [
    { status: 401, text: 'Unauthorized', headers: dated(-30 * hour) },
    { status: 401, headers: dated(-27 * hour) },
    { status: 401, text: 'Invalid token', headers: dated(-9 * hour) },
  ],
  (model, wording) => ({
    name: 'a clock that is far ahead, with a credential that has its time in it',
    // A web token of this hour: for a server that lives in the day before, it is not valid yet.
    ...(model.id !== 'flare' && { key: webToken({ sub: model.id, iat: issued, nbf: issued, exp: issued + 3600 }) }),
    offline: ['key-invalid', 'key-wrong-kind', 'token-expired'],
    probed: ['key-invalid', 'key-wrong-kind', 'token-expired'],
    pasted: 'open',
    faults: [{ hits: model.id === 'flare' ? withToken : everywhere, reply: said(model, wording) }],
  }),
);

export const timeCases: readonly FaultCase[] = [
  ...toldByKey,
  ...otherWay,
  ...toldByProbe,
  ...toldByText,
  ...untold,
  ...withoutRegion,
  ...overForReads,
  ...overForWrites,
  ...overElsewhere,
  ...grownOld,
  ...clockSkew,
  ...skewAlone,
];
