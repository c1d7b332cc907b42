import { type Result, success } from '../base/result.ts';
import { exchangeBody } from '../client/authorize.ts';
import type { RequestDraft } from '../client/draft.ts';
import type { Failure } from '../client/exchange.ts';
import { prepare } from '../client/prepare.ts';
import { type ScopedRequest, applyScope } from '../client/scope.ts';
import type { Connection, Project } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';

/** A header or a parameter. */
export interface NameValue {
  readonly name: string;
  readonly value: string;
}

/** Where a secret belongs: `Authorization: Bearer ` before what the variable holds. The secret itself is not here. */
export interface CredentialPlace {
  readonly header: string;
  readonly prefix: string;
  /** The variable that holds the secret, such as `PHARE_API_KEY`. */
  readonly variable: string;
}

/** One request with everything but its secret. */
export interface PlainRequest {
  readonly method: string;
  readonly url: string;
  readonly credential: CredentialPlace;
  /** Without the credential's. ASCII and Latin-1 only, as HTTP has it. */
  readonly headers: readonly NameValue[];
  readonly body: string | undefined;
}

/** What Send would send, as every way to copy it needs it. */
export interface RequestDescription extends PlainRequest {
  /** The project that Bearings itself names in it, and where; undefined where it names none or a person typed it. */
  readonly scope: NamedProject | undefined;
  /** The request that obtains the token, for a service that exchanges its key for one. */
  readonly exchange: TokenExchange | undefined;
}

export type NamedProject =
  | { readonly by: 'header'; readonly project: string; readonly header: string }
  /** `address` is that of the request with `{project}` in place of the project. */
  | { readonly by: 'path'; readonly project: string; readonly address: string }
  | { readonly by: 'token'; readonly project: string };

export interface TokenExchange extends PlainRequest {
  /** Where the token stands in the answer: names separated by dots. */
  readonly tokenField: string;
}

/**
 * Describes the request that a draft would send now, by the very steps that send it.
 * @returns a failure when the draft could not be sent either.
 */
export function describeRequest(
  draft: RequestDraft,
  connection: Connection,
  definition: ServiceDefinition,
  selected: Project | undefined,
): Result<RequestDescription, Failure> {
  const spec = prepare(draft, connection, definition, selected);
  if (!spec.ok) return spec;
  const request = applyScope(spec.value);
  if (!request.ok) return request;
  const { method } = spec.value;
  const { scope, url } = request.value;
  // What cannot be told in UTF-8 goes on the wire as U+FFFD.
  const body = spec.value.body?.toWellFormed();
  const { credential, exchange } = credentialOf(definition, connection, scope.project);
  const headers = new Headers(request.value.headers);
  headers.delete(credential.header);
  if (!headers.has('accept')) headers.set('accept', 'application/json');
  if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  return success({
    method,
    url: url.href,
    credential,
    scope: namedProject(request.value),
    headers: [...headers].map(([name, value]) => ({ name: canonical(name, scope.header), value })),
    body,
    exchange,
  });
}

function namedProject({ scope, spec }: ScopedRequest): NamedProject | undefined {
  const { by, project, header } = scope;
  if (project === undefined) return undefined;
  if (by === 'token') return { by, project };
  if (by === 'header' && header !== undefined && !spec.headers.has(header)) return { by, project, header };
  const declared = spec.definition.scope;
  if (by !== 'path' || declared.by !== 'path') return undefined;
  const place = `%7B${encodeURIComponent(declared.parameter)}%7D`;
  const { href } = spec.url;
  return href.includes(place) ? { by, project, address: href.replaceAll(place, '{project}') } : undefined;
}

/** The credential's place, and the exchange that comes before where a token is needed. */
function credentialOf(
  { auth, scope, environmentVariable }: ServiceDefinition,
  connection: Connection,
  project: string | undefined,
): Pick<RequestDescription, 'credential' | 'exchange'> {
  const variable = environmentVariable;
  if (auth.type === 'bearer') {
    return { credential: { header: 'Authorization', prefix: 'Bearer ', variable }, exchange: undefined };
  }
  if (auth.type === 'header') {
    return { credential: { header: auth.header, prefix: '', variable }, exchange: undefined };
  }
  const body = exchangeBody(scope, project);
  return {
    credential: { header: auth.carrier.header, prefix: auth.carrier.prefix ?? '', variable: tokenVariable(variable) },
    exchange: {
      method: auth.method,
      url: connection.baseUrl + auth.path,
      credential: { header: auth.key.header, prefix: auth.key.prefix ?? '', variable },
      headers: [
        { name: 'Accept', value: 'application/json' },
        ...(body === undefined ? [] : [{ name: 'Content-Type', value: 'application/json' }]),
      ],
      body,
      tokenField: auth.token,
    },
  };
}

/** `FLARE_API_KEY` is exchanged for what `FLARE_TOKEN` holds. */
function tokenVariable(variable: string): string {
  return `${variable.replace(/_?(?:API_)?KEY$/u, '')}_TOKEN`;
}

/** A header's usual spelling: `Headers` gives names in small letters. */
function canonical(name: string, scopeHeader: string | undefined): string {
  if (scopeHeader?.toLowerCase() === name) return scopeHeader;
  return name.replaceAll(/(?:^|-)[a-z]/gu, (start) => start.toUpperCase());
}
