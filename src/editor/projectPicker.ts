import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable.ts';
import { singleLine } from '../base/text.ts';
import type { Connection, Project } from '../connections/connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { Protection } from '../connections/protection.ts';
import type { Selection } from '../connections/selection.ts';
import type { Diagnoser } from '../diagnosis/diagnoser.ts';
import type { LateDiagnosis } from '../diagnosis/lateDiagnosis.ts';
import type { Projects } from '../resources/projects.ts';
import { commands } from '../manifest.ts';
import { showRows } from './pickerRows.ts';
import { connectionTitle, projectTitle } from './words.ts';

export interface ProjectPickerParts {
  readonly connections: Connections;
  readonly selection: Selection;
  readonly projects: Projects;
  readonly protection: Protection;
  readonly diagnosis: LateDiagnosis;
}

/** What its items are made from. */
interface ItemParts extends ProjectPickerParts {
  readonly diagnoser: Diagnoser;
}

interface PickerItem extends vscode.QuickPickItem {
  readonly choose?: () => unknown;
}

/**
 * Lets a person choose the project that requests go to. Lists that were not loaded yet are loaded first; one that takes
 * long is offered to be looked at again.
 * @param only a connection's id, to choose among its projects alone; all connections' otherwise.
 */
export async function pickProject(pickerParts: ProjectPickerParts, only: string | undefined): Promise<void> {
  const { diagnoser } = await pickerParts.diagnosis.load();
  const parts: ItemParts = { ...pickerParts, diagnoser };
  const connections = only === undefined ? parts.connections.list() : [parts.connections.get(only)];
  const disposables = new DisposableStore();
  const picker = disposables.add(vscode.window.createQuickPick<PickerItem>());
  picker.title = vscode.l10n.t('Switch project');
  picker.placeholder = vscode.l10n.t('Type to filter by name or id');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  try {
    const chosen = new Promise<PickerItem | undefined>((resolve) => {
      disposables.add(
        picker.onDidAccept(() => {
          const [item] = picker.selectedItems;
          if (item) resolve(item);
        }),
      );
      disposables.add(picker.onDidHide(() => resolve(undefined)));
    });
    const lists = connections.map(({ id }) => parts.projects.of(id)).filter(({ isLoaded }) => !isLoaded);
    void showRows(
      picker,
      lists.map((list) => list.open()),
      () => (picker.items = itemsOf(parts, connections, only)),
    );
    const item = await chosen;
    disposables.dispose();
    await item?.choose?.();
  } finally {
    disposables.dispose();
  }
}

function itemsOf(parts: ItemParts, connections: readonly Connection[], only: string | undefined): PickerItem[] {
  const isWhole = only === undefined;
  const recent = isWhole ? recentItems(parts, connections) : [];
  const sections = connections.flatMap((connection) => {
    const title = connectionTitle(connection, parts.connections.definitionOf(connection));
    // VS Code leaves separators out while a person filters: with several connections each row names its own.
    const own = connections.length > 1 ? ` · ${title}` : '';
    return [separator(title), ...connectionItems(parts, connection, own, only)];
  });
  const add: PickerItem[] = [
    separator(''),
    {
      label: vscode.l10n.t('$(add) Add connection…'),
      alwaysShow: true,
      choose: () => vscode.commands.executeCommand(commands.addConnection),
    },
  ];
  return [
    ...(recent.length > 0 ? [separator(vscode.l10n.t('recently used')), ...recent] : []),
    ...sections,
    ...(isWhole ? add : []),
  ];
}

function separator(label: string): PickerItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function recentItems(parts: ItemParts, connections: readonly Connection[]): PickerItem[] {
  return parts.selection.recent.flatMap(({ connection: id, project }) => {
    const connection = connections.find((candidate) => candidate.id === id);
    if (!connection || connection.keyKind === 'one-project') return [];
    return [
      projectItem(parts, connection, project, connectionTitle(connection, parts.connections.definitionOf(connection))),
    ];
  });
}

