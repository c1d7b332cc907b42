/**
 * Runs the host suites inside VS Code's extension host. Bundled with every `test/host/**\/*.test.ts` by run.ts, since the
 * extension host's Node may not strip types; `vscode` stays outside, it exists only there.
 */
import { writeFile } from 'node:fs/promises';
import Mocha from 'mocha';

/** What run.ts reads back; written even when tests fail. */
export interface HostReport {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * The entry VS Code calls (`--extensionTestsPath`).
 * @param register loads the test files; it runs when mocha's `describe` and `it` exist
 * @throws Error when a test failed, which VS Code turns into exit code 1
 */
export async function runSuites(register: () => Promise<unknown>): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, forbidOnly: true, forbidPending: true, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await register();
  const report: HostReport = { passed: 0, failed: 0, skipped: 0 };
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on('pass', () => report.passed++)
      .on('fail', () => report.failed++)
      .on('pending', () => report.skipped++);
  });
  const file = process.env['BEARINGS_HOST_REPORT'];
  if (file !== undefined) await writeFile(file, JSON.stringify(report));
  if (report.failed > 0) throw new Error(`${String(report.failed)} host tests failed.`);
}
