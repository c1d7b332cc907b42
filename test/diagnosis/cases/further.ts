/** The same situations in other words, written after the rules had been mended by the first ones. */
import type { FaultCase, Wording } from '../support/faultCase.ts';
import { someRight, worded } from '../support/usual.ts';

const html = { 'content-type': 'text/html' } as const;
const page = (title: string, body: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const problem = (status: number, title: string, detail: string): Wording => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: { type: 'https://errors.example/x', title, status, detail },
});

const invalid: readonly Wording[] = [
  { status: 401, text: 'The credentials you supplied were rejected.' },
  { status: 401, text: 'Authentication failed.' },
  { status: 403, text: 'That key does not exist or has been rolled.' },
  { status: 401, body: { error: 'invalid_token' } },
  { status: 401, body: { errors: [{ title: 'Unauthorized', detail: 'The access key is not recognized' }] } },
  problem(401, 'Authentication required', 'The bearer credential is not valid.'),
  { status: 400, text: 'Incorrect API key' },
  { status: 401, text: 'Login failed: wrong key' },
  { status: 403, text: 'This credential was deactivated.' },
  { status: 401, text: 'API nyckeln är ogiltig' },
  { status: 401, text: 'API anahtarı geçersiz' },
  { status: 401, text: '잘못된 API 키입니다' },
];
const expired: readonly Wording[] = [
  { status: 401, text: 'Your key is no longer active; it ran out on 3 November.' },
  { status: 403, text: 'Key validity period is over' },
  problem(401, 'Expired credential', 'The API key you used expired last week.'),
  { status: 401, body: { error: 'expired_key' } },
  { status: 401, text: 'API-nøglen er udløbet' },
  { status: 401, text: 'API 키가 만료되었습니다' },
];
const limited: readonly Wording[] = [
  { status: 403, text: 'Usage cap hit. Try again tomorrow.' },
  { status: 403, text: 'You are sending requests too fast.' },
  { status: 400, text: 'Call limit per minute reached' },
  { status: 503, text: 'Throttled', headers: { 'retry-after': '3' } },
  { status: 403, body: { code: 'THROTTLING', message: 'Throttling.User' } },
  { status: 401, text: 'Request quota for today is exhausted.' },
  { status: 403, text: 'U heeft te veel verzoeken verstuurd' },
  { status: 403, text: 'Troppe richieste' },
  { status: 429, body: 'slow down', headers: { 'content-type': 'text/plain' } },
];
const down: readonly Wording[] = [
  { status: 503, text: 'Backend fetch failed', headers: { server: 'Varnish', via: '1.1 varnish' } },
  { status: 500, text: 'SQLSTATE[HY000] [2002] Connection refused' },
  { status: 502, body: page('502 Bad Gateway', 'cloudfront'), headers: { ...html, server: 'CloudFront' } },
  { status: 504, body: page('504 Gateway Time-out', 'The server did not respond in time.'), headers: html },
  { status: 503, text: 'The database is read-only while we migrate. Please come back later.' },
  { status: 530, body: 'error code: 1033', headers: { 'content-type': 'text/plain', server: 'cloudflare' } },
  problem(500, 'Internal error', 'Something broke on our side.'),
  { status: 503, text: 'Serviço em manutenção' },
];
const blocked: readonly Wording[] = [
  {
    status: 403,
    headers: { ...html, server: 'cloudflare', 'cf-ray': '1-A' },
    body: page('Attention Required! | Cloudflare', '<h1>Sorry, you have been blocked</h1>'),
  },
  {
    status: 429,
    headers: { ...html, 'x-vercel-mitigated': 'challenge' },
    body: page('Vercel Security Checkpoint', 'We are verifying your browser'),
  },
  {
    status: 403,
    headers: html,
    body: page('Access denied', '<h1>Error 16</h1><p>This request was blocked by our security service. Imperva</p>'),
  },
  {
    status: 200,
    headers: html,
    body: page('Single Sign-On', '<form action="https://idp.corp.example/saml2"><input type="password"></form>'),
  },
  {
    status: 200,
    headers: html,
    body: page('Keycloak', '<form id="kc-form-login"><input name="password" type="password"></form>'),
  },
  {
    status: 200,
    headers: html,
    body: page('Train WiFi', '<h1>Willkommen im WLAN</h1><a href="/accept">Jetzt verbinden</a>'),
  },
  { status: 403, headers: html, body: page('FortiGuard Intrusion Prevention', '<h1>Web Page Blocked!</h1>') },
  { status: 403, headers: { 'content-type': 'text/plain' }, body: 'RBAC: access denied' },
];
const permissionTold: readonly Wording[] = [
  { status: 403, text: 'You are not authorized to view this resource.' },
  { status: 403, text: 'Not permitted' },
  { status: 403, body: { errors: [{ title: 'Forbidden', detail: 'Your token cannot access this collection' }] } },
  problem(403, 'Forbidden', 'Access to this area was not granted to the key.'),
  { status: 403, text: 'Access denied: no grants for this feature' },
  { status: 403, text: 'Toegang geweigerd' },
];
const readOnly: readonly Wording[] = [
  { status: 403, text: 'Write operations are not allowed with this key.' },
  { status: 403, text: 'Key has "read" scope; "write" is needed.', offline: someRight, pasted: someRight },
  { status: 403, text: 'Only GET requests are permitted for this token.' },
  { status: 403, text: 'Chiave di sola lettura' },
  { status: 403, text: 'Ключ только для чтения' },
];
const role: readonly Wording[] = [
  { status: 403, text: 'Owners only.' },
  { status: 403, text: 'Your account needs the Administrator role for this.' },
  { status: 403, text: 'Members cannot perform this; ask an admin.' },
  problem(403, 'Insufficient role', 'This action is limited to organization admins.'),
  { status: 403, text: 'Apenas administradores' },
];
const contents: readonly Wording[] = [
  { status: 400, text: 'Unexpected token } in JSON at position 14' },
  { status: 422, text: 'Unprocessable Content' },
  { status: 400, body: { errors: [{ title: 'Invalid attribute', source: { pointer: '/data/name' } }] } },
  { status: 409, text: 'Version conflict: the record was changed meanwhile' },
  { status: 400, text: 'permission_level must be one of read, write' },
  { status: 411, text: 'Length Required' },
  { status: 422, text: 'Nome inválido' },
];
const notThere: readonly Wording[] = [
  { status: 404, text: 'No such record' },
  { status: 404, text: 'Unknown id 40404' },
  { status: 404, body: { error: { type: 'not_found', message: 'Object was not found' } } },
  { status: 410, text: 'Gone' },
  { status: 404, text: 'Objekt nicht vorhanden' },
];
const elsewhere: readonly Wording[] = [
  { status: 200, headers: html, body: page('phpMyAdmin', '<p>MySQL</p>') },
  { status: 404, headers: html, body: page('404 | Laravel', 'Not Found') },
  {
    status: 404,
    headers: { ...html, server: 'Microsoft-IIS/10.0' },
    body: page('404 - File or directory not found.', '<h2>Server Error</h2>'),
  },
  { status: 200, headers: { 'content-type': 'application/json' }, body: { status: 'ok', uptime: 112 } },
  { status: 200, headers: html, body: page('Index of /', '<h1>Index of /</h1><a href="..">Parent Directory</a>') },
  { status: 200, headers: html, body: page('Grafana', '<div id="reactRoot"></div>') },
];
const proxies: readonly Wording[] = [
  {
    status: 403,
    headers: { ...html, via: '1.0 wsa01 (Cisco-WSA/12.5)' },
    body: page(
      'Notification: Policy: Destination',
      'This proxy does not allow the destination. Access policy of your organization.',
    ),
  },
  { status: 403, headers: { ...html, server: 'squid' }, body: page('Error', 'ERR_ACCESS_DENIED') },
  { status: 403, headers: { 'content-type': 'text/plain' }, body: 'Proxy: host not in the allow list' },
];
const regions: readonly Wording[] = [
  { status: 403, text: 'Wrong data center: this account lives in another region.' },
  { status: 401, text: 'Unknown key in this region. Did you mean the other endpoint?' },
  { status: 400, text: 'This workspace is hosted elsewhere; use the regional URL.' },
];
const clocks: readonly Wording[] = [
  { status: 401, text: 'Request timestamp is too old', headers: { date: 'Sat, 21 Nov 2026 17:00:00 GMT' } },
  { status: 403, text: 'Clock skew too great', headers: { date: 'Sat, 21 Nov 2026 08:00:00 GMT' } },
  { status: 401, text: 'The token is not valid yet', headers: { date: 'Fri, 20 Nov 2026 12:00:00 GMT' } },
];
const missing: readonly Wording[] = [
  { status: 400, text: 'Which project?' },
  { status: 403, text: 'Select a project before you continue.' },
  { status: 400, text: 'project was not provided' },
  { status: 401, text: 'Organization keys must state a project.' },
  { status: 422, text: 'Project cannot be blank' },
];
const unknownProject: readonly Wording[] = [
  { status: 404, text: 'There is no such project.' },
  { status: 403, text: 'Project 990017 is not available to you.' },
  { status: 400, text: 'Project does not exist' },
  { status: 401, text: 'No access to the given project' },
];
const broader: readonly Wording[] = [
  { status: 403, text: 'A project key cannot be used for this; use an organization key.' },
  { status: 403, text: 'Requires organization scope.' },
  { status: 401, text: 'Not available for single-project keys' },
];
const over: readonly Wording[] = [
  { status: 401, text: 'Access token is too old' },
  { status: 401, body: { error: 'token_expired' } },
  { status: 401, text: 'Your session has ended, sign in again' },
];

const blockedAlike = {
  offline: ['blocked-before-service'],
  probed: ['blocked-before-service'],
  pasted: ['blocked-before-service'],
} as const;

export const furtherCases: readonly FaultCase[] = [
  ...worded('key-invalid', invalid),
  ...worded('key-expired', expired),
  ...worded('rate-limited', limited),
  ...worded('service-down', down),
  ...worded('blocked-before-service', blocked),
  ...worded('wrong-address', elsewhere),
  ...worded('proxy-refused', proxies, blockedAlike),
  ...worded('region-mismatch', regions),
  ...worded('clock-skew', clocks),
  ...worded('token-expired', over),
  ...worded('permission-none', permissionTold),
  ...worded('permission-read-only', readOnly),
  ...worded('role-insufficient', role),
  ...worded('invalid-request', contents),
  ...worded('not-found', notThere),
  ...worded('project-missing', missing),
  ...worded('project-unknown', unknownProject),
  ...worded('needs-broader-key', broader),
];
