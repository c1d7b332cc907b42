import * as vscode from 'vscode';
import { InputError } from '../../connections/inputError.ts';
import type { Connection } from '../../connections/connection.ts';
import { commands, settings } from '../../manifest.ts';
import { countDown } from '../countdown.ts';
import { plain, showInformation } from '../messages.ts';
import { pickConnection } from '../pickConnection.ts';
import { choiceStep } from '../quickInput.ts';
import { probingMode } from '../settings.ts';
import type { Target } from '../target.ts';
import { connectionTitle, projectTitle } from '../words.ts';
import type { CommandParts } from './parts.ts';

/** Points a project-bound key at the one project that it is bound to: in words, no project is named any more. */
export async function useOwnProject(parts: CommandParts, target: Target): Promise<void> {
  const { connections, selection, projects } = parts;
  const isBound = ({ keyKind }: Connection) => keyKind === 'one-project';
  const connection = await pickConnection(
    parts,
    target,
    vscode.l10n.t('Whose own project do you want to use?'),
    isBound,
  );
  if (!connection) return sayNoneFits(parts, isBound, vscode.l10n.t('No key is known to be bound to one project.'));
  const definition = connections.definitionOf(connection);
  const { one } = definition.projectTerm;
  if (!isBound(connection)) {
    throw new InputError(
      vscode.l10n.t('This key is not known to be bound to one {0}. Test Key finds out how far it reaches.', one),
    );
  }
  if (definition.scope.by !== 'path') {
    const hadProject = selection.project(connection.id) !== undefined;
    await selection.select(connection.id, undefined);
    if (!hadProject) {
      // Nothing else would tell why nothing changes.
      void showInformation(
        vscode.l10n.t('Requests with this key go to its own {0}, unless a header typed by hand names another.', one),
      );
    }
    return;
  }
  // Where the project stands in the path, even its own has to be named.
  if (!projects.bound(connection.id)) await projects.of(connection.id).open();
  const own = projects.bound(connection.id);
  if (!own) {
    throw new InputError(
      vscode.l10n.t('Which {0} this key is bound to was not told by {1}. Choose it by its id.', one, definition.name),
    );
  }
  await selection.select(connection.id, own);
  vscode.window.setStatusBarMessage(plain(`$(check) ${projectTitle(own)}`), 5000);
}

/** Points a connection at another region of its service: id, label and key stay. */
export async function switchRegion(parts: CommandParts, target: Target): Promise<void> {
  const { connections, selection } = parts;
  const hasOthers = (connection: Connection) => connections.definitionOf(connection).regions.length > 1;
  const connection = await pickConnection(
    parts,
    target,
    vscode.l10n.t('Which connection do you want to point at another region?'),
    hasOthers,
  );
  if (!connection)
    return sayNoneFits(parts, hasOthers, vscode.l10n.t('No connection is to a service with several regions.'));
  const definition = connections.definitionOf(connection);
  if (!hasOthers(connection)) throw new InputError(vscode.l10n.t('{0} has one region only.', definition.name));
  const region = target.region ?? (await pickRegion(connection, definition.regions));
  if (region === undefined) return;
  const moved = await connections.switchRegion(connection.id, region);
  const name = definition.regions.find(({ id }) => id === region)?.name ?? region;
  const { one } = definition.projectTerm;
  // Regions share no projects: the one that was selected, or that a panel was opened for, means nothing there.
  await selection.select(connection.id, undefined);
  const title = connectionTitle(moved, definition);
  const choose = vscode.l10n.t('Choose {0}', one);
  const told = vscode.l10n.t('{0} now goes to {1} ({2}).', title, name, moved.baseUrl);
  // Not awaited: the notification stays until it is closed, and the command is done.
  void showInformation(told, ...(moved.keyKind === 'one-project' ? [] : [choose])).then((chosen) => {
    if (chosen === choose) void vscode.commands.executeCommand(commands.switchProject, { connection: connection.id });
  });
}

