import type { Secret } from '../base/secret.ts';
import { describeCredential, type SentCredential } from '../client/sentCredential.ts';
import type { ScopeStamp } from '../client/exchange.ts';
import { asText, parseJson, valueAt } from '../client/json.ts';
import { redactor, secretsIn, typedSecret } from '../client/redact.ts';
import { type KeyTraits, keyTraits } from '../connections/keyTraits.ts';
import { readCurl } from '../formats/readCurl.ts';
import { readHttpMessage } from '../formats/readHttpMessage.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { cleanKey, recognise } from '../services/fingerprint.ts';
import { findOperation, placeholders, valueInPath } from '../services/operations.ts';
import { pathBelow } from './facts.ts';
import { secretsInHeaders } from './pastedSecrets.ts';

/** A request as it stands in a text, secrets and all. Lives for the moment of reading. */
interface WrittenRequest {
  readonly method: string;
  /** An address or a path; empty where none is told. */
  readonly target: string;
  /** Undefined of a request line or an address alone, which says nothing of the rest. */
  readonly headers: Headers | undefined;
  readonly body: string | undefined;
}

/** What a pasted request shows, with nothing in it that is secret. */
export interface PastedRequest {
  readonly method: string;
  /** Empty where the paste names no request. */
  readonly url: string;
  /** Secrets masked. */
  readonly headers: Readonly<Record<string, string>>;
  readonly scope: ScopeStamp;
  /** The headers were pasted too, so what is not among them was not sent. */
  readonly isWhole: boolean;
  /** The region whose address it is. */
  readonly region: ServiceDefinition['regions'][number] | undefined;
  /** What the text of its key or token tells; undefined where none was pasted, or one with its text taken out. */
  readonly credential: SentCredential | undefined;
  readonly traits: KeyTraits | undefined;
  /** What the beginning of the key tells, such as `organization key`. */
  readonly keySummary: string | undefined;
  /** It names no key and no place for one. */
  readonly hasNoKey: boolean;
  /** What must be masked wherever it turns up. */
  readonly secrets: readonly Secret[];
}

const REQUEST_LINE = /^\s*(?:([A-Za-z]+)\s+)?(\S+)/u;

/**
 * Reads what a pasted answer was asked with.
 * @param text a request line, an address, a request with its headers, or a curl command; empty where it is not known.
 */
export function readPastedRequest(
  text: string,
  definition: ServiceDefinition,
  services: readonly ServiceDefinition[],
): PastedRequest {
  const written = readWritten(text);
  const url = addressOf(written, definition);
  const method = written.method;
  const headers = written.headers ?? new Headers();
  const base = regionOf(url, definition)?.baseUrl ?? definition.regions[0]?.baseUrl ?? '';
  const path = pathBelow(base, url);
  const key = written.headers && sentKey(written.headers, method, path, definition);
  const secrets = [...secretsIn(headers), ...(key ? [key.secret] : []), ...secretsInHeaders(headers)];
  const { hasText = false, secret, as = 'key' } = key ?? {};
  const keyText = secret && as === 'key' ? cleanKey(secret.reveal()).key : undefined;
  const typed = hasText && secret ? describeCredential({ secret, by: 'hand', as }, definition, Date.now()) : undefined;
  // What its text tells stands for the key, unless the text cannot be one.
  const credential = typed && typed.problems.length === 0 ? { ...typed, by: 'connection' as const } : typed;
  return {
    method,
    url: redactor(secrets).everywhere(url),
    headers: redactor(secrets).headers(headers),
    scope: scopeOf(written, path, definition),
    isWhole: written.headers !== undefined,
    region: regionOf(url, definition),
    credential,
    traits: keyText === undefined ? undefined : keyTraits(keyText, definition, services),
    keySummary: keyText === undefined ? undefined : recognise(keyText, definition)?.summary,
    hasNoKey: written.headers !== undefined && key === undefined,
    secrets,
  };
}

