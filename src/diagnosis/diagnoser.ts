import type { Exchange } from '../client/exchange.ts';
import type { Client } from '../client/client.ts';
import type { Connections } from '../connections/connections.ts';
import type { Selection } from '../connections/selection.ts';
import type { Projects } from '../resources/projects.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { Services } from '../services/registry.ts';
import { diagnose } from './diagnose.ts';
import type { Diagnosis } from './diagnosis.ts';
import { type Facts, collectFacts, judge } from './facts.ts';
import { inRegion } from './otherRegion.ts';
import { othersNear } from './otherKeys.ts';
import { MOST_PROBES, type ProbePlan, nextProbe } from './probe.ts';
import type { Probe } from './probeResult.ts';
import type { KeyHistory } from './history.ts';
import { readAnswer } from './answerText.ts';
import type { NetworkSettings } from './networkSettings.ts';
import { tellings } from './tellings.ts';

/** Diagnoses whose probes are kept for a report. */
const KEPT_PROBES = 50;

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
  /** By exchange, what was sent last to find its causes. */
  readonly #probes = new Map<string, readonly Probe[]>();

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
   * budget. Ends early, with what is known by then, when the signal is aborted; with one that is aborted already, nothing
   * is sent.
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
      this.#keep(exchange.id, probes);
    }
  }

  /** The reads that were sent last to find the causes of an exchange's refusal, with what each got. */
  probesFor(exchangeId: string): readonly Probe[] {
    return this.#probes.get(exchangeId) ?? [];
  }

  #keep(exchangeId: string, probes: readonly Probe[]): void {
    this.#probes.set(exchangeId, [...probes]);
    const [oldest] = this.#probes.keys();
    if (this.#probes.size > KEPT_PROBES && oldest !== undefined) this.#probes.delete(oldest);
  }

  /** Undefined when no answer came; then another probe would not tell more either. */
  async #probe(plan: ProbePlan, signal: AbortSignal | undefined): Promise<Probe | undefined> {
    const { connections } = this.#parts;
    const { kind, draft } = plan;
    const answer = await this.#sendProbe(plan, signal);
    if (!answer?.response || answer.failure) return undefined;
    const definition = connections.definitionOf(connections.get(draft.connection));
    const { succeeded, lacks, exchanged } = judge(answer, definition);
    if (kind === 'key' && succeeded) await this.#learn(answer, definition);
    const { says } = readAnswer(answer.response, definition);
    const status = answer.response.errorInside?.status ?? answer.response.status;
    const operation = exchanged ?? answer.operation ?? `${draft.method} ${draft.path}`;
    return { kind, operation, status, succeeded, lacks, says };
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
    const definition = services.get(exchange.service);
    const connection = connections.find(exchange.connection);
    return collectFacts(exchange, {
      definition,
      connection,
      keyServiceName: connection?.keyService === undefined ? undefined : services.find(connection.keyService)?.name,
      boundProject: projects.bound(exchange.connection),
      knownProjects: list.isLoaded && !list.hasMore && !list.refusal ? list.entries : undefined,
      selected: selection.project(exchange.connection),
      history: history.of(exchange.connection),
      probes,
      network: this.#parts.network?.(),
      otherKeys: connection ? othersNear(connection, connections.list(), definition).length : 0,
    });
  }
}
