import { html, nothing, type TemplateResult } from 'lit';
import type { PanelBody } from '../../../src/editor/panel/protocol.ts';
import { icon } from '../icon.ts';
import { t } from '../text.ts';
import type { BodyViewName } from './settings.ts';

/** What the extension does with a body. */
export type BodyCommand = 'openBody' | 'saveBody' | 'compare';

export interface ToolsOptions {
  readonly kind: PanelBody['kind'];
  /** The views that fit the body; none where there is no choice. */
  readonly views: readonly BodyViewName[];
  readonly view: BodyViewName;
  /** Undefined where the question does not arise. */
  readonly isRaw: boolean | undefined;
  readonly isFinding: boolean;
  readonly show: (view: BodyViewName) => void;
  readonly setRaw: (isRaw: boolean) => void;
  readonly toggleFind: () => void;
  readonly copy: () => void;
  readonly run: (command: BodyCommand) => void;
}

/** The line above a body: how it is shown, and what can be done with it. */
export function toolsView(options: ToolsOptions): TemplateResult {
  const { kind, views, view, isRaw, isFinding, show, setRaw, toggleFind, copy, run } = options;
  const isText = kind === 'json' || kind === 'text';
  const names: Readonly<Record<BodyViewName, string>> = { tree: t('Tree'), table: t('Table'), source: t('Source') };
  return html`<div class="body-tools">
    ${
      views.length === 0
        ? nothing
        : html`<div class="switch" role="group" aria-label=${t('View of the body')}>
            ${views.map(
              (name) =>
                html`<button type="button" aria-pressed=${name === view} @click=${() => show(name)}>
                  ${names[name]}
                </button>`,
            )}
          </div>`
    }
    ${
      isRaw === undefined
        ? nothing
        : html`<label class="check"
            ><input
              type="checkbox"
              .checked=${isRaw}
              @change=${(event: Event) => setRaw(event.target instanceof HTMLInputElement && event.target.checked)}
            />${t('As received')}</label
          >`
    }
    <div class="icons" role="group" aria-label=${t('Actions on the body')}>
      ${
        isText
          ? html`${tool('search', t('Find in the body'), toggleFind, isFinding)}${tool('copy', t('Copy the body'), copy)}
            ${tool('go-to-file', t('Open in editor'), () => run('openBody'))}`
          : nothing
      }
      ${tool('save-as', t('Save as…'), () => run('saveBody'))}
      ${isText ? tool('diff', t('Compare…'), () => run('compare')) : nothing}
    </div>
  </div>`;
}

/** A button that is an icon, named for those who do not see it and for those who wonder what it means. */
export function tool(name: string, words: string, use: (event: Event) => void, isPressed?: boolean): TemplateResult {
  return html`<button
    type="button"
    class="icon-button"
    title=${words}
    aria-label=${words}
    aria-pressed=${isPressed ?? nothing}
    @click=${use}
  >
    ${icon(name)}
  </button>`;
}
