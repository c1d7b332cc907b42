/**
 * Finds what nothing uses: exports, files that no entry leads to, dependencies. `--fix` takes the word `export` from
 * what only its own file uses. It stands in for knip, whose lock file `npm ci` refuses (measured with 6.4 to 6.44).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { readModules, type Module } from './modules.ts';
import { root } from './process.ts';

const productEntries = ['src/extension.ts', 'src/practice/main.ts', 'media/requestPanel/main.ts'];
/** Loaded by a tool that is told the path elsewhere. */
const toolEntries = [
  /\.test\.ts$/,
  /\.d\.ts$/,
  /^esbuild\.mjs$/,
  /^test\/config\/bearingsPlugin\.ts$/,
  /^test\/host\/support\/mochaEntry\.ts$/,
  /^tools\/vscode\/code\.ts$/,
];
/** Used without being named in a file: the runtime itself, types, and the half of oxlint that knows types. */
const silentDependencies = [/^node$/, /^@types\//, /^oxlint-tsgolint$/];

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
const scripts = Object.values(manifest.scripts).join('\n');
const modules = readModules(root);
const byFile = new Map(modules.map((module) => [module.file, module]));

/** All files that the entries lead to, over imports and, for what is started by path, over a named path. */
function reachable(entries: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const module = byFile.get(file);
    if (module === undefined || reached.has(file)) continue;
    reached.add(file);
    open.push(...module.imports.map((taken) => taken.file));
    open.push(...modules.filter((other) => namesPathOf(module, other)).map((other) => other.file));
  }
  return reached;
}

function namesPathOf(module: Module, other: Module): boolean {
  return module.text.includes(`'${other.file}'`) || module.text.includes(`/${other.file}'`);
}

const allEntries = modules
  .map(({ file }) => file)
  .filter(
    (file) =>
      productEntries.includes(file) ||
      // A launcher script, such as tools/vscode/code, starts the module of its name.
      existsSync(path.join(root, file.replace(/\.ts$/, ''))) ||
      scripts.includes(file) ||
      toolEntries.some((pattern) => pattern.test(file)),
  );
const reached = reachable(allEntries);
const product = reachable(productEntries);
const problems: string[] = [];
for (const { file } of modules) {
  if (!reached.has(file)) problems.push(`${file}: no entry leads here`);
  else if (/^(src|media)\//.test(file) && !product.has(file) && !file.endsWith('.d.ts')) {
    problems.push(`${file}: only tests lead here`);
  }
}

const used = new Map<string, Set<string>>();
for (const { file, names } of modules.flatMap(({ imports }) => imports)) {
  used.set(file, new Set([...(used.get(file) ?? []), ...names]));
}
/** A type that the file's own signatures use is part of what the file offers. */
function usedInside({ text }: Module, name: string): boolean {
  return [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length > 1;
}

const fix = process.argv.includes('--fix');
for (const module of modules) {
  const names = used.get(module.file);
  if (names?.has('*') === true || allEntries.includes(module.file)) continue;
  const lines = module.text.split('\n');
  for (const [name, { line, isType }] of module.exports) {
    if (names?.has(name) === true || (isType && usedInside(module, name))) continue;
    problems.push(`${module.file}:${line}: nothing imports ${name}`);
    lines[line - 1] = (lines[line - 1] ?? '').replace(/^export /, '');
  }
  if (fix) writeFileSync(path.join(root, module.file), lines.join('\n'));
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
const taken = new Set(modules.flatMap(({ packages }) => packages.map(packageOf)));
for (const name of Object.keys(manifest.devDependencies)) {
  if (taken.has(name) || silentDependencies.some((pattern) => pattern.test(name))) continue;
  const own = JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
    bin?: string | Record<string, string>;
  };
  const commands = typeof own.bin === 'string' ? [name] : Object.keys(own.bin ?? {});
  const named =
    commands.some((command) => new RegExp(`(^|[ &])${command} `, 'm').test(scripts)) ||
    modules.some(({ text }) => text.includes(`node_modules/${name}/`) || text.includes(`'${name}'`));
  if (!named) problems.push(`package.json: nothing uses the dependency ${name}`);
}
for (const name of taken) {
  const known = name === 'vscode' || name.startsWith('node:') || builtinModules.includes(name);
  if (!known && !(name in manifest.devDependencies)) problems.push(`package.json: ${name} is imported but not listed`);
}

for (const problem of problems) console.log(problem);
if (problems.length > 0) process.exitCode = 1;
