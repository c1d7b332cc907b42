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
];
