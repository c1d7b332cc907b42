import type { Secret } from '../base/secret.ts';
import type { Connection } from '../connections/connection.ts';
import { operationKey } from '../services/operations.ts';
import type { AuthorizedRequest } from './authorize.ts';
import { type ReadBody, decodeBody } from './body.ts';
import { binaryType } from './bodyKind.ts';
import { SecretInBytes, overflowInto } from './bodyStore.ts';
import type { Credential } from './credential.ts';
import type { RequestDraft } from './draft.ts';
import { errorInside } from './envelope.ts';
import type { Exchange, Failure, Hop, ReceivedResponse } from './exchange.ts';
import { scopeNotes } from './notes.ts';
import { type FoundSecret, maskFields, told } from './onceSecrets.ts';
import { type Redactor, redactor } from './redact.ts';
import type { ScopedRequest } from './scope.ts';
import type { SentCredential } from './sentCredential.ts';
import { TimeSum } from './timing.ts';
import type { SendOptions, WireAnswer, WireUse } from './wire.ts';

type Answer = NonNullable<WireAnswer['response']>;

/** Collects what becomes of one draft, and gives it out with the secrets taken out. */
export class Recorder {
  readonly notes: string[] = [];
  readonly hops: Hop[] = [];
  readonly #connection: Connection;
  readonly #startedAt: string;
  readonly #id = crypto.randomUUID();
  #request: Exchange['request'];
  #scoped: ScopedRequest | undefined;
  #response: ReceivedResponse | undefined;
  #failure: Failure | undefined;
  #credential: SentCredential | undefined;
  #durationMs = 0;
  #callsSpent = 0;
  #onceSecrets: readonly FoundSecret[] = [];
  readonly #times = new TimeSum();
  readonly #hidden: Secret[] = [];
  #redactor: Redactor = redactor([]);

  constructor(connection: Connection, draft: RequestDraft, now: number) {
    this.#connection = connection;
    this.#startedAt = new Date(now).toISOString();
    // Until the draft is checked, nothing of it but its method is fit to be shown: its path could hold a key.
    this.#request = { method: draft.method.slice(0, 20), url: connection.baseUrl, headers: {} };
  }

  prepared(request: ScopedRequest): void {
    this.#scoped = request;
    this.notes.push(...request.notes);
    const headers = this.#redactor.headers(request.headers);
    this.#request = { method: request.spec.method, url: request.url.href, headers };
  }

  /** Tells what must not be in the exchange, whatever becomes of the request; beside all that was told before. */
  hide(secrets: readonly Secret[]): void {
    // A token that was replaced on the way may come back in the answer as well as the one that replaced it.
    this.#hidden.push(...secrets);
    this.#redactor = redactor(this.#hidden);
  }

  /** What the next request carries. */
  carries(credential: SentCredential): void {
    this.#credential = credential;
  }

  /** What the answer holds that is shown this once. */
  get onceSecrets(): readonly FoundSecret[] {
    return this.#onceSecrets;
  }

  /** Where a long body goes. Nowhere, when it may hold a secret that only the whole text shows. */
  overflow(
    request: AuthorizedRequest,
    { bodyStore, onFirstPart }: Pick<SendOptions, 'bodyStore' | 'onFirstPart'>,
  ): WireUse['overflow'] {
    if (!bodyStore || this.#secretFields().length > 0) return undefined;
    return (answer, limit) => {
      const overflow = overflowInto(bodyStore, this.#redactor, contentTypeOf(answer.headers), limit);
      const open = async (head: Uint8Array) => {
        const sink = await overflow.open(head);
        if (sink && onFirstPart) {
          const exchange = this.#soFar(request, { ...answer, body: { bytes: head, truncated: true } });
          // What the listener throws is its own error, not the body's.
          queueMicrotask(() => onFirstPart(exchange));
        }
        return sink;
      };
      return { ...overflow, open };
    };
  }

  #soFar(request: AuthorizedRequest, response: Answer): Exchange {
    this.#failure = undefined;
    this.#shows(request);
    this.#response = this.#received(response, []);
    return this.finished();
  }

  /** An answer to the request itself, or to one hop of it. */
  answered(request: AuthorizedRequest, answer: WireAnswer): void {
    this.#times.sent(answer.durationMs, answer.timing);
    this.#took(request, answer, 1);
    const { response } = answer;
    const fields = this.#secretFields();
    this.#onceSecrets = [];
    this.#response = response && this.#received(response, fields);
    if (response) this.notes.push(...bodyNotes(response.body));
  }

  /** @param calls requests that went out for it: 0 for an answer that another request had asked for. */
  exchanged(request: AuthorizedRequest, answer: WireAnswer, calls: number): void {
    this.#times.exchanged(answer.durationMs);
    this.#took(request, answer, calls);
    const { auth } = this.#scoped?.spec.definition ?? {};
    this.#response = answer.response && this.#received(answer.response, auth?.type === 'exchange' ? [auth.token] : []);
    if (answer.response) this.notes.push(...bodyNotes(answer.response.body));
    this.#onceSecrets = [];
  }

  #took(request: AuthorizedRequest, answer: WireAnswer, calls: number): void {
    this.#callsSpent += calls;
    this.#durationMs += answer.durationMs;
    this.#times.waited(answer.waitedMs);
    this.#shows(request);
    this.#failure = answer.failure;
  }

