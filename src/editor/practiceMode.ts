import * as vscode from 'vscode';
import { Secret, endingOf } from '../base/secret.ts';
import type { TemporaryConnection } from '../connections/connections.ts';
import type { Connections } from '../connections/connections.ts';
import type { Practice } from '../practice/types.ts';
import { recognise } from '../services/fingerprint.ts';
import type { Services } from '../services/registry.ts';
import { contextKeys } from '../manifest.ts';

/** Stand-ins of the services on this machine, with connections that last as long as they run. */
export class PracticeMode implements vscode.Disposable {
  readonly #services: Services;
  readonly #connections: Connections;
  readonly #script: vscode.Uri;
  #running: Promise<Practice> | undefined;

  /** @param script the bundle of the stand-ins, loaded when practice mode is started first. */
  constructor(services: Services, connections: Connections, script: vscode.Uri) {
    this.#services = services;
    this.#connections = connections;
    this.#script = script;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Starts the stand-ins unless they run. Rejects when they cannot listen on this machine. */
  async start(): Promise<void> {
    this.#running ??= this.#launch();
    try {
      const practice = await this.#running;
      this.#connections.setTemporary(this.#temporary(practice));
    } catch (error) {
      this.#running = undefined;
      throw error;
    }
    await vscode.commands.executeCommand('setContext', contextKeys.practiceRuns, true);
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    this.#connections.setTemporary([]);
    await vscode.commands.executeCommand('setContext', contextKeys.practiceRuns, false);
    await (await running)?.stop();
  }

  dispose(): void {
    void this.#running?.then((practice) => practice.stop());
    this.#running = undefined;
  }

  async #launch(): Promise<Practice> {
    const module = (await import(this.#script.fsPath)) as PracticeModule | { default: PracticeModule };
    const { startPractice } = 'startPractice' in module ? module : module.default;
    return startPractice();
  }

  #temporary({ services }: Practice): TemporaryConnection[] {
    return services.flatMap(({ service, baseUrl, baseUrls, region, connections }) => {
      const definition = this.#services.find(service);
      if (!definition) return [];
      return connections.map(({ id, label, key }) => ({
        key: new Secret(key),
        connection: {
          id,
          service,
          label,
          baseUrl,
          ...(region !== undefined && { region }),
          ...(baseUrls !== undefined && { baseUrls }),
          keyKind: recognise(key, definition)?.kind ?? 'unknown',
          keyEnding: endingOf(key),
        },
      }));
    });
  }
}

interface PracticeModule {
  readonly startPractice: (this: void) => Promise<Practice>;
}
