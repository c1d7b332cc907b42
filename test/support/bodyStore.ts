import type { BodyStore, BodyWriter } from '../../src/client/bodyStore.ts';

/** A file as a test sees it. */
export interface WrittenBody {
  readonly extension: string;
  readonly uri: string;
  /** Bytes taken. */
  size: number;
  /** The largest piece that was given at once. */
  largest: number;
  state: 'open' | 'closed' | 'discarded';
  /** What was taken, where the store keeps it. */
  readonly chunks: Uint8Array[];
}

export interface MemoryBodyStoreOptions {
  /** Counts only, so that a body of any length costs no memory. */
  readonly countsOnly?: boolean;
  /** Called with each piece before it is taken; may wait, or throw. */
  readonly beforeWrite?: (body: WrittenBody, bytes: Uint8Array) => Promise<void> | void;
  /** No file can be begun. */
  readonly cannotCreate?: boolean;
}

/** Takes bodies as the extension's files do, and tells a test what became of them. */
export class MemoryBodyStore implements BodyStore {
  readonly bodies: WrittenBody[] = [];
  readonly #options: MemoryBodyStoreOptions;

  constructor(options: MemoryBodyStoreOptions = {}) {
    this.#options = options;
  }

  create(extension: string): Promise<BodyWriter> {
    if (this.#options.cannotCreate) return Promise.reject(new Error('There is no disk.'));
    const uri = `memory:/${this.bodies.length}${extension}`;
    const body: WrittenBody = { extension, uri, size: 0, largest: 0, state: 'open', chunks: [] };
    this.bodies.push(body);
    return Promise.resolve({
      uri,
      write: async (bytes: Uint8Array) => {
        await this.#options.beforeWrite?.(body, bytes);
        body.size += bytes.length;
        body.largest = Math.max(body.largest, bytes.length);
        if (!this.#options.countsOnly) body.chunks.push(bytes.slice());
      },
      close: () => {
        body.state = 'closed';
        return Promise.resolve();
      },
      discard: () => {
        body.state = 'discarded';
        return Promise.resolve();
      },
    });
  }

  /** The only file's text. */
  get text(): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes);
  }

  get bytes(): Uint8Array {
    return Buffer.concat(this.bodies[0]?.chunks ?? []);
  }
}
