import assert from 'node:assert/strict';
import type { Failure } from '../../src/client/exchange.ts';
import type { Fault, Reply } from '../support/faultServer.ts';
import { run } from './support/run.ts';

const exchangeRefused = (reply: Reply): readonly Fault[] => [{ hits: ({ kind }) => kind === 'exchange', reply }];
const html = { 'content-type': 'text/html' };

describe('What mends a refusal', () => {
  describe('is offered where a key is not exchanged for a token, as the request itself was not sent', () => {
    const replies: readonly (readonly [string, string, Reply])[] = [
      ['rate-limited', 'bearings.sendLater', { status: 429, headers: { 'retry-after': '30' } }],
      ['rate-limited', 'bearings.sendAgain', { status: 429 }],
      ['service-down', 'bearings.sendAgain', { status: 503, body: { message: 'Down' } }],
      [
        'wrong-address',
        'bearings.sendAgain',
        { status: 404, headers: html, body: '<!doctype html><title>Nothing</title>' },
      ],
    ];
    for (const [cause, command, reply] of replies) {
      it(`${cause}: ${command}`, async () => {
        const { offline } = await run({ service: 'flare', name: cause, faults: exchangeRefused(reply) });
        assert.equal(offline[0]?.cause, cause);
        assert.ok(offline[0].actions.some((action) => action.command === command));
      });
    }

    const failures: readonly Failure[] = [
      { kind: 'timeout', message: 'No answer within 30 s.' },
      { kind: 'reset', message: 'The connection was closed.' },
      { kind: 'refused', message: 'Nothing listens there.' },
    ];
    for (const failure of failures) {
      it(`network: ${failure.kind}`, async () => {
        const { offline } = await run({ service: 'flare', name: failure.kind, failure });
        assert.equal(offline[0]?.cause, 'network');
        assert.ok(offline[0].actions.some(({ command }) => command === 'bearings.sendAgain'));
      });
    }
  });

  it('is no second write', async () => {
    const faults: readonly Fault[] = [{ hits: ({ kind }) => kind === 'write', reply: { status: 503 } }];
    const draft = { method: 'POST', path: '/uptime/monitors', body: '{}' };
    const { offline } = await run({ service: 'phare', name: 'a write', faults, draft });
    assert.equal(offline[0]?.cause, 'service-down');
    assert.deepEqual(offline[0].actions, []);
  });

  it('is a new token and the request again, where the clock that made the token was wrong', async () => {
    const faults: readonly Fault[] = [
      {
        hits: ({ kind }) => kind === 'read',
        reply: { status: 401, body: { error: { code: 'X', message: 'The token was issued in the future' } } },
      },
    ];
    const { offline } = await run({ service: 'flare', name: 'clock', faults });
    assert.equal(offline[0]?.cause, 'clock-skew');
    assert.deepEqual(
      offline[0].actions.map(({ command }) => command),
      ['bearings.renewToken', 'bearings.sendAgain'],
    );
  });
});
