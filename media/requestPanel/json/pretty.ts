import type { JsonDocument } from './document.ts';

/** What lies deeper is written as it was sent: its indentation would be longer than what it holds. */
const deepest = 40;

/** JSON with a line for each value, every token as it was sent. What follows a fault stays as it is. */
export function prettyJson(document: JsonDocument): string {
  const { text, count } = document;
  const parts: string[] = [];
  /** The containers that are open at a node, each with the node after it. */
  const opened: number[] = [];
  const indent = (depth: number): string => '\n' + '  '.repeat(depth);
  let node = 0;
  while (node < count || opened.length > 0) {
    const container = opened.at(-1);
    if (container !== undefined && node >= document.after(container)) {
      opened.pop();
      if (document.isClosed(container)) {
        parts.push(indent(opened.length), document.isObject(container) ? '}' : ']');
      }
      continue;
    }
    if (container !== undefined) parts.push(document.place(node) > 0 ? ',' : '', indent(opened.length));
    const start = document.keyStart(node);
    if (start >= 0) parts.push(text.slice(start, document.keyEnd(node)), ': ');
    if (
      document.isContainer(node) &&
      (document.size(node) > 0 || !document.isClosed(node)) &&
      opened.length < deepest
    ) {
      parts.push(document.isObject(node) ? '{' : '[');
      opened.push(node);
      node += 1;
    } else {
      parts.push(document.raw(node));
      node = document.after(node);
    }
  }
  return parts.join('') + document.rest;
}
