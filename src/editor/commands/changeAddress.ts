import * as vscode from 'vscode';
import type { Connection } from '../../connections/connection.ts';
import { InputError } from '../../connections/inputError.ts';
import { atAddress } from '../../connections/region.ts';
import type { KeyReport } from '../../diagnosis/keyReport.ts';
import { commands } from '../../manifest.ts';
import { checkWithProgress } from '../keyCheckDialog.ts';
import { plain, showInformation } from '../messages.ts';
import { pickConnection } from '../pickConnection.ts';
import { inputStep } from '../quickInput.ts';
import type { Target } from '../target.ts';
import { connectionTitle } from '../words.ts';
import type { CommandParts } from './parts.ts';

/**
 * Points a connection at another address, which a person always types: a key goes nowhere else. The key is checked there
 * first, and nothing is stored unless the service accepts it.
 */
export async function changeAddress(parts: CommandParts, target: Target): Promise<void> {
  const { connections, selection } = parts;
  const isOwn = ({ id }: Connection) => !connections.isTemporary(id);
  const connection = await pickConnection(
    parts,
    target,
    vscode.l10n.t('Which connection do you want to point at another address?'),
    isOwn,
  );
  if (!connection) return;
  if (!isOwn(connection)) {
    throw new InputError(
      vscode.l10n.t('This connection belongs to practice mode, and goes to the stand-in on this machine only.'),
    );
  }
  const definition = connections.definitionOf(connection);
  const address = await askUntilAccepted(parts, connection);
  if (address === undefined) return;
  const moved = await connections.changeAddress(connection.id, address);
  // Another address may hold other projects: the one that was selected may mean nothing there.
  await selection.select(connection.id, undefined);
  const choose = vscode.l10n.t('Choose {0}', definition.projectTerm.one);
  const told = vscode.l10n.t(
    '{0} now goes to {1}, where its key works. It went to {2} before.',
    connectionTitle(moved, definition),
    moved.baseUrl,
    connection.baseUrl,
  );
  // Not awaited: the notification stays until it is closed, and the command is done.
  void showInformation(told, ...(moved.keyKind === 'one-project' ? [] : [choose])).then((chosen) => {
    if (chosen === choose) void vscode.commands.executeCommand(commands.switchProject, { connection: connection.id });
  });
}

/** Undefined when the person gave up. */
async function askUntilAccepted(parts: CommandParts, connection: Connection): Promise<string | undefined> {
  const definition = parts.connections.definitionOf(connection);
  let address = connection.baseUrl;
  for (;;) {
    const result = await inputStep({
      title: vscode.l10n.t('Change address of {0}', connectionTitle(connection, definition)),
      step: 1,
      totalSteps: 1,
      prompt: vscode.l10n.t('The base URL that requests and the key go to. The key is checked there first.'),
      placeholder: definition.regions.find(({ id }) => id === connection.region)?.baseUrl ?? connection.baseUrl,
      value: address,
      check: (text) => checkAddress(parts, connection, text),
    });
    if (typeof result === 'string') return undefined;
    address = result.done;
    const next = await checked(parts, connection, address);
    if (next !== 'again') return next === 'accepted' ? address : undefined;
  }
}

/** Tells while typing where the key would go; refuses what cannot be an address of this connection. */
function checkAddress(
  { connections }: CommandParts,
  connection: Connection,
  text: string,
): { error?: string; hint?: string } {
  try {
    const { baseUrl } = atAddress(connection, connections.definitionOf(connection), text);
    return baseUrl === connection.baseUrl
      ? { error: vscode.l10n.t('The connection goes there already. Type another address.') }
      : { hint: vscode.l10n.t('Requests and the key go to {0}.', baseUrl) };
  } catch (error) {
    if (error instanceof InputError) return { error: error.message };
    throw error;
  }
}

/** Checks the key at an address without storing anything. */
async function checked(
  parts: CommandParts,
  connection: Connection,
  address: string,
): Promise<'accepted' | 'again' | 'given up'> {
  const { connections } = parts;
  const definition = connections.definitionOf(connection);
  const key = await connections.key(connection.id);
  if (!key) throw new InputError(vscode.l10n.t('No key is stored for this connection, so none can be checked there.'));
  const { keyCheck } = await parts.diagnosis.load();
  const candidate = { ...atAddress(connection, definition, address), id: crypto.randomUUID() };
  const trial = connections.tryOut({ connection: candidate, key });
  try {
    for (;;) {
      const report = await checkWithProgress(keyCheck, candidate, definition);
      if (report?.verdict === 'valid') return 'accepted';
      const choice = await askAbout(report, connection.baseUrl);
      if (choice !== 'check') return choice;
    }
  } finally {
    trial.dispose();
  }
}

async function askAbout(report: KeyReport | undefined, address: string): Promise<'check' | 'again' | 'given up'> {
  const [cause] = report?.diagnosis ?? [];
  const items = [
    { label: vscode.l10n.t('$(edit) Type another address'), choice: 'again' as const },
    { label: vscode.l10n.t('$(refresh) Check again'), choice: 'check' as const },
    { label: vscode.l10n.t('$(discard) Keep the address as it was'), choice: 'given up' as const },
  ];
  const title = report ? (cause?.title ?? vscode.l10n.t('The key could not be checked')) : '';
  const picked = await vscode.window.showQuickPick(items, {
    title: plain(title === '' ? vscode.l10n.t('The check was cancelled') : title),
    placeHolder: vscode.l10n.t('Nothing was changed: the connection still goes to {0}.', address),
    ignoreFocusOut: true,
  });
  return picked?.choice ?? 'given up';
}
