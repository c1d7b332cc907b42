/** Refusals in envelopes that no one service has: lists of errors, problems, GraphQL, gRPC, codes alone. */
import type { CauseId } from '../../../src/diagnosis/diagnosis.ts';
import type { FaultCase, Wording } from '../support/faultCase.ts';
import { someRight, worded } from '../support/usual.ts';

const said = (status: number, ...bodies: readonly object[]): readonly Wording[] =>
  bodies.map((body) => ({ status, body }));

const envelopes: Partial<Readonly<Record<CauseId, readonly Wording[]>>> = {
  'key-invalid': [
    ...said(
      401,
      { error: 'invalid_auth' },
      { code: 'InvalidClientTokenId', message: 'The token of this request is good for nothing.' },
      {
        error: {
          code: 401,
          status: 'UNAUTHENTICATED',
          details: [{ reason: 'API_KEY_INVALID', domain: 'example.com' }],
        },
      },
      { errors: [{ message: 'Not authenticated', extensions: { code: 'INVALID_API_KEY' } }] },
      { code: 16, message: 'bad token', details: [] },
      { type: 'https://example.com/problems/unknown-key', title: 'Unauthorized', status: 401 },
      { success: false, errors: ['api_key_revoked'] },
      { error: 'account_inactive' },
      { status: 'error', reason: 'key-not-found' },
      { err: { kind: 'KeyNotRecognised' } },
      { messages: [{ severity: 'ERROR', text: 'Key rejected' }] },
      { errors: [{ status: '401', code: 'invalid_credentials', title: 'Invalid credentials' }] },
      { message: { text: 'Key not recognised' } },
      { Error: { Code: 'InvalidAccessKeyId' } },
      { fault: { faultstring: 'Invalid ApiKey for given resource' } },
      ['Invalid API key'],
      { detail: [{ msg: 'Invalid API key', type: 'auth' }] },
      {
        error: {
          errors: [
            {
              domain: 'global',
              reason: 'authError',
              message: 'Invalid Credentials',
              locationType: 'header',
              location: 'Authorization',
            },
          ],
          code: 401,
        },
      },
      { status: 'fail', data: { key: 'is not valid' } },
      { exception: 'AuthenticationException', msg: 'key not recognised' },
      { error: { type: 'authentication_error', message: 'invalid x-api-key' } },
      { ok: false, error: { name: 'InvalidKeyError' } },
      { meta: { code: 401, errorType: 'invalid_auth', errorDetail: 'Bad key' } },
      { Response: { Error: { Code: 'Auth.KeyNotFound', Message: 'The key is not found' } } },
      { result: null, success: false, errors: [{ code: 1004, message: 'Invalid access token' }], messages: [] },
      {
        errors: [{ message: 'Unauthorized', extensions: { code: 'UNAUTHENTICATED', reason: 'unknown_key' } }],
        data: null,
      },
      {
        jsonapi: { version: '1.0' },
        errors: [
          { id: 'x', status: '401', code: 'auth.key.invalid', title: 'Key invalid', detail: 'The key is invalid.' },
        ],
      },
      { type: 'urn:problem:key-revoked', title: 'Key revoked', status: 401, detail: 'Revoked on 1 May.' },
      { type: 'https://docs.example.com/errors#invalid-key', title: 'Unauthorized', status: 401 },
      { code: 401, error: true, messages: ['The key is wrong'] },
      { error: ['Invalid', 'key'] },
      { errors: ['Invalid key'] },
      { errors: 'Invalid key' },
      { error: { message: { en: 'Invalid key', de: 'Schlüssel ungültig' } } },
      { reason: 'KEY_DISABLED' },
      { 'error-code': 'key-disabled' },
      { problem: { name: 'unknown-key' } },
      { status: { code: 401, text: 'Key not valid' } },
      { resultCode: 'E1001', resultMessage: 'Key is not valid' },
      { ErrorMessage: 'Key not valid', ErrorCode: 100 },
      { errorMessages: ['Client must be authenticated', 'Invalid key'], errors: {} },
      { faultcode: 'x', faultstring: 'invalid key' },
    ),
  ],
  'key-expired': [
    ...said(
      401,
      { error: 'expired_api_key' },
      { code: 'ExpiredAuthenticationToken', message: 'No' },
      { errors: [{ extensions: { code: 'KEY_EXPIRED' }, message: 'Unauthorized' }] },
      { error: { details: [{ reason: 'CREDENTIAL_EXPIRED' }] } },
      { title: 'Unauthorized', type: '/errors/key-expired' },
      { reason: 'EXPIRED' },
      { error: 'key_has_expired' },
      { code: 'CREDENTIALS_EXPIRED' },
      { errors: { key: 'has expired' } },
    ),
  ],
  'rate-limited': [
    ...said(
      403,
      { code: 'RequestLimitExceeded' },
      { error: 'ratelimited' },
      { error: { status: 'RESOURCE_EXHAUSTED', message: 'x' } },
      { errors: [{ extensions: { code: 'THROTTLED' }, message: 'no' }] },
      { error: 'over_capacity', message: 'Too busy for you' },
      { type: 'about:blank', title: 'Quota exceeded' },
      { code: 'insufficient_quota' },
      { error: { code: 'quota_exceeded', message: 'Request denied' } },
      { code: 'RATE_LIMIT_EXCEEDED' },
      { error: 'too_many_requests' },
      { code: 'Throttling', message: 'x' },
      { error: { errors: [{ reason: 'dailyLimitExceeded' }] } },
      { __type: 'ThrottlingException' },
      { errors: [{ code: 88, message: 'Rate limit exceeded' }] },
      { errors: [{ extensions: { code: 'RATE_LIMITED' }, message: 'Too many requests' }] },
    ),
  ],
  'permission-none': [
    ...said(
      403,
      { error: 'missing_scope', needed: 'x' },
      { code: 7, message: 'permission denied' },
      { error: { status: 'PERMISSION_DENIED' } },
      { errors: [{ code: 'FORBIDDEN_SCOPE', title: 'Forbidden' }] },
      { code: 'AuthorizationFailed', message: 'The client does not have authorization to perform this action' },
      { error: 'restricted_resource' },
      { error: 'insufficient_scope' },
      { code: 'PERMISSION_DENIED' },
      { error: { code: 'Forbidden', message: 'Missing permission' } },
      { title: 'Forbidden', status: 403, detail: 'The key has not got the permission for this' },
      { code: 7, message: 'caller lacks permission', details: [] },
      { error: { status: 'PERMISSION_DENIED', details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }] } },
    ),
  ],
  'permission-read-only': [
    ...said(
      403,
      { error: 'read_only_token' },
      { code: 'WRITE_NOT_ALLOWED' },
      { errors: [{ extensions: { code: 'READ_ONLY' }, message: 'Forbidden' }] },
      { error: { reason: 'writeAccessRequired' } },
      { error: 'write_permission_required' },
      { code: 'READ_ONLY_API_KEY', message: 'Access denied' },
      { error: 'write_access_denied' },
      { code: 'KEY_IS_READ_ONLY' },
      { error: { errors: [{ reason: 'readOnlyAccess' }] } },
      { errors: [{ message: 'Forbidden', extensions: { code: 'FORBIDDEN', reason: 'read-only key' } }] },
      { title: 'Forbidden', detail: 'Write scope missing', status: 403 },
      { error: { code: 'READ_ONLY' } },
      { code: 'auth.write_denied', message: 'Denied' },
    ),
  ],
  'role-insufficient': [
    ...said(
      403,
      { error: 'admin_required' },
      { code: 'INSUFFICIENT_ROLE' },
      { errors: [{ extensions: { code: 'OWNER_ONLY' }, message: 'Forbidden' }] },
      { code: 'not_an_admin' },
      { reason: 'roleTooLow' },
      { error: 'not_owner' },
      { code: 'ADMIN_ONLY' },
      { reason: 'insufficientRole' },
    ),
  ],
  'project-missing': [
    ...said(
      400,
      { error: 'project_required' },
      { code: 'MissingProject' },
      { errors: [{ extensions: { code: 'NO_PROJECT' }, message: 'Bad Request' }] },
      { code: 'PROJECT_NOT_SPECIFIED' },
      { code: 'project_id_missing', message: 'Bad request' },
      { error: 'missing_project_header' },
      { error: 'no_project' },
      { errors: [{ detail: 'project is required', source: { header: 'project' } }] },
      { code: 'PROJECT_HEADER_MISSING' },
      { errors: [{ status: '400', title: 'Bad Request', detail: 'A project must be named' }] },
      { type: '/problems/project-required', title: 'Bad request', status: 400 },
      { error: { details: [{ reason: 'PROJECT_REQUIRED' }] } },
      { errors: { project: ['is missing'] } },
    ),
  ],
  'project-unknown': [
    ...said(
      404,
      { error: 'project_not_found' },
      { code: 'ProjectNotFound' },
      { errors: [{ extensions: { code: 'UNKNOWN_PROJECT' }, message: 'x' }] },
      { code: 'INVALID_PROJECT' },
    ),
  ],
  'project-outside-key': [
    ...said(
      403,
      { error: 'key_project_mismatch' },
      { code: 'KEY_NOT_FOR_PROJECT' },
      { code: 'PROJECT_KEY_MISMATCH' },
      { error: 'wrong_project_for_key' },
    ),
  ],
  'needs-broader-key': [
    ...said(
      403,
      { error: 'org_key_required' },
      { code: 'ORGANIZATION_KEY_REQUIRED' },
      { code: 'PROJECT_KEY_NOT_ALLOWED' },
    ),
  ],
  'region-mismatch': [
    ...said(401, { error: 'wrong_region' }, { code: 'REGION_MISMATCH' }, { code: 'WrongDatacenter' }),
  ],
  'key-wrong-kind': [...said(401, { error: 'not_allowed_token_type' }, { code: 'WRONG_KEY_TYPE' })],
  'service-down': [
    ...said(
      503,
      { error: { status: 'UNAVAILABLE' } },
      { error: { code: 503, message: 'The service is currently unavailable.', status: 'UNAVAILABLE' } },
    ),
    ...said(500, { code: 13, message: 'internal' }),
  ],
  'invalid-request': [
    ...said(
      400,
      { error: { status: 'INVALID_ARGUMENT', message: 'x' } },
      { code: 3, message: 'bad' },
      {
        errors: [
          {
            message: 'Field "foo" is not defined by type "Bar"',
            locations: [{ line: 1, column: 2 }],
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      },
      { code: 3, message: 'invalid interval', details: [] },
      { error: { status: 'FAILED_PRECONDITION', message: 'monitor is paused' } },
    ),
    ...said(409, { error: { status: 'ALREADY_EXISTS' } }, { code: 6, message: 'already exists', details: [] }),
    ...said(
      422,
      { errors: { name: ['is too short'] } },
      { detail: [{ loc: ['body', 'name'], msg: 'field required', type: 'value_error.missing' }] },
      {
        title: 'Your request parameters did not validate',
        'invalid-params': [{ name: 'age', reason: 'must be positive' }],
      },
      { message: 'The given data was invalid.', errors: { url: ['The url is invalid.'] } },
      [{ path: ['name'], message: 'Required', code: 'invalid_type' }],
      { issues: [{ path: ['name'], message: 'Required' }] },
      { validationErrors: [{ field: 'key', message: 'is expired' }] },
    ),
  ],
  'not-found': [...said(404, { error: { status: 'NOT_FOUND' } }, { code: 5, message: 'not found' })],
};

export const envelopeCases: readonly FaultCase[] = (Object.keys(envelopes) as CauseId[]).flatMap((cause) =>
  worded(
    cause,
    envelopes[cause] ?? [],
    cause === 'permission-none' ? { offline: someRight, pasted: someRight } : {},
    1,
  ),
);
