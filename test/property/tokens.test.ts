import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RawAnswer, Transport } from '../../src/client/transport.ts';
import { openDesk } from '../support/desk.ts';
import { amplePerSecond, servicesWith } from '../support/samples.ts';

const secrets = fc
  .stringMatching(/^[A-Za-z0-9_+/=.-]{16,40}$/u)
  .filter((rest) => !/\.{3}|x{8}|[_-]x{3}|^x{3}/iu.test(rest));

/** The shapes in which a server may send a secret back. */
const shapes = fc.constantFrom<(secret: string) => string>(
  (secret) => secret,
  (secret) => `Bearer ${secret}`,
  (secret) => secret.toUpperCase(),
  (secret) => encodeURIComponent(secret),
  (secret) => btoa(secret),
  (secret) => JSON.stringify({ token: secret, error: { message: `expired: ${secret}` } }),
);
const services = servicesWith('flare', { budget: amplePerSecond });
const echo = fc.record({ ofKey: shapes, ofToken: shapes, status: fc.constantFrom(200, 302, 401, 403, 429, 500) });

describe('an exchange with a key that is exchanged for tokens', () => {
  it('never holds the key nor any token, whatever the service sends back at whichever step', async () => {
    await fc.assert(
      fc.asyncProperty(
        secrets.map((rest) => `fw_${rest}`),
        fc.uniqueArray(secrets, { minLength: 2, maxLength: 2 }),
        fc.array(echo, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (key, tokens, echoes, isExchangeRefused) => {
          let asked = 0;
          let given = 0;
          const transport: Transport = (request): Promise<RawAnswer> => {
            const isExchange = request.url.pathname === '/tokens/generate';
            assert.equal(isExchange, request.headers.get('authorization') === key);
            const { ofKey, ofToken, status } = echoes[asked++ % echoes.length] as (typeof echoes)[number];
            const token = tokens[given % 2] ?? '';
            const body = `{"echo": ${JSON.stringify(ofKey(key) + ofToken(token))}, "token": ${JSON.stringify(token)}}`;
            if (isExchange && !isExchangeRefused) given += 1;
            const headers = new Headers({ 'x-echo': ofToken(token), location: `/${encodeURIComponent(ofKey(key))}` });
            const bytes = new TextEncoder().encode(body);
            const refusedExchange = isExchange && isExchangeRefused;
            return Promise.resolve({
              response: {
                status: isExchange && !refusedExchange ? 200 : status,
                headers,
                body: { bytes, truncated: false },
              },
              durationMs: 1,
            });
          };
          const desk = await openDesk('http://127.0.0.1:9', { services, service: 'flare', key, transport });
          const exchange = await desk.send({ path: '/firework/v2/me/tenants', headers: { 'X-Note': key } });
          assert.ok(exchange.callsSpent > 0, exchange.failure?.message);
          const texts = JSON.stringify([exchange, desk.diagnose(exchange)]).toLowerCase();
          // A token that the refused exchange only echoed was never held, so nothing can know it for one.
          const held = isExchangeRefused ? [key] : [key, ...tokens.slice(0, given)];
          for (const secret of held) {
            for (const form of [secret, encodeURIComponent(secret), btoa(secret)]) {
              assert.ok(!texts.includes(form.toLowerCase()), `${form} in ${texts}`);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
