import * as vscode from 'vscode';
import type { Exchange } from '../../client/exchange.ts';
import type { ServiceDefinition } from '../../services/definition.ts';
import { operationKey } from '../../services/operations.ts';
import { fileNameOf } from '../documents.ts';
import { fileEnding } from './fileEnding.ts';
import { formatJson } from './json.ts';
import type { PanelParts } from './parts.ts';

/** Opens the page on which the service documents an operation, or else the one on which it documents them all. */
export async function openDocumentation({ operations, documentation }: ServiceDefinition, key: string): Promise<void> {
  const page = operations.find((operation) => operationKey(operation) === key)?.documentation ?? documentation;
  if (page !== undefined) await vscode.env.openExternal(vscode.Uri.parse(page, true));
}

/** Opens the body of an answer in a read-only editor: from its file where it was too long to be held in memory. */
export async function openBody({ documents }: Pick<PanelParts, 'documents'>, exchange: Exchange): Promise<void> {
  const { response } = exchange;
  if (!response) return;
  if (response.file) {
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(response.file.uri, true));
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    return;
  }
  if (response.binary) return saveBody(exchange);
  const text = formatJson(response.bodyText);
  await documents.open(nameOf(exchange), text, isJsonText(text) ? 'json' : 'plaintext');
}

/** Saves the body of an answer, byte for byte, to a file that the person names. */
export async function saveBody(exchange: Exchange): Promise<void> {
  const { response } = exchange;
  if (!response) return;
  const name = fileNameOf(nameOf(exchange));
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    defaultUri: folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(name),
    title: vscode.l10n.t('Save the body'),
  });
  if (!target) return;
  // Copied as a file: it may be larger than memory.
  if (response.file) {
    await vscode.workspace.fs.copy(vscode.Uri.parse(response.file.uri, true), target, { overwrite: true });
  } else {
    await vscode.workspace.fs.writeFile(target, response.binary ?? new TextEncoder().encode(response.bodyText));
  }
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) The body is saved'), 5000);
}

/** @param what names it to the person, such as `the value`. */
export async function copyText(text: string, what: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied {0}', what.replaceAll('$(', '$ (')), 3000);
}

function nameOf({ operation, request, response }: Exchange): string {
  const contentType = response?.mediaType ?? response?.headers['content-type'] ?? '';
  return `${operation ?? request.method}.${fileEnding(contentType, response?.binary ? undefined : response?.bodyText)}`;
}

function isJsonText(text: string): boolean {
  return /^\s*[[{]/u.test(text);
}

/**
 * Copies a secret that the service shows this once, and forgets it.
 * @returns why it can be had no more.
 */
export async function copySecret({ client }: PanelParts, { id }: Exchange, field: string): Promise<string> {
  const secret = client.onceSecret(id, field);
  if (!secret) return vscode.l10n.t('forgotten');
  await vscode.env.clipboard.writeText(secret.reveal());
  client.forgetOnceSecret(id, field);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied once, and forgotten here'), 5000);
  return vscode.l10n.t('copied');
}

/**
 * Adds a connection with a secret that the service shows this once. It is forgotten when there is one.
 * @returns why it can be had no more; empty where the person added none.
 */
export async function saveSecret(
  { client, connections, addConnection }: PanelParts,
  exchange: Exchange,
  field: string,
): Promise<string> {
  const secret = client.onceSecret(exchange.id, field);
  const connection = connections.find(exchange.connection);
  if (!secret || !connection) return vscode.l10n.t('forgotten');
  const before = new Set(connections.list().map(({ id }) => id));
  const { region, baseUrl } = connection;
  await addConnection({ service: connections.definitionOf(connection), key: secret.reveal(), region, baseUrl });
  if (connections.list().every(({ id }) => before.has(id))) return '';
  client.forgetOnceSecret(exchange.id, field);
  return vscode.l10n.t('saved as a connection');
}
