import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem, diskFull } from './problem.ts';
import { installPackages } from './npm.ts';
import { onEnd } from './processes.ts';

/** The repository's root folder. */
export const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where VS Code builds, the browser and all data of started sessions are kept; ignored by git. */
export const cache = join(repository, '.vscode-test');

/** The oldest supported VS Code (`engines.vscode`) and the newest that was tried. */
export const versions = { oldest: '1.104.0', newest: '1.139.1' } as const;

/** A VS Code version, the code-server package that carries it, and the Node release its server runs on. */
interface KnownBuild {
  readonly version: string;
  readonly codeServer: string;
  readonly node: string;
  readonly megabytes: number;
  /** Dependencies of code-server taken in another version than it asks for. */
  readonly overrides?: Readonly<Record<string, string>>;
}

// Measured: code-server 4.105 to 4.108 cannot be installed from a registry alone (a git dependency), and the server of
// 1.104.0 crashes on Node 24. Its argon2 (the sign-in page's password check) has to be compiled; 0.44.0, which the newer
// code-server uses, has the same functions and carries its binaries along.
const known: readonly KnownBuild[] = [
  { version: versions.newest, codeServer: '4.139.1', node: '24.21.0', megabytes: 650 },
  { version: versions.oldest, codeServer: '4.104.0', node: '22.22.2', megabytes: 550, overrides: { argon2: '0.44.0' } },
];

/** A VS Code build that is ready to run. All paths are absolute. */
export interface Build {
  readonly version: string;
  /** The Node executable this build's server needs. */
  readonly node: string;
  /** The folder of the VS Code server and web workbench; its working directory. */
  readonly vscode: string;
  /** The VS Code server's entry, for tests in the extension host. */
  readonly serverMain: string;
  /** code-server's own entry, for sessions as a person has them. */
  readonly codeServerEntry: string;
}

/** The package that carries the Node executable of a platform, as the npm package `node` names it. */
export function nodePackage(platform: NodeJS.Platform, architecture: string): string {
  const prefix = platform === 'darwin' && architecture === 'arm64' ? 'node-bin' : 'node';
  return [prefix, platform, architecture].join('-');
}

/** The known build for a VS Code version; throws a `Problem` that lists the known ones otherwise. */
export function knownBuild(version: string): KnownBuild {
  const found = known.find((build) => build.version === version);
  if (found !== undefined) return found;
  const list = known.map((build) => build.version).join(' and ');
  throw new Problem(`VS Code ${version} is not known here. Known are ${list}.`);
}

function needsPlatform(): void {
  if (process.platform === 'linux' || process.platform === 'darwin') return;
  throw new Problem(
    `VS Code in the browser does not run on ${process.platform}. Use an installed VS Code: npm start -- --desktop, or npm run test:desktop.`,
  );
}

async function needsSpace(folder: string, megabytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if ((bavail * bsize) / 1_000_000 < megabytes) throw new Problem(diskFull);
}

/** Removes what an interrupted download left behind, an hour later so that one still running is not touched. */
async function sweep(): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('partial-')) continue;
    const folder = join(cache, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > 3_600_000) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Fills a folder of the cache, whole or not at all: the work is done in a temporary folder that gets its name at the end.
 * @param name the folder's name in the cache
 * @param megabytes space it needs on the disk
 * @param fill does the work in the folder it is given
 */
export async function provide(
  name: string,
  megabytes: number,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await sweep();
  await needsSpace(cache, megabytes);
  const partial = await mkdtemp(join(cache, 'partial-'));
  const discard = (): Promise<void> => rm(partial, { recursive: true, force: true, maxRetries: 3 });
  const forget = onEnd(discard);
  try {
    await fill(partial);
    await rename(partial, folder);
  } catch (error) {
    await discard();
    // Another process may have finished the same download first: then its folder serves as well.
    if (!existsSync(folder)) throw error;
  } finally {
    forget();
  }
  return folder;
}

/**
 * Makes sure that a VS Code build is in the cache. Nothing is asked of the network when it is.
 * @param version a VS Code version, such as "1.139.1"
 * @param say gets a line of progress; only called when something is downloaded
 */
export async function ensureBuild(version: string, say: (line: string) => void = console.error): Promise<Build> {
  const build = knownBuild(version);
  needsPlatform();
  const what = `VS Code ${version}`;
  const ownNode = process.versions.node.split('.')[0] === build.node.split('.')[0];
  const nodeName = nodePackage(process.platform, process.arch);
  const root = await provide(`code-server-${version}`, build.megabytes, async (folder) => {
    const begun = Date.now();
    const progress = (step: number, text: string): void =>
      say(`[${String(Math.round((Date.now() - begun) / 1000))} s] ${what}, ${String(step)} of 3: ${text}`);
    say(
      `${what} is downloaded once, from the npm registry (about ${String(build.megabytes)} MB on disk, a minute or less).`,
    );
    progress(1, 'the editor and its server');
    const project = { private: true, overrides: build.overrides ?? {} };
    await writeFile(join(folder, 'package.json'), JSON.stringify(project));
    const node = ownNode ? [] : [`${nodeName}@${build.node}`];
    await installPackages(folder, [`code-server@${build.codeServer}`, ...node], what);
    const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
    progress(2, "the server's dependencies");
    await installPackages(vscode, [], what);
    progress(3, "the built-in extensions' dependencies");
    await installPackages(join(vscode, 'extensions'), [], what);
    say(`${what} is ready after ${String(Math.round((Date.now() - begun) / 1000))} s.`);
  });
  const codeServer = join(root, 'node_modules', 'code-server');
  const vscode = join(codeServer, 'lib', 'vscode');
  const packagedNode = join(root, 'node_modules', nodeName, 'bin', 'node');
  return {
    version,
    node: existsSync(packagedNode) ? packagedNode : process.execPath,
    vscode,
    serverMain: join(vscode, 'out', 'server-main.js'),
    codeServerEntry: join(codeServer, 'out', 'node', 'entry.js'),
  };
}
