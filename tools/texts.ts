/**
 * Collects every text of the extension and of its page that goes through `vscode.l10n.t` or the page's `t`, into
 * `l10n/bundle.l10n.json`, which translators start from. `--check` writes nothing and fails when the file is not up to
 * date. It stands in for @vscode/l10n-dev, which brings 100 packages (89 MB) and does not know the page's `t`.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const bundle = path.join(root, 'l10n/bundle.l10n.json');

/** Where texts are, and how they are marked there. */
const places = [
  { folder: 'src/editor', call: /\bl10n\.t\(\s*/gu },
  { folder: 'media/requestPanel', call: /(?<![\w.])t\(\s*/gu },
];
/** A whole string literal, followed by the end of the argument; a template only without values in it. */
const literal = /^(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\$]|\\.|\$(?!\{))*)`)\s*[,)]/u;

async function collect(): Promise<{ texts: readonly string[]; faults: readonly string[] }> {
  const texts = new Set<string>();
  const faults: string[] = [];
  for (const { folder, call } of places) {
    for (const name of await readdir(path.join(root, folder), { recursive: true })) {
      if (!name.endsWith('.ts') || name === 'text.ts') continue;
      const source = await readFile(path.join(root, folder, name), 'utf8');
      for (const { index, 0: start } of source.matchAll(call)) {
        const found = literal.exec(source.slice(index + start.length));
        const line = source.slice(0, index).split('\n').length;
        if (found) texts.add(unescape(found[1] ?? found[2] ?? found[3] ?? ''));
        else faults.push(`${folder}/${name}:${line}: the text must be written out in one piece, values in {0}, {1}.`);
      }
    }
  }
  return { texts: [...texts].sort(), faults };
}

function unescape(text: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t' };
  return text.replaceAll(
    /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|(.))/giu,
    (_, long?: string, short?: string, plain?: string) => {
      const code = long ?? short;
      return code === undefined
        ? (escapes[plain ?? ''] ?? plain ?? '')
        : String.fromCodePoint(Number.parseInt(code, 16));
    },
  );
}

const { texts, faults } = await collect();
const wanted = `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), null, 2)}\n`;
const isCurrent = (await readFile(bundle, 'utf8').catch(() => '')) === wanted;
for (const fault of faults) console.error(fault);
if (process.argv.includes('--check')) {
  if (!isCurrent) console.error('l10n/bundle.l10n.json is not up to date. Run: npm run texts');
  if (!isCurrent || faults.length > 0) process.exitCode = 1;
} else {
  await writeFile(bundle, wanted);
  console.log(`l10n/bundle.l10n.json: ${texts.length} texts`);
  if (faults.length > 0) process.exitCode = 1;
}
