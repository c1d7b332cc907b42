import * as vscode from 'vscode';
import { InputError } from '../../connections/inputError.ts';
import { type RequestToSave, writeHttpFile } from '../../formats/writeHttpFile.ts';
import { findOperation } from '../../services/operations.ts';
import type { KeepingParts } from '../keeping/parts.ts';
import type { PanelContext } from '../panel/context.ts';
import type { PanelDraft } from '../panel/protocol.ts';
import { findHttpFiles, isHttpFile } from './files.ts';

const USED_LAST = 'bearings.httpFile';

/**
 * Saves a panel's request in an HTTP file of the workspace, under a name, and shows it there. The key is never in it.
 * @throws InputError when the request could not be sent, or a file cannot hold it.
 */
export async function saveRequest(parts: KeepingParts, draft: PanelDraft, context: PanelContext): Promise<void> {
  const connection = parts.connections.get(context.connection);
  const definition = parts.connections.definitionOf(connection);
  const request = context.request(draft);
  const operation = findOperation(definition, draft.method, draft.path.split('?')[0] ?? '');
  const toSave = { draft: request, connection, definition, selected: context.project };
  const proposed = operation?.title ?? `${request.method} ${draft.path}`;
  // Whatever keeps it from being saved is told before anything is asked.
  written([{ ...toSave, name: proposed }], '');
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Save the request'),
    prompt: vscode.l10n.t('Its name in the file. A variable stands for the key.'),
    value: proposed,
    // A name may be copied from elsewhere.
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Type a name.') : undefined),
  });
  if (name === undefined) return;
  const file = await pickFile(parts);
  if (!file) return;
  await append(file, { ...toSave, name });
  await parts.memory.update(USED_LAST, file.toString());
}

function written(requests: readonly RequestToSave[], existing: string): string {
  const text = writeHttpFile(requests, existing);
  if (!text.ok) throw new InputError(text.error);
  return text.value;
}

/** The one used last comes first. Undefined when none was chosen. */
async function pickFile({ memory }: KeepingParts): Promise<vscode.Uri | undefined> {
  const usedLast = memory.get(USED_LAST);
  const files = await filesWith(typeof usedLast === 'string' ? usedLast : undefined);
  if (files.length === 0) return newFile();
  const items = files
    .map((uri) => ({ uri, isLast: uri.toString() === usedLast }))
    .toSorted((one, other) => Number(other.isLast) - Number(one.isLast))
    .map(({ uri, isLast }) => ({
      label: vscode.workspace.asRelativePath(uri),
      description: isLast ? vscode.l10n.t('used last') : '',
      uri,
    }));
  const other = { label: `$(new-file) ${vscode.l10n.t('New file…')}`, description: '', uri: undefined };
  const title = vscode.l10n.t('Save the request');
  const placeHolder = vscode.l10n.t('Which file do you want to add it to?');
  const options = { title, placeHolder, ignoreFocusOut: true };
  const picked = await vscode.window.showQuickPick([...items, other], options);
  return picked && (picked.uri ?? newFile());
}

/** The files of the workspace, and the one used last where it lies elsewhere and is still there. */
async function filesWith(usedLast: string | undefined): Promise<readonly vscode.Uri[]> {
  const files = await findHttpFiles();
  if (usedLast === undefined || files.some((uri) => uri.toString() === usedLast)) return files;
  const uri = vscode.Uri.parse(usedLast, true);
  return (await exists(uri)) ? [uri, ...files] : files;
}

async function newFile(): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the request'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'requests.http') }),
    filters: { [vscode.l10n.t('HTTP requests')]: ['http', 'rest'] },
  });
  if (!chosen) return undefined;
  return isHttpFile(chosen) ? chosen : chosen.with({ path: `${chosen.path}.http` });
}

/** Puts the request at the end of a file and shows it. What the person has not saved of that file stays unsaved. */
async function append(file: vscode.Uri, request: RequestToSave): Promise<void> {
  if (!(await exists(file))) {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(written([request], '')));
    await show(await vscode.workspace.openTextDocument(file));
    return;
  }
  const document = await vscode.workspace.openTextDocument(file);
  const wasSaved = !document.isDirty;
  const existing = document.getText();
  const text = written([request], existing);
  const kept = commonLength(existing, text);
  const edit = new vscode.WorkspaceEdit();
  const end = new vscode.Range(document.positionAt(kept), document.positionAt(existing.length));
  edit.replace(file, end, text.slice(kept));
  const name = vscode.workspace.asRelativePath(file);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new InputError(vscode.l10n.t('{0} could not be changed. Is it read-only?', name));
  }
  if (wasSaved && !(await document.save())) {
    throw new InputError(vscode.l10n.t('{0} has the request now, but could not be saved. Save it by hand.', name));
  }
  await show(document);
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** Shows the last request of a file. */
async function show(document: vscode.TextDocument): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const lines = document.getText().split(/\r?\n/u);
  const start = new vscode.Position(
    Math.max(
      0,
      lines.findLastIndex((line) => line.startsWith('###')),
    ),
    0,
  );
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
