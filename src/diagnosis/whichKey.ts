import type { Budget } from '../client/budget.ts';
import type { Client } from '../client/client.ts';
import type { RequestDraft } from '../client/draft.ts';
import type { Exchange } from '../client/exchange.ts';
import type { Connection } from '../connections/connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { Projects } from '../resources/projects.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { findOperation, isRead, placeholders } from '../services/operations.ts';
import type { Diagnoser } from './diagnoser.ts';
import { pathBelow } from './facts.ts';
import { othersNear } from './otherKeys.ts';

/** More keys than this would spend the budget of a minute on a guess. */
const MOST_KEYS = 10;

export interface WhichKeyParts {
  readonly connections: Connections;
  readonly client: Client;
  readonly budget: Budget;
  readonly projects: Projects;
  readonly diagnoser: Diagnoser;
}

/** What would be tried, to be shown before anything is sent. */
export interface KeyTrialPlan {
  readonly read: SafeRead;
  /** Each with a key of its own, in the order in which they are tried. */
  readonly candidates: readonly Connection[];
  /** Requests on the wire at most: a key that has to be exchanged for a token takes two. */
  readonly calls: number;
}

/** The read by which keys are compared. */
export interface SafeRead {
  /** `GET /uptime/monitors`. */
  readonly title: string;
  readonly draft: Pick<RequestDraft, 'method' | 'path' | 'query'>;
  /** It is the refused request itself, not one near it. */
  readonly isSame: boolean;
}

export interface KeyTrial {
  readonly connection: Connection;
  /** `elsewhere`: it answered, for a project of its own and not for the one that was asked of. */
  readonly outcome: 'works' | 'elsewhere' | 'refused' | 'no answer' | 'not tried';
  readonly exchange?: Exchange;
  /** The first cause of a refusal, or why nothing was sent. */
  readonly why: string;
}

/**
 * Plans which other stored keys of the same service are tried, and on which read. Sends nothing.
 * @returns undefined when there is no other key, or no read to try it on.
 */
export function planKeyTrial(exchange: Exchange, { connections }: WhichKeyParts): KeyTrialPlan | undefined {
  const own = connections.get(exchange.connection);
  const definition = connections.definitionOf(own);
  const read = safeReadFor(exchange, own, definition);
  const candidates = othersNear(own, connections.list(), definition).slice(0, MOST_KEYS);
  if (!read || candidates.length === 0) return undefined;
  return { read, candidates, calls: candidates.length * (definition.auth.type === 'exchange' ? 2 : 1) };
}

/**
 * Tries each key on the read, one after the other, each at the address of its own connection and nowhere else. Stops
 * when the signal is aborted, and after a 429.
 * @param told called before each key is sent, and after each with what it got.
 */
export async function tryKeys(
  exchange: Exchange,
  plan: KeyTrialPlan,
  parts: WhichKeyParts,
  options: { readonly signal?: AbortSignal | undefined; readonly told?: (now: KeyTrial | Connection) => void } = {},
): Promise<readonly KeyTrial[]> {
  const trials: KeyTrial[] = [];
  let stopped = '';
  for (const connection of plan.candidates) {
    if (options.signal?.aborted) stopped = 'It was stopped before.';
    if (!stopped) options.told?.(connection);
    const trial: KeyTrial = stopped
      ? { connection, outcome: 'not tried', why: stopped }
      : await tryKey(exchange, plan, connection, parts, options.signal);
    if (trial.exchange?.response?.status === 429) stopped = 'The service takes no more calls for now.';
    trials.push(trial);
    options.told?.(trial);
  }
  return trials;
}

async function tryKey(
  refused: Exchange,
  { read }: KeyTrialPlan,
  connection: Connection,
  { client, connections, budget, projects, diagnoser }: WhichKeyParts,
  signal: AbortSignal | undefined,
): Promise<KeyTrial> {
  const definition = connections.definitionOf(connection);
  if (definition.budget && budget.remaining(connection, definition).calls < 1) {
    return { connection, outcome: 'not tried', why: 'No call is left for it at this moment.' };
  }
  const wanted = refused.scope.project;
  const isBound = connection.keyKind === 'one-project' && definition.scope.by !== 'path';
  const draft = { ...read.draft, connection: connection.id, project: isBound ? null : (wanted ?? null) };
  const exchange = await client.send(draft, { signal });
  if (exchange.failure?.kind === 'aborted') return { connection, outcome: 'not tried', why: 'It was stopped before.' };
  const [cause] = diagnoser.diagnose(exchange);
  if (!exchange.response) {
    return { connection, outcome: 'no answer', exchange, why: cause?.title ?? exchange.failure?.message ?? '' };
  }
  if (cause) return { connection, outcome: 'refused', exchange, why: cause.title };
  const own = projects.bound(connection.id);
  const isOther = isBound && wanted !== undefined && own?.id !== wanted && own?.slug !== wanted;
  if (!isOther) return { connection, outcome: 'works', exchange, why: '' };
  const { one } = definition.projectTerm;
  const which = own ? `the ${one} ${own.slug ?? own.name}` : `a ${one} that is not known here`;
  return { connection, outcome: 'elsewhere', exchange, why: `This key is bound to ${which}, and answered for that.` };
}

/** The refused read itself; for anything else a list in the same area, or else the key check. */
function safeReadFor(exchange: Exchange, connection: Connection, definition: ServiceDefinition): SafeRead | undefined {
  const { method, url } = exchange.hops[0] ? { method: 'GET', url: exchange.hops[0].url } : exchange.request;
  const path = pathBelow(connection.baseUrl, url);
  const operation = path === undefined ? undefined : findOperation(definition, exchange.request.method, path);
  if (path !== undefined && method === 'GET' && isRead(operation ?? { method: 'GET' }) && !/[{}]|%7B/iu.test(path)) {
    const query: Record<string, string[]> = {};
    for (const [name, value] of new URL(url).searchParams) (query[name] ??= []).push(value);
    return { title: `GET ${operation?.path ?? path}`, draft: { method: 'GET', path, query }, isSame: true };
  }
  const near = definition.collections.find(
    ({ path: list, method: how = 'GET' }) =>
      how === 'GET' && operation?.area !== undefined && findOperation(definition, 'GET', list)?.area === operation.area,
  )?.path;
  const list = near !== undefined && isFillable(near, exchange, definition) ? near : definition.keyCheck.path;
  return { title: `GET ${list}`, draft: { method: 'GET', path: list }, isSame: false };
}

/** Whether the path has no placeholder but the project's own, and that one can be filled. */
function isFillable(path: string, { scope }: Exchange, definition: ServiceDefinition): boolean {
  return placeholders(path).every(
    (name) => definition.scope.by === 'path' && name === definition.scope.parameter && scope.project !== undefined,
  );
}
