import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import type { Exchange } from '../../src/client/exchange.ts';
import { type PracticeFlare, exchangePath, identifiers, startPracticeFlare, tenants } from '../support/flareDesk.ts';
import { settled } from '../support/manualClock.ts';

const minute = 60_000;

describe('The token that a key is exchanged for', () => {
  let practice: PracticeFlare;
  before(async () => {
    practice = await startPracticeFlare();
  });
  after(() => practice.stop());
  beforeEach(() => practice.flare.control.reset());

  const open = async () => {
    const desk = await practice.open();
    const read = (project?: string | null, path: string = identifiers): Promise<Exchange> =>
      practice.patience.until(desk.send({ path, ...(project !== undefined && { project }) }));
    return { desk, read };
  };
  const requests = () => practice.flare.control.requests;
  const good = (exchange: Exchange) => assert.equal(exchange.response?.status, 200, JSON.stringify(exchange.failure));
  const held = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    return { until: promise, release: resolve };
  };
  /** Resolves once the stand-in has seen so many requests. */
  const seen = async (count: number) => {
    while (requests().length < count) await settled();
  };

  it('is had once, used again, and counted with the request that had it', async () => {
    const { read } = await open();
    const [first, second] = [await read(tenants.bank), await read(tenants.bank)];
    good(first);
    good(second);
    assert.deepEqual([first.callsSpent, second.callsSpent], [2, 1]);
    assert.equal(practice.exchanges(), 1);
    const [exchange, ...reads] = requests();
    assert.equal(exchange?.headers['authorization'], practice.flare.key('owner'));
    assert.ok(reads.every(({ headers }) => headers['authorization']?.startsWith('Bearer practice-flare-token-4101-')));
  });

  it('is shared by requests that need it at once, which count it once in all', async () => {
    const { read } = await open();
    const all = await Promise.all(Array.from({ length: 8 }, () => read(tenants.bank)));
    for (const exchange of all) good(exchange);
    assert.equal(practice.exchanges(), 1);
    assert.equal(requests().length, 9);
    assert.equal(
      all.reduce((sum, { callsSpent }) => sum + callsSpent, 0),
      9,
    );
  });

  it('is one for each tenant: going to and fro costs one exchange each, and each read is of its tenant', async () => {
    const { desk, read } = await open();
    for (const id of [tenants.bank, tenants.retail, tenants.bank, tenants.retail, tenants.bank]) {
      const before = requests().length;
      await desk.selection.select(desk.connection.id, { id, name: id });
      assert.equal(requests().length, before, 'selecting sends nothing');
      const exchange = await read();
      good(exchange);
      const [item] = (JSON.parse(exchange.response?.bodyText ?? '') as { items: { tenant_id: number }[] }).items;
      assert.equal(String(item?.tenant_id), id);
    }
    assert.equal(practice.exchanges(), 2);
    good(await read(null));
    assert.equal(practice.exchanges(), 3, "the service's default is a token of its own");
  });

  it('is one for each key', async () => {
    const { desk } = await open();
    const analyst = await desk.add(practice.flare.key('analyst'));
    good(await desk.send({ path: identifiers, project: tenants.retail }));
    good(await desk.send({ connection: analyst.id, path: identifiers, project: tenants.retail }));
    assert.equal(practice.exchanges(), 2);
  });

  it('is replaced after 45 minutes, before it is used again, though the machine slept', async () => {
    const { read } = await open();
    good(await read(tenants.bank));
    await practice.clock.advance(45 * minute - 1);
    good(await read(tenants.bank));
    assert.equal(practice.exchanges(), 1);
    await practice.clock.advance(1);
    good(await read(tenants.bank));
    assert.equal(practice.exchanges(), 2);
    await practice.clock.advance(24 * 60 * minute);
    good(await read(tenants.bank));
    assert.equal(practice.exchanges(), 3);
    assert.ok(
      requests().every(({ status }) => status === 200),
      'nothing was refused',
    );
  });

  for (const [words, body] of [
    ['token expired', { error: { code: 'TOKEN_EXPIRED', message: 'token expired' } }],
    ['invalid token', { error: { code: 'INVALID_TOKEN', message: 'invalid token' } }],
  ] as const) {
    it(`is had anew once when a read gets a 401 that says "${words}"`, async () => {
      const { read } = await open();
      good(await read(tenants.bank));
      refuse(practice, { times: 1, body });
      const exchange = await read(tenants.bank);
      good(exchange);
      assert.equal(exchange.callsSpent, 3);
      assert.equal(practice.exchanges(), 2);
      refuse(practice, { body });
      const refused = await read(tenants.bank);
      assert.equal(refused.response?.status, 401);
      assert.equal(refused.callsSpent, 3, 'the read, one exchange, the read once more');
    });
  }

  it('is kept when the 401 says nothing of a token', async () => {
    const { read } = await open();
    good(await read(tenants.bank));
    refuse(practice, { times: 1, body: { error: { code: 'NO', message: 'no access' } } });
    assert.equal((await read(tenants.bank)).response?.status, 401);
    good(await read(tenants.bank));
    assert.equal(practice.exchanges(), 1);
  });

  it('is had anew for a 401 without a word when it grew too old on the way', async () => {
    const { desk, read } = await open();
    good(await read(tenants.bank));
    await practice.clock.advance(45 * minute - 1);
    const gate = held();
    const answer = { kind: 'answer', status: 401 } as const;
    practice.flare.control.plant({ path: identifiers, times: 1, until: gate.until, action: answer });
    const sending = desk.send({ path: identifiers, project: tenants.bank });
    await seen(3);
    await practice.clock.advance(1);
    gate.release();
    good(await sending);
    assert.equal(practice.exchanges(), 2);
  });

  it('never makes a write go out twice, and is had anew for the next one', async () => {
    const { desk, read } = await open();
    good(await read(tenants.bank));
    refuse(practice, { times: 1, body: { error: { code: 'TOKEN_EXPIRED', message: 'token expired' } } });
    const write = { method: 'POST', path: '/firework/v4/events/actions', body: '{}', project: tenants.bank };
    const refused = await practice.patience.until(desk.send(write));
    assert.equal(refused.response?.status, 401);
    assert.equal(refused.callsSpent, 1);
    assert.equal(requests().filter(({ path }) => path === write.path).length, 1);
    await practice.patience.until(desk.send(write));
    assert.equal(practice.exchanges(), 2);
    assert.equal(requests().filter(({ path }) => path === write.path).length, 2);
  });

  it('comes to the others when one of those that wait for it is cancelled', async () => {
    const { desk } = await open();
    const gate = held();
    practice.flare.control.plant({ path: exchangePath, times: 1, until: gate.until, action: { kind: 'pass' } });
    const cancel = new AbortController();
    const draft = { path: identifiers, project: tenants.bank };
    const cancelled = desk.send(draft, { signal: cancel.signal });
    const others = [desk.send(draft), desk.send(draft)];
    await seen(1);
    cancel.abort();
    const gone = await cancelled;
    assert.equal(gone.failure?.kind, 'aborted');
    assert.equal(gone.response, undefined);
    gate.release();
    for (const exchange of await Promise.all(others)) good(exchange);
    good(await desk.send(draft));
    assert.equal(practice.exchanges(), 1);
  });

  it('leaves nothing behind on a signal that many requests share', async () => {
    const { desk } = await open();
    const { signal } = new AbortController();
    for (const project of [tenants.bank, tenants.retail])
      good(await desk.send({ path: identifiers, project }, { signal }));
    assert.equal(practice.exchanges(), 2);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });

  it('is forgotten with its key, one that is on its way too', async () => {
    const { desk, read } = await open();
    good(await read(tenants.retail));
    await desk.connections.replaceKey(desk.connection.id, practice.flare.key('analyst'));
    good(await read(tenants.retail));
    assert.equal(practice.exchanges(), 2);
    const gate = held();
    await practice.clock.advance(46 * minute);
    practice.flare.control.plant({ path: exchangePath, times: 1, until: gate.until, action: { kind: 'pass' } });
    const before = requests().length;
    const late = desk.send({ path: identifiers, project: tenants.retail });
    await seen(before + 1);
    await desk.connections.replaceKey(desk.connection.id, practice.flare.key('owner'));
    gate.release();
    await late;
    good(await read(tenants.retail));
    const last = requests().findLast(({ path }) => path === exchangePath);
    assert.equal(last?.headers['authorization'], practice.flare.key('owner'), 'the new key was exchanged');
    assert.equal(practice.exchanges(), 4);
  });

  it('is that of the new key, though the exchange of the old one ends after that of the new one', async () => {
    const { desk, read } = await open();
    const gate = held();
    practice.flare.control.plant({ path: exchangePath, times: 1, until: gate.until, action: { kind: 'pass' } });
    const late = desk.send({ path: identifiers, project: tenants.retail });
    await seen(1);
    await desk.connections.replaceKey(desk.connection.id, practice.flare.key('analyst'));
    good(await desk.send({ path: identifiers, project: tenants.retail }));
    gate.release();
    await practice.patience.until(late);
    practice.flare.control.revoke(practice.flare.key('owner'));
    good(await read(tenants.retail));
    assert.equal(practice.exchanges(), 2);
  });

  it('is that of the new key, though a request that had read the old one exchanges it later', async () => {
    const { desk, read } = await open();
    const gate = held();
    const get = desk.vault.get.bind(desk.vault);
    desk.vault.get = async (id) => {
      desk.vault.get = get;
      const key = await get(id);
      await gate.until;
      return key;
    };
    const late = desk.send({ path: identifiers, project: tenants.retail });
    await settled();
    await desk.connections.replaceKey(desk.connection.id, practice.flare.key('analyst'));
    gate.release();
    good(await late);
    good(await read(tenants.retail));
    assert.deepEqual(
      requests().flatMap(({ path, headers }) => (path === exchangePath ? [headers['authorization']] : [])),
      [practice.flare.key('owner'), practice.flare.key('analyst')],
    );
  });

  it('is waited for where the budget is spent, which the request that asked for it is told', async () => {
    const { desk, read } = await open();
    for (let call = 0; call < 3; call += 1) await read(tenants.bank);
    const told: number[] = [];
    const draft = { path: identifiers, project: tenants.retail };
    good(await practice.patience.until(desk.send(draft, { onWait: (milliseconds) => told.push(milliseconds) })));
    assert.ok(told.length > 0 && told.every((milliseconds) => milliseconds > 0 && milliseconds <= 1000), told.join());
  });

  it('comes with cookies that are never sent back', async () => {
    const { read } = await open();
    await read(tenants.bank);
    await read(tenants.retail);
    await practice.clock.advance(50 * minute);
    await read(tenants.bank);
    assert.ok(requests().every(({ headers }) => headers['cookie'] === undefined));
  });

  it('stands in no exchange, as little as the key', async () => {
    const { desk, read } = await open();
    const exchange = await read(tenants.bank);
    const token = requests().at(-1)?.headers['authorization']?.replace('Bearer ', '') ?? '';
    assert.match(token, /^practice-flare-token-4101-/u);
    assert.ok(!JSON.stringify(exchange).includes(token));
    const echo = JSON.stringify({ error: { message: `bad ${token} of ${practice.flare.key('owner')}` } });
    practice.flare.control.plant({ path: identifiers, action: { kind: 'answer', status: 403, body: echo } });
    const refused = await read(tenants.bank);
    for (const text of [JSON.stringify(refused), JSON.stringify(desk.diagnose(refused))]) {
      assert.ok(!text.includes(token) && !text.includes(practice.flare.key('owner')), text);
    }
  });
});

function refuse({ flare }: PracticeFlare, { body, times }: { body: object; times?: number }): void {
  flare.control.plant({
    path: /\/firework\//u,
    ...(times !== undefined && { times }),
    action: {
      kind: 'answer',
      status: 401,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    },
  });
}
