import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** Groups started here and still alive, so that none outlives this process. */
const groups = new Set<number>();
const endings = new Set<() => Promise<void> | void>();
let listening = false;
let ending = false;

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    // A negative id means the whole group: the server's own children (extension host, terminals) end with it.
    process.kill(process.platform === 'win32' ? leader : -leader, signal);
  } catch {
    groups.delete(leader); // nobody left in it
  }
}

function isAlive(leader: number): boolean {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 0);
    return true;
  } catch {
    return false;
  }
}

async function endGroup(leader: number): Promise<void> {
  signalGroup(leader, 'SIGTERM');
  const givenUpAt = Date.now() + 3000;
  while (isAlive(leader) && Date.now() < givenUpAt) await new Promise((resolve) => setTimeout(resolve, 50));
  if (isAlive(leader)) signalGroup(leader, 'SIGKILL');
  groups.delete(leader);
}

/** Whether a signal asked this process to end. */
export function interrupted(): boolean {
  return ending;
}

/** Ends everything started here: every process group, then the registered endings (newest first), such as tidying up. */
export async function endAll(): Promise<void> {
  await Promise.all([...groups].map(endGroup));
  for (const ending of [...endings].toReversed()) {
    endings.delete(ending);
    try {
      await ending();
    } catch {
      // One thing that does not end cleanly must not keep the others alive.
    }
  }
}

function listenForSignals(): void {
  if (listening) return;
  listening = true;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      if (ending) process.exit(code); // a second Ctrl-C does not wait; the exit handler still kills the groups
      ending = true;
      void endAll().finally(() => process.exit(code));
    });
  }
  process.on('exit', () => {
    for (const leader of groups) signalGroup(leader, 'SIGKILL');
  });
}

/**
 * Registers something to be done before this process ends, also on Ctrl-C and kill.
 * @returns a function that takes the registration back
 */
export function onEnd(ending: () => Promise<void> | void): () => void {
  listenForSignals();
  endings.add(ending);
  return () => endings.delete(ending);
}

/**
 * Ends a group when this process is gone without a chance to do it itself (kill -9, a crash): the guard's input then
 * closes. Not on Windows, where nothing is started in groups.
 */
function guard(leader: number): () => void {
  if (process.platform === 'win32') return () => undefined;
  const child = spawn('/bin/sh', ['-c', 'read line; kill -s KILL -- "-$1"', 'guard', String(leader)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  child.once('error', () => undefined);
  child.stdin.once('error', () => undefined);
  child.unref();
  return () => child.kill('SIGKILL');
}

/** A started process with its whole group. `output` is everything it printed so far (at most the last 64 KiB). */
export interface StartedProcess {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exited: Promise<number>;
  readonly end: () => Promise<void>;
}

/**
 * Starts a program in a process group of its own, without a shell. The group ends with this process.
 * @param onText called with every piece of text it prints (stdout and stderr)
 */
export function startProcess(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; onText?: (text: string) => void } = {},
): StartedProcess {
  listenForSignals();
  const child = spawn(command, args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const leader = child.pid;
  if (leader !== undefined) groups.add(leader);
  const release = leader === undefined ? undefined : guard(leader);
  let text = '';
  const take = (piece: string): void => {
    text = (text + piece).slice(-65_536);
    options.onText?.(piece);
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  const exited = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (leader !== undefined && !isAlive(leader)) groups.delete(leader);
      release?.(); // later, another group may have got the number
      resolve(code ?? 1);
    });
  });
  exited.catch(() => undefined); // those who do not wait for it must not end the process
  return {
    child,
    output: () => text,
    exited,
    end: async () => {
      if (leader !== undefined && groups.has(leader)) await endGroup(leader);
    },
  };
}

/** Runs a program to its end. Rejects only when it cannot be started. */
export async function runProcess(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; onText?: (text: string) => void } = {},
): Promise<{ code: number; output: string }> {
  const started = startProcess(command, args, options);
  const code = await started.exited;
  return { code, output: started.output() };
}
