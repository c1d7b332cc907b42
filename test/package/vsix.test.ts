import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../config/process.ts';
import { leaksIn } from './leaks.ts';
import { readZip, type ZipEntry } from './zip.ts';

/** Everything that a person may be given. Each pattern must also match something: a stale list protects nobody. */
const allowed: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package\.json$/,
  /^extension\/readme\.md$/,
  /^extension\/changelog\.md$/,
  /^extension\/LICENSE\.txt$/,
  /^extension\/dist\/extension\.js$/,
  /^extension\/dist\/web\/extension\.js$/,
  /^extension\/dist\/practice\.js$/,
  /^extension\/dist\/services\.js$/,
  /^extension\/dist\/requestPanel\.(js|css)$/,
  /^extension\/dist\/codicon\.(css|ttf)$/,
  /^extension\/dist\/ThirdPartyNotices\.txt$/,
  /^extension\/media\/icons\/[\w-]+\.(svg|png)$/,
];
/** May be there, need not. */
const optional: readonly RegExp[] = [/^extension\/media\/walkthrough\/[\w-]+\.(md|svg|png)$/];

/** Bytes. The bundle's limit is the issue's; the others are a third above what was measured. */
const limits: Readonly<Record<string, number>> = {
  'extension/dist/extension.js': 150_000,
  // Holds the service definitions too, which the other bundle loads from services.js.
  'extension/dist/web/extension.js': 220_000,
  'extension/dist/services.js': 150_000,
  'extension/dist/practice.js': 150_000,
  'extension/dist/requestPanel.js': 200_000,
};
const PACKAGE_LIMIT = 400_000;

describe('package', () => {
  let archive: Buffer;
  let entries: ZipEntry[];
  const entry = (name: string): ZipEntry => {
    const found = entries.find((candidate) => candidate.name === name);
    assert.ok(found !== undefined, `${name} is not in the package`);
    return found;
  };

  before(async () => {
    archive = await readFile(path.join(root, 'dist/bearings.vsix'));
    entries = readZip(archive);
  });

  it('contains nothing but what is named here', () => {
    const names = entries.map(({ name }) => name);
    const patterns = [...allowed, ...optional];
    assert.deepEqual(
      names.filter((name) => !patterns.some((pattern) => pattern.test(name))),
      [],
    );
  });

  it('contains everything that is named here', () => {
    const names = entries.map(({ name }) => name);
    assert.deepEqual(
      allowed.filter((pattern) => !names.some((name) => pattern.test(name))),
      [],
    );
  });

  it('contains what its manifest starts', () => {
    const manifest = JSON.parse(entry('extension/package.json').content.toString()) as Record<string, string>;
    for (const key of ['main', 'browser', 'icon']) {
      const file = manifest[key];
      assert.ok(file !== undefined, `package.json names no ${key}`);
      entry(path.posix.join('extension', file));
    }
  });

  it('stays under its limit', () => {
    assert.ok(archive.length < PACKAGE_LIMIT, `${archive.length} bytes, at most ${PACKAGE_LIMIT}`);
  });

  for (const [name, limit] of Object.entries(limits)) {
    it(`keeps ${name} under ${limit} bytes`, () => {
      const { length } = entry(name).content;
      assert.ok(length > 0 && length < limit, `${length} bytes`);
    });
  }

  it('refers to no source map and no source of its own', () => {
    const scripts = entries.filter(({ name }) => /\.(js|css)$/.test(name));
    const withMaps = scripts.filter(({ content }) => content.includes('sourceMappingURL='));
    assert.deepEqual(
      withMaps.map(({ name }) => name),
      [],
    );
  });

  it('holds no key, no path of the machine that built it and no registry', () => {
    const texts = entries.filter(({ name }) => !/\.(png|ttf)$/.test(name));
    const found = texts.flatMap(({ name, content }) => leaksIn(content.toString()).map((leak) => `${name}: ${leak}`));
    assert.deepEqual(found, []);
  });

  it('leaves the practice stand-ins out of the bundles that start with VS Code', async () => {
    for (const bundle of ['extension', 'web']) {
      const metafile = JSON.parse(await readFile(path.join(root, `dist/meta/${bundle}.json`), 'utf8')) as {
        inputs: Record<string, unknown>;
      };
      const inputs = Object.keys(metafile.inputs);
      assert.ok(inputs.includes('src/extension.ts'));
      assert.deepEqual(
        inputs.filter((input) => input.startsWith('src/practice/')),
        [],
      );
    }
  });

  it('runs in a web worker: the web bundle asks for no module but vscode', () => {
    const text = entry('extension/dist/web/extension.js').content.toString();
    const required = new Set([...text.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]));
    assert.deepEqual([...required], ['vscode']);
  });

  it('names the licence of every library it took code from', async () => {
    const notices = entry('extension/dist/ThirdPartyNotices.txt').content.toString();
    for (const bundle of ['extension', 'requestPanel', 'practice']) {
      const text = await readFile(path.join(root, `dist/meta/${bundle}.json`), 'utf8');
      for (const match of text.matchAll(/"node_modules\/((?:@[^/"]+\/)?[^/"]+)\//g)) {
        assert.match(notices, new RegExp(`^${match[1] ?? ''} \\d`, 'm'));
      }
    }
  });
});
