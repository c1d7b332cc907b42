import type { Result } from '../base/result.ts';
import { success } from '../base/result.ts';
import type { Connection, Project } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { RequestDraft } from './draft.ts';
import type { Failure } from './exchange.ts';
import { exchangeBody } from './authorize.ts';
import { prepare } from './prepare.ts';
import { applyScope } from './scope.ts';

/**
 * The request as a curl command for a POSIX shell, with the scope that Send would give it. The key is never in it:
 * the shell fills in the service's variable, such as `$PHARE_API_KEY`.
 * @returns a failure when the draft could not be sent either.
 */
export function curlCommand(
  draft: RequestDraft,
  connection: Connection,
  definition: ServiceDefinition,
  selected: Project | undefined,
): Result<string, Failure> {
  const spec = prepare(draft, connection, definition, selected);
  if (!spec.ok) return spec;
  const request = applyScope(spec.value);
  if (!request.ok) return request;
  const { method, body } = spec.value;
  const { name, value, before } = credential(definition, connection, request.value.scope.project);
  const headers = new Headers(request.value.headers);
  headers.delete(name);
  if (!headers.has('accept')) headers.set('accept', 'application/json');
  if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  const parts = [
    `curl ${methodOption(method, body)}${quote(request.value.url.href)}`,
    // Double quotes, so that the shell fills in the variable.
    `-H "${name}: ${value}"`,
    ...[...headers].map(([header, text]) => `-H ${quote(`${canonical(header, request.value.scope.header)}: ${text}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quote(body)}`]),
  ];
  return success(before + parts.join(CONTINUED));
}

const CONTINUED = ' \\\n  ';

/** The header with the shell's variable in it, and the command that fills that variable where a token is needed. */
function credential(
  { auth, scope, environmentVariable }: ServiceDefinition,
  connection: Connection,
  project: string | undefined,
): { name: string; value: string; before: string } {
  const key = `$${environmentVariable}`;
  if (auth.type === 'bearer') return { name: 'Authorization', value: `Bearer ${key}`, before: '' };
  if (auth.type === 'header') return { name: auth.header, value: key, before: '' };
  const token = `${environmentVariable.replace(/_?(?:API_)?KEY$/u, '')}_TOKEN`;
  const body = exchangeBody(scope, project);
  const exchange = [
    `${token}=$(curl -sS -X ${auth.method} ${quote(connection.baseUrl + auth.path)}`,
    `-H "${auth.key.header}: ${auth.key.prefix ?? ''}${key}"`,
    ...(body === undefined ? [] : ["-H 'Content-Type: application/json'", `--data-raw ${quote(body)}`]),
    `| sed -n 's/.*"${auth.token.split('.').at(-1)}" *: *"\\([^"]*\\)".*/\\1/p')`,
  ];
  return {
    name: auth.carrier.header,
    value: `${auth.carrier.prefix ?? ''}$${token}`,
    before: `${exchange.join(CONTINUED)}\n`,
  };
}

/** curl waits for a body after `-X HEAD`, hence its own option for that. */
function methodOption(method: string, body: string | undefined): string {
  if (method === 'HEAD') return '--head ';
  return method === 'GET' && body === undefined ? '' : `-X ${method} `;
}

/** A header's usual spelling: `Headers` gives names in small letters. */
function canonical(name: string, scopeHeader: string | undefined): string {
  if (scopeHeader?.toLowerCase() === name) return scopeHeader;
  return name.replaceAll(/(?:^|-)[a-z]/gu, (start) => start.toUpperCase());
}

/** Quotes a text for a POSIX shell, in which nothing is special between single quotes but the single quote itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
