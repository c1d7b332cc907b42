import { spawn } from 'node:child_process';
import path from 'node:path';

/** The repository's folder. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Process groups of the commands that run, so that none of them outlives this process. */
const groups = new Set<number>();
const endGroup = (leader: number): void => {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
};
process.on('exit', () => groups.forEach(endGroup));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

export interface CommandResult {
  /** The exit code, or 1 when a signal or the time limit ended the command. */
  readonly code: number;
  /** Standard output and standard error in the order in which they came; empty with `show`. */
  readonly output: string;
  readonly timedOut: boolean;
}

/**
 * Runs a command from the repository's root, with the tools of node_modules found first.
 * @param timeout milliseconds after which the command is ended
 * @param show whether the output goes straight to the terminal
 */
export async function runCommand(
  command: string,
  parameters: readonly string[],
  timeout: number,
  { show = false, cwd = root }: { show?: boolean; cwd?: string } = {},
): Promise<CommandResult> {
  const bin = path.join(root, 'node_modules/.bin');
  const child = spawn(command, parameters, {
    cwd,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    // On Windows the commands of node_modules/.bin are scripts, which only a shell runs.
    shell: process.platform === 'win32',
    // A group of its own lets a server or browser that a suite left behind be ended with it.
    detached: process.platform !== 'win32',
  });
  const leader = child.pid;
  if (leader !== undefined) groups.add(leader);
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    if (leader !== undefined) endGroup(leader);
    child.kill('SIGKILL');
  }, timeout);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', () => {
        if (leader !== undefined) endGroup(leader);
      });
      child.once('close', (exitCode) => resolve(exitCode ?? 1));
    });
    return { code, output: chunks.join(''), timedOut };
  } finally {
    clearTimeout(timer);
    if (leader !== undefined) groups.delete(leader);
  }
}
