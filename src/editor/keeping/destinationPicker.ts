import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { singleLine } from '../../base/text.ts';
import type { Connection, Project } from '../../connections/connection.ts';
import type { PagedList } from '../../resources/pagedList.ts';
import { showRows } from '../pickerRows.ts';
import { projectTitle } from '../words.ts';
import { connectionWords } from './historyItems.ts';
import type { KeepingParts } from './parts.ts';

/** Where a request can go besides: a connection, and one of its projects unless its key has its own or needs none. */
export interface Destination {
  readonly connection: Connection;
  readonly project: Project | undefined;
}

interface DestinationItem extends vscode.QuickPickItem {
  readonly key?: string;
  readonly destination?: Destination;
}

export interface DestinationQuestion {
  readonly title: string;
  /** Those of one service. */
  readonly connections: readonly Connection[];
  /** Chosen from the start. */
  readonly preset: Destination | undefined;
  /** Left out: its answer is there already. */
  readonly without: Destination | undefined;
}

/** What a person did with the picker: chose, or asked for the next page with what was checked so far. */
interface Choice {
  readonly checked: readonly Destination[];
  readonly filter: string;
  readonly wantsMore: boolean;
}

/**
 * Lets a person choose several projects, of several connections. Lists that were not loaded yet are loaded first; what is
 * checked stays so when more is loaded.
 * @returns none when the person chose none.
 */
export async function pickDestinations(
  parts: KeepingParts,
  question: DestinationQuestion,
): Promise<readonly Destination[]> {
  const lists = listsOf(parts, question);
  let loading = lists.filter(({ isLoaded }) => !isLoaded).map((list) => list.open());
  let choice: Choice = { checked: question.preset ? [question.preset] : [], filter: '', wantsMore: true };
  for (;;) {
    choice = await choose(parts, question, choice, loading);
    if (!choice.wantsMore) return choice.checked;
    loading = lists.filter(({ isLoaded, hasMore }) => !isLoaded || hasMore).map((list) => list.more());
  }
}

async function choose(
  parts: KeepingParts,
  question: DestinationQuestion,
  before: Choice,
  loading: readonly Promise<void>[],
): Promise<Choice> {
  const disposables = new DisposableStore();
  const picker = disposables.add(vscode.window.createQuickPick<DestinationItem>());
  picker.canSelectMany = true;
  picker.title = question.title;
  picker.value = before.filter;
  picker.placeholder = vscode.l10n.t('Check where to send it, then press Enter');
  picker.matchOnDescription = true;
  const choice = (wantsMore: boolean): Choice => ({
    checked: picker.selectedItems.flatMap(({ destination }) => destination ?? []),
    filter: picker.value,
    wantsMore,
  });
  try {
    return await new Promise((resolve) => {
      disposables.add(picker.onDidTriggerButton(() => resolve(choice(true))));
      disposables.add(picker.onDidHide(() => resolve({ checked: [], filter: '', wantsMore: false })));
      disposables.add(
        picker.onDidAccept(() => {
          const accepted = choice(false);
          if (accepted.checked.length > 0) resolve(accepted);
          else picker.title = vscode.l10n.t('{0}: check at least one', question.title);
        }),
      );
      void showRows(picker, loading, () => {
        const items = question.connections.flatMap((connection) => connectionItems(parts, connection, question));
        const keys = new Set(before.checked.map(keyOf));
        picker.items = items;
        picker.selectedItems = items.filter(({ key }) => key !== undefined && keys.has(key));
        picker.buttons = listsOf(parts, question).some(({ isLoaded, hasMore }) => !isLoaded || hasMore)
          ? [{ iconPath: new vscode.ThemeIcon('ellipsis'), tooltip: vscode.l10n.t('Load more') }]
          : [];
        if (items.length === 0) {
          picker.placeholder = vscode.l10n.t('There is nowhere else to send it with this key');
        }
      });
    });
  } finally {
    disposables.dispose();
  }
}

/** The lists of projects that a request can be sent to; a key with one project of its own needs none. */
function listsOf({ projects }: KeepingParts, { connections }: DestinationQuestion): readonly PagedList<Project>[] {
  return connections.filter(({ keyKind }) => keyKind !== 'one-project').map(({ id }) => projects.of(id));
}

function keyOf({ connection, project }: Destination): string {
  return `${connection.id} ${project?.id ?? ''}`;
}

function connectionItems(
  parts: KeepingParts,
  connection: Connection,
  { without }: DestinationQuestion,
): DestinationItem[] {
  const title = connectionWords(parts, connection);
  const items = destinationsOf(parts, connection)
    .filter((destination) => !without || keyOf(destination) !== keyOf(without))
    .map((destination) => destinationItem(parts, destination, title));
  const list = parts.projects.of(connection.id);
  const { many } = parts.connections.definitionOf(connection).projectTerm;
  const label = list.refusal ? vscode.l10n.t('{0}: the {1} could not be listed', title, many) : title;
  return items.length === 0 && !list.refusal ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function destinationsOf({ connections, projects }: KeepingParts, connection: Connection): Destination[] {
  const { scope } = connections.definitionOf(connection);
  if (connection.keyKind === 'one-project') return [{ connection, project: projects.bound(connection.id) }];
  if (scope.by === 'none') return [{ connection, project: undefined }];
  return projects.of(connection.id).entries.map((project) => ({ connection, project }));
}

function destinationItem(parts: KeepingParts, destination: Destination, title: string): DestinationItem {
  const { connection, project } = destination;
  const lock = parts.protection.find(connection.id, project?.id) ? '$(lock) ' : '';
  const id = project ? [vscode.l10n.t('id {0}', singleLine(project.id, 40))] : [];
  return {
    label: `${lock}${destinationTitle(parts, destination)}`,
    description: [...id, title].join(' · '),
    key: keyOf(destination),
    destination,
  };
}

/** `quiet-harbor`, or what stands for it where the key has its own. */
export function destinationTitle({ connections }: KeepingParts, { connection, project }: Destination): string {
  if (project) return projectTitle(project);
  const { one } = connections.definitionOf(connection).projectTerm;
  return connection.keyKind === 'one-project'
    ? vscode.l10n.t("the key's own {0}", one)
    : connectionWords({ connections }, connection);
}
