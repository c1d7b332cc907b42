import { html, type TemplateResult } from 'lit';
import type { FromPanel, PanelDestination, PanelDraft, PanelOperation } from '../../src/editor/panel/protocol.ts';
import { bodyView } from './body.ts';
import { changeRow, removeRow } from './draft.ts';
import { headerNames, nameValueRows } from './headersTable.ts';
import type { BodyMode, RequestTab } from './look.ts';
import { parameterCount, parametersView } from './parameters.ts';
import { requestToolsView, type RequestCommand } from './requestTools.ts';
import { tabList, tabPanel } from './tabs.ts';
import { t } from './text.ts';

export interface RequestPartsOptions {
  readonly draft: PanelDraft;
  readonly operation: PanelOperation | undefined;
  readonly destination: PanelDestination | undefined;
  readonly tab: RequestTab;
  readonly openTab: (tab: RequestTab) => void;
  readonly bodyMode: BodyMode;
  readonly setBodyMode: (mode: BodyMode) => void;
  /** The place of the row that has the focus. */
  readonly editedRow: number | undefined;
  readonly setEditedRow: (index: number | undefined) => void;
  readonly onEdit: (change: Partial<PanelDraft>) => void;
  /** Whether the text of the tab "As text" is no request at the moment. */
  readonly onTextProblem: (hasProblem: boolean) => void;
  readonly run: (command: RequestCommand | 'editBody') => void;
  readonly post: (message: FromPanel) => void;
}

/** The parts of the request below its path: parameters, headers and body, a tab each, and all of it as text. */
export function requestPartsView(options: RequestPartsOptions): TemplateResult {
  const { draft, operation, destination, tab, openTab, editedRow, setEditedRow, onEdit, run } = options;
  const { method, headers, body } = draft;
  const headerWarnings = destination?.headerWarnings ?? [];
  const isBodyInVain = body !== '' && ['GET', 'HEAD'].includes(method);
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
        t('Parts of the request'),
        [
          { key: 'parameters', label: t('Parameters'), count: parameterCount(draft) },
          {
            key: 'headers',
            label: t('Headers'),
            count: headers.filter(({ name }) => name !== '').length,
            ...(headerWarnings.length > 0 && { warning: t('with a warning') }),
          },
          {
            key: 'body',
            label: t('Body'),
            ...(isBodyInVain && { warning: t('a {0} request carries no body', method) }),
          },
          { key: 'text', label: t('As text') },
        ],
        tab,
        openTab,
      )}
      ${requestToolsView({
        openDocumentation: operation?.hasDocumentation
          ? () => options.post({ type: 'openDocumentation', operation: operation.key })
          : undefined,
        run,
        openHistory: () => options.post({ type: 'openHistory' }),
      })}
    </div>
    <div class="request-parts" @focusin=${onFocus} @focusout=${onBlur}>
      ${tabPanel('request', 'parameters', tab, parametersView({ draft, operation, edited: editedRow, onEdit }))}
      ${tabPanel(
        'request',
        'headers',
        tab,
        nameValueRows({
          words: {
            row: (place) => t('Header {0}', place),
            name: (place) => t('Name of header {0}', place),
            value: (place) => t('Value of header {0}', place),
            remove: (place) => t('Remove header {0}', place),
            add: t('Add header'),
          },
          rows: headers.map((row, index) => ({ row, index })),
          end: headers.length,
          change: (index, change) => onEdit({ headers: changeRow(headers, index, change) }),
          remove: (index) => onEdit({ headers: removeRow(headers, index) }),
          suggestions: headerNames,
          warningOf: (name) =>
            headerWarnings.find((warning) => warning.name.toLowerCase() === name.trim().toLowerCase())?.text,
        }),
      )}
      ${tabPanel(
        'request',
        'body',
        tab,
        bodyView({
          body,
          operation,
          mode: options.bodyMode,
          setMode: options.setBodyMode,
          change: (text) => onEdit({ body: text }),
          editBody: () => run('editBody'),
        }),
      )}
      ${tabPanel(
        'request',
        'text',
        tab,
        html`<bearings-request-text
          .draft=${draft}
          .baseUrl=${destination?.baseUrl ?? ''}
          @draft-typed=${({ detail }: CustomEvent<PanelDraft>) => onEdit(detail)}
          @text-problem=${({ detail }: CustomEvent<boolean>) => options.onTextProblem(detail)}
        ></bearings-request-text>`,
      )}
    </div>`;
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
}
