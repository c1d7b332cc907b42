import assert from 'node:assert/strict';
import { delay, systemClock } from '../../../src/base/clock.ts';
import { DisposableStore, toDisposable } from '../../../src/base/disposable.ts';
import { Emitter } from '../../../src/base/event.ts';
import { Secret, endingOf } from '../../../src/base/secret.ts';
import { count, sentenceList, singleLine } from '../../../src/base/text.ts';
import { ManualClock, settled } from '../../support/manualClock.ts';

describe('Secret', () => {
  const secret = new Secret('pha_org_practice_owner');

  it('shows its last four characters at most, however it is printed', async () => {
    const { inspect } = await import('node:util');
    const printed = [
      secret.toString(),
      JSON.stringify({ secret }),
      inspect(secret, { showHidden: true, depth: 9 }),
      String([secret]),
    ];
    for (const text of printed) assert.ok(!text.includes('practice'), text);
    assert.equal(secret.mask, '…wner');
    assert.equal(secret.reveal(), 'pha_org_practice_owner');
  });

  it('shows nothing of a short one', () => {
    assert.equal(new Secret('hunter2').mask, '…');
    assert.equal(endingOf('elevenchars'), '');
    assert.equal(endingOf('twelve_chars'), 'hars');
  });
});

describe('The system clock', () => {
  it('runs nothing at once that is further off than a timer can hold, and can be stopped', async () => {
    let ran = false;
    const far = systemClock.schedule(30 * 86_400_000, () => (ran = true));
    await delay(systemClock, 20);
    assert.equal(ran, false);
    far.dispose();
  });
});

describe('DisposableStore', () => {
  it('disposes of the last added first, each once, and of late comers at once', () => {
    const order: string[] = [];
    const store = new DisposableStore();
    for (const name of ['a', 'b', 'c']) store.add(toDisposable(() => order.push(name)));
    store.dispose();
    store.dispose();
    store.add(toDisposable(() => order.push('late')));
    assert.deepEqual(order, ['c', 'b', 'a', 'late']);
  });

  it('disposes of the others when one fails, and tells of the failure', () => {
    const order: string[] = [];
    const store = new DisposableStore();
    store.add(toDisposable(() => order.push('a')));
    store.add(
      toDisposable(() => {
        throw new Error('stuck');
      }),
    );
    store.add(toDisposable(() => order.push('c')));
    assert.throws(() => store.dispose(), /stuck/u);
    assert.deepEqual(order, ['c', 'a']);
  });
});

describe('Emitter', () => {
  it('calls listeners in the order of subscription until they leave', () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    const first = emitter.event((value) => heard.push(`first ${value}`));
    emitter.event((value) => heard.push(`second ${value}`));
    emitter.fire(1);
    first.dispose();
    emitter.fire(2);
    emitter.dispose();
    emitter.fire(3);
    assert.deepEqual(heard, ['first 1', 'second 1', 'second 2']);
  });

  it('takes one function twice as two subscriptions', () => {
    const emitter = new Emitter<void>();
    let calls = 0;
    const listener = () => (calls += 1);
    const one = emitter.event(listener);
    emitter.event(listener);
    emitter.fire();
    one.dispose();
    emitter.fire();
    assert.equal(calls, 3);
  });

  it('does not call during a round who joined in it, nor who left in it', () => {
    const emitter = new Emitter<void>();
    const heard: string[] = [];
    emitter.event(() => {
      heard.push('first');
      second.dispose();
      emitter.event(() => heard.push('late'));
    });
    const second = emitter.event(() => heard.push('second'));
    emitter.fire();
    assert.deepEqual(heard, ['first']);
  });

  it('calls the others when a listener throws, does not throw itself, and does not swallow the error', () => {
    const emitter = new Emitter<void>();
    let calls = 0;
    emitter.event(() => {
      throw new Error('a view is broken');
    });
    emitter.event(() => (calls += 1));
    const { queueMicrotask: original } = globalThis;
    const queued: (() => void)[] = [];
    globalThis.queueMicrotask = (run) => queued.push(run);
    try {
      emitter.fire();
    } finally {
      globalThis.queueMicrotask = original;
    }
    assert.equal(calls, 1);
    assert.throws(() => queued[0]?.(), /a view is broken/u);
  });
});

describe('delay', () => {
  it('resolves when its time has come', async () => {
    const clock = new ManualClock();
    let done = false;
    void delay(clock, 1000).then(() => (done = true));
    await clock.advance(999);
    assert.equal(done, false);
    await clock.advance(1);
    assert.equal(done, true);
  });

  it('rejects with the reason of the signal, before and while it waits, and leaves no timer', async () => {
    const clock = new ManualClock();
    await assert.rejects(delay(clock, 1000, AbortSignal.abort(new Error('before'))), /before/u);
    const controller = new AbortController();
    const waiting = delay(clock, 1000, controller.signal);
    await settled();
    controller.abort(new Error('while'));
    await assert.rejects(waiting, /while/u);
    assert.equal(clock.waiting, 0);
  });
});

describe('singleLine', () => {
  const lines: readonly (readonly [string, string, string])[] = [
    ['line breaks and tabs', ' a\r\n\tb ', 'a b'],
    ['escape sequences', 'a\u001b[31mb\u0007', 'a [31mb'],
    ['right-to-left overrides', 'gnp\u202eexe.\u202c', 'gnpexe.'],
    ['isolates and marks', '\u2066a\u2069\u200f\u200e\u061cb', 'ab'],
    ['zero-width characters', 'a\u200b\u200d\ufeffb', 'ab'],
    ['line and paragraph separators', 'a\u2028b\u2029c', 'a b c'],
    ['invisible tags and soft hyphens', 'a\u{e0041}\u{e0042}\u00adb', 'ab'],
    ['half characters', 'a\ud83db', 'a\ufffdb'],
  ];
  for (const [name, text, expected] of lines) {
    it(`takes out ${name}`, () => assert.equal(singleLine(text), expected));
  }

  it('cuts long text by whole characters', () => {
    assert.equal(singleLine('🔑'.repeat(300), 10), `${'🔑'.repeat(9)}…`);
    assert.equal(singleLine('a'.repeat(10), 10), 'a'.repeat(10));
    assert.equal([...singleLine('a'.repeat(1_000_000))].length, 200);
  });
});

describe('words for numbers and lists', () => {
  it('counts', () => {
    assert.equal(count(1, 'call'), '1 call');
    assert.equal(count(2, 'call'), '2 calls');
    assert.equal(count(0, 'entry', 'entries'), '0 entries');
  });

  it('joins', () => {
    assert.equal(sentenceList([]), '');
    assert.equal(sentenceList(['a']), 'a');
    assert.equal(sentenceList(['a', 'b', 'c']), 'a, b and c');
  });
});
