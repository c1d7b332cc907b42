/** Keys that the service does not know, or whose time is over. */
import type { CauseId } from '../../../src/diagnosis/diagnosis.ts';
import { everywhere } from '../../support/faultServer.ts';
import { serviceIds } from '../../support/faultModel.ts';
import { models } from '../../support/faultServices.ts';
import { webToken } from '../../support/webToken.ts';
import { type FaultCase, type Scene, type Wording, said, spread } from '../support/faultCase.ts';

/** What a bare 401 may mean to one who sees nothing else. */
const bareInPaste: readonly CauseId[] = ['key-missing', 'key-expired', 'token-expired', 'project-missing'];
/** What a bare 403 may mean. */
const bareForbidden: readonly CauseId[] = [
  'permission-none',
  'permission-missing',
  'blocked-before-service',
  'key-wrong-kind',
  'role-insufficient',
  'unknown',
];

const invalid: readonly Wording[] = [
  { status: 401, text: 'Invalid API Key provided.' },
  { status: 401, text: 'Bad credentials', headers: { 'x-request-id': '5f0a-77' } },
  { status: 401, text: 'Unauthenticated.', pasted: bareInPaste },
  {
    status: 401,
    body: { detail: 'Invalid authentication credentials' },
    headers: { 'www-authenticate': 'Bearer' },
  },
  { status: 401, text: 'Could not validate credentials', headers: { 'www-authenticate': 'Bearer realm="api"' } },
  {
    status: 401,
    headers: {
      'www-authenticate':
        'Bearer realm="api", error="invalid_token", error_description="The access token is invalid or was revoked"',
    },
  },
  {
    status: 400,
    body: {
      error: {
        code: 400,
        message: 'API key not valid. Please pass a valid API key.',
        status: 'INVALID_ARGUMENT',
        details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' }],
      },
    },
  },
  {
    status: 401,
    body: {
      statusCode: 401,
      message:
        'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
    },
  },
  { status: 403, text: 'This API key has been revoked.' },
  { status: 401, text: 'API key was disabled by an administrator on 2026-11-02.' },
  { status: 404, text: 'API key not found' },
  { status: 410, text: 'This token has been deleted.' },
  { status: 401, body: { detail: 'Invalid token.' }, headers: { 'www-authenticate': 'Token' } },
  {
    status: 401,
    body: 'HTTP Token: Access denied.\n',
    headers: { 'content-type': 'text/plain; charset=utf-8', 'www-authenticate': 'Token realm="Application"' },
    pasted: bareInPaste,
  },
  {
    status: 401,
    body: { timestamp: '2026-11-21T12:00:00.000+00:00', status: 401, error: 'Unauthorized', path: '/v1' },
    pasted: bareInPaste,
  },
  {
    status: 401,
    body: {
      type: 'https://tools.ietf.org/html/rfc7235#section-3.1',
      title: 'Unauthorized',
      status: 401,
      traceId: '00-0af7-b7ad-00',
    },
    headers: { 'content-type': 'application/problem+json' },
    pasted: bareInPaste,
  },
  { status: 401, text: 'Jwt verification fails', headers: { server: 'envoy' } },
  { status: 403, text: 'Key not authorised', offline: bareForbidden, pasted: 'open' },
  { status: 401, text: 'Your API key is incorrect. You can find it in your account settings.' },
  { status: 403, text: 'The provided access key is unknown.', code: 'UNKNOWN_KEY' },
  { status: 401, text: 'Unknown API key', code: 'auth.key_unknown' },
  { status: 422, text: 'No account matches this API key.' },
  { status: 401, text: 'Ungültiger API-Schlüssel.' },
  { status: 401, text: "La clé d'API est invalide." },
  { status: 401, text: 'La clave de API no es válida' },
  { status: 401, text: 'Chave de API inválida' },
  { status: 401, text: 'La chiave API non è valida' },
  { status: 401, text: 'APIキーが無効です。' },
  { status: 401, text: '无效的 API 密钥' },
  { status: 401, text: 'Недействительный ключ API' },
  { status: 401, text: 'Nieprawidłowy klucz API' },
  { status: 401, text: 'Ongeldige API-sleutel' },
  { status: 403, text: 'Der API-Schlüssel wurde widerrufen.', offline: bareForbidden, pasted: 'open' },
  { status: 401, pasted: bareInPaste },
  { status: 401, body: {}, pasted: bareInPaste },
  { status: 401, body: 'null', headers: { 'content-type': 'application/json' }, pasted: bareInPaste },
  { status: 403, offline: 'open', pasted: 'open' },
  {
    status: 403,
    body: { message: 'Forbidden' },
    headers: { 'x-amzn-errortype': 'ForbiddenException' },
    offline: 'open',
    probed: ['blocked-before-service'],
    pasted: 'open',
  },
  // All of it is hidden behind a 404, as services do that tell strangers nothing.
  {
    status: 404,
    text: 'Not Found',
    offline: 'open',
    probed: ['wrong-address', 'not-found', 'project-unknown'],
    pasted: 'open',
  },
];

