import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root, runCommand } from '../config/process.ts';
import { walls } from '../config/walls.ts';

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

/** One file that breaks one rule and no other. */
interface Breach {
  readonly file: string;
  readonly text: string;
  readonly rule: string;
}

const imports = (specifier: string): string => `import { thing } from '${specifier}';\nexport const own = thing;\n`;
const wall = (file: string, specifier: string): Breach => ({
  file,
  text: imports(specifier),
  rule: 'bearings(walls)',
});

const breaches: readonly Breach[] = [
  // Inner folders never look outwards, and neighbours not at each other.
  wall('src/base/a.ts', '../services/x.ts'),
  wall('src/base/b.ts', 'valibot'),
  wall('src/base/c.ts', '../manifest.ts'),
  wall('src/services/a.ts', '../connections/x.ts'),
  wall('src/services/deep/b.ts', '../../client/x.ts'),
  wall('src/connections/a.ts', '../client/x.ts'),
  wall('src/client/a.ts', '../resources/x.ts'),
  wall('src/client/b.ts', '../diagnosis/x.ts'),
  wall('src/resources/a.ts', '../diagnosis/x.ts'),
  wall('src/resources/b.ts', '../editor/x.ts'),
  wall('src/diagnosis/rules/a.ts', '../../editor/x.ts'),
  wall('src/diagnosis/b.ts', '../composition.ts'),
  wall('src/formats/a.ts', '../diagnosis/x.ts'),
  wall('src/formats/b.ts', '../editor/x.ts'),
  wall('src/client/c.ts', '../formats/x.ts'),
  wall('src/editor/a.ts', '../practice/x.ts'),
  wall('src/editor/b.ts', '../composition.ts'),
  wall('src/practice/a.ts', '../services/x.ts'),
  wall('src/practice/b.ts', '../base/x.ts'),
  wall('src/practice/c.ts', 'ofetch'),
  wall('src/manifest.ts', './base/x.ts'),
  wall('src/contract.ts', './editor/x.ts'),
  wall('src/client/contract.ts', '../contract.ts'),
  wall('src/stray.ts', './base/x.ts'),
  wall('media/requestPanel/a.ts', '../../src/client/x.ts'),
  wall('media/requestPanel/b.ts', '../../src/editor/x.ts'),
  wall('media/requestPanel/c.ts', 'valibot'),
  // vscode belongs to the editor.
  ...['base', 'services', 'connections', 'client', 'resources', 'diagnosis', 'formats', 'practice'].map((folder) =>
    wall(`src/${folder}/vscode.ts`, 'vscode'),
  ),
  wall('media/requestPanel/vscode.ts', 'vscode'),
  // Node belongs to the editor and the stand-ins.
  ...['base', 'services', 'connections', 'client', 'resources', 'diagnosis', 'formats'].flatMap((folder) => [
    wall(`src/${folder}/node.ts`, 'node:fs'),
    wall(`src/${folder}/builtin.ts`, 'fs'),
  ]),
  wall('src/extension.ts', 'node:fs'),
  wall('src/composition.ts', './practice/x.ts'),
  wall('media/requestPanel/node.ts', 'node:fs'),
  // The other ways to write an import.
  {
    file: 'src/base/type.ts',
    text: `import type { T } from 'vscode';\nexport type Own = T;\n`,
    rule: 'bearings(walls)',
  },
  { file: 'src/base/inline.ts', text: `export type Own = import('vscode').Uri;\n`, rule: 'bearings(walls)' },
  { file: 'src/base/later.ts', text: `export const own = import('vscode');\n`, rule: 'bearings(walls)' },
  // Node's globals.
  ...['process', 'Buffer', 'require', '__dirname'].map((name) => ({
    file: `src/client/${name}.ts`,
    text: `export const own = ${name};\n`,
    rule: 'eslint(no-restricted-globals)',
  })),
  // The shape of modules.
  { file: 'src/base/index.ts', text: `export { thing } from './x.ts';\n`, rule: 'bearings(no-re-export)' },
  { file: 'src/client/index.ts', text: `export * from './x.ts';\n`, rule: 'bearings(no-re-export)' },
  { file: 'src/client/let.ts', text: 'export let own = 1;\n', rule: 'import(no-mutable-exports)' },
  {
    file: 'src/client/instance.ts',
    text: 'export class Own {\n  static getInstance(): Own {\n    return new Own();\n  }\n}\n',
    rule: 'bearings(no-get-instance)',
  },
  { file: 'src/client/cycle1.ts', text: imports('./cycle2.ts'), rule: 'import(no-cycle)' },
  { file: 'src/client/cycle2.ts', text: imports('./cycle1.ts'), rule: 'import(no-cycle)' },
  // What the type-aware part finds: without it these would pass in silence.
  {
    file: 'src/client/floating.ts',
    text: 'async function own(): Promise<void> {}\nown();\n',
    rule: 'typescript(no-floating-promises)',
  },
  { file: 'src/client/any.ts', text: 'export const own: any = 1;\n', rule: 'typescript(no-explicit-any)' },
  { file: 'tools/any.ts', text: 'export const own: any = 1;\n', rule: 'typescript(no-explicit-any)' },
  { file: 'test/any.ts', text: 'export const own: any = 1;\n', rule: 'typescript(no-explicit-any)' },
];

