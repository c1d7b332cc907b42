// Builds everything the extension ships into dist/. `--watch` rebuilds on every save, with source maps and unminified.
import * as esbuild from 'esbuild';
import { copyFile, glob, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = import.meta.dirname;
const watch = process.argv.includes('--watch');
const at = (/** @type {string} */ relative) => path.join(root, relative);

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !watch,
  sourcemap: watch ? 'linked' : false,
  metafile: true,
  logLevel: 'warning',
  // The notices of bundled libraries are collected in ThirdPartyNotices.txt instead.
  legalComments: 'none',
  // Such as a name that VS Code's interface does not have.
  logOverride: { 'import-is-undefined': 'error' },
  charset: 'utf8',
  // The `node` entry of ofetch bundles an HTTP client of its own: 124 KiB against 10 KiB.
  alias: { ofetch: at('node_modules/ofetch/dist/index.mjs') },
  define: { 'process.env.NODE_ENV': '"production"' },
};
// VS Code 1.104, the oldest supported, runs extensions on Node 22.
/** @type {esbuild.BuildOptions} */
const node = {
  platform: 'node',
  target: ['node22', 'es2023'],
  format: 'cjs',
  // The CommonJS build of jsonc-parser loads its parts in a way that cannot be bundled.
  mainFields: ['module', 'main'],
};
/** @type {esbuild.BuildOptions} */
const browser = { platform: 'browser', target: ['es2023'] };

/** Takes `x.web.ts` for a relative import of `x.ts` where both exist: the one place where the two hosts may differ. */
const webVariants = {
  name: 'web-variants',
  setup(/** @type {esbuild.PluginBuild} */ build) {
    build.onResolve({ filter: /^\..*\.ts$/ }, ({ path: specifier, resolveDir }) => {
      const variant = path.resolve(resolveDir, specifier.replace(/\.ts$/, '.web.ts'));
      return existsSync(variant) ? { path: variant } : undefined;
    });
  },
};

/**
 * Takes the names that the source uses out of VS Code's interface, once for all modules. Left to itself, esbuild copies
 * the whole of it, hundreds of properties, into each of the two dozen modules that import it: 4 of the 20 ms that
 * activating took.
 */
const vscodeOnce = {
  name: 'vscode-once',
  setup(/** @type {esbuild.PluginBuild} */ build) {
    build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'vscode-once' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode-once' },
    );
    build.onLoad({ filter: /.*/, namespace: 'vscode-once' }, async () => {
      /** @type {Set<string>} */
      const names = new Set();
      for await (const file of glob('src/**/*.ts', { cwd: root })) {
        const source = await readFile(at(file), 'utf8');
        for (const [, name] of source.matchAll(/\bvscode\.(\w+)/g)) names.add(name ?? '');
      }
      const taken = [...names]
        .sort((one, other) => one.localeCompare(other))
        .map((name) => `export const ${name} = vscode.${name};`);
      return { contents: ["const vscode = require('vscode');", ...taken].join('\n'), resolveDir: root };
    });
  },
};

