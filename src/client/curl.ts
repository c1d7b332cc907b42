import type { Result } from '../base/result.ts';
import { success } from '../base/result.ts';
import type { Connection, Project } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { RequestDraft } from './draft.ts';
import type { Failure } from './exchange.ts';
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
  const variable = `$${definition.environmentVariable}`;
  const [name, value] =
    definition.auth.type === 'bearer' ? ['Authorization', `Bearer ${variable}`] : [definition.auth.header, variable];
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
  return success(parts.join(' \\\n  '));
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
