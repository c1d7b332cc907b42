import * as vscode from 'vscode';
import { activated } from './harness.ts';
import { recorderUrl } from './recorded.ts';

/** The key of the connection that the window before the reload leaves behind. */
export const LEFT_KEY = 'pha_org_practice_reload';
export const LEFT_LABEL = 'Left behind';

/** Stores a connection to the recorder, and hides the view so that the reloaded window does not open it by itself. */
export async function leaveConnection(): Promise<void> {
  const { bearings } = await activated();
  await bearings.connections.add({
    service: 'phare',
    key: LEFT_KEY,
    label: LEFT_LABEL,
    baseUrl: recorderUrl(),
  });
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('workbench.view.explorer');
}
