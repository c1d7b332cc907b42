import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable.ts';
import type { Budget } from '../client/budget.ts';
import type { Client } from '../client/client.ts';
import { type Connection, showKey } from '../connections/connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { Selection } from '../connections/selection.ts';
import type { KeyHistory } from '../diagnosis/history.ts';
import type { Projects } from '../resources/projects.ts';
import { commands } from '../manifest.ts';
import { budgetWords, connectionTitle, projectTitle, scopeMechanism } from './words.ts';

export interface StatusBarParts {
  readonly connections: Connections;
  readonly selection: Selection;
  readonly projects: Projects;
  readonly budget: Budget;
  readonly client: Client;
  readonly history: KeyHistory;
}

/** The item that says where requests go. Hidden until there is a connection; a click switches the project. */
export class StatusBar implements vscode.Disposable {
  readonly #parts: StatusBarParts;
  readonly #item = vscode.window.createStatusBarItem('bearings.project', vscode.StatusBarAlignment.Left, 100);
  readonly #disposables = new DisposableStore();

  constructor(parts: StatusBarParts) {
    this.#parts = parts;
    this.#item.name = 'Bearings: active project';
    this.#item.command = commands.switchProject;
    const update = () => this.#update();
    this.#disposables.add(this.#item);
    this.#disposables.add(parts.connections.onDidChange(update));
    this.#disposables.add(parts.selection.onDidChange(update));
    this.#disposables.add(parts.projects.onDidChange(update));
    this.#disposables.add(parts.client.onDidExchange(update));
    update();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #update(): void {
    const connection = activeConnection(this.#parts.connections, this.#parts.selection);
    if (!connection) {
      this.#item.hide();
      return;
    }
    const definition = this.#parts.connections.definitionOf(connection);
    const where = this.#projectWords(connection);
    const keyIsBroken = this.#parts.history.of(connection.id)[0]?.status === 401;
    const title = `${definition.name} / ${where}`;
    this.#item.text = `${keyIsBroken ? '$(warning)' : '$(compass)'} ${title}`;
    const refused = keyIsBroken ? 'the last request was refused (401)' : '';
    this.#item.accessibilityInformation = {
      label: `Bearings: ${title}${refused && `, ${refused}`}`,
      role: 'button',
    };
    const budget = budgetWords(this.#parts.budget.remaining(connection, definition), definition);
    this.#item.tooltip = [
      connectionTitle(connection, definition),
      `${definition.projectTerm.one}  ${where}`,
      showKey(connection).replace('key ', 'key  '),
      connection.region === undefined ? '' : `region  ${connection.region}`,
      `address  ${connection.baseUrl}`,
      `scope  ${scopeMechanism(connection, definition)}`,
      budget && `budget  ${budget} (an estimate)`,
      refused,
      `Click to switch the ${definition.projectTerm.one}`,
    ]
      .filter(Boolean)
      .join('\n');
    this.#item.show();
  }

  #projectWords(connection: Connection): string {
    const { connections, selection, projects } = this.#parts;
    const { one } = connections.definitionOf(connection).projectTerm;
    if (connection.keyKind === 'one-project') {
      const bound = projects.bound(connection.id);
      return bound ? projectTitle(bound) : `the key's own ${one}`;
    }
    const project = selection.project(connection.id);
    return project ? projectTitle(project) : `no ${one} chosen`;
  }
}

/** The connection chosen last, or the first there is. */
export function activeConnection(connections: Connections, selection: Selection): Connection | undefined {
  const list = connections.list();
  return list.find(({ id }) => id === selection.activeConnection) ?? list[0];
}
