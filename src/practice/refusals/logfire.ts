import { FLARE_KEYS } from '../flare/keys.ts';
import { EU_KEYS, US_KEYS, accountNumber } from '../logfire/keys.ts';
import { practiceUuid } from '../shared/rows.ts';
import { type Refusals, jsonRefusal } from './recipe.ts';

const PROJECT_KIND = 2;
const projectOf = (number: number) => practiceUuid(PROJECT_KIND, accountNumber('us', 1), number);
const project = projectOf(1);
const alerts = '/api/v1/projects/{project_id}/alerts/';
const read = { method: 'GET', path: alerts, project };
const write = { method: 'POST', path: alerts, project, body: '{}' };
const refuse = (status: number, detail: string, headers?: Readonly<Record<string, string>>) =>
  jsonRefusal(status, { detail }, headers);

export const logfireRefusals: Refusals = {
  ground: {
    service: 'logfire',
    region: 'us',
    key: 'owner',
    unknownKey: 'pylf_v1_us_practiceunknown00000000000000000009',
    foreignKey: [FLARE_KEYS.owner.text, 'Flare'],
    read,
    missingEntry: { method: 'GET', path: `${alerts}${practiceUuid(3, 0, 999)}/`, project },
    incomplete: write,
    forRoles: { method: 'GET', path: '/api/v1/members/' },
    refuse,
  },
  recipes: [
    {
      cause: 'key-expired',
      summary: 'The key’s time is over.',
      key: US_KEYS.expired.text,
      variants: { 'expired-key': 'says-so' },
    },
    {
      cause: 'key-wrong-kind',
      summary: 'A write token, which is for telemetry, is sent in place of an API key.',
      fault: {
        action: refuse(401, 'This endpoint requires an API key, but a write token was provided.'),
      },
    },
    {
      cause: 'region-mismatch',
      summary: 'A key of the EU region is sent to the US one.',
      key: EU_KEYS.owner.text,
    },
    {
      cause: 'project-missing',
      summary: 'No project is chosen to fill the path.',
      request: { method: 'GET', path: alerts },
    },
    {
      cause: 'project-unknown',
      summary: 'A project is named that does not exist.',
      request: { ...read, project: practiceUuid(PROJECT_KIND, 0, 999) },
    },
    {
      cause: 'project-outside-key',
      summary: 'The key is bound to one project, and the path names another.',
      key: US_KEYS.project.text,
      request: { ...read, project: projectOf(2) },
      fault: { action: refuse(403, 'This API key is scoped to another project.') },
    },
    {
      cause: 'needs-broader-key',
      summary: 'The key is bound to one project, and the request is about all.',
      key: US_KEYS.project.text,
      before: [{ method: 'GET', path: '/api/v1/projects/' }],
      request: { method: 'GET', path: '/api/v1/members/' },
      fault: { action: refuse(403, 'Project-scoped keys cannot access organization resources.') },
    },
    {
      cause: 'permission-none',
      summary: 'The key may list projects, and read nothing in them.',
      key: US_KEYS.projectsOnly.text,
    },
    {
      cause: 'permission-read-only',
      summary: 'The key may read alerts, but not change them.',
      key: US_KEYS.readOnly.text,
      before: [read],
      request: write,
    },
    {
      cause: 'permission-missing',
      summary: 'The key lacks a scope; whether it may read there is not known yet.',
      key: US_KEYS.readOnly.text,
      request: write,
    },
  ],
  unprovoked: [
    { cause: 'token-expired', why: 'Logfire takes the key itself, so there is no token that could expire.' },
    { cause: 'project-conflict', why: 'Logfire names the project by the path alone, so a request cannot name two.' },
  ],
};
