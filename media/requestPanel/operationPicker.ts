import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PanelOperation } from '../../src/editor/panel/protocol.ts';
import { icon } from './icon.ts';
import { searchOperations } from './search.ts';
import { t } from './text.ts';

/**
 * A combo box over the documented operations, after the WAI-ARIA pattern "editable combobox with list autocomplete".
 * While nothing is typed it shows the operation that the draft is. The event `operation-chosen` tells the one chosen.
 */
export class OperationPicker extends LitElement {
  static override properties = {
    operations: { attribute: false },
    selected: { attribute: false },
    query: { state: true },
    isOpen: { state: true },
    active: { state: true },
  };
  declare operations: readonly PanelOperation[];
  declare selected: PanelOperation | undefined;
  /** What was typed; undefined while the box shows the selected operation. */
  declare query: string | undefined;
  declare isOpen: boolean;
  /** The option that Enter takes: its place in `found`, or -1. */
  declare active: number;

  constructor() {
    super();
    this.operations = [];
    this.selected = undefined;
    this.query = undefined;
    this.isOpen = false;
    this.active = -1;
  }

  /** The page's one style sheet and the ids of ARIA reach across all parts, which a shadow root would cut off. */
  override createRenderRoot(): this {
    return this;
  }

  private get found(): readonly PanelOperation[] {
    return searchOperations(this.operations, this.query ?? '');
  }

  override render(): TemplateResult {
    const { found, isOpen } = this;
    const shown = this.query ?? (this.selected === undefined ? '' : labelOf(this.selected));
    return html`<div class="picker" @focusout=${this.onFocusOut}>
      ${icon('search')}
      <input
        type="text"
        role="combobox"
        aria-label=${t('Operation')}
        aria-autocomplete="list"
        aria-expanded=${isOpen}
        aria-controls="operation-list"
        aria-activedescendant=${isOpen && this.active in found ? `operation-${this.active}` : nothing}
        autocomplete="off"
        spellcheck="false"
        placeholder=${this.operations.length > 0 ? t('Search {0} operations', this.operations.length) : t('No documented operations')}
        .value=${shown}
        @input=${this.onInput}
        @keydown=${this.onKeyDown}
        @click=${() => this.open()}
        @focus=${(event: FocusEvent) => event.target instanceof HTMLInputElement && event.target.select()}
      />
      ${icon('chevron-down')}
      <div
        class="list"
        id="operation-list"
        role="listbox"
        aria-label=${t('Operations')}
        ?hidden=${!isOpen || found.length === 0}
      >
        ${isOpen ? this.optionsOf(found) : nothing}
      </div>
      ${
        isOpen && found.length === 0
          ? html`<div class="list nothing">
              ${
                this.operations.length === 0
                  ? t('No documented operations. Type any method and path below.')
                  : t('No operation matches. Type any method and path below.')
              }
            </div>`
          : nothing
      }
      <span class="visually-hidden" role="status"
        >${isOpen && this.query !== undefined ? foundWords(found.length) : ''}</span
      >
    </div>`;
  }

  private optionsOf(found: readonly PanelOperation[]): readonly TemplateResult[] {
    // Best matches of a search come from all groups; only the full list is in the documentation's own order.
    const isGrouped = (this.query ?? '').trim() === '';
    return found.map((operation, index) => {
      const isFirstOfGroup = isGrouped && operation.group !== found[index - 1]?.group;
      return html`${isFirstOfGroup ? html`<div class="group" role="presentation">${operation.group}</div>` : nothing}
        <div
          class="option"
          role="option"
          id="operation-${index}"
          aria-selected=${index === this.active}
          @pointerdown=${(event: PointerEvent) => event.preventDefault()}
          @click=${() => this.choose(operation)}
        >
          <span class="call"
            ><span class="method">${operation.method}</span> <span class="path">${operation.path}</span></span
          >
          <span class="visually-hidden"> — </span><span class="title">${operation.title}</span>
          ${operation.changesData ? html`<span class="codicon codicon-edit" role="img" aria-label=${t('changes data')}></span>` : nothing}
          ${isGrouped ? nothing : html`<span class="of dim">${operation.group}</span>`}
        </div>`;
    });
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('active') || changed.has('isOpen')) {
      this.querySelector('.option[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  private open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.active = this.found.findIndex(({ key }) => key === this.selected?.key);
  }

  private close(): void {
    this.isOpen = false;
    this.query = undefined;
    this.active = -1;
  }

  private choose(operation: PanelOperation): void {
    this.close();
    this.dispatchEvent(new CustomEvent<PanelOperation>('operation-chosen', { detail: operation, bubbles: true }));
  }

  private onInput(event: InputEvent): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.query = event.target.value;
    this.isOpen = true;
    this.active = this.found.length > 0 ? 0 : -1;
  }

  private onFocusOut(): void {
    this.close();
  }

  private onKeyDown(event: KeyboardEvent): void {
    // Ctrl+Enter sends, wherever the focus is; the panel listens for it.
    if (event.ctrlKey || event.metaKey || event.isComposing) {
      if (event.key === 'Enter') this.close();
      return;
    }
    const { found, isOpen } = this;
    if (event.key === 'Enter') {
      const operation = found[this.active];
      if (!isOpen || operation === undefined) return;
      this.choose(operation);
    } else if (event.key === 'Escape') {
      if (!isOpen && this.query === undefined) return;
      this.close();
    } else if (event.key === 'ArrowDown' && !isOpen) {
      this.open();
      if (this.active < 0 && !event.altKey) this.active = 0;
    } else {
      const next = this.nextActive(event.key, found.length);
      if (next === undefined) return;
      this.open();
      this.active = next;
    }
    event.preventDefault();
  }

  private nextActive(key: string, length: number): number | undefined {
    const page = 8;
    if (length === 0) return undefined;
    if (key === 'ArrowDown') return (this.active + 1) % length;
    if (key === 'ArrowUp') return this.active <= 0 ? length - 1 : this.active - 1;
    if (key === 'PageDown') return Math.min(this.active + page, length - 1);
    if (key === 'PageUp') return Math.max(this.active - page, 0);
    return undefined;
  }
}

/** An operation in one line: `GET /uptime/monitors — List monitors`. */
function labelOf({ method, path, title }: PanelOperation): string {
  return title === '' ? `${method} ${path}` : `${method} ${path} — ${title}`;
}

function foundWords(found: number): string {
  return found === 1 ? t('1 operation') : t('{0} operations', found);
}
