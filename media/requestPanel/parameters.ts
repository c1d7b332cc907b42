import { html, nothing, type TemplateResult } from 'lit';
import type { NameValue, PanelDraft, PanelOperation, PanelParameter } from '../../src/editor/panel/protocol.ts';
import { changeRow, placeholders, removeRow, setParameter } from './draft.ts';
import { nameValueRows, valueOf } from './headersTable.ts';
import { icon } from './icon.ts';
import { t } from './text.ts';

export interface ParametersOptions {
  readonly draft: PanelDraft;
  readonly operation: PanelOperation | undefined;
  /** The place of the free row that is being typed in: it stays a row even when its name is that of a field. */
  readonly edited: number | undefined;
  readonly onEdit: (change: Partial<PanelDraft>) => void;
}

/** The form of what the path and the query are made of: documented fields first, then rows for anything else. */
export function parametersView({ draft, operation, edited, onEdit }: ParametersOptions): TemplateResult {
  const names = placeholders(draft.path);
  const known = operation?.query ?? [];
  const setQuery = (query: readonly NameValue[]): void => onEdit({ query });
  return html`
    ${
      names.length === 0
        ? nothing
        : fields(
            t('In the path'),
            names.map((name) => {
              const parameter = operation?.pathParameters.find((candidate) => candidate.name === name);
              return field('path', parameter ?? undocumented(name), draft.pathValues[name] ?? '', (value) =>
                onEdit({ pathValues: { ...draft.pathValues, [name]: value } }),
              );
            }),
          )
    }
    ${
      known.length === 0
        ? nothing
        : fields(
            t('In the query'),
            known.map((parameter) =>
              field(
                'query',
                parameter,
                draft.query[fieldRow(draft.query, parameter.name, edited)]?.value ?? '',
                (value) => setQuery(setParameter(draft.query, parameter.name, value)),
              ),
            ),
          )
    }
    ${nameValueRows({
      words: {
        row: (place) => t('Query parameter {0}', place),
        name: (place) => t('Name of query parameter {0}', place),
        value: (place) => t('Value of query parameter {0}', place),
        remove: (place) => t('Remove query parameter {0}', place),
        add: t('Add query parameter'),
      },
      rows: freeRows(draft.query, known, edited),
      end: draft.query.length,
      change: (index, change) => setQuery(changeRow(draft.query, index, change)),
      remove: (index) => setQuery(removeRow(draft.query, index)),
    })}
  `;
}

/** How many values the parameters hold, for the tab. */
export function parameterCount(draft: PanelDraft): number {
  const filled = placeholders(draft.path).filter((name) => (draft.pathValues[name] ?? '') !== '');
  return filled.length + draft.query.filter(({ name }) => name !== '').length;
}

function fieldRow(query: readonly NameValue[], name: string, edited: number | undefined): number {
  return query.findIndex((row, index) => row.name === name && index !== edited);
}

/** The rows that no documented field shows: other names, and further values of a parameter that repeats. */
function freeRows(
  query: readonly NameValue[],
  known: readonly PanelParameter[],
  edited: number | undefined,
): readonly { readonly row: NameValue; readonly index: number }[] {
  const shown = new Set(known.map(({ name }) => fieldRow(query, name, edited)));
  return query.map((row, index) => ({ row, index })).filter(({ index }) => !shown.has(index));
}

function undocumented(name: string): PanelParameter {
  return { name, type: '', required: true, repeatable: false, values: [], summary: '' };
}

function fields(legend: string, content: readonly TemplateResult[]): TemplateResult {
  return html`<fieldset class="fields">
    <legend>${legend}</legend>
    <div class="grid">${content}</div>
  </fieldset>`;
}

function field(
  where: 'path' | 'query',
  parameter: PanelParameter,
  value: string,
  onInput: (value: string) => void,
): TemplateResult {
  const { name, type, required, repeatable, summary } = parameter;
  const values = type === 'boolean' && parameter.values.length === 0 ? ['true', 'false'] : parameter.values;
  const id = `${where}-${name}`;
  const hints = [type, repeatable ? t('repeatable: further values as rows below') : '', summary]
    .filter(Boolean)
    .join(' · ');
  const input = (event: Event): void => onInput(valueOf(event));
  return html`<div class="field">
    <label for=${id} class="mono">${name}</label
    >${required ? html` <span class="required">${t('required')}</span>` : nothing}
    ${
      values.length > 0
        ? html`<span class="select">
            <select
              id=${id}
              aria-describedby="${id}-hint"
              aria-required=${required ? 'true' : 'false'}
              .value=${value}
              @change=${input}
            >
              <option value="" ?selected=${value === ''}>${t('not set')}</option>
              ${[...new Set([...values, ...(value === '' ? [] : [value])])].map(
                (offered) =>
                  html`<option .value=${offered} ?selected=${offered === value}>
                    ${values.includes(offered) ? offered : t('{0} (not documented)', offered)}
                  </option>`,
              )}</select
            >${icon('chevron-down')}
          </span>`
        : html`<input
            type="text"
            class="mono"
            id=${id}
            spellcheck="false"
            autocomplete="off"
            inputmode=${type === 'integer' ? 'numeric' : 'text'}
            aria-describedby="${id}-hint"
            aria-required=${required ? 'true' : 'false'}
            .value=${value}
            @input=${input}
          />`
    }
    <span class="hint" id="${id}-hint">${hints}</span>
  </div>`;
}
