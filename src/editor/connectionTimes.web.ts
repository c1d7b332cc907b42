import { type ConnectionTimes, unknownConnectionTimes } from '../client/timing.ts';

/** A browser sends streams over HTTP/2 alone. */
export const sendsStreams = false;

/** A browser does not tell an extension how long connecting took. */
export class HeardConnectionTimes implements ConnectionTimes {
  follow<T>(send: () => Promise<T>): ReturnType<typeof unknownConnectionTimes.follow<T>> {
    return unknownConnectionTimes.follow(send);
  }
}