function connectionItems(
  parts: ItemParts,
  connection: Connection,
  own: string,
  only: string | undefined,
): PickerItem[] {
  const definition = parts.connections.definitionOf(connection);
  const { one, many } = definition.projectTerm;
  const list = parts.projects.of(connection.id);
  if (connection.keyKind === 'one-project') {
    const bound = parts.projects.bound(connection.id);
    return [
      {
        label: `$(circle-filled) ${bound ? projectTitle(bound) : vscode.l10n.t("The key's own {0}", one)}`,
        description: connectionTitle(connection, definition),
        detail: vscode.l10n.t(
          'This key is bound to one {0}. Requests go there without a header, and it cannot be switched.',
          one,
        ),
        choose: () => parts.selection.activate(connection.id),
      },
    ];
  }
  const items = list.entries.map((project) =>
    projectItem(parts, connection, project, vscode.l10n.t('id {0}', project.id) + own),
  );
  if (list.refusal) {
    const [diagnosis] = parts.diagnoser.diagnose(list.refusal);
    const { id } = list.refusal;
    items.push({
      label: vscode.l10n.t('$(warning) The {0} could not be listed', many),
      description: diagnosis?.title ?? '',
      choose: () =>
        vscode.commands.executeCommand(commands.explainRefusal, { connection: connection.id, exchange: id }),
    });
  }
  if (list.hasMore) {
    items.push({
      label: vscode.l10n.t('$(ellipsis) Load more {0}…', many),
      choose: async () => {
        await list.more();
        await pickProject(parts, connection.id);
      },
    });
  }
  if (list.isLoaded && (list.refusal || list.entries.length === 0)) {
    items.push({
      label: vscode.l10n.t('$(edit) Name a {0} by its id…', one),
      description: connectionTitle(connection, definition),
      choose: () => nameProject(parts, connection),
    });
  }
  if (parts.selection.project(connection.id)) {
    items.push({
      label: vscode.l10n.t('$(circle-slash) No {0}', one),
      description: vscode.l10n.t('send no {0} with requests', one),
      choose: () => parts.selection.select(connection.id, undefined),
    });
  }
  if (!list.isLoaded) {
    items.push({
      label: vscode.l10n.t('$(sync) The {0} are still being loaded', many),
      description: vscode.l10n.t('look again'),
      choose: () => pickProject(parts, only),
    });
  }
  if (items.length === 0) items.push({ label: vscode.l10n.t('No {0}', many) });
  return items;
}

function projectItem(parts: ItemParts, connection: Connection, project: Project, told: string): PickerItem {
  const isCurrent = parts.selection.project(connection.id)?.id === project.id;
  const isProtected = parts.protection.find(connection.id, project.id) !== undefined;
  const icon = isProtected ? 'lock' : isCurrent ? 'circle-filled' : 'circle-outline';
  return {
    label: `$(${icon}) ${projectTitle(project)}`,
    description: [
      singleLine(told, 80),
      ...(isCurrent ? [vscode.l10n.t('current')] : []),
      ...(isProtected ? [vscode.l10n.t('protected')] : []),
    ].join(' · '),
    choose: () => parts.selection.select(connection.id, project),
  };
}

/** For a key that may not list projects, and yet reaches some. */
async function nameProject(parts: ProjectPickerParts, connection: Connection): Promise<void> {
  const { one } = parts.connections.definitionOf(connection).projectTerm;
  const id = await vscode.window.showInputBox({
    title: vscode.l10n.t('Name a {0}', one),
    prompt: vscode.l10n.t('The id or slug of the {0} that requests are to go to. Nothing is sent now.', one),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Type the id of a {0}.', one) : undefined),
  });
  if (id !== undefined) await parts.selection.select(connection.id, parts.projects.named(connection.id, id.trim()));
}
