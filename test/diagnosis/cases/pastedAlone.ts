/** Answers pasted without their request: refusals inside a success, and words that alone tell what was asked. */
import type { CauseId } from '../../../src/diagnosis/diagnosis.ts';
import type { ServiceId } from '../../support/faultModel.ts';
import type { Expected, PastedCase } from '../support/faultCase.ts';

type Row = readonly [ServiceId, CauseId | null, number, object, Expected?];

const rights: Expected = {
  anyOf: ['permission-none', 'permission-missing', 'permission-read-only', 'role-insufficient'],
};

const refusalsInside: readonly Row[] = [
  ['logfire', 'key-invalid', 200, { errors: [{ message: 'Unknown API token' }] }],
  ['flare', 'key-invalid', 200, { ok: false, error: 'token_revoked' }, ['token-expired']],
  ['phare', 'key-expired', 200, { error: { message: 'The API key has expired', type: 'auth' } }],
  ['wellows', 'key-invalid', 200, { error: 'The key is not valid' }],
  ['quayside', 'rate-limited', 200, { errors: [{ message: 'Too many requests' }], data: null }],
  ['wellows', 'rate-limited', 200, { ok: false, error: 'ratelimited' }],
  ['quayside', 'key-wrong-kind', 200, { ok: false, error: 'token_kind_wrong' }],
  ['flare', 'region-mismatch', 200, { ok: false, error: 'wrong region' }],
  ['phare', 'rate-limited', 200, { errcode: 7, errmsg: 'daily quota is used up' }],
  ['phare', 'project-missing', 200, { ok: false, error: 'No project was specified' }],
  ['logfire', 'permission-missing', 200, { errors: [{ message: 'Missing scope alert:write' }] }, rights],
  ['flare', 'key-missing', 200, { ok: false, error: 'No API key provided' }],
  ['quayside', 'key-invalid', 200, { error: { code: 401, message: 'Invalid credentials' } }],
];

/** Data that speaks of refusals, and no refusal. */
const dataOnRefusals: readonly Row[] = [
  ['phare', null, 200, { errors: [] }],
  ['phare', null, 200, { error: null }],
  ['quayside', null, 200, { ok: true, error: '' }],
  ['flare', null, 200, { success: true, errors: ['The API key has expired'] }],
  ['logfire', null, 200, { data: { error: 'Invalid API key', id: 4 } }],
  ['flare', null, 200, { checks: [{ error: 'Invalid API key' }] }],
  ['quayside', null, 200, { errors: [{ id: 4, message: 'Invalid API key', check: 'login', count: 3 }], total: 1 }],
  ['quayside', null, 200, { errors: [{ message: 'Key expired', count: 3, first_seen: '2026-01-01' }] }],
  ['phare', null, 200, { status: 'error', id: 5, message: 'Certificate expired' }],
  ['logfire', null, 200, { error: 0 }],
  ['phare', null, 200, { id: 8, ok: false, error: 'Invalid API key', monitor: 'login' }],
  ['quayside', null, 200, { ok: false, checked_at: '2026-11-21T12:00:00Z', url: 'https://a.example' }],
  ['wellows', null, 200, { ok: false }],
  [
    'logfire',
    null,
    200,
    { data: { user: { id: 1 } }, errors: [{ message: 'Not authorized', path: ['user', 'email'] }] },
  ],
  ['flare', null, 200, { code: 404, message: 'Page missing on shop', id: 4, monitor: 3 }],
];

const alone: readonly Row[] = [
  ['phare', 'permission-read-only', 403, { message: 'This key only allows reading' }],
  ['quayside', 'permission-read-only', 403, { problem: { code: 'NO_WRITE', text: 'The key does not allow writing' } }],
  ['logfire', 'permission-read-only', 403, { detail: 'Token has read-only access' }],
  ['wellows', 'permission-read-only', 403, { success: false, message: 'Clé en lecture seule', code: 403 }],
  ['flare', 'permission-read-only', 403, { error: { message: 'A read-only API key cannot create anything' } }],
  ['phare', 'permission-read-only', 403, { message: 'キーは読み取り専用です' }],
  [
    'wellows',
    'permission-read-only',
    403,
    { success: false, message: 'Your key may send GET requests only', code: 403 },
  ],
  ['phare', 'permission-none', 403, { message: 'You do not have permission to read this' }, rights],
  ['phare', 'key-missing', 401, { message: 'You did not send an API key' }],
  ['flare', 'key-missing', 401, { error: { message: 'Authorization field was not found in the request headers' } }],
  ['wellows', 'key-missing', 401, { success: false, message: "You haven't supplied an API key", code: 401 }],
  ['logfire', 'key-missing', 401, { detail: 'Authentication is required' }, ['key-invalid']],
  ['quayside', 'key-missing', 401, { message: 'Authentication parameters missing' }],
  ['phare', 'key-missing', 401, { message: 'Unable to find an API key in the header x-api-key' }],
  ['logfire', 'key-missing', 401, { detail: 'Could not resolve the variable request.header.authorization' }],
  ['phare', 'key-missing', 401, { message: 'You must be logged in to do this' }, ['key-invalid']],
  ['quayside', 'key-missing', 401, { problem: { code: 'X', text: "We didn't receive any key" } }],
  ['phare', 'key-missing', 401, { message: 'Sign-in required' }, ['key-invalid']],
  ['wellows', 'key-missing', 403, { success: false, message: 'A valid key is missing', code: 403 }, ['key-invalid']],
  ['logfire', 'key-wrong-kind', 403, { detail: 'Write tokens work with the ingest endpoint only' }],
  ['phare', 'key-wrong-kind', 401, { message: 'A heartbeat token is not an API key' }],
  ['wellows', 'key-wrong-kind', 401, { success: false, message: 'Badge tokens are not valid API keys', code: 401 }],
  ['logfire', 'key-wrong-kind', 401, { detail: 'Dashboard tokens may only be used to embed dashboards' }],
  ['phare', 'permission-none', 403, { message: 'Resource not accessible by integration' }, rights],
  [
    'flare',
    'key-invalid',
    401,
    { error: { code: 401, message: 'Invalid credentials. Expected an OAuth 2 access token or another valid one.' } },
    ['token-expired', 'key-missing'],
  ],
  [
    'flare',
    'token-expired',
    401,
    { code: 'token_not_valid', detail: 'The token is not valid for any token type', messages: ['Token has expired'] },
    ['key-expired'],
  ],
  [
    'phare',
    'project-outside-key',
    403,
    { message: 'API key is not allowed to access the given project' },
    ['project-unknown', 'permission-none'],
  ],
  ['phare', 'project-unknown', 400, { message: 'The project must be one that exists' }],
  ['wellows', 'project-unknown', 422, { success: false, message: 'project_id must reference a project that exists' }],
  ['quayside', 'project-unknown', 400, { problem: { code: 'E', text: 'The dock has to exist' } }],
  ['phare', 'needs-broader-key', 403, { message: 'This may only be done with an account key' }],
  ['wellows', 'needs-broader-key', 403, { success: false, message: 'Only workspace keys can manage this', code: 403 }],
];

export const pastedAloneCases: readonly PastedCase[] = [...refusalsInside, ...dataOnRefusals, ...alone].map(
  ([service, cause, status, answer, pasted = 'first']) => {
    const body = JSON.stringify(answer);
    return { service, cause, name: `a paste alone: ${status} ${body.slice(0, 70)}`, status, body, pasted };
  },
);
