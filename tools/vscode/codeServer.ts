import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Build } from './builds.ts';
import { Problem, diskFull } from './problem.ts';
import { onEnd, runProcess, startProcess } from './processes.ts';
import { portOf, running, serverEnvironment } from './server.ts';
import type { RunningServer } from './server.ts';
import { addSettings } from './settings.ts';

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

async function install(build: Build, vsix: string, common: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const args = [...common, '--install-extension', vsix, '--force'];
  const { code, output } = await runProcess(build.node, args, { cwd: build.vscode, env });
  if (code === 0) return;
  if (/ENOSPC/.test(output)) throw new Problem(diskFull);
  const line = output.split('\n').find((text) => /error|fail/i.test(text)) ?? '';
  throw new Problem(`The extension could not be installed into VS Code ${build.version}: ${line.trim()}`);
}

/**
 * Starts VS Code as a person gets it in a browser: with a password, on loopback only, SecretStorage that lasts.
 * @throws Problem when the extension cannot be installed or the server does not start
 */
export async function startCodeServer(build: Build, options: CodeServerOptions): Promise<RunningServer> {
  const data = options.dataDirectory;
  await mkdir(data, { recursive: true, mode: 0o700 });
  await chmod(data, 0o700); // it may have been there before
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
    ...['--session-socket', join(sockets, 'session')],
    ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
  ];
  const env = {
    ...serverEnvironment(process.env, options.environment),
    PASSWORD: options.password,
    // Cookies of 127.0.0.1 are shared by all its ports: a name of its own keeps two sessions from signing each other out.
    CODE_SERVER_COOKIE_SUFFIX: createHash('sha256').update(data).digest('hex').slice(0, 8),
  };
  const end = async (stop?: () => Promise<void>): Promise<void> => {
    await stop?.();
    forget();
    await removeSockets();
  };
  try {
    if (options.vsix !== undefined) await install(build, options.vsix, common, env);
    const wanted = options.port ?? 0;
    const flags = ['--auth', 'password', '--disable-getting-started-override', '--ignore-last-opened'];
    const args = [...common, '--bind-addr', `127.0.0.1:${String(wanted)}`, ...flags];
    const started = startProcess(build.node, args, { cwd: build.vscode, env });
    const watched = { text: started.output, exited: started.exited };
    const pattern = /server listening on https?:\/\/127\.0\.0\.1:(\d+)/;
    const port = await portOf(watched, pattern, `VS Code ${build.version}`, wanted);
    return { ...running(started, port), end: () => end(started.end) };
  } catch (error) {
    await end();
    throw error;
  }
}
