import { type ServiceCase, testService } from '../../support/plantedService.ts';

const project = '00000002-0101-4000-8000-000000000001';
const stranger = '00000002-0101-4000-8000-00000000ffff';
const alerts = '/api/v1/projects/{project_id}/alerts/';
const unknownKey = 'pylf_v1_us_practiceunknown0000000000000009';
const list = { path: '/api/v1/projects/', project: null };
const read = { path: alerts, project };
const write = { method: 'POST', path: alerts, project, body: '{}' };
const said = (status: number, detail: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  status,
  headers,
  body: { detail },
});
const page = (status: number, title: string) => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body></body></html>`,
});

const cases: readonly ServiceCase[] = [
  ...['Invalid token', 'Not authenticated', 'Unauthorized'].flatMap((text): ServiceCase[] => [
    {
      name: `"${text}" at the list of projects`,
      cause: 'key-invalid',
      key: unknownKey,
      draft: list,
      variants: { 'bad-key-text': text },
    },
    { name: `"${text}" in a project`, cause: 'key-invalid', key: unknownKey, variants: { 'bad-key-text': text } },
  ]),
  {
    name: 'revoked after it worked',
    cause: 'key-invalid',
    before: async ({ send, standIn }) => {
      await send();
      standIn.control.revoke(standIn.key('owner'));
    },
  },
  { name: 'expired, and not told so', cause: 'key-invalid', key: 'expired' },
  { name: 'expired, and told so', cause: 'key-expired', key: 'expired', variants: { 'expired-key': 'says-so' } },
  { name: 'no project for the path', cause: 'project-missing', certainty: 'proved', draft: { path: alerts } },
  { name: 'another placeholder is empty', cause: 'invalid-request', draft: { path: `${alerts}{alert_id}/`, project } },
  {
    name: 'a scope that a reading key lacks',
    cause: 'permission-missing',
    certainty: 'likely',
    key: 'readOnly',
    draft: write,
  },
  {
    name: 'a scope to write where reading was seen',
    cause: 'permission-read-only',
    key: 'readOnly',
    draft: write,
    before: ({ send }) => send(read),
  },
  { name: 'a scope to read', cause: 'permission-none', key: 'projectsOnly' },
  { name: 'the scope to list projects', cause: 'permission-none', key: 'noProjects', draft: list },
  {
    name: 'a scope to write where reading was refused',
    cause: 'permission-none',
    key: 'projectsOnly',
    draft: write,
    before: ({ send }) => send(read),
  },
  {
    name: 'a scope of the organization, asked by a project key',
    cause: 'permission-none',
    key: 'project',
    draft: { path: '/api/v1/channels/' },
  },
  ...['404', '403'].flatMap((status): ServiceCase[] => [
    {
      name: `a project that does not exist, ${status}`,
      cause: 'project-unknown',
      draft: { ...read, project: stranger },
      variants: { 'unknown-project': status },
    },
    {
      name: `a project that is not among those listed, ${status}`,
      cause: 'project-unknown',
      draft: { ...read, project: stranger },
      variants: { 'unknown-project': status },
      before: ({ desk }) => desk.projects.all(desk.connection.id),
    },
    {
      name: `the project of another organization, ${status}`,
      cause: 'project-unknown',
      key: 'secondOwner',
      variants: { 'unknown-project': status },
    },
    {
      name: `another project than the key's own, ${status}`,
      cause: 'project-unknown',
      key: 'project',
      draft: { ...read, project: '00000002-0101-4000-8000-000000000002' },
      variants: { 'project-key-other-project': status },
    },
  ]),
  {
    name: 'a project deleted meanwhile',
    cause: 'project-unknown',
    before: async ({ desk, send }) => {
      await desk.projects.all(desk.connection.id);
      await send({ method: 'DELETE', path: '/api/v1/projects/{project_id}/', project });
    },
  },
  { name: 'a project that is no UUID', cause: 'project-unknown', draft: { ...read, project: 'checkout-api' } },
  { name: 'an alert that does not exist', cause: 'not-found', draft: { path: `${alerts}${stranger}/`, project } },
  {
    name: 'an alert that does not exist, the project listed',
    cause: 'not-found',
    draft: { path: `${alerts}${stranger}/`, project },
    before: ({ desk }) => desk.projects.all(desk.connection.id),
  },
  { name: 'a path that is none', cause: 'not-found', draft: { path: '/api/v1/projets/' } },
  {
    name: 'a path without its slash',
    cause: 'not-found',
    draft: { path: '/api/v1/channels' },
    variants: { 'missing-slash': '404' },
  },
  { name: 'a path without its slash, redirected', cause: null, draft: { path: '/api/v1/channels' } },
  {
    name: 'a path without its slash, redirected for good',
    cause: null,
    draft: { path: '/api/v1/channels' },
    variants: { 'missing-slash': '308' },
  },
  { name: 'fields of the body', cause: 'invalid-request', certainty: 'proved', draft: write },
  {
    name: 'a parameter that is missing',
    cause: 'invalid-request',
    certainty: 'proved',
    draft: { path: '/api/v1/audit-logs/' },
  },
  {
    name: 'a slug that is taken',
    cause: 'invalid-request',
    draft: write,
    answer: said(409, 'Dashboard slug already exists'),
  },
  ...(['seconds', 'date', 'none'] as const).map((form): ServiceCase => ({
    name: `429 with Retry-After: ${form}`,
    cause: 'rate-limited',
    certainty: 'proved',
    answer: said(
      429,
      'Rate limit exceeded',
      form === 'none' ? {} : { 'retry-after': form === 'date' ? 'Sun, 04 Oct 2026 12:10:00 GMT' : '7' },
    ),
  })),
  { name: '500', cause: 'service-down', answer: { status: 500, body: 'Internal Server Error' } },
  { name: '503 as a page', cause: 'service-down', answer: page(503, 'Logfire is in maintenance') },
  { name: 'a web page', cause: 'wrong-address', answer: page(200, 'Logfire') },
  { name: 'another shape', cause: 'wrong-address', answer: { status: 200, body: { data: [] } } },
  { name: 'a bot check', cause: 'blocked-before-service', answer: page(403, 'Just a moment...') },
  { name: 'the list of projects', cause: null, draft: list },
  { name: 'an empty list', cause: null, draft: { path: '/api/v1/projects/{project_id}/slos/', project } },
];

describe('Planted faults: Logfire', () => {
  testService({ service: 'logfire', region: 'us', key: 'owner', draft: read, cases });
});
