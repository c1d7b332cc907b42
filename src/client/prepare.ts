import { type Result, failure, success } from '../base/result.ts';
import type { Connection, Project } from '../connections/connection.ts';
import { findOperation, isRead } from '../services/operations.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { Operation } from '../services/operationSchema.ts';
import type { RequestDraft } from './draft.ts';
import type { Failure, NotSentReason } from './exchange.ts';

declare const prepared: unique symbol;

/** A draft that has been checked and joined with what is known of its connection. Only `prepare` makes one. */
export interface RequestSpec {
  readonly [prepared]: true;
  readonly connection: Connection;
  readonly definition: ServiceDefinition;
  readonly operation: Operation | undefined;
  /** It cannot change anything at the service. */
  readonly reads: boolean;
  readonly method: string;
  /** Below the base URL, without a query. */
  readonly path: string;
  readonly url: URL;
  /** The headers typed by hand. */
  readonly headers: Headers;
  readonly body: string | undefined;
  /** The project to name, and whether the draft named it itself. */
  readonly project: Project | undefined;
  readonly projectIsExplicit: boolean;
  readonly notes: readonly string[];
}

/** Set by the transport alone; typed by hand they would break the request or send what must not be sent. */
const REFUSED_HEADERS = new Set([
  'host',
  'content-length',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'cookie',
  'expect',
]);

/** Frameworks that take the method from one of these do so whatever the request line says. */
const METHOD_HEADERS = ['x-http-method-override', 'x-http-method', 'x-method-override'];

export function notSent(reason: NotSentReason, message: string): Failure {
  return { kind: 'not-sent', message, reason };
}

/**
 * Checks a draft and works out where it goes.
 * @param selected the project that the connection points at, for a draft that does not say.
 * @returns a failure of kind `not-sent` for a draft that cannot be sent.
 */
export function prepare(
  draft: RequestDraft,
  connection: Connection,
  definition: ServiceDefinition,
  selected: Project | undefined,
): Result<RequestSpec, Failure> {
  const method = draft.method.trim().toUpperCase();
  if (!/^[A-Z]+$/u.test(method) || ['CONNECT', 'TRACE', 'TRACK'].includes(method)) {
    return invalid(`"${draft.method}" is not a method that can be sent. Use GET, POST, PUT, PATCH or DELETE.`);
  }
  const target = targetOf(draft, connection);
  if (!target.ok) return target;
  const { url, path } = target.value;
  const typed = typedHeaders(draft.headers ?? {});
  if (!typed.ok) return typed;
  const body = draft.body === '' ? undefined : draft.body;
  if (body !== undefined && (method === 'GET' || method === 'HEAD')) {
    return invalid(`A ${method} request cannot carry a body. Empty the body, or choose another method.`);
  }
  const operation = findOperation(definition, method, path);
  const named = draft.project === undefined ? selected : namedProject(draft.project, selected);
  return success({
    connection,
    definition,
    operation,
    reads: isRead(operation ?? { method: method as Operation['method'] }) && !overridesMethod(typed.value.headers),
    method,
    path,
    url,
    headers: typed.value.headers,
    body,
    project: named,
    projectIsExplicit: typeof draft.project === 'string',
    notes: typed.value.notes,
  } as Omit<RequestSpec, typeof prepared> as RequestSpec);
}

function invalid(message: string): Result<never, Failure> {
  return failure(notSent('invalid-request', message));
}

function namedProject(id: string | null, selected: Project | undefined): Project | undefined {
  if (id === null || id === '') return undefined;
  return selected && (selected.id === id || selected.slug === id) ? selected : { id, name: id };
}

/** The path may be given as a whole address of the connection's own origin; any other origin is refused. */
function targetOf(draft: RequestDraft, connection: Connection): Result<{ url: URL; path: string }, Failure> {
  const base = new URL(connection.baseUrl);
  const text = draft.path.trim();
  let relative = text;
  if (/^[a-z][a-z0-9+.-]*:/iu.test(text)) {
    if (!text.startsWith(`${connection.baseUrl}/`)) {
      return invalid(
        `The address is not below ${connection.baseUrl}, where this connection's key may go. Give only the path.`,
      );
    }
    relative = text.slice(connection.baseUrl.length);
  }
  if (!relative.startsWith('/')) return invalid('The path must begin with /, as in /projects.');
  if (/[\p{Cc}]/u.test(relative)) return invalid('The path has a line break or control character in it. Remove it.');
  const [beforeFragment = ''] = relative.split('#');
  const [path = '', ...query] = beforeFragment.split('?');
  const address = connection.baseUrl + path.replaceAll('{', '%7B').replaceAll('}', '%7D');
  if (!URL.canParse(address)) return invalid('The path cannot be made into an address. Check it for stray characters.');
  const url = new URL(address);
  const basePath = base.pathname.replace(/\/+$/u, '');
  if (url.origin !== base.origin || !`${url.pathname}/`.startsWith(`${basePath}/`)) {
    return invalid(`The path leads out of ${connection.baseUrl}, where this connection's key may go.`);
  }
  for (const [name, value] of new URLSearchParams(query.join('?'))) url.searchParams.append(name, value);
  for (const [name, values] of Object.entries(draft.query ?? {})) {
    for (const value of typeof values === 'string' ? [values] : values) url.searchParams.append(name, value);
  }
  // What the URL parser made of it, so that `/projects/../users` is known for what it is.
  const normal = decodeBraces(url.pathname.slice(basePath.length)) || '/';
  return success({ url, path: normal });
}

function overridesMethod(headers: Headers): boolean {
  return METHOD_HEADERS.some((name) => !/^(?:|get|head|options)$/iu.test(headers.get(name) ?? ''));
}

function decodeBraces(path: string): string {
  return path.replaceAll(/%7B/giu, '{').replaceAll(/%7D/giu, '}');
}

function typedHeaders(typed: Readonly<Record<string, string>>): Result<{ headers: Headers; notes: string[] }, Failure> {
  const headers = new Headers();
  const notes: string[] = [];
  for (const [name, value] of Object.entries(typed)) {
    if (REFUSED_HEADERS.has(name.trim().toLowerCase())) {
      notes.push(`The header ${name.trim()} was left out: it is never sent by hand.`);
      continue;
    }
    try {
      headers.append(name.trim(), value);
    } catch {
      // A name that is none is not repeated: it may be a whole header line with a key in it.
      const isName = /^[\w!#$%&'*+.^`|~-]{1,60}$/u.test(name.trim());
      return invalid(
        isName
          ? `The header "${name.trim()}" cannot be sent: its value has characters that a header may not have.`
          : 'A header cannot be sent: its name has characters that the name of a header may not have, or is too long.',
      );
    }
  }
  return success({ headers, notes });
}
