export type BudgetDecision =
  | { readonly allowed: true; readonly remaining: number }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/** So many calls in a window that opens with the first call and closes a fixed time later. */
export class FixedWindowBudget {
  readonly calls: number;
  readonly #windowMilliseconds: number;
  readonly #now: () => number;
  #openedAt = Number.NEGATIVE_INFINITY;
  #used = 0;

  constructor(calls: number, windowMilliseconds: number, now: () => number) {
    this.calls = calls;
    this.#windowMilliseconds = windowMilliseconds;
    this.#now = now;
  }

  /** Takes one call. A refused call costs nothing; the wait is in whole seconds, rounded down, so it may be 0. */
  take(): BudgetDecision {
    const now = this.#now();
    const age = now - this.#openedAt;
    // A clock set back must not keep the window shut for longer than one window.
    if (age >= this.#windowMilliseconds || age < 0) {
      this.#openedAt = now;
      this.#used = 0;
    }
    if (this.#used >= this.calls) {
      const left = this.#openedAt + this.#windowMilliseconds - now;
      return { allowed: false, retryAfterSeconds: Math.floor(left / 1000) };
    }
    this.#used += 1;
    return { allowed: true, remaining: this.calls - this.#used };
  }

  refill(): void {
    this.#openedAt = Number.NEGATIVE_INFINITY;
    this.#used = 0;
  }
}
