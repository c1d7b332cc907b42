import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { JsonDocument } from '../json/document.ts';
import { icon } from '../icon.ts';
import { t } from '../text.ts';
import { askToCopy, copyKeyOf } from './events.ts';
import { findNodes, type Searchable } from './find.ts';
import { highlight, rangesIn } from './highlight.ts';
import { canOpen, firstPage, type Opened, revealed, rowsOf, type TreeRow, withPage } from './treeRows.ts';
import { keyView, moreView, nodeView } from './treeRowView.ts';

/** A match below this many levels is shown in the source: a tree of as many rows helps nobody. */
const DEEPEST_REVEAL = 300;

/**
 * JSON as a tree after the WAI-ARIA pattern "tree view", of which only open levels are drawn, a page of children at a
 * time. The event `opened-changed` tells what is open, `copy-text` what to copy.
 */
export class JsonTree extends LitElement implements Searchable {
  static override properties = {
    document: { attribute: false },
    opened: { attribute: false },
    active: { state: true },
    full: { state: true },
    query: { state: true },
  };
  declare document: JsonDocument;
  declare opened: Opened;
  /** The row that has, or gets, the focus: its node, or the place in `rows` of a row that shows more. */
  declare private active: string;
  /** The nodes whose long text is shown, with how many of its characters. */
  declare private full: ReadonlyMap<number, number>;
  declare private query: string;
  private rows: readonly TreeRow[] = [];
  private found: readonly number[] = [];
  private current: number | undefined;

  constructor() {
    super();
    this.active = '';
    this.full = new Map();
    this.query = '';
  }

