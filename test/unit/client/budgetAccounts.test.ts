import assert from 'node:assert/strict';
import type { SharedLedger } from '../../../src/client/budget.ts';
import { builtInServices } from '../../../src/services/registry.ts';
import { MemoryLedgers, budgetOf } from '../../support/budget.ts';
import { ManualClock, settled } from '../../support/manualClock.ts';
import { sampleConnection } from '../../support/samples.ts';

const flare = builtInServices().get('flare');
const phare = builtInServices().get('phare');
const wellows = builtInServices().get('wellows');
const person = { background: false };
const background = { background: true };
const connection = (id = 'one', service = 'flare') =>
  sampleConnection({ id, service, baseUrl: 'https://api.flare.io' });

describe('The classes of a budget', () => {
  it('count apart: searches leave the rest as it was, and the other way round', async () => {
    const clock = new ManualClock();
    const budget = budgetOf(clock);
    const left = (name?: string) => budget.remaining(connection(), flare, name).calls;
    await budget.spend(connection(), flare, 'search', person);
    assert.deepEqual([left('search'), left('basic'), left()], [0, 4, 4]);
    for (let call = 0; call < 4; call += 1) await budget.spend(connection(), flare, undefined, person);
    assert.deepEqual([left('search'), left('basic'), left()], [0, 0, 0]);
    const went: string[] = [];
    for (const name of ['basic', 'search'])
      void budget.spend(connection(), flare, name, person).then(() => went.push(name));
    await clock.advance(999);
    assert.deepEqual(went, []);
    await clock.advance(1);
    assert.deepEqual(new Set(went), new Set(['basic', 'search']));
  });

  it('are blocked apart by a 429, for as long as the service advises where no header says', async () => {
    const clock = new ManualClock();
    const budget = budgetOf(clock);
    budget.observe(connection(), flare, 'search', 429, new Headers());
    assert.equal(budget.remaining(connection(), flare, 'search').resetsInMs, 10_000);
    assert.equal(budget.remaining(connection(), flare, 'basic').calls, 4);
    let went = false;
    void budget.spend(connection(), flare, 'search', person).then(() => (went = true));
    await clock.advance(9999);
    assert.equal(went, false);
    await clock.advance(1);
    assert.ok(went);
  });

  it('learn from a 429 where no limit is known either, and wait a minute where nothing says how long', async () => {
    const clock = new ManualClock();
    const budget = budgetOf(clock);
    for (let call = 0; call < 500; call += 1)
      await budget.spend(connection('a', 'wellows'), wellows, undefined, background);
    assert.equal(budget.remaining(connection('a', 'wellows'), wellows).calls, Number.POSITIVE_INFINITY);
    budget.observe(connection('a', 'wellows'), wellows, undefined, 429, new Headers());
    assert.equal(budget.remaining(connection('a', 'wellows'), wellows).resetsInMs, 60_000);
    budget.observe(connection('a', 'wellows'), wellows, undefined, 429, new Headers({ 'retry-after': '90' }));
    assert.equal(budget.remaining(connection('a', 'wellows'), wellows).resetsInMs, 90_000);
    await clock.advance(90_000);
    await budget.spend(connection('a', 'wellows'), wellows, undefined, person);
  });
});

describe('What a service tells of its limit', () => {
  const heard = (remaining: number, reset: number) =>
    new Headers({ 'x-ratelimit-remaining': String(remaining), 'x-ratelimit-reset': String(reset) });
  const start = () => {
    const clock = new ManualClock();
    const budget = budgetOf(clock);
    const one = connection('one', 'wellows');
    return { clock, budget, one, left: () => budget.remaining(one, wellows).calls };
  };

  it('is believed until its time is over, and counted down meanwhile', async () => {
    const { clock, budget, one, left } = start();
    budget.observe(one, wellows, undefined, 200, heard(2, 30));
    assert.equal(left(), 2);
    await budget.spend(one, wellows, undefined, person);
    await budget.spend(one, wellows, undefined, person);
    assert.equal(left(), 0);
    let went = false;
    void budget.spend(one, wellows, undefined, person).then(() => (went = true));
    await clock.advance(29_999);
    assert.equal(went, false);
    await clock.advance(1);
    assert.ok(went);
    assert.equal(left(), Number.POSITIVE_INFINITY);
  });

  it('never allows more than the documented limit', async () => {
    const { budget } = start();
    const one = connection('one', 'phare');
    budget.observe(one, phare, undefined, 200, heard(100_000, 30));
    assert.equal(budget.remaining(one, phare).calls, 100);
    budget.observe(one, phare, undefined, 200, heard(3, 30));
    assert.equal(budget.remaining(one, phare).calls, 3);
  });
});

