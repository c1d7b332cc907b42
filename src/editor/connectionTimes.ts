import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import type { ConnectionTimes } from '../client/timing.ts';

/** Node's fetch sends streams over any connection. */
export const sendsStreams = true;

/** What is seen of one request's connection. */
interface Seen {
  begunAt?: number;
  connectMs?: number;
  /** It was handed to the HTTP client that tells of its connections. */
  isKnown?: true;
}

/**
 * Hears from undici, the HTTP client within Node's fetch and VS Code's own, when it opens connections. Each message
 * comes in the asynchronous context of the request that caused it, which tells requests apart that go out at once.
 */
export class HeardConnectionTimes implements ConnectionTimes {
  readonly #request = new AsyncLocalStorage<Seen>();
  #isListening = false;

  follow<T>(send: () => Promise<T>): { readonly sent: Promise<T>; connectMs(): number | undefined } {
    this.#listen();
    const seen: Seen = {};
    return {
      sent: this.#request.run(seen, send),
      // A connection that was begun and not made took all the time there was; one that was not begun was there already.
      connectMs: () => seen.connectMs ?? (seen.isKnown && seen.begunAt === undefined ? 0 : undefined),
    };
  }

  /** Once, when something is first sent: Node's HTTP client is not loaded before. */
  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const hear = (name: string, note: (seen: Seen) => void) =>
      channel(name).subscribe(() => {
        const seen = this.#request.getStore();
        if (seen) note(seen);
      });
    hear('undici:request:create', (seen) => (seen.isKnown = true));
    hear('undici:client:beforeConnect', (seen) => {
      seen.begunAt ??= performance.now();
    });
    hear('undici:client:connected', (seen) => {
      if (seen.begunAt !== undefined) seen.connectMs ??= performance.now() - seen.begunAt;
    });
  }
}
