import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PanelAnswer } from '../../../src/editor/panel/protocol.ts';
import type { JsonDocument } from '../json/document.ts';
import { prettyJson } from '../json/pretty.ts';
import { scanJson } from '../json/scan.ts';
import { t } from '../text.ts';
import { askToCopy } from './events.ts';
import type { FindBar } from './findBar.ts';
import { clearHighlight } from './highlight.ts';
import type { JsonTable } from './jsonTable.ts';
import type { JsonTree } from './jsonTree.ts';
import { binaryView, imageView } from './media.ts';
import type { Sort } from './order.ts';
import { type Records, recordsOf } from './records.ts';
import { type BodySettings, type BodyViewName, firstSettings, MOST_KEPT } from './settings.ts';
import type { SourceText } from './sourceText.ts';
import { type BodyCommand, toolsView } from './tools.ts';
import { type Opened, openedAtFirst } from './treeRows.ts';

/**
 * The body of an answer: JSON as tree, table or source, text, an image, or what else it is. `settings-changed` tells how
 * the person wants to see it; `body-command` what to do with it outside of the page.
 */
export class BodyView extends LitElement {
  static override properties = {
    answer: { attribute: false },
    operation: { attribute: false },
    settings: { attribute: false },
    isFinding: { state: true },
    opened: { state: true },
  };
  declare answer: PanelAnswer;
  /** Key of the operation, under which chosen columns are kept. */
  declare operation: string;
  declare settings: BodySettings;
  declare private isFinding: boolean;
  declare private opened: Opened;
  /** What the text of the body was when the rest was made of it. */
  private text: string | undefined;
  private document: JsonDocument | undefined;
  private records: Records | undefined;
  private pretty: string | undefined;
  private query = '';
  /** What was looked for when `count` was found, and in which body. */
  private counted = '';
  private searched: string | undefined;
  private count = 0;
  private current = -1;

  constructor() {
    super();
    this.operation = '';
    this.settings = firstSettings;
    this.isFinding = false;
    this.opened = new Map();
  }

  override createRenderRoot(): this {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearHighlight();
  }

  override willUpdate(changed: PropertyValues): void {
    const { body, id } = this.answer;
    if (body.text !== this.text) {
      this.text = body.text;
      const document = body.kind === 'json' ? scanJson(body.text) : undefined;
      this.document = document !== undefined && document.count > 0 ? document : undefined;
      this.records = this.document && recordsOf(this.document);
      this.pretty = undefined;
      this.opened = this.openedOf(id);
    } else if (changed.has('answer') && changed.get('answer')?.id !== id) this.opened = this.openedOf(id);
  }

  /** What is open in the tree: as it was left before a reload, and otherwise what there is room for. */
  private openedOf(answer: string): Opened {
    const { document, settings } = this;
    if (document === undefined) return new Map();
    if (settings.opened.answer !== answer) return openedAtFirst(document);
    return new Map(
      settings.opened.nodes.flatMap(([node, from, to]) =>
        node === undefined || from === undefined || to === undefined || node >= document.count
          ? []
          : [[node, { from, to }]],
      ),
    );
  }

  private get view(): BodyViewName {
    if (this.document === undefined) return 'source';
    return this.settings.view === 'table' && this.records === undefined ? 'tree' : this.settings.view;
  }

  override render(): TemplateResult {
    const { answer, document, records, view, settings } = this;
    const { body, size } = answer;
    if (body.kind === 'none') {
      return html`<p class="quiet">${size === '' ? t('No response came back.') : t('The response has no body.')}</p>
        ${noteView(body.note)}`;
    }
    const isText = body.kind === 'json' || body.kind === 'text';
    return html`<div class="body-view" @keydown=${this.onKeyDown} @too-deep=${() => this.change({ view: 'source' })}>
      <div class="body-top">
        ${toolsView({
          kind: body.kind,
          views: document === undefined ? [] : records === undefined ? ['tree', 'source'] : ['tree', 'table', 'source'],
          view,
          isRaw: document !== undefined && view === 'source' ? settings.isRaw : undefined,
          isFinding: this.isFinding,
          show: (next) => this.change({ view: next }),
          setRaw: (isRaw) => this.change({ isRaw }),
          toggleFind: () => (this.isFinding ? this.endFind() : this.startFind()),
          copy: () => askToCopy(this, body.text, t('the body')),
          run: (command) => this.run(command),
        })}
        ${
          this.isFinding
            ? html`<bearings-find-bar
                .count=${this.count}
                .current=${this.current}
                .counted=${this.counted}
                @find=${(event: CustomEvent<string>) => this.find(event.detail)}
                @find-step=${(event: CustomEvent<number>) => this.step(event.detail)}
                @find-end=${() => this.endFind()}
              ></bearings-find-bar>`
            : nothing
        }
      </div>
      ${body.kind === 'binary' ? nothing : noteView(body.note)}
      ${isText ? this.textView(view) : body.kind === 'image' ? imageView(body) : binaryView(body)}
      ${
        body.isShortened && isText
          ? html`<p class="quiet">${t('Only the beginning is shown. The editor shows all that was received.')}</p>`
          : nothing
      }
    </div>`;
  }

