import { html, type TemplateResult } from 'lit';
import type { NameValue } from '../../src/editor/panel/protocol.ts';
import { icon } from './icon.ts';

export interface RowsOptions {
  /** What one row is, in lower case: `header`, `parameter`. Names the fields and buttons. */
  readonly what: string;
  /** The rows to show, each with its place in the draft. */
  readonly rows: readonly { readonly row: NameValue; readonly index: number }[];
  /** The place that an added row gets. */
  readonly end: number;
  readonly change: (index: number, change: Partial<NameValue>) => void;
  readonly remove: (index: number) => void;
}

/** Rows of names and values that can be changed, removed and added. The focus goes to where the work goes on. */
export function nameValueRows({ what, rows, end, change, remove }: RowsOptions): TemplateResult {
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
    ${rows.map(
      ({ row, index }, at) =>
        html`<div class="row" data-row=${index} role="group" aria-label="${capitalized(what)} ${at + 1}">
          <input
            type="text"
            class="mono name"
            spellcheck="false"
            autocomplete="off"
            placeholder="Name"
            aria-label="Name of ${what} ${at + 1}"
            .value=${row.name}
            @input=${(event: Event) => change(index, { name: valueOf(event) })}
          />
          <input
            type="text"
            class="mono value"
            spellcheck="false"
            autocomplete="off"
            placeholder="Value"
            aria-label="Value of ${what} ${at + 1}"
            .value=${row.value}
            @input=${(event: Event) => change(index, { value: valueOf(event) })}
          />
          <button
            type="button"
            class="icon-button"
            title="Remove ${what}"
            aria-label="Remove ${what} ${at + 1}"
            @click=${(event: Event) => {
              const root = rowsOf(event);
              remove(index);
              focusLater(root, '.add');
            }}
          >
            ${icon('trash')}
          </button>
        </div>`,
    )}
    <button
      type="button"
      class="link add"
      @click=${(event: Event) => {
        const root = rowsOf(event);
        change(end, {});
        focusLater(root, '.row:last-of-type .name');
      }}
    >
      ${icon('add')} Add ${what}
    </button>
  </div>`;
}

/** A table of names and values as they were, not to be changed. */
export function nameValueTable(label: string, rows: readonly NameValue[]): TemplateResult {
  if (rows.length === 0) return html`<p class="quiet">None.</p>`;
  return html`<table class="pairs" aria-label=${label}>
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">Value</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ name, value }) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
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

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
