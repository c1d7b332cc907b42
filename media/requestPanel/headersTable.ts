import { html, nothing, type TemplateResult } from 'lit';
import type { NameValue } from '../../src/editor/panel/protocol.ts';
import { visible } from './body/readable.ts';
import { icon } from './icon.ts';
import { t } from './text.ts';

export interface RowsOptions {
  /** What the fields and buttons of a row are called, by the row's place from 1. */
  readonly words: RowWords;
  /** The rows to show, each with its place in the draft. */
  readonly rows: readonly { readonly row: NameValue; readonly index: number }[];
  /** The place that an added row gets. */
  readonly end: number;
  readonly change: (index: number, change: Partial<NameValue>) => void;
  readonly remove: (index: number) => void;
  /** Names that are offered while one is typed. */
  readonly suggestions?: readonly string[];
  /** What is wrong with a row of this name, in a sentence. */
  readonly warningOf?: (name: string) => string | undefined;
}

interface RowWords {
  readonly row: (place: number) => string;
  readonly name: (place: number) => string;
  readonly value: (place: number) => string;
  readonly remove: (place: number) => string;
  readonly add: string;
}

/** Headers that people type by hand. */
export const headerNames: readonly string[] = [
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'Cache-Control',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Unmodified-Since',
  'Prefer',
  'Range',
  'traceparent',
  'User-Agent',
  'X-Request-Id',
];

/** Rows of names and values that can be changed, removed and added. The focus goes to where the work goes on. */
export function nameValueRows(options: RowsOptions): TemplateResult {
  const { words, rows, end, change, remove, suggestions = [], warningOf = () => undefined } = options;
  const focusLater = (root: EventTarget | null, selector: string): void => {
    // The row is drawn in the microtask in which lit updates; the next frame is after it.
    requestAnimationFrame(() => {
      // On a busy machine the person may be typing elsewhere by then.
      if (document.activeElement instanceof HTMLInputElement) return;
      if (root instanceof HTMLElement) root.querySelector<HTMLElement>(selector)?.focus();
    });
  };
  const rowsOf = (event: Event): Element | null =>
    event.target instanceof Element ? event.target.closest('.rows') : null;
  return html`<div class="rows">
    ${rows.map(({ row, index }, at) => {
      const place = at + 1;
      const warning = warningOf(row.name);
      return html`<div
        class="row ${warning === undefined ? '' : 'warned'}"
        data-row=${index}
        role="group"
        aria-label=${words.row(place)}
      >
        <input
          type="text"
          class="mono name"
          spellcheck="false"
          autocomplete="off"
          placeholder=${t('Name')}
          list=${suggestions.length > 0 ? 'row-suggestions' : nothing}
          aria-describedby=${warning === undefined ? nothing : `row-warning-${index}`}
          aria-label=${words.name(place)}
          .value=${row.name}
          @input=${(event: Event) => change(index, { name: valueOf(event) })}
        />
        <input
          type="text"
          class="mono value"
          spellcheck="false"
          autocomplete="off"
          placeholder=${t('Value')}
          aria-label=${words.value(place)}
          .value=${row.value}
          @input=${(event: Event) => change(index, { value: valueOf(event) })}
        />
        <button
          type="button"
          class="icon-button"
          title=${words.remove(place)}
          aria-label=${words.remove(place)}
          @click=${(event: Event) => {
            const root = rowsOf(event);
            remove(index);
            focusLater(root, '.add');
          }}
        >
          ${icon('trash')}
        </button>
        ${
          warning === undefined
            ? nothing
            : html`<p class="row-warning" id="row-warning-${index}">${icon('warning')}<span>${warning}</span></p>`
        }
      </div>`;
    })}
    ${
      suggestions.length > 0
        ? html`<datalist id="row-suggestions">
            ${suggestions.map((name) => html`<option value=${name}></option>`)}
          </datalist>`
        : nothing
    }
    <button
      type="button"
      class="link add"
      @click=${(event: Event) => {
        const root = rowsOf(event);
        change(end, {});
        focusLater(root, '.row:last-of-type .name');
      }}
    >
      ${icon('add')} ${words.add}
    </button>
  </div>`;
}

/** A table of names and values as they were, not to be changed. */
export function nameValueTable(label: string, rows: readonly NameValue[]): TemplateResult {
  if (rows.length === 0) return html`<p class="quiet">${t('None.')}</p>`;
  return html`<table class="pairs" aria-label=${label}>
    <thead>
      <tr>
        <th scope="col">${t('Name')}</th>
        <th scope="col">${t('Value')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ name, value }) =>
          html`<tr>
            <th scope="row">${visible(name)}</th>
            <td>${visible(value)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The text that a field of the page holds after an event on it. */
export function valueOf(event: Event): string {
  const { target } = event;
  return target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
    ? target.value
    : '';
}
