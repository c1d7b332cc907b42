import assert from 'node:assert/strict';
import { type Desk, openDesk } from '../../support/desk.ts';
import { ManualClock, settled } from '../../support/manualClock.ts';
import { type Patience, patience } from '../../support/patience.ts';
import { type LoopbackServer, json, startServer } from '../../support/server.ts';

const KEY = 'pha_org_practice_waiting_first_0001';
const OTHER = 'pha_org_practice_waiting_other_0002';

describe('A request that waits for the budget', () => {
  let server: LoopbackServer;
  let clock: ManualClock;
  let waits: Patience;
  let desk: Desk;

  beforeEach(async () => {
    server = await startServer(json({ message: 'Too Many Attempts.' }, 429, { 'retry-after': '5' }));
    clock = new ManualClock();
    waits = patience(clock);
    desk = await openDesk(server.baseUrl, { key: KEY, clock, transport: waits.transport });
    await desk.send();
    server.answer(json({ data: [] }));
  });
  afterEach(() => server[Symbol.asyncDispose]());

  /** What becomes of a request during whose wait something is done. */
  const during = async (change: () => Promise<unknown>) => {
    const sent = desk.send();
    while (clock.waiting === 0) await settled();
    await change();
    return waits.until(sent);
  };

  it('goes out where nothing changed', async () => {
    const exchange = await during(async () => undefined);
    assert.equal(exchange.response?.status, 200);
    assert.equal(server.requests.length, 2);
  });

  const changes: Readonly<Record<string, () => Promise<unknown>>> = {
    'its connection was removed': () => desk.connections.remove(desk.connection.id),
    'its key was replaced': () => desk.connections.replaceKey(desk.connection.id, OTHER),
  };
  for (const [change, make] of Object.entries(changes)) {
    it(`does not go out any more when ${change}`, async () => {
      const exchange = await during(make);
      assert.equal(exchange.failure?.kind, 'aborted');
      assert.match(exchange.failure.message, /removed or changed while the request waited/u);
      assert.equal(server.requests.length, 1);
    });
  }
});
