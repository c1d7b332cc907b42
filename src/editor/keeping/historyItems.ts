import * as vscode from 'vscode';
import { singleLine } from '../../base/text.ts';
import type { HistorySummary } from '../../client/historyRecord.ts';
import type { Connection } from '../../connections/connection.ts';
import type { Connections } from '../../connections/connections.ts';
import { connectionTitle, projectTitle, timeWords } from '../words.ts';
import { outcomeWords } from './entryWords.ts';

/** An entry of the history as one row of a list. */
export function summaryItem(entry: HistorySummary): vscode.QuickPickItem {
  const project = entry.project ? [projectTitle(entry.project)] : [];
  return {
    iconPath: outcomeIcon(entry),
    label: singleLine(`${entry.method} ${entry.path}`, 120),
    description: [outcomeWords(entry), ...project].join(' · '),
    detail: `${timeWords(entry.startedAt)} · ${singleLine(entry.connectionTitle, 80)}`,
  };
}

/** What is left of the row of an entry that was deleted while the list is open. */
export function deletedItem(entry: HistorySummary): vscode.QuickPickItem {
  const { label, detail = '' } = summaryItem(entry);
  return { iconPath: new vscode.ThemeIcon('trash'), label, description: vscode.l10n.t('deleted'), detail };
}

/** How it ended, for the eye; the words beside it say the same. */
export function outcomeIcon({ status, failure }: Pick<HistorySummary, 'status' | 'failure'>): vscode.ThemeIcon {
  if (failure === 'aborted' || failure === 'not-sent') return new vscode.ThemeIcon('circle-slash');
  return failure || status === undefined || status >= 400
    ? new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed'))
    : new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
}

export function connectionWords(
  { connections }: { readonly connections: Connections },
  connection: Connection,
): string {
  return connectionTitle(connection, connections.definitionOf(connection));
}
