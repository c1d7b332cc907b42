import { LitElement, html, type TemplateResult } from 'lit';
import { icon } from '../icon.ts';
import { t } from '../text.ts';
import { MOST_MATCHES } from './find.ts';

/** Typing is searched for when it pauses this long, in milliseconds: a body may be large. */
const PAUSE = 120;

/** What is looked for in a body, and how many there are. `find`, `find-step` and `find-end` tell what to do. */
export class FindBar extends LitElement {
  static override properties = {
    count: { attribute: false },
    current: { attribute: false },
    counted: { attribute: false },
    query: { state: true },
  };
  declare count: number;
  /** The match that is in view, from 0; -1 for none. */
  declare current: number;
  /** The text that `count` is about. */
  declare counted: string;
  declare private query: string;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.count = 0;
    this.current = -1;
    this.counted = '';
    this.query = '';
  }

  override createRenderRoot(): this {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** Puts the focus where the text is typed. */
  start(): void {
    const input = this.querySelector('input');
    input?.focus();
    input?.select();
  }

  override render(): TemplateResult {
    const isNone = this.count === 0;
    return html`<div class="find-bar" role="search" aria-label=${t('Find in the body')} @keydown=${this.onKeyDown}>
      <input
        type="text"
        aria-label=${t('Find in the body')}
        placeholder=${t('Find')}
        spellcheck="false"
        autocomplete="off"
        .value=${this.query}
        @input=${this.onInput}
      />
      <span class="find-count dim" role="status">${this.words()}</span>
      <button
        type="button"
        class="icon-button"
        title=${t('Previous match (Shift+Enter)')}
        aria-label=${t('Previous match')}
        ?disabled=${isNone}
        @click=${() => this.tell('find-step', -1)}
      >
        ${icon('arrow-up')}
      </button>
      <button
        type="button"
        class="icon-button"
        title=${t('Next match (Enter)')}
        aria-label=${t('Next match')}
        ?disabled=${isNone}
        @click=${() => this.tell('find-step', 1)}
      >
        ${icon('arrow-down')}
      </button>
      <button
        type="button"
        class="icon-button"
        title=${t('Close (Escape)')}
        aria-label=${t('Close find')}
        @click=${() => this.tell('find-end')}
      >
        ${icon('close')}
      </button>
    </div>`;
  }

  private words(): string {
    if (this.query === '' || this.query !== this.counted) return '';
    if (this.count === 0) return t('No matches');
    const count = `${this.count.toLocaleString()}${this.count === MOST_MATCHES ? '+' : ''}`;
    return t('{0} of {1}', (this.current + 1).toLocaleString(), count);
  }

  private onInput(event: InputEvent): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.query = event.target.value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell('find', this.query), PAUSE);
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.tell('find-end');
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !event.ctrlKey && !event.metaKey) {
      this.tell('find-step', event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
  }

  private tell(type: 'find' | 'find-step' | 'find-end', detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
