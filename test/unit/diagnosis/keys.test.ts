import type { Desk } from '../../support/desk.ts';
import { type PlantedCase, cases, firstProject, testPlanted, testProbed } from '../../support/plantedFault.ts';
import type { PracticePhare } from '../../support/practice.ts';

const unknownKey = 'pha_org_practice_unknown_000000000000009';
const projects = { path: '/projects' };
const bound = { path: '/uptime/monitors' };
const write = { method: 'POST', path: '/uptime/monitors', body: '{"name":"a"}', project: firstProject };
const readFirst = (desk: Desk) => desk.send({ project: firstProject });
const revoke = (name: string) => (phare: PracticePhare) => phare.control.revoke(phare.control.keys[name] ?? '');

const invalid = cases({ cause: 'key-invalid' }, [
  { name: 'an unknown organization key', key: unknownKey },
  { name: 'an unknown organization key at the key check', key: unknownKey, draft: projects },
  {
    name: 'an unknown key without project, after it was refused where no project is needed',
    key: unknownKey,
    draft: { project: null },
    before: (desk) => desk.send(projects),
  },
  { name: 'an unknown project key', key: 'pha_prj_practice_unknown_000000000000009', draft: bound },
  { name: 'an unknown project key at the key check', key: 'pha_prj_practice_unknown_000000000000009', draft: projects },
  { name: 'a text that is not like a key of the service', key: 'another-kind-of-key-0001', draft: { project: null } },
  { name: 'a text that is not like a key of the service, with project', key: 'another-kind-of-key-0001' },
  {
    name: 'revoked after it worked',
    before: async (desk, phare) => {
      await readFirst(desk);
      revoke('owner')(phare);
    },
  },
  {
    name: 'a project key revoked after it worked',
    key: 'project',
    draft: bound,
    before: async (desk, phare) => {
      await desk.send(bound);
      revoke('project')(phare);
    },
  },
  {
    name: 'revoked after its projects were listed, project named',
    before: async (desk, phare) => {
      await desk.projects.all(desk.connection.id);
      revoke('owner')(phare);
    },
  },
  { name: '401 "Invalid API key" without project', draft: { project: null }, answer: said(401, 'Invalid API key.') },
  { name: '401 "Your API key was revoked"', answer: said(401, 'Your API key was revoked.') },
  { name: '401 "The token is not valid"', answer: said(401, 'The token is not valid.') },
  { name: '403 "Unknown credentials"', answer: said(403, 'Unknown credentials') },
  { name: '403 "API key not found" without project', draft: { project: null }, answer: said(403, 'API key not found') },
  { name: '400 "API key not valid"', answer: said(400, 'API key not valid. Please pass a valid API key.') },
  { name: '401 without a body', answer: { status: 401 } },
  { name: '401 in French', answer: said(401, 'Non autorisé') },
  { name: '401 as text', answer: { status: 401, headers: { 'content-type': 'text/plain' }, body: 'Unauthorized' } },
  {
    name: '401 with a challenge for a bearer token',
    answer: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
  },
]);

const store = (text: string) => (desk: Desk) => desk.vault.set(desk.connection.id, text);
const notSent = cases({ certainty: 'proved' }, [
  { name: 'nothing stored', cause: 'key-missing', before: (desk) => desk.vault.delete(desk.connection.id) },
  { name: 'the storage rejects', cause: 'key-missing', before: async (desk) => desk.vault.reject('get') },
  { name: 'a line break inside', cause: 'key-malformed', before: store('pha_org_practice\nowner_0001') },
  { name: 'letters that no key has', cause: 'key-malformed', before: store('pha_org_prаctice_owner_0001') },
  { name: 'a placeholder', cause: 'key-malformed', before: store('<your key here>') },
  { name: 'empty', cause: 'key-malformed', before: store(' ') },
]);

const expired = cases({ cause: 'key-expired' }, [
  { name: '401 "Your API key has expired"', answer: said(401, 'Your API key has expired.') },
  { name: '401 "token expired" without project', draft: { project: null }, answer: said(401, 'token expired') },
  { name: '403 "This key expired on 2026-01-01"', answer: said(403, 'This key expired on 2026-01-01.') },
  { name: '401 in French', answer: said(401, 'La clé est expirée.') },
]);

const permissions: readonly PlantedCase[] = [
  {
    name: 'reading seen',
    key: 'readOnly',
    draft: write,
    before: readFirst,
    cause: 'permission-read-only',
    certainty: 'proved',
  },
  {
    name: 'reading not seen',
    key: 'readOnly',
    draft: write,
    cause: 'permission-missing',
    certainty: 'likely',
    probed: 'permission-read-only',
  },
  { name: 'reading refused before', key: 'platformOnly', draft: write, before: readFirst, cause: 'permission-none' },
  { name: 'reading refused', key: 'platformOnly', cause: 'permission-none', certainty: 'proved' },
  { name: 'the key check refused', key: 'uptimeOnly', draft: projects, cause: 'permission-none', certainty: 'proved' },
  { name: 'no project named either', key: 'platformOnly', draft: { project: null }, cause: 'permission-none' },
  {
    name: 'a read-only project key',
    key: 'projectReadOnly',
    draft: { ...write, project: null },
    before: (desk) => desk.send({ project: null }),
    cause: 'permission-read-only',
  },
  {
    name: 'reading of another area seen',
    key: 'readOnly',
    draft: write,
    before: (desk) => desk.send(projects),
    cause: 'permission-missing',
    probed: 'permission-read-only',
  },
  { name: '"Missing scope: uptime:read"', answer: said(403, 'Missing scope: uptime:read'), cause: 'permission-none' },
  { name: '"insufficient_scope"', answer: said(403, 'insufficient_scope'), draft: write, cause: 'permission-missing' },
  {
    name: '"read-only key"',
    answer: said(403, 'This is a read-only key.'),
    draft: write,
    cause: 'permission-read-only',
  },
  {
    name: '"not allowed to"',
    answer: said(403, 'You are not allowed to do this.'),
    draft: write,
    before: readFirst,
    cause: 'permission-read-only',
  },
  {
    name: '"Forbidden" to a change where reading was seen',
    answer: said(403, 'Forbidden'),
    draft: write,
    before: readFirst,
    cause: 'permission-read-only',
    certainty: 'likely',
  },
  {
    name: '"Insufficient permissions" to a read',
    answer: said(403, 'Insufficient permissions'),
    cause: 'permission-none',
  },
];

function said(status: number, message: string) {
  return { status, body: { message } };
}

describe('Diagnosis of keys', () => {
  testPlanted([...invalid, ...notSent, ...expired, ...permissions]);
  testProbed([...invalid, ...notSent, ...expired, ...permissions]);
});
