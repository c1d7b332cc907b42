import * as vscode from 'vscode';
import type { Connection } from '../connections/connection.ts';
import type { Connections } from '../connections/connections.ts';
import { type TemporaryConnection, temporaryConnection } from '../connections/temporary.ts';
import type { Practice, PracticeRefusal, UnprovokedRefusal } from '../practice/types.ts';
import type { Services } from '../services/registry.ts';
import { contextKeys } from '../manifest.ts';

/** Stand-ins of the services on this machine, with connections that last as long as they run. */
export class PracticeMode implements vscode.Disposable {
  readonly #services: Services;
  readonly #connections: Connections;
  readonly #script: vscode.Uri;
  #running: Promise<Practice> | undefined;
  #refusalsPractised = 0;

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

  /** What can be practised, and what cannot. Starts the stand-ins unless they run. */
  async refusals(): Promise<{ can: readonly PracticeRefusal[]; cannot: readonly UnprovokedRefusal[] }> {
    // Not anew where they run: what was learnt of their connections meanwhile stays.
    if (!this.#running) await this.start();
    const practice = await this.#running;
    return { can: practice?.refusals ?? [], cannot: practice?.unprovoked ?? [] };
  }

  /** Makes a stand-in refuse in one way, with a connection that meets it. The last one practised is forgotten. */
  prepare(refusal: PracticeRefusal): Connection {
    refusal.prepare();
    const id = (number: number) => `practice-refusal-${number}`;
    const replaced = id(this.#refusalsPractised);
    this.#refusalsPractised += 1;
    const input = { ...refusal.connection, id: id(this.#refusalsPractised), service: refusal.service };
    const entry = temporaryConnection(input, this.#services.get(refusal.service), this.#services.list());
    this.#connections.addTemporary(entry, replaced);
    return entry.connection;
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
      return connections.map(({ id, label, key }) =>
        temporaryConnection(
          {
            id,
            service,
            label,
            key,
            baseUrl,
            ...(region !== undefined && { region }),
            ...(baseUrls !== undefined && { baseUrls }),
          },
          definition,
          this.#services.list(),
        ),
      );
    });
  }
}

interface PracticeModule {
  readonly startPractice: (this: void) => Promise<Practice>;
}
