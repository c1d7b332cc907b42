/**
 * Runs `test/host/**\/*.test.ts` in the extension host of a real VS Code, driven by `@vscode/test-electron`: by default
 * the launcher of tools/vscode/ on the oldest and the newest version, with `--desktop` a downloaded desktop VS Code.
 */
import { existsSync, globSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cache, ensureBuild, repository, versions as known } from '../../../tools/vscode/builds.ts';
import { Problem } from '../../../tools/vscode/problem.ts';
import { runTool } from '../../../tools/vscode/tool.ts';
import { type LoopbackServer, json, startServer } from '../../support/server.ts';
import type { HostReport } from './mochaEntry.ts';
import { RECORDED } from './recorded.ts';

/** How the host suites ended on one VS Code version. */
export interface SuiteResult {
  readonly suite: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const work = path.join(cache, 'host');

/** Bundles the tests with mocha into one file that VS Code can load, and returns its path. */
async function bundleTests(): Promise<string> {
  const files = globSync('test/host/**/*.test.ts', { cwd: repository }).sort();
  const [later, first] = [true, false].map((isLater) =>
    files.filter((file) => file.includes(`${path.sep}afterReload${path.sep}`) === isLater),
  );
  if (!first?.length || !later?.length) throw new Problem('Host tests are missing in test/host/ or its afterReload/.');
  await mkdir(work, { recursive: true });
  const outfile = path.join(work, 'suites.cjs');
  const register = (own: readonly string[]): string =>
    `async () => { ${own.map((file) => `await import(${JSON.stringify(`./${file}`)});`).join('\n')} }`;
  await build({
    stdin: {
      contents: `import { runWindows } from './test/host/support/mochaEntry.ts';
import { leaveConnection } from './test/host/support/leaveConnection.ts';
export const run = () => runWindows([
  { register: ${register(first)}, leave: leaveConnection },
  { register: ${register(later)} },
]);`,
      resolveDir: repository,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    sourcemap: 'inline',
    external: ['vscode'],
    // As in esbuild.mjs: the CommonJS build of jsonc-parser loads its parts in a way that cannot be bundled.
    mainFields: ['module', 'main'],
    // mocha finds its own files at run time, so it is not bundled but loaded from the repository; its CommonJS part,
    // because Node 22 and 24 give a required ES module's default export in different shapes.
    plugins: [
      {
        name: 'mocha-by-path',
        setup: (bundler) =>
          bundler.onResolve({ filter: /^mocha$/ }, () => ({
            path: path.join(repository, 'node_modules/mocha/lib/mocha.cjs'),
            external: true,
          })),
      },
    ],
    logLevel: 'warning',
  });
  return outfile;
}

/** A server that answers every request with an empty list, and `/recorded` with what it was asked before. */
async function startRecorder(): Promise<LoopbackServer> {
  const server = await startServer();
  server.answer((response, request) => {
    const recorded = server.requests
      .filter(({ url }) => url !== RECORDED)
      .map(({ method, url, rawHeaders }) => ({ method, url, headers: rawHeaders }));
    json(request.url === RECORDED ? recorded : { data: [], links: { next: null } })(response, request);
  });
  return server;
}

async function desktop(version: string): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: cache });
  } catch {
    throw new Problem(
      `Desktop VS Code ${version} could not be downloaded: Microsoft's download site cannot be reached. Connect to the network, or use npm run test:host, which needs only the npm registry.`,
    );
  }
}

async function runVersion(version: string, suites: string, onDesktop: boolean): Promise<SuiteResult> {
  const name = `host ${version}${onDesktop ? ' desktop' : ''}`;
  const executable = onDesktop ? await desktop(version) : path.join(repository, 'tools/vscode/code');
  if (!onDesktop) await ensureBuild(version, (line) => console.log(line)); // shown here, before the tests' own output
  const folder = path.join(work, version);
  const report = path.join(folder, 'report.json');
  const workspace = path.join(folder, 'workspace');
  // Data of an earlier run must not make a test pass: every run starts from nothing.
  await rm(folder, { recursive: true, force: true });
  await mkdir(workspace, { recursive: true });
  let endedWell = true;
  // Outside of VS Code, so that it outlasts a reload and sees whatever is sent at any time.
  const recorder = await startRecorder();
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: repository,
      extensionTestsPath: suites,
      extensionTestsEnv: {
        BEARINGS_HOST_REPORT: report,
        BEARINGS_HOST_DATA: folder,
        BEARINGS_HOST_RECORDER: recorder.baseUrl,
        BEARINGS_VSCODE_VERSION: version,
      },
      launchArgs: [
        workspace,
        `--user-data-dir=${path.join(folder, 'user-data')}`,
        `--extensions-dir=${path.join(folder, 'extensions')}`,
        '--disable-extensions',
      ],
    });
  } catch {
    endedWell = false; // the report says more; without one this counts as a failure of its own
  } finally {
    await recorder[Symbol.asyncDispose]();
  }
  let counted: HostReport;
  try {
    counted = JSON.parse(await readFile(report, 'utf8')) as HostReport;
  } catch {
    console.error(`VS Code ${version} ended before its tests did.`);
    return { suite: name, passed: 0, failed: 1, skipped: 0 };
  }
  const failed = counted.failed === 0 && !endedWell ? 1 : counted.failed;
  return { suite: name, passed: counted.passed, failed, skipped: counted.skipped };
}

/**
 * Runs the host suites on each version, one after the other. `dist/` must have been built.
 * @param options.versions VS Code versions, such as "1.139.1"
 * @param options.desktop use a downloaded desktop VS Code in place of the launcher
 * @throws Problem when a VS Code cannot be had
 */
export async function runHostSuites(options: {
  versions: readonly string[];
  desktop?: boolean;
}): Promise<SuiteResult[]> {
  if (!existsSync(path.join(repository, 'dist/node/extension.js')))
    throw new Problem('The extension is not built, so there is nothing to test. Run npm run build first.');
  const suites = await bundleTests();
  const results: SuiteResult[] = [];
  for (const version of options.versions) results.push(await runVersion(version, suites, options.desktop === true));
  return results;
}

if (import.meta.main)
  await runTool(async () => {
    const { values } = parseArgs({
      options: { version: { type: 'string', multiple: true }, desktop: { type: 'boolean', default: false } },
    });
    const versions = values.version ?? [known.oldest, known.newest];
    const results = await runHostSuites({ versions, desktop: values.desktop });
    for (const result of results)
      console.log(
        `${result.suite}: ${String(result.passed)} passed, ${String(result.failed)} failed, ${String(result.skipped)} skipped`,
      );
    return results.some((result) => result.failed > 0) ? 1 : 0;
  });
