import { type Clock, delay } from '../base/clock.ts';
import type { Connection } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { type HeardLimit, heardLimit, retryAfterMs, serverTime } from './rateHeaders.ts';

/** Calls kept for a person's own requests: a tenth, and no more than this. */
const MOST_KEPT_FOR_PERSONS = 5;

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

/** What one window knows to have been spent of an account. Times in milliseconds since 1970. */
export interface Spending {
  /** When each call of the last window of time went out, oldest first. */
  readonly sent: readonly number[];
  readonly blockedUntil: number;
}

/** Lets the windows of one VS Code know of each other's calls. What it cannot read or write is as if nobody knew. */
export interface SharedLedger {
  /** What the other windows spent. */
  others(account: string): Promise<readonly Spending[]>;
  /** Tells the other windows. */
  publish(account: string, spending: Spending): Promise<void>;
}

export interface BudgetParts {
  readonly clock: Clock;
  readonly ledger: SharedLedger;
  /** The organization that a connection's key belongs to, once that is known. */
  readonly organizationOf: (connectionId: string) => string | undefined;
  /**
   * Milliseconds that this window waits longer than others: they all see the same call given back at the same moment,
   * and each would take it before it hears of the rest. 0 where left out.
   */
  readonly behindOthersMs?: number;
}

interface Account {
  readonly name: string;
  sent: number[];
  blockedUntil: number;
  others: readonly Spending[];
  heard: HeardLimit | undefined;
  personsWaiting: number;
}

interface Limit {
  readonly id: string;
  readonly calls: number;
  readonly perSeconds: number;
}

/**
 * The calls that a service's rate limits still allow, over all windows.
 *
 * Counts the calls of a sliding window, which allows no more than the fixed windows that services use, wherever those
 * begin. Limits are per organization. Keys of which the organization is not known share one account, because they may
 * belong to the same.
 */
export class Budget {
  readonly #parts: BudgetParts;
  readonly #accounts = new Map<string, Account>();
  #latest = Number.NEGATIVE_INFINITY;

  constructor(parts: BudgetParts) {
    this.#parts = parts;
  }

  /** What is left of a budget class; of the service's first where none is named. */
  remaining(connection: Connection, definition: ServiceDefinition, budgetClass?: string): BudgetReading {
    const limit = limitOf(definition, budgetClass);
    const account = this.#account(connection, limit);
    const now = this.#now();
    const sent = this.#sent(account, limit);
    const blocked = Math.max(0, this.#blockedUntil(account) - now);
    const untilBack = sent[0] === undefined ? 0 : sent[0] + limit.perSeconds * 1000 - now;
    const own = Math.max(0, limit.calls - sent.length);
    return {
      calls: blocked > 0 ? 0 : Math.min(own, account.heard?.remaining ?? own),
      perSeconds: limit.perSeconds,
      resetsInMs: blocked > 0 ? blocked : Math.max(0, untilBack),
      estimated: true,
    };
  }

  /**
   * Waits until a call may go out, and counts it.
   * @throws the signal's reason when the wait is cancelled; nothing is counted then.
   */
  async spend(
    connection: Connection,
    definition: ServiceDefinition,
    budgetClass: string | undefined,
    request: BudgetRequest,
  ): Promise<void> {
    const { clock, behindOthersMs = 0 } = this.#parts;
    const limit = limitOf(definition, budgetClass);
    const account = this.#account(connection, limit);
    if (!request.background) account.personsWaiting += 1;
    try {
      for (;;) {
        if (Number.isFinite(limit.calls)) await this.#hearOthers(account);
        request.signal?.throwIfAborted();
        const wait = this.#waitFor(account, limit, request.background);
        if (wait <= 0) break;
        request.onWait?.(wait);
        await delay(clock, account.others.length > 0 ? wait + behindOthersMs : wait, request.signal);
      }
    } finally {
      if (!request.background) account.personsWaiting -= 1;
    }
    account.sent.push(this.#now());
    if (account.heard) account.heard = { ...account.heard, remaining: Math.max(0, account.heard.remaining - 1) };
    if (Number.isFinite(limit.calls)) await this.#tellOthers(account);
  }

  /** Learns from an answer: what its headers say is left, and after a 429 nothing goes out until it is allowed again. */
  observe(
    connection: Connection,
    definition: ServiceDefinition,
    budgetClass: string | undefined,
    status: number,
    headers: Headers,
  ): void {
    const limit = limitOf(definition, budgetClass);
    const account = this.#account(connection, limit);
    const now = this.#now();
    account.heard = heardLimit(headers, now) ?? account.heard;
    if (status !== 429) return;
    const { retryAfterExtraSeconds = 0, waitSeconds = limit.perSeconds } = definition.budget ?? {};
    const wait = retryAfterMs(headers.get('retry-after'), serverTime(headers.get('date'), now)) ?? waitSeconds * 1000;
    account.blockedUntil = Math.max(account.blockedUntil, now + wait + retryAfterExtraSeconds * 1000);
    void this.#tellOthers(account);
  }

  async #hearOthers(account: Account): Promise<void> {
    const others = await this.#parts.ledger.others(account.name).catch(() => []);
    const now = this.#now();
    // What was written down before the clock was set back tells nothing in the new time.
    account.others = others.filter(({ sent }) => (sent.at(-1) ?? now) <= now);
  }

  /**
   * The time. Where the clock was set back, all that is remembered goes back with it: nothing is to wait until the old
   * time comes again.
   */
  #now(): number {
    const now = this.#parts.clock.now();
    const back = this.#latest - now;
    this.#latest = now;
    if (back > 0) for (const account of this.#accounts.values()) setBack(account, back);
    return now;
  }

  async #tellOthers(account: Account): Promise<void> {
    await this.#parts.ledger.publish(account.name, account).catch(() => undefined);
  }

