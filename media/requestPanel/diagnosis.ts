import { html, nothing, type TemplateResult } from 'lit';
import type { PanelDiagnosis } from '../../src/editor/panel/protocol.ts';

/**
 * Why a request was refused: the first cause in full, the others folded up.
 * @param act called with the places of the cause and of its action
 */
export function diagnosisView(
  diagnoses: readonly PanelDiagnosis[],
  act: (diagnosis: number, action: number) => void,
): TemplateResult | typeof nothing {
  const [first, ...others] = diagnoses;
  if (first === undefined) return nothing;
  return html`<section class="diagnosis" aria-label="Diagnosis">
    <h3>Why</h3>
    <div class="cause">
      <p class="headline"><strong>${first.title}</strong> ${certainty(first)}</p>
      ${details(first, (action) => act(0, action))}
    </div>
    ${
      others.length === 0
        ? nothing
        : html`<h4>Also possible</h4>
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

function certainty({ certainty: word }: PanelDiagnosis): TemplateResult {
  return html`<span class="certainty">${word}</span>`;
}

function details(diagnosis: PanelDiagnosis, act: (action: number) => void): TemplateResult {
  const { explanation, evidence, actions } = diagnosis;
  return html`${explanation === '' ? nothing : html`<p>${explanation}</p>`}
  ${
    evidence.length === 0
      ? nothing
      : html`<ul aria-label="Evidence">
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
