import { Emitter } from '../../src/base/event.ts';
import type { KeyVault } from '../../src/connections/ports.ts';

type VaultMethod = 'get' | 'set' | 'delete';

/** A key vault in memory that rejects on demand. Like VS Code's, it tells every window of each change, its own too. */
export class MemoryVault implements KeyVault {
  readonly keys = new Map<string, string>();
  readonly #changed = new Emitter<string>();
  readonly onDidChange = this.#changed.event;
  readonly #rejections = new Map<VaultMethod, { readonly error: Error; from: number }>();

  /** Lets a method reject from its n-th next call on (the first is 1), until `accept`. */
  reject(method: VaultMethod, message = 'the keyring is locked', from = 1): void {
    this.#rejections.set(method, { error: new Error(message), from });
  }

  accept(): void {
    this.#rejections.clear();
  }

  async get(connectionId: string): Promise<string | undefined> {
    await this.#step('get');
    return this.keys.get(connectionId);
  }

  async set(connectionId: string, key: string): Promise<void> {
    await this.#step('set');
    this.keys.set(connectionId, key);
    this.#changed.fire(connectionId);
  }

  async delete(connectionId: string): Promise<void> {
    await this.#step('delete');
    if (this.keys.delete(connectionId)) this.#changed.fire(connectionId);
  }

  async #step(method: VaultMethod): Promise<void> {
    await Promise.resolve();
    const rejection = this.#rejections.get(method);
    if (!rejection) return;
    rejection.from -= 1;
    if (rejection.from <= 0) throw rejection.error;
  }
}
