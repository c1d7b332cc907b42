import assert from 'node:assert/strict';
import { Problem, npmProblem, sentenceFor } from '../../../tools/vscode/problem.ts';

const systemError = (code: string, message: string): Error => Object.assign(new Error(message), { code });

describe('tools: sentences for failures', () => {
  it("shows a problem's own sentence", () => {
    assert.equal(sentenceFor(new Problem('It rains. Take a coat.')), 'It rains. Take a coat.');
  });

  it('names the cause of system errors and what to do', () => {
    assert.match(sentenceFor(systemError('ENOSPC', 'ENOSPC: no space left on device, write')), /disk is full.*Free/);
    assert.match(sentenceFor(systemError('EADDRINUSE', 'listen EADDRINUSE')), /port is already taken.*--port/);
    assert.match(sentenceFor(systemError('EROFS', 'EROFS: read-only file system')), /writable/);
  });

  it('never shows a stack trace', () => {
    const error = new Error('first line\n    at somewhere (file.ts:1:1)');
    assert.equal(sentenceFor(error), 'Stopped by an unexpected error: first line');
    assert.equal(sentenceFor('a text'), 'Stopped by an unexpected error: a text');
  });

  const outputs: readonly (readonly [string, string, RegExp])[] = [
    ['no network', 'npm error code ENOTFOUND\nnpm error network request failed', /registry cannot be reached/],
    ['a refused connection', 'npm error code ECONNREFUSED', /registry cannot be reached/],
    ['a full disk', 'npm error code ENOSPC\nnpm error nospc no space left on device', /disk is full/],
    ['a missing package', 'npm error code E404', /does not have it/],
    ['an unknown certificate', 'npm error code SELF_SIGNED_CERT_IN_CHAIN', /certificate/],
    ['a refused sign-in', 'npm error code E401', /refused access/],
    ['no right to write', 'npm error code EACCES', /may not write/],
    ['anything else', 'npm error code EWHAT\nnpm error more', /npm said "code EWHAT"/],
  ];
  for (const [name, output, expected] of outputs)
    it(`tells ${name} from npm's output`, () => assert.match(npmProblem('VS Code', output).message, expected));
});
