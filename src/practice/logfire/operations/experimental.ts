import { json } from '../../shared/answer.ts';
import { aBoolean, aString, anInteger, may, must } from '../../shared/fastApi.ts';
import { by, type Call, notFound, type Operation, refused } from '../call.ts';
import { changed, crud, cursorPage, type Kind, made, withRow } from '../crud.ts';

const ownerProject = (call: Call) => call.project.id;

/** What only client sources show: the scopes and most fields are read off their neighbours. */
const slos: Kind = {
  path: '/projects/{project_id}/slos/',
  parameter: 'slo_id',
  has: 'LCRUD',
  read: 'project:read',
  write: 'project:write',
  update: 'PATCH',
  fields: {
    name: must(aString(1, 100)),
    description: may(aString()),
    target: may(anInteger(0, 100)),
    active: may(aBoolean),
  },
  rows: (call) => call.account.slos,
  owner: ownerProject,
  make: (call, values) => ({ project_id: call.project.id, target: 99, active: true, ...values, ...made(call) }),
  change: (call, values) => ({ ...values, ...changed(call) }),
};

const applications: Kind = {
  path: '/projects/{project_id}/frontend-applications/',
  parameter: 'application_id',
  has: 'LCRD',
  read: 'project:read',
  write: 'project:write',
  fields: { name: must(aString(1, 100)) },
  rows: (call) => call.account.frontendApplications,
  owner: ownerProject,
  list: (call, rows) => cursorPage(call, rows, 'data'),
  make: (call, values) => ({ project_id: call.project.id, ...values, ...made(call) }),
  remove: (call, row) => {
    call.account.frontendTokens.removeOwnedBy(row.id);
    call.account.frontendApplications.remove(row);
  },
};

const frontendTokens: Kind = {
  path: '/projects/{project_id}/frontend-applications/{application_id}/tokens/',
  parameter: 'token_id',
  has: '',
  read: 'project:read',
  write: 'project:write',
  fields: {},
  rows: (call) => call.account.frontendTokens,
  owner: (call) => (call.parameters['application_id'] ?? '').toLowerCase(),
  make: () => ({}),
};

const tokensPath = `/api/v1${frontendTokens.path}`;
const tokenOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: tokensPath,
    scope: frontendTokens.read,
    run: (call) =>
      withRow(applications, call, (row) => cursorPage(call, call.account.frontendTokens.list(row.id), 'data')),
  },
  {
    method: 'POST',
    path: tokensPath,
    scope: frontendTokens.write,
    run: (call) =>
      withRow(applications, call, (application) => {
        const token = call.account.newSecret('frontend');
        const row = call.account.frontendTokens.insert(application.id, () => ({
          application_id: application.id,
          token_prefix: token.slice(0, 14),
          created_at: call.now,
          created_by_name: by(call),
          active: true,
        }));
        return json(201, { ...row, token });
      }),
  },
  {
    method: 'POST',
    path: `${tokensPath}{token_id}/revoke/`,
    scope: frontendTokens.write,
    run: (call) =>
      withRow(frontendTokens, call, (row) => json(200, call.account.frontendTokens.change(row, { active: false }))),
  },
];

/** Known from an issue and the SDK: the datasets API refuses a key that is not bound to one project. */
const datasets: Operation = {
  method: 'GET',
  path: '/api/v1/datasets/',
  scope: 'project:read_datasets',
  run: (call) =>
    call.ownProject === undefined
      ? refused(403, 'API token must be scoped to a specific project')
      : json(200, call.account.datasets.list(call.ownProject.id)),
};

const dataset: Operation = {
  method: 'GET',
  path: '/api/v1/datasets/{id_or_name}/',
  scope: 'project:read_datasets',
  run: (call) => {
    if (call.ownProject === undefined) return refused(403, 'API token must be scoped to a specific project');
    const name = call.parameters['id_or_name'];
    const found = call.account.datasets.list(call.ownProject.id).find((row) => row.id === name || row['name'] === name);
    return found === undefined ? notFound('Dataset not found') : json(200, found);
  },
};

export const experimentalOperations: readonly Operation[] = [
  ...crud(slos),
  ...crud(applications),
  ...tokenOperations,
  datasets,
  dataset,
];
