/** Projects that are not the key's or named twice, and keys that are too narrow. */
import { type Asked, inProject, withToken } from '../../support/faultServer.ts';
import { models } from '../../support/faultServices.ts';
import { type Expectations, type FaultCase, type Wording, said, spread } from '../support/faultCase.ts';

const headerServices = ['phare', 'wellows', 'quayside'] as const;
const unknownProject = '990017';
const unknownUuid = '6f1c2d3e-0000-4000-8000-00000000dead';
const isUnknown = inProject(unknownProject, unknownUuid);
const outside: readonly Wording[] = [
  { status: 403, text: 'This key is restricted to another project.' },
  { status: 403, text: 'Forbidden', pasted: 'open' },
  { status: 401, text: 'Unauthorized', offline: ['key-invalid'], pasted: 'open' },
  { status: 404, text: 'Project not found', pasted: 'open' },
  { status: 404, offline: ['project-unknown', 'not-found'], pasted: 'open' },
  { status: 400, text: 'The project header does not match the key.' },
  { status: 403, text: 'API key is scoped to project 311 and cannot access project 312.' },
  { status: 403, text: 'This key may not be used in that project.' },
  {
    status: 422,
    text: 'Project mismatch',
    offline: ['project-conflict'],
    probed: ['project-conflict'],
    pasted: ['project-conflict'],
  },
];
const scopeHeaders = { phare: 'X-Phare-Project-Id', wellows: 'X-Project-ID', quayside: 'X-Quay-Dock' } as const;
const projectOutsideKey = spread('project-outside-key', headerServices, outside, (model, wording) => ({
  key: model.narrowKey ?? '',
  ...(model.id === 'wellows' && { before: async ({ desk, connection }) => desk.bearings.keys.check(connection) }),
  draft: {
    project: null,
    headers: { [scopeHeaders[model.id as keyof typeof scopeHeaders]]: model.projects[1] },
  },
  faults: [{ hits: inProject(model.projects[1]), reply: said(model, wording) }],
}));
/** What is asked for without a word to the service: the key's own project is known. */
const outsideNotSent: readonly FaultCase[] = (['phare', 'quayside', 'wellows'] as const).map((service) => ({
  service,
  cause: 'project-outside-key',
  name: 'another project is named, and the own one is known',
  key: models[service].narrowKey ?? '',
  before: async ({ desk, connection }) => {
    await desk.bearings.projects.list(connection);
    await desk.bearings.keys.check(connection);
  },
  draft: { project: models[service].projects[1] },
  arrives: 'not-sent',
}));
/** What a Logfire key reaches is not known: a project that it may not see is an unknown one, unless the service says more. */
const outsidePath = spread(
  'project-outside-key',
  ['logfire'],
  [
    { status: 403, text: 'This API key is scoped to another project.' },
    { status: 403, text: 'API key is restricted to project blue' },
    { status: 401, text: 'The token belongs to a different project' },
  ],
  (model, wording) => ({
    key: model.narrowKey ?? '',
    draft: { project: model.projects[1] },
    faults: [{ hits: inProject(model.projects[1]), reply: said(model, wording) }],
  }),
);
const notVisible = spread(
  'project-unknown',
  ['logfire'],
  [
    { status: 404, text: 'Project not found' },
    { status: 403, text: 'API key does not have access to this project' },
    { status: 401, text: 'Invalid token for this project' },
  ],
  (model, wording) => ({
    name: 'a project that the key may not see',
    key: model.narrowKey ?? '',
    draft: { project: model.projects[1] },
    offline: ['project-outside-key', 'key-invalid'],
    probed: ['project-outside-key'],
    pasted: ['project-outside-key', 'key-invalid'],
    faults: [{ hits: inProject(model.projects[1]), reply: said(model, wording) }],
  }),
);

