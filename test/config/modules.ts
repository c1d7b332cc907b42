import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What one source file declares for others and takes from them. Paths are below the root, with `/`. */
export interface Module {
  readonly file: string;
  readonly text: string;
  /** Exported names with the line each stands on. */
  readonly exports: ReadonlyMap<string, { readonly line: number; readonly isType: boolean }>;
  /** Names taken from another file of the repository; `*` stands for all of them. */
  readonly imports: readonly { readonly file: string; readonly names: readonly string[] }[];
  readonly packages: readonly string[];
}

const slashed = (file: string): string => file.split(path.sep).join('/');
const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;
/** `{ type a, b as c }` → the names on the other file's side. */
const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map((part) => part.trim().replace(/^type\s+/, ''))
    .filter((part) => part !== '')
    .map((part) => part.split(/\s+as\s+/)[0] ?? part);

function exportsOf(text: string): Map<string, { line: number; isType: boolean }> {
  const found = new Map<string, { line: number; isType: boolean }>();
  const declaration =
    /^export (?:declare )?(?:abstract )?(?:async )?(function\*?|class|const|interface|type|enum) (\w+)/gm;
  for (const { index, 1: kind = '', 2: name = '' } of text.matchAll(declaration)) {
    found.set(name, { line: lineOf(text, index), isType: kind === 'interface' || kind === 'type' });
  }
  for (const match of text.matchAll(/^export (?:type )?\{([^}]*)\};/gm)) {
    for (const name of (match[1] ?? '').split(',')) {
      const outside = name
        .trim()
        .split(/\s+as\s+/)
        .at(-1);
      if (outside !== undefined && outside !== '')
        found.set(outside, { line: lineOf(text, match.index), isType: false });
    }
  }
  return found;
}

/** Every `from '…'`, bare import, `import('…')` and `new URL('…', import.meta.url)`, with the names it takes. */
function specifiersOf(text: string): { specifier: string; names: string[] }[] {
  const found: { specifier: string; names: string[] }[] = [];
  for (const match of text.matchAll(/(?:^|`)(?:import|export) (?:type )?([^'";]*?)\s*from '([^']+)'/gms)) {
    const clause = match[1] ?? '';
    const list = /\{([^}]*)\}/s.exec(clause)?.[1];
    const names = list === undefined ? [] : namesIn(list);
    if (clause.includes('*')) names.push('*');
    if (/^\w/.test(clause)) names.push('default');
    found.push({ specifier: match[2] ?? '', names });
  }
  for (const match of text.matchAll(/^import '([^']+)'/gm)) found.push({ specifier: match[1] ?? '', names: [] });
  for (const match of text.matchAll(/(?<!`)\bimport\(\s*'([^']+)'\s*\)(?:\.(\w+))?/g)) {
    found.push({ specifier: match[1] ?? '', names: [match[2] ?? '*'] });
  }
  for (const match of text.matchAll(/new URL\(\s*'([^']+)',\s*import\.meta\.url\s*\)/g)) {
    // An address is relative with and without its dot; one of a folder names no module.
    const address = match[1] ?? '';
    if (!address.endsWith('/')) found.push({ specifier: address.replace(/^(?!\.)/, './'), names: ['*'] });
  }
  return found;
}

/**
 * Reads every module of the repository. A scan of the text is enough: Prettier writes imports and exports in one form,
 * and the lint rules allow neither re-exports nor `export let`.
 */
export function readModules(root: string): Module[] {
  const patterns = ['{src,media,test,tools}/**/*.{ts,mjs}', '*.mjs'];
  const files = globSync(patterns, { cwd: root }).map(slashed).sort();
  return files.map((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    const imports: { file: string; names: string[] }[] = [];
    const packages: string[] = [];
    for (const { specifier, names } of specifiersOf(text)) {
      if (!specifier.startsWith('.')) {
        if (/^[@a-z]/.test(specifier)) packages.push(specifier);
        continue;
      }
      const beside = path.posix.join(path.posix.dirname(file), specifier);
      // Text that is bundled from the root, as the host tests' entry is, counts from there.
      const target = existsSync(path.join(root, beside)) ? beside : path.posix.join(specifier);
      imports.push({ file: target, names });
      // The web bundle takes the `.web.ts` file in place of the other.
      const variant = target.replace(/\.ts$/, '.web.ts');
      if (variant !== target && existsSync(path.join(root, variant))) imports.push({ file: variant, names });
    }
    return { file, text, exports: exportsOf(text), imports, packages };
  });
}
