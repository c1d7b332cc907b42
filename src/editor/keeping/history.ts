import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { reasonOf } from '../../base/text.ts';
import type { HistoryEntry } from '../../client/history.ts';
import { clearBodies } from '../clearBodies.ts';
import { confirm, showError, showInformation } from '../messages.ts';
import { historyLimit } from '../settings.ts';
import { projectTitle } from '../words.ts';
import { compareExchange } from './compare.ts';
import { dayWords, momentWords } from './entryWords.ts';
import { HistoryFolder, type ListedEntry } from './historyFolder.ts';
import { deletedItem, summaryItem } from './historyItems.ts';
import { keptByNow } from './keepSent.ts';
import type { KeepingParts } from './parts.ts';

interface EntryItem extends vscode.QuickPickItem {
  readonly entry?: ListedEntry;
}

/** Lets a person choose from what was sent in this workspace: to open it again, to compare it, or to delete it. */
export async function openHistory(parts: KeepingParts): Promise<void> {
  const folder = new HistoryFolder(parts.storage);
  await keptByNow();
  const entries = await folder.list();
  if (entries.length === 0) {
    void showInformation(
      historyLimit() === 0
        ? vscode.l10n.t('The history is off. The setting "bearings.history.maximumEntries" turns it on.')
        : vscode.l10n.t('Nothing was sent from a request panel in this workspace yet.'),
    );
    return;
  }
  const chosen = await chooseEntry(folder, entries);
  if (!chosen) return;
  const entry = await folder.entry(chosen.entry.name);
  if (!entry) return offerToDelete(folder, chosen.entry);
  if (chosen.compare) await compareExchange(parts, entry.exchange);
  else await openEntry(parts, entry);
}

/** Deletes the whole history of the workspace, after asking. */
export async function clearHistory({ storage }: KeepingParts): Promise<void> {
  const agreed = await confirm(
    vscode.l10n.t('Clear the history of this workspace?'),
    vscode.l10n.t('Every request and answer that Bearings keeps of it is deleted from this machine.'),
    vscode.l10n.t('Clear History'),
  );
  if (!agreed) return;
  await new HistoryFolder(storage).clear();
  await clearBodies(storage);
  vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('The history is cleared')}`, 5000);
}

async function chooseEntry(
  folder: HistoryFolder,
  entries: readonly ListedEntry[],
): Promise<{ readonly entry: ListedEntry; readonly compare: boolean } | undefined> {
  const compareButton = { iconPath: new vscode.ThemeIcon('diff'), tooltip: vscode.l10n.t('Compare with…') };
  const deleteButton = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Delete from the history') };
  const disposables = new DisposableStore();
  const picker = disposables.add(vscode.window.createQuickPick<EntryItem>());
  picker.title = vscode.l10n.t('History');
  picker.placeholder = vscode.l10n.t('Type to filter by method, path, status, project or connection');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.keepScrollPosition = true;
  const deleted = new Set<ListedEntry>();
  const show = () => {
    picker.items = itemsOf(entries, deleted, [compareButton, deleteButton]);
  };
  show();
  try {
    return await new Promise((resolve) => {
      disposables.add(
        picker.onDidAccept(() => {
          const entry = picker.selectedItems[0]?.entry;
          if (entry && !deleted.has(entry)) resolve({ entry, compare: false });
        }),
      );
      disposables.add(
        picker.onDidTriggerItemButton(({ item: { entry }, button }) => {
          if (!entry || deleted.has(entry)) return;
          if (button === compareButton) return resolve({ entry, compare: true });
          // Its row stays: the second click of a double click would delete the one that moved to its place.
          deleted.add(entry);
          show();
          picker.activeItems = picker.items.filter((item) => item.entry === entry);
          folder.delete(entry.name).catch((error: unknown) => {
            void showError(vscode.l10n.t('The entry could not be deleted: {0}', reasonOf(error)));
          });
          return undefined;
        }),
      );
      disposables.add(picker.onDidHide(() => resolve(undefined)));
      picker.show();
    });
  } finally {
    disposables.dispose();
  }
}

/** The entries under the days on which they were sent. Those that were just deleted keep their places. */
function itemsOf(
  entries: readonly ListedEntry[],
  deleted: ReadonlySet<ListedEntry>,
  buttons: readonly vscode.QuickInputButton[],
): EntryItem[] {
  const now = Date.now();
  const days = Map.groupBy(entries, ({ startedAt }) => dayWords(startedAt, now));
  return [...days].flatMap(([label, own]) => [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...own.map((entry) =>
      deleted.has(entry) ? { ...deletedItem(entry), entry } : { ...summaryItem(entry), entry, buttons },
    ),
  ]);
}

/** Opens a panel with what was sent and what came back then. Sends nothing. */
async function openEntry(parts: KeepingParts, entry: HistoryEntry): Promise<void> {
  const { connection, draft, project, exchange, omitted } = entry;
  const notes = [
    vscode.l10n.t('This answer is from the history: it was given on {0}.', momentWords(exchange.startedAt)),
    ...missingNotes(parts, entry),
    ...omitted,
    ...exchange.notes,
  ];
  await parts.panels().showKept(connection, draft, project, { ...exchange, notes });
}

/** What the request needs to be sent again, and is not there any more. */
function missingNotes({ connections, projects }: KeepingParts, entry: HistoryEntry): string[] {
  const { connection, connectionTitle, project } = entry;
  const found = connections.find(connection);
  if (!found) {
    return [vscode.l10n.t('Its connection {0} was removed, so it cannot be sent again from here.', connectionTitle)];
  }
  const list = projects.of(connection);
  const isGone = project && list.isLoaded && !list.hasMore && !list.refusal && !projects.known(connection, project.id);
  if (!isGone) return [];
  const { one } = connections.definitionOf(found).projectTerm;
  return [vscode.l10n.t('Its {0} {1} is not among those that the key reaches any more.', one, projectTitle(project))];
}

async function offerToDelete(folder: HistoryFolder, { name }: ListedEntry): Promise<void> {
  const remove = vscode.l10n.t('Delete Entry');
  const choice = await showInformation(
    vscode.l10n.t('This entry of the history cannot be read: its file is damaged or gone.'),
    remove,
  );
  if (choice === remove) await folder.delete(name);
}
