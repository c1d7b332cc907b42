import { singleLine } from '../base/text.ts';
import { retryAfterMs, serverTime } from '../client/rateHeaders.ts';
import { type Exchange, type Failure, type ScopeStamp, succeeded } from '../client/exchange.ts';
import type { SentCredential } from '../client/sentCredential.ts';
import { needsProject } from '../client/scope.ts';
import type { Connection, Project } from '../connections/connection.ts';
import type { KeyKind, ServiceDefinition } from '../services/definition.ts';
import type { Operation } from '../services/operationSchema.ts';
import { findOperation, isRead, operationKey } from '../services/operations.ts';
import { entryNames, withAccount, withoutEntries } from './entriesOfPath.ts';
import { exchangeAnswered, hasForeignShape, isTokenExchange, withRefusalInside } from './answerShape.ts';
import { type AnswerText, type NamedCause, hideKeys, readAnswer } from './answerText.ts';
import { type Answerer, whoAnswered } from './answerer.ts';
import type { NetworkSettings } from './networkSettings.ts';
import { type NamedProject, namedProjects } from './namedProjects.ts';
import type { Topic } from './topicTable.ts';
import { fold } from './wordPatterns.ts';
import { type Probe, probed } from './probeResult.ts';
import type { Judgement, Observation } from './history.ts';
import { foreignOrigin } from './hops.ts';
import { tellings } from './tellings.ts';

/** Everything known of one answer. Rules read nothing else, so a diagnosis can be had again from the same facts. */
export interface Facts {
  readonly definition: ServiceDefinition;
  /** Undefined for an answer that was pasted. */
  readonly connection: Connection | undefined;
  readonly keyKind: KeyKind;
  /** The name of another service whose key the stored one is by its own text. */
  readonly keyServiceName: string | undefined;
  readonly boundProject: Project | undefined;
  /** The projects that this key was seen to reach; undefined when they were never listed. */
  readonly knownProjects: readonly Project[] | undefined;
  readonly selected: Project | undefined;
  readonly operation: Operation | undefined;
  readonly reads: boolean;
  /** `GET /uptime/monitors`; the method and path where no operation is known, `this request` where no path is. */
  readonly request: string;
  readonly takesProject: boolean;
  /** A path that no definition describes; of an answer that was pasted without its request, that is not known. */
  readonly isUndocumented: boolean;
  /** The path is the operation's but for a slash at its end. */
  readonly hasOtherSlash: boolean;
  /** The answer is that of the exchange of the key for a token; the request itself was not sent. */
  readonly isTokenExchange: boolean;
  readonly scope: ScopeStamp;
  /** The selected project that did not go, because another was typed by hand. */
  readonly against: string | undefined;
  /** The request itself is known, not pasted: what it named and what it left out are facts. */
  readonly isRequestKnown: boolean;
  /** The scope headers that were sent, names as the definition writes them. */
  readonly scopeHeaders: readonly string[];
  /** Every place in which the request named a project: headers, path, query. */
  readonly namedProjects: readonly NamedProject[];
  /** What is known of the key or token that went out; nothing of its text. */
  readonly credential: SentCredential | undefined;
  readonly failure: Failure | undefined;
  /** The status, or the one that an error inside a successful answer stands for. */
  readonly status: number | undefined;
  readonly errorInside: boolean;
  readonly succeeded: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AnswerText['body'];
  /** The beginning of a web page or plain text that came in place of data; empty otherwise. */
  readonly pageText: string;
  /** The service's own words, as one line; empty where it gave none. */
  readonly message: string;
  /** They stand where the service's refusals have them. */
  readonly isOwnMessage: boolean;
  readonly named: NamedCause | undefined;
  /** What the service's words speak of, in whatever language. */
  readonly says: ReadonlySet<Topic>;
  /** What answered in place of the service, where something shows that. */
  readonly answerer: Answerer | undefined;
  readonly challenges: AnswerText['challenges'];
  /** The fields of a rejected body, each with the service's words. */
  readonly rejectedFields: AnswerText['rejectedFields'];
  /** A success in a shape that the documented operation never answers with. */
  readonly hasForeignShape: boolean;
  readonly retryAfterMs: number | undefined;
  /** The origin that answered after redirects, where it is not the connection's. */
  readonly foreignOrigin: string | undefined;
  /** What this key did before, newest first, without this exchange. */
  readonly history: readonly Observation[];
  /** When the key ends, as the service told before, in milliseconds since 1970. */
  readonly keyEndsAtMs: number | undefined;
  /** This machine's time when the request went out, in milliseconds since 1970. */
  readonly startedAtMs: number;
  /** How far this machine's clock is ahead of the answer's Date header; undefined where either is not known. */
  readonly clockAheadMs: number | undefined;
  /** What VS Code's settings say of the way to the network. */
  readonly network: NetworkSettings | undefined;
  /** Other stored keys of the same service. */
  readonly otherKeys: number;
  /** What was sent since only to find the cause. */
  readonly probes: readonly Probe[];
  /** Below the base URL; undefined for an answer that was pasted without its request. */
  readonly path: string | undefined;
  readonly exchangeId: string;
}

