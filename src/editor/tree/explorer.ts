import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { Project } from '../../connections/connection.ts';
import { views } from '../../manifest.ts';
import { collectionRowId } from './collectionNodes.ts';
import { ConnectionNode, projectRowId } from './connectionNodes.ts';
import type { TreeNode } from './node.ts';
import type { TreeParts } from './parts.ts';

/** Rows kept of one collection by "Load All": more would be slow to show and of no use to a reader. */
const MOST_ROWS = 10_000;

/** The tree of connections, projects, collections and resources. */
export class Explorer implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #parts: TreeParts;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<TreeNode | undefined>());
  readonly #filters = new Map<string, string>();
  /** The rows that VS Code holds, to name one in an event. */
  readonly #rows = new Map<string, TreeNode>();
  readonly #view: vscode.TreeView<TreeNode>;
  /** By connection, the project that its rows show as the active one. */
  #selected: ReadonlyMap<string, Project | undefined>;

  readonly #opened = this.#disposables.add(new vscode.EventEmitter<void>());

  readonly onDidChangeTreeData = this.#changed.event;
  /** Fires when a person opens the view. */
  readonly onDidOpen = this.#opened.event;

  constructor(parts: Omit<TreeParts, 'filters'>) {
    this.#parts = { ...parts, filters: this.#filters };
    this.#view = vscode.window.createTreeView(views.explorer, { treeDataProvider: this, showCollapseAll: true });
    this.#disposables.add(this.#view);
    this.#disposables.add(
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#opened.fire();
      }),
    );
    this.#selected = this.#selectedNow();
    this.#disposables.add(
      parts.connections.onDidChange(() => {
        this.#selected = this.#selectedNow();
        this.#changed.fire(undefined);
      }),
    );
    this.#disposables.add(parts.selection.onDidChange(() => this.#showSelection()));
    this.#disposables.add(parts.protection.onDidChange(() => this.#changed.fire(undefined)));
    this.#disposables.add(parts.projects.onDidChange((id) => this.#refresh(`c/${id}`)));
    this.#disposables.add(
      parts.resources.onDidChange(({ connection, project, collection }) =>
        this.#refresh(collectionRowId(connection, project, collection)),
      ),
    );
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const item = node.treeItem();
    item.id = node.rowId;
    return item;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const children = node
      ? await node.children?.()
      : this.#parts.connections.list().map((connection) => new ConnectionNode(this.#parts, connection));
    for (const child of children ?? []) this.#rows.set(child.rowId, child);
    return [...(children ?? [])];
  }

  /** Loads the next page of the list that a row stands for, or asks again for the page that was refused. */
  async loadMore(rowId: string): Promise<void> {
    await this.#rows.get(listOf(rowId))?.list?.().more();
  }

  /**
   * Asks once more for the page that a row's exchange was refused, unless that happened meanwhile.
   * @returns the exchange by which it was refused again; undefined when it came, or the row is gone.
   */
  async retry(rowId: string, exchange: string): Promise<Exchange | undefined> {
    const list = this.#rows.get(listOf(rowId))?.list?.();
    await (list?.refusal?.id === exchange ? list.more() : list?.open());
    // VS Code may tell of a stored key a moment later, by which a list that is just being asked for is forgotten.
    while (list && !list.isLoaded) await list.open();
    return list?.refusal;
  }

  /** Loads a collection to its end, with progress; what was loaded stays when the person stops it. */
  async loadAll(rowId: string): Promise<void> {
    const list = this.#rows.get(rowId)?.list?.();
    if (!list) return;
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Bearings loads all pages'),
      cancellable: true,
    };
    await vscode.window.withProgress(options, async (progress, token) => {
      const abort = new AbortController();
      const subscription = token.onCancellationRequested(() => abort.abort());
      await list.all(MOST_ROWS, abort.signal, (entries) =>
        progress.report({
          message: entries === 1 ? vscode.l10n.t('1 entry so far') : vscode.l10n.t('{0} entries so far', entries),
        }),
      );
      subscription.dispose();
    });
    if (list.hasMore && !list.refusal)
      vscode.window.setStatusBarMessage(
        vscode.l10n.t('Bearings: more than {0} entries stay with "Load more"', MOST_ROWS),
        5000,
      );
  }

  filterOf(rowId: string): string {
    return this.#filters.get(rowId) ?? '';
  }

  /** Shows only the rows of a collection that have a text in them; all for an empty text. */
  filter(rowId: string, text: string): void {
    if (text === '') this.#filters.delete(rowId);
    else this.#filters.set(rowId, text);
    this.#refresh(rowId);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #selectedNow(): ReadonlyMap<string, Project | undefined> {
    const { connections, selection } = this.#parts;
    return new Map(connections.list().map(({ id }) => [id, selection.project(id)]));
  }

  /** Draws the rows anew that another selection changes, and no others: a row takes no notice of a click meanwhile. */
  #showSelection(): void {
    const before = this.#selected;
    this.#selected = this.#selectedNow();
    for (const [id, now] of this.#selected) {
      const then = before.get(id);
      if (then?.id === now?.id) continue;
      const { entries } = this.#parts.projects.of(id);
      const changed = [then, now].filter((project) => project !== undefined);
      // A project that is not listed has a row only while it is selected.
      const areListed = changed.every((project) => entries.some((entry) => entry.id === project.id));
      if (areListed) for (const project of changed) this.#refresh(projectRowId(id, project.id));
      else this.#refresh(`c/${id}`);
    }
  }

  #refresh(rowId: string): void {
    const row = this.#rows.get(rowId);
    if (row) this.#changed.fire(row);
  }
}

/** The row whose list a row at its end stands for. */
function listOf(rowId: string): string {
  return rowId.replace(/\/(?:more|refusal)$/u, '');
}
