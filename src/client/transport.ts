import { FetchError, type FetchOptions, createFetch } from 'ofetch';
import type { AuthorizedRequest } from './authorize.ts';
import { type Overflow, type ReadBody, readBody } from './body.ts';
import type { Failure } from './exchange.ts';
import { type ConnectionTimes, type WireTiming, unknownConnectionTimes } from './timing.ts';

export interface TransportLimits {
  /** The longest wait for the whole answer; for a body that goes to a file, the longest silence. */
  readonly timeoutMs: number;
  /** The most that is read of a body into memory. */
  readonly maximumBodyBytes: number;
  /** The most that is read of a body into a file, where there is a place for files; none where left out. */
  readonly maximumFileBytes?: number;
}

/** What came back for one request on the wire. Never logged: `redact` makes of it what may be. */
export interface RawAnswer {
  readonly response?: { readonly status: number; readonly headers: Headers; readonly body: ReadBody };
  readonly failure?: Failure;
  readonly durationMs: number;
  readonly timing?: WireTiming;
}

/** What is known of an answer before its body. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: Headers;
}

/** @param overflow where a body goes that is too long for memory, unless the answer is one that is asked for again. */
export type Transport = (
  request: AuthorizedRequest,
  limits: TransportLimits,
  signal?: AbortSignal,
  overflow?: (answer: AnswerHead) => Overflow,
) => Promise<RawAnswer>;

// VS Code replaces `globalThis.fetch` with one that knows the person's proxy and certificates, maybe after this module
// is loaded; so it is looked up at each call.
const send = createFetch({ fetch: (...parameters) => globalThis.fetch(...parameters) });

/**
 * Makes what sends one request and reads its answer. It follows no redirect, repeats no write, and never throws: whatever
 * the status, it is an answer; what the network did is a `failure`. Both are there when an answer broke off.
 * @param sendsStreams whether this `fetch` sends streams over any connection, as Node's does; a browser's wants HTTP/2.
 */
export function fetchingTransport(connectionTimes: ConnectionTimes, sendsStreams: boolean): Transport {
  return async (request, limits, signal, overflow) => {
    const startedAt = performance.now();
    const elapsed = () => Math.round(performance.now() - startedAt);
    const timeout = new Timeout(limits.timeoutMs);
    const circumstances = { timeout: timeout.signal, signal, timeoutMs: limits.timeoutMs };
    const explain = (error: unknown) => classify(error, request.url, circumstances);
    // `timeout` of ofetch is ignored beside a signal and does not bound the body, hence one signal for all.
    const ends = signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal;
    const connection = connectionTimes.follow(() => open(request, ends, sendsStreams));
    let headersMs: number | undefined;
    const times = () => {
      const durationMs = elapsed();
      const untilHeaders = headersMs ?? durationMs;
      const connected = connection.connectMs();
      const connect = connected === undefined ? undefined : Math.min(Math.round(connected), untilHeaders);
      const firstByteMs = untilHeaders - (connect ?? 0);
      return { durationMs, timing: { connectMs: connect, firstByteMs, bodyMs: durationMs - untilHeaders } };
    };
    try {
      const response = await connection.sent;
      headersMs = elapsed();
      if (response.type === 'opaqueredirect') {
        const message = `${request.url.host} answered with a redirect, which the web version of VS Code does not let an extension see.`;
        return { failure: { kind: 'cors', message }, ...times() };
      }
      const { status, headers } = response;
      const spill = isFinal(status) ? overflow?.({ status, headers }) : undefined;
      const body = await readBody(response._data ?? null, limits.maximumBodyBytes, spill && timeout.during(spill));
      return {
        response: { status, headers, body },
        ...(body.error !== undefined && { failure: explain(body.error) }),
        ...times(),
      };
    } catch (error) {
      return { failure: explain(error), ...times() };
    } finally {
      timeout.end();
    }
  };
}

/** Where nothing tells how long connecting takes. */
export const fetchTransport: Transport = fetchingTransport(unknownConnectionTimes, true);

function open(request: AuthorizedRequest, signal: AbortSignal, sendsStreams: boolean) {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return send.raw(request.url.href, {
    method: request.method,
    ...(sendsStreams && !isRead ? sentOnce(request) : { headers: request.headers, body: request.body ?? null }),
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    retry: 0,
    responseType: 'stream',
    ignoreResponseError: true,
    signal,
  });
}

/**
 * `fetch` sends a request again by itself that was answered by 421 (fetch standard, HTTP-network-or-cache fetch, step 15),
 * unless its body is a stream. With its length beside it, a stream travels as any other body does.
 */
function sentOnce({ headers, body = '' }: AuthorizedRequest): Pick<FetchOptions, 'headers' | 'body' | 'duplex'> {
  const bytes = new TextEncoder().encode(body);
  const withLength = new Headers(headers);
  withLength.set('content-length', String(bytes.byteLength));
  return { headers: withLength, body: new Blob([bytes]).stream(), duplex: 'half' };
}

/** A redirect is followed, and a 401 may be answered with another token: a file of theirs would be left behind. */
function isFinal(status: number): boolean {
  return (status < 300 || status >= 400) && status !== 401;
}

