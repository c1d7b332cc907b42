/** Refusals in words that mean something else than a part of them does: qualified, negated, or of two things at once. */
import type { FaultCase } from '../support/faultCase.ts';
import { onceEach, worded } from '../support/usual.ts';

const insideSuccess = (cause: FaultCase['cause'], ...bodies: readonly object[]): readonly FaultCase[] =>
  worded(
    cause,
    bodies.map((body) => ({ status: 200, body })),
    {},
    5,
  ).filter(({ service }) => service === 'wellows');

/** Used-up limits that name no unit of time, and what is left of a plan. */
const limits: readonly FaultCase[] = [
  ...onceEach('rate-limited', 402, 'You hit your limit · You are over the limit of your plan'),
  ...onceEach(
    'rate-limited',
    403,
    `
    All the calls of this plan have been used
    You used every request that your plan includes
    Your organization is at its limit
    No calls are left until Monday
  `,
  ),
  ...worded('rate-limited', [
    { status: 402, body: { message: 'Payment required', reason: 'DAILY_CALLS_EXHAUSTED' } },
    { status: 403, body: { message: 'You are beyond your limit', reason: 'HOURLY_REQUEST_COUNT' } },
  ]),
];

/** Regions by the names that the service gives them, and by what is said of a place. */
const regions: readonly FaultCase[] = [
  ...worded(
    'region-mismatch',
    [
      { status: 403, text: 'Your data is held in the EU; send requests to the EU host' },
      { status: 403, text: 'This organization is kept on the EU cluster' },
      { status: 401, text: 'The account is on the EU side' },
      { status: 421, text: 'Misdirected: your organization lives in another cell' },
      { status: 400, text: 'The signature is malformed; the region is wrong' },
      { status: 401, text: 'This key works on the Adriatic side only' },
      { status: 401, text: 'Your account lives on the Adriatic host' },
      { status: 403, text: 'Issued for the Adriatic harbour' },
      { status: 403, text: 'Try the Adriatic host' },
    ],
    {},
    3,
  ).filter(({ service, name }) => (service === 'quayside') === name.includes('Adriatic')),
];

const mayBeNotFound = { anyOf: ['not-found'] } as const;
const addressOnly = { offline: mayBeNotFound, probed: mayBeNotFound, pasted: mayBeNotFound } as const;
const text = { 'content-type': 'text/plain' };

/** Others that answer in the service's place: hosts of web sites, gateways that know no such API, checks that give data. */
const others: readonly FaultCase[] = [
  ...worded(
    'wrong-address',
    [
      { status: 404, headers: { ...text, server: 'Vercel' }, body: 'Not Found' },
      { status: 404, headers: { ...text, server: 'Netlify' }, body: 'Not Found - request 01' },
      { status: 404, body: { statusCode: 404, message: 'Cannot GET /firework/v4/identifiers/', error: 'Not Found' } },
      { status: 404, body: { message: 'No API found for this path' } },
      { status: 404, body: { fault: { faultstring: 'Unable to identify a proxy for this host' } } },
      { status: 404, body: { message: 'The path /uptime/monitors does not map to any API' } },
      { status: 404, body: { error: 'Not Found', path: '/v1', at: '2026-11-21' } },
    ],
    addressOnly,
  ),
  ...worded('wrong-address', [
    { status: 500, headers: { ...text, server: 'Varnish' }, body: 'unknown domain: api.example.net' },
    { status: 503, headers: text, body: 'No such host' },
  ]),
  ...worded('blocked-before-service', [
    { status: 401, headers: { ...text, 'x-goog-iap-generated-response': 'true' }, body: 'Invalid token: no JWT' },
    { status: 403, body: { appId: 'PXb', jsClientSrc: '/b/init.js', blockScript: '/b/captcha.js' } },
    { status: 403, body: { url: 'https://geo.captcha-delivery.com/captcha/?x' } },
  ]),
  ...worded(
    'blocked-before-service',
    [
      {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<!doctype html><html><head><title>Blocked</title></head><body>This site is blocked by your company</body></html>',
      },
    ],
    { offline: ['proxy-refused'], probed: ['proxy-refused'], pasted: ['proxy-refused'] },
    5,
  ),
];

/** What a flag, a code or a phrase beside the sentence says. */
const flags: readonly FaultCase[] = [
  ...worded('key-invalid', [
    { status: 403, body: { error: { code: 'forbidden', message: 'Access denied', invalidKey: true } } },
    { status: 401, body: { tokenInvalid: true, message: 'Unauthorized' } },
    { status: 403, body: { message: 'Forbidden', isTokenValid: false } },
  ]),
  ...worded(
    'key-expired',
    [
      { status: 401, body: { message: 'Unauthorized', tokenExpired: true } },
      { status: 401, text: 'La validità della chiave è finita' },
      { status: 401, text: 'Il termine della chiave API è concluso' },
      { status: 401, text: 'La vigencia de la clave ha concluido' },
    ],
    { offline: ['token-expired'], probed: ['token-expired'], pasted: ['token-expired'] },
  ),
  ...worded(
    'service-down',
    [
      { status: 200, body: { errors: [{ message: 'It broke', extensions: { code: 'INTERNAL_ERROR' } }], data: null } },
      { status: 200, body: { errors: [{ message: 'Upstream', extensions: { code: 'SERVICE_UNAVAILABLE' } }] } },
    ],
    {},
    5,
  ).filter(({ service }) => service !== 'wellows'),
];

export const saidOtherwiseCases: readonly FaultCase[] = [
  ...insideSuccess(
    'key-invalid',
    { ok: false, error: 'account_inactive' },
    { error: 'Unknown API key' },
    { ok: false, message: 'The key was revoked' },
  ),
  ...insideSuccess('key-expired', { ok: false, error: 'token_expired' }),
  ...insideSuccess('rate-limited', { ok: false, error: 'rate_limited' }),
  ...onceEach(
    'key-wrong-kind',
    401,
    `
    A secret key is required, but a publishable key was sent
    Server token required; you provided a browser key
    This endpoint requires a management key; an ingest key was supplied
    API key required. The credential that you sent is a webhook secret
  `,
  ),
  ...onceEach(
    'needs-broader-key',
    403,
    `
    A workspace-wide API key is required for this call
    Account token needed
    An account-level API token is required
  `,
  ),
  ...onceEach(
    'project-missing',
    400,
    `
    The API key must be used with a specific project
    A token must be limited to a project
    The key must be tied to one project
    API keys must name a project
    The key is not tied to any project, so name one in the request
    Your token does not belong to a project. Send a project id.
    Since this key is not limited to a single project, a project must be given
    The API key is not scoped to one project; pass a project id
  `,
  ),
  ...onceEach(
    'project-outside-key',
    403,
    'This key does not belong to the project · Your key is not bound to this project',
    {
      pasted: ['project-unknown', 'permission-none'],
    },
  ),
  ...worded(
    'project-outside-key',
    [
      { status: 403, body: { message: 'Project does not match', code: 'key_project_mismatch' } },
      {
        status: 400,
        body: { error: { code: 'PROJECT_MISMATCH', message: 'This key was created in another project' } },
      },
    ],
    { pasted: ['project-unknown', 'project-conflict', 'permission-none'] },
  ),
  // Another read tells whether a project was all that lacked.
  ...worded('project-missing', [{ status: 400, text: 'Error: Bad Request' }], {
    offline: ['invalid-request'],
    pasted: 'open',
  }).filter(({ service }) => service === 'phare'),
  ...limits,
  ...regions,
  ...others,
  ...flags,
];
