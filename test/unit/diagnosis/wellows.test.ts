import { type Scene, type ServiceCase, testService } from '../../support/plantedService.ts';

const unknownKey = 'wellows-practice-unknown-0000000000000009';
const summary = { path: '/site-summary', project: '301' };
const validate = { path: '/validate', project: null };
const add = { method: 'POST', path: '/monitoring', project: '301', body: '{}' };
const wire = ['as-is', '200'];
const checked = ({ desk }: Scene) => desk.keyCheck.run(desk.connection.id);
const listed = ({ desk }: Scene) => desk.projects.all(desk.connection.id);
const inside = (code: number, message: string, errors: object = {}) => ({
  status: 200,
  body: { success: false, message, code, data: null, errors, meta_data: {} },
});

const cases: readonly ServiceCase[] = [
  ...wire.flatMap((status): ServiceCase[] => [
    {
      name: `an unknown key, ${status}`,
      cause: 'key-invalid',
      key: unknownKey,
      draft: validate,
      variants: { 'error-status': status },
    },
    {
      name: `an unknown key in a project, ${status}`,
      cause: 'key-invalid',
      key: unknownKey,
      variants: { 'error-status': status },
    },
    {
      name: `an unknown key, no project named, ${status}`,
      cause: 'key-invalid',
      key: unknownKey,
      draft: { path: '/site-summary' },
      variants: { 'error-status': status },
    },
    {
      name: `an expired key, told as a wrong one, ${status}`,
      cause: 'key-invalid',
      key: 'expired',
      variants: { 'error-status': status },
    },
    { name: `a revoked key, ${status}`, cause: 'key-invalid', key: 'revoked', variants: { 'error-status': status } },
    ...['400', '403', '422'].map((missing): ServiceCase => ({
      name: `no project named, ${missing} ${status}`,
      cause: 'project-missing',
      draft: { path: '/site-summary' },
      variants: { 'error-status': status, 'missing-project': missing },
    })),
    {
      name: `a project that does not exist, 404 ${status}`,
      cause: 'project-unknown',
      draft: { ...summary, project: '999' },
      variants: { 'error-status': status },
    },
    ...['404', '403'].map((code): ServiceCase => ({
      name: `a project that is not among those listed, ${code} ${status}`,
      cause: 'project-unknown',
      draft: { ...summary, project: '999' },
      variants: { 'error-status': status, 'unknown-project': code },
      before: listed,
    })),
    {
      name: `a project that this user does not reach, listed before, ${status}`,
      cause: 'project-unknown',
      key: 'limited',
      draft: { ...summary, project: '309' },
      variants: { 'error-status': status },
      before: listed,
    },
    {
      name: `a project that is no number, ${status}`,
      cause: 'project-unknown',
      draft: { ...summary, project: 'harbor' },
      variants: { 'error-status': status },
    },
    {
      name: `another project than the key's own, typed by hand, ${status}`,
      cause: 'project-outside-key',
      key: 'project',
      draft: { path: '/site-summary', headers: { 'X-Project-ID': '301' } },
      variants: { 'error-status': status },
      before: checked,
    },
    {
      name: `the list of projects for a key of one, ${status}`,
      cause: 'needs-broader-key',
      key: 'project',
      draft: { path: '/projects' },
      variants: { 'error-status': status, 'project-key-lists-projects': '403' },
      before: checked,
    },
    {
      name: `fields of the body, ${status}`,
      cause: 'invalid-request',
      certainty: 'proved',
      draft: add,
      variants: { 'error-status': status },
    },
    {
      name: `a path that is none, ${status}`,
      cause: 'not-found',
      draft: { path: '/site-summaries', project: '301' },
      variants: { 'error-status': status },
      before: listed,
    },
  ]),
  {
    name: 'another project than the bound one, not sent',
    cause: 'project-outside-key',
    certainty: 'proved',
    key: 'project',
    draft: { path: '/site-summary', project: '301' },
    before: checked,
  },
  {
    name: '401 without a body',
    cause: 'key-invalid',
    key: unknownKey,
    draft: validate,
    variants: { 'error-body': 'empty' },
  },
  { name: '401 with a message alone', cause: 'key-invalid', key: unknownKey, variants: { 'error-body': 'message' } },
  {
    name: 'no permission to write, inside a 200',
    cause: 'permission-none',
    answer: inside(403, 'Insufficient permissions'),
    before: listed,
  },
  { name: 'too many calls, inside a 200', cause: 'rate-limited', answer: inside(429, 'Too many requests') },
  { name: 'too many calls', cause: 'rate-limited', certainty: 'proved', answer: { status: 429 } },
  { name: 'a fault, inside a 200', cause: 'service-down', answer: inside(500, 'Internal error') },
  { name: 'an expired key, told so inside a 200', cause: 'key-expired', answer: inside(401, 'API key expired') },
  { name: 'a refusal without a code', cause: 'unknown', answer: { status: 200, body: { success: false } } },
  {
    name: 'a web page',
    cause: 'wrong-address',
    draft: validate,
    answer: { status: 200, headers: { 'content-type': 'text/html' }, body: '<html><title>Wellows</title></html>' },
  },
  {
    name: 'another shape of the list of projects',
    cause: 'wrong-address',
    draft: { path: '/projects' },
    answer: { status: 200, body: { success: true, data: null } },
  },
  { name: 'the key check', cause: null, draft: validate },
  { name: 'a summary', cause: null },
  { name: 'a summary by a key of one project', cause: null, key: 'project', draft: { path: '/site-summary' } },
  ...['array', 'projects', 'items'].map((shape): ServiceCase => ({
    name: `projects as ${shape}`,
    cause: null,
    draft: { path: '/projects' },
    variants: { 'projects-shape': shape },
  })),
];

describe('Planted faults: Wellows', () => {
  testService({ service: 'wellows', key: 'user', draft: summary, cases });
});
