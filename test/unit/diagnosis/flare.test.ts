import { exchangePath, identifiers, tenants } from '../../support/flareDesk.ts';
import { type ServiceCase, testService } from '../../support/plantedService.ts';

const unknownKey = 'fw_practiceunknown0000000000000009';
const project = tenants.bank;
const read = { path: identifiers, project };
const byDefault = { path: identifiers, project: null };
const write = { method: 'POST', path: identifiers, project, body: '{}' };
const said = (status: number, code: string, message: string, at?: string) => ({
  ...(at !== undefined && { at }),
  status,
  body: { error: { code, message } },
});
const page = (status: number, title: string, at?: string) => ({
  ...(at !== undefined && { at }),
  status,
  headers: { 'content-type': 'text/html' },
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body></body></html>`,
});

const cases: readonly ServiceCase[] = [
  ...['401', '403'].flatMap((status) =>
    ['documented', 'message'].flatMap((body): ServiceCase[] => [
      {
        name: `refused at the exchange, ${status} ${body}`,
        cause: 'key-invalid',
        key: unknownKey,
        variants: { 'bad-key': status, 'refusal-body': body },
      },
      {
        name: `refused at the exchange for the default tenant, ${status} ${body}`,
        cause: 'key-invalid',
        key: unknownKey,
        draft: byDefault,
        variants: { 'bad-key': status, 'refusal-body': body },
      },
    ]),
  ),
  {
    name: 'refused at the exchange without a word',
    cause: 'key-invalid',
    key: unknownKey,
    variants: { 'refusal-body': 'empty' },
  },
  {
    name: 'refused at the exchange without a word, 403, no tenant named',
    cause: 'key-invalid',
    key: unknownKey,
    draft: byDefault,
    variants: { 'bad-key': '403', 'refusal-body': 'empty' },
  },
  {
    name: 'revoked after it worked, its tokens with it',
    cause: 'key-invalid',
    before: async ({ send, standIn }) => {
      await send();
      standIn.control.revoke(standIn.key('owner'));
    },
  },
  {
    name: 'a key whose time is over',
    cause: 'key-expired',
    answer: said(401, 'KEY_EXPIRED', 'api key expired', exchangePath),
  },
  {
    name: 'the time of the token was over, and a write is not sent again',
    cause: 'token-expired',
    draft: write,
    before: ({ send }) => send(),
    answer: said(401, 'TOKEN_EXPIRED', 'token expired', identifiers),
  },
  {
    name: 'the token is refused again after it was had anew',
    cause: 'token-expired',
    answer: said(401, 'TOKEN_EXPIRED', 'token expired', identifiers),
  },
  {
    name: 'a token that grew old, had anew by itself',
    cause: null,
    before: async ({ send, clock }) => [await send(), await clock.advance(3_700_000)],
  },
  ...['403', '404', '400'].flatMap((status): ServiceCase[] => [
    {
      name: `a tenant that does not exist, ${status}`,
      cause: 'project-unknown',
      draft: { ...read, project: '9999' },
      variants: { 'unknown-tenant': status },
    },
    {
      name: `a tenant that the user has no part in, ${status}`,
      cause: 'project-unknown',
      key: 'analyst',
      variants: { 'unknown-tenant': status },
    },
    {
      name: `a tenant that is not among those listed, ${status}`,
      cause: 'project-unknown',
      draft: { ...read, project: '9999' },
      variants: { 'unknown-tenant': status },
      before: ({ desk }) => desk.projects.all(desk.connection.id),
    },
  ]),
  { name: 'a tenant that is disabled', cause: 'project-unknown', draft: { ...read, project: tenants.closed } },
  ...['422', '400'].map((status): ServiceCase => ({
    name: `a tenant that is no number, ${status}`,
    cause: 'project-unknown',
    draft: { ...read, project: 'practice-bank' },
    variants: { 'malformed-tenant': status },
  })),
  {
    name: '429',
    cause: 'rate-limited',
    certainty: 'proved',
    answer: said(429, 'RATELIMIT_REACHED', 'ratelimit reached'),
  },
  {
    name: '429 at the exchange',
    cause: 'rate-limited',
    certainty: 'proved',
    answer: said(429, 'RATELIMIT_REACHED', 'ratelimit reached', exchangePath),
  },
  {
    name: 'the quota of global searches, 403',
    cause: 'rate-limited',
    answer: said(403, 'GLOBAL_SEARCH_QUOTA_REACHED', 'quota reached'),
  },
  { name: 'an identifier that does not exist', cause: 'not-found', draft: { path: `${identifiers}999999`, project } },
  {
    name: 'an identifier that does not exist, default tenant',
    cause: 'not-found',
    draft: { path: `${identifiers}999999`, project: null },
  },
  { name: 'a path that is none', cause: 'not-found', draft: { path: '/firework/v4/identifieres/', project } },
  {
    name: 'fields of the body',
    cause: 'invalid-request',
    certainty: 'proved',
    draft: { method: 'POST', path: '/firework/v4/events/tenant/_search', project, body: '{"size": 99}' },
  },
  {
    name: 'a page size that is too large',
    cause: 'invalid-request',
    certainty: 'proved',
    draft: { ...read, query: { size: '9999' } },
  },
  { name: '400 with a code', cause: 'invalid-request', answer: said(400, 'BAD_REQUEST', 'invalid query', identifiers) },
  { name: '500', cause: 'service-down', answer: { at: identifiers, status: 500, body: 'oops' } },
  { name: '503 at the exchange', cause: 'service-down', answer: page(503, 'Maintenance', exchangePath) },
  {
    name: 'an exchange that gives no token',
    cause: 'wrong-address',
    answer: { at: exchangePath, status: 200, body: { ok: true } },
  },
  { name: 'an exchange that answers a page', cause: 'wrong-address', answer: page(200, 'Welcome', exchangePath) },
  { name: 'a list of another shape', cause: 'wrong-address', answer: { at: identifiers, status: 200, body: [] } },
  {
    name: 'a bot check at the exchange',
    cause: 'blocked-before-service',
    answer: page(403, 'Just a moment...', exchangePath),
  },
  { name: 'a list', cause: null },
  { name: 'a list of the default tenant', cause: null, draft: byDefault },
  {
    name: 'a search by POST',
    cause: null,
    draft: { method: 'POST', path: '/firework/v4/events/tenant/_search', project, body: '{"size": 5}' },
  },
  { name: 'the exchange by hand', cause: null, draft: { path: '/tokens/test', project } },
];

describe('Planted faults: Flare', () => {
  testService({ service: 'flare', key: 'owner', draft: read, cases });
});
