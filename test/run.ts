/**
 * Runs the suites of test/config/suites.ts: all of them, or those named on the command line (`npm test -- unit ui`).
 * The last line is `N passed, N failed[, N skipped]`; the exit code is 1 when something failed.
 */
import { existsSync, globSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChecks } from './config/checks.ts';
import { runMocha } from './config/mocha.ts';
import { root, runCommand } from './config/process.ts';
import { foldersWithoutTests, hostVersions, suites, type Suite, type SuiteResult } from './config/suites.ts';

interface HostRunner {
  runHostSuites(options: { versions: readonly string[] }): Promise<readonly SuiteResult[]>;
}

const failure = (suite: string): SuiteResult => ({ suite, passed: 0, failed: 1, skipped: 0 });

/** Names what lies in test/ without any suite covering it. */
function uncovered(): string[] {
  const covered = new Set(suites.map(({ folder }) => folder));
  const folders = readdirSync(path.join(root, 'test'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !covered.has(entry.name) && !foldersWithoutTests.includes(entry.name))
    .map(({ name }) => `test/${name}/`);
  const files = globSync('**/*.test.*', { cwd: root, exclude: ['node_modules', 'dist', '.vscode-test'] }).filter(
    (file) => !covered.has(/^test[/\\]([^/\\]+)[/\\]/.exec(file)?.[1]),
  );
  return [...folders, ...files];
}

async function runHost(): Promise<readonly SuiteResult[]> {
  const runner = path.join(root, 'test/host/support/run.ts');
  if (!existsSync(runner)) return [];
  const host = (await import(pathToFileURL(runner).href)) as HostRunner;
  return host.runHostSuites({ versions: hostVersions });
}

async function runSuite(suite: Suite): Promise<readonly SuiteResult[]> {
  switch (suite.kind) {
    case 'check':
      return [await runChecks(suite.name)];
    case 'mocha':
      return [await runMocha(suite)];
    case 'host':
      return runHost();
  }
}

/** Packs the extension once for all suites that need it; the output is shown only when it fails. */
async function pack(): Promise<boolean> {
  const { code, output } = await runCommand('npm', ['run', 'package'], 5 * 60_000);
  if (code !== 0) console.log(`Packing failed:\n${output}`);
  return code === 0;
}

async function runAll(selected: readonly Suite[]): Promise<readonly SuiteResult[]> {
  const results: SuiteResult[] = [];
  let packed: boolean | undefined;
  for (const suite of selected) {
    console.log(`\n== ${suite.name}`);
    let own: readonly SuiteResult[];
    if (suite.packed && !(packed ??= await pack())) {
      own = [failure(`${suite.name}: not run, the package is missing`)];
    } else {
      try {
        own = await runSuite(suite);
      } catch (error) {
        console.log(error instanceof Error ? (error.stack ?? error.message) : error);
        own = [failure(`${suite.name}: ended early`)];
      }
    }
    const count = own.reduce((sum, { passed, failed }) => sum + passed + failed, 0);
    if (count < suite.minimum) {
      own = [...own, failure(`${suite.name}: ${count} tests found, at least ${suite.minimum} expected`)];
    }
    for (const { suite: name, passed, failed, skipped } of own) {
      console.log(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
    }
    results.push(...own);
  }
  return results;
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`Unknown suite: ${unknown.join(', ')}. There are: ${suites.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
await rm(path.join(root, 'test-results/mocha'), { recursive: true, force: true });
const results = [...(await runAll(suites.filter(({ name }) => names.length === 0 || names.includes(name))))];
const stray = uncovered();
if (stray.length > 0) {
  console.log(`\nNo suite of test/config/suites.ts covers: ${stray.join(', ')}`);
  results.push(failure('uncovered'));
}
const total = (key: 'passed' | 'failed' | 'skipped'): number => results.reduce((sum, result) => sum + result[key], 0);
const skipped = total('skipped');
const summary = `${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
console.log(`\n${summary}`);
// A server or browser that a suite forgot must not keep the finished run open.
process.exit(total('failed') > 0 ? 1 : 0);