/** Ends a request in time. */
class Timeout {
  readonly #abort = new AbortController();
  readonly #milliseconds: number;
  #timer: ReturnType<typeof setTimeout>;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
    this.#timer = this.#start();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** A body that goes to a file may take as long as it comes: a person sees it and can cancel. */
  during(overflow: Overflow): Overflow {
    const open = async (head: Uint8Array) => {
      const sink = await overflow.open(head);
      return (
        sink && {
          ...sink,
          write: (bytes: Uint8Array) => {
            clearTimeout(this.#timer);
            this.#timer = this.#start();
            return sink.write(bytes);
          },
        }
      );
    };
    return { ...overflow, open };
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #start(): ReturnType<typeof setTimeout> {
    return setTimeout(
      () => this.#abort.abort(new DOMException('It took too long.', 'TimeoutError')),
      this.#milliseconds,
    );
  }
}

interface Circumstances {
  readonly timeout: AbortSignal;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
}

const DNS = /^(?:ENOTFOUND|EAI_)/u;
const TLS = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO/u;
const UNREACHABLE = /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EACCES|EADDRNOTAVAIL)/u;
const TIMEOUT = /TIMEOUT|ETIMEDOUT/u;
const RESET = /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_ABORTED)/u;
/** A body that is not packed as its content-encoding says. */
const PACKED = /^Z_(?!BUF_ERROR)|^ERR_BROTLI|BROTLI_DECODER/u;
/** Node's HTTP parser could not read the answer; the end of the connection is its own code. */
const NOT_HTTP = /^HPE_(?!INVALID_EOF_STATE|CLOSED_CONNECTION)/u;

/** Names what the network did, from the codes that Node's fetch hides in the causes of its one `TypeError`. */
function classify(error: unknown, url: URL, { timeout, signal, timeoutMs }: Circumstances): Failure {
  if (signal?.aborted) return { kind: 'aborted', message: 'The request was cancelled.' };
  const host = url.host;
  if (timeout.aborted) {
    return { kind: 'timeout', message: `${host} did not finish its answer within ${timeoutMs / 1000} s.` };
  }
  const { codes, text, isNameless } = unfold(error);
  const has = (pattern: RegExp) => codes.some((code) => pattern.test(code));
  const told = codes[0] ? ` (${codes[0]})` : '';
  if (has(DNS)) return { kind: 'dns', message: `The name ${url.hostname} could not be looked up${told}.` };
  if (has(UNREACHABLE)) return { kind: 'refused', message: `Nothing accepted the connection at ${host}${told}.` };
  // Node's fetch turns a 407 into an error without message and code (fetch standard, HTTP-network-or-cache fetch), and
  // does so with nothing else that can happen here.
  const tunnel = /proxy response \((\d{3})\)/iu.exec(text)?.[1];
  if (tunnel !== undefined && tunnel !== '407') {
    return { kind: 'proxy', message: `The proxy on the way to ${host} refused to make the connection (${tunnel}).` };
  }
  if (isNameless || /\(407\)|proxy auth/iu.test(text)) {
    return { kind: 'proxy', message: `The proxy on the way to ${host} wants its own user name and password (407).` };
  }
  if (has(TIMEOUT)) return { kind: 'timeout', message: `${host} did not answer in time${told}.` };
  if (has(TLS)) return { kind: 'tls', message: `The secure connection to ${host} could not be made${told}.` };
  if (has(NOT_HTTP) || /does not match the HTTP/u.test(text)) {
    return { kind: 'other', message: `What ${host} answered is not HTTP${told}.` };
  }
  if (has(PACKED)) return { kind: 'other', message: `The body that ${host} sent could not be unpacked${told}.` };
  if (has(RESET) || /terminated|socket|aborted|other side closed/iu.test(text)) {
    return { kind: 'reset', message: `${host} closed the connection before its answer was complete${told}.` };
  }
  if (/\bERR_PROXY|ERR_TUNNEL/u.test(text)) return { kind: 'proxy', message: `The proxy refused the way to ${host}.` };
  if (typeof (globalThis as { WorkerGlobalScope?: unknown }).WorkerGlobalScope === 'function' && codes.length === 0) {
    return { kind: 'cors', message: `The web version of VS Code may not call ${host}, or it cannot be reached.` };
  }
  return { kind: 'other', message: `The request to ${host} failed${told}.` };
}

/** All codes and texts along the chain of causes, the innermost code first. */
function unfold(error: unknown): { codes: string[]; text: string; isNameless: boolean } {
  const codes: string[] = [];
  const texts: string[] = [];
  let current = error;
  for (let depth = 0; depth < 8 && current instanceof Error; depth += 1) {
    // The message of ofetch's own error repeats the address, in which any word may stand.
    if (!(current instanceof FetchError)) texts.push(current.message);
    const { code } = current as { code?: unknown };
    if (typeof code === 'string') codes.unshift(code);
    const inner: unknown = current instanceof AggregateError ? current.errors[0] : undefined;
    current = inner ?? current.cause;
  }
  return { codes, text: texts.join(' '), isNameless: codes.length === 0 && texts.length > 1 && texts.at(-1) === '' };
}
