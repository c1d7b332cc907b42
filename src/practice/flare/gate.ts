import { type Answer, isAnswer, json } from '../shared/answer.ts';
import { stamp } from '../shared/dates.ts';
import { jsonObject, unprocessable } from '../shared/fastApi.ts';
import { bearerCredential, type KeyRing } from '../shared/keyRing.ts';
import type { Router } from '../shared/router.ts';
import type { PracticeRequest } from '../shared/server.ts';
import { type Call, type FlareVariants, type Operation, refused } from './call.ts';
import type { FlareKey, OrganizationName } from './keys.ts';
import type { Organization } from './organization.ts';
import type { Token, TokenDesk } from './tokens.ts';

export interface FlareState {
  readonly keys: KeyRing<FlareKey>;
  readonly variants: FlareVariants;
  readonly operations: Router<Operation>;
  readonly tokens: TokenDesk;
  organization(name: OrganizationName): Organization;
  now(): number;
}

/** Answers one request. The order is: key or token, budget, address, rights, body, content. */
export function answerFlare(state: FlareState, request: PracticeRequest): Answer {
  if (request.method === 'POST' && request.path === '/tokens/generate') return generateToken(state, request);
  const token = tokenOf(state, request);
  if (isAnswer(token)) return token;
  const organization = state.organization(token.key.organization);
  const { route, allowed } = state.operations.match(request.method, request.path);
  const search = route?.value.search === true;
  const budget = search ? organization.budgets.search : organization.budgets.basic;
  if (!budget.take().allowed) return tooManyRequests();
  const about = { request, variants: state.variants };
  if (route === undefined) {
    return allowed.length === 0
      ? refused(about, 404, 'NOT_FOUND', 'not found')
      : refused(about, 405, 'METHOD_NOT_ALLOWED', 'method not allowed');
  }
  const operation = route.value;
  if (operation.admin === true) {
    const named = route.parameters['organization_id'];
    const own = named === undefined || named === String(organization.id);
    if (!own || !token.key.isAdmin) return refused(about, 403, 'FORBIDDEN', 'organization admin permission required');
  }
  const body = request.method === 'GET' ? { fields: {} } : jsonObject(request.body);
  if (isAnswer(body)) return body;
  const call: Call = {
    ...about,
    organization,
    key: token.key,
    token,
    tenantId: token.tenantId,
    parameters: route.parameters,
    body: body.fields,
    now: stamp(state.now()),
  };
  return search ? counted(call, operation) : operation.run(call);
}

/** Documented: no `Retry-After`, no headers that say what is left. */
const tooManyRequests = () => json(429, { error: { code: 'RATELIMIT_REACHED', message: 'ratelimit reached' } });

/** A global search takes one from the organization's quota and says what is left. */
function counted(call: Call, operation: Operation): Answer {
  const { organization, variants } = call;
  if (organization.searchesLeft <= 0) {
    return refused(call, Number(variants.get('quota-spent')), 'GLOBAL_SEARCH_QUOTA_REACHED', 'quota reached');
  }
  const answer = operation.run(call);
  if (answer.status === 200) organization.searchesLeft -= 1;
  const left = organization.searchesLeft;
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'x-flare-global-searches-remaining': String(left),
      ...(left === 0 ? { 'x-flare-global-searches-batch-reached': 'true' } : {}),
    },
  };
}

function tokenOf(state: FlareState, request: PracticeRequest): Token | Answer {
  const { variants } = state;
  const about = { request, variants };
  const token = state.tokens.find(bearerCredential(request.headers['authorization']) ?? '');
  const bad = () => refused(about, Number(variants.get('bad-token')), 'INVALID_TOKEN', 'invalid token');
  if (token === undefined) return bad();
  if (state.tokens.isExpired(token)) {
    const status = Number(variants.get('expired-token'));
    return variants.get('expired-token-text') === 'says-so'
      ? refused(about, status, 'TOKEN_EXPIRED', 'token expired')
      : refused(about, status, 'INVALID_TOKEN', 'invalid token');
  }
  const revoked = state.keys.find(token.key.text) === undefined;
  return revoked && variants.get('token-after-revocation') === 'refused' ? bad() : token;
}

/** The exchange: a bare key for a token of one tenant. A body is not needed; without a tenant it is the default one. */
function generateToken(state: FlareState, request: PracticeRequest): Answer {
  const { variants, tokens } = state;
  const about = { request, variants };
  const key = state.keys.find(request.headers['authorization'] ?? '');
  if (key === undefined) {
    return refused(about, Number(variants.get('bad-key')), 'INVALID_API_KEY', 'invalid api key');
  }
  const organization = state.organization(key.organization);
  if (!organization.budgets.basic.take().allowed) return tooManyRequests();
  const body = jsonObject(request.body);
  if (isAnswer(body)) return body;
  const wanted = body.fields['tenant_id'] ?? key.tenants[0];
  if (!Number.isSafeInteger(wanted)) {
    return variants.get('malformed-tenant') === '400'
      ? refused(about, 400, 'BAD_REQUEST', 'tenant_id must be an integer')
      : unprocessable({ loc: ['body', 'tenant_id'], msg: 'Input should be a valid integer', type: 'int_parsing' });
  }
  const tenant = organization.tenants.get(wanted as number, null);
  if (tenant === undefined || !key.tenants.includes(tenant.id)) {
    return refused(about, Number(variants.get('unknown-tenant')), 'TENANT_NOT_FOUND', 'tenant not found');
  }
  if (tenant['is_disabled'] === true && variants.get('disabled-tenant') === '403') {
    return refused(about, 403, 'TENANT_DISABLED', 'tenant is disabled');
  }
  const token = tokens.issue(key, tenant.id);
  // As the real service does. The official clients refuse cookies; whoever sends this one back has stored it.
  const cookie = `refresh_token_cookie=practice-refresh-${token.text.slice(-6)}; Path=/; HttpOnly; SameSite=Lax`;
  const headers = { 'set-cookie': cookie };
  return json(200, { token: token.text, refresh_token_exp: tokens.refreshEnd(token) }, headers);
}
