import { secretHeaders } from '../client/credential.ts';
import type { KeptDraft, KeptRow } from '../client/history.ts';
import { redactor } from '../client/redact.ts';
import { isSecretName } from '../client/secretParameters.ts';
import { keysIn } from '../client/typedSecrets.ts';
import type { Connection } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { findOperation, placeholders } from '../services/operations.ts';
import type { HttpFileRequest } from './httpFileRequest.ts';

/** Set by Bearings itself, or by the transport. */
const OWN_HEADERS = new Set(['host', 'content-length', 'connection', 'cookie', 'transfer-encoding', 'expect']);
/** A variable of the file, or of whoever runs it. */
const VARIABLE = /\{\{[^{}]*\}\}/u;

/** A request of a file as a panel composes it. */
export interface HttpFileDraft {
  readonly draft: KeptDraft;
  /** The id or slug of the project that the file names. */
  readonly project: string | undefined;
  /** What became of the text, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Whether a request goes below a connection's address. One that names no host, or a variable in its place, may.
 */
export function goesTo({ url }: HttpFileRequest, { baseUrl }: Pick<Connection, 'baseUrl'>): boolean {
  return !/^https?:\/\//iu.test(url) || pathBelow(url, baseUrl) !== undefined;
}

/**
 * The request as a panel composes it for a connection: without the key, which Bearings adds itself, and without what
 * names the project, which is given beside. No key of the file is in it.
 * @param definitions every known service, for the keys that may stand in the text.
 */
export function httpFileDraft(
  request: HttpFileRequest,
  { baseUrl }: Pick<Connection, 'baseUrl'>,
  definition: ServiceDefinition,
  definitions: readonly Pick<ServiceDefinition, 'keys'>[],
): HttpFileDraft {
  const notes: string[] = [];
  const [address = '', ...query] = (request.url.split('#')[0] ?? '').split('?');
  const path = pathBelow(address, baseUrl) ?? pathOf(address);
  if (/^https?:\/\//iu.test(request.url) && pathBelow(address, baseUrl) === undefined) {
    notes.push(`The file sends this to ${hostOf(address)}; this connection goes to ${new URL(baseUrl).host}.`);
  }
  const { headers, project: named } = headersOf(request, definition, notes);
  const filled = filledPath(request.method, path, definition);
  const draft: KeptDraft = {
    method: request.method.toUpperCase(),
    path: filled.path,
    pathValues: filled.values,
    query: queryOf(query.join('?')),
    headers,
    body: request.body ?? '',
  };
  const keys = keysIn(JSON.stringify(draft), definitions);
  if (keys.length > 0) notes.push('A key in the text was left out. Keep keys out of files.');
  const variables = new Set(JSON.stringify(draft).match(/\{\{[^{}]*\}\}/gu));
  if (variables.size > 0) {
    const names = [...variables].join(', ');
    notes.push(`The file has no value for ${names}. Type one before you send.`);
  }
  return { draft: redactor(keys).everywhere(draft), project: named ?? filled.project, notes };
}

function pathBelow(address: string, baseUrl: string): string | undefined {
  if (address !== baseUrl && !address.startsWith(`${baseUrl}/`) && !address.startsWith(`${baseUrl}?`)) return undefined;
  return address.slice(baseUrl.length).split('?')[0] || '/';
}

/** The path of an address of another host, or behind a variable that stands for the base URL. */
function pathOf(address: string): string {
  const path = address.replace(/^(?:https?:\/\/[^/]*|\{\{[^{}]*\}\})/iu, '');
  return path.startsWith('/') ? path : `/${path}`;
}

function hostOf(address: string): string {
  return /^https?:\/\/([^/]*)/iu.exec(address)?.[1] ?? '';
}

/** The path as its operation is documented, and what the file puts in the places of it. */
function filledPath(
  method: string,
  path: string,
  definition: ServiceDefinition,
): { path: string; values: Record<string, string>; project?: string } {
  const operation = findOperation(definition, method, path);
  const template = operation?.path.split('/') ?? [];
  const parts = path.split('/');
  if (!operation || template.length !== parts.length || placeholders(operation.path).length === 0) {
    // A variable in a path becomes one of its placeholders, which the panel asks for.
    return { path: path.replaceAll('{{', '{').replaceAll('}}', '}'), values: {} };
  }
  const values: Record<string, string> = {};
  let project: string | undefined;
  for (const [index, part] of template.entries()) {
    const name = /^\{(.+)\}$/u.exec(part)?.[1];
    if (name === undefined) continue;
    const value = decoded(parts[index] ?? '');
    if (definition.scope.by === 'path' && definition.scope.parameter === name) {
      if (!VARIABLE.test(value)) project = value;
    } else if (!VARIABLE.test(value)) {
      values[name] = value;
    }
  }
  return { path: operation.path, values, ...(project !== undefined && { project }) };
}

function headersOf(
  { headers }: HttpFileRequest,
  definition: ServiceDefinition,
  notes: string[],
): { headers: KeptRow[]; project?: string } {
  const { scope } = definition;
  const scopeHeaders = scope.by === 'header' ? [scope.header, scope.slugHeader].map((name) => name?.toLowerCase()) : [];
  const keyHeaders = keyHeadersOf(definition);
  const kept: KeptRow[] = [];
  let project: string | undefined;
  for (const { name, value } of headers) {
    const lower = name.toLowerCase();
    if (lower === 'cookie') notes.push(`The header ${name} was left out: Bearings sends no cookies.`);
    if (OWN_HEADERS.has(lower) || isDefault(lower, value)) continue;
    if (scopeHeaders.includes(lower)) {
      if (!VARIABLE.test(value) && value !== '') project = value;
    } else if (keyHeaders.has(lower)) {
      // With a variable in it the file has no key, and there is nothing to tell.
      if (!VARIABLE.test(value))
        notes.push(`The header ${name} was left out: Bearings adds the key of the connection.`);
    } else if (isSecretName(name) && !VARIABLE.test(value)) {
      notes.push(`The header ${name} was left out: it holds a secret. Type it again if it is needed.`);
    } else {
      kept.push({ name, value });
    }
  }
  return { headers: kept, ...(project !== undefined && { project }) };
}

/** Sent without being asked for. */
function isDefault(name: string, value: string): boolean {
  return (name === 'accept' || name === 'content-type') && value.toLowerCase() === 'application/json';
}

function keyHeadersOf({ auth }: ServiceDefinition): Set<string> {
  return new Set(['authorization', ...secretHeaders(auth).map((name) => name.toLowerCase())]);
}

function queryOf(query: string): KeptRow[] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name: decoded(name.replaceAll('+', ' ')), value: decoded(value.join('=').replaceAll('+', ' ')) };
    });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
