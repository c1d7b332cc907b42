import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateAgain, activated, extension, until, watchActivation } from '../support/harness.ts';
import { LEFT_KEY, LEFT_LABEL } from '../support/leaveConnection.ts';
import { recordedRequests } from '../support/recorded.ts';

// The order matters here, and mocha keeps it: an extension is activated once in a window.
describe('a window reloaded with a stored connection', () => {
  it('starts without the extension, and sends nothing', async () => {
    await until(async () => (await vscode.commands.getCommands(true)).includes('workbench.action.showCommands'));
    assert.equal(extension().isActive, false);
    assert.deepEqual(await recordedRequests(), []);
  });

  it('activates the extension when its view is opened, and still sends nothing', async () => {
    watchActivation();
    await vscode.commands.executeCommand('bearings.explorer.focus');
    await until(() => extension().isActive);
    const { bearings } = await activated();
    assert.deepEqual(
      bearings.connections.list().map(({ label }) => label),
      [LEFT_LABEL],
    );
    assert.deepEqual(await recordedRequests(), []);
  });

  it('has kept the key, which goes out with the first request that is asked for', async () => {
    const { bearings } = await activated();
    const [connection] = bearings.connections.list();
    assert.ok(connection);
    const exchange = await bearings.requests.send({ connection: connection.id, method: 'GET', path: '/projects' });
    assert.equal(exchange.response?.status, 200);
    const requests = await recordedRequests();
    assert.deepEqual(
      requests.map(({ method, url }) => `${method} ${url}`),
      ['GET /projects'],
    );
    const authorization = requests[0]?.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1];
    assert.equal(authorization, `Bearer ${LEFT_KEY}`);
  });
});

describe('activation outside of tests', () => {
  it('gives nothing out', async () => {
    const { context } = await activated();
    assert.equal(activateAgain(vscode.ExtensionMode.Production, context), undefined);
    assert.equal(activateAgain(vscode.ExtensionMode.Development, context), undefined);
    // Else the two above could be right because activating again never gives anything out.
    assert.notEqual(activateAgain(vscode.ExtensionMode.Test, context), undefined);
  });
});
