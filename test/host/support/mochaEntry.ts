/**
 * Runs the host suites inside VS Code's extension host. Bundled with every `test/host/**\/*.test.ts` by run.ts, since the
 * extension host's Node may not strip types; `vscode` stays outside, it exists only there.
 */
import { readFile, writeFile } from 'node:fs/promises';
import Mocha from 'mocha';
import * as vscode from 'vscode';

/** What run.ts reads back; written even when tests fail. */
export interface HostReport {
  passed: number;
  failed: number;
  skipped: number;
  /** Windows that ran their tests to the end. */
  windows: number;
}

/** The tests of one window. The next window is the same one, reloaded. */
export interface HostWindow {
  /** Loads the test files; it runs when mocha's `describe` and `it` exist. */
  readonly register: () => Promise<unknown>;
  /** Leaves behind what the next window's tests want to find. */
  readonly leave?: () => Promise<void>;
}

/**
 * The entry VS Code calls (`--extensionTestsPath`), once in each window.
 * @throws Error when a test failed, which VS Code turns into exit code 1
 */
export async function runWindows(windows: readonly HostWindow[]): Promise<void> {
  const file = process.env['BEARINGS_HOST_REPORT'];
  if (file === undefined) throw new Error('The host suites are started by test/host/support/run.ts.');
  const report = await readReport(file);
  const window = windows[report.windows];
  if (!window) throw new Error('There are no tests for another window.');
  await runMocha(window, report);
  report.windows += 1;
  await window.leave?.();
  await writeFile(file, JSON.stringify(report));
  if (report.windows < windows.length) {
    void vscode.commands.executeCommand('workbench.action.reloadWindow');
    // The extension host ends with the window; until then nothing may count as the end of the tests.
    await new Promise<never>(() => undefined);
  }
  if (report.failed > 0) throw new Error(`${String(report.failed)} host tests failed.`);
}

/** What earlier windows reported; run.ts starts without a report. */
async function readReport(file: string): Promise<HostReport> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as HostReport;
  } catch {
    return { passed: 0, failed: 0, skipped: 0, windows: 0 };
  }
}

async function runMocha({ register }: HostWindow, report: HostReport): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, forbidOnly: true, forbidPending: true, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await register();
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', () => report.passed++)
      .on('fail', () => report.failed++)
      .on('pending', () => report.skipped++);
  });
}
