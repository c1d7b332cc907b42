import type { RequestDraft } from '../client/draft.ts';
import type { Exchange } from '../client/exchange.ts';
import type { Project } from '../connections/connection.ts';
import { findOperation, isRead } from '../services/operations.ts';
import type { CauseId, Diagnosis } from './diagnosis.ts';
import type { Facts } from './facts.ts';
import { type OtherRegion, otherRegion } from './otherRegion.ts';
import { type ProbeKind, probed } from './probeResult.ts';
import { projectStanding } from './rule.ts';
import type { Topic } from './topicTable.ts';

export interface ProbePlan {
  readonly kind: ProbeKind;
  readonly draft: RequestDraft;
  /** Where it goes instead of the connection's own address. */
  readonly region?: OtherRegion;
}

/** The most that one diagnosis sends. */
export const MOST_PROBES = 3;

/** Causes that a probe says nothing of: nobody doubts them, or another request could only make them worse. */
const NOT_PROBED: ReadonlySet<CauseId> = new Set([
  'rate-limited',
  'network',
  'cors',
  'proxy-refused',
  'service-down',
  'blocked-before-service',
  'wrong-address',
  'redirect-dropped-key',
  'key-missing',
  'key-malformed',
  'key-wrong-kind',
  'key-wrong-service',
  'key-expired',
  'clock-skew',
  'role-insufficient',
  'needs-broader-key',
  'project-conflict',
  'invalid-request',
]);

/** What the service names itself needs no asking. */
const SAYS: Partial<Readonly<Record<CauseId, Topic>>> = {
  'project-unknown': 'project-unknown',
  'project-outside-key': 'project-outside-key',
  'region-mismatch': 'region-mismatch',
  'token-expired': 'token',
};

/**
 * The read that would tell most about what is still in doubt.
 * @returns undefined when nothing is, or when nothing may be sent.
 */
export function nextProbe(exchange: Exchange, facts: Facts, found: readonly Diagnosis[]): ProbePlan | undefined {
  // Probes go with the stored key, and tell nothing of one that was typed in its place.
  if (facts.credential?.by === 'hand') return undefined;
  const [top] = found;
  if (!top || top.certainty === 'proved' || facts.failure || !facts.connection) return undefined;
  const isSure = top.certainty === 'likely' && NOT_PROBED.has(top.cause) && !mayLackProject(facts, found);
  if (isSure || (NOT_PROBED.has(top.cause) && found.length === 1)) return undefined;
  const said = SAYS[top.cause];
  if (top.certainty === 'likely' && said !== undefined && facts.says.has(said)) return undefined;
  // After a 429, of the request or of a probe, nothing more is sent; nor after a fault.
  if (facts.status === 429 || facts.probes.some(({ status }) => status === 429 || status >= 500)) return undefined;
  return plansFor(exchange, facts, found).find((plan) => !facts.probes.some(({ kind }) => kind === plan.kind));
}

function plansFor(exchange: Exchange, facts: Facts, found: readonly Diagnosis[]): readonly ProbePlan[] {
  const causes = new Set(found.map(({ cause }) => cause));
  const top = found[0]?.cause;
  // A key that the service names as unknown needs no further check than that of another region.
  const isKeySaid = facts.says.has('key-invalid') && top === 'key-invalid' && otherRegion(facts) !== undefined;
  const isOpen = isOfKeyOrProject(causes) || (top === 'wrong-address' && facts.status === 404);
  const plans = [
    causes.has('project-missing') ? withProject(exchange, facts) : undefined,
    isAreaTelling(facts, top) ? inArea(exchange, facts) : undefined,
    causes.has('project-missing') && facts.reads ? ofProjects(exchange, facts) : undefined,
    isOpen && !isKeySaid && !isKeyKnown(facts) ? ofKey(exchange, facts) : undefined,
    isOpen && isKeyKnown(facts) && projectStanding(facts) === 'unknown' ? ofProjects(exchange, facts) : undefined,
    top === 'key-invalid' ? inOtherRegion(exchange, facts) : undefined,
  ];
  return plans.filter((plan) => plan !== undefined);
}

/** "Bad request" blames no field of a read, and may be all that a service says of a project that was not named. */
function mayLackProject({ reads, rejectedFields, message, status }: Facts, found: readonly Diagnosis[]): boolean {
  const isWordless = message === '' || /^(?:error:? )?(?:400:? )?bad request\.?$/iu.test(message);
  const isOpen = found[0]?.cause === 'invalid-request' && found.some(({ cause }) => cause === 'project-missing');
  return isOpen && reads && status === 400 && rejectedFields.length === 0 && isWordless;
}

