import * as vscode from 'vscode';
import { singleLine } from '../../base/text.ts';
import type { RequestDraft } from '../../client/draft.ts';
import { type RequestPreview, previewRequest } from '../../client/preview.ts';
import type { Connection } from '../../connections/connection.ts';
import type { Connections } from '../../connections/connections.ts';
import type { Protection } from '../../connections/protection.ts';
import type { Selection } from '../../connections/selection.ts';
import type { Projects } from '../../resources/projects.ts';
import { credentialHeader } from './headerWarnings.ts';
import { confirm, plain } from '../messages.ts';
import { connectionTitle, keyTitle, projectTitle } from '../words.ts';

export interface WriteParts {
  readonly connections: Connections;
  readonly selection: Selection;
  readonly projects: Projects;
  readonly protection: Protection;
}

/**
 * Asks a person about a request that may change something, whoever is about to send it. A read asks nothing. A write
 * to a protected project wants its name typed.
 * @returns whether it may be sent. What was switched or replaced while the question stood is asked about again: the
 *   project, the address, the key.
 */
export async function confirmWrite(parts: WriteParts, draft: RequestDraft): Promise<boolean> {
  for (;;) {
    const preview = previewOf(parts, draft);
    // What would not be sent asks nothing: why it is not sent is shown as its answer.
    if (!preview || preview.reads) return true;
    const connection = parts.connections.get(draft.connection);
    const asked = destinationOf(connection, preview);
    if (!(await ask(parts, connection, preview))) return false;
    if (destinationOf(parts.connections.get(draft.connection), previewOf(parts, draft)) === asked) return true;
  }
}

function previewOf({ connections, selection, projects }: WriteParts, draft: RequestDraft): RequestPreview | undefined {
  const connection = connections.get(draft.connection);
  return previewRequest(draft, {
    connection,
    definition: connections.definitionOf(connection),
    selected: selection.project(connection.id),
    bound: projects.bound(connection.id),
  });
}

/** All that the question names, to be compared. */
function destinationOf({ baseUrl, keyEnding, keyKind }: Connection, preview: RequestPreview | undefined): string {
  return JSON.stringify([preview?.named, baseUrl, keyEnding, keyKind]);
}

function ask(parts: WriteParts, connection: Connection, preview: RequestPreview): Promise<boolean> {
  const { connections, protection, projects } = parts;
  const definition = connections.definitionOf(connection);
  const { one } = definition.projectTerm;
  const { method, scope } = preview;
  const path = singleLine(preview.path, 200);
  const known = scope.project === undefined ? undefined : projects.known(connection.id, scope.project);
  const project = known
    ? projectTitle(known)
    : singleLine(scope.projectName ?? scope.project ?? '', 80) ||
      (connection.keyKind === 'one-project' ? vscode.l10n.t("the key's own {0}", one) : vscode.l10n.t('no {0}', one));
  const goes = vscode.l10n.t(
    'It goes to {0} / {1} with {2}, once, and is not repeated.',
    connectionTitle(connection, definition),
    project,
    preview.isSent(credentialHeader(definition.auth)) ? vscode.l10n.t('a key typed by hand') : keyTitle(connection),
  );
  const guarded = preview.named
    .map((name) => protection.find(connection.id, projects.known(connection.id, name)?.id ?? name))
    .find((found) => found !== undefined);
  if (guarded) {
    const reason = vscode.l10n.t('{0} is protected.', projectTitle(guarded));
    return askForName(`${method} ${path}`, `${reason} ${goes}`, projectTitle(guarded));
  }
  if (preview.isUnnamed && protection.of(connection.id).length > 0) {
    const reason = vscode.l10n.t('The request names no {0}, so it may reach a protected one.', one);
    return askForName(`${method} ${path}`, `${reason} ${goes}`, singleLine(connection.label, 80));
  }
  return confirm(vscode.l10n.t('{0} {1} may change data. Send it?', method, path), goes, vscode.l10n.t('Send'));
}

/**
 * Agreed to only by typing the name in full. VS Code makes links of `[text](link)` in an input box too, so brackets are
 * shown as their wide forms; either is taken.
 */
async function askForName(request: string, told: string, name: string): Promise<boolean> {
  const isName = (text: string) => plain(text) === plain(name);
  const prompt = plain(`${told} ${vscode.l10n.t('Type {0} to send it.', name)}`);
  const typed = await vscode.window.showInputBox({
    title: plain(vscode.l10n.t('{0} may change data', request)),
    prompt,
    placeHolder: name,
    ignoreFocusOut: true,
    validateInput: (text) => (isName(text) ? undefined : prompt),
  });
  return typed !== undefined && isName(typed);
}
