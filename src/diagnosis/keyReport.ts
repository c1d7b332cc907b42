import type { Client } from '../client/client.ts';
import { parseJson } from '../client/json.ts';
import { type Exchange, succeeded } from '../client/exchange.ts';
import type { SendOptions } from '../client/wire.ts';
import type { Project } from '../connections/connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { Projects } from '../resources/projects.ts';
import type { Selection } from '../connections/selection.ts';
import type { KeyKind, ServiceDefinition } from '../services/definition.ts';
import { findOperation, isRead, operationKey } from '../services/operations.ts';
import { permissionParts } from './areas.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Diagnoser } from './diagnoser.ts';
import { judge } from './facts.ts';
import type { KeyHistory, Observation } from './history.ts';
import { foreignOrigin } from './hops.ts';
import { tellings } from './tellings.ts';

export type Access = 'yes' | 'no' | 'unknown';

export interface KeyReport {
  readonly verdict: 'valid' | 'invalid' | 'expired' | 'unreachable' | 'unknown';
  readonly keyKind: KeyKind;
  /** The one project of a project-bound key, where that is known. */
  readonly project?: Project;
  readonly projectCount?: number;
  readonly region?: string;
  /** The id of the organization, where the service tells. */
  readonly organization?: string;
  /** ISO 8601, where the service tells. */
  readonly expiresAt?: string;
  readonly access: readonly { readonly area: string; readonly read: Access; readonly write: Access }[];
  /** Requests on the wire for this report. */
  readonly callsSpent: number;
  readonly evidence: readonly string[];
  readonly diagnosis: readonly Diagnosis[];
}

export interface KeyCheckParts {
  readonly connections: Connections;
  readonly selection: Selection;
  readonly client: Client;
  readonly projects: Projects;
  readonly history: KeyHistory;
  readonly diagnoser: Diagnoser;
}

/** A service may have dozens of areas; what is left unknown is said to be. */
const MOST_PROBES = 2;

/** Tests a stored key with reads alone: the key check, the project list, then one list of each area not yet told of. */
export class KeyCheck {
  readonly #parts: KeyCheckParts;

  constructor(parts: KeyCheckParts) {
    this.#parts = parts;
  }

  /**
   * @param onWait called with the milliseconds that the budget makes a read wait.
   * @throws InputError for a connection that does not exist.
   */
  async run(connectionId: string, signal?: AbortSignal, onWait?: (milliseconds: number) => void): Promise<KeyReport> {
    const options = { signal, onWait };
    const { connections, projects, diagnoser, history } = this.#parts;
    const connection = connections.get(connectionId);
    const definition = connections.definitionOf(connection);
    const exchanges = await this.#check(connectionId, definition, options);
    const told = exchanges[0] && tellings(exchanges[0], definition);
    if (told?.keyKind) await connections.learnKind(connectionId, told.keyKind);
    if (told?.project !== undefined) projects.learnBound(connectionId, told.project);
    const isGood = exchanges.some((exchange) => provesKey(exchange, diagnoser.diagnose(exchange)));
    // A project key may be refused the list of projects and yet be good: nothing says which, so its own areas tell.
    const isOpen = connections.get(connectionId).keyKind === 'one-project' && exchanges.every(isRefusal);
    if (isGood || isOpen) {
      exchanges.push(...(await this.#probeAreas(connectionId, definition, exchanges, options)));
    }
    const [decisive = exchanges[0]] = exchanges.filter((exchange) => provesKey(exchange, diagnoser.diagnose(exchange)));
    const causes = decisive ? diagnoser.diagnose(decisive) : [];
    const verdict = decisive ? verdictOf(decisive, causes) : 'unknown';
    const list = projects.of(connectionId);
    const project = projects.bound(connectionId);
    const access = areasOf(definition).map((area) => accessTo(area, definition, history.of(connectionId)));
    // What was seen before the key was refused is over.
    const isOver = verdict === 'invalid' || verdict === 'expired';
    return {
      verdict,
      keyKind: connections.get(connectionId).keyKind,
      ...(project && { project }),
      ...(list.isLoaded && !list.refusal && !list.hasMore && { projectCount: list.entries.length }),
      ...(connection.region !== undefined && { region: connection.region }),
      ...(told?.organization !== undefined && { organization: told.organization }),
      ...(told?.expiresAt !== undefined && { expiresAt: told.expiresAt }),
      access: isOver ? access.map(({ area }) => ({ area, read: 'unknown', write: 'unknown' })) : access,
      callsSpent: exchanges.reduce((sum, { callsSpent }) => sum + callsSpent, 0),
      evidence: [
        ...exchanges.map((exchange) => evidenceLine(exchange, definition)),
        ...(isOver ? earlierLine(access) : []),
      ],
      diagnosis: verdict === 'valid' ? [] : causes,
    };
  }

  /** The key check, and the project list where that is another request. */
  async #check(connectionId: string, definition: ServiceDefinition, options: SendOptions): Promise<Exchange[]> {
    const { client, projects } = this.#parts;
    if (definition.keyCheck.path === definition.projects.path) {
      return [(await projects.refresh(connectionId, options)).exchange];
    }
    const draft = { connection: connectionId, method: 'GET', path: definition.keyCheck.path, project: null };
    const check = await client.send(draft, options);
    return succeeded(check) ? [check, (await projects.refresh(connectionId, options)).exchange] : [check];
  }

  /** One read in each area that the check did not tell of, where a project can be named for it. */
  async #probeAreas(
    connectionId: string,
    definition: ServiceDefinition,
    checked: readonly Exchange[],
    options: SendOptions,
  ): Promise<Exchange[]> {
    const { selection, connections, projects, client } = this.#parts;
    const isBound = connections.get(connectionId).keyKind === 'one-project';
    const project = selection.project(connectionId) ?? projects.of(connectionId).entries[0];
    const exchanges: Exchange[] = [];
    for (const [area, path] of probes(definition)) {
      if (exchanges.length >= MOST_PROBES || options.signal?.aborted) break;
      if (checked.some((exchange) => tellsOf(area, exchange, definition))) continue;
      if (!isBound && !project) continue;
      const scope = !isBound && project ? { project: project.id } : {};
      exchanges.push(await client.send({ connection: connectionId, method: 'GET', path, ...scope }, options));
    }
    return exchanges;
  }
}

