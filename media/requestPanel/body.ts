import { html, nothing, type TemplateResult } from 'lit';
import type { PanelOperation } from '../../src/editor/panel/protocol.ts';
import { bodySkeleton } from './draft.ts';
import { valueOf } from './headersTable.ts';
import { icon } from './icon.ts';
import type { BodyMode } from './look.ts';
import { t } from './text.ts';

export interface BodyOptions {
  readonly body: string;
  readonly operation: PanelOperation | undefined;
  readonly mode: BodyMode;
  readonly setMode: (mode: BodyMode) => void;
  readonly change: (body: string) => void;
  readonly editBody: () => void;
}

/**
 * The body of the request. Its text is always there; the form of the documented fields, where there are any, stands
 * above or beside it and changes the same text.
 */
export function bodyView({ body, operation, mode, setMode, change, editBody }: BodyOptions): TemplateResult {
  const fields = operation?.body ?? [];
  const hasForm = fields.length > 0;
  const names: Readonly<Record<BodyMode, string>> = { form: t('Form'), text: t('Text') };
  const insert = (event: Event): void => {
    change(bodySkeleton(fields));
    const root = event.currentTarget instanceof Element ? event.currentTarget.closest('[role="tabpanel"]') : null;
    root?.querySelector<HTMLTextAreaElement>('.body-text')?.focus();
  };
  return html`<div class="body-bar">
      ${
        hasForm
          ? html`<div class="switch" role="group" aria-label=${t('How to compose the body')}>
              ${(['form', 'text'] as const).map(
                (name) =>
                  html`<button type="button" aria-pressed=${name === mode} @click=${() => setMode(name)}>
                    ${names[name]}
                  </button>`,
              )}
            </div>`
          : nothing
      }
      ${
        hasForm && body.trim() === ''
          ? html`<button type="button" class="link" @click=${insert}>${icon('json')} ${t('Insert fields')}</button>`
          : nothing
      }
      <button type="button" class="link edit-body" @click=${editBody}>
        ${icon('go-to-file')}${t('Edit in editor')}
      </button>
    </div>
    <div class="body-parts ${hasForm && mode === 'form' ? 'with-form' : ''}">
      ${
        hasForm && mode === 'form'
          ? html`<bearings-body-form
              .body=${body}
              .fields=${fields}
              @body-changed=${({ detail }: CustomEvent<string>) => change(detail)}
            ></bearings-body-form>`
          : nothing
      }
      <textarea
        class="mono body-text"
        aria-label=${t('Body')}
        placeholder=${t('The body as text')}
        rows="6"
        spellcheck="false"
        autocomplete="off"
        .value=${body}
        @input=${(event: Event) => change(valueOf(event))}
      ></textarea>
    </div>
    ${hasForm && mode === 'text' ? documented(operation) : nothing}`;
}

function documented(operation: PanelOperation | undefined): TemplateResult {
  const fields = operation?.body ?? [];
  return html`<details class="documented">
    <summary>${t('Documented fields ({0})', fields.length)}</summary>
    <dl>
      ${fields.map(
        ({ name, type, required, values, summary }) =>
          html`<dt class="mono">
              ${name}${required ? html` <span class="required">${t('required')}</span>` : nothing}
            </dt>
            <dd class="dim">${[type, values.join(' | '), summary].filter(Boolean).join(' · ')}</dd>`,
      )}
    </dl>
  </details>`;
}
