import { errorInside } from '../client/envelope.ts';
import type { Exchange, ScopeStamp } from '../client/exchange.ts';
import type { Client } from '../client/client.ts';
import type { Connections } from '../connections/connections.ts';
import type { Selection } from '../connections/selection.ts';
import type { Projects } from '../resources/projects.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { findOperation, placeholders, valueInPath } from '../services/operations.ts';
import type { Services } from '../services/registry.ts';
import { InputError } from '../connections/inputError.ts';
import { redactor } from '../client/redact.ts';
import { diagnose } from './diagnose.ts';
import type { Diagnosis } from './diagnosis.ts';
import { type Facts, collectFacts, judge, pathBelow } from './facts.ts';
import { inRegion } from './otherRegion.ts';
import { MOST_PROBES, type ProbePlan, nextProbe } from './probe.ts';
import type { Probe } from './probeResult.ts';
import type { KeyHistory } from './history.ts';
import { readAnswer } from './answerText.ts';
import type { NetworkSettings } from './networkSettings.ts';
import { tellings } from './tellings.ts';

/** An answer that was pasted from somewhere, such as a log. */
export interface PastedAnswer {
  readonly service: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The request's first line, such as `GET /uptime/monitors`, or its address. */
  readonly request?: string;
}

export interface DiagnoserParts {
  readonly services: Services;
  readonly connections: Connections;
  readonly selection: Selection;
  readonly projects: Projects;
  readonly history: KeyHistory;
  readonly client: Client;
  /** What the editor's settings say of the way to the network. */
  readonly network?: () => NetworkSettings;
}

/** Finds the causes of refusals, with all that the other parts know. */
export class Diagnoser {
  readonly #parts: DiagnoserParts;

  constructor(parts: DiagnoserParts) {
    this.#parts = parts;
  }

  /** The causes of an exchange's refusal, ranked; empty for an answer that is fine. Sends nothing. */
  diagnose(exchange: Exchange): readonly Diagnosis[] {
    return diagnose(this.#facts(exchange, []));
  }

  /** Whether safe reads could tell the causes of a refusal apart. Sends nothing. */
  canProbe(exchange: Exchange): boolean {
    const facts = this.#facts(exchange, []);
    return nextProbe(exchange, facts, diagnose(facts)) !== undefined;
  }

  /**
   * The same after safe reads that tell causes apart: at most three, none where nothing is in doubt, all within the
   * budget. Ends early, with what is known by then, when the signal is aborted.
   * @param told called before each probe with the read that is sent, as `GET /projects`.
   */
  async investigate(
    exchange: Exchange,
    options: { signal?: AbortSignal | undefined; told?: (read: string) => void } = {},
  ): Promise<readonly Diagnosis[]> {
    const probes: Probe[] = [];
    for (;;) {
      const facts = this.#facts(exchange, probes);
      const found = diagnose(facts);
      const plan =
        probes.length < MOST_PROBES && !options.signal?.aborted ? nextProbe(exchange, facts, found) : undefined;
      if (!plan) return found;
      options.told?.(`${plan.draft.method} ${plan.draft.path}`);
      const probe = await this.#probe(plan, options.signal);
      if (!probe) return found;
      probes.push(probe);
    }
  }

  /** Undefined when no answer came; then another probe would not tell more either. */
  async #probe(plan: ProbePlan, signal: AbortSignal | undefined): Promise<Probe | undefined> {
    const { connections } = this.#parts;
    const { kind, draft } = plan;
    const answer = await this.#sendProbe(plan, signal);
    if (!answer?.response || answer.failure) return undefined;
    const definition = connections.definitionOf(connections.get(draft.connection));
    const { succeeded, lacks } = judge(answer, definition);
    if (kind === 'key' && succeeded) await this.#learn(answer, definition);
    const { says } = readAnswer(answer.response, definition);
    const status = answer.response.errorInside?.status ?? answer.response.status;
    return { kind, operation: answer.operation ?? `${draft.method} ${draft.path}`, status, succeeded, lacks, says };
  }

