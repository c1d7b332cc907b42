import { type Answer, json, noContent } from '../../shared/answer.ts';
import { aList, anObject, aString, missing, must, readBody, unprocessable } from '../../shared/fastApi.ts';
import { type Call, notFound, type Operation } from '../call.ts';

const SCIM = 'urn:ietf:params:scim';
const GROUPS = ['Engineering', 'Support'];

const user = (row: Readonly<Record<string, unknown>>) => ({
  schemas: [`${SCIM}:schemas:core:2.0:User`],
  id: row['id'],
  meta: { resourceType: 'User' },
  userName: row['email'],
  name: { givenName: row['name'] },
  active: true,
  emails: [{ value: row['email'], type: 'work', primary: true }],
});

const group = (name: string) => ({
  schemas: [`${SCIM}:schemas:core:2.0:Group`],
  id: name.toLowerCase(),
  meta: { resourceType: 'Group' },
  displayName: name,
});

const users = (call: Call) => call.account.members.list(call.account.organization.id).map(user);

function listResponse(resources: readonly unknown[]): Answer {
  return json(200, {
    schemas: [`${SCIM}:api:messages:2.0:ListResponse`],
    totalResults: resources.length,
    Resources: resources,
    startIndex: 1,
    itemsPerPage: resources.length,
  });
}

function groupOf(call: Call, run: (name: string) => Answer): Answer {
  const name = GROUPS.find((candidate) => candidate.toLowerCase() === call.parameters['group_id']);
  return name === undefined ? notFound('Group not found') : run(name);
}

/** The directory of users and groups, on an own installation and, by provider, in the cloud. No slash at the end. */
const scim = ['/api/scim', '/api/scim/{provider_name}'].flatMap((base): readonly Operation[] => {
  const scope = 'organization:scim';
  return [
    { method: 'GET', path: `${base}/Users`, scope, run: (call) => listResponse(users(call)) },
    {
      method: 'GET',
      path: `${base}/Users/{user_email}`,
      scope,
      run: (call) => {
        const found = users(call).find((entry) => entry.userName === call.parameters['user_email']);
        return found === undefined ? notFound('User not found') : json(200, found);
      },
    },
    { method: 'GET', path: `${base}/Groups`, scope, run: () => listResponse(GROUPS.map(group)) },
    {
      method: 'GET',
      path: `${base}/Groups/{group_id}`,
      scope,
      run: (call) => groupOf(call, (name) => json(200, group(name))),
    },
    {
      method: 'PATCH',
      path: `${base}/Groups/{group_id}`,
      scope,
      run: (call) =>
        groupOf(call, () => {
          const fields = { schemas: must(aList(aString())), Operations: must(aList(anObject)) };
          const { problems } = readBody(call.body, fields);
          return problems.length > 0 ? unprocessable(...problems) : noContent();
        }),
    },
  ];
});

/** OAuth answers its errors flat, unlike everything else. */
const oauthError = (error: string, description: string) => json(400, { error, error_description: description });

/** Enough of OAuth to be called; nobody is ever signed in, and no token is handed out. */
const oauth: readonly Operation[] = [
  {
    method: 'GET',
    path: '/api/oauth/authorize',
    scope: null,
    run: () => oauthError('invalid_request', 'Practice mode has no page to sign in on.'),
  },
  {
    method: 'POST',
    path: '/api/oauth/authorize',
    scope: null,
    run: () => oauthError('access_denied', 'Practice mode signs nobody in.'),
  },
  {
    method: 'GET',
    path: '/api/oauth/grantable-scopes',
    scope: null,
    run: (call) => {
      const lacking = ['organization_id', 'scopes'].filter((name) => !call.request.query.has(name));
      if (lacking.length > 0) return unprocessable(...lacking.map((name) => missing('query', name)));
      return json(200, { grantable_scopes: call.request.query.getAll('scopes') });
    },
  },
  {
    method: 'POST',
    path: '/api/oauth/token',
    scope: null,
    run: (call) =>
      call.body['grant_type'] === undefined
        ? unprocessable(missing('body', 'grant_type'))
        : oauthError('authorization_pending', 'Nobody has approved this in practice mode.'),
  },
  {
    method: 'POST',
    path: '/api/oauth/device/code',
    scope: null,
    run: (call) =>
      call.body['client_id'] === undefined
        ? unprocessable(missing('body', 'client_id'))
        : json(200, {
            device_code: 'practice-device-code',
            user_code: 'PRAC-TICE',
            verification_uri: 'https://logfire.example/device',
            verification_uri_complete: 'https://logfire.example/device?user_code=PRAC-TICE',
            expires_in: 600,
            interval: 5,
          }),
  },
  {
    method: 'POST',
    path: '/api/oauth/register',
    scope: null,
    run: () => oauthError('invalid_client_metadata', 'Practice mode registers no clients.'),
  },
  { method: 'DELETE', path: '/api/oauth/register/{client_id}', scope: null, run: () => noContent() },
];

export const directoryOperations: readonly Operation[] = [...scim, ...oauth];
