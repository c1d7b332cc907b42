import { type Disposable, toDisposable } from './disposable.ts';

/** The time, behind a port so that tests own it. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Runs a function once after so many milliseconds, unless it is disposed of before. */
  schedule(milliseconds: number, run: () => void): Disposable;
}

/** Some 24 days. A timer that is asked for more runs at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(milliseconds, run) {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (left: number) => {
      const rest = left - LONGEST_TIMER_MS;
      timer = rest > 0 ? setTimeout(() => wait(rest), LONGEST_TIMER_MS) : setTimeout(run, left);
    };
    wait(milliseconds);
    return toDisposable(() => clearTimeout(timer));
  },
};

/**
 * Resolves after so many milliseconds.
 * @throws the signal's reason as soon as it is aborted.
 */
export function delay(clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const timer = clock.schedule(milliseconds, () => {
      signal?.removeEventListener('abort', abort);
      resolve();
    });
    const abort = () => {
      timer.dispose();
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', abort, { once: true });
  });
}
