import { type Answer, isAnswer } from '../shared/answer.ts';
import { stamp } from '../shared/dates.ts';
import { type Body, jsonObject, unprocessable } from '../shared/fastApi.ts';
import { bearerCredential, type KeyRing } from '../shared/keyRing.ts';
import type { Router } from '../shared/router.ts';
import { isUuid, type Row } from '../shared/rows.ts';
import type { PracticeRequest } from '../shared/server.ts';
import type { Account } from './account.ts';
import { type Call, type LogfireVariants, missingScope, notFound, type Operation, refused } from './call.ts';
import type { LogfireKey } from './keys.ts';

export interface LogfireState {
  readonly keys: KeyRing<LogfireKey>;
  readonly variants: LogfireVariants;
  readonly operations: Router<Operation>;
  account(number: number): Account;
  now(): number;
}

const NO_ROW: Row = { id: '' };

/**
 * Answers one request. The order is that of its framework: address, key, budget, scope, form of path and body, project,
 * content. So a wrong path is told to anyone, and a malformed id only to a key that may ask.
 */
export function answerLogfire(state: LogfireState, request: PracticeRequest): Answer {
  const answer = answerPlain(state, request);
  const name = state.variants.get('version-header');
  return name === 'none' ? answer : { ...answer, headers: { ...answer.headers, [name]: 'v2026-10-01.01' } };
}

function answerPlain(state: LogfireState, request: PracticeRequest): Answer {
  const { route, allowed } = state.operations.match(request.method, request.path);
  const slashed = request.path.endsWith('/');
  const wantsSlash = request.path.startsWith('/api/v1/');
  if ((route !== undefined || allowed.length > 0) && wantsSlash !== slashed) return slashRedirect(state, request);
  if (route === undefined) {
    if (allowed.length === 0) return notFound();
    return { ...refused(405, 'Method Not Allowed'), headers: { ...JSON_TYPE, allow: allowed.join(', ') } };
  }
  const operation = route.value;
  const key = state.keys.find(bearerCredential(request.headers['authorization']) ?? '');
  // The OAuth operations are for those who have no key yet.
  if (operation.scope !== null && (key === undefined || key.expired)) return badKey(state, key);
  const account = state.account(key?.account ?? 1);
  if (operation.scope !== null) {
    const decision = account.budget.take();
    if (!decision.allowed) return tooManyRequests(state, decision.retryAfterSeconds);
  }
  return key === undefined
    ? answerAllowed(state, request, operation, route.parameters, account, NO_KEY)
    : answerAllowed(state, request, operation, route.parameters, account, key);
}

const JSON_TYPE = { 'content-type': 'application/json' };
const NO_KEY: LogfireKey = { text: '', label: 'Nobody', account: 1, project: undefined, scopes: [], expired: false };

function slashRedirect(state: LogfireState, request: PracticeRequest): Answer {
  const variant = state.variants.get('missing-slash');
  if (variant === '404') return notFound();
  const path = request.path.endsWith('/') ? request.path.slice(0, -1) : `${request.path}/`;
  const query = request.query.toString();
  const location = `${request.baseUrl}${path}${query === '' ? '' : `?${query}`}`;
  return { status: Number(variant), headers: { location }, body: '' };
}

function badKey(state: LogfireState, key: LogfireKey | undefined): Answer {
  const saysSo = key?.expired === true && state.variants.get('expired-key') === 'says-so';
  return refused(401, saysSo ? 'Token has expired' : state.variants.get('bad-key-text'));
}

function tooManyRequests(state: LogfireState, seconds: number): Answer {
  const answer = refused(429, 'Rate limit exceeded');
  // Rounded up: waiting as long as told must be enough.
  const wait = seconds + 1;
  switch (state.variants.get('retry-after')) {
    case 'none':
      return answer;
    case 'date':
      return { ...answer, headers: { ...JSON_TYPE, 'retry-after': new Date(state.now() + wait * 1000).toUTCString() } };
    default:
      return { ...answer, headers: { ...JSON_TYPE, 'retry-after': String(wait) } };
  }
}

function answerAllowed(
  state: LogfireState,
  request: PracticeRequest,
  operation: Operation,
  parameters: Readonly<Record<string, string>>,
  account: Account,
  key: LogfireKey,
): Answer {
  const { scope } = operation;
  if (typeof scope === 'string' && !key.scopes.includes(scope)) return missingScope(scope);
  const ownProject = key.project === undefined ? undefined : account.projects.list('own')[key.project - 1];
  // A key of a deleted project is gone with it.
  if (key.project !== undefined && ownProject === undefined) return badKey(state, undefined);
  const body = ['GET', 'DELETE'].includes(request.method) ? { fields: {} } : bodyOf(request);
  if (isAnswer(body)) return body;
  const call = {
    account,
    key,
    ownProject,
    parameters,
    request,
    body: body.fields,
    variants: state.variants,
    now: stamp(state.now()),
  };
  const id = parameters['project_id'];
  if (id === undefined) return operation.run({ ...call, project: NO_ROW });
  const project = projectOf(call, id);
  return isAnswer(project) ? project : operation.run({ ...call, project });
}

function bodyOf(request: PracticeRequest): { readonly fields: Body } | Answer {
  // OAuth's token endpoint takes a form, as the standard has it.
  return /x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '')
    ? { fields: Object.fromEntries(new URLSearchParams(request.body)) }
    : jsonObject(request.body);
}

function projectOf(call: Omit<Call, 'project'>, id: string): Row | Answer {
  if (!isUuid(id)) {
    const msg = 'Input should be a valid UUID, invalid character found';
    return unprocessable({ loc: ['path', 'project_id'], msg, type: 'uuid_parsing' });
  }
  const { ownProject } = call;
  if (ownProject !== undefined && ownProject.id !== id.toLowerCase()) {
    return call.variants.get('project-key-other-project') === '403'
      ? refused(403, 'This token does not have access to this project')
      : notFound('Project not found');
  }
  const project = call.account.projects.get('own', id);
  if (project !== undefined) return project;
  return call.variants.get('unknown-project') === '403'
    ? refused(403, 'This token does not have access to this project')
    : notFound('Project not found');
}
