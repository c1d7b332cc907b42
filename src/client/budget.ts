import { type Clock, delay } from '../base/clock.ts';
import type { Connection } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';

/** Calls kept for a person's own requests: what is read in the background waits once only these are left. */
const KEPT_FOR_PERSONS = 5;
/** A day: what asks for more is a mistake, and a timer cannot hold more than 24 days. */
const LONGEST_WAIT_MS = 86_400_000;

export interface BudgetReading {
  /** Calls that may still go out now; Infinity where the service's limit is not known. */
  readonly calls: number;
  readonly perSeconds: number;
  /** Until calls are given back; 0 when none are out. */
  readonly resetsInMs: number;
  /** Other programs may spend from the same budget, so this is never certain. */
  readonly estimated: boolean;
}

export interface BudgetRequest {
  readonly background: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Told when the call has to wait, with the milliseconds until it may go. */
  readonly onWait?: ((milliseconds: number) => void) | undefined;
}

interface Account {
  /** When each call of the last window went out, oldest first. */
  sent: number[];
  blockedUntil: number;
}

/**
 * The calls that a service's rate limit still allows.
 *
 * Counts the calls of a sliding window, which allows no more than the fixed windows that services use, wherever those
 * begin. Connections to one address of a service share an account: the limit is per organization, and keys do not tell
 * their organization, so the cautious reading is that they belong to the same.
 */
export class Budget {
  readonly #clock: Clock;
  readonly #accounts = new Map<string, Account>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  remaining(connection: Connection, definition: ServiceDefinition): BudgetReading {
    const { calls, perSeconds } = limitOf(definition);
    const account = this.#account(connection, perSeconds);
    const now = this.#clock.now();
    const blocked = Math.max(0, account.blockedUntil - now);
    const oldest = account.sent[0];
    const untilBack = oldest === undefined ? 0 : oldest + perSeconds * 1000 - now;
    return {
      calls: blocked > 0 ? 0 : Math.max(0, calls - account.sent.length),
      perSeconds,
      resetsInMs: blocked > 0 ? blocked : Math.max(0, untilBack),
      estimated: true,
    };
  }

  /**
   * Waits until a call may go out, and counts it.
   * @throws the signal's reason when the wait is cancelled; nothing is counted then.
   */
  async spend(connection: Connection, definition: ServiceDefinition, request: BudgetRequest): Promise<void> {
    const { calls, perSeconds } = limitOf(definition);
    for (;;) {
      request.signal?.throwIfAborted();
      const account = this.#account(connection, perSeconds);
      const wait = this.#waitFor(
        account,
        request.background ? Math.max(1, calls - KEPT_FOR_PERSONS) : calls,
        perSeconds,
      );
      if (wait <= 0) {
        account.sent.push(this.#clock.now());
        return;
      }
      request.onWait?.(wait);
      await delay(this.#clock, wait, request.signal);
    }
  }

  /** Learns from an answer: after a 429 nothing goes out until the service allows it again. */
  observe(connection: Connection, definition: ServiceDefinition, status: number, headers: Headers): void {
    if (status !== 429) return;
    const { perSeconds } = limitOf(definition);
    const account = this.#account(connection, perSeconds);
    const wait = retryAfterMs(headers.get('retry-after'), this.#clock.now());
    const extra = (definition.budget?.retryAfterExtraSeconds ?? 0) * 1000;
    account.blockedUntil = this.#clock.now() + (wait ?? perSeconds * 1000) + extra;
  }

  #waitFor(account: Account, calls: number, perSeconds: number): number {
    const now = this.#clock.now();
    const freeing = account.sent[account.sent.length - calls];
    const untilFree = freeing === undefined ? 0 : freeing + perSeconds * 1000 - now;
    return Math.max(account.blockedUntil - now, untilFree);
  }

  #account(connection: Connection, perSeconds: number): Account {
    const name = `${connection.service} ${new URL(connection.baseUrl).origin}`;
    const account = this.#accounts.get(name) ?? { sent: [], blockedUntil: 0 };
    this.#accounts.set(name, account);
    const windowStart = this.#clock.now() - perSeconds * 1000;
    account.sent = account.sent.filter((time) => time > windowStart);
    return account;
  }
}

function limitOf(definition: ServiceDefinition): { calls: number; perSeconds: number } {
  return definition.budget ?? { calls: Number.POSITIVE_INFINITY, perSeconds: 60 };
}

/**
 * What a `Retry-After` header asks for (RFC 9110, 10.2.3: seconds, or a date).
 * @returns milliseconds, or undefined where the header is missing or not readable.
 */
export function retryAfterMs(value: string | null | undefined, now: number): number | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Math.min(Number(text) * 1000, LONGEST_WAIT_MS);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.min(Math.max(0, date - now), LONGEST_WAIT_MS);
}