/** Success, or a refusal that names what the key lacks: either shows that the service knows the key. */
function provesKey(exchange: Exchange, causes: readonly Diagnosis[]): boolean {
  // Elsewhere the key was not sent, so a success there says nothing of it.
  if (foreignOrigin(exchange) !== undefined) return false;
  if (succeeded(exchange)) return causes.length === 0 && isReadable(exchange);
  const cause = causes[0]?.cause;
  return (
    cause?.startsWith('permission-') === true || (cause === 'needs-broader-key' && exchange.response?.status === 403)
  );
}

/** Whether an answer is data or nothing at all. Whatever else says 200 may not even have looked at the key. */
function isReadable({ response }: Exchange): boolean {
  const text = response?.bodyText.trim() ?? '';
  if (text === '' || parseJson(text) !== undefined) return true;
  return response?.truncated === true && /^[[{]/u.test(text);
}

/** A refusal that may be of the key, of its reach or of its permissions. After a 429 nothing more is sent. */
function isRefusal({ response, failure }: Exchange): boolean {
  return failure === undefined && [401, 403, 404].includes(response?.status ?? 0);
}

/** Whether an exchange shows what the key may read in an area. */
function tellsOf(area: string, exchange: Exchange, definition: ServiceDefinition): boolean {
  if (!succeeded(exchange)) {
    const { lacks } = judge(exchange, definition);
    return lacks !== undefined && permissionParts(lacks, definition).area === area;
  }
  const operation = definition.operations.find((candidate) => operationKey(candidate) === exchange.operation);
  return operation?.area === area;
}

function verdictOf(exchange: Exchange, causes: readonly Diagnosis[]): KeyReport['verdict'] {
  if (provesKey(exchange, causes)) return 'valid';
  const cause = causes[0]?.cause;
  if (cause === 'key-expired') return 'expired';
  if (cause === 'network' || cause === 'cors' || cause === 'proxy-refused') return 'unreachable';
  return cause?.startsWith('key-') ? 'invalid' : 'unknown';
}

/** The first list of each area. */
function probes(definition: ServiceDefinition): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const { path, method = 'GET' } of definition.collections) {
    const area = method === 'GET' ? findOperation(definition, method, path)?.area : undefined;
    if (area !== undefined && !paths.has(area)) paths.set(area, path);
  }
  return paths;
}

function areasOf(definition: ServiceDefinition): readonly string[] {
  return [...new Set(definition.operations.flatMap(({ area }) => area ?? []))];
}

/** What the key was seen to do in an area. Nothing seen is unknown, never no. */
function accessTo(
  area: string,
  definition: ServiceDefinition,
  history: readonly Observation[],
): KeyReport['access'][number] {
  const verdict = (reads: boolean): Access => {
    const latest = history.find(({ succeeded: isGood, operation, lacks }) => {
      if (!isGood) {
        const missing = lacks === undefined ? undefined : permissionParts(lacks, definition);
        return missing?.area === area && missing.level === (reads ? 'read' : 'write');
      }
      const known = definition.operations.find((candidate) => operationKey(candidate) === operation);
      return known?.area === area && isRead(known) === reads;
    });
    if (!latest) return 'unknown';
    return latest.succeeded ? 'yes' : 'no';
  };
  return { area, read: verdict(true), write: verdict(false) };
}

/** What a key could do before it was refused, which it does no more. */
function earlierLine(access: KeyReport['access']): readonly string[] {
  const seen = access.flatMap(({ area, read, write }) => [
    ...(read === 'yes' ? [`read ${area}`] : []),
    ...(write === 'yes' ? [`write ${area}`] : []),
  ]);
  return seen.length > 0 ? [`seen before the key was refused: ${seen.join(', ')}`] : [];
}

function evidenceLine(exchange: Exchange, { name }: ServiceDefinition): string {
  const what = exchange.operation ?? exchange.request.method;
  const outcome = exchange.response
    ? `answered ${exchange.response.status}`
    : (exchange.failure?.message ?? 'no answer');
  return exchange.response ? `${name} ${outcome} to ${what} (${exchange.durationMs} ms)` : `${what}: ${outcome}`;
}
