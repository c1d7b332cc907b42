import * as vscode from 'vscode';
import { singleLine } from '../../base/text.ts';
import type { Connection } from '../../connections/connection.ts';
import { InputError } from '../../connections/inputError.ts';
import { goesTo, httpFileDraft } from '../../formats/httpFileDraft.ts';
import type { HttpFileRequest } from '../../formats/httpFileRequest.ts';
import { type HttpFile, readHttpFile } from '../../formats/readHttpFile.ts';
import { commands } from '../../manifest.ts';
import type { CommandParts } from '../commands/parts.ts';
import { pickConnection } from '../pickConnection.ts';
import { findHttpFiles, isHttpFile } from './files.ts';

/** A place in a file, as a lens gives it. */
interface RequestPlace {
  readonly uri: vscode.Uri;
  /** From 1; undefined for the whole file. */
  readonly line: number | undefined;
}

/** Above each request of a file, the offer to open it in a panel. */
export function httpLenses(document: vscode.TextDocument): vscode.CodeLens[] {
  return openable(readHttpFile(document.getText())).map(({ line }) => {
    const place: RequestPlace = { uri: document.uri, line };
    const title = vscode.l10n.t('Open in Bearings');
    const command = { title, command: commands.openHttpRequest, arguments: [place] };
    return new vscode.CodeLens(new vscode.Range(line - 1, 0, line - 1, 0), command);
  });
}

/**
 * Opens a request of an HTTP file in a panel: the one of a lens, the one at the cursor, or one that the person picks.
 * Sends nothing.
 * @param argument a place that a lens gave, or a file that a menu gave.
 */
export async function openHttpRequest(parts: CommandParts, argument: unknown): Promise<void> {
  const place = placeOf(argument) ?? (await pickFile());
  if (!place) return;
  const document = await vscode.workspace.openTextDocument(place.uri);
  const file = readHttpFile(document.getText());
  const name = vscode.workspace.asRelativePath(place.uri);
  const request = place.line === undefined ? await pickRequest(file, name) : requestAt(file, place.line, name);
  if (!request) return;
  const connection = await connectionFor(parts, request);
  if (!connection) return;
  const { connections, services, projects, panels } = parts;
  const definition = connections.definitionOf(connection);
  const { draft, project, notes } = httpFileDraft(request, connection, definition, services.list());
  const named = project ?? request.hints['project'];
  const told = [...problemsOf(file, request), ...notes].map((line) => singleLine(line, 500)).join('\n');
  const pinned = named === undefined ? undefined : projects.named(connection.id, named);
  await panels.compose(connection.id, draft, pinned, told || undefined);
}

/** Bearings exchanges keys for tokens itself: the request that a saved file has for that is nobody's to open. */
function openable({ requests }: HttpFile): readonly HttpFileRequest[] {
  return requests.filter(({ hints }) => hints['token'] === undefined);
}

function placeOf(argument: unknown): RequestPlace | undefined {
  const { uri, line } = (argument ?? {}) as { uri?: unknown; line?: unknown };
  if (uri instanceof vscode.Uri && typeof line === 'number') return { uri, line };
  const editor = vscode.window.activeTextEditor;
  const file = argument instanceof vscode.Uri ? argument : editor?.document.uri;
  if (!file || !isHttpFile(file)) return undefined;
  const isShown = editor?.document.uri.toString() === file.toString();
  return { uri: file, line: isShown ? editor.selection.active.line + 1 : undefined };
}

async function pickFile(): Promise<RequestPlace | undefined> {
  const files = await findHttpFiles();
  if (files.length === 0) {
    throw new InputError(
      vscode.l10n.t('There is no .http or .rest file in this workspace. Save a request from a panel first.'),
    );
  }
  const items = files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const placeHolder = vscode.l10n.t('Which file?');
  const picked = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { placeHolder });
  return picked && { uri: picked.uri, line: undefined };
}

async function pickRequest(file: HttpFile, name: string): Promise<HttpFileRequest | undefined> {
  const requests = openable(file);
  if (requests.length === 0) throw new InputError(noRequest(file, name));
  const items = requests.map((request) => ({
    label: request.name ?? `${request.method} ${request.url}`,
    description: request.name === undefined ? '' : `${request.method} ${request.url}`,
    detail: vscode.l10n.t('line {0}', request.line),
    request,
  }));
  const options = { placeHolder: vscode.l10n.t('Which request of {0}?', name), matchOnDescription: true };
  const picked = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, options);
  return picked?.request;
}

/**
 * The request at a line; between two of them, the one that follows.
 * @throws InputError with the problem that is there, where the line's request cannot be read.
 */
function requestAt(file: HttpFile, line: number, name: string): HttpFileRequest {
  const requests = openable(file);
  const at = requests.find((request) => request.line <= line && line <= request.endLine);
  if (at) return at;
  const next = requests.find((request) => request.line > line);
  const before = requests.findLast((request) => request.endLine < line);
  const problem = file.problems.find(
    (found) => found.line >= (before?.endLine ?? 0) && found.line <= (next?.line ?? Infinity),
  );
  if (problem) throw new InputError(atLine(problem));
  const found = next ?? before;
  if (!found) throw new InputError(noRequest(file, name));
  return found;
}

function noRequest({ problems }: HttpFile, name: string): string {
  const [problem] = problems;
  if (problem) return atLine(problem);
  return vscode.l10n.t(
    'There is no request in {0}. One begins with a method and an address, as in GET https://….',
    name,
  );
}

function problemsOf({ problems }: HttpFile, { line }: HttpFileRequest): string[] {
  return problems.filter(({ request }) => request === line).map(atLine);
}

function atLine({ line, message }: HttpFile['problems'][number]): string {
  return vscode.l10n.t('Line {0}: {1}', line, message);
}

/** The one connection that the request's host and hints allow; else the one that the person picks. */
async function connectionFor(parts: CommandParts, request: HttpFileRequest): Promise<Connection | undefined> {
  const all = parts.connections.list();
  if (all.length === 0)
    throw new InputError(vscode.l10n.t('There is no connection to send it with. Add a connection first.'));
  const { service } = request.hints;
  const ofService = (connection: Connection) => service === undefined || connection.service === service;
  const fits = (connection: Connection) => ofService(connection) && goesTo(request, connection);
  if (all.some(fits)) {
    return pickConnection(parts, {}, vscode.l10n.t('Which connection do you want to send it with?'), fits);
  }
  const question = vscode.l10n.t('No connection goes where the file says. Which one do you want to send it with?');
  const items = all.filter((connection) => ofService(connection) || !all.some(ofService));
  return pickConnection(parts, {}, question, (connection) => items.includes(connection));
}
