import * as vscode from 'vscode';
import type { ServiceDefinition } from '../../services/definition.ts';
import type { Operation } from '../../services/operationSchema.ts';
import { isRead, operationKey } from '../../services/operations.ts';
import { commands } from '../../manifest.ts';
import type { TreeNode } from './node.ts';

/** Every documented operation of a service, grouped as its documentation groups them. */
export class OperationsNode implements TreeNode {
  readonly rowId: string;
  readonly #connection: string;
  readonly #definition: ServiceDefinition;

  constructor(parentId: string, connection: string, definition: ServiceDefinition) {
    this.rowId = `${parentId}/operations`;
    this.#connection = connection;
    this.#definition = definition;
  }

  treeItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(vscode.l10n.t('Operations'), vscode.TreeItemCollapsibleState.Collapsed);
    item.description = String(this.#definition.operations.length);
    item.iconPath = new vscode.ThemeIcon('symbol-method');
    item.tooltip = vscode.l10n.t('Every operation that {0} documents', this.#definition.name);
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    const groups = Map.groupBy(this.#definition.operations, ({ group }) => group);
    return [...groups].map(([group, operations]) => new GroupNode(this.rowId, this.#connection, group, operations));
  }
}

class GroupNode implements TreeNode {
  readonly rowId: string;
  readonly #connection: string;
  readonly #group: string;
  readonly #operations: readonly Operation[];

  constructor(parentId: string, connection: string, group: string, operations: readonly Operation[]) {
    this.rowId = `${parentId}/${group}`;
    this.#connection = connection;
    this.#group = group;
    this.#operations = operations;
  }

  treeItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(this.#group, vscode.TreeItemCollapsibleState.Collapsed);
    item.description = String(this.#operations.length);
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    return this.#operations.map((operation) => new OperationNode(this.rowId, this.#connection, operation));
  }
}

class OperationNode implements TreeNode {
  readonly rowId: string;
  readonly connection: string;
  readonly method: string;
  readonly path: string;
  readonly #operation: Operation;

  constructor(parentId: string, connection: string, operation: Operation) {
    this.rowId = `${parentId}/${operationKey(operation)}`;
    this.connection = connection;
    this.method = operation.method;
    this.path = operation.path;
    this.#operation = operation;
  }

  treeItem(): vscode.TreeItem {
    const reads = isRead(this.#operation);
    const effect = reads ? vscode.l10n.t('only reads') : vscode.l10n.t('changes data');
    const item = new vscode.TreeItem(this.#operation.title);
    item.description = operationKey(this.#operation);
    item.iconPath = new vscode.ThemeIcon(reads ? 'arrow-down' : 'edit');
    item.tooltip = `${operationKey(this.#operation)}\n${effect}`;
    item.accessibilityInformation = {
      label: `${this.#operation.title}, ${operationKey(this.#operation)}, ${effect}`,
    };
    item.contextValue = 'operation';
    item.command = { command: commands.openRequest, title: vscode.l10n.t('Open request'), arguments: [this] };
    return item;
  }
}
