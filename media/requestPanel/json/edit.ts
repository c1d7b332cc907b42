import type { JsonDocument } from './document.ts';
import { scanJson } from './scan.ts';

/** How to get to a value: names of members and places in lists. */
export type Steps = readonly (string | number)[];

/** The node at the end of `steps`; the last one where a key stands twice, as every reader of JSON takes it. */
export function nodeAt(document: JsonDocument, steps: Steps): number | undefined {
  let node: number | undefined = document.count === 0 ? undefined : 0;
  for (const step of steps) {
    if (node === undefined) return undefined;
    node = childAt(document, node, step);
  }
  return node;
}

/**
 * Writes a value into a JSON text and leaves every other character as it is. Objects that are missing on the way are
 * made; what stands there and is none is replaced.
 * @param text an object, or nothing at all
 * @param raw the value as JSON
 */
export function setValue(text: string, steps: Steps, raw: string): string {
  const whole = text.trim() === '' ? '{}' : text;
  const document = scanJson(whole);
  let node = 0;
  for (const [index, step] of steps.entries()) {
    const child = childAt(document, node, step);
    const inner = wrapped(steps.slice(index + 1), raw);
    if (child === undefined) return insert(document, node, step, inner);
    const isLast = index === steps.length - 1;
    if (isLast || !document.isContainer(child)) {
      return splice(whole, document.start(child), document.end(child), inner);
    }
    node = child;
  }
  return raw;
}

/** Takes a value out of a JSON text, and with it each object around it that holds nothing else. */
export function removeValue(text: string, steps: Steps): string {
  const document = scanJson(text);
  let node = nodeAt(document, steps);
  if (node === undefined || document.parent(node) < 0) return text;
  for (
    let parent = document.parent(node);
    parent > 0 && document.isObject(parent) && document.size(parent) === 1;
    parent = document.parent(node)
  ) {
    node = parent;
  }
  const parent = document.parent(node);
  const siblings = [...document.children(parent)];
  const at = siblings.indexOf(node);
  const next = siblings[at + 1];
  const before = siblings[at - 1];
  if (next !== undefined) return splice(text, memberStart(document, node), memberStart(document, next), '');
  if (before !== undefined) return splice(text, document.end(before), document.end(node), '');
  return splice(text, document.start(parent) + 1, document.end(parent) - 1, '');
}

function childAt(document: JsonDocument, node: number, step: string | number): number | undefined {
  if (typeof step === 'string') return document.members(node, step).at(-1);
  return document.isContainer(node) ? document.children(node, step, 1).next().value : undefined;
}

function wrapped(steps: Steps, raw: string): string {
  return steps.reduceRight<string>((inner, step) => `{ ${JSON.stringify(String(step))}: ${inner} }`, raw);
}

function insert(document: JsonDocument, node: number, step: string | number, raw: string): string {
  const { text } = document;
  const member = document.isObject(node) ? `${JSON.stringify(String(step))}: ${raw}` : raw;
  const last = [...document.children(node)].at(-1);
  if (last === undefined) {
    const indent = '  '.repeat(document.depth(node));
    const inner = document.isObject(node) ? `\n${indent}  ${member}\n${indent}` : member;
    return splice(text, document.start(node) + 1, document.end(node) - 1, inner);
  }
  // The new one stands as the last one does: on a line of its own, or beside it.
  const lead = /\n[ \t]*$/.exec(text.slice(document.start(node) + 1, memberStart(document, last)))?.[0] ?? ' ';
  return splice(text, document.end(last), document.end(last), `,${lead}${member}`);
}

function memberStart(document: JsonDocument, node: number): number {
  const start = document.keyStart(node);
  return start < 0 ? document.start(node) : start;
}

function splice(text: string, start: number, end: number, inner: string): string {
  return text.slice(0, start) + inner + text.slice(end);
}
