import assert from 'node:assert/strict';
import { parseCodeCommandLine, workbenchAddress } from '../../../tools/vscode/commandLine.ts';
import { consoleText } from '../../../tools/vscode/consoleText.ts';
import { Problem } from '../../../tools/vscode/problem.ts';

describe('tools: the code command line', () => {
  it('reads what @vscode/test-electron passes and ignores what concerns a desktop window', () => {
    const line = parseCodeCommandLine(
      [
        '/a folder',
        '--no-sandbox',
        '--disable-gpu-sandbox',
        '--disable-updates',
        '--skip-welcome',
        '--disable-workspace-trust',
        '--extensionTestsPath=/tests/index.cjs',
        '--extensionDevelopmentPath=/extension',
        '--extensions-dir=/x',
        '--user-data-dir=/u',
      ],
      '/base',
    );
    assert.deepEqual(line, {
      extensionDevelopmentPaths: ['/extension'],
      extensionTestsPath: '/tests/index.cjs',
      folder: '/a folder',
      userDataDirectory: '/u',
      extensionsDirectory: '/x',
    });
  });

  it('reads values after a space, relative paths, file addresses, several extensions and a version', () => {
    const line = parseCodeCommandLine(
      [
        ...['--extensionDevelopmentPath', 'one', '--extensionDevelopmentPath', 'two'],
        ...['--folder-uri', 'file:///work/space', '--vscode-version=1.104.0'],
      ],
      '/base',
    );
    assert.deepEqual(line.extensionDevelopmentPaths, ['/base/one', '/base/two']);
    assert.equal(line.folder, '/work/space');
    assert.equal(line.version, '1.104.0');
  });

  it('refuses a flag without its value and a second folder', () => {
    assert.throws(() => parseCodeCommandLine(['--extensionTestsPath'], '/'), Problem);
    assert.throws(() => parseCodeCommandLine(['--user-data-dir='], '/'), Problem);
    assert.throws(() => parseCodeCommandLine(['/one', '/two'], '/'), Problem);
  });

  it("addresses the workbench with the extension host's orders", () => {
    const address = new URL(
      workbenchAddress(
        { port: 4711, token: 'secret' },
        { extensionDevelopmentPaths: ['/ext'], extensionTestsPath: '/t & u', folder: '/a b' },
      ),
    );
    assert.equal(address.origin, 'http://127.0.0.1:4711');
    assert.equal(address.searchParams.get('tkn'), 'secret');
    assert.equal(address.searchParams.get('folder'), '/a b');
    assert.deepEqual(JSON.parse(address.searchParams.get('payload') ?? ''), [
      ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:4711/ext'],
      ['extensionTestsPath', 'vscode-remote://127.0.0.1:4711/t & u'],
    ]);
  });
});

describe("tools: the tests' console", () => {
  it('formats as console does, without style marks', () => {
    assert.equal(consoleText(['%c[host]%c %s is %d', 'color: blue', 'color: red', 'it', 3]), '[host] it is 3');
    assert.equal(consoleText(['plain', { a: 1 }]), 'plain { a: 1 }');
    assert.equal(consoleText([{ a: 1 }]), '{ a: 1 }');
  });

  it('leaves out what the workbench says of itself, and nothing else', () => {
    assert.equal(consoleText(['Resolving connection token (127.0.0.1:1)...']), undefined);
    assert.equal(consoleText(['Error: Could not locate the bindings file. Tried: …']), undefined);
    assert.equal(consoleText(['Error: Could not locate the key.']), 'Error: Could not locate the key.');
  });
});
