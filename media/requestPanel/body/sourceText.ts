import { LitElement, type PropertyValues } from 'lit';
import { t } from '../text.ts';
import { findInText, type Searchable } from './find.ts';
import { highlight } from './highlight.ts';
import { appendVisible } from './readable.ts';

/** Characters of one piece of the text. The browser lays only those pieces out that are in view. */
const PIECE = 4000;
const LINES_OF_PIECE = 100;
const MOST_RANGES = 2000;

/** Text of any length, in one line or in many, in pieces that cost nothing until they are scrolled to. */
export class SourceText extends LitElement implements Searchable {
  static override properties = { text: { attribute: false } };
  declare text: string;
  private length = 0;
  private found: readonly number[] = [];
  private nodes: readonly { readonly start: number; readonly node: Text }[] = [];

  override createRenderRoot(): this {
    return this;
  }

  override updated(changed: PropertyValues): void {
    if (!changed.has('text')) return;
    const code = document.createElement('pre');
    code.className = 'code source';
    code.tabIndex = 0;
    code.role = 'group';
    code.ariaLabel = t('Text of the body');
    for (const piece of piecesOf(this.text)) {
      const element = document.createElement('div');
      appendVisible(element, piece);
      code.append(element);
    }
    code.addEventListener('copy', onCopy);
    this.nodes = [];
    this.replaceChildren(code);
  }

  find(query: string): number {
    this.found = findInText(this.text, query);
    this.length = query.length;
    if (query !== '') this.colour(undefined);
    return this.found.length;
  }

  showMatch(place: number): void {
    const start = this.found[place];
    if (start === undefined) return;
    const range = this.range(start);
    this.colour(place);
    // The piece must be laid out before the place of the match in it is known.
    range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    const { top, bottom } = range.getBoundingClientRect();
    if (top < innerHeight * 0.15 || bottom > innerHeight) scrollBy(0, top - innerHeight / 3);
  }

  private colour(place: number | undefined): void {
    const first = Math.max(0, (place ?? 0) - MOST_RANGES / 2);
    const start = place === undefined ? undefined : this.found[place];
    highlight(
      this.found.slice(first, first + MOST_RANGES).map((at) => this.range(at)),
      start === undefined ? undefined : this.range(start),
    );
  }

  private range(start: number): Range {
    const range = document.createRange();
    range.setStart(...this.positionOf(start));
    range.setEnd(...this.positionOf(start + this.length));
    return range;
  }

  /** The text node that holds a character, and its place in there. */
  private positionOf(character: number): [node: Text, place: number] {
    if (this.nodes.length === 0) this.nodes = textNodes(this);
    let low = 0;
    let high = this.nodes.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.nodes[middle]?.start ?? 0) <= character) low = middle;
      else high = middle - 1;
    }
    const { node, start } = this.nodes[low] ?? { node: new Text(), start: 0 };
    return [node, Math.min(character - start, node.length)];
  }
}

/** The text in pieces that end with a line where they can. Together they are the text. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length) {
    let to = from;
    for (let lines = 0; lines < LINES_OF_PIECE && to - from < PIECE; lines += 1) {
      const end = text.indexOf('\n', to);
      to = end < 0 ? text.length : end + 1;
    }
    if (to - from > PIECE) {
      const lastLine = text.lastIndexOf('\n', from + PIECE - 1) + 1;
      to = lastLine > from ? lastLine : from + PIECE;
      // Not between the halves of a character.
      if (/[\ud800-\udbff]/.test(text.charAt(to - 1))) to += 1;
    }
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

function textNodes(root: HTMLElement): { start: number; node: Text }[] {
  const found: { start: number; node: Text }[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let start = 0;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    found.push({ start, node });
    start += node.length;
  }
  return found;
}

/** The pieces are elements of their own, between which the browser would copy line breaks that are not in the text. */
function onCopy(event: ClipboardEvent): void {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || event.clipboardData === null) return;
  event.clipboardData.setData('text/plain', selection.getRangeAt(0).cloneContents().textContent ?? '');
  event.preventDefault();
}