  private textView(view: BodyViewName): TemplateResult {
    const { document, records, settings, answer, operation } = this;
    if (document !== undefined && view === 'table' && records !== undefined) {
      return html`<bearings-json-table
        .document=${document}
        .records=${records}
        .columns=${settings.columns[operation]}
        .sort=${settings.sorts?.[operation]}
        @columns-changed=${({ detail }: CustomEvent<readonly string[]>) =>
          this.change({ columns: { ...settings.columns, [operation]: detail } })}
        @sort-changed=${({ detail }: CustomEvent<Sort | null>) =>
          this.change({ sorts: { ...settings.sorts, [operation]: detail ?? undefined } })}
      ></bearings-json-table>`;
    }
    if (document !== undefined && view === 'tree') {
      return html`<bearings-json-tree
        .document=${document}
        .opened=${this.opened}
        @opened-changed=${({ detail }: CustomEvent<Opened>) => this.keepOpened(detail)}
      ></bearings-json-tree>`;
    }
    const isPretty = document !== undefined && !settings.isRaw;
    if (isPretty) this.pretty ??= prettyJson(document);
    return html`<bearings-source .text=${isPretty ? (this.pretty ?? '') : answer.body.text}></bearings-source>`;
  }

  override updated(changed: PropertyValues): void {
    if (!this.isFinding) return;
    // Another text or view is searched anew; what is open in a tree changes no match.
    const before = changed.get('settings') as BodySettings | undefined;
    const { view, isRaw, columns, sorts } = this.settings;
    const isOther =
      before !== undefined &&
      (before.view !== view || before.isRaw !== isRaw || before.columns !== columns || before.sorts !== sorts);
    if (isOther || (changed.has('answer') && this.text !== this.searched)) void this.search();
  }

  private get searchable(): JsonTree | JsonTable | SourceText | null {
    return this.querySelector('bearings-json-tree, bearings-json-table, bearings-source');
  }

  private startFind(): void {
    this.isFinding = true;
    void this.updateComplete.then(() => this.querySelector<FindBar>('bearings-find-bar')?.start());
  }

  private endFind(): void {
    this.isFinding = false;
    this.query = '';
    this.searchable?.find('');
    clearHighlight();
    this.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  private find(query: string): void {
    this.query = query;
    void this.search();
  }

  private async search(): Promise<void> {
    const { query } = this;
    await this.searchable?.updateComplete;
    if (query !== this.query) return;
    this.count = this.searchable?.find(query) ?? 0;
    this.searched = this.text;
    this.counted = query;
    this.current = -1;
    if (query === '') clearHighlight();
    if (this.count > 0) this.step(1);
    this.requestUpdate();
  }

  private step(by: number): void {
    if (this.count === 0) return;
    this.current = (this.current + by + this.count) % this.count;
    this.searchable?.showMatch(this.current);
    this.requestUpdate();
  }

  private keepOpened(opened: Opened): void {
    this.opened = opened;
    const nodes = [...opened].slice(0, MOST_KEPT).map(([node, { from, to }]) => [node, from, to]);
    this.change({ opened: { answer: this.answer.id, nodes } });
  }

  private change(change: Partial<BodySettings>): void {
    const settings = { ...this.settings, ...change };
    this.dispatchEvent(new CustomEvent('settings-changed', { detail: settings, bubbles: true }));
  }

  private run(command: BodyCommand): void {
    this.dispatchEvent(new CustomEvent('body-command', { detail: command, bubbles: true }));
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const isFind = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 'f';
    if (isFind && (this.answer.body.kind === 'json' || this.answer.body.kind === 'text')) this.startFind();
    else if (event.key === 'F3' && this.isFinding) this.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
}

function noteView(note: string): TemplateResult | typeof nothing {
  return note === '' ? nothing : html`<p class="note"><span>${note}</span></p>`;
}