  override createRenderRoot(): this {
    return this;
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('document')) {
      this.full = new Map();
      this.current = undefined;
    }
    if (changed.has('document') || changed.has('opened')) this.rows = rowsOf(this.document, this.opened);
    if (!this.rows.some((row) => idOf(row) === this.active)) this.active = this.rows[0] ? idOf(this.rows[0]) : '';
  }

  override render(): TemplateResult {
    const { rows, active } = this;
    const row = rows.find((candidate) => idOf(candidate) === active);
    return html`<div
        class="tree mono"
        role="tree"
        aria-label=${t('Body as a tree')}
        @keydown=${this.onKeyDown}
        @click=${this.onClick}
        @focusin=${this.onFocusIn}
      >
        ${repeat(rows, idOf, (shown) => this.rowView(shown))}
      </div>
      ${
        row === undefined
          ? nothing
          : html`<div class="node-bar" role="group" aria-label=${t('Chosen value')}>
              <span class="mono node-path" title=${this.document.path(row.node)}
                >${this.document.path(row.node) || t('the whole body')}</span
              >
              <button type="button" class="link" @click=${() => this.copy('value')}>
                ${icon('copy')}${t('Copy value')}
              </button>
              <button type="button" class="link" @click=${() => this.copy('path')}>
                ${icon('copy')}${t('Copy path')}
              </button>
            </div>`
      }`;
  }

  private rowView(row: TreeRow): TemplateResult {
    const { document, opened, full } = this;
    const { node, level, kind } = row;
    const id = idOf(row);
    const isOpen = kind === 'node' && opened.has(node);
    const isFolder = kind === 'node' && canOpen(document, node);
    const parent = document.parent(node);
    return html`<div
      role="treeitem"
      class="tree-row level-${Math.min(level, 20)} ${kind === 'node' && node === this.current ? 'current' : ''}"
      data-row=${id}
      aria-level=${level}
      aria-posinset=${kind === 'node' ? document.place(node) + 1 : nothing}
      aria-setsize=${kind === 'node' && parent >= 0 ? document.size(parent) : nothing}
      aria-expanded=${isFolder ? isOpen : nothing}
      tabindex=${id === this.active ? 0 : -1}
    >
      ${
        kind === 'node'
          ? html`<span class="twistie">${isFolder ? icon(isOpen ? 'chevron-down' : 'chevron-right') : nothing}</span>
              ${keyView(document, node)}${nodeView(document, node, isOpen, full.get(node))}
              <span class="row-actions" aria-hidden="true">
                <button type="button" class="icon-button" tabindex="-1" data-copy="value" title=${t('Copy value')}>
                  ${icon('copy')}
                </button>
              </span>`
          : moreView(document, node, kind, opened.get(node) ?? firstPage)
      }
    </div>`;
  }

  override updated(changed: PropertyValues): void {
    if (this.query !== '' && (changed.has('opened') || changed.has('query') || changed.has('full'))) this.colour();
  }

  find(query: string): number {
    this.query = query;
    this.found = findNodes(this.document, query);
    this.current = undefined;
    if (query !== '') this.colour();
    return this.found.length;
  }

  showMatch(place: number): void {
    const node = this.found[place];
    if (node === undefined) return;
    this.current = node;
    if (this.document.depth(node) > DEEPEST_REVEAL) {
      this.dispatchEvent(new CustomEvent('too-deep', { bubbles: true }));
      return;
    }
    this.active = String(node);
    this.tell(revealed(this.document, this.opened, node));
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.element(String(node))?.scrollIntoView({ block: 'nearest' });
      this.colour();
    });
  }

  private colour(): void {
    highlight(
      rangesIn(this, '.tree .key, .tree .value', this.query),
      this.current === undefined
        ? undefined
        : rangesIn(this, `[data-row="${this.current}"] .key, [data-row="${this.current}"] .value`, this.query)[0],
    );
  }

  private element(id: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-row="${id}"]`);
  }

  private tell(opened: Opened): void {
    this.opened = opened;
    this.dispatchEvent(new CustomEvent<Opened>('opened-changed', { detail: opened, bubbles: true }));
  }

  private setOpen(node: number, isOpen: boolean): void {
    const next = new Map(this.opened);
    if (isOpen) next.set(node, firstPage);
    else next.delete(node);
    this.tell(next);
  }

  /** What Enter and a click do: open or fold, show more. */
  private use(row: TreeRow): void {
    const { node, kind } = row;
    if (kind !== 'node') {
      const first = this.document.children(node, this.opened.get(node)?.to ?? 0, 1).next().value;
      this.tell(withPage(this.opened, node, kind));
      if (kind === 'more' && first !== undefined) this.focusRow(String(first));
    } else if (canOpen(this.document, node)) {
      this.setOpen(node, !this.opened.has(node));
    } else if (this.element(idOf(row))?.querySelector('[data-more]')) {
      this.showMoreText(node);
    }
  }

  private showMoreText(node: number): void {
    this.full = new Map(this.full).set(node, (this.full.get(node) ?? 0) + 50_000);
  }

  private focusRow(id: string): void {
    this.active = id;
    void this.updateComplete.then(() => this.element(id)?.focus());
  }

  private copy(what: 'value' | 'path', id = this.active): void {
    const row = this.rows.find((candidate) => idOf(candidate) === id);
    if (row === undefined) return;
    if (what === 'path') askToCopy(this, this.document.path(row.node), t('the path'));
    else askToCopy(this, this.document.value(row.node), t('the value'));
  }

  private rowOf(target: EventTarget | null): TreeRow | undefined {
    const id = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
    return this.rows.find((row) => idOf(row) === id);
  }

  private readonly onFocusIn = (event: FocusEvent): void => {
    const row = this.rowOf(event.target);
    if (row !== undefined) this.active = idOf(row);
  };

  private readonly onClick = (event: MouseEvent): void => {
    const row = this.rowOf(event.target);
    // A click that ends a selection of text is not meant for the row.
    if (row === undefined || !(event.target instanceof Element) || getSelection()?.isCollapsed === false) return;
    this.focusRow(idOf(row));
    if (event.target.closest('[data-copy]')) this.copy('value', idOf(row));
    else if (event.target.closest('[data-more]')) this.showMoreText(row.node);
    else if (row.kind !== 'node' || canOpen(this.document, row.node)) this.use(row);
  };

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const at = this.rows.findIndex((row) => idOf(row) === this.active);
    const row = this.rows[at];
    if (row === undefined || !(event.target instanceof Element) || event.target.role !== 'treeitem') return;
    const copied = copyKeyOf(event);
    if (copied !== undefined) this.copy(copied);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === 'Enter' || event.key === ' ') this.use(row);
    else if (event.key === '*') this.openSiblings(row);
    else if (event.key === 'ArrowRight' && canOpen(this.document, row.node) && row.kind === 'node') {
      if (this.opened.has(row.node)) this.move(at + 1);
      else this.setOpen(row.node, true);
    } else if (event.key === 'ArrowLeft') this.leave(row);
    else {
      const steps: Readonly<Record<string, number>> = {
        ArrowDown: at + 1,
        ArrowUp: at - 1,
        Home: 0,
        End: this.rows.length - 1,
        PageDown: at + 12,
        PageUp: at - 12,
      };
      const next = steps[event.key];
      if (next === undefined) return;
      this.move(next);
    }
    event.preventDefault();
  };

  private move(to: number): void {
    const row = this.rows[Math.min(Math.max(to, 0), this.rows.length - 1)];
    if (row !== undefined) this.focusRow(idOf(row));
  }

  private leave({ node, kind }: TreeRow): void {
    if (kind === 'node' && this.opened.has(node) && canOpen(this.document, node)) this.setOpen(node, false);
    else {
      const parent = kind === 'node' ? this.document.parent(node) : node;
      if (parent > 0) this.focusRow(String(parent));
    }
  }

  private openSiblings({ node }: TreeRow): void {
    const next = new Map(this.opened);
    const parent = this.document.parent(node);
    const { from, to } = next.get(parent) ?? firstPage;
    for (const child of parent < 0 ? [node] : this.document.children(parent, from, to - from)) {
      if (canOpen(this.document, child) && !next.has(child)) next.set(child, firstPage);
    }
    this.tell(next);
  }
}

function idOf({ kind, node }: TreeRow): string {
  return kind === 'node' ? String(node) : `${kind}-${node}`;
}
