import { type JsonColumns, JsonDocument, kinds } from './document.ts';

const whitespace = /[ \t\n\r\uFEFF]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** A string as far as its closing quote; what its escapes mean is not asked here. */
const string = /"(?:[^"\\]|\\[^])*"/y;

/** Where a value, a key or a comma may stand. */
type Expected = 'value' | 'first element' | 'first key' | 'key' | 'comma';

/**
 * Reads JSON into a flat list of nodes that know where in the text they stand, so that every number and every duplicate
 * key stays as it was sent. It calls itself for no level, so depth costs nothing. A text that ends too soon or goes wrong
 * gives the nodes up to there and says where.
 */
export function scanJson(text: string): JsonDocument {
  const columns = new Columns(text.length);
  const opened: number[] = [];
  let open = -1;
  let expected: Expected = 'value';
  let key: readonly [number, number] | undefined;
  let at = 0;
  /** The end of the last token that is part of a node. */
  let read = 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const add = (kind: number, start: number, end: number): number => {
    const node = columns.add({ kind, start, end, parent: open, depth: opened.length, key });
    key = undefined;
    read = end < 0 ? start + 1 : end;
    return node;
  };
  const close = (): void => {
    columns.close(open, at);
    read = at;
    open = opened.pop() ?? -1;
    expected = 'comma';
  };
  /** Reads one token; false where none fits. */
  const step = (): boolean => {
    const letter = text[at];
    if (expected === 'comma') {
      if (open < 0) return false;
      const isObject = columns.isObject(open);
      at += 1;
      if (letter === ',') expected = isObject ? 'key' : 'value';
      else if (letter === (isObject ? '}' : ']')) close();
      else return false;
      return true;
    }
    if ((expected === 'first key' && letter === '}') || (expected === 'first element' && letter === ']')) {
      at += 1;
      close();
      return true;
    }
    if (expected === 'first key' || expected === 'key') {
      const start = at;
      if (match(string) === undefined) return false;
      key = [start, at];
      match(whitespace);
      if (text[at] !== ':') return false;
      at += 1;
      expected = 'value';
      return true;
    }
    const start = at;
    if (letter === '{' || letter === '[') {
      const node = add(letter === '{' ? kinds.object : kinds.array, start, -1);
      at += 1;
      opened.push(open);
      open = node;
      expected = letter === '{' ? 'first key' : 'first element';
      return true;
    }
    if (letter === '"') {
      if (match(string) === undefined) return false;
      add(kinds.string, start, at);
    } else {
      const found = match(scalar);
      if (found === undefined) return false;
      add(
        found === 'null' ? kinds.null : found === 'true' || found === 'false' ? kinds.boolean : kinds.number,
        start,
        at,
      );
    }
    expected = 'comma';
    return true;
  };

  match(whitespace);
  let good = 0;
  for (;;) {
    good = at;
    if (at >= text.length || !step()) break;
    match(whitespace);
  }
  const isWhole = good >= text.length && open < 0 && columns.count > 0;
  while (open >= 0) {
    columns.leaveOpen(open, read);
    open = opened.pop() ?? -1;
  }
  return new JsonDocument(text, columns.finish(), isWhole ? undefined : good, read);
}

/** The columns while they grow. */
class Columns {
  count = 0;
  private capacity: number;
  private columns: JsonColumns;

  constructor(characters: number) {
    this.capacity = Math.max(16, characters >> 4);
    this.columns = make(this.capacity);
  }

  add(node: {
    readonly kind: number;
    readonly start: number;
    readonly end: number;
    readonly parent: number;
    readonly depth: number;
    readonly key: readonly [number, number] | undefined;
  }): number {
    if (this.count === this.capacity) this.grow();
    const { columns, count } = this;
    const { parent } = node;
    columns.kind[count] = node.kind;
    columns.start[count] = node.start;
    columns.end[count] = node.end;
    columns.parent[count] = parent;
    columns.depth[count] = node.depth;
    columns.keyStart[count] = node.key?.[0] ?? -1;
    columns.keyEnd[count] = node.key?.[1] ?? -1;
    columns.after[count] = count + 1;
    if (parent >= 0) {
      const place = columns.size[parent] ?? 0;
      columns.place[count] = place;
      columns.size[parent] = place + 1;
    }
    this.count += 1;
    return count;
  }

  close(node: number, end: number): void {
    this.columns.end[node] = end;
    this.columns.after[node] = this.count;
  }

  leaveOpen(node: number, end: number): void {
    this.close(node, end);
    this.columns.kind[node] = (this.columns.kind[node] ?? 0) | kinds.unclosed;
  }

  isObject(node: number): boolean {
    return this.columns.kind[node] === kinds.object;
  }

  finish(): JsonColumns {
    const { columns, count } = this;
    return mapColumns((name) => columns[name].subarray(0, count));
  }

  private grow(): void {
    const { columns } = this;
    this.capacity *= 2;
    const wider = make(this.capacity);
    this.columns = mapColumns((name) => {
      wider[name].set(columns[name]);
      return wider[name];
    });
  }
}

function make(length: number): JsonColumns {
  return mapColumns(() => new Int32Array(length));
}

function mapColumns(column: (name: keyof JsonColumns) => Int32Array): JsonColumns {
  return {
    kind: column('kind'),
    start: column('start'),
    end: column('end'),
    after: column('after'),
    parent: column('parent'),
    depth: column('depth'),
    keyStart: column('keyStart'),
    keyEnd: column('keyEnd'),
    place: column('place'),
    size: column('size'),
  };
}
