import type { Desk } from '../../support/desk.ts';
import { type PlantedCase, cases, firstProject, testPlanted, testProbed } from '../../support/plantedFault.ts';

const none = { project: null };
const headerText = 'The X-Phare-Project-Id or X-Phare-Project-Slug header is required with an organization API key.';
const listProjects = (desk: Desk) => desk.projects.all(desk.connection.id);
const askForFirst = (desk: Desk) => desk.send({ project: firstProject });
const testKey = (desk: Desk) => desk.keyCheck.run(desk.connection.id);
const typedHeader = (value: string, name = 'X-Phare-Project-Id') => ({ headers: { [name]: value }, project: null });

const missing = cases({ cause: 'project-missing' }, [
  { name: '401 "Unauthorized" to a new key', draft: none },
  { name: '401 after the projects were listed', draft: none, before: listProjects },
  { name: '401 after another project answered', draft: none, before: askForFirst },
  { name: '401 for the second time', draft: none, before: (desk) => desk.send(none) },
  { name: '403 with the header named', draft: none, variants: { 'missing-project': '403' }, certainty: 'proved' },
  { name: '422 with the header as a field', draft: none, variants: { 'missing-project': '422' }, certainty: 'proved' },
  { name: '400 with the header named', draft: none, variants: { 'missing-project': '400' }, certainty: 'proved' },
  { name: '404 with the header named', draft: none, answer: { status: 404, body: { message: headerText } } },
  { name: '401 without a body', draft: none, answer: { status: 401 } },
  { name: '401 in French', draft: none, answer: { status: 401, body: { message: 'Non autorisé' } } },
  { name: '403 in French', draft: none, answer: { status: 403, body: { message: 'Accès refusé' } } },
  { name: '400 in French', draft: none, answer: { status: 400, body: { message: 'Le projet est requis.' } } },
  { name: '403 "Forbidden" as text', draft: none, answer: { status: 403, body: 'Forbidden' } },
  {
    name: '403 on access',
    draft: none,
    answer: { status: 403, body: { message: 'You may not access this resource.' } },
  },
  {
    name: '403 on permissions in general',
    draft: none,
    answer: { status: 403, body: { message: 'You do not have permission to view this.' } },
  },
  {
    name: '400 "A project must be given"',
    draft: none,
    answer: { status: 400, body: { error: 'A project must be given' } },
  },
  { name: '409 that names the project', draft: none, answer: { status: 409, body: { message: headerText } } },
  { name: 'a read-only key', draft: none, key: 'readOnly' },
  { name: 'a key of the uptime product alone', draft: none, key: 'uptimeOnly' },
  { name: 'a write', draft: { ...none, method: 'POST', body: '{"name":"a"}' } },
  { name: 'one entry', draft: { ...none, path: '/uptime/monitors/110000' } },
  { name: 'an organization-level list', draft: { ...none, path: '/users' } },
  {
    name: 'a key of unknown prefix that worked before',
    offlineOnly: true,
    key: 'another-kind-of-key-0001',
    draft: none,
    before: async (desk, phare) => {
      const ok = { action: { kind: 'answer', status: 200, body: '{"data":[]}' } } as const;
      const planted = phare.control.plant(ok);
      await desk.send({ path: '/projects' });
      planted.remove();
    },
  },
  {
    name: 'a key of unknown prefix, with the header named',
    key: 'another-kind-of-key-0001',
    draft: none,
    answer: { status: 403, body: { message: headerText } },
    certainty: 'likely',
  },
]);

const unknown = cases({ cause: 'project-unknown' }, [
  { name: '404 to a list', draft: { project: '9999' } },
  { name: '404, not among the projects', draft: { project: '9999' }, before: listProjects, certainty: 'likely' },
  { name: '403 that names it', draft: { project: '9999' }, variants: { 'unknown-project': '403' } },
  {
    name: '403 that names it, not among the projects',
    draft: { project: '9999' },
    variants: { 'unknown-project': '403' },
    before: listProjects,
    certainty: 'proved',
  },
  {
    name: '401, not among the projects',
    draft: { project: '9999' },
    variants: { 'unknown-project': '401' },
    before: listProjects,
  },
  {
    name: '401 after the key worked for another',
    draft: { project: '9999' },
    variants: { 'unknown-project': '401' },
    before: askForFirst,
  },
  { name: '422 with the header as a field', draft: { project: '9999' }, variants: { 'unknown-project': '422' } },
  { name: 'an unknown slug', draft: { project: 'no-such-slug' }, before: listProjects },
  { name: 'a project of another organization', draft: { project: '2001' }, before: listProjects },
  {
    name: 'one entry, not among the projects',
    draft: { path: '/uptime/monitors/110000', project: '9999' },
    before: listProjects,
  },
  {
    name: 'an id that is no number, typed by hand',
    draft: typedHeader('seven'),
    variants: { 'malformed-project-id': '422' },
  },
  { name: 'typed by hand, not among the projects', draft: typedHeader('9999'), before: listProjects },
]);

const outside = cases({ key: 'project', cause: 'project-outside-key' }, [
  { name: '403', draft: typedHeader('1002') },
  { name: '404', draft: typedHeader('1002'), variants: { 'project-key-other-project': '404' } },
  { name: '401', draft: typedHeader('1002'), variants: { 'project-key-other-project': '401' } },
  { name: 'by slug', draft: typedHeader('quiet-harbor', 'X-Phare-Project-Slug') },
  { name: 'its own project known', draft: typedHeader('1002'), before: testKey },
  { name: 'not sent, its own project known', draft: { project: '1002' }, before: testKey, certainty: 'proved' },
]);

const conflict: readonly PlantedCase[] = [
  {
    name: 'both headers typed by hand',
    draft: { headers: { 'X-Phare-Project-Id': '1001', 'X-Phare-Project-Slug': 'quiet-harbor' } },
    variants: { 'both-project-headers': '422' },
    cause: 'project-conflict',
  },
];

const broader = cases({ key: 'project', cause: 'needs-broader-key' }, [
  { name: 'makes a project', draft: { method: 'POST', path: '/projects', body: '{"name":"a"}' } },
  {
    name: 'makes a project, told of scopes',
    draft: { method: 'POST', path: '/projects', body: '{"name":"a"}' },
    variants: { 'project-key-manages-projects': 'scope' },
  },
  {
    name: 'makes a project, 401',
    draft: { method: 'POST', path: '/projects', body: '{"name":"a"}' },
    variants: { 'project-key-manages-projects': '401' },
  },
  { name: 'deletes a project', draft: { method: 'DELETE', path: '/projects/1002' } },
  { name: 'lists projects, 403', draft: { path: '/projects' }, variants: { 'project-key-lists-projects': '403' } },
]);

describe('Diagnosis of projects', () => {
  testPlanted([...missing, ...unknown, ...outside, ...conflict, ...broader]);
  testProbed([...missing, ...unknown, ...outside, ...conflict, ...broader]);
});
