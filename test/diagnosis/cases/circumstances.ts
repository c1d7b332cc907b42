/** What was seen before, what was typed by hand, and refusals that come with success. */
import { everywhere, inArea, inProject, reads, withToken, writesIn } from '../../support/faultServer.ts';
import { type ServiceId, serviceIds } from '../../support/faultModel.ts';
import { models } from '../../support/faultServices.ts';
import { type FaultCase, type Scene, type Wording, nameOf, said, spread } from '../support/faultCase.ts';

/** The key worked a minute ago, and then nothing does. */
const revokedMeanwhile: readonly FaultCase[] = serviceIds.flatMap((service) =>
  [
    { status: 401, text: 'Unauthorized' },
    { status: 401, text: undefined },
    { status: 403, text: 'Forbidden' },
  ].map(({ status, text }): FaultCase => {
    let isRevoked = false;
    return {
      service,
      cause: 'key-invalid',
      name: `a key that worked a minute ago: ${status} ${text ?? 'no text'}`,
      // Offline, a right that was taken away looks the same.
      offline: status === 401 ? ['token-expired', 'key-expired', 'permission-none'] : 'open',
      probed: ['key-expired', 'token-expired', 'blocked-before-service'],
      pasted: 'open',
      async before({ send, clock }: Scene) {
        isRevoked = false;
        await send();
        await clock.advance(3 * 3_600_000);
        isRevoked = true;
      },
      faults: [
        { hits: () => isRevoked, reply: text === undefined ? { status } : models[service].refuse(status, text) },
      ],
    };
  }),
);

/** All projects of the key are known, and the one that was named is not among them. */
const notInTheList = spread(
  'project-unknown',
  ['phare', 'logfire', 'wellows', 'quayside'],
  [
    { status: 403, text: 'Forbidden', pasted: 'open' },
    { status: 401, text: 'Unauthorized', pasted: 'open' },
    { status: 404, pasted: 'open' },
    { status: 403, pasted: 'open' },
  ],
  (model, wording) => {
    const id = model.id === 'logfire' ? '6f1c2d3e-0000-4000-8000-00000000dead' : '990017';
    return {
      name: 'the list of projects was read before',
      before: async ({ desk, connection }) => desk.bearings.projects.list(connection),
      draft: { project: id },
      faults: [{ hits: inProject(id), reply: said(model, wording) }],
    };
  },
);
/** The project is one of the key's: then it is the right that is lacking. */
const inTheList = spread(
  'permission-none',
  ['phare', 'logfire', 'quayside'],
  [{ status: 403, text: 'Forbidden' }, { status: 403 }, { status: 403, text: 'Access denied' }],
  (model, wording) => ({
    name: 'the list of projects was read before',
    before: async ({ desk, connection, send }: Scene) => {
      await desk.bearings.projects.list(connection);
      await send(model.elsewhere);
    },
    offline: { anyOf: ['permission-missing', 'role-insufficient'] },
    pasted: 'open',
    faults: [{ hits: inArea(model.area), reply: said(model, wording) }],
  }),
);

/** Refusals with the status of success, from services whose documents do not mention such. */
const insideSuccess: readonly (readonly [FaultCase['cause'], object])[] = [
  ['key-invalid', { error: 'invalid_api_key', message: 'Invalid API key' }],
  ['key-invalid', { status: 'error', code: 401, message: 'The API key is not valid' }],
  ['rate-limited', { errors: [{ message: 'Rate limit exceeded', extensions: { code: 'RATE_LIMITED' } }] }],
  ['permission-none', { error: { code: 403, message: 'You do not have permission to read this' } }],
];
const successes: readonly FaultCase[] = insideSuccess.flatMap(([cause, body], index) =>
  (['phare', 'logfire', 'flare', 'quayside'] as const)
    .filter((_, number) => (number + index) % 2 === 0)
    .map((service): FaultCase => ({
      service,
      cause,
      name: `200 ${JSON.stringify(body).slice(0, 60)}`,
      offline: ['wrong-address', 'permission-missing'],
      probed: ['wrong-address', 'permission-missing'],
      pasted: ['wrong-address', 'permission-missing'],
      faults: [
        { hits: cause === 'permission-none' ? inArea(models[service].area) : withToken, reply: { status: 200, body } },
      ],
    })),
);

/** A HEAD has no body: the status and the headers are all there is. */
const heads: readonly FaultCase[] = (['phare', 'logfire', 'quayside', 'wellows'] as const).flatMap((service) => [
  {
    service,
    cause: 'key-invalid' as const,
    name: 'HEAD: 401',
    draft: { method: 'HEAD' },
    pasted: 'open' as const,
    faults: [{ hits: everywhere, reply: { status: 401, headers: { 'www-authenticate': 'Bearer' } } }],
  },
  {
    service,
    cause: 'rate-limited' as const,
    name: 'HEAD: 429',
    draft: { method: 'HEAD' },
    faults: [{ hits: everywhere, reply: { status: 429, headers: { 'retry-after': '4' } } }],
  },
]);

