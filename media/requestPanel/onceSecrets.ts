import { html, nothing, type TemplateResult } from 'lit';
import type { PanelAnswer } from '../../src/editor/panel/protocol.ts';
import { icon } from './icon.ts';
import { t } from './text.ts';

/**
 * Secrets that the service shows this once: masked, to be copied once or saved. The extension tells what became of one.
 */
export function onceSecretsView(
  secrets: PanelAnswer['onceSecrets'],
  copy: (secret: number) => void,
  save: (secret: number) => void,
): TemplateResult | typeof nothing {
  if (secrets.length === 0) return nothing;
  const isOne = secrets.length === 1;
  return html`<section class="secrets" aria-label=${t('Secrets shown once')}>
    <p class="headline">
      <strong>${isOne ? t('The service shows this secret once.') : t('The service shows these secrets once.')}</strong>
    </p>
    ${secrets.map(
      ({ field, ending, gone }, place) =>
        html`<div class="secret">
          ${icon('key')}<span class="mono">${field}</span><span class="mono dim">${t('ends in {0}', ending)}</span>
          <span class="gone" role="status">${gone === '' ? nothing : t('Gone from here: {0}.', gone)}</span>
          ${
            gone === ''
              ? html`<span class="actions">
                  <button type="button" class="secondary" @click=${() => copy(place)}>${t('Copy once')}</button>
                  <button type="button" class="secondary" @click=${() => save(place)}>
                    ${t('Save as connection…')}
                  </button>
                </span>`
              : nothing
          }
        </div>`,
    )}
    <p class="dim">
      ${
        isOne
          ? t('It is masked here, and is neither in the history nor in what you copy or save.')
          : t('They are masked here, and are neither in the history nor in what you copy or save.')
      }
    </p>
  </section>`;
}
