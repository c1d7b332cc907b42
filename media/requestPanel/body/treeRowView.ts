import { html, nothing, type TemplateResult } from 'lit';
import { kinds, type JsonDocument } from '../json/document.ts';
import { t } from '../text.ts';
import { kindName, oneLine, readableDate, visible } from './readable.ts';
import { PAGE, type Shown } from './treeRows.ts';

/** A text longer than this is cut until more of it is asked for. */
const LONG = 300;
const PREVIEW = 60;

/** The key of a member, or the place of an element. */
export function keyView(document: JsonDocument, node: number): TemplateResult | typeof nothing {
  if (document.parent(node) < 0) return nothing;
  const key = document.key(node);
  return key === undefined
    ? html`<span class="key place">${document.place(node)}</span><span class="colon">: </span>`
    : html`<span class="key">${visible(key === '' ? '""' : key)}</span><span class="colon">: </span>`;
}

/** What a node holds: a scalar as it was sent, or how much there is in an object or list, and of what kind. */
export function nodeView(document: JsonDocument, node: number, isOpen: boolean, full = LONG): TemplateResult {
  if (document.isContainer(node)) {
    return html`<span class="dim count-of">${countOf(document, node)}</span>${
        isOpen ? nothing : html` <span class="dim preview">${visible(previewOf(document, node))}</span>`
      }`;
  }
  const text = oneLine(document, node);
  const shown = text.slice(0, full);
  const date = readableDate(document, node);
  return html`<span class="value ${kindName(document, node)}">${visible(shown)}</span>${
      shown.length < text.length
        ? html`<span class="dim">…</span>
            <button type="button" class="link more-text" tabindex="-1" data-more>
              ${
                text.length - full > 50_000
                  ? t('Show more of {0} characters', text.length.toLocaleString())
                  : t('Show all {0} characters', text.length.toLocaleString())
              }
            </button>`
        : nothing
    }${date === undefined ? nothing : html` <span class="dim date">${date}</span>`}`;
}

/** `3 fields`, `20 items`. */
export function countOf(document: JsonDocument, node: number): string {
  const size = document.size(node);
  const count = size.toLocaleString();
  const isObject = document.isObject(node);
  if (size === 0) return isObject ? '{}' : '[]';
  if (isObject) return size === 1 ? t('1 field') : t('{0} fields', count);
  return size === 1 ? t('1 item') : t('{0} items', count);
}

/** The first scalars of a closed object or list, so that it need not be opened to be known. */
function previewOf(document: JsonDocument, node: number): string {
  const parts: string[] = [];
  let length = 0;
  for (const child of document.children(node, 0, 12)) {
    const kind = document.kind(child);
    if (kind <= kinds.array) continue;
    const key = document.key(child);
    // Cut in the text, which may be long, before it is decoded.
    const text = document.end(child) - document.start(child) > PREVIEW ? '' : document.value(child);
    if (text === '') continue;
    parts.push(key === undefined ? text : `${key}: ${text}`);
    length += text.length;
    if (parts.length === 4 || length > PREVIEW) break;
  }
  return parts.join(', ').slice(0, 2 * PREVIEW);
}

/** The row that shows more children of a node. */
export function moreView(
  document: JsonDocument,
  node: number,
  kind: 'earlier' | 'more',
  { from, to }: Shown,
): TemplateResult {
  const left = kind === 'more' ? document.size(node) - to : from;
  const next = Math.min(left, PAGE);
  const words =
    kind === 'more'
      ? t('{0} more of {1}', next.toLocaleString(), document.size(node).toLocaleString())
      : t('{0} before these', next.toLocaleString());
  return html`<span class="twistie"></span><span class="link-words">${words}</span>`;
}
