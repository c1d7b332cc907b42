import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Build } from './builds.ts';
import { Problem, diskFull } from './problem.ts';
import { startProcess } from './processes.ts';
import type { StartedProcess } from './processes.ts';

/** A VS Code server on loopback. `port` was chosen by the system unless one was asked for. */
export interface RunningServer {
  readonly port: number;
  /** Text the server printed so far, for a report when something fails. */
  readonly output: () => string;
  /** Settles when the server ends, whoever ended it. */
  readonly exited: Promise<number>;
  readonly end: () => Promise<void>;
}

/**
 * The environment of a started server: this process's own without what would make VS Code behave as a part of another
 * one, and what was given for it.
 */
export function serverEnvironment(own: NodeJS.ProcessEnv, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(own)) {
    if (/^(VSCODE_|ELECTRON_|CODE_SERVER_|npm_)/.test(name) || name === 'PORT' || name === 'NODE_OPTIONS') continue;
    environment[name] = value;
  }
  return { ...environment, ...extra };
}

/**
 * A marketplace that is nowhere: VS Code in tests asks no host outside for anything. code-server reads this variable in
 * both ways of starting.
 */
export const noGallery = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' } as const;

/**
 * Waits until the server says its port.
 * @param pattern finds the port in what the server prints
 * @param what named in the sentence when it fails
 * @param wanted the port that was asked for
 * @throws Problem that says why there will be none
 */
export async function portOf(
  server: { text: () => string; exited: Promise<number> },
  pattern: RegExp,
  what: string,
  wanted = 0,
): Promise<number> {
  let over: number | undefined;
  server.exited.then(
    (code) => (over = code),
    () => (over = 1),
  );
  const givenUpAt = Date.now() + 120_000;
  for (;;) {
    const found = pattern.exec(server.text())?.[1];
    if (found !== undefined) return Number(found);
    if (over !== undefined || Date.now() > givenUpAt) {
      const text = server.text();
      if (/EADDRINUSE/.test(text))
        throw new Problem(
          `Port ${String(wanted)} is already taken by another program. Choose another one with --port N.`,
        );
      if (/EACCES/.test(text) && /listen/.test(text))
        throw new Problem(
          'This port may not be used without administrator rights. Choose one above 1024 with --port N.',
        );
      if (/ENOSPC|no space left/i.test(text)) throw new Problem(diskFull);
      const line =
        text
          .trim()
          .split('\n')
          .find((candidate) => /error/i.test(candidate)) ??
        text.trim().split('\n').at(-1) ??
        '';
      throw new Problem(
        over === undefined
          ? `${what} did not start within two minutes. Is the machine busy? Start again.`
          : `${what} ended while starting, with "${line.trim()}". Remove .vscode-test and start again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** A started process as the server it is. */
export function running(started: StartedProcess, port: number): RunningServer {
  return { port, output: started.output, exited: started.exited, end: started.end };
}

/**
 * Starts the bare VS Code server, the way that lets a page name extension tests to run.
 * @param options.token secret every page must bring along as `?tkn=`: without it the server would be a shell for every
 *   user of the machine. It is handed over in a file only the owner may read.
 * @param options.onText called with all it prints
 */
export async function startTestServer(
  build: Build,
  options: {
    dataDirectory: string;
    extensionsDirectory: string;
    token: string;
    environment?: NodeJS.ProcessEnv;
    onText?: (text: string) => void;
  },
): Promise<RunningServer> {
  await mkdir(options.dataDirectory, { recursive: true });
  const tokenFile = join(options.dataDirectory, 'connection-token');
  await rm(tokenFile, { force: true });
  await writeFile(tokenFile, options.token, { mode: 0o600 });
  const args = [
    build.serverMain,
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--enable-smoke-test-driver'],
    ...['--server-data-dir', options.dataDirectory, '--user-data-dir', options.dataDirectory],
    ...['--extensions-dir', options.extensionsDirectory],
  ];
  const started = startProcess(build.node, args, {
    cwd: build.vscode,
    env: serverEnvironment(process.env, { ...noGallery, ...options.environment }),
    ...(options.onText === undefined ? {} : { onText: options.onText }),
  });
  const watched = { text: started.output, exited: started.exited };
  return running(started, await portOf(watched, /Extension host agent listening on (\d+)/, `VS Code ${build.version}`));
}
