import assert from 'node:assert/strict';
import type { SharedLedger } from '../../../src/client/budget.ts';
import { MemoryLedgers } from '../../support/budget.ts';
import { type PracticeFlare, identifiers, startPracticeFlare, tenants } from '../../support/flareDesk.ts';
import { settled } from '../../support/manualClock.ts';

describe('Several windows with one key', () => {
  let practice: PracticeFlare;
  before(async () => {
    practice = await startPracticeFlare({ perSecond: 4 });
  });
  after(() => practice.stop());
  beforeEach(async () => {
    practice.flare.control.reset();
    await practice.clock.advance(60_000);
  });

  /** As slow as files are: others see what was told a little later. */
  const slow = (ledger: SharedLedger): SharedLedger => ({
    async others(account) {
      await settled();
      return ledger.others(account);
    },
    async publish(account, spending) {
      const copy = { ...spending, sent: [...spending.sent] };
      await settled();
      await ledger.publish(account, copy);
    },
  });

  const sendAll = async (how: (ledger: SharedLedger) => SharedLedger) => {
    const ledgers = new MemoryLedgers();
    const names = ['first', 'second', 'third'];
    const open = (name: string, index: number) =>
      practice.open({ ledger: how(ledgers.window(name)), behindOthersMs: index * 80 });
    const desks = await Promise.all(names.map(open));
    const calls = desks.flatMap((desk) => [
      ...Array.from({ length: 8 }, () => desk.send({ path: identifiers, project: tenants.bank })),
      ...Array.from({ length: 8 }, () =>
        desk.bearings.resources.list(desk.connection.id, identifiers, { project: tenants.bank }),
      ),
    ]);
    await practice.patience.until(Promise.all<unknown>(calls));
    return practice.flare.control.requests.map(({ status }) => status);
  };

  it('are refused nothing by the documented limit, where they hear of each other at once', async () => {
    const statuses = await sendAll((ledger) => ledger);
    assert.equal(statuses.length, 51);
    assert.ok(
      statuses.every((status) => status === 200),
      statuses.join(),
    );
  });

  it('go over the limit at the very start at most, where they hear of each other late', async () => {
    const statuses = await sendAll(slow);
    const refused = statuses.filter((status) => status === 429).length;
    assert.ok(refused <= 8, `${refused} of ${statuses.length} refused`);
    assert.ok(statuses.lastIndexOf(429) < 15, statuses.join());
  });
});
