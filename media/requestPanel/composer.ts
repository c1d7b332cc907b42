import { html, nothing, type TemplateResult } from 'lit';
import type { PanelDraft } from '../../src/editor/panel/protocol.ts';
import { valueOf } from './headersTable.ts';
import { icon } from './icon.ts';
import { t } from './text.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

export interface ComposerOptions {
  readonly draft: PanelDraft;
  readonly isWrite: boolean;
  readonly progress: string | undefined;
  /** Send was pressed and nothing came of it yet: the extension may be asking about a write. */
  readonly isSendAsked: boolean;
  readonly onMethod: (method: string) => void;
  readonly onPath: (path: string) => void;
  /** Called when a path is typed or pasted whole. */
  readonly onPathDone: () => void;
  readonly send: () => void;
  readonly cancel: () => void;
}

/** Method, path, and Send, which makes room for Cancel and what is going on while a request is under way. */
export function composerView(options: ComposerOptions): TemplateResult {
  const { draft, isWrite, progress, isSendAsked, onMethod, onPath, onPathDone, send, cancel } = options;
  const offered = methods.includes(draft.method) ? methods : [draft.method, ...methods];
  return html`<div class="call-line">
    <span class="select method-box">
      <select
        class="mono"
        aria-label=${t('Method')}
        .value=${draft.method}
        @change=${(event: Event) => onMethod(valueOf(event))}
      >
        ${offered.map((method) => html`<option .value=${method} ?selected=${method === draft.method}>${method}</option>`)}</select
      >${icon('chevron-down')}
    </span>
    <input
      type="text"
      class="mono path-box"
      aria-label=${t('Path')}
      placeholder="/path"
      spellcheck="false"
      autocomplete="off"
      .value=${draft.path}
      @input=${(event: Event) => onPath(valueOf(event))}
      @change=${onPathDone}
    />
    ${
      progress === undefined
        ? html`<button
            type="button"
            class="primary send"
            aria-keyshortcuts="Control+Enter Meta+Enter"
            aria-disabled=${isSendAsked ? 'true' : nothing}
            @click=${send}
          >
            ${t('Send')}<span class="shortcut" aria-hidden="true">${sendShortcut()}</span>
          </button>`
        : html`<button
            type="button"
            class="secondary cancel"
            aria-keyshortcuts="Escape"
            aria-describedby="progress"
            @click=${(event: MouseEvent) => {
              // The second click of a double click on Send lands here; it is not meant.
              if (event.detail < 2) cancel();
            }}
          >
            ${t('Cancel')}
          </button>`
    }
    ${
      !isWrite && progress === undefined
        ? nothing
        : html`<span class="call-notes">
            ${isWrite ? html`<span class="write">${icon('edit')} ${t('changes data')}</span>` : nothing}
            ${progress === undefined ? nothing : html`<span id="progress">${progress}</span>`}
          </span>`
    }
  </div>`;
}

function sendShortcut(): string {
  return /Mac/.test(navigator.userAgent) ? '⌘⏎' : 'Ctrl+⏎';
}
