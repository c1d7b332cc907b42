import { type Answer, isAnswer, json } from '../shared/answer.ts';
import type { BudgetDecision } from '../shared/budget.ts';
import { stamp } from '../shared/dates.ts';
import { isObject } from '../shared/fields.ts';
import { bearerCredential, type KeyRing } from '../shared/keyRing.ts';
import type { Router } from '../shared/router.ts';
import type { PracticeRequest } from '../shared/server.ts';
import {
  forbidden,
  notFound,
  type Operation,
  permissionRequired,
  type PhareVariants,
  unauthorized,
  unprocessable,
} from './call.ts';
import type { OrganizationName, PhareKey } from './keys.ts';
import type { Organization } from './organization.ts';
import { projectOf } from './scope.ts';

export interface PhareState {
  readonly keys: KeyRing<PhareKey>;
  readonly variants: PhareVariants;
  readonly operations: Router<Operation>;
  organization(name: OrganizationName): Organization;
  now(): number;
}

/**
 * Answers one request. The order is: key, budget, address, permission, project, body, content. The documents do not give
 * an order; this one never tells a stranger what exists, and lets no call go uncounted.
 */
export function answerPhare(state: PhareState, request: PracticeRequest): Answer {
  const key = state.keys.find(bearerCredential(request.headers['authorization']) ?? '');
  if (key === undefined) {
    const open = request.method === 'GET' && request.path === '/' && state.variants.get('root-needs-key') === 'no';
    const root = open ? state.operations.match('GET', '/').route : undefined;
    return root === undefined ? unauthorized() : run(state, request, root.value, {}, undefined, 0, {});
  }
  const budget = state.organization(key.organization).budget;
  const decision = budget.take();
  const answer = decision.allowed
    ? answerCounted(state, request, key)
    : tooManyCalls(state, decision.retryAfterSeconds);
  if (state.variants.get('rate-limit-headers') === 'none') return answer;
  return { ...answer, headers: { ...answer.headers, ...rateLimitHeaders(budget.calls, decision) } };
}

function rateLimitHeaders(calls: number, decision: BudgetDecision): Readonly<Record<string, string>> {
  const remaining = decision.allowed ? decision.remaining : 0;
  return { 'x-ratelimit-limit': String(calls), 'x-ratelimit-remaining': String(remaining) };
}

function tooManyCalls(state: PhareState, retryAfterSeconds: number): Answer {
  const headers = { 'retry-after': String(retryAfterSeconds) };
  switch (state.variants.get('too-many-body')) {
    case 'empty':
      return { status: 429, headers, body: '' };
    case 'html':
      return {
        status: 429,
        headers: { 'content-type': 'text/html', ...headers },
        body: '<h1>429 Too Many Requests</h1>',
      };
    default:
      return json(429, { message: 'Too Many Attempts.' }, headers);
  }
}

function answerCounted(state: PhareState, request: PracticeRequest, key: PhareKey): Answer {
  const organization = state.organization(key.organization);
  // A key of a deleted project is gone with it.
  if (key.project !== undefined && organization.projects.get(key.project, null) === undefined) return unauthorized();
  const { route, allowed } = state.operations.match(request.method, request.path);
  if (route === undefined) {
    if (allowed.length === 0) return notFound();
    const message = `The ${request.method} method is not supported for this route.`;
    return json(405, { message }, { allow: allowed.join(', ') });
  }
  const operation = route.value;
  const refused = permissionRefusal(state, operation, key);
  if (refused !== undefined) return refused;
  let projectId = 0;
  if (operation.scoped) {
    const project = projectOf({ organization, key, headers: request.headers, variants: state.variants });
    if (isAnswer(project)) return project;
    projectId = project.id;
  }
  const body = operation.method === 'POST' ? bodyOf(state, request) : { fields: {} };
  return isAnswer(body) ? body : run(state, request, operation, route.parameters, key, projectId, body.fields);
}

function run(
  state: PhareState,
  request: PracticeRequest,
  operation: Operation,
  parameters: Readonly<Record<string, string>>,
  key: PhareKey | undefined,
  projectId: number,
  body: Readonly<Record<string, unknown>>,
): Answer {
  const organization = state.organization(key?.organization ?? 'first');
  const now = stamp(state.now());
  return operation.run({ organization, key, projectId, parameters, request, body, variants: state.variants, now });
}

function permissionRefusal(state: PhareState, operation: Operation, key: PhareKey): Answer | undefined {
  if (operation.product === undefined) return undefined;
  const access = key[operation.product];
  const needed = operation.method === 'GET' ? 'read' : 'write';
  if (access === 'none' || (access === 'read' && needed === 'write')) {
    return permissionRequired(`${operation.product}:${needed}`);
  }
  // What is not about one project is about managing projects, and a project key may not do that.
  if (key.project === undefined || operation.scoped) return undefined;
  const name = needed === 'read' ? 'project-key-lists-projects' : 'project-key-manages-projects';
  switch (state.variants.get(name)) {
    case 'own':
      return undefined;
    case '401':
      return unauthorized();
    case 'scope':
      return forbidden('This action requires an organization-scoped API key.');
    default:
      return permissionRequired(`platform:${needed}`);
  }
}

function bodyOf(state: PhareState, request: PracticeRequest): { fields: Readonly<Record<string, unknown>> } | Answer {
  if (request.body.trim() === '') return { fields: {} };
  if (/^multipart\//i.test(request.headers['content-type'] ?? '')) {
    return json(415, { message: 'This practice service reads JSON bodies only.' });
  }
  try {
    const value: unknown = JSON.parse(request.body);
    return isObject(value) ? { fields: value } : unprocessable({ body: ['The body field must be an object.'] });
  } catch {
    if (state.variants.get('bad-json') === '422')
      return unprocessable({ body: ['The body field must be valid JSON.'] });
    return json(400, { message: 'The request body is not valid JSON.' });
  }
}