/** A read beside a refused change tells of the key, the project and the permission to read at once. */
function isAreaTelling(facts: Facts, top: CauseId | undefined): boolean {
  if (top === 'permission-missing') return true;
  if (top === 'not-found') return projectStanding(facts) === 'unknown' && facts.scope.project !== undefined;
  const isOfCaller = ['key-invalid', 'permission-none', 'project-unknown', 'token-expired', 'unknown'].includes(
    top ?? '',
  );
  return !facts.reads && isOfCaller && !facts.says.has('key-invalid') && facts.scope.by !== 'none';
}

function isKeyKnown(facts: Facts): boolean {
  return probed(facts, 'key') === 'good' || probed(facts, 'area') === 'good';
}

function isOfKeyOrProject(causes: ReadonlySet<CauseId>): boolean {
  return [...causes].some((cause) => /^(?:key|project|token|unknown|role|needs|permission)/u.test(cause));
}

/** The same read, with a project: only what can be repeated from the exchange alone. */
function withProject(exchange: Exchange, facts: Facts): ProbePlan | undefined {
  const project = facts.selected ?? facts.knownProjects?.[0];
  if (!project || !facts.reads || facts.path === undefined || exchange.request.method !== 'GET') return undefined;
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URL(exchange.request.url).searchParams) (query[name] ??= []).push(value);
  return { kind: 'with-project', draft: { ...readOf(exchange, facts.path, project), query } };
}

/** The key check; for a project key a list of its own, because it may be refused what is about all projects. */
function ofKey(exchange: Exchange, facts: Facts): ProbePlan | undefined {
  const { definition, keyKind } = facts;
  const own = definition.collections.find(({ method = 'GET', level }) => method === 'GET' && level === 'project')?.path;
  const path =
    keyKind === 'one-project' && definition.scope.by === 'header'
      ? (own ?? definition.keyCheck.path)
      : definition.keyCheck.path;
  // A refused exchange of the key alone is a key check already; one that named a project is not.
  if (facts.isTokenExchange && facts.scope.project === undefined) return undefined;
  return isSame(exchange, path) && !facts.isTokenExchange
    ? undefined
    : { kind: 'key', draft: readOf(exchange, path, undefined) };
}

/** The projects that the key reaches, where the key check does not list them. */
function ofProjects(exchange: Exchange, facts: Facts): ProbePlan | undefined {
  const { definition, scope, keyKind } = facts;
  const { path } = definition.projects;
  if (keyKind === 'one-project' || path === definition.keyCheck.path) return undefined;
  // A request that named none is sent again with one that is known.
  if (scope.project === undefined && (facts.knownProjects ?? facts.selected) !== undefined) return undefined;
  return { kind: 'projects', draft: readOf(exchange, path, undefined) };
}

/** The key check where the key may be from. */
function inOtherRegion(exchange: Exchange, facts: Facts): ProbePlan | undefined {
  const region = otherRegion(facts);
  return region && { kind: 'region', draft: readOf(exchange, facts.definition.keyCheck.path, undefined), region };
}

/** A read next to what was refused, with the same project: the list that holds the entry, or another of the same area. */
function inArea(exchange: Exchange, { definition, operation, isTokenExchange }: Facts): ProbePlan | undefined {
  if (!operation || isTokenExchange) return undefined;
  const lists = definition.operations.filter(
    (candidate) => candidate.method === 'GET' && isRead(candidate) && hasNoOtherPlaceholder(candidate.path, definition),
  );
  const own = operation.path.replace(/\/+$/u, '');
  const nearest = lists
    .map(({ path }) => path)
    .filter((path) => `${own}/`.startsWith(`${path.replace(/\/+$/u, '')}/`) && path !== '/')
    .sort((one, other) => other.length - one.length)
    .find((path) => definition.collections.some((collection) => collection.path === path));
  const ofArea = definition.collections.find(
    ({ path, method = 'GET' }) =>
      method === 'GET' &&
      operation.area !== undefined &&
      findOperation(definition, 'GET', path)?.area === operation.area,
  )?.path;
  const path = [nearest, ofArea].find((candidate) => candidate !== undefined && !isSame(exchange, candidate));
  if (path === undefined) return undefined;
  const { project } = exchange.scope;
  const named = project === undefined ? undefined : { id: project, name: project };
  return { kind: 'area', draft: readOf(exchange, path, named) };
}

function hasNoOtherPlaceholder(path: string, { scope }: Facts['definition']): boolean {
  const rest = scope.by === 'path' ? path.replace(`{${scope.parameter}}`, '') : path;
  return !rest.includes('{');
}

function readOf({ connection }: Exchange, path: string, project: Project | undefined): RequestDraft {
  return { connection, method: 'GET', path, project: project?.id ?? null };
}

function isSame({ operation }: Exchange, path: string): boolean {
  return operation === `GET ${path}`;
}
