import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable.ts';
import type { Connections } from '../connections/connections.ts';

const BELL = 'bearings.connectionsChanged';
/** After a ring, how long the list may take to come over from the other window. Reading it again costs nothing. */
const LOOK_AGAIN_AFTER_MS = [0, 250, 1000, 3000] as const;

/**
 * Follows changes of the connections in other windows. VS Code brings a changed `globalState` over to them, but tells
 * only of changed secrets; so a secret that holds no more than the time is changed with the list.
 */
export function followOtherWindows(secrets: vscode.SecretStorage, connections: Connections): vscode.Disposable {
  const disposables = new DisposableStore();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  disposables.add(
    connections.onDidStore(() => {
      // Where the storage refuses, the other windows follow when they get the focus.
      secrets.store(BELL, String(Date.now())).then(undefined, () => undefined);
    }),
  );
  disposables.add(
    secrets.onDidChange(({ key }) => {
      if (key !== BELL) return;
      for (const wait of LOOK_AGAIN_AFTER_MS) timers.add(setTimeout(() => connections.reload(), wait));
    }),
  );
  disposables.add(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) connections.reload();
    }),
  );
  disposables.add({
    dispose() {
      for (const timer of timers) clearTimeout(timer);
    },
  });
  return disposables;
}
