import { kinds, type JsonDocument } from '../json/document.ts';

/** Records that are looked at for their fields. */
const SAMPLE = 200;
/** Columns that are shown until others are chosen. */
const FIRST_COLUMNS = 6;

/** A list of like objects in a body, which a table can show. */
export interface Records {
  /** The list. */
  readonly list: number;
  /** The fields of the records, in the order in which they come. */
  readonly columns: readonly string[];
  /** The columns to show until others are chosen: what a person reads first. */
  readonly first: readonly string[];
}

/** The list of objects that a body is, or that stands under its one list field; undefined where there is none. */
export function recordsOf(document: JsonDocument): Records | undefined {
  if (document.count === 0) return undefined;
  const lists = isRecords(document, 0) ? [0] : listsUnder(document, 0);
  const [list] = lists;
  if (list === undefined || lists.length > 1) return undefined;
  const columns = new Map<string, boolean>();
  for (const record of document.children(list, 0, SAMPLE)) {
    for (const field of document.children(record)) {
      const key = document.key(field) ?? '';
      // A column is of scalars until an object or a list is found in it.
      columns.set(key, (columns.get(key) ?? true) && !document.isContainer(field));
    }
  }
  const names = [...columns.keys()];
  const scalars = names.filter((name) => columns.get(name));
  return { list, columns: names, first: (scalars.length > 0 ? scalars : names).slice(0, FIRST_COLUMNS) };
}

/** The lists of objects among the members of an object, or one level further down where there are none. */
function listsUnder(document: JsonDocument, node: number): readonly number[] {
  if (!document.isObject(node)) return [];
  const members = [...document.children(node, 0, 50)];
  const direct = members.filter((member) => isRecords(document, member));
  if (direct.length > 0 || node !== 0) return direct;
  return members.flatMap((member) => listsUnder(document, member));
}

function isRecords(document: JsonDocument, node: number): boolean {
  if (document.kind(node) !== kinds.array || document.size(node) === 0) return false;
  for (const child of document.children(node, 0, SAMPLE)) {
    if (!document.isObject(child) || document.size(child) === 0) return false;
  }
  return true;
}
