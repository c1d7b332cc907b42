import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AuthorizedRequest } from '../../src/client/authorize.ts';
import type { RawAnswer, Transport } from '../../src/client/transport.ts';
import { connect } from '../support/compose.ts';
import { bytes, startServer } from '../support/server.ts';

const keys = fc
  .stringMatching(/^[A-Za-z0-9_+/=.-]{16,40}$/u)
  .filter((rest) => !/\.{3}|x{8}|[_-]x{3}|^x{3}/iu.test(rest))
  .map((rest) => `pha_org_${rest}`);

/** The shapes in which a server may send a key back. */
const shapes: readonly ((key: string) => string)[] = [
  (key) => key,
  (key) => `Bearer ${key}`,
  (key) => key.toUpperCase(),
  (key) => encodeURIComponent(key),
  (key) => encodeURIComponent(key).toLowerCase(),
  (key) => key.replaceAll('/', '\\/'),
  (key) => btoa(key),
  (key) => btoa(`Bearer ${key}`),
  (key) => btoa(`${key}:`),
  (key) => Buffer.from(`me:${key}`).toString('base64url'),
];

/** Text around the key in one of its shapes. */
const echoes = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }).map((text) => () => text.toWellFormed()),
    fc.constantFrom(...shapes),
    fc.constantFrom('"', '\\', '/', '?key=', '=', '&', '.', ' ', '\n').map((text) => () => text),
  ),
  { maxLength: 8 },
);
type Echo = readonly ((key: string) => string)[];
const spell = (echo: Echo, key: string) => echo.map((part) => part(key)).join('');
const inHeader = (text: string) => text.replaceAll(/[^\x20-\x7e]/gu, '');

/** Whether the key, or what gives it back, stands in a text. */
function gives(text: string, key: string): boolean {
  const small = text.toLowerCase();
  if (small.includes(key.toLowerCase()) || small.includes(encodeURIComponent(key).toLowerCase())) return true;
  const letters = (text.match(/[A-Za-z0-9+/_-]{16,}/gu) ?? []).flatMap((run) =>
    [0, 1, 2, 3].map((skip) => run.slice(skip)),
  );
  return letters.some((run) => Buffer.from(run, 'base64').toString('latin1').includes(key));
}

describe('an exchange', () => {
  it('never holds the key, whatever the server sends back', async () => {
    await fc.assert(
      fc.asyncProperty(
        keys,
        fc.record({ body: echoes, header: echoes, location: echoes, charset: echoes, reason: echoes }),
        fc.constantFrom(200, 302, 401, 429, 500),
        fc.boolean(),
        fc.boolean(),
        async (key, echo, status, brokeOff, hostNamed) => {
          const told = (part: keyof typeof echo) => spell(echo[part], key);
          const path = encodeURI(told('location').toWellFormed());
          const headers = new Headers({
            'content-type': inHeader(`text/plain; charset=${told('charset')}`),
            'x-echo': inHeader(told('header')),
            'www-authenticate': inHeader(`Bearer error="${told('reason')}"`),
            location: inHeader(hostNamed ? `http://${key.replaceAll(/[^\w.-]/gu, '')}.invalid/` : `/${path}`),
          });
          const content = new TextEncoder().encode(told('body'));
          const transport: Transport = (request: AuthorizedRequest): Promise<RawAnswer> => {
            assert.equal(request.headers.get('authorization'), `Bearer ${key}`);
            const body = { bytes: content, truncated: brokeOff, ...(brokeOff && { error: new Error(told('reason')) }) };
            const failure = { kind: 'reset', message: `${told('reason')} closed the connection` } as const;
            return Promise.resolve({
              response: { status, headers, body },
              ...(brokeOff && { failure }),
              durationMs: 1,
            });
          };
          const { client, connection } = await connect('http://127.0.0.1:9', { key, transport });
          const draft = {
            connection: connection.id,
            method: 'GET',
            path: '/users',
            headers: { 'X-Note': key, 'X-Phare-Project-Id': key },
          };
          const exchange = await client.send(draft);
          assert.ok(exchange.callsSpent > 0, exchange.failure?.message);
          const texts: string[] = [];
          JSON.stringify(exchange, (name, value: unknown) => {
            texts.push(name);
            if (typeof value === 'string') texts.push(value);
            return value;
          });
          assert.ok(
            texts.every((text) => !gives(text, key)),
            texts.find((text) => gives(text, key)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never holds the key over a real connection either', async () => {
    await using server = await startServer();
    await fc.assert(
      fc.asyncProperty(keys, echoes, fc.constantFrom(200, 401, 500), async (key, echo, status) => {
        server.answer(bytes(spell(echo, key), { 'x-echo': inHeader(spell(echo, key)) }, status));
        const { client, connection } = await connect(server.baseUrl, { key });
        const exchange = await client.send({ connection: connection.id, method: 'GET', path: '/users' });
        assert.equal(exchange.response?.status, status);
        assert.equal(server.requests.at(-1)?.header('authorization'), `Bearer ${key}`);
        const { bodyText, headers } = exchange.response;
        for (const text of [bodyText, headers['x-echo'] ?? '']) assert.ok(!gives(text, key), text);
      }),
      { numRuns: 100 },
    );
  });
});
