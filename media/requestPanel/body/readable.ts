import { html, type TemplateResult } from 'lit';
import { kinds, type JsonDocument } from '../json/document.ts';

/**
 * Characters that cannot be seen or that turn the order of what stands beside them, and halves of characters; a run of
 * the same one is found as a whole. The joiners inside an emoji are none of them.
 */
const odd =
  /((?![\t\n\r])[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb])\1*/gu;

interface Piece {
  readonly text: string;
  readonly isOdd: boolean;
}

/** A text with its odd characters apart. */
function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const { index, 0: character } of text.matchAll(odd)) {
    if (index > from) found.push({ text: text.slice(from, index), isOdd: false });
    found.push({ text: character, isOdd: true });
    from = index + character.length;
  }
  if (from < text.length) found.push({ text: text.slice(from), isOdd: false });
  return found;
}

/** `U+202E` for the character, which the style sheet shows in its place; `U+0000 × 30` for a run of it. */
function codeOf(run: string): string {
  const code = `U+${run.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return run.length === 1 ? code : `${code} × ${run.length}`;
}

/** A text whose odd characters are shown by their numbers and turn nothing around them. Copied, it is as it was. */
export function visible(text: string): string | readonly (string | TemplateResult)[] {
  if (text.search(odd) < 0) return text;
  return pieces(text).map(({ text: part, isOdd }) =>
    isOdd ? html`<span class="odd" data-code=${codeOf(part)}>${part}</span>` : part,
  );
}

/** Appends what `visible` gives to an element. */
export function appendVisible(parent: HTMLElement, text: string): void {
  if (text.search(odd) < 0) {
    parent.append(text);
    return;
  }
  for (const { text: part, isOdd } of pieces(text)) {
    if (!isOdd) {
      parent.append(part);
      continue;
    }
    const mark = document.createElement('span');
    mark.className = 'odd';
    mark.dataset['code'] = codeOf(part);
    mark.append(part);
    parent.append(mark);
  }
}

const instant = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)? ?(?:Z|[+-]\d\d:?\d\d)$/;
const timeName =
  /(?:_at|At|_on|[dD]ate|[tT]ime|[tT]imestamp|_ts|[eE]xpires(?:_in)?|[cC]reated|[uU]pdated|until|since)$|^(?:ts|exp|iat|nbf|date|time)$/;
const epoch = /^\d{10}(?:\d{3})?$/;
let format: Intl.DateTimeFormat | undefined;

/** A date of a node in the person's own time; undefined for what is no date, or only looks like one. */
export function readableDate(document: JsonDocument, node: number): string | undefined {
  const kind = document.kind(node);
  if (kind !== kinds.string && kind !== kinds.number) return undefined;
  const value = document.value(node);
  let milliseconds: number;
  if (kind === kinds.string) {
    if (value.length > 40 || !instant.test(value)) return undefined;
    milliseconds = Date.parse(value.replace(' ', 'T').replaceAll(' ', '').replace(',', '.'));
  } else {
    if (!epoch.test(value) || !timeName.test(document.key(node) ?? '')) return undefined;
    milliseconds = value.length === 10 ? Number(value) * 1000 : Number(value);
  }
  if (!Number.isFinite(milliseconds)) return undefined;
  format ??= new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
  return format.format(milliseconds);
}

/** A scalar in one line: a string in quotes with its line breaks as escapes, all else as it was sent. */
export function oneLine(document: JsonDocument, node: number): string {
  return document.kind(node) === kinds.string ? JSON.stringify(document.value(node)) : document.raw(node);
}

/** How a scalar is coloured: the name of its kind. */
export function kindName(document: JsonDocument, node: number): string {
  switch (document.kind(node)) {
    case kinds.string:
      return 'string';
    case kinds.number:
      return 'number';
    case kinds.boolean:
      return 'boolean';
    case kinds.null:
      return 'null';
    default:
      return 'container';
  }
}