const clean: Readonly<Record<string, string>> = {
  'src/base/x.ts': 'export const thing = 1;\n',
  'src/services/x.ts': imports('../base/x.ts'),
  'src/services/schema.ts': imports('valibot'),
  'src/connections/x.ts': imports('../services/schema.ts'),
  'src/client/x.ts': imports('../connections/x.ts'),
  'src/resources/x.ts': imports('../client/x.ts'),
  'src/diagnosis/x.ts': imports('../resources/x.ts'),
  'src/diagnosis/rules/x.ts': imports('../x.ts'),
  'src/formats/x.ts': imports('../client/x.ts'),
  'src/editor/x.ts': imports('../diagnosis/x.ts'),
  'src/diagnosis/pasted.ts': imports('../formats/x.ts'),
  'src/editor/copy.ts': imports('../formats/x.ts'),
  'src/editor/ids.ts': imports('../manifest.ts'),
  'src/editor/node.ts': `import { env } from 'node:process';\nimport * as vscode from 'vscode';\nexport const own = [env, vscode, process.argv];\n`,
  'src/editor/panel/protocol.ts': 'export const thing = 1;\n',
  'src/practice/x.ts': `import { createServer } from 'node:http';\nexport const own = [createServer, Buffer];\n`,
  'src/composition.ts': imports('./editor/x.ts'),
  'media/requestPanel/x.ts': imports('../../src/editor/panel/protocol.ts'),
  'media/requestPanel/lit.ts': imports('lit/directives/live.js'),
};

/** Runs the real lint configuration over a folder of samples and tells which rules each file breaks. */
async function lint(files: Readonly<Record<string, string>>): Promise<Map<string, string[]>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bearings-walls-'));
  try {
    await cp(path.join(root, 'tsconfig.json'), path.join(folder, 'tsconfig.json'));
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    for (const [file, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    const top = [...new Set(Object.keys(files).map((file) => file.split('/')[0] ?? ''))];
    const config = path.join(root, 'test/config/oxlint.json');
    const { output } = await runCommand('oxlint', ['-c', config, '--format=json', ...top], 60_000, { cwd: folder });
    const found = new Map<string, string[]>();
    for (const { filename, code } of (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics) {
      const file = filename.split(path.sep).join('/');
      found.set(file, [...new Set([...(found.get(file) ?? []), code])]);
    }
    return found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('walls', function () {
  this.timeout(60_000);
  let broken: Map<string, string[]>;
  let unbroken: Map<string, string[]>;

  before(async () => {
    broken = await lint(Object.fromEntries(breaches.map(({ file, text }) => [file, text])));
    unbroken = await lint(clean);
  });

  for (const { file, text, rule } of breaches) {
    it(`${rule} refuses ${file}: ${text.split('\n')[0]}`, () => {
      assert.deepEqual(broken.get(file), [rule]);
    });
  }

  it('accepts a house whose imports all point inwards', () => {
    assert.deepEqual([...unbroken], []);
  });

  it('names every folder of src/ that must not see the editor', async () => {
    const entries = await readdir(path.join(root, 'src'), { withFileTypes: true });
    const named = new Set(walls.map(({ of }) => of));
    const missing = entries.filter((entry) => entry.isDirectory() && !named.has(`src/${entry.name}/`));
    assert.deepEqual(
      missing.map(({ name }) => name),
      [],
    );
  });
});