describe('The account of an organization', () => {
  it('is shared by its keys and kept from those of others, once it is known', async () => {
    const organizations: Record<string, string> = {};
    const budget = budgetOf(new ManualClock(), (id) => organizations[id]);
    const left = (id: string) => budget.remaining(connection(id), flare).calls;
    await budget.spend(connection('owner'), flare, undefined, person);
    assert.deepEqual([left('owner'), left('analyst'), left('stranger')], [3, 3, 3], 'they may all be of one');
    Object.assign(organizations, { owner: 'first', analyst: 'first', stranger: 'second' });
    await budget.spend(connection('owner'), flare, undefined, person);
    assert.deepEqual([left('owner'), left('analyst')], [2, 2]);
    assert.equal(left('stranger'), 3, 'what was spent before may have been its own');
  });

  it('takes over the wait of the time when it was not known', () => {
    let organization: string | undefined;
    const budget = budgetOf(new ManualClock(), () => organization);
    budget.observe(connection(), flare, undefined, 429, new Headers());
    organization = 'first';
    assert.equal(budget.remaining(connection(), flare).calls, 0);
  });
});

describe('The windows of one VS Code', () => {
  const open = () => {
    const clock = new ManualClock();
    const ledgers = new MemoryLedgers();
    const window = (name: string) => budgetOf(clock, undefined, ledgers.window(name));
    return { clock, first: window('first'), second: window('second') };
  };

  it('spend from one budget', async () => {
    const { clock, first, second } = open();
    for (let call = 0; call < 3; call += 1) await first.spend(connection(), flare, undefined, person);
    await second.spend(connection(), flare, undefined, person);
    let went = 0;
    for (const budget of [first, second])
      void budget.spend(connection(), flare, undefined, person).then(() => (went += 1));
    await settled();
    assert.equal(went, 0);
    await clock.advance(1000);
    assert.equal(went, 2);
  });

  it('wait together after a 429 of one', async () => {
    const { clock, first, second } = open();
    await second.spend(connection(), flare, undefined, person);
    first.observe(connection(), flare, undefined, 429, new Headers({ 'retry-after': '5' }));
    await settled();
    let went = false;
    void second.spend(connection(), flare, undefined, person).then(() => (went = true));
    await clock.advance(4999);
    assert.equal(went, false);
    await clock.advance(1);
    assert.ok(went);
  });

  it('hear nothing of what another wrote before the clock was set back', async () => {
    const { clock, first, second } = open();
    for (let call = 0; call < 4; call += 1) await first.spend(connection(), flare, undefined, person);
    first.observe(connection(), flare, undefined, 429, new Headers({ 'retry-after': '60' }));
    await settled();
    clock.setBack(3_600_000);
    await second.spend(connection(), flare, undefined, person);
    assert.equal(second.remaining(connection(), flare).calls, 3);
  });

  it('keep searches and the rest apart from each other, and services too', async () => {
    const { first, second } = open();
    await first.spend(connection(), flare, 'search', person);
    await second.spend(connection(), flare, 'basic', person);
    await second.spend(connection('two', 'phare'), phare, undefined, person);
    assert.equal(second.remaining(connection(), flare, 'basic').calls, 3);
  });

  it('go on when the ledger cannot be read or written', async () => {
    const broken: SharedLedger = {
      others: () => Promise.reject(new Error('the disk is gone')),
      publish: () => Promise.reject(new Error('the disk is gone')),
    };
    const budget = budgetOf(new ManualClock(), undefined, broken);
    await budget.spend(connection(), flare, undefined, person);
    budget.observe(connection(), flare, undefined, 429, new Headers());
    await settled();
    assert.equal(budget.remaining(connection(), flare).calls, 0);
  });
});

describe('Background calls', () => {
  it('wait while persons wait, and go when those have gone', async () => {
    const clock = new ManualClock();
    const budget = budgetOf(clock);
    for (let call = 0; call < 4; call += 1) await budget.spend(connection(), flare, undefined, person);
    const went: string[] = [];
    const go = (name: string, request: typeof person) =>
      void budget.spend(connection(), flare, undefined, request).then(() => went.push(name));
    for (const name of ['b1', 'b2', 'b3']) go(name, background);
    await settled();
    for (const name of ['p1', 'p2', 'p3']) go(name, person);
    await settled();
    await clock.advance(1000);
    assert.deepEqual(went.filter((name) => name.startsWith('p')).length, 3);
    assert.ok(went.length <= 4, went.join());
    await clock.advance(2000);
    assert.equal(went.length, 6);
  });
});
