import type { JsonDocument } from '../json/document.ts';

/** More matches than this are not counted. */
export const MOST_MATCHES = 5000;

/** What looks for a text as it was typed, in letters of either case; undefined for nothing to look for. */
export function patternOf(query: string): RegExp | undefined {
  return query === '' ? undefined : new RegExp(query.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
}

/** The nodes whose key or scalar value holds `query`, in the order of the text. */
export function findNodes(document: JsonDocument, query: string, within = 0): readonly number[] {
  const pattern = patternOf(query);
  if (pattern === undefined || document.count === 0) return [];
  const found: number[] = [];
  const has = (text: string): boolean => text.search(pattern) >= 0;
  const end = document.after(within);
  for (let node = within; node < end && found.length < MOST_MATCHES; node += 1) {
    const key = document.key(node);
    if ((key !== undefined && has(key)) || (!document.isContainer(node) && has(document.value(node)))) found.push(node);
  }
  return found;
}

/** Where `query` stands in a text: the places of the first characters. */
export function findInText(text: string, query: string): readonly number[] {
  const pattern = patternOf(query);
  const found: number[] = [];
  if (pattern === undefined) return found;
  for (const { index } of text.matchAll(pattern)) {
    found.push(index);
    if (found.length === MOST_MATCHES) break;
  }
  return found;
}

/** What a view of the body can be searched with. */
export interface Searchable {
  /** Looks for a text; an empty one ends the search. Returns how many matches there are. */
  find(query: string): number;
  /** Brings a match into view. */
  showMatch(place: number): void;
}