  #shows({ method, url, headers }: AuthorizedRequest): void {
    this.#request = { method, url: url.href, headers: this.#redactor.headers(headers) };
  }

  /** A redirect that is followed. */
  hop({ method, url, headers }: AuthorizedRequest, credential: Credential, status: number): void {
    const { by, header, project } = this.#scoped?.scope ?? { by: 'none' };
    const carriedKey = headers.has(credential.header);
    const carriedProject =
      (by === 'header' && header !== undefined && headers.has(header)) ||
      (by === 'token' && project !== undefined && carriedKey) ||
      (by === 'path' && project !== undefined && url.pathname.split('/').includes(encodeURIComponent(project)));
    this.hops.push({ url: url.href, status, method, carriedKey, carriedProject });
  }

  failed(failure: Failure): Exchange {
    this.#failure = failure;
    if (failure.reason === 'key-in-url') this.#request = { ...this.#request, url: this.#connection.baseUrl };
    return this.finished();
  }

  finished(): Exchange {
    const { spec, scope } = this.#scoped ?? {};
    const { timing } = this.#times;
    const exchange: Exchange = {
      id: this.#id,
      connection: this.#connection.id,
      service: this.#connection.service,
      ...(spec?.operation && { operation: operationKey(spec.operation) }),
      scope: scope ?? { by: 'none' },
      ...(this.#scoped?.against !== undefined && { against: this.#scoped.against }),
      request: this.#request,
      ...(this.#credential && { credential: this.#credential }),
      ...(this.#response && { response: this.#response }),
      ...(this.#failure && { failure: this.#failure }),
      startedAt: this.#startedAt,
      durationMs: this.#durationMs,
      ...(timing && { timing }),
      ...(this.#onceSecrets.length > 0 && { onceSecrets: told(this.#onceSecrets) }),
      hops: this.hops,
      callsSpent: this.#callsSpent,
      notes: [...new Set(this.notes)],
    };
    const notes = spec ? [...exchange.notes, ...scopeNotes(exchange, spec)] : exchange.notes;
    // At the very end and over everything: a server can put the key back into a host name or a charset as well.
    return this.#redactor.everywhere({ ...exchange, notes });
  }

  /** Fields of the answer that hold a secret which is shown this once. */
  #secretFields(): readonly string[] {
    const { operation, definition, method, path } = this.#scoped?.spec ?? {};
    const { auth } = definition ?? {};
    const isExchange = auth?.type === 'exchange' && auth.method === method && auth.path === path;
    return [...(operation?.secrets ?? []), ...(isExchange ? [auth.token] : [])];
  }

  #received(response: Answer, secretFields: readonly string[]): ReceivedResponse {
    const { status, headers, body } = response;
    const mediaType = binaryType(body.bytes, contentTypeOf(headers));
    return {
      status,
      headers: this.#redactor.headers(headers),
      sizeBytes: body.sizeBytes ?? body.bytes.length,
      truncated: body.truncated,
      ...(mediaType === undefined ? this.#text(response, secretFields) : this.#binary(body, mediaType)),
      ...(body.file && { file: body.file }),
    };
  }

  #text(
    { status, headers, body }: Answer,
    secretFields: readonly string[],
  ): Pick<ReceivedResponse, 'bodyText' | 'errorInside'> {
    const { text, note } = decodeBody(body.bytes, contentTypeOf(headers), body.truncated);
    if (note) this.notes.push(note);
    const spec = this.#scoped?.spec;
    const inside =
      spec && text.length <= LONGEST_REFUSAL
        ? errorInside(text, spec.definition, status < 300 ? spec.operation : undefined)
        : undefined;
    const masked = maskFields(text, secretFields);
    this.#onceSecrets = masked.found.slice(0, MOST_ONCE_SECRETS);
    this.hide(this.#onceSecrets.map(({ secret }) => secret));
    return {
      bodyText: body.truncated ? this.#redactor.cutOff(masked.text) : masked.text,
      ...(inside && { errorInside: inside }),
    };
  }

  /** Nothing can be masked in such bytes: they are kept only without a secret in them. */
  #binary(body: ReadBody, mediaType: string): Partial<ReceivedResponse> & { bodyText: string } {
    const watch = this.#redactor.bytes();
    const hasSecret =
      body.fileError instanceof SecretInBytes ||
      watch.finds(body.bytes) ||
      (body.truncated && !body.file && watch.endsWithin());
    if (!hasSecret) return { bodyText: '', binary: body.bytes, mediaType };
    this.notes.push('The body is no text, and the key stands in its bytes: nothing of it is kept.');
    return { bodyText: '', mediaType, truncated: true };
  }
}

/** More are masked in their places all the same, and neither looked for elsewhere nor offered. */
const MOST_ONCE_SECRETS = 100;

/** Characters of a body in which a refusal is looked for. Data may be longer, and takes long to be read through. */
const LONGEST_REFUSAL = 200_000;

function contentTypeOf(headers: Headers): string {
  return headers.get('content-type') ?? '';
}

/** What a person should know of a body that is not all there. */
function bodyNotes({ bytes, sizeBytes, truncated, error, file, fileError }: ReadBody): string[] {
  if (fileError instanceof SecretInBytes) return [];
  if (fileError !== undefined) {
    const { code } = fileError as { code?: unknown };
    const why = typeof code === 'string' ? ` (${code})` : '';
    return [`The body could not be written to a file${why}: only its first ${bytes.length} bytes are here.`];
  }
  if (!truncated || file?.complete) return [];
  if (error !== undefined) return file ? ['The body broke off: its file holds what had come until then.'] : [];
  const [limit, setting] = file
    ? [sizeBytes ?? file.sizeBytes, 'bearings.request.maximumFileMegabytes']
    : [bytes.length, 'bearings.request.maximumBodyMegabytes'];
  // The setting is in megabytes, too.
  return [`The body is longer than the limit of ${limit / 1e6} MB (setting "${setting}"); the rest was not read.`];
}
