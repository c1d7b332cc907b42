/** What is kept and shown of a request and its answer. No secret is in it: only `redact` makes one. */
import type { ErrorInside } from './envelope.ts';

/** Why nothing was sent. */
export type NotSentReason =
  'key-missing' | 'key-malformed' | 'key-in-url' | 'project-missing' | 'project-outside-key' | 'invalid-request';

export interface Failure {
  readonly kind: 'not-sent' | 'dns' | 'refused' | 'tls' | 'timeout' | 'reset' | 'aborted' | 'proxy' | 'cors' | 'other';
  readonly message: string;
  /** Given with `not-sent`. */
  readonly reason?: NotSentReason;
}

/** Which project went with a request, and how. Stamped when it was sent, never changed afterwards. */
export interface ScopeStamp {
  readonly project?: string;
  /** What a person calls it, where that was known. */
  readonly projectName?: string;
  readonly by: 'header' | 'token' | 'path' | 'none';
  readonly header?: string;
}

export interface ReceivedResponse {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyText: string;
  /** Bytes received of the body. */
  readonly sizeBytes: number;
  /** The body was longer than the limit, or broke off. */
  readonly truncated: boolean;
  /** The service refused with a status of success, and says so in the body. */
  readonly errorInside?: ErrorInside;
}

export interface Hop {
  readonly url: string;
  readonly status: number;
}

export interface Exchange {
  readonly id: string;
  readonly connection: string;
  readonly service: string;
  /** The documented operation that it is, as `GET /uptime/monitors`. */
  readonly operation?: string;
  readonly scope: ScopeStamp;
  /** As really sent, secrets masked. */
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly response?: ReceivedResponse;
  readonly failure?: Failure;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** From the first byte sent to the last received, waits for the budget left out. */
  readonly durationMs: number;
  /** The redirects that were followed, in order. */
  readonly hops: readonly Hop[];
  /** Requests that went out on the wire for it. */
  readonly callsSpent: number;
  /** Hints, for an answer that succeeded too. */
  readonly notes: readonly string[];
}

/** Whether the service answered with success, in its status and in its body. */
export function succeeded(exchange: Exchange): boolean {
  const status = exchange.response?.status ?? 0;
  if (exchange.response?.errorInside) return false;
  return exchange.failure === undefined && ((status >= 200 && status < 300) || status === 304);
}
