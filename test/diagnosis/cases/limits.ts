/** Too many calls, and services that are down. */
import { everywhere, withToken } from '../../support/faultServer.ts';
import { serviceIds } from '../../support/faultModel.ts';
import { models } from '../../support/faultServices.ts';
import { type FaultCase, type Wording, said, spread } from '../support/faultCase.ts';

const limited: readonly Wording[] = [
  {
    status: 429,
    text: 'Too Many Attempts.',
    headers: { 'retry-after': '17', 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0' },
  },
  { status: 429, headers: { 'retry-after': 'Sat, 21 Nov 2026 12:01:00 GMT' } },
  { status: 429 },
  {
    status: 429,
    body: '<html><head><title>429 Too Many Requests</title></head><body><center><h1>429 Too Many Requests</h1></center><hr><center>nginx</center></body></html>',
    headers: { 'content-type': 'text/html' },
  },
  {
    status: 429,
    body: { message: 'API rate limit exceeded' },
    headers: { 'x-kong-response-latency': '1', 'ratelimit-reset': '31' },
  },
  { status: 429, body: { message: 'Limit Exceeded' }, headers: { 'x-amzn-errortype': 'LimitExceededException' } },
  {
    status: 403,
    text: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    headers: { 'retry-after': '60' },
  },
  {
    status: 403,
    text: 'API rate limit exceeded for 192.0.2.7.',
    headers: { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795262500' },
  },
  {
    status: 403,
    body: {
      error: {
        code: 403,
        message: 'Quota exceeded for quota metric Queries',
        errors: [{ reason: 'rateLimitExceeded' }],
        status: 'RESOURCE_EXHAUSTED',
      },
    },
  },
  {
    status: 403,
    body: { statusCode: 403, message: 'Out of call volume quota. Quota will be replenished in 02:11:19.' },
  },
  { status: 503, text: 'Please reduce your request rate.', code: 'SlowDown', headers: { 'retry-after': '5' } },
  { status: 503, text: 'Rate limit reached, try again in 20 s' },
  { status: 420, text: 'Enhance Your Calm' },
  { status: 402, text: 'Monthly quota used up. Upgrade your plan or wait for the next month.' },
  { status: 509, body: 'Bandwidth Limit Exceeded', headers: { 'content-type': 'text/plain' } },
  { status: 400, text: 'Request was throttled. Expected available in 42 seconds.' },
  { status: 401, text: 'Too many failed requests, slow down', headers: { 'retry-after': '30' } },
  { status: 403, text: 'Sie haben zu viele Anfragen gesendet.' },
  { status: 403, text: 'Trop de requêtes' },
  { status: 403, text: 'Demasiadas solicitudes' },
  { status: 403, text: 'リクエストが多すぎます' },
  { status: 403, text: '请求过于频繁，请稍后再试' },
  { status: 403, text: 'Слишком много запросов' },
  { status: 430, text: 'Shop limit reached', headers: { 'retry-after': '2' } },
  { status: 403, headers: { 'x-ratelimit-remaining': '0', 'retry-after': '12' } },
];
const rateLimited = spread('rate-limited', serviceIds, limited, (model, wording) => ({
  faults: [{ hits: withToken, reply: said(model, wording) }],
}));
const limitedInside: readonly FaultCase[] = ['Too many requests', 'Daily quota exceeded', 'Rate limit'].map((text) => ({
  service: 'wellows',
  cause: 'rate-limited',
  name: `200 with an error of 429 inside: ${text}`,
  faults: [{ hits: everywhere, reply: { ...models.wellows.refuse(429, text), status: 200 } }],
}));
/** The exchange of the key is limited as well. */
const limitedExchange: readonly FaultCase[] = [429, 403, 503].map((status) => ({
  service: 'flare',
  cause: 'rate-limited',
  name: `the exchange of the key: ${status} ratelimit reached`,
  faults: [
    {
      hits: ({ kind }) => kind === 'exchange',
      reply: models.flare.refuse(status, 'ratelimit reached', { code: 'RATELIMIT_REACHED' }),
    },
  ],
}));

const cloudflare = (status: number, what: string): string =>
  `<!DOCTYPE html><html lang="en-US"><head><title>api.example | ${status}: ${what}</title></head><body><div id="cf-wrapper"><h1>${what} <span>Error code ${status}</span></h1><p>Ray ID: 8f2a77</p></div></body></html>`;
const html = { 'content-type': 'text/html; charset=UTF-8' } as const;
const down: readonly Wording[] = [
  { status: 500, text: 'Internal Server Error' },
  { status: 500, text: 'Server Error', code: 'INTERNAL' },
  { status: 500 },
  {
    status: 502,
    body: '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx/1.25.3</center></body></html>',
    headers: html,
  },
  { status: 503, body: '<html><body><b>Http/1.1 Service Unavailable</b></body> </html>', headers: html },
  {
    status: 503,
    body: '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>',
    headers: { ...html, 'cache-control': 'no-cache' },
  },
  {
    status: 503,
    body: 'upstream connect error or disconnect/reset before headers. reset reason: connection failure',
    headers: { 'content-type': 'text/plain', server: 'envoy' },
  },
  { status: 504, body: { message: 'Endpoint request timed out' }, headers: { 'x-amzn-requestid': 'f3a1' } },
  {
    status: 502,
    body: { message: 'Internal server error' },
    headers: { 'x-amzn-errortype': 'InternalServerErrorException' },
  },
  {
    status: 521,
    body: cloudflare(521, 'Web server is down'),
    headers: { ...html, server: 'cloudflare', 'cf-ray': '8f2a77-FRA' },
  },
  {
    status: 522,
    body: cloudflare(522, 'Connection timed out'),
    headers: { ...html, server: 'cloudflare', 'cf-ray': '8f2a78-FRA' },
  },
  {
    status: 524,
    body: 'error code: 524',
    headers: { 'content-type': 'text/plain', server: 'cloudflare', 'cf-ray': '8f2a79-FRA' },
  },
  { status: 503, text: 'We are down for maintenance. Back at 14:00 UTC.', headers: { 'retry-after': '3600' } },
  {
    status: 503,
    body: '<html><head><title>Scheduled maintenance</title></head><body><h1>We will be back soon!</h1></body></html>',
    headers: html,
  },
  {
    status: 500,
    body: {
      type: 'https://tools.ietf.org/html/rfc7231#section-6.6.1',
      title: 'An error occurred while processing your request.',
      status: 500,
    },
    headers: { 'content-type': 'application/problem+json' },
  },
  { status: 503, text: 'Wir führen gerade Wartungsarbeiten durch.' },
  { status: 503, text: 'Service temporairement indisponible' },
  { status: 503, text: 'メンテナンス中です' },
  {
    status: 500,
    body: '<!DOCTYPE html><html><head><title>Error</title></head><body><pre>Internal Server Error</pre></body></html>',
    headers: html,
  },
  {
    status: 503,
    body: "<html><head><title>Application Error</title></head><body><iframe src='//www.herokucdn.com/error-pages/application-error.html'></iframe></body></html>",
    headers: html,
  },
];
const serviceDown = spread('service-down', serviceIds, down, (model, wording) => ({
  faults: [{ hits: everywhere, reply: said(model, wording) }],
}));
const downInside: readonly FaultCase[] = (
  [
    [500, 'Something went wrong'],
    [503, 'Service unavailable'],
    [502, 'Upstream error'],
  ] as const
).map(([code, text]) => ({
  service: 'wellows',
  cause: 'service-down',
  name: `200 with an error of ${code} inside: ${text}`,
  faults: [{ hits: everywhere, reply: { ...models.wellows.refuse(code, text), status: 200 } }],
}));
/** A maintenance page with the status of success. */
const maintenancePages: readonly FaultCase[] = (['phare', 'logfire', 'quayside'] as const).map((service) => ({
  service,
  cause: 'service-down',
  name: '200 with a maintenance page',
  offline: ['blocked-before-service', 'wrong-address'],
  probed: ['blocked-before-service', 'wrong-address'],
  pasted: ['blocked-before-service', 'wrong-address'],
  faults: [
    {
      hits: everywhere,
      reply: {
        status: 200,
        headers: html,
        body: '<!doctype html><html><head><title>Maintenance</title></head><body><h1>Under maintenance</h1><p>The API is down for scheduled maintenance until 15:00.</p></body></html>',
      },
    },
  ],
}));

export const limitCases: readonly FaultCase[] = [...rateLimited, ...limitedInside, ...limitedExchange];
export const downCases: readonly FaultCase[] = [...serviceDown, ...downInside, ...maintenancePages];
