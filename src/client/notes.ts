import { type Exchange, succeeded } from './exchange.ts';
import { listAt, parseJson } from './json.ts';
import type { RequestSpec } from './prepare.ts';
import { needsProject } from './scope.ts';

const LONGEST_EMPTY_LIST = 100_000;

/** Hints about the scope of an answer that succeeded and may yet mislead. */
export function scopeNotes(exchange: Exchange, { connection, definition, path, operation }: RequestSpec): string[] {
  if (!succeeded(exchange) || exchange.scope.by !== 'none' || connection.keyKind === 'one-project') return [];
  if (!needsProject(definition.scope, path, operation)) return [];
  const { bodyText = '' } = exchange.response ?? {};
  // No list that is empty is as long, and a long text takes long to be read through.
  if (bodyText.length > LONGEST_EMPTY_LIST) return [];
  const items = listAt(parseJson(bodyText), definition.items);
  if (!items || items.length > 0) return [];
  return [`The list is empty, and the request named no ${definition.projectTerm.one}. Choose one to see its entries.`];
}