/** Where there was nothing to pick from. A person who picked none is told nothing. */
function sayNoneFits({ connections }: CommandParts, fits: (connection: Connection) => boolean, message: string): void {
  if (!connections.list().some(fits)) throw new InputError(message);
}

async function pickRegion(
  { region }: Connection,
  regions: readonly { readonly id: string; readonly name: string; readonly baseUrl: string }[],
): Promise<string | undefined> {
  const items = regions
    .filter(({ id }) => id !== region)
    .map(({ id, name, baseUrl }) => ({ label: name, description: baseUrl, id }));
  const chosen = await choiceStep({
    title: vscode.l10n.t('Switch region'),
    step: 1,
    totalSteps: 1,
    placeholder: vscode.l10n.t('Which region is the key from?'),
    items,
  });
  return typeof chosen === 'string' ? undefined : chosen.done.id;
}

/** Forgets the tokens that a key was exchanged for. Sends nothing; the next request asks for a new one. */
export async function renewToken(parts: CommandParts, target: Target): Promise<void> {
  const { connections, client } = parts;
  const hasTokens = (connection: Connection) => connections.definitionOf(connection).auth.type === 'exchange';
  const placeHolder = vscode.l10n.t('Whose token do you want to renew?');
  const connection = await pickConnection(parts, target, placeHolder, hasTokens);
  if (!connection) return sayNoneFits(parts, hasTokens, vscode.l10n.t('No connection exchanges its key for a token.'));
  if (!hasTokens(connection)) {
    const { name } = connections.definitionOf(connection);
    throw new InputError(vscode.l10n.t('{0} takes the key itself, so there is no token to renew.', name));
  }
  client.renewToken(connection.id);
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('$(check) The token is forgotten; the next request asks for a new one'),
    5000,
  );
}

/** What is waited for now: the exchange to be sent again, or the row. */
const waitedFor = new Set<string>();

/** Waits some seconds, shown and cancellable, and then sends the request of an exchange again. A write asks first. */
export async function sendLater({ panels, explorer }: CommandParts, target: Target): Promise<void> {
  const { rowId, exchange = '', seconds = 0 } = target;
  // Before the wait: a panel that is closed by now would be found out only at its end.
  if (rowId === undefined) panels.reveal(exchange);
  const what = rowId ?? exchange;
  // A second click is no second request.
  if (waitedFor.has(what)) return;
  waitedFor.add(what);
  try {
    if (!(await waited(Math.min(Math.max(seconds, 0), 3600)))) return;
  } finally {
    waitedFor.delete(what);
  }
  if (rowId !== undefined) await explorer.retry(rowId, exchange);
  // A person who sent it again meanwhile, or closed the panel, waits for nothing any more.
  else if (panels.exchanges().some(({ id }) => id === exchange)) await panels.sendAgain(exchange);
}

/** False when the person ended the wait. */
async function waited(seconds: number): Promise<boolean> {
  const until = Date.now() + seconds * 1000;
  const options = { location: vscode.ProgressLocation.Notification, title: 'Bearings', cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() => abort.abort());
    await countDown(
      () => until,
      abort.signal,
      (left) => progress.report({ message: vscode.l10n.t('Sends again in {0} s', left) }),
    );
    subscription.dispose();
    return !abort.signal.aborted;
  });
}

/** Sends the request of an exchange again, in the panel that shows it, or the page of a list that a row stands for. */
export async function sendAgain({ panels, explorer }: CommandParts, target: Target): Promise<void> {
  await (target.rowId === undefined ? panels.sendAgain(target.exchange ?? '') : explorer.loadMore(target.rowId));
}

/** Finds out more of a refusal by safe reads, in the panel that shows it, unless the person turned that off. */
export async function probe({ panels }: CommandParts, target: Target): Promise<void> {
  if (probingMode() === 'never') {
    throw new InputError(
      vscode.l10n.t('Probing is turned off by the setting "{0}", so nothing was sent.', settings.probing),
    );
  }
  await panels.probe(target.exchange ?? '');
}

/** Opens VS Code's own settings for proxy and certificates. */
export async function showProxySettings(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', 'http.proxy');
}
