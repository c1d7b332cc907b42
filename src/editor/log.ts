import * as vscode from 'vscode';
import type { Exchange } from '../client/exchange.ts';
import { maskParameters } from '../client/secretParameters.ts';

/** The output channel "Bearings": one line an exchange, made of what was redacted before. */
export class Log implements vscode.Disposable {
  readonly #channel = vscode.window.createOutputChannel('Bearings', { log: true });

  exchange({ request, response, failure, scope, durationMs, callsSpent, hops }: Exchange): void {
    const outcome = failure ? `${failure.kind}: ${failure.message}` : `${response?.status}`;
    const project = scope.project === undefined ? 'no project' : `project ${scope.project}`;
    const via = hops.length > 0 ? `, ${hops.length} redirects` : '';
    // What a person typed into the query as a key or password is not for a log either.
    const url = maskParameters(request.url).text;
    const line = `${request.method} ${url} → ${outcome} (${durationMs} ms, ${callsSpent} calls, ${project}${via})`;
    if (failure) this.#channel.warn(line);
    else this.#channel.info(line);
  }

  /** What a person should mend. */
  warn(message: string): void {
    this.#channel.warn(message);
  }

  /** A fault of Bearings itself. */
  error(what: string, error: unknown): void {
    this.#channel.error(what, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  show(): void {
    this.#channel.show();
  }

  dispose(): void {
    this.#channel.dispose();
  }
}