const keyInvalid = spread('key-invalid', serviceIds, invalid, (model, wording) => ({
  faults: [{ hits: everywhere, reply: said(model, wording) }],
}));

const inEnvelope: readonly FaultCase[] = (
  [
    ['Invalid API key', 401],
    ['The API key you provided does not exist.', 401],
    ['Your key was revoked', 403],
  ] as const
).map(([text, code]) => ({
  service: 'wellows',
  cause: 'key-invalid',
  name: `200 with an error of ${code} inside: ${text}`,
  faults: [{ hits: everywhere, reply: { ...models.wellows.refuse(code, text), status: 200 } }],
}));

const expired: readonly Wording[] = [
  { status: 401, text: 'API key expired' },
  { status: 401, text: 'Your API key expired on 2026-11-01T00:00:00Z. Create a new one.' },
  { status: 403, text: 'Expired API Key provided' },
  {
    status: 400,
    body: {
      error: {
        code: 400,
        message: 'API key expired. Please renew the API key.',
        status: 'INVALID_ARGUMENT',
        details: [{ reason: 'API_KEY_EXPIRED' }],
      },
    },
  },
  { status: 401, text: 'This key is past its expiration date.' },
  { status: 401, text: 'The credential is no longer valid: its expiry was 3 days ago.', code: 'CREDENTIAL_EXPIRED' },
  {
    status: 401,
    headers: { 'www-authenticate': 'Bearer error="invalid_token", error_description="The access token expired"' },
  },
  {
    status: 401,
    text: 'Unauthorized',
    code: 'key_expired',
    headers: { 'x-error-code': 'key_expired' },
    offline: ['key-invalid'],
    probed: ['key-invalid'],
    pasted: ['key-invalid', 'key-missing'],
  },
  { status: 403, text: 'Access key has reached its end of life (expires_at=2026-10-31).' },
  { status: 401, text: 'Der API-Schlüssel ist abgelaufen.' },
  { status: 401, text: "La clé d'API a expiré." },
  { status: 401, text: 'La clave de API ha caducado' },
  { status: 401, text: 'A chave de API expirou' },
  { status: 401, text: 'La chiave API è scaduta' },
  { status: 401, text: 'APIキーの有効期限が切れています' },
  { status: 401, text: 'API 密钥已过期' },
  { status: 401, text: 'Срок действия ключа API истёк' },
  { status: 401, text: 'Klucz API wygasł' },
  { status: 401, text: 'De API-sleutel is verlopen' },
];

const keyExpired = spread('key-expired', serviceIds, expired, (model, wording) => ({
  faults: [{ hits: everywhere, reply: said(model, wording) }],
}));

/** The service said beforehand how long the key lives; afterwards it only says that it is no good. */
const knownExpiry: readonly FaultCase[] = (['Invalid API key', 'Unauthorized', undefined] as const).map((text) => {
  let isOver = false;
  return {
    service: 'wellows',
    cause: 'key-expired',
    name: `401 ${text ?? 'no text'}, after the key check had told an expiry that has passed`,
    offline: ['key-invalid'],
    probed: ['key-invalid'],
    pasted: 'open',
    faults: [{ hits: () => isOver, reply: text === undefined ? { status: 401 } : models.wellows.refuse(401, text) }],
    async before({ desk, connection, clock }: Scene) {
      isOver = false;
      await desk.bearings.keys.check(connection);
      await clock.advance(2 * 365 * 24 * 3_600_000);
      isOver = true;
    },
  };
});

/** The key is a web token, and says itself when its time was over. */
const knownByItself: readonly FaultCase[] = (['wellows', 'quayside', 'logfire'] as const).flatMap((service, index) =>
  [
    { status: 401, text: 'Unauthorized' },
    { status: 403, text: 'Forbidden' },
  ].map((wording): FaultCase => ({
    service,
    cause: 'key-expired',
    name: `a web token whose time is over: ${wording.status} ${wording.text}`,
    key: webToken({ sub: `examiner-${index}`, iat: 1_795_000_000, exp: 1_795_100_000 }),
    pasted: 'open',
    faults: [{ hits: everywhere, reply: said(models[service], wording) }],
  })),
);

export const refusedKeyCases: readonly FaultCase[] = [
  ...knownByItself,
  ...keyInvalid,
  ...inEnvelope,
  ...keyExpired,
  ...knownExpiry,
];
