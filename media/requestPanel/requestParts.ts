import { html, type TemplateResult } from 'lit';
import type { PanelDraft, PanelOperation } from '../../src/editor/panel/protocol.ts';
import { bodyView } from './body.ts';
import { changeRow, removeRow } from './draft.ts';
import { nameValueRows } from './headersTable.ts';
import { icon } from './icon.ts';
import { parameterCount, parametersView } from './parameters.ts';
import { tabList, tabPanel } from './tabs.ts';

export type RequestTab = 'parameters' | 'headers' | 'body';

export interface RequestPartsOptions {
  readonly draft: PanelDraft;
  readonly operation: PanelOperation | undefined;
  readonly tab: RequestTab;
  readonly openTab: (tab: RequestTab) => void;
  /** The place of the row that has the focus. */
  readonly editedRow: number | undefined;
  readonly setEditedRow: (index: number | undefined) => void;
  readonly onEdit: (change: Partial<PanelDraft>) => void;
  readonly copyAs: () => void;
}

/** The parts of the request below its path: parameters, headers and body, a tab each. */
export function requestPartsView(options: RequestPartsOptions): TemplateResult {
  const { draft, operation, tab, openTab, editedRow, setEditedRow, onEdit, copyAs } = options;
  const { headers } = draft;
  const onFocus = (event: FocusEvent): void => {
    const row = rowOf(event.target);
    setEditedRow(row === null ? undefined : Number(row.dataset['row']));
  };
  const onBlur = (event: FocusEvent): void => {
    if (rowOf(event.relatedTarget) === null) setEditedRow(undefined);
  };
  return html`<div class="tab-bar">
      ${tabList<RequestTab>(
        'request',
        'Parts of the request',
        [
          { key: 'parameters', label: 'Parameters', count: parameterCount(draft) },
          { key: 'headers', label: 'Headers', count: headers.filter(({ name }) => name !== '').length },
          { key: 'body', label: 'Body' },
        ],
        tab,
        openTab,
      )}
      <button type="button" class="link" title="Copy as" @click=${copyAs}>
        ${icon('copy')}<span class="words">Copy as…</span>
      </button>
    </div>
    <div class="request-parts" @focusin=${onFocus} @focusout=${onBlur}>
      ${tabPanel('request', 'parameters', tab, parametersView({ draft, operation, edited: editedRow, onEdit }))}
      ${tabPanel(
        'request',
        'headers',
        tab,
        nameValueRows({
          what: 'header',
          rows: headers.map((row, index) => ({ row, index })),
          end: headers.length,
          change: (index, change) => onEdit({ headers: changeRow(headers, index, change) }),
          remove: (index) => onEdit({ headers: removeRow(headers, index) }),
        }),
      )}
      ${tabPanel(
        'request',
        'body',
        tab,
        bodyView(draft.body, operation, (body) => onEdit({ body })),
      )}
    </div>`;
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
}
