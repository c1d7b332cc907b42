import type { Disposable } from '../base/disposable.ts';
import type { Event } from '../base/event.ts';
import type { Exchange } from '../client/exchange.ts';
import { foreignOrigin } from './hops.ts';

const KEPT_PER_CONNECTION = 100;

/** What a key did before: the part of an exchange that later diagnoses may rest on. */
export interface Observation {
  /** The exchange's id. */
  readonly exchange: string;
  readonly at: string;
  readonly method: string;
  /** The documented operation, as `GET /uptime/monitors`; undefined for a path that is none. */
  readonly operation: string | undefined;
  /** As it was sent, without its query; of no use but to be compared. */
  readonly path: string;
  readonly status: number;
  readonly succeeded: boolean;
  readonly project: string | undefined;
  /** The permission that the service named as lacking, as `uptime:write`. */
  readonly lacks: string | undefined;
  /** When the key ends, where the service told it (ISO 8601). */
  readonly keyEndsAt?: string | undefined;
  /** The exchange of the key for a token, as `POST /tokens`, where that was answered and the operation never sent. */
  readonly exchanged?: string | undefined;
}

/** What an exchange shows by itself: whether the service answered as it does, and which permission it named as lacking. */
export type Judgement = Pick<Observation, 'succeeded' | 'lacks' | 'keyEndsAt' | 'exchanged'>;

/** Remembers, for as long as the window is open, what each connection's present key did. */
export class KeyHistory implements Disposable {
  readonly #observations = new Map<string, Observation[]>();
  readonly #judge: (exchange: Exchange) => Judgement;
  readonly #subscriptions: readonly Disposable[];

  constructor(onDidExchange: Event<Exchange>, onDidChangeKey: Event<string>, judge: (exchange: Exchange) => Judgement) {
    this.#judge = judge;
    this.#subscriptions = [
      onDidExchange((exchange) => this.#note(exchange)),
      onDidChangeKey((connectionId) => this.#observations.delete(connectionId)),
    ];
  }

  /** Newest first. */
  of(connectionId: string): readonly Observation[] {
    return this.#observations.get(connectionId) ?? [];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #note(exchange: Exchange): void {
    // After a redirect to another origin, or in favour of a key typed by hand, the key was not sent: nothing is said of it.
    if (!exchange.response || exchange.failure || foreignOrigin(exchange) !== undefined) return;
    if (exchange.credential?.by === 'hand') return;
    const observation: Observation = {
      exchange: exchange.id,
      at: exchange.startedAt,
      method: exchange.request.method,
      operation: exchange.operation,
      path: pathOf(exchange),
      status: exchange.response.status,
      project: exchange.scope.project,
      ...this.#judge(exchange),
    };
    const others = this.#observations.get(exchange.connection) ?? [];
    this.#observations.set(exchange.connection, [observation, ...others].slice(0, KEPT_PER_CONNECTION));
  }
}

function pathOf({ hops, request }: Exchange): string {
  const url = hops[0]?.url ?? request.url;
  return URL.canParse(url) ? new URL(url).pathname : '';
}
