/**
 * The walls of the house as data: which folder may import which, and what else is closed to it. The lint rule
 * `bearings/walls` enforces the table, and `test/unit/walls.test.ts` breaks each wall on purpose.
 */
export interface Wall {
  /** Path below the root, of a folder (ends with `/`) or of a file. The first matching entry counts. */
  readonly of: string;
  /** Folders and files of this repository that may be imported, besides the folder itself. */
  readonly files: readonly string[];
  /** Packages that may be imported: names, a scope ending with `/`, or `*` for every installed package. */
  readonly packages: readonly string[];
  readonly nodeModules: boolean;
  readonly vscode: boolean;
}

/** Pure libraries, which run in a browser's worker as they do in Node. */
const portable = ['valibot', 'ofetch', 'jsonc-parser'];
const core = { packages: portable, nodeModules: false, vscode: false } as const;
const coreFolders = [
  'src/base/',
  'src/services/',
  'src/connections/',
  'src/client/',
  'src/resources/',
  'src/diagnosis/',
  'src/formats/',
];
const everything = {
  // All but the stand-ins, which are a bundle of their own.
  files: [...coreFolders, 'src/editor/', 'src/composition.ts', 'src/contract.ts', 'src/manifest.ts'],
  packages: ['*'],
  nodeModules: true,
  vscode: true,
} as const;

export const walls: readonly Wall[] = [
  { of: 'src/base/', ...core, packages: [], files: [] },
  { of: 'src/services/', ...core, files: ['src/base/'] },
  { of: 'src/connections/', ...core, files: ['src/base/', 'src/services/'] },
  { of: 'src/client/', ...core, files: ['src/base/', 'src/services/', 'src/connections/'] },
  { of: 'src/resources/', ...core, files: ['src/base/', 'src/services/', 'src/connections/', 'src/client/'] },
  {
    of: 'src/diagnosis/',
    ...core,
    files: ['src/base/', 'src/services/', 'src/connections/', 'src/client/', 'src/resources/', 'src/formats/'],
  },
  { of: 'src/formats/', ...core, files: ['src/base/', 'src/services/', 'src/connections/', 'src/client/'] },
  // What other programs may rely on: types over the core, so that editor and composition agree on one object.
  { of: 'src/contract.ts', ...core, files: coreFolders },
  {
    of: 'src/editor/',
    ...everything,
    // Of the stand-ins only the types: their bundle is loaded when a person starts practice mode.
    files: [...coreFolders, 'src/contract.ts', 'src/manifest.ts', 'src/practice/types.ts'],
  },
  // A stand-in that shared code with the extension would agree with it by accident.
  { of: 'src/practice/', files: [], packages: [], nodeModules: true, vscode: false },
  { of: 'src/manifest.ts', files: [], packages: [], nodeModules: false, vscode: false },
  { of: 'src/composition.ts', ...everything, nodeModules: false },
  { of: 'src/extension.ts', ...everything, nodeModules: false },
  // A file at the top of src/ that is named nowhere above may import nothing: give it a place in this table.
  { of: 'src/', files: [], packages: [], nodeModules: false, vscode: false },
  {
    of: 'media/requestPanel/',
    files: ['src/editor/panel/protocol.ts'],
    packages: ['lit'],
    nodeModules: false,
    vscode: false,
  },
];
