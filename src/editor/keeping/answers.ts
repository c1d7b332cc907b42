import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { PanelDraft } from '../panel/protocol.ts';
import { showSides } from './compare.ts';
import { type Destination, destinationTitle } from './destinationPicker.ts';
import { outcomeOf, outcomeWords } from './entryWords.ts';
import { connectionWords, outcomeIcon } from './historyItems.ts';
import type { KeepingParts } from './parts.ts';

/** What one project answered to a request that several were asked. */
export interface GivenAnswer {
  readonly destination: Destination;
  readonly draft: PanelDraft;
  readonly exchange: Exchange;
}

/** Shows answers to one request: one in a panel, two beside each other, more in a list from which each can be opened. */
export async function showAnswers(parts: KeepingParts, answers: readonly GivenAnswer[]): Promise<void> {
  const [first, second, third] = answers;
  if (!first) return;
  if (!second) await openPanel(parts, first);
  else if (!third) await showSides(parts, first.exchange, second.exchange);
  else await listAnswers(parts, first, answers);
}

function openPanel(parts: KeepingParts, { destination, draft, exchange }: GivenAnswer): Promise<void> {
  return parts.panels().showKept(exchange.connection, draft, destination.project, exchange);
}

/** The list stays while one answer after the other is opened; Escape closes it. */
async function listAnswers(parts: KeepingParts, first: GivenAnswer, answers: readonly GivenAnswer[]): Promise<void> {
  const disposables = new DisposableStore();
  const picker = disposables.add(vscode.window.createQuickPick<vscode.QuickPickItem & { answer: GivenAnswer }>());
  const panelButton = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: vscode.l10n.t('Open in a panel') };
  picker.title = vscode.l10n.t('{0} answers', answers.length);
  picker.placeholder = vscode.l10n.t('Enter compares with {0}', destinationTitle(parts, first.destination));
  picker.ignoreFocusOut = true;
  picker.matchOnDescription = true;
  picker.items = answers.map((answer) => ({
    iconPath: outcomeIcon(outcomeOf(answer.exchange)),
    label: destinationTitle(parts, answer.destination),
    description: outcomeWords(outcomeOf(answer.exchange)),
    detail: connectionWords(parts, answer.destination.connection),
    buttons: [panelButton],
    answer,
  }));
  const open = (opening: Promise<void>) => {
    opening.catch((error: unknown) => parts.log.error('An answer could not be opened', error));
  };
  await new Promise<void>((resolve) => {
    disposables.add(
      picker.onDidAccept(() => {
        const answer = picker.selectedItems[0]?.answer;
        if (!answer) return;
        open(answer === first ? openPanel(parts, first) : showSides(parts, first.exchange, answer.exchange));
      }),
    );
    disposables.add(picker.onDidTriggerItemButton(({ item }) => open(openPanel(parts, item.answer))));
    disposables.add(picker.onDidHide(() => resolve()));
    picker.show();
  });
  disposables.dispose();
}
