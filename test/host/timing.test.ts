import assert from 'node:assert/strict';
import type { Connection } from '../../src/connections/connection.ts';
import type { Bearings } from '../../src/contract.ts';
import { type LoopbackServer, json, startServer } from '../support/server.ts';
import { activated } from './support/harness.ts';

describe('the time of an exchange', () => {
  let bearings: Bearings;
  let server: LoopbackServer;
  let connection: Connection;
  before(async () => {
    ({ bearings } = await activated());
    server = await startServer(json({ data: [] }));
    connection = await bearings.connections.add({
      service: 'phare',
      key: 'pha_org_practice_timing',
      baseUrl: server.baseUrl,
    });
  });
  after(async () => {
    await bearings.connections.remove(connection.id);
    await server[Symbol.asyncDispose]();
  });

  // VS Code puts a fetch of its own in place of Node's, with an HTTP client of its own.
  it('tells how long connecting took, of VS Code’s fetch too', async () => {
    const exchange = await bearings.requests.send({ connection: connection.id, method: 'GET', path: '/projects' });
    assert.equal(exchange.response?.status, 200);
    const { connectMs, firstByteMs = 0, bodyMs = 0 } = exchange.timing ?? {};
    assert.ok(connectMs !== undefined, 'connecting is not known');
    assert.equal(connectMs + firstByteMs + bodyMs, exchange.durationMs);
  });
});
