import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { JsonDocument } from '../json/document.ts';
import { icon } from '../icon.ts';
import { t } from '../text.ts';
import { columnChooser } from './columnChooser.ts';
import { askToCopy, copyKeyOf } from './events.ts';
import { findNodes, type Searchable } from './find.ts';
import { type Cell, cellAfter, HEAD } from './gridKeys.ts';
import { highlight, rangesIn } from './highlight.ts';
import { nextSort, orderedRecords, type Sort } from './order.ts';
import { kindName, readableDate, visible } from './readable.ts';
import type { Records } from './records.ts';
import { firstPage, PAGE, type Shown } from './treeRows.ts';
import { countOf } from './treeRowView.ts';

/** A cell is cut here; the tree shows the whole. */
const LONG = 200;

/**
 * A list of like objects as a grid with a column a field, after the WAI-ARIA pattern "data grid". Which columns are
 * shown can be chosen, and by which the rows stand; `columns-changed` and `sort-changed` tell it. `copy-text` tells what
 * to copy.
 */
export class JsonTable extends LitElement implements Searchable {
  static override properties = {
    document: { attribute: false },
    records: { attribute: false },
    columns: { attribute: false },
    sort: { attribute: false },
    range: { state: true },
    active: { state: true },
  };
  declare document: JsonDocument;
  declare records: Records;
  /** The columns to show; undefined for the first ones. */
  declare columns: readonly string[] | undefined;
  /** The order that was chosen; undefined for that of the list. */
  declare sort: Sort | undefined;
  /** The rows that are shown. */
  declare private range: Shown;
  /** Row and column of the cell that has, or gets, the focus; row 0 is the first record, HEAD the heads. */
  declare private active: Cell;
  /** The rows of the records, in the order that was chosen; undefined for that of the list. */
  private rows: ReadonlyMap<number, number> | undefined;
  private query = '';
  private found: readonly number[] = [];
  private current: number | undefined;

  constructor() {
    super();
    this.range = firstPage;
    this.active = [0, 0];
  }

