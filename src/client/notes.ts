import { type Exchange, succeeded } from './exchange.ts';
import { parseJson, valueAt } from './json.ts';
import type { RequestSpec } from './prepare.ts';
import { takesProject } from './scope.ts';

/** Hints about the scope of an answer that succeeded and may yet mislead. */
export function scopeNotes(exchange: Exchange, { connection, definition, path }: RequestSpec): string[] {
  if (!succeeded(exchange) || exchange.scope.by !== 'none' || connection.keyKind === 'one-project') return [];
  if (!takesProject(definition.scope, path)) return [];
  const items = valueAt(parseJson(exchange.response?.bodyText ?? ''), definition.items);
  if (!Array.isArray(items) || items.length > 0) return [];
  return [`The list is empty, and the request named no ${definition.projectTerm.one}. Choose one to see its entries.`];
}
