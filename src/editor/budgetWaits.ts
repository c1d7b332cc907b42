import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable.ts';
import type { BackgroundWait, Client } from '../client/client.ts';
import type { Connections } from '../connections/connections.ts';
import { countDown } from './countdown.ts';
import { plain } from './messages.ts';

/** A shorter wait is over before it could be read. */
const SHOWN_FROM_MS = 1500;

/** Shows, one notification a service, that lists of the tree wait for the budget: with a countdown, and a way to stop. */
export class BudgetWaits implements vscode.Disposable {
  readonly #connections: Connections;
  readonly #disposables = new DisposableStore();
  /** By service and address, the waits that one notification stands for. */
  readonly #shown = new Map<string, { until: number; readonly cancels: Set<() => void> }>();

  constructor(connections: Connections, client: Client) {
    this.#connections = connections;
    this.#disposables.add(client.onDidWait((wait) => this.#show(wait)));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #show({ connection, milliseconds, cancel }: BackgroundWait): void {
    if (milliseconds < SHOWN_FROM_MS) return;
    const name = `${connection.service} ${connection.baseUrl}`;
    const until = Date.now() + milliseconds;
    const shown = this.#shown.get(name);
    if (shown) {
      shown.until = Math.max(shown.until, until);
      shown.cancels.add(cancel);
      return;
    }
    const waits = { until, cancels: new Set([cancel]) };
    this.#shown.set(name, waits);
    const service = this.#connections.definitionOf(connection).name;
    const options = { location: vscode.ProgressLocation.Notification, title: 'Bearings', cancellable: true };
    void vscode.window.withProgress(options, async (progress, token) => {
      const stopped = new AbortController();
      const subscription = token.onCancellationRequested(() => stopped.abort());
      const tell = (seconds: number) =>
        progress.report({ message: plain(vscode.l10n.t('{0} allows the next call in {1} s', service, seconds)) });
      await countDown(() => waits.until, stopped.signal, tell);
      subscription.dispose();
      this.#shown.delete(name);
      if (stopped.signal.aborted) for (const stop of waits.cancels) stop();
    });
  }
}