/** Ships data as text that is parsed: reading it as code takes several times as long. */
const jsonParsed = {
  name: 'json-parsed',
  setup(/** @type {esbuild.PluginBuild} */ build) {
    build.onLoad({ filter: /\.json$/ }, async ({ path: file }) => {
      const compact = JSON.stringify(JSON.parse(await readFile(file, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(compact)});`, loader: 'js' };
    });
  },
};

/**
 * Writes ES modules as CommonJS ones, of which VS Code loads the same number in less time, and whose import of each
 * other stays: a class is there once, whichever part uses it.
 */
const writeAsCommonJs = {
  name: 'write-as-common-js',
  setup(/** @type {esbuild.PluginBuild} */ build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      await rm(at('dist/node'), { recursive: true, force: true });
      await mkdir(at('dist/node'), { recursive: true });
      for (const { path: file, text } of outputFiles) {
        if (file.endsWith('.map')) {
          await writeFile(file, text);
          continue;
        }
        const options = {
          format: /** @type {const} */ ('cjs'),
          minify: !watch,
          target: 'node22',
          charset: /** @type {const} */ ('utf8'),
        };
        // `import()` becomes `require` too, so that a part that is loaded later is CommonJS like the rest.
        const { code } = await esbuild.transform(text, { ...options, supported: { 'dynamic-import': false } });
        await writeFile(file, code);
      }
    });
  },
};

/** @type {Record<string, esbuild.BuildOptions & { entryPoints: string[] }>} */
const bundles = {
  extension: {
    ...node,
    // Parts that a window may never need are files of their own, loaded when first used; so are the definitions, which
    // are data and grow with each service. esbuild splits ES modules only, hence `writeAsCommonJs`.
    format: 'esm',
    splitting: true,
    entryPoints: ['src/extension.ts', 'src/services/builtIn.ts'],
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    outdir: 'dist/node',
    external: ['vscode'],
    plugins: [vscodeOnce, jsonParsed, writeAsCommonJs],
    write: false,
  },
  web: {
    ...browser,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/web/extension.js',
    format: 'cjs',
    plugins: [vscodeOnce, jsonParsed, webVariants],
  },
  practice: { ...node, entryPoints: ['src/practice/main.ts'], outfile: 'dist/practice.js' },
  requestPanel: {
    ...browser,
    entryPoints: ['media/requestPanel/main.ts'],
    outfile: 'dist/requestPanel.js',
    format: 'iife',
  },
  requestPanelStyle: {
    ...browser,
    entryPoints: ['media/requestPanel/style.css'],
    outfile: 'dist/requestPanel.css',
  },
};

/** Writes the sizes and inputs of one bundle, which the package tests read, and returns its inputs. */
async function writeMetafile(/** @type {string} */ name, /** @type {esbuild.Metafile} */ metafile) {
  await mkdir(at('dist/meta'), { recursive: true });
  await writeFile(at(`dist/meta/${name}.json`), JSON.stringify(metafile));
  return Object.keys(metafile.inputs);
}

/** Collects the licence of every package that any bundle took code from; their licences ask for it. */
async function writeNotices(/** @type {Iterable<string>} */ inputs) {
  const packages = new Set(['@vscode/codicons']);
  for (const input of inputs) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(input)?.[1];
    if (name !== undefined) packages.add(name);
  }
  const notices = [];
  for (const name of [...packages].sort()) {
    const folder = at(`node_modules/${name}`);
    const { version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    const files = (await readdir(folder)).filter((file) => /^licen[cs]e/i.test(file)).sort();
    const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
    notices.push([`${name} ${version} (${license})`, ...texts.map((text) => text.trim())].join('\n\n'));
  }
  const text = `Bearings includes code of these packages:\n\n${notices.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
  await writeFile(at('dist/ThirdPartyNotices.txt'), text);
}

async function copyCodicons() {
  for (const file of ['codicon.css', 'codicon.ttf']) {
    await copyFile(at(`node_modules/@vscode/codicons/dist/${file}`), at(`dist/${file}`));
  }
}

/** Writes the JSON Schemas that give completion for service definitions, in their files and in the settings. */
async function writeSchemas() {
  const { toJsonSchema } = await import('@valibot/to-json-schema');
  const { definitionSchema } = await import('./src/services/definition.ts');
  // Checks that only code can make, such as whether a regular expression is one, stay with the reader.
  const definition = toJsonSchema(definitionSchema, { errorMode: 'ignore' });
  const title = 'A service for Bearings';
  const settings = { properties: { 'bearings.services': { items: { $ref: './serviceDefinition.schema.json' } } } };
  await writeFile(at('dist/serviceDefinition.schema.json'), JSON.stringify({ ...definition, title }));
  await writeFile(at('dist/settings.schema.json'), JSON.stringify(settings));
}

async function buildOnce() {
  const failures = [];
  const inputs = new Set();
  for (const [name, bundle] of Object.entries(bundles)) {
    try {
      const { metafile } = await esbuild.build({ ...common, ...bundle, metafile: true });
      for (const input of await writeMetafile(name, metafile)) inputs.add(input);
    } catch (error) {
      // The other bundles are still built: one broken file should not hide what the rest is good for.
      failures.push(
        `${name}: ${error instanceof Error ? error.message.split('\n').slice(0, 2).join(' ') : String(error)}`,
      );
    }
  }
  await writeNotices(inputs);
  for (const failure of failures) console.error(`Not built: ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}

async function buildAndWatch() {
  // The task in .vscode/tasks.json waits for the last of these two lines, so all bundles share one pair.
  let running = 0;
  const report = {
    name: 'report',
    setup(/** @type {esbuild.PluginBuild} */ build) {
      build.onStart(() => {
        if (running === 0) console.log('[watch] build started');
        running += 1;
      });
      build.onEnd((result) => {
        for (const { text, location } of result.errors) {
          console.error(`> ${location?.file ?? ''}:${location?.line ?? 0}:${location?.column ?? 0}: error: ${text}`);
        }
        running -= 1;
        if (running === 0) console.log('[watch] build finished');
      });
    },
  };
  const contexts = await Promise.all(
    Object.values(bundles).map((bundle) =>
      esbuild.context({ ...common, ...bundle, plugins: [...(bundle.plugins ?? []), report], logLevel: 'silent' }),
    ),
  );
  await Promise.all(contexts.map((context) => context.watch()));
}

await mkdir(at('dist'), { recursive: true });
await copyCodicons();
await writeSchemas();
await (watch ? buildAndWatch() : buildOnce());
