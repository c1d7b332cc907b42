import type { Clock } from '../base/clock.ts';
import type { Disposable } from '../base/disposable.ts';
import { type Event, Emitter } from '../base/event.ts';
import type { Secret } from '../base/secret.ts';
import type { Connection, Project } from '../connections/connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { Selection } from '../connections/selection.ts';
import { cleanKey, describeProblem } from '../services/fingerprint.ts';
import { type AuthorizedRequest, type NextHop, authorize } from './authorize.ts';
import type { Budget } from './budget.ts';
import type { RequestDraft } from './draft.ts';
import type { Exchange, Failure } from './exchange.ts';
import { type RequestSpec, notSent, prepare } from './prepare.ts';
import { Recorder } from './recorder.ts';
import { secretsIn } from './redact.ts';
import { nextHop } from './redirect.ts';
import { type ScopedRequest, applyScope } from './scope.ts';
import type { RawAnswer, Transport, TransportLimits } from './transport.ts';

export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** Nobody waits for just this answer: persons' requests go first, and a read that failed by chance is tried again once. */
  readonly background?: boolean;
  /** Told when the service's budget makes the request wait, with the milliseconds. */
  readonly onWait?: ((milliseconds: number) => void) | undefined;
}

export interface ClientParts {
  readonly connections: Connections;
  readonly selection: Selection;
  readonly budget: Budget;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly limits: () => TransportLimits;
  /** The project that a project-bound key is known to be bound to. */
  readonly boundProject: (connectionId: string) => Project | undefined;
}

/** Sends every request of Bearings, from a draft to an exchange. The one way to the network. */
export class Client implements Disposable {
  readonly #parts: ClientParts;
  readonly #exchanged = new Emitter<Exchange>();
  /** Fires after each exchange, those that were not sent included. */
  readonly onDidExchange: Event<Exchange> = this.#exchanged.event;

  constructor(parts: ClientParts) {
    this.#parts = parts;
  }

  /**
   * Sends a draft. What the service or the network did is in the exchange.
   * @throws InputError for a connection that does not exist.
   */
  async send(draft: RequestDraft, options: SendOptions = {}): Promise<Exchange> {
    const { connections, selection, clock } = this.#parts;
    const connection = connections.get(draft.connection);
    const record = new Recorder(connection, draft, clock.now());
    const exchange = await this.#run(draft, connection, selection.project(connection.id), record, options);
    this.#exchanged.fire(exchange);
    return exchange;
  }

  dispose(): void {
    this.#exchanged.dispose();
  }

  async #run(
    draft: RequestDraft,
    connection: Connection,
    selected: Project | undefined,
    record: Recorder,
    options: SendOptions,
  ): Promise<Exchange> {
    const { connections, boundProject } = this.#parts;
    const spec = prepare(draft, connection, connections.definitionOf(connection), selected);
    if (!spec.ok) return record.failed(spec.error);
    const request = applyScope(spec.value, { boundProject: boundProject(connection.id) });
    if (!request.ok) return record.failed(request.error);
    record.prepared(request.value);
    record.hide(secretsIn(spec.value.headers));
    const key = await this.#usableKey(connection, spec.value, record);
    if ('kind' in key) return record.failed(key);
    return this.#follow(request.value, key, record, options);
  }

  async #usableKey(connection: Connection, spec: RequestSpec, record: Recorder): Promise<Secret | Failure> {
    let key: Secret | undefined;
    try {
      key = await this.#parts.connections.key(connection.id);
    } catch {
      return notSent(
        'key-missing',
        "VS Code's secret storage did not give the key, so nothing was sent. Replace the key, or reload the window.",
      );
    }
    if (!key) return notSent('key-missing', 'No key is stored for this connection, so nothing was sent.');
    record.hide([key, ...secretsIn(spec.headers)]);
    const { faults } = cleanKey(key.reveal());
    if (faults[0])
      return notSent('key-malformed', `The stored key has ${describeProblem(faults[0])}, so nothing was sent.`);
    if (decodeURIComponentSafely(spec.url.href).includes(key.reveal())) {
      return notSent(
        'key-in-url',
        'The address contains the key, and addresses end up in logs. Nothing was sent; Bearings adds the key itself.',
      );
    }
    return key;
  }

  async #follow(request: ScopedRequest, key: Secret, record: Recorder, options: SendOptions): Promise<Exchange> {
    const { spec } = request;
    let hop: NextHop = { url: request.url, method: spec.method, trusted: true };
    let mayRetry = options.background === true && spec.reads;
    for (;;) {
      const authorized = authorize(request, key, hop);
      const answer = await this.#sendOnce(authorized, spec, hop.trusted, options);
      if (!answer) return record.failed({ kind: 'aborted', message: 'The request was cancelled before it was sent.' });
      record.answered(authorized, answer);
      if (mayRetry && failedByChance(answer) && this.#hasBudget(spec)) {
        mayRetry = false;
        continue;
      }
      const next = answer.response && nextHop(answer.response, hop, spec.reads, record.hops.length);
      if (!next?.ok) {
        if (next) record.notes.push(next.error);
        return record.finished();
      }
      record.hops.push({ url: authorized.url.href, status: answer.response?.status ?? 0 });
      if (hop.trusted && !next.value.trusted) {
        record.notes.push(`The redirect led to ${next.value.url.origin}, where neither key nor project was sent.`);
      }
      hop = next.value;
    }
  }

  /** Undefined when the request was cancelled while it waited for its budget. */
  async #sendOnce(
    authorized: AuthorizedRequest,
    spec: RequestSpec,
    own: boolean,
    options: SendOptions,
  ): Promise<RawAnswer | undefined> {
    const { budget, transport, limits } = this.#parts;
    const { connection, definition } = spec;
    const { signal, onWait, background = false } = options;
    try {
      if (own) await budget.spend(connection, definition, { background, signal, onWait });
      signal?.throwIfAborted();
    } catch {
      return undefined;
    }
    const answer = await transport(authorized, limits(), signal);
    if (own && answer.response) budget.observe(connection, definition, answer.response.status, answer.response.headers);
    return answer;
  }

  #hasBudget(spec: RequestSpec): boolean {
    return this.#parts.budget.remaining(spec.connection, spec.definition).calls > 0;
  }
}

function failedByChance(answer: RawAnswer): boolean {
  return answer.failure?.kind === 'reset' || [502, 503, 504].includes(answer.response?.status ?? 0);
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
