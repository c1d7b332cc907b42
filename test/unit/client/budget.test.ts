import assert from 'node:assert/strict';
import type { BudgetRequest } from '../../../src/client/budget.ts';
import { retryAfterMs } from '../../../src/client/rateHeaders.ts';
import type { Connection } from '../../../src/connections/connection.ts';
import { budgetOf } from '../../support/budget.ts';
import { ManualClock, settled } from '../../support/manualClock.ts';
import { phareWith, sampleConnection } from '../../support/samples.ts';

const definition = phareWith({
  budget: { classes: [{ id: 'all', calls: 10, perSeconds: 60 }], retryAfterExtraSeconds: 1 },
});
const unlimited = phareWith({ budget: undefined });
const connection = sampleConnection();

function start() {
  const clock = new ManualClock();
  const budget = budgetOf(clock);
  const went: string[] = [];
  const spend = (name: string, request: Partial<BudgetRequest> = {}, by: Connection = connection) =>
    budget.spend(by, definition, undefined, { background: false, ...request }).then(() => went.push(name));
  const spendMany = async (count: number) => {
    for (let call = 0; call < count; call += 1) await spend('many');
    went.length = 0;
  };
  const refuse = (retryAfter?: string) =>
    budget.observe(
      connection,
      definition,
      undefined,
      429,
      new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    );
  const remaining = () => budget.remaining(connection, definition);
  return { clock, budget, went, spend, spendMany, refuse, remaining };
}

