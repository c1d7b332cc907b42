import { runCommand } from './process.ts';
import type { SuiteResult } from './suites.ts';

/** The tools, each a script of package.json. The package's own checks are the suite `package`. */
const checks = ['check:types', 'check:lint', 'check:format', 'check:dead-code', 'check:texts'];

/** Runs every check, also after one has failed, and prints the output of those that fail. */
export async function runChecks(suite: string): Promise<SuiteResult> {
  let failed = 0;
  for (const check of checks) {
    const { code, output } = await runCommand('npm', ['run', '--silent', check], 3 * 60_000);
    if (code === 0) continue;
    failed += 1;
    console.log(`  ✗ ${check}\n${output.trim().replace(/^/gm, '      ')}`);
  }
  return { suite, passed: checks.length - failed, failed, skipped: 0 };
}
