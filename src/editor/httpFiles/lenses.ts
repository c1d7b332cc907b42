import * as vscode from 'vscode';

/** By name and not by language: the languages of these files belong to other extensions, which may not be there. */
const HTTP_FILES: vscode.DocumentSelector = { pattern: '**/*.{http,rest}' };

/** Offers above each request of an HTTP file to open it in a panel. */
export function registerHttpLenses(): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(HTTP_FILES, {
    provideCodeLenses: async (document) => (await import('../later.ts')).later.httpLenses(document),
  });
}
