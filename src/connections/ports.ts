import type { Event } from '../base/event.ts';

/** Keeps plain values by name. VS Code's Memento has this shape. */
export interface ValueStore {
  get(name: string): unknown;
  update(name: string, value: unknown): PromiseLike<void>;
}

/** Keeps keys, encrypted by the host. */
export interface KeyVault {
  get(connectionId: string): Promise<string | undefined>;
  set(connectionId: string, key: string): Promise<void>;
  delete(connectionId: string): Promise<void>;
  /** Fires with a connection's id when its key changed, in this window or another. */
  readonly onDidChange: Event<string>;
}
