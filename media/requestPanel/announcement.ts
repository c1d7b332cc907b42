import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { PanelAnswer } from '../../src/editor/panel/protocol.ts';
import { certaintyWord } from './diagnosis.ts';
import { spokenDuration } from './duration.ts';
import { icon } from './icon.ts';
import { t } from './text.ts';

/** What screen readers say: `403 Forbidden in 214 milliseconds; likely cause: This key may not read monitors.` */
export function announcementOf({ status, durationMs, diagnoses, size, sent, helped }: PanelAnswer): string {
  const [first] = diagnoses;
  const time = spokenDuration(durationMs);
  const result =
    sent.url === '' ? status : size === '' ? t('{0} after {1}', status, time) : t('{0} in {1}', status, time);
  const whole =
    first === undefined ? result : t('{0}; {1} cause: {2}', result, certaintyWord(first.certainty), first.title);
  return [whole.replace(/\.?$/, '.'), helped].filter(Boolean).join(' ');
}

/** What the person must know of the request, in lines: why something could not be done, or what became of a file's. */
export function problemView(problem: string | undefined): TemplateResult {
  return html`<div class="problem" role="alert">
    ${problem === undefined ? nothing : html`${icon('warning')}<span>${problem}</span>`}
  </div>`;
}

/** The live region of the result: `announcement`, said anew for each answer, whose id is `announced`. */
export function resultView(announced: string, announcement: string): TemplateResult {
  return html`<div class="visually-hidden" role="status" aria-label=${t('Result')}>
    ${keyed(announced, html`<span>${announcement}</span>`)}
  </div>`;
}
