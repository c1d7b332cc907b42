import { patternOf } from './find.ts';

const ALL = 'bearings-match';
const CURRENT = 'bearings-current-match';
/** More than this are not coloured, so that a letter in a megabyte costs nothing. */
const MOST_RANGES = 2000;

/** Colours ranges of text without a change to the page's elements. */
export function highlight(ranges: readonly Range[], current?: Range): void {
  CSS.highlights.set(ALL, new Highlight(...ranges.slice(0, MOST_RANGES)));
  if (current === undefined) {
    CSS.highlights.delete(CURRENT);
    return;
  }
  const shown = new Highlight(current);
  shown.priority = 1;
  CSS.highlights.set(CURRENT, shown);
}

/** Takes all colour away. */
export function clearHighlight(): void {
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
}

/** The ranges of `query` inside the elements that `selector` finds. */
export function rangesIn(root: HTMLElement, selector: string, query: string): readonly Range[] {
  const pattern = patternOf(query);
  if (pattern === undefined) return [];
  const ranges: Range[] = [];
  for (const element of root.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const { index, 0: match } of (node.textContent ?? '').matchAll(pattern)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + match.length);
        ranges.push(range);
        if (ranges.length === MOST_RANGES) return ranges;
      }
    }
  }
  return ranges;
}