  /** Keeps what a key check told of the key's reach, which may explain the refusal. */
  async #learn(answer: Exchange, definition: ServiceDefinition): Promise<void> {
    const { connections, projects } = this.#parts;
    const told = tellings(answer, definition);
    if (told.keyKind) await connections.learnKind(answer.connection, told.keyKind).catch(() => undefined);
    if (told.project !== undefined) projects.learnBound(answer.connection, told.project);
  }

  async #sendProbe({ kind, draft, region }: ProbePlan, signal: AbortSignal | undefined): Promise<Exchange | undefined> {
    const { client, connections, projects } = this.#parts;
    const connection = connections.get(draft.connection);
    if (region) {
      const key = await connections.key(connection.id).catch(() => undefined);
      if (!key) return undefined;
      const elsewhere = inRegion(connection, region);
      const trial = connections.tryOut({ connection: elsewhere, key });
      try {
        return await client.send({ ...draft, connection: elsewhere.id }, { signal });
      } finally {
        trial.dispose();
      }
    }
    // The list of projects is worth keeping: the next probe may need one of them.
    const isList =
      (kind === 'key' || kind === 'projects') && draft.path === connections.definitionOf(connection).projects.path;
    return isList ? (await projects.refresh(connection.id, { signal })).exchange : client.send(draft, { signal });
  }

  #facts(exchange: Exchange, probes: readonly Probe[]): Facts {
    const { services, connections, selection, projects, history } = this.#parts;
    const list = projects.of(exchange.connection);
    return collectFacts(exchange, {
      definition: services.get(exchange.service),
      connection: connections.find(exchange.connection),
      boundProject: projects.bound(exchange.connection),
      knownProjects: list.isLoaded && !list.hasMore && !list.refusal ? list.entries : undefined,
      selected: selection.project(exchange.connection),
      history: history.of(exchange.connection),
      probes,
      network: this.#parts.network?.(),
      otherKeys: connections
        .list()
        .filter(({ id, service }) => id !== exchange.connection && service === exchange.service).length,
    });
  }

  /**
   * The causes of a pasted answer.
   * @throws InputError for a service that is not known or a status that is none.
   */
  explain(pasted: PastedAnswer): readonly Diagnosis[] {
    const definition = this.#parts.services.find(pasted.service);
    if (!definition) throw new InputError(`There is no service "${pasted.service}".`);
    if (!Number.isInteger(pasted.status) || pasted.status < 100 || pasted.status > 599) {
      throw new InputError('The status is a number from 100 to 599.');
    }
    const [, method = 'GET', target = ''] = /^\s*(?:([A-Za-z]+)\s+)?(\S+)/u.exec(pasted.request ?? '') ?? [];
    const base = definition.regions[0]?.baseUrl ?? '';
    const url = target === '' || URL.canParse(target) ? target : `${base}/${target.replace(/^\/+/u, '')}`;
    const body = pasted.body ?? '';
    const headers = redactor([]).headers(usableHeaders(pasted.headers ?? {}));
    const operation = findOperation(definition, method.toUpperCase(), pathBelow(base, url) ?? '');
    const inside = errorInside(body, definition, pasted.status < 300 ? operation : undefined);
    const exchange: Exchange = {
      id: 'pasted',
      connection: '',
      service: definition.id,
      scope: pastedScope(definition, method.toUpperCase(), pathBelow(base, url)),
      request: { method: method.toUpperCase(), url, headers: {} },
      response: {
        status: pasted.status,
        headers,
        bodyText: body,
        sizeBytes: body.length,
        truncated: false,
        ...(inside && { errorInside: inside }),
      },
      startedAt: new Date(0).toISOString(),
      durationMs: 0,
      hops: [],
      callsSpent: 0,
      notes: [],
    };
    return diagnose(collectFacts(exchange, { definition, connection: undefined }));
  }
}

/** The project that a pasted request named, where that stands in its path. */
function pastedScope(definition: ServiceDefinition, method: string, path: string | undefined): ScopeStamp {
  const { scope } = definition;
  const operation = path === undefined ? undefined : findOperation(definition, method, path);
  if (scope.by !== 'path' || path === undefined || !operation) return { by: 'none' };
  const project = valueInPath(operation.path, path, scope.parameter);
  return project === undefined || placeholders(project).length > 0 ? { by: 'none' } : { by: 'path', project };
}

/** The headers without those that no HTTP header can be, such as the `:status` that some tools print among them. */
function usableHeaders(pasted: Readonly<Record<string, string>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(pasted)) {
    try {
      headers.append(name.trim(), value);
    } catch {
      continue;
    }
  }
  return headers;
}
