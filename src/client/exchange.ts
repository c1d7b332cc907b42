/** What is kept and shown of a request and its answer. No secret is in it: only `redact` makes one. */
import type { ErrorInside } from './envelope.ts';
import type { SentCredential } from './sentCredential.ts';

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
  /** The body as text, or its first part where it goes on in `file`; empty for a body that is `binary`. */
  readonly bodyText: string;
  /** Bytes received of the body. */
  readonly sizeBytes: number;
  /** What is here is not the whole body: it goes on in `file`, was longer than the limit, or broke off. */
  readonly truncated: boolean;
  /** The bytes of a body that is no text, whatever its content type says; the first ones where `truncated`. */
  readonly binary?: Uint8Array;
  /** What the bytes of `binary` show it to be, such as `image/png`; `application/octet-stream` where they show nothing. */
  readonly mediaType?: string;
  /** The body from its beginning, for one that was too long to be held in memory. */
  readonly file?: BodyFile;
  /** The service refused with a status of success, and says so in the body. */
  readonly errorInside?: ErrorInside;
}

/** A body on disk. Text is in UTF-8 there, with secrets masked as everywhere. */
export interface BodyFile {
  readonly uri: string;
  readonly sizeBytes: number;
  /** False where the body was longer than the limit, broke off, or was cancelled. */
  readonly complete: boolean;
}

export interface Hop {
  readonly url: string;
  readonly status: number;
  /** Undefined in what was kept by an earlier version, as the two below. */
  readonly method?: string;
  /** The key, or the token for it, went along. */
  readonly carriedKey?: boolean;
  /** What chooses the project went along. */
  readonly carriedProject?: boolean;
}

/** Where the time went, in milliseconds, summed over redirects and repeats. All but the wait make up `durationMs`. */
export interface Timing {
  /** Until the service's budget let the requests go. */
  readonly waitedMs: number;
  /** The key's exchange for a token, where there was one. */
  readonly tokenMs?: number;
  /** Left out where it is not known; it is then within `firstByteMs`. 0 where an open connection was used again. */
  readonly connectMs?: number;
  /** From there to the answer's headers. */
  readonly firstByteMs?: number;
  readonly bodyMs?: number;
}

/** A secret that the service shows this once. The client holds it for a while: `onceSecret`. */
export interface OnceSecret {
  /** Where it stood in the body, as `token` or `items.0.token`. */
  readonly field: string;
  /** Its last four characters; empty for one too short to show any. */
  readonly ending: string;
}

export interface Exchange {
  readonly id: string;
  readonly connection: string;
  readonly service: string;
  /** The documented operation that it is, as `GET /uptime/monitors`. */
  readonly operation?: string;
  readonly scope: ScopeStamp;
  /** The selected project that did not go, because another was typed by hand. */
  readonly against?: string;
  /** As really sent, secrets masked. */
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  /** What is known of the key or token that went with it; undefined where nothing was sent. */
  readonly credential?: SentCredential;
  readonly response?: ReceivedResponse;
  readonly failure?: Failure;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** From the first byte sent to the last received, waits for the budget left out. */
  readonly durationMs: number;
  /** Undefined where nothing was sent. */
  readonly timing?: Timing;
  /** What of the body is masked because it is shown this once. */
  readonly onceSecrets?: readonly OnceSecret[];
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
