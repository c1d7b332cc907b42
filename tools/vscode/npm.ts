import { basename } from 'node:path';
import { Problem, npmProblem } from './problem.ts';
import { runProcess } from './processes.ts';

/**
 * How to call the ordinary npm client, with whatever registry and settings the person has.
 * Under `npm run` that is the very npm that is running; otherwise the one on the PATH.
 */
export function npmCommand(environment: NodeJS.ProcessEnv = process.env): { command: string; args: readonly string[] } {
  const running = environment['npm_execpath'];
  if (running !== undefined && basename(running) === 'npm-cli.js')
    return { command: process.execPath, args: [running] };
  return { command: 'npm', args: [] };
}

/**
 * Runs npm in a folder.
 * @param folder working directory
 * @param args npm's arguments
 * @param what named in the sentence when it fails
 * @returns npm's output; throws a `Problem` when npm cannot be started or fails
 */
async function runNpm(folder: string, args: readonly string[], what: string): Promise<string> {
  const npm = npmCommand();
  const environment = { ...process.env };
  // `npm run` hands its own project down in variables; the npm started here works for another folder.
  for (const name of ['npm_config_local_prefix', 'npm_config_prefix', 'npm_package_json', 'INIT_CWD'])
    delete environment[name];
  let result;
  try {
    result = await runProcess(npm.command, [...npm.args, ...args], { cwd: folder, env: environment });
  } catch {
    throw new Problem(
      `${what} could not be downloaded: the npm client was not found. Install Node.js with npm and start again.`,
    );
  }
  if (result.code !== 0) throw npmProblem(what, result.output);
  return result.output;
}

/**
 * Installs packages into a folder without running their install scripts: npm 11 may block those, and none is needed.
 * A package with a shrinkwrap (code-server) installs the exact dependencies it was published with.
 */
export async function installPackages(folder: string, packages: readonly string[], what: string): Promise<void> {
  const flags = [
    '--omit=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--engine-strict=false',
    '--loglevel=error',
  ];
  await runNpm(folder, ['install', '--prefix', folder, ...flags, ...packages], what);
}
