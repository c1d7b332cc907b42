import { type Disposable, DisposableStore } from '../base/disposable.ts';
import { type Event, Emitter } from '../base/event.ts';
import { type Exchange, succeeded } from '../client/exchange.ts';
import type { Connection } from '../connections/connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';

export interface KeyWarningParts {
  readonly connections: Connections;
  readonly onDidExchange: Event<Exchange>;
  readonly diagnose: (exchange: Exchange) => Promise<readonly Diagnosis[]>;
}

/**
 * What answers told to be wrong with the keys of connections. It is known of a key at an address, not of a connection:
 * a key that was refused before it was saved all the same is known to be refused, and another key in its place is not.
 */
export class KeyWarnings implements Disposable {
  readonly #parts: KeyWarningParts;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new Emitter<void>());
  /** By key and address, what is wrong; until an answer tells otherwise. */
  readonly #broken = new Map<string, string>();
  /** By connection, its present key and address. */
  readonly #keys = new Map<string, string>();
  /** By connection, when its key was changed last, in milliseconds since 1970. */
  readonly #changedAt = new Map<string, number>();

  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(parts: KeyWarningParts) {
    this.#parts = parts;
    this.#disposables.add(parts.onDidExchange((exchange) => void this.#learn(exchange)));
    this.#disposables.add(parts.connections.onDidChangeKey((id) => void this.#forget(id)));
  }

  /** What is wrong with a connection's key; empty where nothing is known to be. */
  of(connectionId: string): string {
    return this.#broken.get(this.#keys.get(connectionId) ?? '') ?? '';
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #learn(exchange: Exchange): Promise<void> {
    const { connection: id, credential, startedAt } = exchange;
    // A key that was typed by hand went in place of the connection's own.
    if (credential?.by === 'hand') return;
    const [first] = await this.#parts.diagnose(exchange);
    const isBroken = first?.cause.startsWith('key-') === true && first.certainty !== 'possible';
    if (!isBroken && !succeeded(exchange)) return;
    // It was asked with the key before.
    if (Date.parse(startedAt) < (this.#changedAt.get(id) ?? 0)) return;
    const connection = this.#parts.connections.find(id);
    const key = connection && (await this.#nameOf(connection));
    if (key === undefined) return;
    this.#keys.set(id, key);
    if (isBroken) this.#broken.set(key, first.title);
    else this.#broken.delete(key);
    this.#changed.fire();
  }

  async #forget(id: string): Promise<void> {
    const now = Date.now();
    this.#changedAt.set(id, now);
    this.#keys.delete(id);
    this.#changed.fire();
    const connection = this.#parts.connections.find(id);
    const key = connection && (await this.#nameOf(connection));
    if (key === undefined || this.#changedAt.get(id) !== now) return;
    this.#keys.set(id, key);
    if (this.#broken.has(key)) this.#changed.fire();
  }

  /** Tells keys apart without holding one. Undefined where the storage does not give it. */
  async #nameOf({ id, service, baseUrl }: Connection): Promise<string | undefined> {
    try {
      const key = await this.#parts.connections.key(id);
      const digest = key && (await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key.reveal())));
      return `${service} ${baseUrl} ${digest ? [...new Uint8Array(digest)].join('.') : `none of ${id}`}`;
    } catch {
      return undefined;
    }
  }
}
