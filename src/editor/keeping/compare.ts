import * as vscode from 'vscode';
import { singleLine } from '../../base/text.ts';
import type { Exchange } from '../../client/exchange.ts';
import { showInformation } from '../messages.ts';
import { timeWords } from '../words.ts';
import { outcomeOf, outcomeWords, projectWords } from './entryWords.ts';
import { exchangeText } from './exchangeText.ts';
import { connectionWords, outcomeIcon, summaryItem } from './historyItems.ts';
import { HistoryFolder } from './historyFolder.ts';
import { keptByNow } from './keepSent.ts';
import type { KeepingParts } from './parts.ts';

interface Candidate extends vscode.QuickPickItem {
  readonly load?: () => Promise<Exchange | undefined>;
}

/** Lets a person choose what to hold an exchange against: what other panels show, or an entry of the history. */
export async function compareExchange(parts: KeepingParts, exchange: Exchange): Promise<void> {
  const candidates = await candidatesFor(parts, exchange);
  if (candidates.length === 0) {
    void showInformation(vscode.l10n.t('There is nothing to compare with yet. Send another request from a panel.'));
    return;
  }
  const picked = await vscode.window.showQuickPick(candidates, {
    title: vscode.l10n.t('Compare {0}', requestWords(exchange)),
    placeHolder: vscode.l10n.t('Which answer do you want to compare it with?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked?.load) return;
  const other = await picked.load();
  if (other) await showComparison(parts, exchange, other);
  else void showInformation(vscode.l10n.t('This entry of the history is gone, or cannot be read.'));
}

/** Opens two exchanges in the diff editor, the earlier one on the left. */
async function showComparison(parts: KeepingParts, one: Exchange, other: Exchange): Promise<void> {
  const [left, right] = one.startedAt <= other.startedAt ? [one, other] : [other, one];
  await showSides(parts, left, right);
}

/** Opens two exchanges in the diff editor, in this order. */
export async function showSides(parts: KeepingParts, left: Exchange, right: Exchange): Promise<void> {
  const side = (exchange: Exchange) => ({
    name: `${requestWords(exchange)} ${sideWords(parts, exchange)}.txt`,
    text: exchangeText(exchange, projectWords(parts, exchange)),
  });
  const isOther = requestWords(left) !== requestWords(right);
  const after = isOther ? `${requestWords(right)}: ${sideWords(parts, right)}` : sideWords(parts, right);
  const title = `${requestWords(left)}: ${sideWords(parts, left)} ↔ ${after}`;
  await parts.documents.compare(side(left), side(right), title);
}

async function candidatesFor(parts: KeepingParts, exchange: Exchange): Promise<Candidate[]> {
  const open = parts
    .panels()
    .exchanges()
    .filter(({ id }) => id !== exchange.id);
  const shown = new Set([exchange.id, ...open.map(({ id }) => id)]);
  await keptByNow();
  const kept = (await new HistoryFolder(parts.storage).list()).filter(({ id }) => !shown.has(id));
  const candidates = [
    ...open.map((other) => ({ key: requestKey(other), item: panelItem(parts, other) })),
    ...kept.map((entry) => ({
      key: entry.operation ?? `${entry.method} ${entry.path}`,
      item: {
        ...summaryItem(entry),
        load: async () => (await new HistoryFolder(parts.storage).entry(entry.name))?.exchange,
      },
    })),
  ];
  const same = candidates.filter(({ key }) => key === requestKey(exchange)).map(({ item }) => item);
  const others = candidates.filter(({ key }) => key !== requestKey(exchange)).map(({ item }) => item);
  return [
    ...section(vscode.l10n.t('Answers to the same operation'), same),
    ...section(vscode.l10n.t('Other answers'), others),
  ];
}

function section(label: string, items: readonly Candidate[]): Candidate[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function panelItem(parts: KeepingParts, exchange: Exchange): Candidate {
  const { connections } = parts;
  const connection = connections.find(exchange.connection);
  const detail = [
    vscode.l10n.t('in an open panel'),
    timeWords(exchange.startedAt),
    ...(connection ? [connectionWords(parts, connection)] : []),
  ];
  return {
    iconPath: outcomeIcon(outcomeOf(exchange)),
    label: requestWords(exchange),
    description: [outcomeWords(outcomeOf(exchange)), projectWords(parts, exchange)].filter(Boolean).join(' · '),
    detail: detail.join(' · '),
    load: () => Promise.resolve(exchange),
  };
}

function requestKey({ operation, request }: Exchange): string {
  return operation ?? `${request.method} ${new URL(request.url).pathname}`;
}

function requestWords(exchange: Exchange): string {
  return singleLine(requestKey(exchange), 80);
}

function sideWords(parts: KeepingParts, exchange: Exchange): string {
  return [projectWords(parts, exchange), timeWords(exchange.startedAt)].filter(Boolean).join(' ');
}