export interface Surroundings {
  readonly definition: ServiceDefinition;
  readonly connection: Connection | undefined;
  /** The name of the service that the connection's `keyService` is the id of. */
  readonly keyServiceName?: string | undefined;
  readonly boundProject?: Project | undefined;
  readonly knownProjects?: readonly Project[] | undefined;
  readonly selected?: Project | undefined;
  readonly history?: readonly Observation[];
  readonly probes?: readonly Probe[];
  readonly network?: NetworkSettings | undefined;
  readonly otherKeys?: number;
}

/** Collects the facts of an exchange. Pure: the same exchange and surroundings give the same facts. */
export function collectFacts(received: Exchange, surroundings: Surroundings): Facts {
  const { definition, connection } = surroundings;
  // What was asked is what went out first, wherever redirects led from there.
  const asked = received.hops[0]?.url ?? received.request.url;
  const path = pathBelow(connection?.baseUrl ?? definition.regions[0]?.baseUrl ?? '', asked);
  const operation = path === undefined ? undefined : findOperation(definition, received.request.method, path);
  const isUndocumented = path !== undefined && operation === undefined;
  const isForeign = hasForeignShape(received, operation, path, readAnswer(received.response, definition), definition);
  const exchange = withRefusalInside(received, isForeign, operation, definition);
  const reads = isRead(operation ?? { method: exchange.request.method as Operation['method'] });
  const answer = readAnswer(exchange.response, definition, !reads);
  const status = statusOf(exchange, answer);
  const isOfEntry = isUndocumented || entryNames(operation, definition).length > 0;
  const isExchange = isTokenExchange(exchange.request.method, path, definition);
  const headers = readableHeaders(exchange, definition);
  const startedAtMs = Date.parse(exchange.startedAt);
  const isRequestKnown = connection !== undefined;
  // What is known of the stored key says nothing of one that was typed in its place.
  const isOfStoredKey = exchange.credential?.by !== 'hand';
  const history = isOfStoredKey ? (surroundings.history ?? []) : [];
  const servedAtMs = Date.parse(headers['date'] ?? '');
  return {
    definition,
    connection,
    keyKind: (isOfStoredKey ? connection?.keyKind : undefined) ?? 'unknown',
    keyServiceName: isOfStoredKey ? surroundings.keyServiceName : undefined,
    boundProject: isOfStoredKey ? surroundings.boundProject : undefined,
    knownProjects: isOfStoredKey ? surroundings.knownProjects : undefined,
    selected: surroundings.selected,
    operation,
    reads,
    request: operation
      ? operationKey(operation)
      : path === undefined
        ? 'this request'
        : `${exchange.request.method} ${hideKeys(singleLine(path, 80), definition)}`,
    // Of an answer that was pasted without its request, anything may be.
    takesProject: path === undefined || needsProject(definition.scope, path, operation),
    isUndocumented,
    hasOtherSlash: operation !== undefined && operation.path.endsWith('/') !== path?.endsWith('/'),
    isTokenExchange: isExchange,
    scope: exchange.scope,
    against: exchange.against,
    isRequestKnown,
    scopeHeaders: scopeHeaders(exchange, definition),
    namedProjects: isRequestKnown ? namedProjects(exchange, definition) : [],
    credential: exchange.credential,
    failure: exchange.failure,
    status,
    errorInside: exchange.response?.errorInside !== undefined && exchange.response.status < 400,
    succeeded: succeeded(exchange),
    headers,
    body: answer.body,
    pageText: answer.page,
    message: answer.message,
    isOwnMessage: answer.isOwnMessage,
    named: answer.named,
    says: withoutEntries(
      notDisproved(withAccount(ofExchange(answer, isExchange), status, isOfEntry), surroundings.probes ?? []),
      status,
      path,
      definition,
    ),
    answerer:
      exchange.response &&
      whoAnswered({
        status: exchange.response.status,
        succeeded: succeeded(exchange),
        headers,
        answer,
        isUndocumented,
        path,
        redirectedTo: received.hops.length > 0 ? received.request.url : undefined,
        hasForeignShape: isForeign,
        scheme: definition.auth.type === 'bearer' ? 'bearer' : 'other',
      }),
    challenges: answer.challenges,
    rejectedFields: answer.rejectedFields,
    hasForeignShape: isForeign,
    retryAfterMs: retryAfterMs(headers['retry-after'], serverTime(headers['date'], startedAtMs)),
    foreignOrigin: foreignOrigin(exchange),
    history: history.filter(
      // Several answers come within one millisecond, so the time alone does not tell this exchange from those before.
      (seen) => seen.exchange !== exchange.id && seen.at <= exchange.startedAt,
    ),
    keyEndsAtMs: endOfKey(history),
    startedAtMs,
    clockAheadMs: isRequestKnown && !Number.isNaN(servedAtMs) ? startedAtMs - servedAtMs : undefined,
    network: surroundings.network,
    otherKeys: surroundings.otherKeys ?? 0,
    probes: surroundings.probes ?? [],
    path,
    exchangeId: exchange.id,
  };
}

