import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root, runCommand } from './process.ts';
import type { Suite, SuiteResult } from './suites.ts';

interface MochaReport {
  readonly stats: { readonly passes: number; readonly failures: number; readonly pending: number };
  readonly failures: readonly { readonly fullTitle: string; readonly err: { message?: string; stack?: string } }[];
}

async function readReport(file: string): Promise<MochaReport | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as MochaReport;
  } catch {
    // Mocha writes the report at its end: none means that it never came there.
    return undefined;
  }
}

/** Runs one suite's `*.test.ts` by mocha in a process of its own, and prints what failed. */
export async function runMocha(suite: Suite): Promise<SuiteResult> {
  const files = globSync(`test/${suite.folder ?? suite.name}/**/*.test.ts`, { cwd: root }).sort();
  if (files.length === 0) return { suite: suite.name, passed: 0, failed: 0, skipped: 0 };
  const report = path.join(root, 'test-results/mocha', `${suite.name}.json`);
  const { code, timedOut, output } = await runCommand(
    process.execPath,
    [
      path.join(root, 'node_modules/mocha/bin/mocha.js'),
      '--reporter=json',
      `--reporter-option=output=${report}`,
      `--timeout=${suite.testTimeout ?? 10_000}`,
      ...files,
    ],
    suite.suiteTimeout,
  );
  const result = await readReport(report);
  for (const { fullTitle, err } of result?.failures ?? []) {
    console.log(`  ✗ ${fullTitle}\n${(err.stack ?? err.message ?? '').replace(/^/gm, '      ')}`);
  }
  if (timedOut) console.log(`  ✗ still running after ${suite.suiteTimeout / 1000} s: something was left open`);
  if (result === undefined || code !== 0) console.log(output.trim());
  const { passes, failures, pending } = result?.stats ?? { passes: 0, failures: 0, pending: 0 };
  // A process that ends badly although every test passed has failed as well.
  const endedBadly = failures === 0 && code !== 0 ? 1 : 0;
  return { suite: suite.name, passed: passes, failed: failures + endedBadly, skipped: pending };
}