describe('Budget', () => {
  it('counts down, and tells when calls come back', async () => {
    const { clock, spend, remaining } = start();
    assert.deepEqual(remaining(), { calls: 10, perSeconds: 60, resetsInMs: 0, estimated: true });
    await spend('a');
    await clock.advance(20_000);
    await spend('b');
    assert.deepEqual(remaining(), { calls: 8, perSeconds: 60, resetsInMs: 40_000, estimated: true });
    await clock.advance(40_000);
    assert.equal(remaining().calls, 9);
    await clock.advance(20_000);
    assert.deepEqual(remaining(), { calls: 10, perSeconds: 60, resetsInMs: 0, estimated: true });
  });

  it('never lets more out in any window than the service allows', async () => {
    const { clock, spend, went, spendMany } = start();
    await spendMany(5);
    await clock.advance(30_000);
    await spendMany(5);
    const waits: number[] = [];
    void spend('next', { onWait: (milliseconds) => waits.push(milliseconds) });
    await settled();
    await clock.advance(29_999);
    assert.deepEqual(went, []);
    await clock.advance(1);
    assert.deepEqual(went, ['next']);
    assert.deepEqual(waits, [30_000]);
  });

  it('lets those that wait go one for each call that comes back', async () => {
    const { clock, spend, went, spendMany, remaining } = start();
    await spendMany(9);
    await clock.advance(10_000);
    await spendMany(1);
    for (let call = 0; call < 10; call += 1) void spend(`${call}`);
    await clock.advance(50_000);
    assert.equal(went.length, 9);
    assert.equal(remaining().calls, 0);
    await clock.advance(10_000);
    assert.equal(went.length, 10);
  });

  it('keeps the last tenth of the calls for persons', async () => {
    const { clock, spend, went, spendMany } = start();
    await spendMany(8);
    await spend('background', { background: true });
    void spend('more background', { background: true });
    await settled();
    assert.deepEqual(went, ['background']);
    await spend('a person');
    assert.deepEqual(went, ['background', 'a person']);
    await clock.advance(60_000);
    assert.deepEqual(went, ['background', 'a person', 'more background']);
  });

  it('keeps no more than five calls for persons, however many there are', async () => {
    const { clock, budget } = start();
    const large = phareWith({ budget: { classes: [{ id: 'all', calls: 1000, perSeconds: 60 }] } });
    for (let call = 0; call < 995; call += 1) await budget.spend(connection, large, undefined, { background: true });
    let went = 0;
    void budget.spend(connection, large, undefined, { background: true }).then(() => (went += 1));
    await clock.advance(59_999);
    assert.equal(went, 0);
    await clock.advance(1);
    assert.equal(went, 1);
  });

  it('lets the background go where the service allows no more than five calls', async () => {
    const { clock, budget } = start();
    const small = phareWith({ budget: { classes: [{ id: 'all', calls: 2, perSeconds: 1 }] } });
    await budget.spend(connection, small, undefined, { background: true });
    let done = false;
    void budget.spend(connection, small, undefined, { background: true }).then(() => (done = true));
    await clock.advance(1000);
    assert.ok(done);
  });

  it('counts nothing for a wait that is cancelled, and leaves no timer', async () => {
    const { clock, spend, spendMany, remaining } = start();
    await spendMany(10);
    const controller = new AbortController();
    const waiting = spend('cancelled', { signal: controller.signal });
    await settled();
    assert.equal(clock.waiting, 1);
    controller.abort();
    await assert.rejects(waiting, { name: 'AbortError' });
    assert.equal(clock.waiting, 0);
    await clock.advance(60_000);
    assert.equal(remaining().calls, 10);
    await assert.rejects(spend('too late', { signal: controller.signal }), { name: 'AbortError' });
    assert.equal(remaining().calls, 10);
  });

  it('waits for Retry-After and the second that the service cuts off', async () => {
    const { clock, spend, went, refuse, remaining } = start();
    refuse('20');
    assert.deepEqual(remaining(), { calls: 0, perSeconds: 60, resetsInMs: 21_000, estimated: true });
    void spend('next');
    await clock.advance(20_999);
    assert.deepEqual(went, []);
    await clock.advance(1);
    assert.deepEqual(went, ['next']);
  });

  it('waits until a date by the clock of the service, whatever this machine’s says', () => {
    const { budget, remaining } = start();
    const headers = { date: 'Thu, 01 Jan 2026 01:00:00 GMT', 'retry-after': 'Thu, 01 Jan 2026 01:00:20 GMT' };
    budget.observe(connection, definition, undefined, 429, new Headers(headers));
    assert.equal(remaining().resetsInMs, 21_000);
  });

  it('waits a whole window where a 429 names no time', () => {
    const { refuse, remaining } = start();
    refuse();
    assert.equal(remaining().resetsInMs, 61_000);
  });

  it('waits again for what began to wait before the 429', async () => {
    const { clock, spend, went, spendMany, refuse } = start();
    await spendMany(10);
    void spend('next');
    await clock.advance(59_000);
    refuse('30');
    await clock.advance(1000);
    assert.deepEqual(went, []);
    await clock.advance(30_000);
    assert.deepEqual(went, ['next']);
  });

  it('learns nothing from other answers', () => {
    const { budget, remaining } = start();
    for (const status of [200, 401, 403, 503]) {
      budget.observe(connection, definition, undefined, status, new Headers({ 'retry-after': '20' }));
    }
    assert.equal(remaining().calls, 10);
  });

  it('counts the connections to one address together, others apart', async () => {
    const { spend, budget, remaining } = start();
    await spend('same', {}, sampleConnection({ id: 'two' }));
    await spend('other', {}, sampleConnection({ id: 'three', baseUrl: 'http://127.0.0.1:4000' }));
    await spend('another service', {}, sampleConnection({ id: 'four', service: 'else' }));
    assert.equal(remaining().calls, 9);
    assert.equal(budget.remaining(sampleConnection({ baseUrl: 'http://127.0.0.1:4000' }), definition).calls, 9);
  });

  it('waits no longer for a clock that was set back', async () => {
    const { clock, spend, spendMany, went, refuse, remaining } = start();
    const hour = 3_600_000;
    await spendMany(10);
    await clock.advance(20_000);
    clock.setBack(hour);
    assert.equal(remaining().resetsInMs, 60_000);
    void spend('next');
    await clock.advance(60_000);
    assert.deepEqual(went, ['next']);
    refuse('20');
    clock.setBack(hour);
    assert.equal(remaining().resetsInMs, 21_000);
    await clock.advance(21_000);
    assert.equal(remaining().calls, 9);
  });

  it('never waits where no limit is known', async () => {
    const { budget } = start();
    for (let call = 0; call < 1000; call += 1)
      await budget.spend(connection, unlimited, undefined, { background: true });
    assert.equal(budget.remaining(connection, unlimited).calls, Number.POSITIVE_INFINITY);
  });
});

describe('retryAfterMs', () => {
  const now = Date.UTC(2026, 0, 1);
  const values: readonly (readonly [string | null, number | undefined])[] = [
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['0', 0],
    ['20', 20_000],
    [' 1.5 ', 1500],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['30, 45', 45_000],
    ['2026-01-01T00:00:30Z', 30_000],
    ['-5', undefined],
    ['+5', undefined],
    ['soon 5', undefined],
    ['99999999999', 86_400_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400_000],
  ];
  for (const [value, expected] of values) {
    it(`reads ${JSON.stringify(value)} as ${expected ?? 'nothing'}`, () => {
      assert.equal(retryAfterMs(value, now), expected);
    });
  }
});
