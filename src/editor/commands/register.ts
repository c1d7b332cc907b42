import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { InputError } from '../../connections/inputError.ts';
import { type CommandId, commands } from '../../manifest.ts';
import { showError } from '../messages.ts';
import { type Target, readTarget } from '../target.ts';
import type { CommandParts } from './parts.ts';

/** A command returns nothing: no key and no body leaves by it. */
type Handler = (target: Target, argument: unknown) => void | Promise<void>;

/** What may mend a refusal. */
const MENDING: ReadonlySet<string> = new Set([
  commands.replaceKey,
  commands.switchProject,
  commands.useOwnProject,
  commands.switchRegion,
  commands.changeAddress,
  commands.renewToken,
]);

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
    [commands.protectProject]: async (target) => (await load()).protectProject(parts, target),
    [commands.unprotectProject]: async (target) => (await load()).unprotectProject(parts, target),
    [commands.openHistory]: async () => (await load()).openHistory(parts.keeping),
    [commands.clearHistory]: async () => (await load()).clearHistory(parts.keeping),
    [commands.copyAs]: async (target) => (await load()).copyAs(parts, target),
    [commands.openHttpRequest]: async (_, argument) => (await load()).openHttpRequest(parts, argument),
    [commands.probe]: async (target) => (await load()).probe(parts, target),
    [commands.sendAgain]: async (target) => (await load()).sendAgain(parts, target),
    [commands.sendLater]: async (target) => (await load()).sendLater(parts, target),
    [commands.useOwnProject]: async (target) => (await load()).useOwnProject(parts, target),
    [commands.switchRegion]: async (target) => (await load()).switchRegion(parts, target),
    [commands.changeAddress]: async (target) => (await load()).changeAddress(parts, target),
    [commands.renewToken]: async (target) => (await load()).renewToken(parts, target),
    [commands.findWorkingKey]: async (target) => (await load()).findWorkingKey(parts, target),
    [commands.showProxySettings]: async () => (await load()).showProxySettings(),
    [commands.copyReport]: async (target) => (await load()).copyReport(parts, target),
    [commands.practiseRefusal]: async (target, argument) => (await load()).practiseRefusal(parts, target, argument),
  };
  const disposables = new DisposableStore();
  for (const [id, handle] of Object.entries(handlers)) {
    disposables.add(
      vscode.commands.registerCommand(id, (argument: unknown) =>
        run(id, () => perform(id, () => handle(readTarget(argument), argument), parts, readTarget(argument)), parts),
      ),
    );
  }
  return disposables;
}

/** Called on a refused row, what may mend the refusal is followed by asking for the row once more. */
async function perform(
  id: string,
  handle: () => void | Promise<void>,
  parts: CommandParts,
  target: Target,
): Promise<void> {
  const { rowId, connection, exchange } = target;
  if (!MENDING.has(id) || rowId === undefined || connection === undefined || exchange === undefined) return handle();
  await (await load()).mendRow(parts, { rowId, connection, exchange }, handle);
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
    void showError(vscode.l10n.t('{0} The log says more.', message), vscode.l10n.t('Show Log')).then((choice) => {
      if (choice) log.show();
    });
  }
}
