import assert from 'node:assert/strict';
import { FixedWindowBudget } from '../../../src/practice/shared/budget.ts';
import { type PracticePhare, startPracticePhare } from '../../support/practice.ts';

describe('the practice Phare: budget', () => {
  let phare: PracticePhare;
  let now = 0;
  before(async () => {
    phare = await startPracticePhare({ now: () => now, callsPerMinute: 3 });
  });
  beforeEach(() => {
    now = 1_000_000;
    phare.control.reset();
  });
  after(() => phare.stop());

  async function spend(calls: number): Promise<void> {
    for (let call = 0; call < calls; call += 1) assert.equal((await phare.send('GET', '/')).status, 200);
  }

  it('allows 100 calls a minute unless told otherwise', async () => {
    const standard = await startPracticePhare({ now: () => now, callsPerMinute: 100 });
    try {
      for (let call = 0; call < 100; call += 1) assert.equal((await standard.send('GET', '/')).status, 200);
      assert.equal((await standard.send('GET', '/')).status, 429);
    } finally {
      await standard.stop();
    }
  });

  it('shares the budget among the keys of an organization, and no further', async () => {
    await spend(2);
    assert.equal((await phare.send('GET', '/', { key: 'project' })).status, 200);
    const refused = await phare.send('GET', '/', { key: 'readOnly' });
    assert.equal(refused.status, 429);
    assert.deepEqual(refused.value, { message: 'Too Many Attempts.' });
    assert.equal((await phare.send('GET', '/', { key: 'secondOwner' })).status, 200);
  });

  for (const [passed, seconds] of [
    [0, '60'],
    [1, '59'],
    [30_500, '29'],
    [59_000, '1'],
    [59_001, '0'],
    [59_999, '0'],
  ] as const) {
    it(`rounds down: ${passed} ms into the window Retry-After is ${seconds}`, async () => {
      await spend(3);
      now += passed;
      const refused = await phare.send('GET', '/');
      assert.equal(refused.status, 429);
      assert.equal(refused.headers.get('retry-after'), seconds);
    });
  }

  it('opens the next window a minute after the first call, refused calls or not', async () => {
    await spend(3);
    now += 59_999;
    assert.equal((await phare.send('GET', '/')).status, 429);
    now += 1;
    await spend(3);
    assert.equal((await phare.send('GET', '/')).status, 429);
  });

  it('counts refusals of its own, but not calls of strangers', async () => {
    await phare.send('GET', '/', { key: 'pha_org_nobody' });
    assert.equal((await phare.send('GET', '/nowhere')).status, 404);
    assert.equal((await phare.send('GET', '/projects', { key: 'uptimeOnly' })).status, 403);
    await spend(1);
    assert.equal((await phare.send('GET', '/')).status, 429);
  });

  it('says nothing of permissions while the budget is used up', async () => {
    await spend(3);
    assert.equal((await phare.send('GET', '/projects', { key: 'uptimeOnly' })).status, 429);
  });

  it('starts anew when refilled', async () => {
    await spend(3);
    phare.control.refill();
    await spend(3);
  });

  it('does not lock up when the clock is set back', () => {
    const budget = new FixedWindowBudget(1, 60_000, () => now);
    assert.deepEqual(budget.take(), { allowed: true, remaining: 0 });
    now -= 3_600_000;
    assert.equal(budget.take().allowed, true);
  });

  for (const [body, text] of [
    ['empty', ''],
    ['html', '<h1>429 Too Many Requests</h1>'],
  ] as const) {
    it(`can answer 429 with ${body} in place of a message`, async () => {
      phare.control.variant('too-many-body', body);
      await spend(3);
      const refused = await phare.send('GET', '/');
      assert.equal(refused.status, 429);
      assert.equal(refused.text, text);
      assert.equal(refused.headers.get('retry-after'), '60');
    });
  }

  it('tells what remains only where that variant is chosen', async () => {
    assert.equal((await phare.send('GET', '/')).headers.get('x-ratelimit-remaining'), null);
    phare.control.variant('rate-limit-headers', 'x-ratelimit');
    const answer = await phare.send('GET', '/');
    assert.equal(answer.headers.get('x-ratelimit-limit'), '3');
    assert.equal(answer.headers.get('x-ratelimit-remaining'), '1');
  });
});
