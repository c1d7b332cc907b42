import { html, type TemplateResult } from 'lit';
import { t } from '../text.ts';
import { visible } from './readable.ts';

/** Which columns of a table are shown; the last one stays. */
export function columnChooser(
  columns: readonly string[],
  shown: readonly string[],
  choose: (columns: readonly string[]) => void,
): TemplateResult {
  const toggle = (name: string): void =>
    choose(columns.filter((column) => shown.includes(column) !== (column === name)));
  return html`<details class="columns">
    <summary>${t('Columns ({0} of {1})', shown.length, columns.length)}</summary>
    <fieldset class="column-list">
      <legend class="visually-hidden">${t('Columns to show')}</legend>
      ${columns.map(
        (name) =>
          html`<label class="mono"
            ><input
              type="checkbox"
              .checked=${shown.includes(name)}
              ?disabled=${shown.length === 1 && shown.includes(name)}
              @change=${() => toggle(name)}
            />${visible(name)}</label
          >`,
      )}
    </fieldset>
  </details>`;
}
