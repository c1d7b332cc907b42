/** Projects that are not named, and projects that are not there. */
import { type Asked, inProject, withoutProject } from '../../support/faultServer.ts';
import { models } from '../../support/faultServices.ts';
import { type FaultCase, type Wording, said, spread } from '../support/faultCase.ts';

const headerServices = ['phare', 'wellows', 'quayside'] as const;

const missing: readonly Wording[] = [
  { status: 400, text: 'A project is required for this request.' },
  { status: 400, text: 'Missing required header: X-Project.' },
  { status: 401, text: 'Unauthorized', pasted: 'open' },
  { status: 401, pasted: 'open' },
  { status: 403, text: 'Forbidden', pasted: 'open' },
  { status: 403, text: 'No project context.' },
  { status: 404, text: 'Not found', offline: ['not-found'], pasted: 'open' },
  { status: 404, text: 'Project not found.', pasted: 'open' },
  { status: 422, fields: { project_id: 'The project id field is required.' } },
  { status: 422, text: 'You have access to several projects. Specify which one to use.' },
  { status: 428, text: 'Precondition required: choose a project first.' },
  { status: 412, text: 'No project selected' },
  {
    status: 500,
    text: 'Undefined index: project',
    offline: ['service-down'],
    probed: ['service-down'],
    pasted: 'open',
  },
];
const projectMissing = spread('project-missing', headerServices, missing, (model, wording) => ({
  draft: { project: null },
  faults: [{ hits: withoutProject, reply: said(model, wording) }],
}));
const missingAbroad: readonly Wording[] = [
  { status: 400, text: 'Projekt fehlt. Geben Sie ein Projekt an.' },
  { status: 400, text: 'Aucun projet indiqué.' },
  { status: 400, text: 'Falta el proyecto' },
  { status: 400, text: 'プロジェクトを指定してください' },
  { status: 403, text: '未指定项目' },
  { status: 400, text: 'Не указан проект' },
];
/** Services that call it a project: what others would call it in other languages is not known to anyone. */
const projectMissingAbroad = spread('project-missing', ['phare', 'wellows'], missingAbroad, (model, wording) => ({
  draft: { project: null },
  faults: [{ hits: withoutProject, reply: said(model, wording) }],
}));
/** The path has a place for the project, and nothing fills it. */
const pathUnfilled: readonly FaultCase[] = [
  ['logfire', '/api/v1/projects/{project_id}/alerts/', 'GET'],
  ['logfire', '/api/v1/projects/{project_id}/dashboards/', 'GET'],
  ['logfire', '/api/v1/projects/{project_id}/', 'DELETE'],
  ['beacon', '/sites/{site}/lamps', 'GET'],
].map(([service, path, method]) => ({
  service: service as 'logfire' | 'beacon',
  cause: 'project-missing',
  name: `${method} ${path} with no project chosen`,
  draft: { method: method ?? '', path: path ?? '', project: null },
  arrives: 'not-sent',
}));
const tenantMissing = spread(
  'project-missing',
  ['flare'],
  [
    { status: 400, text: 'tenant_id is required: the user has no default tenant.' },
    { status: 422, fields: { tenant_id: 'field required' } },
    { status: 403, text: 'No default tenant is set for this user. Specify a tenant.', code: 'TENANT_REQUIRED' },
  ],
  (model, wording) => ({
    draft: { project: null },
    faults: [{ hits: ({ project }: Asked) => project === undefined, reply: said(model, wording) }],
  }),
);
/** The whole key reaches many projects, and this part of the service takes one only. */
const mustBeScoped: readonly FaultCase[] = [
  {
    service: 'logfire',
    cause: 'project-missing',
    name: '403 API token must be scoped to a specific project',
    draft: { path: '/api/v1/datasets/', project: null },
    offline: ['key-wrong-kind', 'permission-missing'],
    probed: ['key-wrong-kind', 'permission-missing'],
    pasted: ['key-wrong-kind', 'permission-missing'],
    faults: [
      {
        hits: ({ request }) => request.url.includes('datasets'),
        reply: models.logfire.refuse(403, 'API token must be scoped to a specific project'),
      },
    ],
  },
];

const unknownProject = '990017';
const unknownUuid = '6f1c2d3e-0000-4000-8000-00000000dead';
const isUnknown = inProject(unknownProject, unknownUuid);
const unknown: readonly Wording[] = [
  { status: 404, text: 'Project not found.' },
  { status: 404, text: 'No query results for model [App\\Models\\Project] 990017' },
  { status: 403, text: 'You do not have access to this project.' },
  { status: 403, text: 'Forbidden', offline: ['permission-none', 'permission-missing', 'unknown'], pasted: 'open' },
  { status: 401, text: 'Unauthorized', offline: ['key-invalid'], pasted: 'open' },
  { status: 401, offline: ['key-invalid'], pasted: 'open' },
  { status: 404, text: 'Not Found', offline: ['not-found'], pasted: 'open' },
  { status: 404, offline: ['not-found'], pasted: 'open' },
  { status: 422, text: 'The selected project is invalid.' },
  { status: 400, text: 'Invalid project id: 990017' },
  { status: 410, text: 'This project was deleted.' },
  { status: 403, text: 'The caller is not a member of the project.' },
];
const projectUnknown = spread(
  'project-unknown',
  ['phare', 'logfire', 'wellows', 'quayside'],
  unknown,
  (model, wording) => ({
    draft: { project: model.id === 'logfire' ? unknownUuid : unknownProject },
    faults: [{ hits: isUnknown, reply: said(model, wording) }],
  }),
);
const unknownAbroad: readonly Wording[] = [
  { status: 404, text: 'Das Projekt existiert nicht.' },
  { status: 404, text: 'Projet introuvable' },
  { status: 404, text: 'El proyecto no existe' },
  { status: 404, text: 'プロジェクトが見つかりません' },
  { status: 404, text: '项目不存在' },
  { status: 404, text: 'Проект не найден' },
  { status: 404, text: 'Nie znaleziono projektu' },
];
const projectUnknownAbroad = spread(
  'project-unknown',
  ['phare', 'logfire', 'wellows'],
  unknownAbroad,
  (model, wording) => ({
    draft: { project: model.id === 'logfire' ? unknownUuid : unknownProject },
    faults: [{ hits: isUnknown, reply: said(model, wording) }],
  }),
);
const tenantUnknown = spread(
  'project-unknown',
  ['flare'],
  [
    { status: 404, text: 'Tenant not found', code: 'NOT_FOUND' },
    { status: 403, text: 'User is not a member of tenant 990017', code: 'FORBIDDEN' },
    { status: 401, text: 'Unauthorized', offline: ['key-invalid'], pasted: 'open' },
    { status: 400, text: 'Invalid tenant_id', code: 'BAD_REQUEST' },
    { status: 422, fields: { tenant_id: 'Unknown tenant' } },
    { status: 403, offline: ['permission-none', 'key-invalid', 'unknown'], pasted: 'open' },
  ],
  (model, wording) => ({
    draft: { project: unknownProject },
    faults: [{ hits: isUnknown, reply: said(model, wording) }],
  }),
);

export const projectCases: readonly FaultCase[] = [
  ...projectMissing,
  ...projectMissingAbroad,
  ...pathUnfilled,
  ...tenantMissing,
  ...mustBeScoped,
  ...projectUnknown,
  ...projectUnknownAbroad,
  ...tenantUnknown,
];
