import type { JsonDocument } from '../json/document.ts';

/** How many children of one node are shown at once. */
export const PAGE = 100;
/** So many rows a body may have at first before its levels stay folded. */
const FIRST_ROWS = 60;

/** The places of the children of an open node that are shown: from `from` up to, not with, `to`. */
export interface Shown {
  readonly from: number;
  readonly to: number;
}

/** The open nodes, and which of their children are shown. The outermost value is always open. */
export type Opened = ReadonlyMap<number, Shown>;

/** A row of the tree: a node, or what shows more of the children of one. */
export interface TreeRow {
  readonly kind: 'node' | 'earlier' | 'more';
  /** The node; for `earlier` and `more` the one whose children they show. */
  readonly node: number;
  /** From 1. */
  readonly level: number;
}

export const firstPage: Shown = { from: 0, to: PAGE };

/** The rows of a tree, from top to bottom. A body that is no object and no list, or an empty one, is one row. */
export function rowsOf(document: JsonDocument, opened: Opened): readonly TreeRow[] {
  if (document.count === 0) return [];
  if (!canOpen(document, 0)) return [{ kind: 'node', node: 0, level: 1 }];
  const rows: TreeRow[] = [];
  const frames: { readonly parent: number; readonly to: number; readonly children: Iterator<number> }[] = [];
  const enter = (parent: number, { from, to }: Shown): void => {
    if (from > 0) rows.push({ kind: 'earlier', node: parent, level: frames.length + 1 });
    frames.push({ parent, to, children: document.children(parent, from, to - from) });
  };
  enter(0, opened.get(0) ?? firstPage);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { done, value: node } = frame.children.next() as IteratorResult<number, undefined>;
    if (done) {
      if (frame.to < document.size(frame.parent)) {
        rows.push({ kind: 'more', node: frame.parent, level: frames.length });
      }
      frames.pop();
      continue;
    }
    rows.push({ kind: 'node', node, level: frames.length });
    const shown = canOpen(document, node) ? opened.get(node) : undefined;
    if (shown !== undefined) enter(node, shown);
  }
  return rows;
}

/** Whether a node has anything in it to open. */
export function canOpen(document: JsonDocument, node: number): boolean {
  return document.isContainer(node) && document.size(node) > 0;
}

/** What is open at first: as many whole levels as fit. */
export function openedAtFirst(document: JsonDocument): Opened {
  const opened = new Map<number, Shown>();
  if (document.count === 0) return opened;
  opened.set(0, firstPage);
  let level = [0];
  let rows = 0;
  while (level.length > 0) {
    rows += level.reduce((sum, node) => sum + Math.min(document.size(node), PAGE), 0);
    if (rows > FIRST_ROWS) break;
    for (const node of level) opened.set(node, firstPage);
    level = level.flatMap((node) => [...document.children(node)].filter((child) => canOpen(document, child)));
  }
  return opened;
}

/** `opened` with all open that is around a node, and its place among what is shown. */
export function revealed(document: JsonDocument, opened: Opened, node: number): Opened {
  const next = new Map(opened);
  const path = [...document.ancestors(node), node];
  for (const [index, parent] of path.slice(0, -1).entries()) {
    const place = document.place(path[index + 1] ?? node);
    const shown = next.get(parent) ?? firstPage;
    const isShown = place >= shown.from && place < shown.to;
    const from = place - (place % PAGE);
    next.set(parent, isShown ? shown : { from, to: from + PAGE });
  }
  return next;
}

/** `opened` with a page more of the children of a node, before or after those that are shown. */
export function withPage(opened: Opened, node: number, kind: 'earlier' | 'more'): Opened {
  const { from, to } = opened.get(node) ?? firstPage;
  const shown = kind === 'more' ? { from, to: to + PAGE } : { from: Math.max(0, from - PAGE), to };
  return new Map(opened).set(node, shown);
}
