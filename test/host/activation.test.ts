import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, views } from '../../src/manifest.ts';
import { activated, extension, logShown, until, watchActivation } from './support/harness.ts';
import { recordedRequests } from './support/recorded.ts';

/** Registered by VS Code itself for each view. */
const isOfView = (id: string) => Object.values(views).some((view) => id.startsWith(`${view}.`));

// The order matters here, and mocha keeps it: an extension is activated once in a window.
describe('activation', () => {
  it('does not happen when VS Code starts', async () => {
    await until(async () => (await vscode.commands.getCommands(true)).includes('workbench.action.showCommands'));
    assert.equal(extension().isActive, false);
    const { activationEvents } = extension().packageJSON as { activationEvents: unknown };
    // VS Code adds what it derives from commands and views; none of that may be a start-up.
    assert.ok(Array.isArray(activationEvents));
    assert.deepEqual(
      activationEvents.filter((event: string) => !/^on(Command|View):bearings\./u.test(event)),
      [],
    );
  });

  it('happens when a command is called, which then does its work', async () => {
    watchActivation();
    assert.equal(extension().isActive, false);
    await vscode.commands.executeCommand(commands.showLog);
    assert.equal(extension().isActive, true);
    assert.equal(logShown.times, 1);
  });

  it('gives the contract out to tests', async () => {
    const { bearings, context } = await activated();
    assert.equal(context.extensionMode, vscode.ExtensionMode.Test);
    const areas = ['services', 'connections', 'keys', 'projects', 'requests', 'resources', 'diagnosis', 'budget'];
    for (const area of areas) assert.ok(area in bearings, `${area} is missing`);
    assert.ok(bearings.services.list().some(({ id, name }) => id === 'phare' && name === 'Phare'));
  });

  it('registers the commands of the manifest, and no others', async () => {
    await activated();
    const own = (await vscode.commands.getCommands(true)).filter((id) => id.startsWith('bearings.') && !isOfView(id));
    assert.deepEqual(own.sort(), Object.values(commands).sort());
  });

  it('sends nothing', async () => {
    await activated();
    assert.deepEqual(await recordedRequests(), []);
  });
});
