import type { Timing } from './exchange.ts';

/** Where the time of one request on the wire went, in whole milliseconds that add up to its duration. */
export interface WireTiming {
  /** Undefined where it is not known. */
  readonly connectMs?: number | undefined;
  readonly firstByteMs: number;
  readonly bodyMs: number;
}

/** Tells how long a request took to get its connection. What tells it differs between hosts of extensions. */
export interface ConnectionTimes {
  /**
   * Sends by calling `send`, and follows what becomes of its connection.
   * @returns what `send` gave, and the milliseconds so far: 0 for a connection that was open already, undefined where
   * nothing is known.
   */
  follow<T>(send: () => Promise<T>): { readonly sent: Promise<T>; connectMs(): number | undefined };
}

export const unknownConnectionTimes: ConnectionTimes = {
  follow: (send) => ({ sent: send(), connectMs: () => undefined }),
};

/** Sums the times of all that went out for one exchange. */
export class TimeSum {
  #waitedMs = 0;
  #tokenMs: number | undefined;
  #connectMs: number | undefined = 0;
  #firstByteMs = 0;
  #bodyMs = 0;
  #isSent = false;

  /** @param milliseconds that a request waited for the service's budget. */
  waited(milliseconds: number): void {
    this.#waitedMs += milliseconds;
  }

  /** @param durationMs of the key's exchange for a token. */
  exchanged(durationMs: number): void {
    this.#tokenMs = (this.#tokenMs ?? 0) + durationMs;
  }

  /** @param timing undefined where only the whole is known. */
  sent(durationMs: number, timing: WireTiming | undefined): void {
    this.#isSent = true;
    const connectMs = timing?.connectMs;
    this.#bodyMs += timing?.bodyMs ?? 0;
    this.#firstByteMs += timing ? timing.firstByteMs : durationMs;
    if (connectMs === undefined || this.#connectMs === undefined) {
      // One unknown part makes the sum unknown: what is known of it counts as the wait that it was.
      this.#firstByteMs += (this.#connectMs ?? 0) + (connectMs ?? 0);
      this.#connectMs = undefined;
    } else {
      this.#connectMs += connectMs;
    }
  }

  /** Undefined where nothing went out. */
  get timing(): Timing | undefined {
    if (!this.#isSent && this.#tokenMs === undefined) return undefined;
    return {
      waitedMs: this.#waitedMs,
      ...(this.#tokenMs !== undefined && { tokenMs: this.#tokenMs }),
      ...(this.#isSent && {
        ...(this.#connectMs !== undefined && { connectMs: this.#connectMs }),
        firstByteMs: this.#firstByteMs,
        bodyMs: this.#bodyMs,
      }),
    };
  }
}
