import assert from 'node:assert/strict';
import { type HeardLimit, heardLimit } from '../../../src/client/rateHeaders.ts';

const now = Date.UTC(2026, 9, 4);
const inSeconds = (remaining: number, seconds: number): HeardLimit => ({ remaining, until: now + seconds * 1000 });
const epoch = Math.floor(now / 1000);

/** Every spelling that is in use, and what must not be taken for one. */
const spellings: readonly (readonly [Readonly<Record<string, string>>, HeardLimit | undefined])[] = [
  [{ RateLimit: '"default";r=50;t=30' }, inSeconds(50, 30)],
  [{ RateLimit: '"default";t=30;r=50' }, inSeconds(50, 30)],
  [{ RateLimit: '"default"; r=0; t=5' }, inSeconds(0, 5)],
  [{ RateLimit: 'limit=100, remaining=50, reset=30' }, inSeconds(50, 30)],
  [{ RateLimit: 'limit=100,remaining=50,reset=30' }, inSeconds(50, 30)],
  [{ RateLimit: 'remaining=7, reset=1' }, inSeconds(7, 1)],
  [{ 'RateLimit-Remaining': '12', 'RateLimit-Reset': '9', 'RateLimit-Limit': '100' }, inSeconds(12, 9)],
  [{ 'X-RateLimit-Remaining': '12', 'X-RateLimit-Reset': '9' }, inSeconds(12, 9)],
  [{ 'X-RateLimit-Remaining': '3', 'X-RateLimit-Reset': String(epoch + 20) }, inSeconds(3, 20)],
  [{ 'RateLimit-Remaining': ' 4 ', 'X-RateLimit-Reset': '2' }, inSeconds(4, 2)],
  [{ 'RateLimit-Remaining': '4;w=60', 'RateLimit-Reset': '2' }, inSeconds(4, 2)],
  [{}, undefined],
  [{ 'X-RateLimit-Remaining': '12' }, undefined],
  [{ 'X-RateLimit-Reset': '12' }, undefined],
  [{ 'X-RateLimit-Remaining': 'many', 'X-RateLimit-Reset': '9' }, undefined],
  [{ 'X-RateLimit-Remaining': '-1', 'X-RateLimit-Reset': '9' }, undefined],
  [{ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '0' }, undefined],
  [{ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(epoch - 1) }, undefined],
  [{ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String((epoch + 20) * 1000) }, inSeconds(0, 20)],
  [{ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '999999' }, undefined],
  [{ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '2026-10-04T00:00:20Z' }, inSeconds(0, 20)],
  [{ 'RateLimit-Remaining': '0', 'RateLimit-Reset': 'Sun, 04 Oct 2026 00:00:20 GMT' }, inSeconds(0, 20)],
  [{ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '2026-10-03T00:00:20Z' }, undefined],
  [{ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '2026-10-04' }, undefined],
  [{ RateLimit: 'limit=100;window=60' }, undefined],
  // By the clock of the service, whatever this machine's says.
  [
    { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(epoch + 3620), Date: 'Sun, 04 Oct 2026 01:00:00 GMT' },
    inSeconds(0, 20),
  ],
  [
    { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '20', Date: 'Sun, 04 Oct 2026 01:00:00 GMT' },
    inSeconds(0, 20),
  ],
];

describe('heardLimit', () => {
  for (const [headers, expected] of spellings) {
    it(`reads ${JSON.stringify(headers)} as ${expected ? `${expected.remaining} left` : 'nothing'}`, () => {
      assert.deepEqual(heardLimit(new Headers(headers), now), expected);
    });
  }
});
