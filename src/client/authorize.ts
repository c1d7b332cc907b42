import type { Secret } from '../base/secret.ts';
import type { Connection } from '../connections/connection.ts';
import type { Scope } from '../services/definition.ts';
import type { Credential, ExchangeAuth } from './credential.ts';
import type { ScopedRequest } from './scope.ts';

declare const authorized: unique symbol;

/** One request ready for the wire, with the secret in it. Only `authorize` makes one; only the transport takes one. */
export interface AuthorizedRequest {
  readonly [authorized]: true;
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string | undefined;
}

/** Where a redirect leads. */
export interface NextHop {
  readonly url: URL;
  readonly method: string;
  /** Every address so far was of the connection's own origin. */
  readonly trusted: boolean;
}

/**
 * Puts the key onto a request, or onto one hop of a redirect.
 *
 * The key, the scope and everything typed by hand go to the connection's origin only: any of them could be a secret or
 * name a customer's project. Another origin gets a bare request, and so does the way back from there, because another
 * origin must not choose what the key asks for.
 */
export function authorize(request: ScopedRequest, credential: Credential, hop?: NextHop): AuthorizedRequest {
  const { spec } = request;
  const { url, method, trusted } = hop ?? { url: request.url, method: spec.method, trusted: true };
  const isOwnOrigin = trusted && url.origin === new URL(spec.connection.baseUrl).origin;
  const body = isOwnOrigin && method === spec.method ? spec.body : undefined;
  const headers = new Headers(isOwnOrigin ? request.headers : undefined);
  if (!headers.has('accept')) headers.set('accept', 'application/json');
  if (isOwnOrigin) {
    const { header, prefix, secret } = credential;
    if (!headers.has(header)) setSecret(headers, header, prefix, secret);
    if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  }
  return {
    method,
    url,
    headers,
    body,
  } as Omit<AuthorizedRequest, typeof authorized> as AuthorizedRequest;
}

/** What the exchange says of the project; nothing where none is named, and the service takes its default. */
export function exchangeBody(scope: Scope, project: string | undefined): string | undefined {
  if (scope.by !== 'token' || project === undefined) return undefined;
  const value = scope.type === 'integer' && /^\d{1,15}$/u.test(project) ? Number(project) : project;
  return JSON.stringify({ [scope.field]: value });
}

/**
 * The request that exchanges a key for a token.
 * @param project names what the token is to stand for, where the service's scope travels in the token.
 */
export function authorizeExchange(
  connection: Connection,
  { method, path, key: carrier }: ExchangeAuth,
  scope: Scope,
  project: string | undefined,
  key: Secret,
): AuthorizedRequest {
  const headers = new Headers({ accept: 'application/json' });
  setSecret(headers, carrier.header, carrier.prefix ?? '', key);
  const body = exchangeBody(scope, project);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const url = new URL(connection.baseUrl + path);
  return { method, url, headers, body } as Omit<AuthorizedRequest, typeof authorized> as AuthorizedRequest;
}

/** @throws Error without the secret: that of `Headers` repeats what it was to hold. */
function setSecret(headers: Headers, name: string, prefix: string, secret: Secret): void {
  try {
    headers.set(name, prefix + secret.reveal());
  } catch {
    throw new Error(
      `The header ${name} cannot hold what the service's description puts before the key. Mend it there.`,
    );
  }
}
