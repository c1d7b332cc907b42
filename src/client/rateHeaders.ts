/** What a service tells of its rate limit in headers. */

/** A day: what asks for more is a mistake, and a timer cannot hold more than 24 days. */
const LONGEST_WAIT_MS = 86_400_000;
/** A number of seconds this large is a point in time instead; one that is larger still counts milliseconds. */
const EPOCH_SECONDS = 1_000_000_000;
const EPOCH_MILLISECONDS = EPOCH_SECONDS * 1000;

/**
 * The time by the clock of who answered, to which dates in the headers belong.
 * @param date the header of that name; without it this machine's clock is taken.
 */
export function serverTime(date: string | null | undefined, now: number): number {
  return dateOf(date ?? '') ?? now;
}

/**
 * What a `Retry-After` header asks for (RFC 9110, 10.2.3: seconds, or a date).
 * @param now in milliseconds since 1970, by the clock that a date belongs to.
 * @returns milliseconds, or undefined where the header is missing or not readable.
 */
export function retryAfterMs(value: string | null | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  // A gateway that adds its own makes a list of it: what asks for the most satisfies both.
  if (/^\d+(?:\.\d+)?(?:\s*,\s*\d+(?:\.\d+)?)*$/u.test(text)) {
    return Math.min(Math.max(...text.split(',').map(Number)) * 1000, LONGEST_WAIT_MS);
  }
  const date = dateOf(text);
  return date === undefined ? undefined : Math.min(Math.max(0, date - now), LONGEST_WAIT_MS);
}

/** A date as HTTP or ISO 8601 writes it. `Date.parse` alone takes `-5` for one, which is long over. */
function dateOf(text: string): number | undefined {
  const date = /^(?:[a-z]{3,9}, |\d{4}-\d\d-\d\dT)/iu.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}

export interface HeardLimit {
  readonly remaining: number;
  /** When the calls are given back, in milliseconds since 1970. */
  readonly until: number;
}

/**
 * Reads the calls that are left from `RateLimit` (the IETF drafts: `"default";r=50;t=30`, and before
 * `limit=100, remaining=50, reset=30`), `RateLimit-Remaining` or `X-RateLimit-Remaining` with their `-Reset`.
 * @returns undefined where no header tells both the number and the time.
 */
export function heardLimit(headers: Headers, now: number): HeardLimit | undefined {
  const combined = headers.get('ratelimit') ?? '';
  const remaining = numberIn(combined, /(?:^|[;,\s])(?:r|remaining)=(\d+)/u) ?? numberOf(headers, 'remaining');
  const reset = numberIn(combined, /(?:^|[;,\s])(?:t|reset)=(\d+)/u) ?? numberOf(headers, 'reset');
  const theirs = serverTime(headers.get('date'), now);
  const moment = reset === undefined ? dateOf(valueOf(headers, 'reset')) : momentOf(reset, theirs);
  if (remaining === undefined || moment === undefined) return undefined;
  const waitMs = moment - theirs;
  return waitMs > 0 && waitMs <= LONGEST_WAIT_MS ? { remaining, until: now + waitMs } : undefined;
}

function momentOf(reset: number, now: number): number {
  if (reset < EPOCH_SECONDS) return now + reset * 1000;
  return reset < EPOCH_MILLISECONDS ? reset * 1000 : reset;
}

function numberOf(headers: Headers, name: string): number | undefined {
  // Not the year of a date.
  return numberIn(valueOf(headers, name), /^\s*(\d+)(?!\d|-)/u);
}

function valueOf(headers: Headers, name: string): string {
  return headers.get(`ratelimit-${name}`) ?? headers.get(`x-ratelimit-${name}`) ?? '';
}

function numberIn(text: string, pattern: RegExp): number | undefined {
  const digits = pattern.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
