/** The third set of words: limits, services that are down, and what stands in between. */
import type { FaultCase, Wording } from '../support/faultCase.ts';
import { worded } from '../support/usual.ts';

const html = { 'content-type': 'text/html; charset=utf-8' } as const;
const plain = { 'content-type': 'text/plain' } as const;
const page = (title: string, body: string): string =>
  `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head><body>\n${body}\n</body></html>\n`;
const limited: readonly Wording[] = [
  {
    status: 429,
    body: {
      error: { type: 'rate_limit_error', message: 'Number of requests has exceeded your per-minute rate limit' },
    },
  },
  { status: 403, text: 'Daily request limit reached for your plan' },
  { status: 503, body: { code: 'RequestLimitExceeded', message: 'Request limit exceeded.' } },
  { status: 400, body: { error: { code: 4, message: '(#4) Application request limit reached' } } },
  {
    status: 403,
    body: { message: 'Developer Over Rate' },
    headers: { 'x-mashery-error-code': 'ERR_403_DEVELOPER_OVER_RATE' },
  },
  { status: 403, body: { message: 'Developer Over Qps' }, headers: { 'retry-after': '1' } },
  { status: 402, text: 'You have used all of your credits for this billing period.' },
  { status: 429, body: page('Too many requests', '<h1>Whoa there!</h1>'), headers: html },
  { status: 403, text: 'Concurrent request limit exceeded' },
  { status: 401, text: 'Request rate is too high', headers: { 'x-ratelimit-remaining': '0' } },
  { status: 403, text: 'Anfragelimit überschritten' },
  { status: 403, text: 'Limite de requêtes atteinte' },
  { status: 403, text: 'Límite de solicitudes superado' },
  { status: 403, text: 'レート制限に達しました' },
  { status: 403, text: '已超出速率限制' },
];

const down: readonly Wording[] = [
  { status: 500, text: 'Unexpected error. Our engineers were notified.' },
  { status: 503, text: 'Temporarily unavailable, try again shortly' },
  { status: 502, body: 'Bad gateway', headers: plain },
  {
    status: 503,
    body: page('Service Unavailable', '<h1>The service is unavailable.</h1>'),
    headers: { ...html, server: 'Microsoft-HTTPAPI/2.0' },
  },
  { status: 503, body: page('Heroku | Application Error', 'An error occurred in the application'), headers: html },
  { status: 500, body: { statusCode: 500, message: 'Internal server error' } },
  { status: 504, body: 'stream timeout', headers: { ...plain, server: 'envoy' } },
  {
    status: 520,
    body: page('api.example | 520: Web server is returning an unknown error', 'Cloudflare'),
    headers: { ...html, server: 'cloudflare' },
  },
  { status: 503, body: 'no healthy upstream', headers: { ...plain, server: 'istio-envoy' } },
  { status: 500, text: 'Ein interner Fehler ist aufgetreten' },
  { status: 503, text: 'サービスは一時的に利用できません' },
];

const blocked: readonly Wording[] = [
  {
    status: 403,
    headers: { ...html, server: 'AkamaiGHost' },
    body: page(
      'Access Denied',
      'You don\'t have permission to access "http&#58;&#47;&#47;api" on this server. Reference #18.abc',
    ),
  },
  {
    status: 403,
    headers: { ...html, server: 'awselb/2.0' },
    body: page('403 Forbidden', '<center><h1>403 Forbidden</h1></center>'),
  },
  {
    status: 200,
    headers: html,
    body: page(
      'Pardon Our Interruption',
      'As you were browsing something about your browser made us think you were a bot.',
    ),
  },
  {
    status: 403,
    headers: { ...html, server: 'ddos-guard' },
    body: page('DDoS-Guard', 'Checking your browser before accessing'),
  },
  { status: 200, headers: html, body: page('Okta: Sign In', '<div id="okta-sign-in"></div>') },
  {
    status: 200,
    headers: html,
    body: page(
      'Acme – Login',
      '<form action="/auth/realms/acme/login-actions/authenticate"><input id="password" type="password"></form>',
    ),
  },
  {
    status: 200,
    headers: html,
    body: page('Airport Free WiFi', '<p>Connect to free WiFi by watching an ad</p><button>Get online</button>'),
  },
  { status: 511, headers: html, body: page('Login required', '<a href="http://login.wifi.example/">login</a>') },
  { status: 403, headers: { ...plain, 'x-sucuri-id': '11' }, body: 'Access Denied - Sucuri' },
  {
    status: 403,
    headers: html,
    body: page('Barracuda Web Application Firewall', 'The specified URL cannot be found. Your support ID is 4'),
  },
  {
    status: 403,
    body: { error: 'ip_not_allowed', message: 'Requests from your IP are not allowed by the network policy.' },
  },
];

const elsewhere: readonly Wording[] = [
  {
    status: 404,
    headers: { 'content-type': 'application/json' },
    body: { error: 'No such endpoint', docs: 'https://other.example/docs' },
    offline: ['not-found', 'project-unknown'],
    probed: ['not-found', 'project-unknown'],
    pasted: ['not-found', 'project-unknown', 'project-missing'],
  },
  { status: 200, headers: html, body: page('Jenkins', '<h1>Welcome to Jenkins!</h1>') },
  {
    status: 200,
    headers: html,
    body: page('Apache Tomcat/10.1', "<h1>If you're seeing this, you've successfully installed Tomcat.</h1>"),
  },
  {
    status: 404,
    headers: html,
    body: page('404 - Page not found', '<p>The page you requested could not be found on our website.</p>'),
  },
  {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: { message: 'Welcome to the Acme API', version: 3 },
  },
  { status: 404, headers: { ...plain }, body: '404 page not found\n' },
  { status: 404, headers: { ...plain }, body: 'default backend - 404' },
];

const proxies: readonly Wording[] = [
  {
    status: 403,
    headers: { ...html, 'x-bluecoat-via': 'a1' },
    body: page(
      'Access Denied',
      'Access Denied (content_filter_denied). Your proxy administrator has blocked this category.',
    ),
  },
  {
    status: 403,
    headers: { ...html, 'proxy-connection': 'close' },
    body: page('Forbidden by proxy', 'The proxy server refused the connection to this host.'),
  },
  {
    status: 403,
    headers: { ...html, via: '1.1 tinyproxy (tinyproxy/1.11)' },
    body: page('403 Filtered', 'The request you made has been filtered. Generated by tinyproxy'),
  },
];
const blockedAlike = {
  offline: ['blocked-before-service'],
  probed: ['blocked-before-service'],
  pasted: ['blocked-before-service'],
} as const;

export const thirdBetweenCases: readonly FaultCase[] = [
  ...worded('rate-limited', limited),
  ...worded('service-down', down),
  ...worded('blocked-before-service', blocked),
  ...worded('wrong-address', elsewhere),
  ...worded('proxy-refused', proxies, blockedAlike),
];
