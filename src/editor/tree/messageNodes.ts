import * as vscode from 'vscode';
import { singleLine } from '../../base/text.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { Action, Diagnosis } from '../../diagnosis/diagnosis.ts';
import { commands, settings } from '../../manifest.ts';
import { readTarget } from '../target.ts';
import { failureWords } from '../words.ts';
import type { TreeNode } from './node.ts';

/** A quiet word in place of rows. */
export class NoteNode implements TreeNode {
  readonly rowId: string;
  readonly #text: string;

  constructor(parentId: string, text: string) {
    this.rowId = `${parentId}/note`;
    this.#text = text;
  }

  treeItem(): vscode.TreeItem {
    const item = new vscode.TreeItem('');
    item.description = this.#text;
    item.accessibilityInformation = { label: this.#text };
    return item;
  }
}

/** The row that loads the next page. */
export class LoadMoreNode implements TreeNode {
  readonly rowId: string;
  readonly #listId: string;

  constructor(listId: string) {
    this.rowId = `${listId}/more`;
    this.#listId = listId;
  }

  treeItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(vscode.l10n.t('Load more…'));
    item.iconPath = new vscode.ThemeIcon('ellipsis');
    item.command = {
      command: commands.loadMore,
      title: vscode.l10n.t('Load more'),
      arguments: [{ rowId: this.#listId }],
    };
    return item;
  }
}

/** Commands that a row can show beside it, each with its own icon in package.json. */
const INLINE: ReadonlySet<string> = new Set([
  commands.replaceKey,
  commands.switchProject,
  commands.useOwnProject,
  commands.switchRegion,
  commands.changeAddress,
  commands.renewToken,
  commands.sendLater,
  commands.sendAgain,
  commands.showProxySettings,
  commands.openKeyPage,
  commands.testKey,
]);

/**
 * A page that was refused, in place of its rows: the likeliest cause, the first action that mends it, and a click to all
 * of the diagnosis. What the action needs are fields, so that the row is its argument.
 */
export class RefusalNode implements TreeNode {
  readonly rowId: string;
  readonly connection: string;
  readonly exchange: string;
  readonly service: string;
  /** Where the action switches to. */
  readonly region: string | undefined;
  /** How long the action waits. */
  readonly seconds: number | undefined;
  readonly #exchange: Exchange;
  readonly #diagnosis: Diagnosis | undefined;
  readonly #action: Action | undefined;

  constructor(parentId: string, exchange: Exchange, diagnosis: Diagnosis | undefined) {
    this.rowId = `${parentId}/refusal`;
    this.connection = exchange.connection;
    this.exchange = exchange.id;
    this.service = exchange.service;
    this.#exchange = exchange;
    this.#diagnosis = diagnosis;
    this.#action = diagnosis?.actions.find(({ command }) => INLINE.has(command));
    const { region, seconds } = readTarget(this.#action?.arguments?.[0]);
    this.region = region;
    this.seconds = seconds;
  }

  treeItem(): vscode.TreeItem {
    const { response, failure } = this.#exchange;
    const title = this.#diagnosis?.title ?? titleWithoutCause(this.#exchange);
    const isTooLong = !this.#diagnosis && isLongerThanLimit(this.#exchange);
    const item = new vscode.TreeItem(singleLine(title, 120));
    item.description = response ? String(response.status) : failure ? failureWords(failure.kind) : '';
    item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    const lines = [
      title,
      this.#diagnosis?.explanation ?? '',
      ...(this.#diagnosis?.evidence ?? []).map((line) => `· ${line}`),
      ...(this.#diagnosis ? [] : this.#exchange.notes),
      this.#action ? vscode.l10n.t('To mend it: {0}', this.#action.title) : '',
      isTooLong ? vscode.l10n.t('A click opens the setting that raises the limit; then refresh.') : '',
    ];
    item.tooltip = lines
      .filter((line) => line !== '')
      .map((line) => singleLine(line, 300))
      .join('\n');
    item.contextValue = ['refusal', this.#action?.command.replace(/^bearings\./u, '')].filter(Boolean).join('.');
    item.command = isTooLong
      ? {
          command: 'workbench.action.openSettings',
          title: vscode.l10n.t('Open the setting'),
          arguments: [settings.maximumBodyMegabytes],
        }
      : { command: commands.explainRefusal, title: vscode.l10n.t('Explain refusal'), arguments: [this] };
    return item;
  }
}

/** For an answer that is no refusal, and yet brought no page. */
function titleWithoutCause(exchange: Exchange): string {
  if (exchange.failure?.kind === 'aborted') return vscode.l10n.t('Cancelled. Load more asks again.');
  if (isLongerThanLimit(exchange)) return vscode.l10n.t('The list is longer than the limit for bodies.');
  return vscode.l10n.t('The answer is not a list.');
}

function isLongerThanLimit({ response, failure }: Exchange): boolean {
  return response?.truncated === true && failure === undefined;
}