/** Who is not there when a key is exchanged for a token is the one whose key it is. */
function ofExchange({ says, message }: AnswerText, isExchange: boolean): ReadonlySet<Topic> {
  const isOfCaller = isExchange && says.has('not-found') && !says.has('project') && CALLER.test(fold(message));
  return isOfCaller ? new Set<Topic>([...says, 'account-unknown']) : says;
}

const CALLER = /\b(?:users?|accounts?|principals?|identit(?:y|ies)|clients?|subjects?|callers?|members?|owners?)\b/u;

/** What words seem to say of a key is not meant where the same key was taken just now. */
function notDisproved(says: ReadonlySet<Topic>, probes: readonly Probe[]): ReadonlySet<Topic> {
  if (probed({ probes }, 'key') !== 'good') return says;
  return new Set([...says].filter((topic) => topic !== 'key-invalid' && topic !== 'key-missing'));
}

function endOfKey(history: readonly Observation[]): number | undefined {
  const time = Date.parse(history.find(({ keyEndsAt }) => keyEndsAt !== undefined)?.keyEndsAt ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** What an exchange shows of the key by itself, for the key's history. */
export function judge(received: Exchange, definition: ServiceDefinition): Judgement {
  const operation = definition.operations.find((candidate) => operationKey(candidate) === received.operation);
  const exchange = withRefusalInside(received, false, operation, definition);
  const answer = readAnswer(exchange.response, definition);
  const isFine = succeeded(exchange) && answer.body !== 'html';
  const isKeyCheck = exchange.operation === `GET ${definition.keyCheck.path}`;
  const keyEndsAt = isFine && isKeyCheck ? tellings(exchange, definition).expiresAt : undefined;
  // A check that tells of the key's end may answer with success after it, too.
  const servedAt = exchange.response?.headers['date'] ?? exchange.startedAt;
  const isOver = Date.parse(keyEndsAt ?? '') < Date.parse(servedAt);
  return {
    succeeded: isFine && !isOver && !hasForeignShape(exchange, operation, operation?.path, answer, definition),
    lacks: succeeded(exchange) ? undefined : answer.named?.permission,
    exchanged: exchangeAnswered(exchange, definition),
    keyEndsAt,
  };
}

/** An address's path below a base URL; undefined for a text that is no address. */
export function pathBelow(baseUrl: string, url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const base = URL.canParse(baseUrl) ? new URL(baseUrl).pathname.replace(/\/+$/u, '') : '';
  const { pathname } = new URL(url);
  return (pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname) || '/';
}

/** The answer's headers, each as one line without anything that looks like a key. */
function readableHeaders({ response }: Exchange, definition: ServiceDefinition): Record<string, string> {
  const entries = Object.entries(response?.headers ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, hideKeys(singleLine(value, 500), definition)]));
}

/** The scope headers that a request carried, by hand or by its selection. */
function scopeHeaders({ request }: Exchange, { scope }: ServiceDefinition): string[] {
  if (scope.by !== 'header') return [];
  const sent = Object.keys(request.headers).map((name) => name.toLowerCase());
  return [scope.header, scope.slugHeader ?? ''].filter((name) => sent.includes(name.toLowerCase()));
}

/** The status, or the one that an error inside a success stands for: its own, or the usual one for what it says. */
function statusOf({ response }: Exchange, { says, message }: AnswerText): number | undefined {
  if (!response?.errorInside) return response?.status;
  if (response.errorInside.status !== undefined) return response.errorInside.status;
  if (response.status >= 400) return response.status;
  const has = (...topics: readonly Topic[]) => topics.some((topic) => says.has(topic));
  if (has('key-invalid', 'key-expired', 'key-missing', 'key-malformed', 'token-expired', 'asked')) return 401;
  if (has('key-wrong-kind', 'region-mismatch', 'clock-skew')) return 401;
  if (/\bun-?authori[sz]ed\b|unauthenticated/iu.test(message)) return 401;
  if (has('project-missing', 'project-conflict', 'content')) return 400;
  if (has('permission', 'read-only', 'role-insufficient', 'needs-broader-key', 'project-outside-key', 'denied'))
    return 403;
  if (has('project-unknown', 'not-found')) return 404;
  if (has('fault')) return 500;
  return response.status;
}
