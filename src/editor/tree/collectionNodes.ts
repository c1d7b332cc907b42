import * as vscode from 'vscode';
import type { Collection, ServiceDefinition } from '../../services/definition.ts';
import type { PagedList } from '../../resources/pagedList.ts';
import { type ResourceRow, fieldLines, rowHas } from '../../resources/row.ts';
import { singleLine } from '../../base/text.ts';
import { commands } from '../../manifest.ts';
import { LoadMoreNode, NoteNode, RefusalNode } from './messageNodes.ts';
import type { TreeNode } from './node.ts';
import type { TreeParts } from './parts.ts';

/** A list of the service: its rows load when it is opened, a page at a time. */
export class CollectionNode implements TreeNode {
  readonly rowId: string;
  readonly connection: string;
  /** The project that it is read from; undefined for the selected one. */
  readonly project: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly collection: string;
  readonly #collection: Collection;
  readonly #parts: TreeParts;

  constructor(parts: TreeParts, connection: string, project: string | undefined, collection: Collection) {
    this.rowId = collectionRowId(connection, project, collection.path);
    this.connection = connection;
    this.project = project;
    this.method = collection.method ?? 'GET';
    this.path = collection.path;
    this.collection = collection.path;
    this.#collection = collection;
    this.#parts = parts;
  }

  treeItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(this.#collection.title, vscode.TreeItemCollapsibleState.Collapsed);
    const list = this.list();
    const filter = this.#filter;
    // Of a list whose first page was refused, it is not known how many entries it has.
    const isCounted = list.isLoaded && (!list.refusal || list.entries.length > 0);
    const count = isCounted ? `${list.entries.length}${list.hasMore ? '+' : ''}` : '';
    item.description = count && filter !== '' ? this.#filteredWords(list, count, filter) : count;
    item.tooltip = `${this.method} ${this.path}`;
    item.contextValue = list.hasMore ? 'collection.more' : 'collection';
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    const list = this.list();
    await list.open();
    const filter = this.#filter;
    const rows = list.entries
      .map((row, index) => new ResourceNode(this, row, index, this.#collection))
      .filter(({ row }) => filter === '' || rowHas(row, filter));
    if (list.refusal) {
      const [diagnosis] = await this.#parts.diagnosis.diagnose(list.refusal);
      return [...rows, new RefusalNode(this.rowId, list.refusal, diagnosis)];
    }
    if (list.hasMore) return [...rows, new LoadMoreNode(this.rowId)];
    if (rows.length > 0) return rows;
    const title = this.#collection.title.toLowerCase();
    const none =
      filter === ''
        ? vscode.l10n.t('no {0}', title)
        : vscode.l10n.t('no {0} with “{1}”', title, singleLine(filter, 40));
    return [new NoteNode(this.rowId, none)];
  }

  #filteredWords(list: PagedList<ResourceRow>, count: string, filter: string): string {
    const kept = list.entries.filter((row) => rowHas(row, filter)).length;
    return vscode.l10n.t('{0} of {1} · filter “{2}”', kept, count, singleLine(filter, 40));
  }

  get #filter(): string {
    return this.#parts.filters.get(this.rowId) ?? '';
  }

  list(): PagedList<ResourceRow> {
    return this.#parts.resources.of({ connection: this.connection, project: this.project, collection: this.path });
  }
}

export function collectionRowId(connection: string, project: string | undefined, path: string): string {
  return `c/${connection}/${project === undefined ? 'o' : `p/${project}`}${path}`;
}

/** What belongs to the whole organization. */
export class OrganizationNode implements TreeNode {
  readonly rowId: string;
  readonly #connection: string;
  readonly #definition: ServiceDefinition;
  readonly #parts: TreeParts;

  /** Whether the service has anything to show here. */
  static hasAny({ collections }: ServiceDefinition): boolean {
    return collections.some(({ level }) => level === 'organization');
  }

  constructor(parts: TreeParts, connection: string, definition: ServiceDefinition) {
    this.rowId = `c/${connection}/organization`;
    this.#connection = connection;
    this.#definition = definition;
    this.#parts = parts;
  }

  treeItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(vscode.l10n.t('Organization'), vscode.TreeItemCollapsibleState.Collapsed);
    item.iconPath = new vscode.ThemeIcon('organization');
    item.description = this.#collections
      .map(({ title }) => title.split(':')[0]?.toLowerCase())
      .filter((title, index, all) => all.indexOf(title) === index)
      .join(', ');
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    return this.#collections.map(
      (collection) => new CollectionNode(this.#parts, this.#connection, undefined, collection),
    );
  }

  get #collections(): readonly Collection[] {
    return this.#definition.collections.filter(({ level }) => level === 'organization');
  }
}

/** Icon and word for each state: never colour alone. */
const STATE_ICONS: Readonly<Record<Exclude<ResourceRow['state'], 'none'>, { icon: string; color: string }>> = {
  good: { icon: 'pass', color: 'testing.iconPassed' },
  bad: { icon: 'error', color: 'testing.iconFailed' },
  idle: { icon: 'circle-slash', color: 'disabledForeground' },
};

/** One entry of a collection. A click opens what the list told of it; that costs no call. */
class ResourceNode implements TreeNode {
  readonly rowId: string;
  readonly connection: string;
  readonly project: string | undefined;
  readonly method = 'GET';
  readonly path: string | undefined;
  readonly row: ResourceRow;

  constructor(parent: CollectionNode, row: ResourceRow, index: number, collection: Collection) {
    // Lists may repeat an id while entries move between pages; two rows of one id would break the tree.
    this.rowId = `${parent.rowId}#${index}/${row.id}`;
    this.connection = parent.connection;
    this.project = parent.project;
    this.path = row.id === '' ? undefined : collection.entry?.replace('{id}', encodeURIComponent(row.id));
    this.row = row;
  }

  treeItem(): vscode.TreeItem {
    const { row } = this;
    const item = new vscode.TreeItem(row.label);
    item.description = row.description;
    item.tooltip = [row.label, row.description, ...fieldLines(row.value)].filter(Boolean).join('\n');
    if (row.state !== 'none') {
      const { icon, color } = STATE_ICONS[row.state];
      item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
    }
    item.accessibilityInformation = { label: [row.label, row.description].filter(Boolean).join(', ') };
    item.contextValue = ['resource', row.id && '.id', row.page && '.page', this.path && '.path']
      .filter(Boolean)
      .join('');
    item.command = { command: commands.openJson, title: vscode.l10n.t('Open JSON'), arguments: [this] };
    return item;
  }
}
