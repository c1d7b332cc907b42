import assert from 'node:assert/strict';
import fc from 'fast-check';
import { retryAfterMs } from '../../src/client/rateHeaders.ts';
import { budgetOf } from '../support/budget.ts';
import { ManualClock } from '../support/manualClock.ts';
import { phareWith, sampleConnection } from '../support/samples.ts';

const calls = 7;
const perSeconds = 10;
const definition = phareWith({ budget: { classes: [{ id: 'all', calls, perSeconds }] } });

describe('Budget', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constantFrom('person', 'background', 'cancelled' as const) }),
    fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.integer({ min: 0, max: 15_000 }) }),
    fc.record({ kind: fc.constant('refused' as const), seconds: fc.integer({ min: 0, max: 20 }) }),
  );

  it('lets no more calls out in any window than allowed, none while refused, and all in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const clock = new ManualClock(0);
        const budget = budgetOf(clock);
        const connection = sampleConnection();
        const went: number[] = [];
        const refusals: { from: number; to: number }[] = [];
        let asked = 0;
        for (const current of steps) {
          if (current.kind === 'wait') {
            await clock.advance(current.milliseconds);
          } else if (current.kind === 'refused') {
            refusals.push({ from: clock.now(), to: clock.now() + current.seconds * 1000 });
            budget.observe(
              connection,
              definition,
              undefined,
              429,
              new Headers({ 'retry-after': `${current.seconds}` }),
            );
          } else if (current.kind === 'cancelled') {
            const controller = new AbortController();
            const waits: number[] = [];
            const { signal } = controller;
            const spending = budget.spend(connection, definition, undefined, {
              background: false,
              signal,
              onWait: (wait) => waits.push(wait),
            });
            await clock.advance(0);
            controller.abort();
            await spending.then(
              () => {
                asked += 1;
                went.push(clock.now());
              },
              () => assert.ok(waits.length > 0),
            );
          } else {
            asked += 1;
            void budget
              .spend(connection, definition, undefined, { background: current.kind === 'background' })
              .then(() => went.push(clock.now()));
            await clock.advance(0);
          }
        }
        // The last refusal replaces those before it, so only that one surely held.
        const last = refusals.at(-1);
        await clock.advance(10 * 60_000);
        assert.equal(went.length, asked);
        assert.equal(clock.waiting, 0);
        for (const [index, time] of went.entries()) {
          const earlier = went[index - calls];
          assert.ok(earlier === undefined || time - earlier >= perSeconds * 1000, `${earlier} and ${time}`);
          assert.ok(!last || time <= last.from || time >= last.to, `${time} while refused`);
        }
        assert.equal(budget.remaining(connection, definition).calls, calls);
      }),
      { numRuns: 150 },
    );
  });
});

describe('retryAfterMs', () => {
  it('is never below nothing, nor above a day', () => {
    const values = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    fc.assert(
      fc.property(values, (value) => {
        const wait = retryAfterMs(value, Date.UTC(2026, 0, 1));
        assert.ok(wait === undefined || (wait >= 0 && wait <= 86_400_000), `${wait}`);
      }),
      { numRuns: 1000 },
    );
  });
});
