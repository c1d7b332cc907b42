import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { showError } from '../messages.ts';
import type { CommandParts } from './parts.ts';

export interface RefusedRow {
  readonly rowId: string;
  readonly connection: string;
  readonly exchange: string;
}

/**
 * Does what may mend the refusal of a tree row, and asks for the row's page again if that changed anything: the tree
 * shows it when it came, and a message says so when it was refused again.
 */
export async function mendRow(
  parts: CommandParts,
  { rowId, connection, exchange }: RefusedRow,
  mend: () => void | Promise<void>,
): Promise<void> {
  const { connections, selection, client, explorer, diagnosis } = parts;
  let hasChanged = false;
  const changed = () => (hasChanged = true);
  const watch = new DisposableStore();
  watch.add(selection.onDidChange(changed));
  watch.add(connections.onDidChangeKey((id) => id === connection && changed()));
  // VS Code may tell of a key only after it was stored; that its connection was written is told at once.
  watch.add(connections.onDidChange(changed));
  watch.add(client.onDidForgetTokens((id) => id === connection && changed()));
  try {
    await mend();
  } finally {
    watch.dispose();
  }
  // A person who closed the dialog is not to be asked a call for it.
  if (!hasChanged) return;
  const refusal = await explorer.retry(rowId, exchange);
  if (!refusal) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) That helped: the list is there'), 5000);
    return;
  }
  const [cause] = await diagnosis.diagnose(refusal);
  void showError(vscode.l10n.t('That did not help yet. {0}', cause?.title ?? ''));
}