  #waitFor(account: Account, limit: Limit, background: boolean): number {
    const now = this.#now();
    const kept = Math.min(MOST_KEPT_FOR_PERSONS, Math.floor(limit.calls / 10)) + account.personsWaiting;
    const calls = background ? Math.max(1, limit.calls - kept) : limit.calls;
    const sent = this.#sent(account, limit);
    const freeing = sent[sent.length - calls];
    const untilFree = freeing === undefined ? 0 : freeing + limit.perSeconds * 1000 - now;
    const untilHeard = account.heard?.remaining === 0 ? account.heard.until - now : 0;
    return Math.max(this.#blockedUntil(account) - now, untilFree, untilHeard);
  }

  #blockedUntil(account: Account): number {
    return Math.max(account.blockedUntil, ...account.others.map(({ blockedUntil }) => blockedUntil));
  }

  /** The calls of all windows that still count, oldest first. */
  #sent(account: Account, limit: Limit): readonly number[] {
    const now = this.#now();
    const windowStart = now - limit.perSeconds * 1000;
    account.sent = account.sent.filter((time) => time > windowStart);
    if (account.heard && account.heard.until <= now) account.heard = undefined;
    const others = account.others.flatMap(({ sent }) => sent.filter((time) => time > windowStart && time <= now));
    return others.length === 0 ? account.sent : [...account.sent, ...others].sort((one, other) => one - other);
  }

  #account(connection: Connection, { id }: Limit): Account {
    const { organizationOf } = this.#parts;
    const place = `${connection.service} ${new URL(connection.baseUrl).origin} ${id}`;
    const organization = organizationOf(connection.id);
    const name = organization === undefined ? place : `${place} ${organization}`;
    const kept = this.#accounts.get(name);
    if (kept) return kept;
    // What was spent before the organization was known may have been spent from its budget.
    const unknown = this.#accounts.get(place);
    const account: Account = {
      name,
      sent: [...(unknown?.sent ?? [])],
      blockedUntil: unknown?.blockedUntil ?? 0,
      others: [],
      heard: undefined,
      personsWaiting: 0,
    };
    this.#accounts.set(name, account);
    return account;
  }
}

function setBack(account: Account, milliseconds: number): void {
  account.sent = account.sent.map((time) => time - milliseconds);
  account.blockedUntil -= milliseconds;
  account.others = [];
  if (account.heard) account.heard = { ...account.heard, until: account.heard.until - milliseconds };
}

function limitOf({ budget }: ServiceDefinition, budgetClass: string | undefined): Limit {
  const named = budget?.classes.find(({ id }) => id === budgetClass) ?? budget?.classes[0];
  return named ?? { id: '', calls: Number.POSITIVE_INFINITY, perSeconds: 60 };
}
