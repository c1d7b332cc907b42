import { PHARE_KEYS } from '../phare/keys.ts';
import { FLARE_KEYS } from '../flare/keys.ts';
import { BIG_PROJECT_ID, FIRST_PROJECT_ID } from '../phare/seedProjects.ts';
import { type Refusals, jsonRefusal } from './recipe.ts';

const project = String(FIRST_PROJECT_ID);
const monitors = '/uptime/monitors';
const read = { method: 'GET', path: monitors, project };
const write = { method: 'POST', path: monitors, project, body: '{}' };
const projectKey = PHARE_KEYS.project.text;

export const phareRefusals: Refusals = {
  ground: {
    service: 'phare',
    key: 'owner',
    unknownKey: 'pha_org_practice_unknown_00000000000001',
    foreignKey: [FLARE_KEYS.owner.text, 'Flare'],
    read,
    missingEntry: { method: 'GET', path: `${monitors}/99999999`, project },
    incomplete: write,
    forRoles: { method: 'GET', path: '/users' },
    refuse: (status, message, headers) => jsonRefusal(status, { message }, headers),
  },
  recipes: [
    {
      cause: 'key-expired',
      summary: 'The key’s time is over.',
      fault: { action: jsonRefusal(401, { message: 'This API key has expired.' }) },
    },
    {
      cause: 'project-missing',
      summary: 'A key for all projects is sent, and no project is named.',
      request: { method: 'GET', path: monitors },
    },
    {
      cause: 'project-unknown',
      summary: 'A project is named that does not exist.',
      request: { ...read, project: '99999999' },
    },
    {
      cause: 'project-outside-key',
      summary: 'The key is bound to one project, and a header names another.',
      key: projectKey,
      before: [{ method: 'GET', path: '/projects' }],
      request: { method: 'GET', path: monitors, headers: { 'X-Phare-Project-Id': String(BIG_PROJECT_ID) } },
    },
    {
      cause: 'project-conflict',
      summary: 'Two headers name two projects.',
      request: {
        method: 'GET',
        path: monitors,
        headers: { 'X-Phare-Project-Id': project, 'X-Phare-Project-Slug': 'quiet-harbor' },
      },
      variants: { 'both-project-headers': '422' },
    },
    {
      cause: 'needs-broader-key',
      summary: 'The key is bound to one project, and the request is about all.',
      key: projectKey,
      before: [read],
      request: { method: 'GET', path: '/users' },
      fault: { action: jsonRefusal(403, { message: 'This endpoint requires an organization API key.' }) },
    },
    {
      cause: 'permission-none',
      summary: 'The key has no access to uptime.',
      key: PHARE_KEYS.platformOnly.text,
    },
    {
      cause: 'permission-read-only',
      summary: 'The key may read monitors, but not change them.',
      key: PHARE_KEYS.readOnly.text,
      before: [read],
      request: write,
    },
    {
      cause: 'permission-missing',
      summary: 'The key lacks a permission; whether it may read there is not known yet.',
      key: PHARE_KEYS.readOnly.text,
      request: write,
    },
    {
      cause: 'key-wrong-kind',
      summary: 'Another sort of secret is sent in place of a key.',
      fault: {
        action: jsonRefusal(401, {
          message: 'Personal access tokens are not supported by this endpoint. Use an API key.',
        }),
      },
    },
  ],
  unprovoked: [
    { cause: 'token-expired', why: 'Phare takes the key itself, so there is no token that could expire.' },
    { cause: 'region-mismatch', why: 'Phare has one region.' },
  ],
};
