import type { ValueStore } from '../../src/connections/ports.ts';

/** A value store in memory. Two connections objects on one store are two windows. */
export class MemoryStore implements ValueStore {
  readonly values: Map<string, unknown>;
  /** The next updates reject with this, until it is taken away. */
  rejection: Error | undefined;
  /** Runs after each update, where another window would do something in between. */
  afterUpdate: (() => void) | undefined;

  constructor(values: Readonly<Record<string, unknown>> = {}) {
    this.values = new Map(Object.entries(values));
  }

  get(name: string): unknown {
    return this.values.get(name);
  }

  async update(name: string, value: unknown): Promise<void> {
    // A turn of the event loop, as a real storage takes: what races must show here.
    await Promise.resolve();
    if (this.rejection) throw this.rejection;
    // What is stored goes through JSON, as VS Code's does.
    this.values.set(name, value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown));
    this.afterUpdate?.();
  }
}
