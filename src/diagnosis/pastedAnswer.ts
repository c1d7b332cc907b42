import { errorInside } from '../client/envelope.ts';
import type { Exchange } from '../client/exchange.ts';
import { redactor } from '../client/redact.ts';
import { maskParameters } from '../client/secretParameters.ts';
import { keysIn } from '../client/typedSecrets.ts';
import type { Connection } from '../connections/connection.ts';
import { InputError } from '../connections/inputError.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { findOperation, operationKey } from '../services/operations.ts';
import type { Services } from '../services/registry.ts';
import { diagnose } from './diagnose.ts';
import type { Action, Diagnosis } from './diagnosis.ts';
import { collectFacts, pathBelow } from './facts.ts';
import { withoutKeys } from './markdown.ts';
import { type PastedRequest, readPastedRequest } from './pastedRequest.ts';
import { secretsInText } from './pastedSecrets.ts';
import { diagnosis } from './rule.ts';

/** An answer that was pasted from somewhere, such as a log. */
export interface PastedAnswer {
  readonly service: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The request's first line, such as `GET /uptime/monitors`, its address, the request with its headers, or a curl command. */
  readonly request?: string;
}

/** What a pasted answer shows, with every key masked. */
export interface Explanation {
  readonly exchange: Exchange;
  readonly diagnoses: readonly Diagnosis[];
  readonly request: PastedRequest;
}

/** Stands for the connection that the paste does not tell. No action is offered on it. */
const NOBODY = '';

/**
 * Finds the causes of a pasted answer. Sends nothing and keeps nothing.
 * @param around all of the text that the answer was read from: what is named as a secret in it is masked everywhere.
 * @throws InputError for a service that is not known or a status that is none.
 */
export function explainPasted(pasted: PastedAnswer, services: Services, around = ''): Explanation {
  const definition = services.find(pasted.service);
  if (!definition) throw new InputError(`There is no service "${pasted.service}".`);
  if (!Number.isInteger(pasted.status) || pasted.status < 100 || pasted.status > 599) {
    throw new InputError('The status is a number from 100 to 599.');
  }
  const read = readPastedRequest(pasted.request ?? '', definition, services.list());
  const whole = [writtenOut(pasted), around].join('\n');
  const secrets = [...read.secrets, ...keysIn(whole, services.list()), ...secretsInText(whole)];
  const hide = redactor(secrets);
  const mask = (text: string) => withoutKeys(hide.everywhere(text), services.list());
  const url = mask(maskParameters(read.url).text);
  const request = { ...read, url, headers: mapTexts(read.headers, mask), scope: mapTexts(read.scope, mask), secrets };
  const exchange = exchangeOf(pasted, request, definition, services.list());
  const connection = request.isWhole ? connectionOf(request, definition) : undefined;
  const keyService = connection?.keyService;
  const keyServiceName = keyService === undefined ? undefined : services.find(keyService)?.name;
  const found = diagnose(collectFacts(exchange, { definition, connection, keyServiceName })).map(offeredToAnyone);
  return { exchange, request, diagnoses: withMissingKey(found, request, exchange, definition) };
}

/** As it stood in the text, as far as it was read. */
function writtenOut({ request = '', headers = {}, body = '' }: PastedAnswer): string {
  return [request, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), body].join('\n');
}

function exchangeOf(
  { status, headers: pastedHeaders = {}, body = '' }: PastedAnswer,
  request: PastedRequest,
  definition: ServiceDefinition,
  services: readonly ServiceDefinition[],
): Exchange {
  const headers = redactor([]).headers(usableHeaders(pastedHeaders));
  const path = pathBelow(definition.regions[0]?.baseUrl ?? '', request.url);
  const operation = path === undefined ? undefined : findOperation(definition, request.method, path);
  const inside = errorInside(body, definition, status < 300 ? operation : undefined);
  const served = Date.parse(headers['date'] ?? '');
  const exchange: Exchange = {
    id: 'pasted',
    connection: NOBODY,
    service: definition.id,
    ...(operation && { operation: operationKey(operation) }),
    scope: request.scope,
    request: { method: request.method, url: request.url, headers: request.headers },
    ...(request.credential && { credential: request.credential }),
    response: {
      status,
      headers,
      bodyText: body,
      sizeBytes: body.length,
      truncated: false,
      ...(inside && { errorInside: inside }),
    },
    // When it was sent is not told; of this machine's clock the paste says nothing.
    startedAt: new Date(Number.isNaN(served) ? 0 : served).toISOString(),
    durationMs: 0,
    hops: [],
    callsSpent: 0,
    notes: [],
  };
  return mapTexts(redactor(request.secrets).everywhere(exchange), (text) => withoutKeys(text, services));
}

/** As far as the request itself tells. */
function connectionOf({ traits, region, url }: PastedRequest, definition: ServiceDefinition): Connection {
  const own = definition.regions[0];
  const { pathname } = new URL(own?.baseUrl ?? 'https://unknown.invalid');
  const base = region?.baseUrl ?? (URL.canParse(url) ? new URL(url).origin + pathname.replace(/\/+$/u, '') : '');
  return {
    id: NOBODY,
    service: definition.id,
    label: '',
    baseUrl: base || (own?.baseUrl ?? ''),
    ...(region && definition.regions.length > 1 && { region: region.id }),
    keyKind: 'unknown',
    keyEnding: '',
    ...traits,
  };
}

/** A connection sends its key with each request. */
const addConnection: Action = { title: 'Add connection…', command: 'bearings.addConnection' };

/** Leaves out the actions on a connection or exchange of which the paste tells nothing. */
function offeredToAnyone(found: Diagnosis): Diagnosis {
  const isForAnyone = (argument: unknown) => {
    const { connection, exchange } = (argument ?? {}) as { connection?: unknown; exchange?: unknown };
    return connection === undefined && exchange === undefined;
  };
  const kept = found.actions.filter(({ arguments: all = [] }) => all.every(isForAnyone));
  return { ...found, actions: found.cause === 'key-missing' ? [...kept, addConnection] : kept };
}

/** A request that carries no key at all is refused for that, unless the key was taken out before it was pasted. */
function withMissingKey(
  found: readonly Diagnosis[],
  { hasNoKey }: PastedRequest,
  { response }: Exchange,
  { name }: ServiceDefinition,
): readonly Diagnosis[] {
  const isRefusal = response?.status === 401 || response?.status === 403;
  if (
    !hasNoKey ||
    !isRefusal ||
    found.some(({ cause, certainty }) => cause === 'key-missing' || certainty === 'proved')
  ) {
    return found;
  }
  const missing = diagnosis('key-missing', 'likely', {
    title: 'No key was sent.',
    explanation: `The pasted request carries no key, and ${name} refused it. If the key was taken out before pasting, look at the other causes.`,
    evidence: [`the request has no header with a key`, `${name} answered ${response.status}`],
    actions: [addConnection],
  });
  return [
    missing,
    ...found.map((each) => (each.cause === 'key-invalid' ? { ...each, certainty: 'possible' as const } : each)),
  ];
}

/** The headers without those that no HTTP header can be, such as the `:status` that some tools print among them. */
function usableHeaders(pasted: Readonly<Record<string, string>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(pasted)) {
    try {
      headers.append(name.trim(), value);
    } catch {
      continue;
    }
  }
  return headers;
}

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((entry: unknown) => mapTexts(entry, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [change(name), mapTexts(entry as unknown, change)]),
  ) as T;
}
