import { FLARE_KEYS, TENANTS } from '../flare/keys.ts';
import { PHARE_KEYS } from '../phare/keys.ts';
import { type Refusals, jsonRefusal } from './recipe.ts';

const project = String(TENANTS.bank);
const identifiers = '/firework/v4/identifiers/';
const read = { method: 'GET', path: identifiers, project };
const write = { method: 'POST', path: identifiers, project, body: '{}' };
const refuse = (status: number, message: string, headers?: Readonly<Record<string, string>>, code = 'REFUSED') =>
  jsonRefusal(status, { error: { code, message } }, headers);

export const flareRefusals: Refusals = {
  ground: {
    service: 'flare',
    key: 'owner',
    unknownKey: 'fw_practiceunknown0000000000000009',
    foreignKey: [PHARE_KEYS.owner.text, 'Phare'],
    read,
    missingEntry: { method: 'GET', path: `${identifiers}99999999`, project },
    incomplete: write,
    forRoles: { method: 'GET', path: '/firework/v2/organizations/members' },
    refuse,
  },
  recipes: [
    {
      cause: 'key-expired',
      summary: 'The key’s time is over.',
      fault: { path: /^\/tokens\/generate$/u, action: refuse(401, 'api key expired', {}, 'KEY_EXPIRED') },
    },
    {
      cause: 'key-wrong-kind',
      summary: 'A token is stored in place of the key that it is made from.',
      key: practiceToken(),
      fault: { path: /^\/tokens\/generate$/u, action: refuse(401, 'Unauthorized') },
    },
    {
      cause: 'token-expired',
      summary: 'The token is refused, a new one too.',
      fault: { action: refuse(401, 'token expired', {}, 'TOKEN_EXPIRED') },
    },
    {
      cause: 'project-unknown',
      summary: 'A tenant is named that does not exist.',
      request: { ...read, project: '99999999' },
    },
    {
      cause: 'permission-none',
      summary: 'The key has no access to this part of the service.',
      fault: { action: refuse(403, 'Your API key does not have access to this module.') },
    },
    {
      cause: 'permission-read-only',
      summary: 'The key may read identifiers, but not change them.',
      request: write,
      fault: { action: refuse(403, 'This API key is read-only.') },
    },
    {
      cause: 'permission-missing',
      summary: 'The key lacks a permission; whether it may read there is not known.',
      request: write,
      fault: { action: refuse(403, 'Missing permission: identifiers:create') },
    },
  ],
  unprovoked: [
    { cause: 'region-mismatch', why: 'Practice Flare has one region; its EU region is not imitated.' },
    { cause: 'project-missing', why: 'Without a tenant Flare takes the user’s default one.' },
    { cause: 'project-outside-key', why: 'A Flare key reaches the tenants of its user; none is bound to one.' },
    { cause: 'project-conflict', why: 'Flare names the tenant once, when the key is exchanged for a token.' },
    { cause: 'needs-broader-key', why: 'A Flare key has the reach of its user; none is bound to one tenant.' },
  ],
};

/** Three parts, the first two JSON, as a token has them. It was never given by anyone. */
function practiceToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: FLARE_KEYS.owner.userId })}.practicesignature`;
}
