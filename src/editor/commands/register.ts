import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { InputError } from '../../connections/inputError.ts';
import { type CommandId, commands } from '../../manifest.ts';
import { showError } from '../messages.ts';
import { type Target, readTarget } from '../target.ts';
import { addConnection } from './addConnection.ts';
import { openKeyPage, removeConnection, renameConnection, replaceKey, testKey } from './connectionCommands.ts';
import type { CommandParts } from './parts.ts';
import { copyAsCurl, copyId, openJson, openRequest, refresh, switchProject } from './requestCommands.ts';

/** A command returns nothing: no key and no body leaves by it. */
type Handler = (target: Target, argument: unknown) => void | Promise<void>;

/** Registers every command; each failure ends in one message that says what to do. */
export function registerCommands(parts: CommandParts): vscode.Disposable {
  const { panels, practice, log } = parts;
  const handlers: Readonly<Record<CommandId, Handler>> = {
    [commands.addConnection]: () => addConnection(parts),
    [commands.testKey]: (target) => testKey(parts, target),
    [commands.switchProject]: (target) => switchProject(parts, target),
    [commands.openRequest]: (target) => openRequest(parts, target),
    [commands.refresh]: (target) => refresh(parts, target),
    [commands.renameConnection]: (target) => renameConnection(parts, target),
    [commands.replaceKey]: (target) => replaceKey(parts, target),
    [commands.removeConnection]: (target) => removeConnection(parts, target),
    [commands.copyAsCurl]: (target) => copyAsCurl(parts, target),
    [commands.copyId]: copyId,
    [commands.openJson]: (_, argument) => openJson(parts, argument),
    [commands.startPractice]: () => practice.start(),
    [commands.stopPractice]: () => practice.stop(),
    [commands.showLog]: () => log.show(),
    [commands.openKeyPage]: (target) => openKeyPage(parts, target),
    [commands.loadMore]: (target) => parts.explorer.loadMore(target.rowId ?? ''),
    [commands.explainRefusal]: ({ exchange }) => panels.explain(exchange ?? ''),
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
