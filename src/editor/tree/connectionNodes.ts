import * as vscode from 'vscode';
import { singleLine } from '../../base/text.ts';
import type { Connection, Project } from '../../connections/connection.ts';
import type { PagedList } from '../../resources/pagedList.ts';
import type { ServiceDefinition } from '../../services/definition.ts';
import { connectionTitle, keyTitle, projectCount, projectTitle, scopeMechanism } from '../words.ts';
import { CollectionNode, OrganizationNode } from './collectionNodes.ts';
import { LoadMoreNode, NoteNode, RefusalNode } from './messageNodes.ts';
import type { TreeNode } from './node.ts';
import { OperationsNode } from './operationNodes.ts';
import type { TreeParts } from './parts.ts';

/** One key to one service. Its projects load when it is opened, with one call. */
export class ConnectionNode implements TreeNode {
  readonly rowId: string;
  readonly connection: string;
  readonly service: string;
  readonly #connection: Connection;
  readonly #definition: ServiceDefinition;
  readonly #parts: TreeParts;

  constructor(parts: TreeParts, connection: Connection) {
    this.rowId = `c/${connection.id}`;
    this.connection = connection.id;
    this.service = connection.service;
    this.#connection = connection;
    this.#definition = parts.connections.definitionOf(connection);
    this.#parts = parts;
  }

  treeItem(): vscode.TreeItem {
    const title = connectionTitle(this.#connection, this.#definition);
    const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
    const list = this.list();
    const isCounted = list.isLoaded && !list.refusal && this.#connection.keyKind !== 'one-project';
    const told = isCounted ? projectCount(list.entries.length, list.hasMore, this.#definition) : '';
    const bound =
      this.#connection.keyKind === 'one-project' ? vscode.l10n.t('one {0}', this.#definition.projectTerm.one) : '';
    item.description = [keyTitle(this.#connection), told || bound].filter(Boolean).join(' · ');
    item.iconPath = new vscode.ThemeIcon('server');
    item.tooltip = [
      title,
      vscode.l10n.t('address  {0}', this.#connection.baseUrl),
      vscode.l10n.t('key  …{0}', this.#connection.keyEnding),
      vscode.l10n.t('scope  {0}', scopeMechanism(this.#connection, this.#definition)),
    ].join('\n');
    item.contextValue = this.#parts.connections.isTemporary(this.connection) ? 'connection.practice' : 'connection';
    return item;
  }

  list(): PagedList<Project> {
    return this.#parts.projects.of(this.connection);
  }

  async children(): Promise<readonly TreeNode[]> {
    const list = this.list();
    await list.open();
    const rest = [
      ...(OrganizationNode.hasAny(this.#definition)
        ? [new OrganizationNode(this.#parts, this.connection, this.#definition)]
        : []),
      new OperationsNode(this.rowId, this.connection, this.#definition),
    ];
    if (this.#connection.keyKind === 'one-project') {
      return [new ProjectNode(this.#parts, this.#connection, this.#parts.projects.bound(this.connection)), ...rest];
    }
    const selected = this.#parts.selection.project(this.connection);
    // A project that was named by its id is there, though a key that may not list projects does not show it.
    const isUnlisted = selected && !list.hasMore && !list.entries.some(({ id }) => id === selected.id);
    const projects = [...list.entries, ...(isUnlisted ? [selected] : [])].map(
      (project) => new ProjectNode(this.#parts, this.#connection, project),
    );
    if (list.refusal) {
      const [diagnosis] = await this.#parts.diagnosis.diagnose(list.refusal);
      return [...projects, new RefusalNode(this.rowId, list.refusal, diagnosis), ...rest];
    }
    if (list.hasMore) return [...projects, new LoadMoreNode(this.rowId), ...rest];
    const none = new NoteNode(this.rowId, vscode.l10n.t('no {0}', this.#definition.projectTerm.many));
    return [...(projects.length > 0 ? projects : [none]), ...rest];
  }
}

/** A project, or the one project of a project-bound key, whose name may not be known. Opening it costs no call. */
class ProjectNode implements TreeNode {
  readonly rowId: string;
  readonly connection: string;
  /** Undefined for a project-bound key, with which none is ever named. */
  readonly project: string | undefined;
  readonly #connection: Connection;
  readonly #project: Project | undefined;
  readonly #parts: TreeParts;

  constructor(parts: TreeParts, connection: Connection, project: Project | undefined) {
    const isBound = connection.keyKind === 'one-project';
    this.rowId = projectRowId(connection.id, isBound ? undefined : project?.id);
    this.connection = connection.id;
    this.project = isBound ? undefined : project?.id;
    this.#connection = connection;
    this.#project = project;
    this.#parts = parts;
  }

  treeItem(): vscode.TreeItem {
    const definition = this.#parts.connections.definitionOf(this.#connection);
    const { one } = definition.projectTerm;
    const title = this.#project ? projectTitle(this.#project) : vscode.l10n.t("The key's own {0}", one);
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    // A service whose lists are not known has nothing to open here.
    const hasLists = definition.collections.some(({ level }) => level === 'project');
    const item = new vscode.TreeItem(title, hasLists ? Collapsed : None);
    const isBound = this.project === undefined;
    const isActive = isBound || this.#parts.selection.project(this.connection)?.id === this.project;
    const name = this.#project && !isAlike(this.#project.name, title) ? singleLine(this.#project.name, 60) : '';
    const word = isBound ? vscode.l10n.t('the key is bound to this {0}', one) : isActive ? vscode.l10n.t('active') : '';
    const isProtected = this.#parts.protection.find(this.connection, this.#project?.id) !== undefined;
    const guarded = isProtected ? vscode.l10n.t('protected') : '';
    item.description = [word, guarded, name].filter(Boolean).join(' · ');
    item.iconPath = new vscode.ThemeIcon(isProtected ? 'lock' : isActive ? 'circle-filled' : 'circle-outline');
    item.tooltip = [
      title,
      name,
      this.#project && vscode.l10n.t('id {0}', singleLine(this.#project.id, 60)),
      word,
      guarded,
    ]
      .filter(Boolean)
      .join('\n');
    const kind = isBound ? 'project.bound' : isActive ? 'project.active' : 'project';
    item.contextValue = isProtected ? `${kind}.protected` : kind;
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    const definition = this.#parts.connections.definitionOf(this.#connection);
    return definition.collections
      .filter(({ level }) => level === 'project')
      .map((collection) => new CollectionNode(this.#parts, this.connection, this.project, collection));
  }
}

/** Whether a name says no more than the slug made of it. */
function isAlike(name: string, slug: string): boolean {
  const letters = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return letters(name) === letters(slug);
}

/** The row of a project; of the one project of a bound key where none is named. */
export function projectRowId(connection: string, project: string | undefined): string {
  return `c/${connection}/p/${project ?? ''}`;
}
