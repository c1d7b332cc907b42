import assert from 'node:assert/strict';
import { MEMORY_PART } from '../../src/client/bodyStore.ts';
import type { Exchange } from '../../src/client/exchange.ts';
import { MemoryBodyStore } from '../support/bodyStore.ts';
import { connect, ownerKey } from '../support/compose.ts';
import { type LoopbackServer, bytes, startServer } from '../support/server.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(500, 0x81)]);
const longPng = Buffer.concat([png, Buffer.alloc(3 * MEMORY_PART, 0x81)]);

describe('bodies that are no text', () => {
  let server: LoopbackServer;
  const store = () => new MemoryBodyStore();
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server[Symbol.asyncDispose]());

  async function answered(
    body: Uint8Array | string,
    type: string,
    bodyStore = store(),
    limits = {},
  ): Promise<Exchange> {
    server.answer(bytes(body, { 'content-type': type }));
    const { client, connection } = await connect(server.baseUrl, {
      limits: { maximumBodyBytes: 2_000_000, maximumFileBytes: 100_000_000, ...limits },
    });
    return client.send({ connection: connection.id, method: 'GET', path: '/projects' }, { bodyStore });
  }

  for (const type of ['image/png', 'application/json', 'text/html; charset=utf-8', 'application/octet-stream']) {
    it(`come as their bytes, called ${type}`, async () => {
      const { response, notes } = await answered(png, type);
      assert.equal(response?.bodyText, '');
      assert.deepEqual(Buffer.from(response.binary ?? []), png);
      assert.equal(response.mediaType, 'image/png');
      assert.equal(response.sizeBytes, png.length);
      assert.equal(response.truncated, false);
      assert.deepEqual(notes, []);
    });
  }

  for (const [text, type] of [
    ['<h1>Hi</h1><script>1</script>', 'image/png'],
    ['{"a":1}', 'application/octet-stream'],
    ['a;b\n1;2\n', 'application/pdf'],
  ] as const) {
    it(`are text when they are, though called ${type}`, async () => {
      const { response } = await answered(text, type);
      assert.equal(response?.bodyText, text);
      assert.equal(response.binary, undefined);
      assert.equal(response.mediaType, undefined);
    });
  }

  it('go to a file byte for byte when they are long', async () => {
    const file = store();
    const { response } = await answered(longPng, 'image/png', file);
    assert.deepEqual(response?.file, { uri: 'memory:/0.bin', sizeBytes: longPng.length, complete: true });
    assert.ok(longPng.equals(file.bytes));
    assert.equal(response.binary?.length, MEMORY_PART);
    assert.equal(response.truncated, true);
    assert.equal(response.sizeBytes, longPng.length);
  });

  it('with the key in them are not kept', async () => {
    const { response, notes } = await answered(Buffer.concat([png, Buffer.from(ownerKey), png]), 'image/png');
    assert.ok(response);
    assert.equal(response.binary, undefined);
    assert.equal(response.bodyText, '');
    assert.equal(response.truncated, true);
    assert.match(notes.join(), /the key stands in its bytes: nothing of it is kept/u);
  });

  it('with the key far behind, across two pieces, leave no file and nothing in memory', async () => {
    const file = store();
    const place = 2 * PIECES - 5;
    const body = Buffer.from(longPng);
    body.write(ownerKey.toUpperCase(), place, 'latin1');
    const { response, notes, failure } = await answered(body, 'image/png', file);
    assert.equal(failure, undefined);
    assert.ok(response);
    assert.equal(response.binary, undefined);
    assert.equal(response.file, undefined);
    assert.equal(file.bodies[0]?.state, 'discarded');
    assert.match(notes.join(), /nothing of it is kept/u);
  });

  it('cut in the middle of the key are not kept', async () => {
    const body = Buffer.concat([png, Buffer.from(ownerKey)]);
    const { response } = await answered(body, 'image/png', undefined, {
      maximumBodyBytes: body.length - 2,
      maximumFileBytes: 0,
    });
    assert.equal(response?.truncated, true);
    assert.equal(response.binary, undefined);
  });

  it('cut at the limit of files in the middle of the key leave no file', async () => {
    const file = store();
    const body = Buffer.concat([longPng, Buffer.from(ownerKey)]);
    const { response } = await answered(body, 'image/png', file, { maximumFileBytes: body.length - 2 });
    assert.equal(response?.binary, undefined);
    assert.equal(file.bodies[0]?.state, 'discarded');
  });
});

/** A multiple of the pieces in which bodies are written. */
const PIECES = 16 * 65_536;