const conflict: readonly Wording[] = [
  { status: 400, text: 'The project id and the project slug do not match.' },
  { status: 409, text: 'Conflicting project headers' },
  { status: 422, text: 'Only one of id and slug may be given.', pasted: ['invalid-request'] },
  { status: 403, text: 'Forbidden', pasted: 'open' },
  { status: 400, text: 'Bad Request', offline: ['invalid-request'], probed: ['invalid-request'], pasted: 'open' },
  { status: 401, offline: ['key-invalid'], pasted: 'open' },
  { status: 400, text: 'Widersprüchliche Projektangaben' },
];
const bothHeaders = spread('project-conflict', ['phare'], conflict, (model, wording) => ({
  name: 'id and slug of two projects typed by hand',
  draft: {
    project: null,
    headers: { 'X-Phare-Project-Id': '311', 'X-Phare-Project-Slug': 'outer-reef' },
  },
  faults: [
    {
      hits: ({ request }) =>
        request.header('x-phare-project-id') !== undefined && request.header('x-phare-project-slug') !== undefined,
      reply: said(model, wording),
    },
  ],
}));
/** The header typed by hand wins over the selected project, and names one that the service refuses. */
const againstSelection = spread(
  'project-conflict',
  headerServices,
  [
    { status: 403, text: 'You do not have access to this project.' },
    { status: 404, text: 'Project not found' },
    { status: 401, text: 'Unauthorized' },
    { status: 422, text: 'The selected project is invalid.' },
    { status: 403 },
    { status: 404 },
  ],
  (model, wording) => ({
    name: 'a header typed by hand against the selection',
    selected: model.projects[0],
    draft: { headers: { [scopeHeaders[model.id as keyof typeof scopeHeaders]]: unknownProject } },
    offline: ['project-unknown'],
    probed: ['project-unknown'],
    pasted: 'open',
    faults: [{ hits: isUnknown, reply: said(model, wording) }],
  }),
);
const pathAgainstSelection = spread(
  'project-conflict',
  ['logfire'],
  [
    { status: 404, text: 'Project not found' },
    { status: 403, text: 'Forbidden' },
    { status: 422, fields: { project_id: 'value is not a valid project' } },
  ],
  (model, wording) => ({
    name: 'a path filled by hand against the selection',
    selected: model.projects[0],
    draft: { path: `/api/v1/projects/${unknownUuid}/alerts/` },
    offline: ['project-unknown'],
    probed: ['project-unknown'],
    pasted: 'open',
    faults: [{ hits: isUnknown, reply: said(model, wording) }],
  }),
);

const broader: readonly Wording[] = [
  { status: 403, text: 'This endpoint requires an organization API key.' },
  { status: 403, text: 'Forbidden', pasted: 'open' },
  { status: 401, text: 'Unauthorized', offline: ['key-invalid', 'permission-none'], pasted: 'open' },
  { status: 403, text: 'Project-scoped keys cannot access organization resources.' },
  { status: 404, text: 'Not Found', offline: ['not-found', 'permission-none'], probed: ['not-found'], pasted: 'open' },
  { status: 403, text: 'Dafür ist ein Schlüssel der Organisation nötig.' },
  { status: 403, text: 'This operation is only available with an account-level key.' },
  {
    status: 403,
    offline: ['permission-none', 'role-insufficient'],
    probed: ['permission-none', 'role-insufficient'],
    pasted: 'open',
  },
];
/** What a Logfire key reaches does not stand in its text, and its API documents a scope for each operation. */
const unknownReach: Expectations = {
  offline: { anyOf: ['permission-none', 'permission-missing', 'role-insufficient', 'key-invalid', 'not-found'] },
  probed: { anyOf: ['permission-none', 'permission-missing', 'role-insufficient', 'not-found'] },
};
const needsBroaderKey = spread('needs-broader-key', ['phare', 'logfire', 'quayside'], broader, (model, wording) => ({
  key: model.narrowKey ?? '',
  ...(model.id === 'logfire' && wording.pasted === 'open' && unknownReach),
  before: async ({ desk, connection }) => desk.bearings.projects.list(connection),
  draft: { project: null, ...model.broad },
  faults: [
    {
      hits: ({ area, request, kind }) =>
        withToken({ kind } as Asked) &&
        ((model.id === 'phare' && request.method === 'POST' && request.url.startsWith('/projects')) ||
          area === 'member' ||
          area === 'members'),
      reply: said(model, wording),
    },
  ],
}));
/** The list of all projects itself is closed to a key of one. */
const narrowAtList = spread(
  'needs-broader-key',
  ['wellows'],
  [
    { status: 403, text: 'Insufficient permissions: a user level key is required.' },
    { status: 403, text: 'Project level keys cannot list projects.' },
    { status: 401, text: 'This requires a User Level API key' },
  ],
  (model, wording) => ({
    key: model.narrowKey ?? '',
    before: async ({ desk, connection }) => desk.bearings.keys.check(connection),
    draft: { path: '/projects', project: null },
    faults: [{ hits: ({ kind }) => kind === 'projects', reply: said(model, wording) }],
  }),
);

export const projectBoundCases: readonly FaultCase[] = [
  ...projectOutsideKey,
  ...outsideNotSent,
  ...outsidePath,
  ...notVisible,
  ...bothHeaders,
  ...againstSelection,
  ...pathAgainstSelection,
  ...needsBroaderKey,
  ...narrowAtList,
];
