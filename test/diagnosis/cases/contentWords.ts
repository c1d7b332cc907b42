/** Words of other causes in answers about the content or about an entry: a role, a limit or a key may be what is asked for. */
import { type ServiceModel, serviceIds } from '../../support/faultModel.ts';
import { writes } from '../../support/faultServer.ts';
import { type FaultCase, type Wording, said, spread } from '../support/faultCase.ts';
import { worded } from '../support/usual.ts';

const contents: readonly Wording[] = [
  // A field of the content may be called as a key is.
  { status: 422, body: { errors: { api_key: ['must be a string'] } } },
  { status: 422, body: { message: 'Validation failed', errors: { api_key: ['has already been taken'] } } },
  { status: 422, body: { detail: [{ loc: ['body', 'token'], msg: 'Input should be a valid string' }] } },
  { status: 422, text: 'The token field must be a string.' },
  { status: 422, text: 'The secret field is required.' },
  { status: 400, text: 'token is not a valid choice for type' },
  { status: 400, text: "Invalid token 'foo' in filter expression" },
  { status: 400, text: "'key' is an unknown option for sort" },
  // So may an entry, that is there already or still needed.
  { status: 409, text: 'A key with this name already exists' },
  { status: 409, text: 'This API key is still in use and cannot be deleted' },
  { status: 409, text: 'Scheduled maintenance already exists for that day' },
  { status: 409, text: 'Role cannot be deleted while members have it' },
  { status: 409, text: 'Ein Schlüssel mit diesem Namen existiert bereits' },
  { status: 409, text: 'この名前のキーは既に存在します' },
  { status: 422, text: 'You cannot change the role of the last owner' },
  // Values that are times, roles, limits or permissions.
  { status: 422, text: 'expired_at must be in the future' },
  { status: 422, text: 'expires_at is too far in the future' },
  { status: 422, text: 'The expiration date must be a date after today.' },
  { status: 422, text: 'Timestamp must be in ISO 8601' },
  { status: 422, text: 'The selected role is invalid.' },
  { status: 422, text: 'role must be one of admin, member' },
  { status: 422, text: 'rate_limit must be between 1 and 100' },
  { status: 422, text: 'permissions: expected array' },
  { status: 422, text: 'read_only must be a boolean' },
  { status: 422, text: "Unknown region 'xx'" },
  { status: 400, text: 'The region is not supported' },
  { status: 400, text: 'Cannot delete a read-only dashboard' },
  { status: 409, text: 'The invitation has expired' },
];
/** A field that is called as keys are elsewhere, where the key goes in another header. */
const fieldOfKey = spread(
  'invalid-request',
  ['phare', 'logfire'],
  [{ status: 422, body: { errors: { api_key: ['is required'] } } }],
  ({ write }, { body = '' }) => ({ draft: write, faults: [{ hits: writes, reply: { status: 422, body } }] }),
);

const entries: readonly Wording[] = [
  { status: 404, text: 'No user with that role' },
  { status: 404, text: 'Nobody has that role' },
  { status: 404, text: 'Could not find a member with that role' },
  { status: 404, text: 'No rate limit rule with this id' },
  { status: 404, text: 'No API key with that name' },
  { status: 404, text: 'There is no token with id 7' },
  { status: 404, text: 'Role not found' },
  { status: 404, text: 'Permission 12 does not exist' },
  { status: 404, text: 'The limit you asked for does not exist' },
  { status: 404, text: 'Maintenance window not found' },
  { status: 410, text: 'This invitation has expired' },
  { status: 404, text: 'Rolle nicht gefunden' },
];
/** Said of something that the content names: the path itself is there. */
const named = spread('not-found', serviceIds, entries, (model, wording) => ({
  name: 'named by a content',
  draft: model.write,
  faults: [{ hits: writes, reply: said(model, wording) }],
}));

const heldBy = (path: string, wordings: readonly Wording[]): readonly FaultCase[] =>
  spread('not-found', ['phare', 'wellows', 'quayside'], wordings, (model: ServiceModel, wording) => ({
    name: `an entry of ${path}`,
    draft: { method: 'DELETE', path: `${path}/7` },
    faults: [{ hits: writes, reply: said(model, wording) }],
  }));
/** What a path holds is what its answers speak of. */
const held: readonly FaultCase[] = [
  ...heldBy('/api-keys', [
    { status: 404, text: 'API key not found' },
    { status: 410, text: 'The key was revoked' },
  ]),
  ...heldBy('/team/roles', [{ status: 404, text: 'Owner role missing' }]),
  ...heldBy('/maintenance-windows', [{ status: 404, text: 'No scheduled maintenance' }]),
  ...heldBy('/rate-limits', [{ status: 404, text: 'No rate limit for these requests' }]),
  ...spread('not-found', ['logfire'], [{ status: 404, text: 'Token not found' }], (model, wording) => ({
    draft: { method: 'DELETE', path: '/api/v1/projects/{project_id}/write-tokens/7/' },
    faults: [{ hits: writes, reply: said(model, wording) }],
  })),
];

/** The same words, of the one who asks. */
const ofCaller: readonly FaultCase[] = [
  ...worded('key-invalid', [{ status: 404, text: 'No account with that key' }]),
  ...worded('role-insufficient', [{ status: 403, text: 'No user with that role may do this' }]),
  ...worded('rate-limited', [{ status: 409, text: 'Rate limit exceeded' }]),
];

export const contentWordCases: readonly FaultCase[] = [
  ...worded('invalid-request', contents),
  ...fieldOfKey,
  ...named,
  ...held,
  ...ofCaller,
];
