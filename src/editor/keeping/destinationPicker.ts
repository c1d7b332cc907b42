import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { singleLine } from '../../base/text.ts';
import type { Connection, Project } from '../../connections/connection.ts';
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

/**
 * Lets a person choose several projects, of several connections. Lists that were not loaded yet are loaded now and appear
 * as they come; what was chosen meanwhile stays so.
 * @returns none when the person chose none.
 */
export async function pickDestinations(
  parts: KeepingParts,
  question: DestinationQuestion,
): Promise<readonly Destination[]> {
  const { projects } = parts;
  const { connections, preset, title } = question;
  const disposables = new DisposableStore();
  const picker = disposables.add(vscode.window.createQuickPick<DestinationItem>());
  picker.canSelectMany = true;
  picker.title = title;
  picker.placeholder = vscode.l10n.t('Check where to send it, then press Enter');
  picker.matchOnDescription = true;
  const more = { iconPath: new vscode.ThemeIcon('ellipsis'), tooltip: vscode.l10n.t('Load more') };
  let chosen = new Set(preset ? [keyOf(preset)] : []);
  const show = () => {
    const items = connections.flatMap((connection) => connectionItems(parts, connection, question));
    picker.items = items;
    picker.selectedItems = items.filter(({ key }) => key !== undefined && chosen.has(key));
    picker.buttons = connections.some(({ id }) => projects.of(id).hasMore) ? [more] : [];
  };
  const load = async (next: (connection: Connection) => Promise<void>) => {
    picker.busy = true;
    await Promise.allSettled(connections.map((connection) => next(connection).then(show)));
    picker.busy = false;
    if (picker.items.length === 0) picker.placeholder = vscode.l10n.t('There is nowhere else to send it with this key');
  };
  try {
    return await new Promise((resolve) => {
      disposables.add(
        picker.onDidChangeSelection((items) => {
          chosen = new Set(items.flatMap(({ key }) => key ?? []));
        }),
      );
      disposables.add(
        picker.onDidTriggerButton(() =>
          load(({ id }) => (projects.of(id).hasMore ? projects.of(id).more() : Promise.resolve())),
        ),
      );
      disposables.add(
        picker.onDidAccept(() => resolve(picker.selectedItems.flatMap(({ destination }) => destination ?? []))),
      );
      disposables.add(picker.onDidHide(() => resolve([])));
      show();
      picker.show();
      void load(({ id, keyKind }) => (keyKind === 'one-project' ? Promise.resolve() : projects.of(id).open()));
    });
  } finally {
    disposables.dispose();
  }
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
