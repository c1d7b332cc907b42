import { PHARE_KEYS } from '../phare/keys.ts';
import { WELLOWS_KEYS } from '../wellows/keys.ts';
import { type Refusals, jsonRefusal } from './recipe.ts';

const project = '301';
const read = { method: 'GET', path: '/site-summary', project };
const write = { method: 'POST', path: '/monitoring', project, body: '{}' };
const refuse = (status: number, message: string, headers?: Readonly<Record<string, string>>) =>
  jsonRefusal(status, { success: false, message, code: status, data: null, errors: {}, meta_data: {} }, headers);
const check = { method: 'GET', path: '/validate' };

export const wellowsRefusals: Refusals = {
  ground: {
    service: 'wellows',
    key: 'user',
    unknownKey: 'wellows-practice-unknown-0000000000000009',
    foreignKey: [PHARE_KEYS.owner.text, 'Phare'],
    read,
    documentedRead: check,
    missingEntry: { method: 'GET', path: '/site-summaries', project },
    incomplete: write,
    forRoles: write,
    refuse,
  },
  recipes: [
    {
      cause: 'key-expired',
      summary: 'The key’s time is over.',
      key: WELLOWS_KEYS.expired.text,
      fault: { path: /./u, action: refuse(401, 'API key has expired') },
    },
    {
      cause: 'project-missing',
      summary: 'A user’s key is sent, and no project is named.',
      request: { method: 'GET', path: '/site-summary' },
    },
    {
      cause: 'project-unknown',
      summary: 'A project is named that does not exist.',
      request: { ...read, project: '999' },
    },
    {
      cause: 'project-outside-key',
      summary: 'The key is bound to one project, and a header names another.',
      key: WELLOWS_KEYS.project.text,
      before: [check],
      request: { method: 'GET', path: '/site-summary', headers: { 'X-Project-ID': project } },
      fault: { path: /\/site-summary$/u, action: refuse(403, 'This key is restricted to another project.') },
    },
    {
      cause: 'needs-broader-key',
      summary: 'The key is bound to one project, and the request is about all.',
      key: WELLOWS_KEYS.project.text,
      before: [check],
      request: { method: 'GET', path: '/projects' },
      fault: { action: refuse(403, 'Project level keys cannot list projects.') },
    },
    {
      cause: 'permission-none',
      summary: 'The key has no access to this part of the service.',
      fault: { action: refuse(403, 'Your API key does not have access to this product.') },
    },
    {
      cause: 'permission-read-only',
      summary: 'The key may read, but not change anything.',
      request: write,
      fault: { action: refuse(403, 'This API key is read-only.') },
    },
    {
      cause: 'permission-missing',
      summary: 'The key lacks a permission; whether it may read there is not known.',
      request: write,
      fault: { action: refuse(403, 'The monitoring:write permission is required.') },
    },
    {
      cause: 'key-wrong-kind',
      summary: 'Another sort of secret is sent in place of a key.',
      fault: { action: refuse(401, 'This endpoint requires an API key, but a signing secret was provided.') },
    },
  ],
  unprovoked: [
    { cause: 'token-expired', why: 'Wellows takes the key itself, so there is no token that could expire.' },
    { cause: 'region-mismatch', why: 'Wellows has one region.' },
    { cause: 'project-conflict', why: 'Wellows names a project by one header, so a request cannot name two.' },
  ],
};
