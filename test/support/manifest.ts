import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../config/process.ts';

/** The texts of package.json in English, by the key that stands there as `%key%`. */
export const manifestTexts = JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')) as Readonly<
  Record<string, string>
>;

/** package.json as it stands, with `%key%` in place of texts. */
export const manifestSource = readFileSync(path.join(root, 'package.json'), 'utf8');

/** package.json as VS Code reads it in English: with the text of each `%key%`. A key without a text stays as it is. */
export function readManifest(): unknown {
  return JSON.parse(manifestSource, (_, value: unknown) =>
    typeof value === 'string'
      ? value.replace(/^%([\w.]+)%$/u, (placeholder, key: string) => manifestTexts[key] ?? placeholder)
      : value,
  );
}
