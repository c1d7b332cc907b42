/** `npm start`: a real VS Code with the packed extension in it, in the browser or on the desktop. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeCommand, startDesktop } from './start/desktop.ts';
import { hasDisplay, openInBrowser } from './start/openBrowser.ts';
import { parseStartOptions, startHelp } from './start/options.ts';
import type { StartOptions } from './start/options.ts';
import { preparePracticeFolder } from './start/practice.ts';
import { serveSignIn } from './start/signIn.ts';
import { cache, ensureBuild, repository } from './vscode/builds.ts';
import { npmCommand } from './vscode/npm.ts';
import { Problem, diskFull } from './vscode/problem.ts';
import { runProcess } from './vscode/processes.ts';
import { startCodeServer } from './vscode/codeServer.ts';
import type { RunningServer } from './vscode/server.ts';
import { quietSettings } from './vscode/settings.ts';
import { runTool } from './vscode/tool.ts';

const data = join(cache, 'start');
const portFile = join(data, 'port');

async function packExtension(): Promise<string> {
  console.log('Building and packing Bearings …');
  const npm = npmCommand();
  const { code, output } = await runProcess(npm.command, [...npm.args, 'run', 'package'], { cwd: repository });
  const vsix = join(repository, 'dist', 'bearings.vsix');
  if (code === 0 && existsSync(vsix)) return vsix;
  if (/ENOSPC/.test(output)) throw new Problem(diskFull);
  console.error(output.trim());
  throw new Problem('Bearings could not be built; the lines above say why. Mend that and start again.');
}

/** The port of the last start: the browser keeps secrets by address, so another port would mean another set of keys. */
async function lastPort(): Promise<number | undefined> {
  try {
    return Number(await readFile(portFile, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

async function startServer(options: StartOptions, vsix: string, password: string): Promise<RunningServer> {
  const build = await ensureBuild(options.version, (line) => console.log(line));
  const remembered = options.port === undefined ? await lastPort() : undefined;
  const port = options.port ?? remembered;
  console.log(`Starting VS Code ${options.version} …`);
  try {
    return await startCodeServer(build, {
      dataDirectory: data,
      password,
      vsix,
      settings: quietSettings,
      ...(port === undefined ? {} : { port }),
    });
  } catch (error) {
    if (remembered === undefined || !(error instanceof Problem) || !error.message.includes('already taken'))
      throw error;
    throw new Problem(
      `Port ${String(remembered)}, used at the last start, is already taken, perhaps by another npm start. End that, or choose a port with --port N (keys added in the browser are kept by port).`,
    );
  }
}

async function startInBrowser(options: StartOptions, vsix: string, folder: string): Promise<number> {
  const password = randomBytes(24).toString('base64url');
  const server = await startServer(options, vsix, password);
  await writeFile(portFile, String(server.port));
  const { link } = await serveSignIn({ port: server.port, password, folder });
  console.log(`\nBearings runs. Open this link, which signs you in (keep it to yourself):\n\n  ${link}\n`);
  console.log('Ctrl-C ends everything. Keys you add are kept for the next start.');
  if (options.open && hasDisplay(process.platform, process.env)) await openInBrowser(link, data);
  await server.exited;
  throw new Problem('The VS Code server ended by itself. Start again.');
}

await runTool(async () => {
  const options = parseStartOptions(process.argv.slice(2), process.cwd());
  if (options.help) {
    console.log(startHelp);
    return 0;
  }
  await mkdir(data, { recursive: true, mode: 0o700 });
  await chmod(data, 0o700); // keys, cookies and the sign-in file lie below
  if (options.vsix !== undefined && !existsSync(options.vsix))
    throw new Problem(`There is no file ${options.vsix}. Name a packed extension with --vsix FILE.`);
  if (options.desktop) codeCommand(); // told before the minute that building takes
  const vsix = options.vsix ?? (await packExtension());
  const folder = await preparePracticeFolder(data);
  if (!options.desktop) return startInBrowser(options, vsix, folder);
  await startDesktop({ data: join(data, 'desktop'), vsix, folder });
  console.log('Bearings runs in a window of your VS Code, in a profile of its own. Close the window to end it.');
  return 0;
});
