import * as vscode from 'vscode';
import { BODIES } from './bodyFolder.ts';

/** Removes all bodies that were written to files. */
export async function clearBodies(storage: vscode.Uri): Promise<void> {
  const folder = vscode.Uri.joinPath(storage, BODIES);
  // Made before it is removed: VS Code logs an error for a folder that is not there.
  await vscode.workspace.fs.createDirectory(folder);
  await vscode.workspace.fs.delete(folder, { recursive: true, useTrash: false });
}
