import { html, nothing, type TemplateResult } from 'lit';
import { tool } from './body/tools.ts';
import { t } from './text.ts';

/** What the extension does with a composed request besides sending it. */
export type RequestCommand = 'copyAs' | 'saveRequest' | 'sendElsewhere';

export interface RequestToolsOptions {
  /** Opens the page on which the service documents the operation; undefined where there is none. */
  readonly openDocumentation: (() => void) | undefined;
  readonly run: (command: RequestCommand) => void;
  readonly openHistory: () => void;
}

/**
 * The quiet row of icons beside the tabs of the request. None of their names begins as that of Send does: who finds a
 * button by its first word must not send elsewhere.
 */
export function requestToolsView({ openDocumentation, run, openHistory }: RequestToolsOptions): TemplateResult {
  return html`<div class="icons" role="group" aria-label=${t('Actions on the request')}>
    ${openDocumentation === undefined ? nothing : tool('book', t('Open documentation'), openDocumentation)}
    ${tool('copy', t('Copy as…'), () => run('copyAs'))} ${tool('save', t('Save request…'), () => run('saveRequest'))}
    ${tool('multiple-windows', t('Other projects…'), () => run('sendElsewhere'))}
    ${tool('history', t('History…'), openHistory)}
  </div>`;
}
