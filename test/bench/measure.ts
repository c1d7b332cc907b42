/** Runs inside VS Code: measures how long extensions take to activate, in one window after the other. */
import { readFile, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';

/** Milliseconds of one `activate()` each, by extension id, in the order in which they were activated in that window. */
export type WindowTimes = readonly (readonly [id: string, milliseconds: number])[];

/**
 * Measures one window and reloads it, until there are as many as asked for. A reloaded window has a fresh extension host.
 * @param ids the extensions; their order is turned around in every other window
 * @param warmUp an extension that is activated before them and pays for what the host does once
 * @param windows how many windows to measure
 */
export async function measure(ids: readonly string[], warmUp: string, windows: number): Promise<void> {
  const file = process.env['BEARINGS_BENCH_TIMES'];
  if (file === undefined) throw new Error('The bench is started by test/bench/run.ts.');
  const earlier = await readTimes(file);
  await vscode.extensions.getExtension(warmUp)?.activate();
  await quiet();
  const times: (readonly [string, number])[] = [];
  for (const id of earlier.length % 2 === 0 ? ids : ids.toReversed()) {
    const extension = vscode.extensions.getExtension(id);
    if (!extension || extension.isActive) throw new Error(`${id} is ${extension ? 'active already' : 'not there'}.`);
    const begun = performance.now();
    await extension.activate();
    times.push([id, performance.now() - begun]);
  }
  await writeFile(file, JSON.stringify([...earlier, times]));
  if (earlier.length + 1 >= windows) return;
  void vscode.commands.executeCommand('workbench.action.reloadWindow');
  // The extension host ends with the window; until then nothing may count as the end.
  await new Promise<never>(() => undefined);
}

/**
 * Waits until VS Code is done with its own start: activating asks the window for what is stored, and a window that is
 * busy answers late, whichever extension asks.
 */
async function quiet(): Promise<void> {
  let quick = 0;
  for (let tries = 0; quick < 20 && tries < 2000; tries += 1) {
    const begun = performance.now();
    await vscode.commands.executeCommand('setContext', 'bench.quiet', tries);
    quick = performance.now() - begun < 4 ? quick + 1 : 0;
  }
}

async function readTimes(file: string): Promise<readonly WindowTimes[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as readonly WindowTimes[];
  } catch {
    return [];
  }
}
