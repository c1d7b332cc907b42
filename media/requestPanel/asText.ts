import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PanelDraft } from '../../src/editor/panel/protocol.ts';
import { valueOf } from './headersTable.ts';
import { icon } from './icon.ts';
import { printRequest, readRequest } from './requestText.ts';
import { t } from './text.ts';

/**
 * The whole request as one text, for those who rather type than fill in. `draft-typed` tells the draft that the text
 * is, `text-problem` whether it is none at the moment.
 */
export class RequestAsText extends LitElement {
  static override properties = {
    draft: { attribute: false },
    baseUrl: { attribute: false },
    text: { state: true },
    problem: { state: true },
  };
  declare draft: PanelDraft;
  /** The address of the connection, which may be typed before the path. */
  declare baseUrl: string;
  declare private text: string;
  declare private problem: string | undefined;
  /** The draft that the text is; a draft that comes back as this one changes nothing in the text. */
  private told: string | undefined;

  constructor() {
    super();
    this.baseUrl = '';
    this.text = '';
    this.problem = undefined;
  }

  override createRenderRoot(): this {
    return this;
  }

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has('draft')) return;
    const key = keyOf(this.draft);
    if (key === this.told) return;
    this.told = key;
    this.text = printRequest(this.draft);
    this.tellProblem(undefined);
  }

  override render(): TemplateResult {
    return html`<textarea
        class="mono whole"
        aria-label=${t('Request as text')}
        aria-invalid=${this.problem !== undefined}
        aria-describedby="request-text-fault"
        rows="8"
        spellcheck="false"
        autocomplete="off"
        .value=${this.text}
        @input=${this.onInput}
      ></textarea>
      <p class="fault" id="request-text-fault" role="alert">
        ${this.problem === undefined ? nothing : html`${icon('error')}<span>${this.problem}</span>`}
      </p>
      <p class="hint">${t('First line: method, path and query. Then headers, an empty line, and the body.')}</p>`;
  }

  private onInput(event: InputEvent): void {
    this.text = valueOf(event);
    const read = readRequest(this.text, this.draft, this.baseUrl);
    if ('line' in read) {
      this.tellProblem(t('Line {0}: {1}.', read.line, read.problem));
      return;
    }
    this.tellProblem(undefined);
    this.told = keyOf(read.draft);
    this.dispatchEvent(new CustomEvent<PanelDraft>('draft-typed', { detail: read.draft }));
  }

  private tellProblem(problem: string | undefined): void {
    if (problem === this.problem) return;
    this.problem = problem;
    this.dispatchEvent(new CustomEvent<boolean>('text-problem', { detail: problem !== undefined }));
  }
}

/** A text that two drafts share when they are the same request. */
function keyOf({ method, path, pathValues, query, headers, body }: PanelDraft): string {
  return JSON.stringify([method, path, pathValues, query, headers, body]);
}
