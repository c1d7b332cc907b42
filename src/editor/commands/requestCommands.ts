import * as vscode from 'vscode';
import { singleLine } from '../../base/text.ts';
import type { Connection, Project } from '../../connections/connection.ts';
import { InputError } from '../../connections/inputError.ts';
import type { ServiceDefinition } from '../../services/definition.ts';
import type { Operation } from '../../services/operationSchema.ts';
import { operationKey } from '../../services/operations.ts';
import { type CopiedRequest, copyIn, pickFormat } from '../keeping/copyAs.ts';
import { formatJson } from '../panel/json.ts';
import { pickConnection } from '../pickConnection.ts';
import { pickProject } from '../projectPicker.ts';
import type { Target } from '../target.ts';
import type { CommandParts } from './parts.ts';

/** Opens a request panel, filled in as far as the target tells. Sends nothing. */
export async function openRequest(parts: CommandParts, target: Target): Promise<void> {
  // Where requests go is the selection's to say; only without one there is something to ask.
  const chosen = target.connection ?? parts.connections.find(parts.selection.activeConnection ?? '')?.id;
  const connection = await pickConnection(
    parts,
    chosen === undefined ? {} : { connection: chosen },
    vscode.l10n.t('Which connection do you want to send with?'),
  );
  if (!connection) return;
  const draft = {
    ...(target.method !== undefined && { method: target.method.toUpperCase() }),
    ...(target.path !== undefined && { path: target.path }),
  };
  // A row of the tree means its own project, whichever is active.
  const project = target.project === undefined ? undefined : parts.projects.named(connection.id, target.project);
  await parts.panels.compose(connection.id, draft, project);
}

/** Points a connection at the project that it was called with, or at the one that the person picks. */
export async function switchProject(parts: CommandParts, target: Target): Promise<void> {
  const { connections, selection, projects } = parts;
  if (target.project === undefined || target.connection === undefined) return pickProject(parts, target.connection);
  connections.get(target.connection);
  await selection.select(target.connection, projects.named(target.connection, target.project));
}

export async function copyAsCurl(parts: CommandParts, target: Target): Promise<void> {
  const request = await requestToCopy(parts, target);
  if (request) await copyIn(parts, 'curl', request);
}

/** Copies the request of a row, or of an operation that the person picks, in the format that the person picks. */
export async function copyAs(parts: CommandParts, target: Target): Promise<void> {
  const request = await requestToCopy(parts, target);
  const format = request && (await pickFormat(parts.keeping.memory));
  if (format) await copyIn(parts, format.id, request);
}

/** The request that a row stands for, or that of an operation that the person picks. Undefined when none was picked. */
async function requestToCopy(parts: CommandParts, target: Target): Promise<CopiedRequest | undefined> {
  const { connections, selection, projects } = parts;
  const connection = await pickConnection(parts, target, vscode.l10n.t('Which connection is the request for?'));
  if (!connection) return undefined;
  const definition = connections.definitionOf(connection);
  const request =
    target.path === undefined ? await pickOperation(definition) : { method: target.method ?? 'GET', path: target.path };
  if (!request) return undefined;
  const project =
    target.project === undefined ? selection.project(connection.id) : projects.named(connection.id, target.project);
  const path = withVariables(request.path, definition, project);
  return { draft: { connection: connection.id, method: request.method, path }, connection, definition, project };
}

/** Placeholders stay readable in the copied command: `{monitorId}` becomes `MONITOR_ID`. The project fills its own. */
function withVariables(path: string, { scope }: ServiceDefinition, project: Project | undefined): string {
  return path.replaceAll(/\{([^{}/]+)\}/gu, (placeholder, name: string) =>
    project && scope.by === 'path' && scope.parameter === name
      ? placeholder
      : name.replaceAll(/([a-z])([A-Z])/gu, '$1_$2').toUpperCase(),
  );
}

async function pickOperation(definition: ServiceDefinition): Promise<Operation | undefined> {
  const items = definition.operations.map((operation) => ({
    label: operation.title,
    description: operationKey(operation),
    operation,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Which operation?'),
    matchOnDescription: true,
  });
  return picked?.operation;
}

/** Opens what a list told of one entry. Sends nothing. */
export async function openJson(parts: CommandParts, argument: unknown): Promise<void> {
  const row = rowOf(argument);
  if (!row) throw new InputError(vscode.l10n.t('Choose an entry of the tree to open.'));
  await parts.documents.open(`${row.label}.json`, formatJson(JSON.stringify(row.value, null, 2) ?? 'null'), 'json');
}

export async function copyId(target: Target, argument: unknown): Promise<void> {
  const id = rowOf(argument)?.id ?? target.project;
  if (!id) throw new InputError(vscode.l10n.t('Choose an entry of the tree whose id you want.'));
  await vscode.env.clipboard.writeText(id);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied {0}', singleLine(id, 40)), 3000);
}

function rowOf(argument: unknown): { id: string; label: string; value: unknown } | undefined {
  const { row } = (argument ?? {}) as { row?: { id?: unknown; label?: unknown; value?: unknown } };
  return typeof row?.id === 'string' && typeof row.label === 'string'
    ? { id: row.id, label: row.label, value: row.value }
    : undefined;
}

/** Asks again for what is loaded: of one collection, of one project, of one connection, or of all. */
export async function refresh(parts: CommandParts, target: Target): Promise<void> {
  const { connections, projects, resources } = parts;
  connections.reload();
  resources.reset(
    (key) =>
      (target.connection === undefined || key.connection === target.connection) &&
      (target.collection === undefined || key.collection === target.collection) &&
      (target.project === undefined || key.project === target.project),
  );
  if (target.collection !== undefined || target.project !== undefined) return;
  const chosen = target.connection === undefined ? connections.list() : [connections.get(target.connection)];
  chosen.forEach(({ id }: Connection) => projects.of(id).reset());
}

/** Points a connection at the project of a row. */
export async function makeActiveProject(parts: CommandParts, target: Target): Promise<void> {
  if (target.connection === undefined || target.project === undefined) {
    throw new InputError(vscode.l10n.t('Choose a project of the tree to make active.'));
  }
  await switchProject(parts, target);
}

/** Shows only the rows of a collection that have a text in them. */
export async function filterCollection(parts: CommandParts, target: Target): Promise<void> {
  const { rowId } = target;
  if (rowId === undefined || target.collection === undefined) {
    throw new InputError(vscode.l10n.t('Choose a collection of the tree to filter.'));
  }
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter entries'),
    prompt: vscode.l10n.t('Shows the loaded entries that have this text in a field. Empty shows all.'),
    value: parts.explorer.filterOf(rowId),
  });
  if (text !== undefined) parts.explorer.filter(rowId, text.trim());
}

/** Opens the page that the service has for an entry. */
export async function openInBrowser(argument: unknown): Promise<void> {
  const { row } = (argument ?? {}) as { row?: { page?: unknown } };
  if (typeof row?.page !== 'string') throw new InputError(vscode.l10n.t('No page is known for this entry.'));
  await vscode.env.openExternal(vscode.Uri.parse(row.page, true));
}
