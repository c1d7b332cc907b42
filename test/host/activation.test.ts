import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('finds the extension, which is not active before anything of it is opened', () => {
    const extension = vscode.extensions.getExtension('bearings.bearings');
    assert.ok(extension, 'VS Code does not know bearings.bearings');
    assert.equal(extension.isActive, false);
  });
});
