import * as vscode from 'vscode';
import { sentenceList, singleLine } from '../../base/text.ts';
import { withoutProject } from '../../client/elsewhere.ts';
import type { ServiceDefinition } from '../../services/definition.ts';
import type { NameValue, PanelDraft } from './protocol.ts';

/**
 * A draft without what names a project by hand, in a header or in the path, so that it goes to the chosen one.
 * @returns what was taken out besides, in words; undefined where nothing names one.
 */
export function withoutTypedProject(
  draft: PanelDraft,
  definition: ServiceDefinition,
): { readonly draft: PanelDraft; readonly taken: string } | undefined {
  const { scope } = definition;
  const names = scope.by === 'header' ? [scope.header, scope.slugHeader].map((name) => name?.toLowerCase()) : [];
  const isTyped = ({ name }: NameValue) => names.includes(name.trim().toLowerCase());
  const headers = draft.headers.filter(isTyped).map(({ name }) => vscode.l10n.t('the header {0}', name.trim()));
  const { path } = withoutProject({ connection: '', method: draft.method, path: draft.path }, definition);
  const parameter = scope.by === 'path' ? scope.parameter : '';
  const { [parameter]: value = '', ...pathValues } = draft.pathValues;
  const isInPath = path !== draft.path || value.trim() !== '';
  const taken = [...new Set(headers), ...(isInPath ? [vscode.l10n.t('the {0} in its path', parameter)] : [])];
  if (taken.length === 0) return undefined;
  return {
    draft: { ...draft, path, pathValues, headers: draft.headers.filter((header) => !isTyped(header)) },
    taken: singleLine(sentenceList(taken), 120),
  };
}
