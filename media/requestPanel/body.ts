import { html, nothing, type TemplateResult } from 'lit';
import type { PanelOperation } from '../../src/editor/panel/protocol.ts';
import { bodySkeleton } from './draft.ts';
import { valueOf } from './headersTable.ts';
import { icon } from './icon.ts';

/** The body as text, with the documented fields as a skeleton to fill in and as a list to look up. */
export function bodyView(
  body: string,
  operation: PanelOperation | undefined,
  change: (body: string) => void,
): TemplateResult {
  const fields = operation?.body ?? [];
  const insert = (event: Event): void => {
    change(bodySkeleton(fields));
    const root = event.currentTarget instanceof Element ? event.currentTarget.closest('[role="tabpanel"]') : null;
    root?.querySelector('textarea')?.focus();
  };
  return html`<textarea
      class="mono"
      aria-label="Body"
      rows="6"
      spellcheck="false"
      autocomplete="off"
      .value=${body}
      @input=${(event: Event) => change(valueOf(event))}
    ></textarea>
    ${
      fields.length === 0
        ? nothing
        : html`<div class="body-tools">
            ${
              body.trim() === ''
                ? html`<button type="button" class="link" @click=${insert}>${icon('json')} Insert fields</button>`
                : nothing
            }
            <details class="documented">
              <summary>Documented fields (${fields.length})</summary>
              <dl>
                ${fields.map(
                  ({ name, type, required, values, summary }) =>
                    html`<dt class="mono">
                        ${name}${required ? html` <span class="required">required</span>` : nothing}
                      </dt>
                      <dd class="dim">${[type, values.join(' | '), summary].filter(Boolean).join(' · ')}</dd>`,
                )}
              </dl>
            </details>
          </div>`
    }`;
}
