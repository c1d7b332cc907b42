/** What a service tells of its rate limit in headers. */

/** A day: what asks for more is a mistake, and a timer cannot hold more than 24 days. */
const LONGEST_WAIT_MS = 86_400_000;
/** A number of seconds this large is a point in time instead; one that is larger still counts milliseconds. */
const EPOCH_SECONDS = 1_000_000_000;
const EPOCH_MILLISECONDS = EPOCH_SECONDS * 1000;

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
  if (remaining === undefined || reset === undefined) return undefined;
  const resetMs = reset >= EPOCH_MILLISECONDS ? reset : reset * 1000;
  const waitMs = reset >= EPOCH_SECONDS ? resetMs - now : resetMs;
  return waitMs > 0 && waitMs <= LONGEST_WAIT_MS ? { remaining, until: now + waitMs } : undefined;
}

function numberOf(headers: Headers, name: string): number | undefined {
  const value = headers.get(`ratelimit-${name}`) ?? headers.get(`x-ratelimit-${name}`) ?? '';
  return numberIn(value, /^\s*(\d+)/u);
}

function numberIn(text: string, pattern: RegExp): number | undefined {
  const digits = pattern.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
