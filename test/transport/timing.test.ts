import assert from 'node:assert/strict';
import type { Exchange, Timing } from '../../src/client/exchange.ts';
import { fetchingTransport } from '../../src/client/transport.ts';
import { HeardConnectionTimes, sendsStreams } from '../../src/editor/connectionTimes.ts';
import { connect } from '../support/compose.ts';
import { openDesk } from '../support/desk.ts';
import { ManualClock, settled } from '../support/manualClock.ts';
import { amplePerSecond, servicesWith } from '../support/samples.ts';
import { type LoopbackServer, freePort, json, redirect, startServer } from '../support/server.ts';

/** Everything but the wait is what the exchange took. */
function addUp({ timing, durationMs }: Exchange): Timing {
  assert.ok(timing);
  const { tokenMs = 0, connectMs = 0, firstByteMs = 0, bodyMs = 0 } = timing;
  assert.equal(tokenMs + connectMs + firstByteMs + bodyMs, durationMs);
  for (const part of Object.values(timing)) assert.ok(Number.isInteger(part) && part >= 0, JSON.stringify(timing));
  return timing;
}

describe('the time of an exchange', () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server[Symbol.asyncDispose]());

  const open = (options = {}) =>
    connect(server.baseUrl, { transport: fetchingTransport(new HeardConnectionTimes(), sendsStreams), ...options });
  const draftOf = ({ id }: { readonly id: string }) => ({ connection: id, method: 'GET', path: '/projects' });

  it('is told in parts that add up', async () => {
    const { client, connection } = await open();
    const timing = addUp(await client.send(draftOf(connection)));
    assert.equal(timing.waitedMs, 0);
    assert.equal(typeof timing.connectMs, 'number');
    assert.equal(timing.tokenMs, undefined);
  });

  it('counts a slow beginning and a slow body where they are', async () => {
    const { client, connection } = await open();
    let toAnswer = 0;
    let toEnd = 0;
    server.answer((response) => {
      const receivedAt = performance.now();
      setTimeout(() => {
        toAnswer = performance.now() - receivedAt;
        response.writeHead(200).write('a');
        setTimeout(() => {
          toEnd = performance.now() - receivedAt - toAnswer;
          response.end('b');
        }, 60);
      }, 60);
    });
    const { connectMs = 0, firstByteMs = 0, bodyMs = 0 } = addUp(await client.send(draftOf(connection)));
    // Rounded, each end by half a millisecond.
    assert.ok(connectMs + firstByteMs >= toAnswer - 1, `${connectMs} + ${firstByteMs} ms until headers at ${toAnswer}`);
    assert.ok(firstByteMs + bodyMs >= toAnswer + toEnd - 2);
    assert.ok(bodyMs > 0);
  });

  it('of an open connection has no connecting', async () => {
    const { client, connection } = await open();
    let connectMs: number | undefined;
    // The connection goes back to where it is taken from some moment after the answer is whole.
    for (let call = 0; call < 50 && connectMs !== 0; call += 1) {
      ({ connectMs } = addUp(await client.send(draftOf(connection))));
    }
    assert.equal(connectMs, 0);
  });

  it('tells requests apart that go out at once', async () => {
    const { client, connection } = await open();
    const all = await Promise.all(Array.from({ length: 8 }, () => client.send(draftOf(connection))));
    for (const exchange of all) assert.equal(typeof addUp(exchange).connectMs, 'number');
  });

  it('does not guess how long connecting took', async () => {
    const { client, connection } = await connect(server.baseUrl);
    assert.ok(!('connectMs' in addUp(await client.send(draftOf(connection)))));
    const nowhere = await connect(`http://127.0.0.1:${await freePort()}`, {
      transport: fetchingTransport(new HeardConnectionTimes(), sendsStreams),
    });
    const failed = await nowhere.client.send(draftOf(nowhere.connection));
    assert.equal(failed.failure?.kind, 'refused');
    assert.ok(!('connectMs' in addUp(failed)));
  });

  it('is summed over redirects', async () => {
    const { client, connection } = await open();
    server.answer((response, request) => (request.url === '/end' ? json({}) : redirect('/end'))(response, request));
    const exchange = await client.send(draftOf(connection));
    assert.equal(exchange.callsSpent, 2);
    addUp(exchange);
  });

  it('tells what waited for the budget, apart from the rest', async () => {
    const clock = new ManualClock();
    const services = servicesWith('phare', { budget: { classes: [{ id: 'all', calls: 1, perSeconds: 60 }] } });
    const { client, connection } = await open({ clock, services });
    await client.send(draftOf(connection));
    const second = client.send(draftOf(connection));
    while (clock.waiting === 0) await settled();
    await clock.advance(60_000);
    const timing = addUp(await second);
    assert.ok(timing.waitedMs >= 60_000 && timing.waitedMs <= 61_000, `${timing.waitedMs}`);
  });

  it('tells the exchange of the key apart', async () => {
    server.answer((response, request) => {
      json(request.url === '/tokens/generate' ? { token: 'practice-token-of-a-test' } : { items: [] })(
        response,
        request,
      );
    });
    const services = servicesWith('flare', { budget: amplePerSecond });
    const desk = await openDesk(server.baseUrl, { service: 'flare', key: 'practice-flare-key-owner', services });
    const draft = { method: 'GET', path: '/tokens/test' };
    assert.equal(typeof addUp(await desk.send(draft)).tokenMs, 'number');
    assert.equal(addUp(await desk.send(draft)).tokenMs, undefined);
  });

  it('is not told where nothing was sent', async () => {
    const { client, connection } = await open();
    const exchange = await client.send({ ...draftOf(connection), path: '/projects/{missing}' });
    assert.equal(exchange.failure?.kind, 'not-sent');
    assert.equal(exchange.timing, undefined);
  });
});