  override createRenderRoot(): this {
    return this;
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('document') && changed.get('document') !== undefined) {
      this.range = firstPage;
      this.active = [0, 0];
      this.current = undefined;
    }
    if (!changed.has('document') && !changed.has('records') && !changed.has('sort')) return;
    const { document, records, sort } = this;
    const isKnown = sort !== undefined && records.columns.includes(sort.column);
    const ordered = isKnown ? orderedRecords(document, records.list, sort) : undefined;
    this.rows = ordered && new Map(ordered.map((record, row) => [record, row]));
  }

  /** The records at the rows from `from` to, not with, `to`. */
  private recordsAt(from: number, to: number): readonly number[] {
    if (this.rows !== undefined) return [...this.rows.keys()].slice(from, to);
    return [...this.document.children(this.records.list, from, to - from)];
  }

  private get shown(): readonly string[] {
    const chosen = this.columns?.filter((name) => this.records.columns.includes(name));
    return chosen === undefined || chosen.length === 0 ? this.records.first : chosen;
  }

  override render(): TemplateResult {
    const { document, records, shown } = this;
    const { from, to } = this.range;
    const total = document.size(records.list);
    return html`${columnChooser(records.columns, shown, (columns) => this.choose(columns))}
      ${
        from > 0
          ? html`<button type="button" class="link" @click=${() => this.showEarlier()}>
              ${icon('unfold')}${t('{0} before these', Math.min(PAGE, from).toLocaleString())}
            </button>`
          : nothing
      }
      <div class="table-frame">
        <table
          class="records"
          role="grid"
          aria-label=${t('Body as a table')}
          aria-rowcount=${total + 1}
          @keydown=${this.onKeyDown}
          @focusin=${this.onFocusIn}
          @click=${this.onClick}
        >
          <thead role="rowgroup">
            <tr role="row" aria-rowindex="1">
              ${shown.map((name, column) => this.head(name, column))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${this.recordsAt(from, to).map((record, place) => this.row(record, from + place, shown))}
          </tbody>
        </table>
      </div>
      ${
        total > to
          ? html`<button type="button" class="link" @click=${() => this.showMore()}>
              ${icon('unfold')}${t('{0} more of {1}', Math.min(PAGE, total - to).toLocaleString(), total.toLocaleString())}
            </button>`
          : nothing
      }`;
  }

  private choose(columns: readonly string[]): void {
    this.columns = columns;
    this.dispatchEvent(new CustomEvent('columns-changed', { detail: columns, bubbles: true }));
  }

  private head(name: string, column: number): TemplateResult {
    const sort = this.sort?.column === name ? this.sort : undefined;
    const order = sort === undefined ? 'none' : sort.isDescending ? 'descending' : 'ascending';
    const isActive = this.active[0] === HEAD && this.active[1] === column;
    return html`<th role="columnheader" scope="col" aria-sort=${order}>
      <button
        type="button"
        data-cell="${HEAD}:${column}"
        tabindex=${isActive ? 0 : -1}
        title=${t('Sort by {0}', name)}
        @click=${() => this.sortBy(name)}
      >
        ${visible(name)}${sort === undefined ? nothing : icon(sort.isDescending ? 'arrow-down' : 'arrow-up')}
      </button>
    </th>`;
  }

  private sortBy(name: string): void {
    this.sort = nextSort(this.sort, name);
    this.range = firstPage;
    this.dispatchEvent(new CustomEvent('sort-changed', { detail: this.sort, bubbles: true }));
  }

  private row(record: number, row: number, shown: readonly string[]): TemplateResult {
    const { document } = this;
    const fields = new Map<string, number[]>();
    for (const field of document.children(record)) {
      const key = document.key(field) ?? '';
      fields.set(key, [...(fields.get(key) ?? []), field]);
    }
    return html`<tr role="row" aria-rowindex=${row + 2}>
      ${shown.map((name, column) => {
        const nodes = fields.get(name) ?? [];
        const isActive = this.active[0] === row && this.active[1] === column;
        return html`<td
          role="gridcell"
          data-name=${name}
          data-cell="${row}:${column}"
          class=${nodes.includes(this.current ?? -1) ? 'current' : ''}
          tabindex=${isActive ? 0 : -1}
        >
          ${nodes.map((node) => this.cell(node))}
        </td>`;
      })}
    </tr>`;
  }

  private cell(node: number): TemplateResult {
    const { document } = this;
    if (document.isContainer(node)) return html`<span class="dim">${countOf(document, node)}</span> `;
    const value = document.value(node);
    const text = value.length > LONG ? `${value.slice(0, LONG)}…` : value;
    return html`<span class="value ${kindName(document, node)}" title=${readableDate(document, node) ?? nothing}
        >${visible(text)}</span
      >
      <span class="row-actions" aria-hidden="true"
        ><button type="button" class="icon-button" tabindex="-1" data-copy title=${t('Copy value')}>
          ${icon('copy')}
        </button></span
      > `;
  }

  private showMore(): void {
    const { from, to } = this.range;
    this.range = { from, to: to + PAGE };
    this.focusCell(to, 0);
  }

  private showEarlier(): void {
    const { from, to } = this.range;
    this.range = { from: Math.max(0, from - PAGE), to };
    this.focusCell(from - 1, 0);
  }

  override updated(): void {
    if (this.query !== '') this.colour();
  }

  find(query: string): number {
    const { document, records, shown } = this;
    this.query = query;
    this.current = undefined;
    // Only what a column shows: a match that cannot be seen would puzzle.
    const found = findNodes(document, query, records.list).filter((node) => this.columnOf(node, shown) >= 0);
    this.found = found.toSorted((one, other) => this.rowOf(one) - this.rowOf(other));
    if (query !== '') this.colour();
    return this.found.length;
  }

  showMatch(place: number): void {
    const node = this.found[place];
    if (node === undefined) return;
    this.current = node;
    const row = this.rowOf(node);
    const column = this.columnOf(node, this.shown);
    const first = row - (row % PAGE);
    if (row < this.range.from || row >= this.range.to) this.range = { from: first, to: first + PAGE };
    this.active = [row, Math.max(column, 0)];
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.cellAt(row, column)?.scrollIntoView({ block: 'nearest' });
      this.colour();
    });
  }

  /** The row in which the record of a field is shown. */
  private rowOf(field: number): number {
    const record = this.document.parent(field);
    return this.rows?.get(record) ?? this.document.place(record);
  }

  /** The place of the column that shows a node whose text holds the match; -1 where none does. */
  private columnOf(node: number, shown: readonly string[]): number {
    const { document, records } = this;
    const isField = document.parent(document.parent(node)) === records.list && !document.isContainer(node);
    if (!isField || !document.value(node).toLowerCase().includes(this.query.toLowerCase())) return -1;
    return shown.indexOf(document.key(node) ?? '');
  }

  private colour(): void {
    const current = this.current === undefined ? undefined : rangesIn(this, 'td.current .value', this.query)[0];
    highlight(rangesIn(this, 'td .value', this.query), current);
  }

  private cellAt(row: number, column: number): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
  }

  private focusCell(row: number, column: number): void {
    this.active = [row, column];
    void this.updateComplete.then(() => this.cellAt(row, column)?.focus());
  }

  private placeOf(target: EventTarget | null): Cell | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : undefined;
    const [row, column] = cell?.split(':').map(Number) ?? [];
    return row === undefined || column === undefined ? undefined : [row, column];
  }

  private copy(what: 'value' | 'path', [row, column]: Cell): void {
    const { document } = this;
    const [record] = row === HEAD ? [] : this.recordsAt(row, row + 1);
    const nodes = record === undefined ? [] : document.members(record, this.shown[column] ?? '');
    if (nodes[0] === undefined) return;
    if (what === 'path') askToCopy(this, document.path(nodes[0]), t('the path'));
    else askToCopy(this, nodes.map((node) => document.value(node)).join(' '), t('the value'));
  }

  private readonly onFocusIn = (event: FocusEvent): void => {
    this.active = this.placeOf(event.target) ?? this.active;
  };

  private readonly onClick = (event: MouseEvent): void => {
    const place = this.placeOf(event.target);
    if (place !== undefined && event.target instanceof Element && event.target.closest('[data-copy]')) {
      this.copy('value', place);
    }
  };

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const copied = copyKeyOf(event);
    if (copied !== undefined) this.copy(copied, this.active);
    else {
      const { from, to } = this.range;
      const last = Math.min(to, this.document.size(this.records.list)) - 1;
      const next = cellAfter(event, this.active, { from, last, lastColumn: this.shown.length - 1 });
      if (next === undefined) return;
      this.focusCell(...next);
    }
    event.preventDefault();
  };
}
