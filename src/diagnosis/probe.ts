import type { RequestDraft } from '../client/draft.ts';
import type { Exchange } from '../client/exchange.ts';
import type { Project } from '../connections/connection.ts';
import { findOperation } from '../services/operations.ts';
import type { CauseId, Diagnosis } from './diagnosis.ts';
import type { Facts } from './facts.ts';
import { type OtherRegion, otherRegion } from './otherRegion.ts';
import type { ProbeKind } from './probeResult.ts';

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
  'invalid-request',
]);

/**
 * The read that would tell most about what is still in doubt.
 * @returns undefined when nothing is, or when nothing may be sent.
 */
export function nextProbe(exchange: Exchange, facts: Facts, found: readonly Diagnosis[]): ProbePlan | undefined {
  const [top] = found;
  if (!top || top.certainty === 'proved' || NOT_PROBED.has(top.cause) || facts.failure || !facts.connection)
    return undefined;
  // After a 429, of the request or of a probe, nothing more is sent.
  if (facts.status === 429 || facts.probes.some(({ status }) => status === 429)) return undefined;
  const causes = new Set(found.map(({ cause }) => cause));
  const plans = [
    causes.has('project-missing') ? withProject(exchange, facts) : undefined,
    top.cause === 'permission-missing' ? inArea(exchange, facts) : undefined,
    isOfKeyOrProject(causes) ? ofKey(exchange, facts) : undefined,
    causes.has('key-invalid') ? inOtherRegion(exchange, facts) : undefined,
  ];
  return plans.find((plan) => plan !== undefined && !facts.probes.some(({ kind }) => kind === plan.kind));
}

function isOfKeyOrProject(causes: ReadonlySet<CauseId>): boolean {
  return [...causes].some((cause) => /^(?:key|project|token|unknown|role|needs)/u.test(cause));
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
  const path = keyKind === 'one-project' ? (own ?? definition.keyCheck.path) : definition.keyCheck.path;
  // A refused exchange of the key is a key check already.
  return isSame(exchange, path) || facts.isTokenExchange
    ? undefined
    : { kind: 'key', draft: readOf(exchange, path, undefined) };
}

/** The key check where the key may be from. */
function inOtherRegion(exchange: Exchange, facts: Facts): ProbePlan | undefined {
  const region = otherRegion(facts);
  return region && { kind: 'region', draft: readOf(exchange, facts.definition.keyCheck.path, undefined), region };
}

/** A read next to what was refused, with the same project. */
function inArea(exchange: Exchange, { definition, operation }: Facts): ProbePlan | undefined {
  const area = operation?.area;
  const list = definition.collections.find(
    ({ path, method = 'GET' }) => method === 'GET' && findOperation(definition, 'GET', path)?.area === area,
  );
  if (area === undefined || !list || isSame(exchange, list.path)) return undefined;
  const { project } = exchange.scope;
  const named = project === undefined ? undefined : { id: project, name: project };
  return { kind: 'area', draft: readOf(exchange, list.path, named) };
}

function readOf({ connection }: Exchange, path: string, project: Project | undefined): RequestDraft {
  return { connection, method: 'GET', path, project: project?.id ?? null };
}

function isSame({ operation }: Exchange, path: string): boolean {
  return operation === `GET ${path}`;
}
