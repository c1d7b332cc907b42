import * as vscode from 'vscode';
import type { Exchange } from '../../client/exchange.ts';
import type { ServiceDefinition } from '../../services/definition.ts';
import { operationKey } from '../../services/operations.ts';
import { fileNameOf } from '../documents.ts';
import { formatJson } from './json.ts';
import type { PanelParts } from './parts.ts';

/** Opens the page on which the service documents an operation. */
export async function openDocumentation({ operations }: ServiceDefinition, key: string): Promise<void> {
  const page = operations.find((operation) => operationKey(operation) === key)?.documentation;
  if (page !== undefined) await vscode.env.openExternal(vscode.Uri.parse(page, true));
}

/** Opens the body of an answer in a read-only editor. */
export async function openBody({ documents }: Pick<PanelParts, 'documents'>, exchange: Exchange): Promise<void> {
  if (!exchange.response) return;
  const text = formatJson(exchange.response.bodyText);
  await documents.open(nameOf(exchange), text, isJsonText(text) ? 'json' : 'plaintext');
}

/** Saves the body of an answer to a file that the person names. */
export async function saveBody(exchange: Exchange): Promise<void> {
  const { response } = exchange;
  if (!response) return;
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder(), fileNameOf(nameOf(exchange))),
    title: vscode.l10n.t('Save the body'),
  });
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(response.bodyText));
}

/** @param what names it to the person, such as `the value`. */
export async function copyText(text: string, what: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied {0}', what.replaceAll('$(', '$ (')), 3000);
}

function nameOf({ operation, request, response }: Exchange): string {
  return `${operation ?? request.method}${isJsonText(response?.bodyText ?? '') ? '.json' : '.txt'}`;
}

function isJsonText(text: string): boolean {
  return /^\s*[[{]/u.test(text);
}

/** Where a dialog begins: the workspace, or else whatever VS Code takes. */
function folder(): vscode.Uri {
  return vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
}

export async function copySecret(parts: PanelParts, exchange: Exchange, place: number): Promise<void> {
  void parts;
  void exchange;
  void place;
}

export async function saveSecret(parts: PanelParts, exchange: Exchange, place: number): Promise<void> {
  void parts;
  void exchange;
  void place;
}
