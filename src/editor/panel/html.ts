import * as vscode from 'vscode';

/** The page of the request panel: scripts and styles of the extension alone, nothing inline, nothing from a network. */
export function panelHtml(webview: vscode.Webview, dist: vscode.Uri): string {
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  const source = webview.cspSource;
  const policy = `default-src 'none'; script-src ${source}; style-src ${source}; font-src ${source}; img-src data: blob:`;
  // Without a translation the page speaks English, whatever VS Code speaks.
  const language = vscode.l10n.bundle ? vscode.env.language : 'en';
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link id="vscode-codicon-stylesheet" rel="stylesheet" href="${file('codicon.css')}">
  <link rel="stylesheet" href="${file('requestPanel.css')}">
  <title>${escaped(vscode.l10n.t('Request'))}</title>
</head>
<body>
  <bearings-request-panel></bearings-request-panel>
  <script src="${file('requestPanel.js')}"></script>
</body>
</html>`;
}

/** A text as it stands in HTML: a translation is not written with markup in mind. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
