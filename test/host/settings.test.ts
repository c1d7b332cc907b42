import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { settings } from '../../src/manifest.ts';
import { type LoopbackServer, bytes, startServer } from '../support/server.ts';
import type { Connection } from '../../src/connections/connection.ts';
import type { Bearings } from '../../src/contract.ts';
import { activated } from './support/harness.ts';

const MEGABYTE = 1_000_000;

const change = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);

describe('settings', () => {
  let bearings: Bearings;
  let server: LoopbackServer;
  let connection: Connection;
  before(async () => {
    ({ bearings } = await activated());
    server = await startServer();
    connection = await bearings.connections.add({
      service: 'phare',
      key: 'pha_org_practice_settings',
      baseUrl: server.baseUrl,
    });
  });
  afterEach(async () => {
    for (const name of Object.values(settings)) await change(name, undefined);
  });
  after(async () => {
    await bearings.connections.remove(connection.id);
    await server[Symbol.asyncDispose]();
  });

  const send = () => bearings.requests.send({ connection: connection.id, method: 'GET', path: '/projects' });

  it('end a request that takes longer than the time limit', async () => {
    await change(settings.timeoutSeconds, 1);
    server.answer(() => undefined);
    const { failure, durationMs } = await send();
    assert.equal(failure?.kind, 'timeout');
    assert.match(failure.message, /within 1 s\b/u);
    assert.ok(durationMs >= 900 && durationMs < 15_000, `it took ${durationMs} ms`);
  });

  it('apply to the next request, without a reload', async () => {
    server.answer(bytes('x'.repeat(2 * MEGABYTE)));
    assert.equal((await send()).response?.truncated, false);
    await change(settings.maximumBodyMegabytes, 1);
    const { response, notes } = await send();
    assert.equal(response?.truncated, true);
    assert.equal(response.sizeBytes, MEGABYTE);
    assert.ok(notes.some((note) => note.includes(settings.maximumBodyMegabytes)));
  });

  const invalid: readonly unknown[] = ['soon', 0, -5, 100_000, null, true, [1], {}];
  for (const value of invalid) {
    it(`count as left out with the value ${JSON.stringify(value)}`, async () => {
      await change(settings.timeoutSeconds, value);
      await change(settings.maximumBodyMegabytes, value);
      server.answer(bytes('x'.repeat(12 * MEGABYTE)));
      const { response, failure } = await send();
      assert.equal(failure, undefined);
      // The default of 10 MB: neither nothing nor everything.
      assert.equal(response?.sizeBytes, 10 * MEGABYTE);
      assert.equal(response.truncated, true);
    });
  }
});
