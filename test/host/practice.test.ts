import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/manifest.ts';
import type { Bearings } from '../../src/contract.ts';
import { activated } from './support/harness.ts';

const start = (): Thenable<unknown> => vscode.commands.executeCommand(commands.startPractice);
const stop = (): Thenable<unknown> => vscode.commands.executeCommand(commands.stopPractice);

describe('practice mode', () => {
  let bearings: Bearings;
  before(async () => {
    ({ bearings } = await activated());
  });
  afterEach(stop);

  const practiceConnections = () => bearings.connections.list().filter(({ id }) => id.startsWith('practice-'));

  it('brings connections that work, and takes them away again', async () => {
    assert.equal(await start(), undefined);
    const owner = practiceConnections().find(({ id }) => id === 'practice-phare-owner');
    assert.ok(owner);
    assert.equal(new URL(owner.baseUrl).hostname, '127.0.0.1');
    assert.equal((await bearings.projects.list(owner.id)).length, 30);
    assert.equal(await stop(), undefined);
    assert.deepEqual(practiceConnections(), []);
    await assert.rejects(fetch(owner.baseUrl), 'its server still listens');
  });

  it('is started once by two starts at once, and again', async () => {
    await Promise.all([start(), start()]);
    const ids = practiceConnections().map(({ id }) => id);
    const addresses = practiceConnections().map(({ baseUrl }) => baseUrl);
    assert.ok(ids.length > 0);
    assert.equal(new Set(ids).size, ids.length);
    await start();
    assert.deepEqual(
      practiceConnections().map(({ baseUrl }) => baseUrl),
      addresses,
    );
  });

  it('is over after one stop, whatever came before, and starts anew', async () => {
    await Promise.all([start(), stop()]);
    await stop();
    assert.deepEqual(practiceConnections(), []);
    await start();
    assert.ok(practiceConnections().length > 0);
  });

  it('stores nothing', async () => {
    const { context } = await activated();
    await start();
    const [connection] = practiceConnections();
    assert.ok(connection);
    const stored = context.globalState.keys().map((name) => JSON.stringify(context.globalState.get(name)));
    assert.ok(!stored.join('\n').includes('practice-phare'));
    assert.equal(await context.secrets.get(`bearings.key.${connection.id}`), undefined);
  });

  it('keeps its connections as they are', async () => {
    await start();
    const [connection] = practiceConnections();
    assert.ok(connection);
    await assert.rejects(bearings.connections.remove(connection.id));
    await assert.rejects(bearings.connections.replaceKey(connection.id, 'pha_org_practice_other'));
    assert.ok(practiceConnections().some(({ id }) => id === connection.id));
  });
});
