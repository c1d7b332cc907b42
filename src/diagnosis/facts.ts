import { singleLine } from '../base/text.ts';
import { retryAfterMs } from '../client/budget.ts';
import { type Exchange, type Failure, type ScopeStamp, succeeded } from '../client/exchange.ts';
import { asText, parseJson, valueAt } from '../client/json.ts';
import { takesProject } from '../client/scope.ts';
import type { Connection, Project } from '../connections/connection.ts';
import type { KeyKind, Operation, ServiceDefinition } from '../services/definition.ts';
import { findOperation, isRead, operationKey } from '../services/operations.ts';
import type { CauseId } from './diagnosis.ts';
import type { Observation } from './history.ts';

/** What a text of the service names. */
export interface NamedCause {
  readonly cause: CauseId;
  readonly permission?: string;
}

/** Everything known of one answer. Rules read nothing else, so a diagnosis can be had again from the same facts. */
export interface Facts {
  readonly definition: ServiceDefinition;
  /** Undefined for an answer that was pasted. */
  readonly connection: Connection | undefined;
  readonly keyKind: KeyKind;
  readonly boundProject: Project | undefined;
  /** The projects that this key was seen to reach; undefined when they were never listed. */
  readonly knownProjects: readonly Project[] | undefined;
  readonly selected: Project | undefined;
  readonly operation: Operation | undefined;
  readonly reads: boolean;
  /** `GET /uptime/monitors`, or the method and path where no operation is known. */
  readonly request: string;
  readonly takesProject: boolean;
  readonly scope: ScopeStamp;
  readonly failure: Failure | undefined;
  readonly status: number | undefined;
  readonly succeeded: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: 'json' | 'html' | 'text' | 'empty';
  /** The beginning of a web page that came in place of data; empty otherwise. */
  readonly pageText: string;
  /** The service's own words, as one line; empty where it gave none. */
  readonly message: string;
  readonly named: NamedCause | undefined;
  /** The fields of a rejected body, each with the service's words. */
  readonly rejectedFields: readonly { readonly field: string; readonly message: string }[];
  readonly retryAfterMs: number | undefined;
  /** The origin that answered after redirects, where it is not the connection's. */
  readonly foreignOrigin: string | undefined;
  /** What this key did before, newest first, without this exchange. */
  readonly history: readonly Observation[];
  readonly exchangeId: string;
}

export interface Surroundings {
  readonly definition: ServiceDefinition;
  readonly connection: Connection | undefined;
  readonly boundProject?: Project | undefined;
  readonly knownProjects?: readonly Project[] | undefined;
  readonly selected?: Project | undefined;
  readonly history?: readonly Observation[];
}

/** Collects the facts of an exchange. Pure: the same exchange and surroundings give the same facts. */
export function collectFacts(exchange: Exchange, surroundings: Surroundings): Facts {
  const { definition, connection } = surroundings;
  const path = pathBelow(connection?.baseUrl ?? definition.regions[0]?.baseUrl ?? '', exchange.request.url);
  const operation = findOperation(definition, exchange.request.method, path);
  const text = exchange.response?.bodyText ?? '';
  const json = parseJson(text);
  const headers = exchange.response?.headers ?? {};
  const message = messageOf(json, text, definition, headers);
  return {
    definition,
    connection,
    keyKind: connection?.keyKind ?? 'unknown',
    boundProject: surroundings.boundProject,
    knownProjects: surroundings.knownProjects,
    selected: surroundings.selected,
    operation,
    reads: isRead(operation ?? { method: exchange.request.method as Operation['method'] }),
    request: operation ? operationKey(operation) : `${exchange.request.method} ${singleLine(path, 80)}`,
    takesProject: takesProject(definition.scope, path),
    scope: exchange.scope,
    failure: exchange.failure,
    status: exchange.response?.status,
    succeeded: succeeded(exchange),
    headers,
    body: bodyKind(text, json, headers),
    pageText: bodyKind(text, json, headers) === 'html' ? text.slice(0, 20_000) : '',
    message,
    named: namedCause(message, exchange.response?.status, definition),
    rejectedFields: rejectedFields(json, definition),
    retryAfterMs: retryAfterMs(headers['retry-after'], Date.parse(exchange.startedAt)),
    foreignOrigin: foreignOrigin(exchange),
    history: (surroundings.history ?? []).filter(({ at }) => at < exchange.startedAt),
    exchangeId: exchange.id,
  };
}

/** The permission that a refusal names, as `uptime:write`. */
export function lackingPermission(exchange: Exchange, definition: ServiceDefinition): string | undefined {
  if (!exchange.response || succeeded(exchange)) return undefined;
  const { bodyText, headers, status } = exchange.response;
  const message = messageOf(parseJson(bodyText), bodyText, definition, headers);
  return namedCause(message, status, definition)?.permission;
}

function pathBelow(baseUrl: string, url: string): string {
  if (!URL.canParse(url)) return '/';
  const base = URL.canParse(baseUrl) ? new URL(baseUrl).pathname.replace(/\/+$/u, '') : '';
  const { pathname } = new URL(url);
  return (pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname) || '/';
}

function foreignOrigin(exchange: Exchange): string | undefined {
  const [first] = exchange.hops;
  if (!first || !URL.canParse(exchange.request.url)) return undefined;
  const { origin } = new URL(exchange.request.url);
  return origin === new URL(first.url).origin ? undefined : origin;
}

function bodyKind(text: string, json: unknown, headers: Readonly<Record<string, string>>): Facts['body'] {
  if (text.trim() === '') return 'empty';
  if (json !== undefined) return 'json';
  const isHtml =
    /html/iu.test(headers['content-type'] ?? '') || /^\s*(?:<!doctype html|<html|<head|<body)/iu.test(text);
  return isHtml ? 'html' : 'text';
}

function messageOf(
  json: unknown,
  text: string,
  definition: ServiceDefinition,
  headers: Readonly<Record<string, string>>,
): string {
  const declared = definition.errors.message.map((path) => valueAt(json, path));
  const usual = ['message', 'detail', 'error.message', 'error', 'error_description', 'title'].map((path) =>
    valueAt(json, path),
  );
  const found = [...declared, ...usual].find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof found === 'string') return singleLine(found, 300);
  if (json !== undefined) return asText(json) ?? '';
  const title = /<title[^>]*>([^<]{1,300})</iu.exec(text)?.[1];
  return bodyKind(text, json, headers) === 'html' ? singleLine(title ?? '', 120) : singleLine(text, 160);
}

function namedCause(
  message: string,
  status: number | undefined,
  definition: ServiceDefinition,
): NamedCause | undefined {
  for (const text of definition.errors.texts) {
    if (text.status && status !== undefined && !text.status.includes(status)) continue;
    const match = new RegExp(text.pattern, 'iu').exec(message);
    if (!match) continue;
    const permission = match.groups?.['permission'];
    return { cause: text.cause, ...(permission && { permission: singleLine(permission, 60) }) };
  }
  return undefined;
}

function rejectedFields(json: unknown, definition: ServiceDefinition): Facts['rejectedFields'] {
  const fields = definition.errors.fields === undefined ? undefined : valueAt(json, definition.errors.fields);
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return [];
  return Object.entries(fields as Record<string, unknown>).map(([field, value]) => {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return { field: singleLine(field, 60), message: singleLine(asText(first) ?? '', 160) };
  });
}
