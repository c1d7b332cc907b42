import * as vscode from 'vscode';

/** More would be no list to choose from. */
const MOST_FILES = 100;

export function isHttpFile({ path }: vscode.Uri): boolean {
  return /\.(?:http|rest)$/iu.test(path);
}

/** The HTTP files of the workspace, by name. */
export async function findHttpFiles(): Promise<readonly vscode.Uri[]> {
  const files = await vscode.workspace.findFiles('**/*.{http,rest}', '**/node_modules/**', MOST_FILES);
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
