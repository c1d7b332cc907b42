import type { Secret } from '../base/secret.ts';
import type { Connection } from '../connections/connection.ts';
import { operationKey } from '../services/operations.ts';
import type { AuthorizedRequest } from './authorize.ts';
import { decodeBody } from './body.ts';
import type { RequestDraft } from './draft.ts';
import { errorInside } from './envelope.ts';
import type { Exchange, Failure, Hop, ReceivedResponse } from './exchange.ts';
import { scopeNotes } from './notes.ts';
import { type Redactor, redactor } from './redact.ts';
import type { ScopedRequest } from './scope.ts';
import type { RawAnswer } from './transport.ts';

/** Collects what becomes of one draft, and gives it out with the secrets taken out. */
export class Recorder {
  readonly notes: string[] = [];
  readonly hops: Hop[] = [];
  readonly #connection: Connection;
  readonly #startedAt: string;
  #request: Exchange['request'];
  #scoped: ScopedRequest | undefined;
  #response: ReceivedResponse | undefined;
  #failure: Failure | undefined;
  #durationMs = 0;
  #callsSpent = 0;
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

  /** @param calls requests that went out for it: 0 for an answer that another request had asked for. */
  answered(request: AuthorizedRequest, answer: RawAnswer, calls = 1): void {
    this.#callsSpent += calls;
    this.#durationMs += answer.durationMs;
    this.#request = {
      method: request.method,
      url: request.url.href,
      headers: this.#redactor.headers(request.headers),
    };
    this.#failure = answer.failure;
    this.#response = answer.response && this.#received(answer.response);
  }

  failed(failure: Failure): Exchange {
    this.#failure = failure;
    if (failure.reason === 'key-in-url') this.#request = { ...this.#request, url: this.#connection.baseUrl };
    return this.finished();
  }

  finished(): Exchange {
    const { spec, scope } = this.#scoped ?? {};
    const exchange: Exchange = {
      id: crypto.randomUUID(),
      connection: this.#connection.id,
      service: this.#connection.service,
      ...(spec?.operation && { operation: operationKey(spec.operation) }),
      scope: scope ?? { by: 'none' },
      request: this.#request,
      ...(this.#response && { response: this.#response }),
      ...(this.#failure && { failure: this.#failure }),
      startedAt: this.#startedAt,
      durationMs: this.#durationMs,
      hops: this.hops,
      callsSpent: this.#callsSpent,
      notes: [...new Set(this.notes)],
    };
    const notes = spec ? [...exchange.notes, ...scopeNotes(exchange, spec)] : exchange.notes;
    // At the very end and over everything: a server can put the key back into a host name or a charset as well.
    return this.#redactor.everywhere({ ...exchange, notes });
  }

  #received({ status, headers, body }: NonNullable<RawAnswer['response']>): ReceivedResponse {
    const { text, note } = decodeBody(body.bytes, headers.get('content-type') ?? '');
    if (note) this.notes.push(note);
    if (body.truncated && body.error === undefined) {
      this.notes.push(
        `The body is longer than the limit of ${body.bytes.length} bytes (setting "bearings.request.maximumBodyMegabytes"); the rest was not read.`,
      );
    }
    const inside = this.#scoped && errorInside(text, this.#scoped.spec.definition);
    return {
      status,
      headers: this.#redactor.headers(headers),
      bodyText: body.truncated ? this.#redactor.cutOff(text) : text,
      sizeBytes: body.bytes.length,
      truncated: body.truncated,
      ...(inside && { errorInside: inside }),
    };
  }
}
