import { type Exchange, succeeded } from '../client/exchange.ts';
import { parseJson, valueAt } from '../client/json.ts';
import type { RequestDraft } from '../client/draft.ts';
import type { ServiceDefinition } from '../services/definition.ts';

/** One page of a list as it came back. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Gives the next page when asked for with it; undefined at the end. */
  readonly next?: string;
  readonly exchange: Exchange;
  /** The answer was a refusal, or no list. */
  readonly refused: boolean;
}

/** Where a list's entries stand, and how many of them to ask for. */
export interface ListQuery {
  readonly path: string;
  readonly items: string;
  readonly size: 'page' | 'maximum';
}

/**
 * The query of one page.
 * @param cursor what the page before gave as `next`; undefined for the first page.
 */
export function pageQuery(
  definition: ServiceDefinition,
  list: ListQuery,
  cursor: string | undefined,
): NonNullable<RequestDraft['query']> {
  const { pages } = definition;
  if (cursor !== undefined) {
    const query: Record<string, string[]> = {};
    for (const [name, value] of new URLSearchParams(cursor)) (query[name] ??= []).push(value);
    return query;
  }
  if (pages.type === 'none') return {};
  return { [pages.sizeParameter]: String(list.size === 'page' ? pages.size : pages.maximumSize) };
}

/** Reads a page from an exchange. Entries of any shape are kept as they are. */
export function readPage(definition: ServiceDefinition, list: ListQuery, exchange: Exchange): Page<unknown> {
  const body = parseJson(exchange.response?.bodyText ?? '');
  const items = valueAt(body, list.items);
  if (!succeeded(exchange) || !Array.isArray(items)) return { items: [], exchange, refused: true };
  const next = nextCursor(definition, body, exchange);
  return { items, exchange, refused: false, ...(next !== undefined && { next }) };
}

/**
 * Of a link to the next page only the query is used: the path is the list's own, so that a link cannot lead the key to
 * another place.
 */
function nextCursor(definition: ServiceDefinition, body: unknown, exchange: Exchange): string | undefined {
  if (definition.pages.type === 'none') return undefined;
  const link = valueAt(body, definition.pages.next);
  if (typeof link !== 'string' || !URL.canParse(link, exchange.request.url)) return undefined;
  const next = new URL(link, exchange.request.url).searchParams;
  const asked = new URL(exchange.request.url).searchParams;
  // Some services leave the page size out of their links; a page of another size would repeat or skip entries.
  const { sizeParameter } = definition.pages;
  const size = asked.get(sizeParameter);
  if (size !== null && !next.has(sizeParameter)) next.set(sizeParameter, size);
  return next.toString() === asked.toString() ? undefined : next.toString();
}
