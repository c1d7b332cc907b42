import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable.ts';
import type { Budget } from '../client/budget.ts';
import type { Client } from '../client/client.ts';
import type { Connection } from '../connections/connection.ts';
import type { Connections } from '../connections/connections.ts';
import type { Protection } from '../connections/protection.ts';
import type { Selection } from '../connections/selection.ts';
import type { Exchange } from '../client/exchange.ts';
import type { LateDiagnosis } from '../diagnosis/lateDiagnosis.ts';
import type { Projects } from '../resources/projects.ts';
import { commands } from '../manifest.ts';
import { KeyWarnings } from './keyWarnings.ts';
import { budgetWords, connectionTitle, projectTitle, scopeMechanism } from './words.ts';

export interface StatusBarParts {
  readonly connections: Connections;
  readonly selection: Selection;
  readonly projects: Projects;
  readonly protection: Protection;
  readonly budget: Budget;
  readonly client: Client;
  readonly diagnosis: LateDiagnosis;
}

/** The item that says where requests go. Hidden until there is a connection; a click switches the project. */
export class StatusBar implements vscode.Disposable {
  readonly #parts: StatusBarParts;
  readonly #item = vscode.window.createStatusBarItem('bearings.project', vscode.StatusBarAlignment.Left, 100);
  readonly #disposables = new DisposableStore();
  readonly #keyWarnings: KeyWarnings;

  constructor(parts: StatusBarParts) {
    this.#parts = parts;
    const { connections, client, diagnosis } = parts;
    const diagnose = (exchange: Exchange) => diagnosis.diagnose(exchange);
    this.#keyWarnings = this.#disposables.add(
      new KeyWarnings({ connections, onDidExchange: client.onDidExchange, diagnose }),
    );
    this.#item.name = vscode.l10n.t('Bearings: active project');
    this.#item.command = commands.switchProject;
    const update = () => this.#update();
    this.#disposables.add(this.#item);
    this.#disposables.add(parts.connections.onDidChange(update));
    this.#disposables.add(parts.selection.onDidChange(update));
    this.#disposables.add(parts.projects.onDidChange(update));
    this.#disposables.add(parts.protection.onDidChange(update));
    // What an answer told of the budget.
    this.#disposables.add(parts.client.onDidExchange(update));
    this.#disposables.add(this.#keyWarnings.onDidChange(update));
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
    const broken = this.#keyWarnings.of(connection.id);
    const title = `${definition.name} / ${where}`;
    const guarded = this.#protected(connection);
    this.#item.text = `${broken ? '$(warning)' : guarded ? '$(lock)' : '$(compass)'} ${title}`;
    this.#item.backgroundColor = guarded ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.accessibilityInformation = {
      label: `Bearings: ${title}${guarded && `, ${guarded}`}${broken && `, ${broken}`}`,
      role: 'button',
    };
    const budget = budgetWords(this.#parts.budget.remaining(connection, definition), definition);
    this.#item.tooltip = [
      connectionTitle(connection, definition),
      `${definition.projectTerm.one}  ${where}`,
      vscode.l10n.t('key  …{0}', connection.keyEnding),
      connection.region === undefined ? '' : vscode.l10n.t('region  {0}', connection.region),
      vscode.l10n.t('address  {0}', connection.baseUrl),
      vscode.l10n.t('scope  {0}', scopeMechanism(connection, definition)),
      budget && vscode.l10n.t('budget  {0} (an estimate)', budget),
      broken,
      guarded,
      vscode.l10n.t('Click to switch the {0}', definition.projectTerm.one),
    ]
      .filter(Boolean)
      .join('\n');
    this.#item.show();
  }

  /** That the project in use is protected, in words; empty when it is not. */
  #protected(connection: Connection): string {
    const { selection, projects, protection } = this.#parts;
    const project =
      connection.keyKind === 'one-project' ? projects.bound(connection.id) : selection.project(connection.id);
    return protection.find(connection.id, project?.id) ? vscode.l10n.t('protected: writes want its name typed') : '';
  }

  #projectWords(connection: Connection): string {
    const { connections, selection, projects } = this.#parts;
    const { one } = connections.definitionOf(connection).projectTerm;
    if (connection.keyKind === 'one-project') {
      const bound = projects.bound(connection.id);
      return bound ? projectTitle(bound) : vscode.l10n.t("the key's own {0}", one);
    }
    const project = selection.project(connection.id);
    return project ? projectTitle(project) : vscode.l10n.t('no {0} chosen', one);
  }
}

/** The connection chosen last, or the first there is. */
export function activeConnection(connections: Connections, selection: Selection): Connection | undefined {
  const list = connections.list();
  return list.find(({ id }) => id === selection.activeConnection) ?? list[0];
}