/** Several challenges in one header, and in several. */
const challenges: readonly Wording[] = [
  {
    status: 401,
    headers: {
      'www-authenticate': 'Basic realm="a, b", Bearer error="invalid_token", error_description="The token was revoked"',
    },
  },
  {
    status: 401,
    headers: { 'www-authenticate': 'Bearer realm="x", charset="UTF-8", Digest nonce="n", ApiKey error="invalid_key"' },
  },
];
const challenged = spread('key-invalid', ['phare', 'logfire', 'wellows', 'quayside'], challenges, (model, wording) => ({
  pasted: ['key-missing', 'key-expired', 'project-missing'],
  faults: [{ hits: everywhere, reply: said(model, wording) }],
}));

/** The address lacks a part, or has one too many: nothing of the service answers there. */
const wrongBase: readonly FaultCase[] = (['phare', 'logfire', 'flare', 'quayside'] as const).flatMap((service) =>
  [
    {
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: '<html><head><title>Page not found</title></head><body><h1>404</h1></body></html>',
    },
    {
      status: 405,
      headers: { 'content-type': 'text/html', server: 'nginx' },
      body: '<html><head><title>405 Not Allowed</title></head><body><center><h1>405 Not Allowed</h1></center></body></html>',
    },
    {
      status: 400,
      headers: { 'content-type': 'text/html', server: 'nginx' },
      body: '<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head><body></body></html>',
    },
  ].map((reply): FaultCase => ({
    service,
    cause: 'wrong-address',
    name: `a page in place of the API: ${reply.status}`,
    faults: [{ hits: everywhere, reply }],
  })),
);

/** The service's own texts are no HTML, XML or other charsets, and still its own. */
const otherShapes: readonly (readonly [FaultCase['cause'], ServiceId, Wording])[] = [
  [
    'key-invalid',
    'phare',
    {
      status: 401,
      headers: { 'content-type': 'application/xml' },
      body: '<?xml version="1.0"?><error><code>InvalidKey</code><message>The API key is not valid</message></error>',
    },
  ],
  ['key-invalid', 'quayside', { status: 401, headers: { 'content-type': 'text/plain' }, body: 'invalid api key' }],
  [
    'key-invalid',
    'wellows',
    { status: 401, headers: { 'content-type': 'application/json' }, body: '"Invalid API key"' },
  ],
  [
    'key-invalid',
    'logfire',
    { status: 401, headers: { 'content-type': 'application/json' }, body: '["Invalid API key"]' },
  ],
  [
    'rate-limited',
    'phare',
    { status: 429, headers: { 'content-type': 'application/xml' }, body: '<error>Too many requests</error>' },
  ],
  [
    'service-down',
    'quayside',
    { status: 500, headers: { 'content-type': 'application/json' }, body: '{"truncated": "js' },
  ],
  [
    'service-down',
    'flare',
    {
      status: 500,
      headers: { 'content-type': 'text/plain' },
      body: 'Traceback (most recent call last):\n  File "app.py", line 3\nKeyError: \'api_key\'',
    },
  ],
  [
    'service-down',
    'phare',
    {
      status: 500,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Whoops! There was an error.</title></head><body>ErrorException: Undefined variable $token</body></html>',
    },
  ],
];
const shapes: readonly FaultCase[] = otherShapes.map(([cause, service, wording]): FaultCase => ({
  service,
  cause,
  name: `${String(wording.headers?.['content-type'])}: ${nameOf(wording)}`,
  faults: [{ hits: everywhere, reply: said(models[service], wording) }],
}));

/** The area was read with this key a moment ago; the service says nothing. */
const writesAfterReads: readonly FaultCase[] = (['phare', 'logfire', 'quayside'] as const).map(
  (service): FaultCase => ({
    service,
    cause: 'permission-read-only',
    name: '403 without a word, after a read that went well',
    draft: models[service].write,
    pasted: 'open',
    before: async ({ send }: Scene) => send(),
    faults: [{ hits: writesIn(models[service].area), reply: { status: 403 } }],
  }),
);
/** Only reads are refused: a key that may write and not read. */
const writeOnly: readonly FaultCase[] = (['phare', 'logfire', 'quayside'] as const).map((service): FaultCase => ({
  service,
  cause: 'permission-none',
  name: '403 Reading is not allowed with this key, everywhere',
  probed: { anyOf: ['permission-missing', 'key-invalid', 'key-wrong-kind'] },
  offline: { anyOf: ['permission-missing', 'key-wrong-kind'] },
  pasted: { anyOf: ['permission-missing', 'key-wrong-kind'] },
  faults: [{ hits: reads, reply: models[service].refuse(403, 'Reading is not allowed with this key.') }],
}));

export const circumstanceCases: readonly FaultCase[] = [
  ...revokedMeanwhile,
  ...notInTheList,
  ...inTheList,
  ...successes,
  ...heads,
  ...challenged,
  ...wrongBase,
  ...shapes,
  ...writesAfterReads,
  ...writeOnly,
];
