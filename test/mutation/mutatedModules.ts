import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { diagnose } from '../../src/diagnosis/diagnose.ts';
import { readModules } from '../config/modules.ts';
import { root } from '../config/process.ts';

const ENTRY = 'src/diagnosis/diagnose.ts';
const urlOf = (file: string): string => pathToFileURL(path.join(root, file)).href;

/** What is loaded in place of a file while one mutant lives. */
interface Mutation {
  readonly number: number;
  readonly file: string;
  readonly text: string;
  /** The file itself and all that leads from `diagnose` to it: these are loaded anew. */
  readonly fresh: ReadonlySet<string>;
}

let current: Mutation | undefined;
let count = 0;
const importers = new Map<string, Set<string>>();

/**
 * Lets modules be loaded with a mutation in them, and the table be measured with the facts recorded.
 * Call it before anything of the engine is imported.
 */
export function hookModules(): void {
  for (const { file, imports } of readModules(root)) {
    if (!file.startsWith('src/diagnosis/')) continue;
    for (const taken of imports) {
      const known = importers.get(taken.file) ?? new Set();
      importers.set(taken.file, known.add(file));
    }
  }
  const recorder = urlOf('test/mutation/recorder.ts');
  const entry = urlOf(ENTRY);
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      if (found.url === entry && context.parentURL !== recorder) return { ...found, url: recorder };
      const isMutated = current !== undefined && context.parentURL?.endsWith(`?mutant=${current.number}`);
      return isMutated && current?.fresh.has(found.url)
        ? { ...found, url: `${found.url}?mutant=${current.number}` }
        : found;
    },
    load(url, context, next) {
      const [plain = '', query] = url.split('?');
      if (query === undefined || !query.startsWith('mutant=')) return next(url, context);
      const isMutated = current !== undefined && plain === urlOf(current.file);
      const text = isMutated ? (current?.text ?? '') : readFileSync(fileURLToPath(plain), 'utf8');
      return { format: 'module', shortCircuit: true, source: stripTypeScriptTypes(text) };
    },
  });
}

/** `diagnose` as it is with another text in one of its files. */
export async function withMutation(file: string, text: string): Promise<typeof diagnose> {
  count += 1;
  current = { number: count, file, text, fresh: leadingTo(file) };
  const loaded = (await import(`${urlOf(ENTRY)}?mutant=${count}`)) as { diagnose: typeof diagnose };
  return loaded.diagnose;
}

function leadingTo(file: string): ReadonlySet<string> {
  const fresh = new Set([urlOf(file)]);
  const open = [file];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const importer of importers.get(next) ?? []) {
      if (fresh.has(urlOf(importer))) continue;
      fresh.add(urlOf(importer));
      open.push(importer);
    }
  }
  return fresh;
}