function readWritten(text: string): WrittenRequest {
  if (/\bcurl(?:\.exe)?\s/u.test(text.slice(0, 200))) {
    const command = readCurl(text);
    if (command.ok) {
      const { method, url, headers, body } = command.value;
      return { method, target: url, headers: headersFrom(headers), body };
    }
    const address = /https?:\/\/[^\s"'<>\\]+/u.exec(text)?.[0] ?? '';
    return { method: 'GET', target: address, headers: undefined, body: undefined };
  }
  const { request } = readHttpMessage(text);
  if (request && request.headers.length > 0) {
    return { ...request, headers: headersFrom(request.headers), body: request.body || undefined };
  }
  const [, method = 'GET', target = ''] = REQUEST_LINE.exec(text) ?? [];
  return { method: method.toUpperCase(), target, headers: undefined, body: undefined };
}

/** Without those that no HTTP header can be, such as the `:authority` that some tools print among them. */
function headersFrom(entries: readonly { readonly name: string; readonly value: string }[]): Headers {
  const headers = new Headers();
  for (const { name, value } of entries) {
    try {
      headers.append(name.trim(), value);
    } catch {
      continue;
    }
  }
  return headers;
}

function addressOf({ target, headers }: WrittenRequest, { regions }: ServiceDefinition): string {
  if (target === '' || URL.canParse(target)) return target;
  const host = headers?.get('host') ?? '';
  const base = /^[\w.:-]+$/u.test(host) ? `https://${host}` : (regions[0]?.baseUrl ?? '');
  const path = target.replace(/^\/+/u, '');
  // A path is told from the base URL on by a person, and from the host on by a log.
  const { pathname } = new URL(regions[0]?.baseUrl ?? 'https://unknown.invalid');
  const own = pathname.replace(/^\/+|\/+$/gu, '');
  const isWhole = host === '' || own === '' || `${path}/`.startsWith(`${own}/`);
  return isWhole ? `${base}/${path}` : `${base}/${own}/${path}`;
}

function regionOf(url: string, { regions }: ServiceDefinition): ServiceDefinition['regions'][number] | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host } = new URL(url);
  return regions.find(({ baseUrl, alternatives = [] }) =>
    [baseUrl, ...alternatives].some((address) => new URL(address).host === host),
  );
}

/** The key or token of a request, where the service wants it. A variable or a mask in its place is no text of a key. */
function sentKey(
  headers: Headers,
  method: string,
  path: string | undefined,
  { auth }: ServiceDefinition,
): { secret: Secret; as: SentCredential['as']; hasText: boolean } | undefined {
  const isExchange = auth.type === 'exchange' && method === auth.method && path === auth.path;
  const header =
    auth.type === 'bearer'
      ? 'authorization'
      : auth.type === 'header'
        ? auth.header
        : (isExchange ? auth.key : auth.carrier).header;
  const secret = typedSecret(headers, header);
  if (!secret) return undefined;
  const hasText = !cleanKey(secret.reveal()).problems.includes('placeholder');
  return { secret, as: auth.type === 'exchange' && !isExchange ? 'token' : 'key', hasText };
}

/** The project that the request named, by the service's own mechanism. */
function scopeOf(
  { method, headers, body }: WrittenRequest,
  path: string | undefined,
  definition: ServiceDefinition,
): ScopeStamp {
  const { scope } = definition;
  switch (scope.by) {
    case 'header': {
      const name = [scope.header, scope.slugHeader].find((each) => each !== undefined && headers?.has(each));
      return name === undefined ? { by: 'none' } : { by: 'header', project: headers?.get(name) ?? '', header: name };
    }
    case 'path': {
      const operation = path === undefined ? undefined : findOperation(definition, method, path);
      const project = operation && path !== undefined ? valueInPath(operation.path, path, scope.parameter) : undefined;
      return project === undefined || placeholders(project).length > 0 ? { by: 'none' } : { by: 'path', project };
    }
    case 'token': {
      const project = asText(valueAt(parseJson(body ?? ''), scope.field));
      return project === undefined ? { by: 'none' } : { by: 'token', project };
    }
    case 'none':
      return { by: 'none' };
  }
}
