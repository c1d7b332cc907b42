/** A column holds one number for each node; nodes stand in the order of the text, parents before their children. */
export interface JsonColumns {
  readonly kind: Int32Array;
  /** Where the value begins in the text, and the character after it. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The node after this one and all that is in it. */
  readonly after: Int32Array;
  /** -1 for the outermost value. */
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  /** Where the key begins with its quote; -1 for what is no member of an object. */
  readonly keyStart: Int32Array;
  readonly keyEnd: Int32Array;
  /** The place among the children of the parent, from 0. */
  readonly place: Int32Array;
  /** How many children there are. */
  readonly size: Int32Array;
}

/** What a node is. `unclosed` is added for an object or list that the text does not close. */
export const kinds = { object: 1, array: 2, string: 3, number: 4, boolean: 5, null: 6, unclosed: 8 } as const;

/** JSON as it was sent: a flat list of nodes over the text. A node is named by its place in the list; 0 is the outermost. */
export class JsonDocument {
  readonly text: string;
  /** Where the text stops to be JSON; undefined for a text that is JSON as a whole. */
  readonly problem: number | undefined;
  /** The text that no node stands for, which follows the last one that could be read. */
  readonly rest: string;
  private readonly columns: JsonColumns;

  constructor(text: string, columns: JsonColumns, problem: number | undefined, read: number) {
    this.text = text;
    this.columns = columns;
    this.problem = problem;
    this.rest = problem === undefined ? '' : text.slice(read);
  }

  get count(): number {
    return this.columns.kind.length;
  }

  /** One of `kinds`, without `unclosed`. */
  kind(node: number): number {
    return of(this.columns.kind, node) & 7;
  }

  isContainer(node: number): boolean {
    return this.kind(node) <= kinds.array;
  }

  isObject(node: number): boolean {
    return this.kind(node) === kinds.object;
  }

  /** Whether the text has the bracket that closes an object or list. */
  isClosed(node: number): boolean {
    return (of(this.columns.kind, node) & kinds.unclosed) === 0;
  }

  start(node: number): number {
    return of(this.columns.start, node);
  }

  end(node: number): number {
    return of(this.columns.end, node);
  }

  keyStart(node: number): number {
    return of(this.columns.keyStart, node);
  }

  keyEnd(node: number): number {
    return of(this.columns.keyEnd, node);
  }

  parent(node: number): number {
    return of(this.columns.parent, node);
  }

  depth(node: number): number {
    return of(this.columns.depth, node);
  }

  place(node: number): number {
    return of(this.columns.place, node);
  }

  size(node: number): number {
    return of(this.columns.size, node);
  }

  /** The node after this one and all that is in it; `count` after the last. */
  after(node: number): number {
    return of(this.columns.after, node);
  }

  /** The children from the place `from` on, at most `limit` of them. */
  *children(node: number, from = 0, limit = Infinity): Generator<number> {
    const last = Math.min(this.size(node), from + limit);
    let child = node + 1;
    for (let place = 0; place < last; place += 1) {
      if (place >= from) yield child;
      child = this.after(child);
    }
  }

  /** The nodes around one, from the outermost inwards. */
  ancestors(node: number): number[] {
    const found: number[] = [];
    for (let at = this.parent(node); at >= 0; at = this.parent(at)) found.push(at);
    return found.reverse();
  }

  /** The value as it stands in the text. */
  raw(node: number): string {
    return this.text.slice(this.start(node), this.end(node));
  }

  /** The key, decoded; undefined for what is no member of an object. */
  key(node: number): string | undefined {
    const start = this.keyStart(node);
    return start < 0 ? undefined : decode(this.text.slice(start, this.keyEnd(node)));
  }

  /** A scalar as a person reads it: a string without quotes and escapes, all else as sent. */
  value(node: number): string {
    const raw = this.raw(node);
    return this.kind(node) === kinds.string ? decode(raw) : raw;
  }

  /** The members of an object with a key: more than one where the key stands twice. */
  members(node: number, key: string): number[] {
    if (!this.isObject(node)) return [];
    return [...this.children(node)].filter((child) => this.key(child) === key);
  }

  /** How to get to a node: `data[3].name`; empty for the outermost value. */
  path(node: number): string {
    const steps = [...this.ancestors(node), node].map((at) => this.step(at));
    return steps.join('').replace(/^\./, '');
  }

  private step(node: number): string {
    if (this.parent(node) < 0) return '';
    const key = this.key(node);
    if (key === undefined) return `[${this.place(node)}]`;
    return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  }
}

function of(column: Int32Array, node: number): number {
  return column[node] ?? -1;
}

/** A JSON string without its quotes and escapes; one whose escapes mean nothing stays as it stands. */
function decode(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.slice(1, -1);
  }
}
