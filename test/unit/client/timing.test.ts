import assert from 'node:assert/strict';
import { TimeSum } from '../../../src/client/timing.ts';

describe('TimeSum', () => {
  it('tells nothing where nothing was sent', () => {
    const sum = new TimeSum();
    sum.waited(5);
    assert.equal(sum.timing, undefined);
  });

  it('adds up waits, exchanges of the key and requests', () => {
    const sum = new TimeSum();
    sum.waited(5);
    sum.exchanged(40);
    sum.waited(7);
    sum.sent(60, { connectMs: 10, firstByteMs: 30, bodyMs: 20 });
    sum.sent(6, { connectMs: 0, firstByteMs: 4, bodyMs: 2 });
    assert.deepEqual(sum.timing, { waitedMs: 12, tokenMs: 40, connectMs: 10, firstByteMs: 34, bodyMs: 22 });
  });

  it('leaves connecting out as soon as it is unknown once, and loses no time by it', () => {
    for (const order of [0, 1]) {
      const sum = new TimeSum();
      const known = () => sum.sent(60, { connectMs: 10, firstByteMs: 30, bodyMs: 20 });
      if (order === 0) known();
      sum.sent(10, { connectMs: undefined, firstByteMs: 7, bodyMs: 3 });
      if (order === 1) known();
      assert.deepEqual(sum.timing, { waitedMs: 0, firstByteMs: 47, bodyMs: 23 });
    }
  });

  it('takes a time of which no parts are known for the wait for the answer', () => {
    const sum = new TimeSum();
    sum.sent(9, undefined);
    assert.deepEqual(sum.timing, { waitedMs: 0, firstByteMs: 9, bodyMs: 0 });
  });

  it('tells of an exchange of the key alone where the request itself was not sent', () => {
    const sum = new TimeSum();
    sum.exchanged(9);
    assert.deepEqual(sum.timing, { waitedMs: 0, tokenMs: 9 });
  });
});
