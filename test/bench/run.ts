/**
 * `npm run bench`: how long Bearings takes to activate, against an empty extension in the same windows of a real VS Code,
 * and how large its bundles are. `--version 1.104.0` takes another VS Code, `--windows 20` more of them, `--no-build` the
 * dist/ that is there. A measurement, not a test: it fails only when it cannot measure.
 */
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cache, ensureBuild, repository, versions } from '../../tools/vscode/builds.ts';
import { Problem } from '../../tools/vscode/problem.ts';
import { runProcess } from '../../tools/vscode/processes.ts';
import { runTool } from '../../tools/vscode/tool.ts';
import type { WindowTimes } from './measure.ts';

const BEARINGS = 'bearings.bearings';
const EMPTY = 'bench.empty';
const WARM_UP = 'bench.warm-up';
/** An empty extension takes about 5 ms; four of it go unnoticed. */
const GOAL = 4;

const bundles = ['node/extension.js', 'practice.js', 'requestPanel.js', 'requestPanel.css', 'web/extension.js'];

const work = path.join(cache, 'bench');

/** Installs what the package holds: under test, an extension gives its parts out, for which it loads all of them. */
async function installBearings(extensions: string): Promise<void> {
  const folder = path.join(extensions, `${BEARINGS}-0.1.0`);
  for (const name of ['package.json', 'package.nls.json', 'dist', 'media/icons']) {
    await cp(path.join(repository, name), path.join(folder, name), { recursive: true });
  }
}

/**
 * Installs an extension whose `activate` does nothing, with a command as Bearings has them. Installed and not under
 * development: VS Code in a browser takes one of those at a time.
 */
async function installEmptyExtension(extensions: string, id: string): Promise<void> {
  const [publisher, name] = id.split('.');
  const folder = path.join(extensions, `${id}-0.0.1`);
  await mkdir(folder, { recursive: true });
  const manifest = {
    name,
    publisher,
    version: '0.0.1',
    engines: { vscode: '^1.104.0' },
    main: './extension.js',
    activationEvents: [],
    contributes: { commands: [{ command: id, title: 'Empty' }] },
  };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'extension.js'), '"use strict";\nexports.activate = () => undefined;\n');
}

async function bundleMeasure(windows: number): Promise<string> {
  const outfile = path.join(work, 'measure.cjs');
  await build({
    stdin: {
      contents: `import { measure } from './test/bench/measure.ts';
export const run = () => measure(${JSON.stringify([BEARINGS, EMPTY])}, '${WARM_UP}', ${String(windows)});`,
      resolveDir: repository,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}

async function measureIn(version: string, windows: number): Promise<readonly WindowTimes[]> {
  await ensureBuild(version, (line) => console.log(line));
  await rm(work, { recursive: true, force: true });
  const extensions = path.join(work, 'extensions');
  await installBearings(extensions);
  await installEmptyExtension(extensions, EMPTY);
  // VS Code asks for an extension under development; the one that warms up is as good as any.
  await installEmptyExtension(work, WARM_UP);
  const workspace = path.join(work, 'workspace');
  await mkdir(workspace);
  const times = path.join(work, 'times.json');
  try {
    await runTests({
      vscodeExecutablePath: path.join(repository, 'tools/vscode/code'),
      extensionDevelopmentPath: path.join(work, `${WARM_UP}-0.0.1`),
      extensionTestsPath: await bundleMeasure(windows),
      extensionTestsEnv: { BEARINGS_BENCH_TIMES: times, BEARINGS_VSCODE_VERSION: version },
      launchArgs: [workspace, `--user-data-dir=${path.join(work, 'user-data')}`, `--extensions-dir=${extensions}`],
    });
    return JSON.parse(await readFile(times, 'utf8')) as readonly WindowTimes[];
  } catch {
    throw new Problem(`Nothing could be measured in VS Code ${version}. What it printed is above.`);
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;

function reportTimes(version: string, times: readonly WindowTimes[]): void {
  const of = (id: string, place?: number): number[] =>
    times.flatMap((window) => window.flatMap(([own, ms], at) => (own === id && at === (place ?? at) ? [ms] : [])));
  console.log(`\nactivate() in VS Code ${version}, ${String(times.length)} fresh extension hosts:`);
  for (const [name, id] of [
    ['Bearings', BEARINGS],
    ['an empty extension', EMPTY],
  ] as const) {
    const all = of(id);
    const [first, second] = [median(of(id, 0)), median(of(id, 1))];
    console.log(
      `  ${name}: median ${milliseconds(median(all))} (activated first ${milliseconds(first)}, second ${milliseconds(second)}; ${milliseconds(Math.min(...all))} to ${milliseconds(Math.max(...all))})`,
    );
  }
  const ratio = median(of(BEARINGS)) / median(of(EMPTY));
  console.log(`  ratio ${ratio.toFixed(1)}, goal at most ${String(GOAL)}: ${ratio <= GOAL ? 'met' : 'missed'}`);
}

async function reportSizes(): Promise<void> {
  console.log('\nbundles:');
  for (const name of bundles) {
    const file = path.join(repository, 'dist', name);
    const { size } = await stat(file);
    const packed = gzipSync(await readFile(file)).length;
    console.log(`  dist/${name}: ${(size / 1000).toFixed(1)} kB, ${(packed / 1000).toFixed(1)} kB gzipped`);
  }
}

await runTool(async () => {
  const { values } = parseArgs({
    options: {
      version: { type: 'string', default: versions.newest },
      windows: { type: 'string', default: '12' },
      build: { type: 'boolean', default: true },
    },
    allowNegative: true,
  });
  const windows = Number(values.windows);
  if (!Number.isInteger(windows) || windows < 2)
    throw new Problem('--windows takes a whole number, at least 2: the order is turned around in every other one.');
  if (values.build) {
    const { code, output } = await runProcess(process.execPath, ['esbuild.mjs'], { cwd: repository });
    if (code !== 0) throw new Problem(`The extension could not be built:\n${output}`);
  }
  const times = await measureIn(values.version, windows);
  reportTimes(values.version, times);
  await reportSizes();
  return 0;
});
