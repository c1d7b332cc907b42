/** Whether what came has the shape that the service gives its data, or a refusal stands in its place. */
import { perhapsErrorInside } from '../client/envelope.ts';
import type { Exchange } from '../client/exchange.ts';
import { listAt, parseJson, valueAt } from '../client/json.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { Operation } from '../services/operationSchema.ts';
import { pathMatches } from '../services/operations.ts';
import { type AnswerText, readAnswer } from './answerText.ts';
import { type Topic, namesCause } from './topicTable.ts';

/** The request is the exchange of the key for a token. */
export function isTokenExchange(method: string, path: string | undefined, { auth }: ServiceDefinition): boolean {
  return auth.type === 'exchange' && path === auth.path && method === auth.method;
}

/**
 * The exchange of the key for a token, as `POST /tokens`, where that is what was answered: then the operation that it
 * was made for was never sent.
 */
export function exchangeAnswered({ request }: Exchange, { auth }: ServiceDefinition): string | undefined {
  if (auth.type !== 'exchange' || request.method !== auth.method || !URL.canParse(request.url)) return undefined;
  return new URL(request.url).pathname.endsWith(auth.path) ? `${auth.method} ${auth.path}` : undefined;
}

/**
 * The same with an error inside, where what came says why there is no data: in another shape than the operation's, or,
 * where no operation is known, in that of a refusal.
 */
export function withRefusalInside(
  exchange: Exchange,
  isForeign: boolean,
  operation: Operation | undefined,
  definition: ServiceDefinition,
): Exchange {
  const { response } = exchange;
  if (!response || response.errorInside || response.status < 200 || response.status >= 300) return exchange;
  const inside = isForeign
    ? {}
    : operation || response.truncated
      ? undefined
      : perhapsErrorInside(response.bodyText, definition);
  if (!inside) return exchange;
  const refused = { ...response, errorInside: inside };
  const { body, says } = readAnswer(refused, definition);
  const isSaid = namesCause(says) || TELLING.some((topic) => says.has(topic)) || (!isForeign && says.has('denied'));
  return body === 'json' && isSaid ? { ...exchange, response: refused } : exchange;
}

/** What tells of a refusal beside its causes. */
const TELLING: readonly Topic[] = ['maintenance', 'fault', 'asked'];

/** Whether a documented read was answered with success, yet with no data of the shape that its service gives. */
export function hasForeignShape(
  exchange: Exchange,
  operation: Operation | undefined,
  path: string | undefined,
  { body, json }: AnswerText,
  definition: ServiceDefinition,
): boolean {
  if (!operation || path === undefined || exchange.response?.status !== 200 || exchange.response.truncated)
    return false;
  if (exchange.response.errorInside) return false;
  if (body === 'html') return true;
  const { auth } = definition;
  if (auth.type === 'exchange' && isTokenExchange(operation.method, path, definition)) {
    return typeof valueAt(json, auth.token) !== 'string';
  }
  if (operation.method !== 'GET') return false;
  const type = exchange.response.headers['content-type'] ?? '';
  const items = itemsOf([path, operation.path], definition);
  const isShapeKnown = items !== undefined || pathMatches(path, [definition.keyCheck.path]);
  if (body === 'text') return isShapeKnown && (type === '' || /^text\/plain|xml/iu.test(type)) && !isLines(exchange);
  if (items !== undefined) return listAt(json, items) === undefined;
  return pathMatches(path, [definition.keyCheck.path]) && !isOfKeyCheck(json, definition);
}

/**
 * What the key check tells of the key, as an object, is in some of the documented fields; where a service marks each
 * success, the mark is one of them. Any field may be absent of a service that marks none.
 */
function isOfKeyCheck(json: unknown, { keyCheck: { tells }, errors }: ServiceDefinition): boolean {
  if (!tells) return true;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const { successFlag } = errors;
  if (successFlag === undefined) return true;
  return [successFlag, tells.kind?.field, tells.project, tells.organization, tells.expiresAt].some(
    (field) => field !== undefined && valueAt(json, field) !== undefined,
  );
}

/** One value of JSON on each line, as exports have. */
function isLines({ response }: Exchange): boolean {
  const lines = (response?.bodyText ?? '').split(/\r?\n/u, 3).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every((line) => /^\s*[[{]/u.test(line) && parseJson(line) !== undefined);
}

/** Where the entries stand in the answer to a list operation; undefined for a path that is none. */
function itemsOf(
  paths: readonly string[],
  { projects, collections, items }: ServiceDefinition,
): string | readonly string[] | undefined {
  const lists = (list: string) => paths.some((path) => pathMatches(path, [list]));
  if (lists(projects.path)) return projects.items;
  const collection = collections.find((candidate) => lists(candidate.path));
  return collection && (collection.items ?? items);
}
