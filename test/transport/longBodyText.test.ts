import assert from 'node:assert/strict';
import { MEMORY_PART } from '../../src/client/bodyStore.ts';
import { ownerKey } from '../support/compose.ts';
import { type LongBodyOptions, MEGABYTE, sendForLongBody } from '../support/longBody.ts';
import { type Answer, type LoopbackServer, bytes, startServer } from '../support/server.ts';

const isJson = { 'content-type': 'application/json' };

describe('the text of bodies that are too long for memory', () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server[Symbol.asyncDispose]());
  const answered = (answer: Answer, options?: LongBodyOptions) => sendForLongBody(server, answer, options);

  it('shows no key that stands across two pieces, in whatever form', async () => {
    const forms = [ownerKey, ownerKey.toUpperCase(), btoa(`Bearer ${ownerKey}`), encodeURIComponent(ownerKey)];
    const { exchange, store } = await answered((response) => {
      response.writeHead(200, isJson).write(`[${' '.repeat(MEMORY_PART + 10)}`);
      const text = forms.map((form) => `"${form}"`).join(',');
      let index = 0;
      // A piece of its own for each letter: the next goes when the last is on the wire.
      const next = (): void => {
        index += 1;
        if (index > text.length) response.end(']');
        else response.write(text.charAt(index - 1), () => setImmediate(next));
      };
      next();
    });
    assert.equal(exchange.response?.file?.complete, true);
    const told = store.text.trimEnd().replace(/ +/u, '');
    assert.ok(told.startsWith('["…wner","…wner","'), told);
    assert.ok(!/practice/iu.test(told));
    assert.ok(!Buffer.from(told, 'base64').toString('latin1').includes('practice'));
  });

  it('shows no key across the end of memory’s part', async () => {
    for (const before of [1, ownerKey.length - 1]) {
      const body = `"${'a'.repeat(MEMORY_PART - 1 - before)}${ownerKey}${'b'.repeat(100)}"`;
      const { exchange, store } = await answered(bytes(body, isJson));
      assert.ok(!/pha_org_p/u.test(exchange.response?.bodyText ?? ''));
      assert.equal(store.text, body.replace(ownerKey, '…wner'));
    }
  });

  it('is in UTF-8 in the file, whatever it came in', async () => {
    const text = 'é'.repeat(MEMORY_PART);
    for (const [charset, body] of [
      ['latin1', Buffer.from(text, 'latin1')],
      ['utf-16le', Buffer.from(text, 'utf16le')],
    ] as const) {
      const longer = Buffer.concat([body, body]);
      const { exchange, store } = await answered(bytes(longer, { 'content-type': `text/plain; charset=${charset}` }));
      assert.equal(exchange.response?.file?.sizeBytes, 4 * MEMORY_PART);
      assert.equal(store.text, text + text);
    }
  });

  it('of a wrong charset is shown as far as it can be, and said to be so', async () => {
    const { exchange, store } = await answered(
      bytes(Buffer.alloc(2 * MEMORY_PART, 0xe9), { 'content-type': 'text/plain' }),
    );
    assert.match(exchange.notes.join(), /not valid utf-8/u);
    assert.equal(store.text, '\uFFFD'.repeat(2 * MEMORY_PART));
  });

  it('calls no character broken that the end of memory’s part cuts in two', async () => {
    const body = `a${'é'.repeat(MEMORY_PART)}`;
    const { exchange, store } = await answered(bytes(body));
    assert.deepEqual(exchange.notes, []);
    assert.ok(exchange.response?.bodyText.endsWith('é'));
    assert.equal(store.text, body);
  });

  it('that breaks off leaves what had come, without the beginning of a key at its end', async () => {
    const { exchange, store } = await answered((response) => {
      response.writeHead(200, { 'content-length': String(3 * MEGABYTE) });
      response.write(`${'a'.repeat(2 * MEGABYTE)}${ownerKey.slice(0, -2)}`, () => response.destroy());
    });
    assert.equal(exchange.failure?.kind, 'reset');
    assert.equal(exchange.response?.file?.complete, false);
    assert.equal(store.text, `${'a'.repeat(2 * MEGABYTE)}…`);
  });
});
