import { html, nothing, type TemplateResult } from 'lit';
import type { PanelDiagnosis } from '../../src/editor/panel/protocol.ts';
import { icon } from './icon.ts';
import { t } from './text.ts';

/**
 * Why a request was refused: the first cause in full, the others folded up.
 * @param act called with the places of the cause and of its action
 * @param copyReport copies the whole as a text without secrets
 */
export function diagnosisView(
  diagnoses: readonly PanelDiagnosis[],
  act: (diagnosis: number, action: number) => void,
  copyReport: () => void,
): TemplateResult | typeof nothing {
  const [first, ...others] = diagnoses;
  if (first === undefined) return nothing;
  return html`<section class="diagnosis" aria-label=${t('Diagnosis')}>
    <div class="why">
      <h3>${t('Why')}</h3>
      <button type="button" class="link" @click=${copyReport}>${icon('copy')}${t('Copy report')}</button>
    </div>
    <div class="cause">
      <p class="headline"><strong>${first.title}</strong> ${certainty(first)}</p>
      ${details(first, (action) => act(0, action))}
    </div>
    ${
      others.length === 0
        ? nothing
        : html`<h4>${t('Also possible')}</h4>
            ${others.map(
              (diagnosis, index) =>
                html`<details>
                  <summary><span>${diagnosis.title}</span> ${certainty(diagnosis)}</summary>
                  <div class="cause">${details(diagnosis, (action) => act(index + 1, action))}</div>
                </details>`,
            )}`
    }
  </section>`;
}

/** How sure a cause is, in a word. */
export function certaintyWord(certainty: PanelDiagnosis['certainty']): string {
  switch (certainty) {
    case 'proved':
      return t('proved');
    case 'likely':
      return t('likely');
    case 'possible':
      return t('possible');
  }
}

function certainty(diagnosis: PanelDiagnosis): TemplateResult {
  return html`<span class="certainty">${certaintyWord(diagnosis.certainty)}</span>`;
}

function details(diagnosis: PanelDiagnosis, act: (action: number) => void): TemplateResult {
  const { explanation, evidence, actions } = diagnosis;
  return html`${explanation === '' ? nothing : html`<p>${explanation}</p>`}
  ${
    evidence.length === 0
      ? nothing
      : html`<ul aria-label=${t('Evidence')}>
          ${evidence.map((line) => html`<li>${line}</li>`)}
        </ul>`
  }
  ${
    actions.length === 0
      ? nothing
      : html`<div class="actions">
          ${actions.map(
            (title, index) =>
              html`<button type="button" class="secondary" @click=${() => act(index)}>${title}</button>`,
          )}
        </div>`
  }`;
}
