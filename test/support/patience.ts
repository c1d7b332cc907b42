import { type Transport, fetchTransport } from '../../src/client/transport.ts';
import { type ManualClock, settled } from './manualClock.ts';

/** A real transport and a clock that moves only while nothing is on the wire, so that both ends see the same times. */
export interface Patience {
  readonly transport: Transport;
  /** Moves the clock from timer to timer until a promise settles. */
  until<T>(promise: Promise<T>): Promise<T>;
}

export function patience(clock: ManualClock): Patience {
  let onTheWire = 0;
  return {
    async transport(...parameters) {
      onTheWire += 1;
      try {
        return await fetchTransport(...parameters);
      } finally {
        onTheWire -= 1;
      }
    },
    async until(promise) {
      let done = false;
      const finish = () => {
        done = true;
      };
      promise.then(finish, finish);
      while (!done) {
        await settled();
        if (!done && onTheWire === 0 && clock.waiting > 0) await clock.toNext();
      }
      return promise;
    },
  };
}
