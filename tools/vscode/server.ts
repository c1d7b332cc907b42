import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Build } from './builds.ts';
import { Problem, diskFull } from './problem.ts';
import { onEnd, runProcess, startProcess } from './processes.ts';
import type { StartedProcess } from './processes.ts';
import { addSettings } from './settings.ts';

/** A VS Code server on loopback. `port` was chosen by the system unless one was asked for. */
export interface RunningServer {
  readonly port: number;
  /** Text the server printed so far, for a report when something fails. */
  readonly output: () => string;
  /** Settles when the server ends, whoever ended it. */
  readonly exited: Promise<number>;
  readonly end: () => Promise<void>;
}

/** Variables of this process that would make a VS Code started by it behave as a part of another one. */
export function serverEnvironment(own: NodeJS.ProcessEnv, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries({ ...own, ...extra })) {
    if (/^(VSCODE_|ELECTRON_|CODE_SERVER_|npm_)/.test(name) || name === 'PORT' || name === 'NODE_OPTIONS') continue;
    environment[name] = value;
  }
  return environment;
}

/**
 * A marketplace that is nowhere: VS Code in tests asks no host outside for anything. code-server reads this variable in
 * both ways of starting.
 */
export const noGallery = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' } as const;

/** Waits until the server says its port, or says why there will be none. */
async function portOf(
  server: { text: () => string; exited: Promise<number> },
  pattern: RegExp,
  what: string,
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
        throw new Problem('The port is already taken by another program. Choose another one with --port N.');
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

function running(started: StartedProcess, port: number): RunningServer {
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

/** What a session of code-server's own entry needs to know. */
export interface CodeServerOptions {
  /** Folder for all its data; made so that only its owner may enter. */
  readonly dataDirectory: string;
  /** The password `/login` asks for; handed over in the environment, never in the arguments. */
  readonly password: string;
  /** 0 or missing: a free port chosen by the system. */
  readonly port?: number;
  /** A packed extension that is installed first. */
  readonly vsix?: string;
  /** User settings; what the person changed since stays. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Starts VS Code as a person gets it in a browser: with a password, on loopback only. */
export async function startCodeServer(build: Build, options: CodeServerOptions): Promise<RunningServer> {
  const data = options.dataDirectory;
  await mkdir(data, { recursive: true, mode: 0o700 });
  await chmod(data, 0o700);
  const user = join(data, 'user-data');
  await addSettings(join(user, 'User', 'settings.json'), options.settings ?? {});
  const configuration = join(data, 'code-server.yaml'); // its default lies in the person's home folder
  await writeFile(configuration, 'cert: false\n');
  // A socket's path may have about 100 characters only, too few for a repository deep in a tree.
  const sockets = await mkdtemp(join(tmpdir(), 'bearings-'));
  const removeSockets = (): Promise<void> => rm(sockets, { recursive: true, force: true });
  const forget = onEnd(removeSockets);
  const common = [
    build.codeServerEntry,
    ...['--config', configuration, '--user-data-dir', user, '--extensions-dir', join(data, 'extensions')],
    ...[
      '--session-socket',
      join(sockets, 'session'),
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
    ],
  ];
  const env = { ...serverEnvironment(process.env, options.environment), PASSWORD: options.password };
  if (options.vsix !== undefined) {
    const installed = await runProcess(build.node, [...common, '--install-extension', options.vsix, '--force'], {
      cwd: build.vscode,
      env,
    });
    if (installed.code !== 0) {
      const line =
        installed.output
          .trim()
          .split('\n')
          .find((text) => /error|fail/i.test(text)) ?? '';
      throw /ENOSPC/.test(installed.output)
        ? new Problem(diskFull)
        : new Problem(`The extension could not be installed into VS Code ${build.version}: ${line.trim()}`);
    }
  }
  const args = [
    '--bind-addr',
    `127.0.0.1:${String(options.port ?? 0)}`,
    '--auth',
    'password',
    '--disable-getting-started-override',
    '--ignore-last-opened',
  ];
  const started = startProcess(build.node, [...common, ...args], { cwd: build.vscode, env });
  const watched = { text: started.output, exited: started.exited };
  const port = await portOf(watched, /server listening on https?:\/\/127\.0\.0\.1:(\d+)/, `VS Code ${build.version}`);
  const server = running(started, port);
  return {
    ...server,
    end: async () => {
      await server.end();
      forget();
      await removeSockets();
    },
  };
}
