import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { InputError } from '../../connections/inputError.ts';
import { type CommandId, commands } from '../../manifest.ts';
import { showError } from '../messages.ts';
import { type Target, readTarget } from '../target.ts';
import type { CommandParts } from './parts.ts';

/** A command returns nothing: no key and no body leaves by it. */
type Handler = (target: Target, argument: unknown) => void | Promise<void>;

const load = async () => (await import('../later.ts')).later;

/** Registers every command; each failure ends in one message that says what to do. */
export function registerCommands(parts: CommandParts): vscode.Disposable {
  const { panels, practice, log } = parts;
  const handlers: Readonly<Record<CommandId, Handler>> = {
    [commands.addConnection]: async () => (await load()).addConnection(parts),
    [commands.addService]: (_, argument) =>
      parts.ownServices.addFromFile(argument instanceof vscode.Uri ? argument : undefined),
    [commands.testKey]: async (target) => (await load()).testKey(parts, target),
    [commands.switchProject]: async (target) => (await load()).switchProject(parts, target),
    [commands.openRequest]: async (target) => (await load()).openRequest(parts, target),
    [commands.explainResponse]: async () => (await load()).explainResponse(parts),
    [commands.refresh]: async (target) => (await load()).refresh(parts, target),
    [commands.renameConnection]: async (target) => (await load()).renameConnection(parts, target),
    [commands.replaceKey]: async (target) => (await load()).replaceKey(parts, target),
    [commands.removeConnection]: async (target) => (await load()).removeConnection(parts, target),
    [commands.copyAsCurl]: async (target) => (await load()).copyAsCurl(parts, target),
    [commands.copyId]: async (target, argument) => (await load()).copyId(target, argument),
    [commands.openJson]: async (_, argument) => (await load()).openJson(parts, argument),
    [commands.startPractice]: () => practice.start(),
    [commands.stopPractice]: () => practice.stop(),
    [commands.showLog]: () => log.show(),
    [commands.openKeyPage]: async (target) => (await load()).openKeyPage(parts, target),
    [commands.loadAll]: (target) => parts.explorer.loadAll(target.rowId ?? ''),
    [commands.filterCollection]: async (target) => (await load()).filterCollection(parts, target),
    [commands.makeActiveProject]: async (target) => (await load()).makeActiveProject(parts, target),
    [commands.openInBrowser]: async (_, argument) => (await load()).openInBrowser(argument),
    [commands.loadMore]: (target) => parts.explorer.loadMore(target.rowId ?? ''),
    [commands.explainRefusal]: ({ exchange }) => panels.explain(exchange ?? ''),
    [commands.probe]: ({ exchange }) => panels.probe(exchange ?? ''),
    [commands.sendAgain]: ({ exchange }) => panels.sendAgain(exchange ?? ''),
  };
  const disposables = new DisposableStore();
  for (const [id, handle] of Object.entries(handlers)) {
    disposables.add(
      vscode.commands.registerCommand(id, (argument: unknown) =>
        run(id, () => handle(readTarget(argument), argument), parts),
      ),
    );
  }
  return disposables;
}

async function run(id: string, handle: () => void | Promise<void>, { log }: CommandParts): Promise<void> {
  try {
    await handle();
  } catch (error) {
    if (error instanceof InputError) {
      void showError(error.message);
      return;
    }
    log.error(`${id} failed`, error);
    const message = error instanceof Error ? error.message : String(error);
    void showError(`${message} The log says more.`, 'Show Log').then((choice) => {
      if (choice === 'Show Log') log.show();
    });
  }
}
