/** A third set of words: each cause under statuses that do not fit it, in the manner of many other services. */
import type { FaultCase, Wording } from '../support/faultCase.ts';
import { someRight, worded } from '../support/usual.ts';

/** A code of which the service's documents tell nothing. */
const code = (status: number, message: string, own: string): Wording => ({ status, body: { message, code: own } });

const invalid: readonly Wording[] = [
  { status: 498, text: 'Invalid Token' },
  { status: 419, text: 'Authentication could not be verified.' },
  { status: 403, text: 'Your API token is wrong, please check it.' },
  { status: 400, text: 'Bad API key' },
  { status: 422, text: 'api_key is invalid' },
  code(403, 'The key was not accepted.', 'INVALID_KEY'),
  { status: 401, body: { code: 10001, msg: 'invalid access token' } },
  { status: 401, body: { fault: { faultstring: 'Invalid ApiKey', detail: { errorcode: 'oauth.v2.InvalidApiKey' } } } },
  { status: 401, body: { success: false, errors: [{ code: 10000, message: 'Authentication error' }] } },
  { status: 403, text: 'Unknown or revoked token' },
  { status: 401, text: 'Token signature verification failed' },
  { status: 401, text: 'We do not recognise this key. It may have been deleted.' },
  { status: 404, text: 'No such API key' },
  { status: 401, text: 'Authentifizierung fehlgeschlagen' },
  { status: 401, text: 'Authentification échouée' },
  { status: 401, text: 'Autenticación fallida: credenciales incorrectas' },
  { status: 401, text: '認証に失敗しました' },
  { status: 401, text: '身份验证失败' },
];
const expired: readonly Wording[] = [
  { status: 403, text: 'API token has passed its expiry date (2026-11-18).' },
  code(401, 'Unauthorized', 'EXPIRED_API_KEY'),
  {
    status: 401,
    body: {
      error: { type: 'authentication_error', code: 'api_key_expired', message: 'Expired API Key provided: ****1234' },
    },
  },
  { status: 419, text: 'The key has expired.' },
  { status: 410, text: 'This API key expired and was removed.' },
  { status: 400, text: 'Your trial key has expired' },
  { status: 401, text: 'Schlüssel abgelaufen am 01.11.2026' },
  { status: 401, text: 'Jeton expiré' },
  { status: 403, text: 'Token caducado' },
  { status: 401, text: 'キーの期限が切れました' },
  { status: 401, text: '令牌已过期' },
];
const permissionTold: readonly Wording[] = [
  { status: 403, text: 'The key does not grant access to alerts.' },
  { status: 401, text: 'You do not have permission to perform this action.' },
  {
    status: 403,
    body: {
      error: {
        code: 'AuthorizationFailed',
        message: "The client does not have authorization to perform action 'read' over scope.",
      },
    },
  },
  { status: 403, body: { error: 'Forbidden', reason: 'missing_privilege' } },
  { status: 403, text: 'Your plan or key does not include this module.' },
  { status: 403, text: 'Keine Zugriffsrechte' },
  { status: 403, text: "Vous n'avez pas l'autorisation d'accéder à cette ressource" },
  { status: 403, text: 'No tiene permiso para ver este recurso' },
  { status: 403, text: '没有权限' },
];
const readOnly: readonly Wording[] = [
  { status: 403, text: 'This token only has read permission.' },
  { status: 401, text: 'Read-only API key: modifications are rejected.' },
  code(403, 'Forbidden', 'READ_ONLY_KEY'),
  { status: 403, text: 'A key with write permission is required here; yours can only read.' },
  { status: 403, text: 'Schreibzugriff verweigert: nur Leserechte' },
  { status: 403, text: '只读密钥不能执行写操作' },
];
const role: readonly Wording[] = [
  { status: 403, text: 'User must have role OWNER' },
  { status: 403, text: 'You are not an admin of this organization' },
  code(403, 'Forbidden', 'ADMIN_ROLE_REQUIRED'),
  { status: 401, text: 'Superuser access required' },
  { status: 403, text: 'Ihre Rolle erlaubt diese Aktion nicht' },
  { status: 403, text: "Votre rôle ne permet pas d'effectuer cette action" },
  { status: 403, text: '仅限管理员操作' },
];
const contents: readonly Wording[] = [
  { status: 400, text: 'Missing required parameter: name' },
  { status: 422, fields: { role: 'must be one of admin, member' } },
  { status: 422, fields: { token: 'has already been taken' } },
  { status: 409, text: 'Duplicate entry' },
  { status: 400, text: 'start_time must be before end_time; expired ranges are not allowed' },
  { status: 400, body: { errors: { region: ['is not included in the list'] } } },
  { status: 414, text: 'URI Too Long' },
  { status: 431, text: 'Request Header Fields Too Large' },
  { status: 400, text: 'Anfrage fehlerhaft: Feld "name" fehlt' },
  { status: 422, text: '参数错误' },
];
const notThere: readonly Wording[] = [
  { status: 404, text: 'We could not find what you are looking for.' },
  { status: 404, body: { status: 404, error: 'Not Found', path: '/x/71' } },
  { status: 404, body: { code: 'RESOURCE_NOT_FOUND', message: 'Requested entity was not found.' } },
  { status: 404, text: 'Elemento no encontrado' },
  { status: 404, text: 'Не найдено' },
];
const regions: readonly Wording[] = [
  { status: 401, text: 'Account not found in this data region. Try the EU host.' },
  code(403, 'Forbidden', 'REGION_MISMATCH'),
  { status: 421, text: 'Misdirected request: organization belongs to another cluster region' },
  { status: 404, text: 'This key was issued for a different region' },
  { status: 401, text: 'Sandbox keys cannot be used in production.' },
  { status: 403, text: 'Der Schlüssel gehört zu einer anderen Region' },
];
const clocks: readonly Wording[] = [
  { status: 401, text: 'iat is in the future', headers: { date: 'Sat, 21 Nov 2026 06:00:00 GMT' } },
  {
    status: 400,
    text: 'Request expired: the Date header differs from server time by more than 15 minutes',
    headers: { date: 'Sat, 21 Nov 2026 14:00:00 GMT' },
  },
  {
    status: 403,
    body: { Code: 'RequestExpired', Message: 'Request has expired. Timestamp date is 2026-11-21T12:00:00Z.' },
    headers: { date: 'Sun, 22 Nov 2026 12:00:00 GMT' },
  },
];
const missing: readonly Wording[] = [
  code(400, 'Bad Request', 'PROJECT_REQUIRED'),
  { status: 409, text: 'More than one project is available, none was specified.' },
  { status: 404, text: 'Cannot resolve project from request' },
  { status: 401, text: 'Missing project identifier' },
  { status: 403, text: 'You must pass the project header when using this key.' },
  { status: 400, text: 'Kein Projekt ausgewählt', pasted: 'open' },
];
const unknownProject: readonly Wording[] = [
  code(404, 'Not found', 'PROJECT_NOT_FOUND'),
  { status: 403, text: 'You are not part of this project' },
  { status: 422, text: 'Project 990017 could not be found' },
  { status: 401, text: 'Invalid project' },
  { status: 400, text: 'Unknown project "990017"' },
];
const outside: readonly Wording[] = [
  { status: 403, text: 'This key can only be used with its own project.' },
  { status: 401, text: 'API key not valid for this project' },
  { status: 404, text: 'Project does not belong to this key' },
];
const broader: readonly Wording[] = [
  { status: 403, text: 'This action needs an account-wide key.' },
  { status: 403, text: 'Project tokens are not allowed here.' },
  { status: 404, text: 'Not available with a key that is limited to one project' },
];
const wrongKind: readonly Wording[] = [
  { status: 401, text: 'Publishable keys are not accepted by this endpoint, use your secret key.' },
  { status: 403, text: 'You used an ingest token. This API takes management keys only.' },
  { status: 400, text: 'Expected an API key but received a session token.' },
];
const over: readonly Wording[] = [
  { status: 401, body: { error: 'invalid_token', error_description: 'Token expired at 2026-11-21T11:00:00Z' } },
  { status: 403, text: 'Bearer token expired' },
  { status: 401, text: 'Das Zugriffstoken ist nicht mehr gültig (abgelaufen)' },
];
export const thirdCases: readonly FaultCase[] = [
  ...worded('key-invalid', invalid),
  ...worded('key-expired', expired),
  ...worded('key-wrong-kind', wrongKind),
  ...worded('region-mismatch', regions),
  ...worded('clock-skew', clocks),
  ...worded('token-expired', over),
  ...worded('permission-none', permissionTold, { offline: someRight, pasted: someRight }),
  ...worded('permission-read-only', readOnly),
  ...worded('role-insufficient', role),
  ...worded('invalid-request', contents),
  ...worded('not-found', notThere),
  ...worded('project-missing', missing),
  ...worded('project-unknown', unknownProject),
  ...worded('project-outside-key', outside),
  ...worded('needs-broader-key', broader),
];
