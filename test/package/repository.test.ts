import assert from 'node:assert/strict';
import { existsSync, globSync, lstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root, runCommand } from '../config/process.ts';
import { leaksIn } from './leaks.ts';

const isText = (file: string): boolean => !/\.(png|ttf|gif|jpg|ico|pem)$/.test(file);

/** What git holds or would take; in an unpacked archive, everything but what is made. */
async function repositoryFiles(): Promise<string[]> {
  const git = existsSync(path.join(root, '.git'))
    ? await runCommand('git', ['ls-files', '-co', '--exclude-standard'], 30_000)
    : undefined;
  const files =
    git?.code === 0
      ? git.output.split('\n')
      : globSync('**/*', { cwd: root, exclude: ['node_modules', 'dist', '.vscode-test', 'test-results'] });
  return files.filter((file) => {
    const stats = lstatSync(path.join(root, file), { throwIfNoEntry: false });
    return file !== '' && stats?.isFile() === true;
  });
}

interface LockedPackage {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('repository', () => {
  let files: string[];
  const texts = async (pattern: RegExp): Promise<(readonly [string, string])[]> =>
    Promise.all(
      files
        .filter((file) => pattern.test(file) && isText(file))
        .map(async (file) => [file, await readFile(path.join(root, file), 'utf8')] as const),
    );

  before(async () => {
    files = await repositoryFiles();
    assert.ok(files.includes('package.json'));
  });

  it('finds what it looks for', () => {
    const samples = [
      ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' '),
      `token = "ghp${'_'}${'a1B2'.repeat(9)}"`,
      `pha_org${'_'}${'a1B2c3'.repeat(6)}`,
      `cd ${['', 'home', 'someone', 'project'].join('/')}`,
      `"resolved": "https://${['registry', 'example', 'org'].join('.')}/x.tgz"`,
    ];
    for (const sample of samples) assert.equal(leaksIn(sample).length, 1, sample);
    for (const sample of ['pha_org_practice_owner', 'https://example.org/home/page', './work/it']) {
      assert.deepEqual(leaksIn(sample), [], sample);
    }
  });

  it('holds no key, no path of one machine and no registry', async () => {
    const found = (await texts(/./)).flatMap(([file, text]) => leaksIn(text).map((leak) => `${file}: ${leak}`));
    assert.deepEqual(found, []);
  });

  it('silences no check and leaves no test out', async () => {
    const silenced = new RegExp(
      [
        '@ts-(ignore|nocheck|expect-error)',
        '(eslint|oxlint)-disable',
        'prettier-ignore(?! )',
        String.raw`\b(describe|it|context)\.(only|skip)\(`,
        String.raw`\bthis\.skip\(`,
      ]
        .map((part) => `(?:${part})`)
        .join('|'),
    );
    const found = (await texts(/\.(ts|mjs|css)$/)).filter(
      ([file, text]) => file !== 'test/package/repository.test.ts' && silenced.test(text),
    );
    assert.deepEqual(
      found.map(([file]) => file),
      [],
    );
  });

  it('pins every dependency, and the lock file names no address', async () => {
    const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      dependencies?: unknown;
      devDependencies: Record<string, string>;
    };
    assert.equal(manifest.dependencies, undefined, 'bundled libraries are development dependencies');
    const loose = Object.entries(manifest.devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    assert.deepEqual(loose, []);
    assert.doesNotMatch(await readFile(path.join(root, 'package-lock.json'), 'utf8'), /"resolved": "https?:/);
  });

  it('keeps to the top level that the design fixes', () => {
    const top = new Set(files.map((file) => file.split('/')[0] ?? ''));
    const expected =
      `package.json package-lock.json tsconfig.json esbuild.mjs src media l10n test tools docs .ci .vscode .vscodeignore
      .prettierignore .gitignore .gitattributes README.md CHANGELOG.md CONTRIBUTING.md LICENSE`.split(/\s+/);
    assert.deepEqual(
      [...top].filter((name) => !expected.includes(name) && !/^package\.nls.*\.json$/.test(name)),
      [],
    );
  });

  it('locks every package that another one asks for, those of other platforms too', async () => {
    // A registry may lack a platform's package of a version: the lock file that npm then writes is one `npm ci` refuses.
    const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as {
      readonly packages: Readonly<Record<string, LockedPackage>>;
    };
    const locked = new Set(Object.keys(lock.packages).map((place) => place.split('node_modules/').at(-1)));
    const missing = Object.entries(lock.packages).flatMap(
      ([place, { dependencies, optionalDependencies, version }]) => [
        ...Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !locked.has(name)),
        ...(place !== '' && version === undefined ? [place] : []),
      ],
    );
    assert.deepEqual(missing, []);
    assert.ok(locked.size > 100);
  });

  it('runs in CI what the README tells a person to run', async () => {
    const script = await readFile(path.join(root, '.ci/run'), 'utf8');
    const commands = script.split('\n').filter((line) => /^(npm|npx|node)\b/.test(line));
    assert.deepEqual(commands, ['npm ci && npm test']);
    assert.match(await readFile(path.join(root, 'README.md'), 'utf8'), /npm ci && npm test/);
  });
});
