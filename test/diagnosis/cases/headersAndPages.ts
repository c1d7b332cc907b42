/** Refusals in headers, XML and pages, the last of things that stand before a service. */
import type { CauseId } from '../../../src/diagnosis/diagnosis.ts';
import type { FaultCase, Wording } from '../support/faultCase.ts';
import { someRight, worded } from '../support/usual.ts';

const answers: Partial<Readonly<Record<CauseId, readonly Wording[]>>> = {
  'key-invalid': [
    {
      status: 401,
      headers: { 'content-type': 'application/xml' },
      body: '<?xml version="1.0"?><Error><Code>InvalidAccessKeyId</Code><Message>The key id you provided does not exist in our records.</Message></Error>',
    },
    {
      status: 401,
      headers: { 'content-type': 'application/xml' },
      body: '<error><status>401</status><message>Invalid key</message></error>',
    },
    { status: 401, headers: { 'x-error-code': 'invalid_api_key' } },
    { status: 401, headers: { 'content-type': 'text/plain' }, body: 'invalid api key' },
    { status: 401, headers: { 'www-authenticate': 'ApiKey error="invalid_key"' } },
    { status: 401, headers: { 'content-type': 'application/json' }, body: '"Invalid API key"' },
    { status: 401, headers: { 'grpc-status': '16', 'grpc-message': 'api%20key%20not%20valid' } },
    {
      status: 401,
      headers: { 'www-authenticate': 'Bearer error="invalid_token", error_description="Key has been revoked"' },
      body: { message: 'Unauthorized' },
    },
    { status: 401, headers: { 'x-amzn-errortype': 'UnrecognizedClientException' }, body: {} },
    { status: 403, headers: { 'x-error-message': 'Unknown API key' } },
    {
      status: 401,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'error=invalid_key&error_description=Key+not+known',
    },
  ],
  'key-expired': [
    { status: 401, headers: { 'x-error': 'key expired' } },
    {
      status: 401,
      headers: { 'content-type': 'application/xml' },
      body: '<Error><Code>ExpiredToken</Code><Message>The provided key has expired.</Message></Error>',
    },
  ],
  'rate-limited': [
    { status: 403, headers: { 'x-ratelimit-remaining': '0' }, body: { message: 'Forbidden' } },
    { status: 403, headers: { 'retry-after': '20' } },
    {
      status: 503,
      headers: { 'content-type': 'application/xml' },
      body: '<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>',
    },
    { status: 429, headers: { 'retry-after': '5' } },
    { status: 429, body: { error: 'x' } },
    { status: 403, headers: { 'x-rate-limit-remaining': '0' }, body: {} },
    { status: 403, headers: { ratelimit: 'limit=100, remaining=0, reset=30' }, body: { message: 'Forbidden' } },
    { status: 200, body: { success: false, error: { code: 104, info: 'Your monthly usage limit has been reached.' } } },
    {
      status: 429,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Too many</title></head><body>slow down</body></html>',
    },
    { status: 420, body: 'Enhance your calm' },
  ],
  'permission-none': [{ status: 403, headers: { 'grpc-status': '7', 'grpc-message': 'missing permission' } }],
  'permission-read-only': [{ status: 403, headers: { 'x-error': 'key is read-only' } }],
  'project-missing': [{ status: 400, headers: { 'x-error-code': 'missing_project' } }],
  'service-down': [
    { status: 500, headers: { 'content-type': 'application/xml' }, body: '<Error><Code>InternalError</Code></Error>' },
    {
      status: 502,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Bad gateway</title></head><body>cloudflare Error 502</body></html>',
    },
    {
      status: 504,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Gateway timeout</title></head><body></body></html>',
    },
    {
      status: 503,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Service Unavailable</title></head><body>HTTP Error 503. The service is unavailable.</body></html>',
    },
    {
      status: 500,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Server Error</title></head><body>Runtime error</body></html>',
    },
    {
      status: 522,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>522: Connection timed out</title></head><body>Cloudflare</body></html>',
    },
    { status: 503, headers: { 'content-type': 'text/plain' }, body: 'no server is available to handle this request' },
    {
      status: 502,
      headers: { server: 'awselb/2.0', 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>502 Bad Gateway</title></head><body></body></html>',
    },
    {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Maintenance</title></head><body>We will be back soon</body></html>',
    },
    { status: 599 },
    { status: 529, body: { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } } },
    { status: 503, body: { message: 'Maintenance: API keys are being rotated' } },
    { status: 500, body: { error: 'permission service error' } },
  ],
  'invalid-request': [
    {
      status: 413,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>413</title></head><body>Request Entity Too Large</body></html>',
    },
  ],
  'blocked-before-service': [
    {
      status: 403,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Blocked</title></head><body>Your request was blocked by our security rules. Ref 18.abc</body></html>',
    },
    {
      status: 403,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Zugriff verweigert</title></head><body>Die angeforderte Seite wurde durch die Firewall blockiert.</body></html>',
    },
    {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Login</title></head><body><form method=post><input name=user><input type="password"></form></body></html>',
    },
    {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Anmeldung erforderlich</title></head><body>Bitte melden Sie sich am Netzwerk an</body></html>',
    },
    {
      status: 403,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Forbidden</title></head><body>IP address not allowed</body></html>',
    },
    { status: 511, body: 'Network Authentication Required' },
    { status: 403, headers: { 'content-type': 'text/plain' }, body: 'Access denied by security policy' },
    { status: 403, body: { message: 'Request blocked by WAF', incident: 'x' } },
    {
      status: 403,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Vérification</title></head><body>Vérifiez que vous êtes humain</body></html>',
    },
    {
      status: 451,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>451</title></head><body>Unavailable</body></html>',
    },
    { status: 403, body: { error: 'Your IP 1.2.3.4 is not in the allow list' } },
    {
      status: 403,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Sophos</title></head><body>Web filtering: category blocked</body></html>',
    },
    {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Accès Wi-Fi</title></head><body>Acceptez les conditions</body></html>',
    },
    {
      status: 401,
      headers: { 'content-type': 'text/html', 'www-authenticate': 'Basic realm="intranet"' },
      body: '<!doctype html><html><head><title>401</title></head><body></body></html>',
    },
  ],
  'wrong-address': [
    {
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Page not found</title></head><body>We could not find this page</body></html>',
    },
    {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Welcome</title></head><body>Our product</body></html>',
    },
    { status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found' },
    {
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>404</title></head><body>The requested URL was not found on this server. Apache/2.4</body></html>',
    },
    { status: 200, headers: { 'content-type': 'text/plain' }, body: 'pong' },
    {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><head><title>Index of /</title></head><body>Directory listing</body></html>',
    },
    { status: 404, body: { error: 'No such route' } },
    { status: 404, body: { message: 'Route GET /x not found', error: 'Not Found', statusCode: 404 } },
  ],
  'proxy-refused': [
    {
      status: 403,
      headers: { 'content-type': 'text/html', server: 'squid/5' },
      body: '<!doctype html><html><head><title>ERROR: Access Denied</title></head><body>Access control configuration prevents your request</body></html>',
    },
    {
      status: 403,
      headers: { 'content-type': 'text/html', via: '1.1 proxy' },
      body: '<!doctype html><html><head><title>Access denied</title></head><body>The proxy denied access to this host</body></html>',
    },
  ],
};

export const headerAndPageCases: readonly FaultCase[] = (Object.keys(answers) as CauseId[]).flatMap((cause) =>
  worded(cause, answers[cause] ?? [], cause === 'permission-none' ? { offline: someRight, pasted: someRight } : {}, 1),
);
