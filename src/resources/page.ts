import type { RequestDraft } from '../client/draft.ts';
import { type Exchange, succeeded } from '../client/exchange.ts';
import { asText, listAt, parseJson, valueAt } from '../client/json.ts';
import type { Pages } from '../services/definition.ts';

/** One page of a list as it came back. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Gives the next page when asked for with it; undefined at the end. */
  readonly next?: string;
  readonly exchange: Exchange;
  /** The answer was a refusal, or no list. */
  readonly refused: boolean;
}

/** How a list is asked for: where its entries stand, how it is paged, how many entries a page is to have. */
export interface ListQuery {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly items: string | readonly string[];
  readonly pages: Pages;
  readonly size: 'page' | 'maximum';
}

/**
 * The request of one page.
 * @param cursor what the page before gave as `next`; undefined for the first page.
 */
export function pageRequest(
  list: ListQuery,
  cursor: string | undefined,
): Pick<RequestDraft, 'method' | 'path' | 'query' | 'body'> {
  const values = pageValues(list, cursor);
  const request = { method: list.method, path: list.path };
  if (list.method === 'POST') return { ...request, body: JSON.stringify(values) };
  // A map, because the names may be the service's own: `constructor` is a name like any other.
  const query = new Map<string, string[]>();
  for (const [name, value] of values instanceof URLSearchParams ? values : Object.entries(values)) {
    const texts = query.get(name) ?? [];
    texts.push(asText(value) ?? '');
    query.set(name, texts);
  }
  return { ...request, query: Object.fromEntries(query) };
}

function pageValues({ pages, size }: ListQuery, cursor: string | undefined): URLSearchParams | Record<string, unknown> {
  if (pages.type === 'none') return {};
  if (pages.type === 'links' && cursor !== undefined) return new URLSearchParams(cursor);
  const asked = size === 'page' ? pages.size : pages.maximumSize;
  const first = { [pages.sizeParameter]: asked };
  if (cursor === undefined || pages.type === 'links') return first;
  return pages.type === 'cursor'
    ? { ...first, [pages.parameter]: parseJson(cursor) }
    : { ...first, [pages.offsetParameter]: Number(cursor) };
}

/**
 * Reads a page from an exchange. Entries of any shape are kept as they are.
 * @param cursor what the page was asked for with.
 */
export function readPage(list: ListQuery, exchange: Exchange, cursor: string | undefined): Page<unknown> {
  const body = parseJson(exchange.response?.bodyText ?? '');
  const items = listAt(body, list.items);
  if (!succeeded(exchange) || !items) return { items: [], exchange, refused: true };
  const next = nextCursor(list, body, items.length, exchange, cursor);
  // A service that names the same page again would be asked for it for ever.
  return { items, exchange, refused: false, ...(next !== undefined && next !== cursor && { next }) };
}

function nextCursor(
  { pages, size }: ListQuery,
  body: unknown,
  count: number,
  exchange: Exchange,
  cursor: string | undefined,
): string | undefined {
  switch (pages.type) {
    case 'links':
      return nextOfLink(valueAt(body, pages.next), pages.sizeParameter, exchange);
    case 'cursor': {
      const next = valueAt(body, pages.next);
      return next === undefined || next === null || next === '' ? undefined : JSON.stringify(next);
    }
    case 'offset':
      return count < (size === 'page' ? pages.size : pages.maximumSize)
        ? undefined
        : String(Number(cursor ?? 0) + count);
    case 'none':
      return undefined;
  }
}

/**
 * Of a link to the next page only the query is used: the path is the list's own, so that a link cannot lead the key to
 * another place.
 */
function nextOfLink(link: unknown, sizeParameter: string, exchange: Exchange): string | undefined {
  if (typeof link !== 'string' || !URL.canParse(link, exchange.request.url)) return undefined;
  const next = new URL(link, exchange.request.url).searchParams;
  const asked = new URL(exchange.request.url).searchParams;
  // Some services leave the page size out of their links; a page of another size would repeat or skip entries.
  const size = asked.get(sizeParameter);
  if (size !== null && !next.has(sizeParameter)) next.set(sizeParameter, size);
  return next.toString() === asked.toString() ? undefined : next.toString();
}
