import * as vscode from 'vscode';
import type { Connection } from '../connections/connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { Selection } from '../connections/selection.ts';
import { activeConnection } from './statusBar.ts';
import type { Target } from './target.ts';
import { connectionTitle, keyTitle } from './words.ts';

/**
 * The connection that a command acts on: the one it was called with, the only one there is, or the one that the person
 * chooses now. Undefined when the person chose none.
 * @throws InputError when the command was called with a connection that does not exist.
 */
export async function pickConnection(
  { connections, selection }: { connections: Connections; selection: Selection },
  target: Target,
  placeHolder: string,
  fits: (connection: Connection) => boolean = () => true,
): Promise<Connection | undefined> {
  if (target.connection !== undefined) return connections.get(target.connection);
  const list = connections.list().filter(fits);
  if (list.length <= 1) return list[0];
  const active = activeConnection(connections, selection);
  const items = list
    .toSorted((one, other) => Number(other.id === active?.id) - Number(one.id === active?.id))
    .map((connection) => ({
      label: connectionTitle(connection, connections.definitionOf(connection)),
      description: keyTitle(connection),
      connection,
    }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.connection;
}
