import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable.ts';
import type { Connections } from '../connections/connections.ts';
import { contextKeys } from '../manifest.ts';
import type { Log } from './log.ts';
import { showError } from './messages.ts';
import type { PracticeMode } from './practiceMode.ts';
import { practiceIsEnabled } from './settings.ts';
import type { Explorer } from './tree/explorer.ts';

interface StateParts {
  readonly connections: Connections;
  readonly practice: PracticeMode;
  readonly explorer: Explorer;
  readonly log: Log;
}

/** Keeps VS Code's view of things in step: context keys, practice mode by setting. */
export function followState({ connections, practice, explorer, log }: StateParts): vscode.Disposable {
  const disposables = new DisposableStore();
  const tellConnections = () =>
    void vscode.commands.executeCommand('setContext', contextKeys.hasConnections, connections.list().length > 0);
  disposables.add(connections.onDidChange(tellConnections));
  tellConnections();
  disposables.add(
    explorer.onDidOpen(() => {
      if (!practiceIsEnabled() || practice.isRunning) return;
      practice.start().catch((error: unknown) => {
        log.error('Practice mode did not start', error);
        void showError(
          vscode.l10n.t('Practice mode did not start: this machine let no server listen. The log says more.'),
        );
      });
    }),
  );
  return disposables;
}
