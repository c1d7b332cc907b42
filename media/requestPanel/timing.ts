import { html, type TemplateResult } from 'lit';
import type { PanelAnswer } from '../../src/editor/panel/protocol.ts';
import { duration } from './duration.ts';
import { t } from './text.ts';

/** Where the time went: a bar for the eye and a figure for everybody. */
export function timingView({ timing, durationMs, sent }: PanelAnswer): TemplateResult {
  if (sent.url === '') return html`<p class="quiet">${t('Nothing was sent.')}</p>`;
  if (timing.length === 0) return html`<p class="quiet">${t('How the time was spent is not known.')}</p>`;
  const longest = Math.max(...timing.map(({ milliseconds }) => milliseconds), 1);
  return html`<table class="timing" aria-label=${t('Where the time went')}>
    <thead class="visually-hidden">
      <tr>
        <th scope="col">${t('Part')}</th>
        <th scope="col">${t('Time')}</th>
      </tr>
    </thead>
    <tbody>
      ${timing.map(
        ({ name, milliseconds }) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>
              <progress aria-hidden="true" max=${longest} value=${milliseconds}></progress>
              <span>${duration(milliseconds)}</span>
            </td>
          </tr>`,
      )}
      <tr class="total">
        <th scope="row">${t('In all')}</th>
        <td><span>${duration(durationMs)}</span></td>
      </tr>
    </tbody>
  </table>`;
}
