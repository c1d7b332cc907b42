import assert from 'node:assert/strict';
import { createGzip, gzipSync } from 'node:zlib';
import { MEMORY_PART } from '../../src/client/bodyStore.ts';
import type { Exchange } from '../../src/client/exchange.ts';
import { connect, ownerKey } from '../support/compose.ts';
import { type LongBodyOptions, MEGABYTE, pour, sendForLongBody } from '../support/longBody.ts';
import { type Answer, type LoopbackServer, bytes, json, redirect, startServer } from '../support/server.ts';

const isJson = { 'content-type': 'application/json' };

describe('bodies that are too long for memory', () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server[Symbol.asyncDispose]());

  const answered = (answer: Answer, options?: LongBodyOptions) => sendForLongBody(server, answer, options);

  it('flow into a file, and begin in memory', async () => {
    const total = 50 * MEGABYTE;
    const piece = Buffer.alloc(65_536, '{"a":1},');
    const { exchange, store } = await answered(
      (response) => {
        response.writeHead(200, isJson);
        pour(response, total, piece);
      },
      { countsOnly: true },
    );
    const { response } = exchange;
    assert.equal(exchange.failure, undefined);
    assert.equal(response?.sizeBytes, total);
    assert.equal(response.truncated, true);
    assert.equal(response.bodyText, piece.toString().repeat(16).slice(0, MEMORY_PART));
    assert.deepEqual(response.file, { uri: 'memory:/0.json', sizeBytes: total, complete: true });
    assert.deepEqual(exchange.notes, []);
    assert.equal(store.bodies[0]?.state, 'closed');
    assert.ok(store.bodies[0].largest <= 2 * piece.length, `${store.bodies[0].largest} bytes came at once`);
  });

  it('show their first part while the rest is still to come', async () => {
    const parts: Exchange[] = [];
    const { exchange, store } = await answered(
      (response) => {
        response.writeHead(200, { ...isJson, 'x-request-id': 'r1' }).write(`["${ownerKey}"${' '.repeat(MEMORY_PART)}`);
        // The rest comes only once the first part was told of.
        const rest = (): void => {
          if (parts.length === 0) setImmediate(rest);
          else response.end(']');
        };
        rest();
      },
      { onFirstPart: (part) => parts.push(part) },
    );
    const [part] = parts;
    assert.equal(parts.length, 1);
    assert.equal(part?.id, exchange.id);
    assert.equal(part.response?.status, 200);
    assert.equal(part.response.headers['x-request-id'], 'r1');
    assert.equal(part.response.bodyText, exchange.response?.bodyText);
    assert.ok(part.response.bodyText.startsWith('["…wner" '));
    assert.equal(part.response.truncated, true);
    assert.equal(part.response.file, undefined);
    assert.deepEqual(part.notes, []);
    assert.equal(part.request.headers['authorization'], 'Bearer …wner');
    assert.equal(exchange.response?.file?.sizeBytes, store.bytes.length);
    assert.deepEqual(exchange.notes, []);
  });

  it('stay in memory as they did up to its part', async () => {
    const body = JSON.stringify('a'.repeat(MEMORY_PART - 2));
    const { exchange, store } = await answered(bytes(body, isJson));
    assert.equal(exchange.response?.bodyText, body);
    assert.equal(exchange.response.truncated, false);
    assert.equal(exchange.response.file, undefined);
    assert.equal(store.bodies.length, 0);
  });

  it('one byte longer than memory’s part are whole in the file', async () => {
    const body = JSON.stringify('a'.repeat(MEMORY_PART - 1));
    const { exchange, store } = await answered(bytes(body, isJson));
    assert.equal(exchange.response?.bodyText.length, MEMORY_PART);
    assert.equal(store.text, body);
    assert.equal(exchange.response.file?.complete, true);
  });

  it('without end are cut at the limit, which is named, and the connection is closed', async () => {
    const limits = { maximumFileBytes: 3 * MEGABYTE };
    const { exchange, store } = await answered(
      (response) => pour(response.writeHead(200), Number.POSITIVE_INFINITY, Buffer.alloc(65_536, 'a')),
      { limits },
    );
    await server.connectionClosed;
    assert.equal(exchange.failure, undefined);
    assert.equal(exchange.response?.sizeBytes, 3 * MEGABYTE);
    assert.deepEqual(exchange.response.file, { uri: 'memory:/0.txt', sizeBytes: 3 * MEGABYTE, complete: false });
    assert.equal(store.bodies[0]?.state, 'closed');
    assert.match(exchange.notes.join(), /limit of 3 MB \(setting "bearings\.request\.maximumFileMegabytes"\)/u);
  });

  it('just as long as the limit are whole', async () => {
    const limits = { maximumFileBytes: 2 * MEGABYTE };
    const { exchange } = await answered(bytes('a'.repeat(2 * MEGABYTE)), { limits });
    assert.equal(exchange.response?.file?.complete, true);
    assert.deepEqual(exchange.notes, []);
  });

  it('that are cancelled half-way leave a file that says it is a part', async () => {
    const abort = new AbortController();
    const { exchange, store } = await answered(
      (response) => pour(response.writeHead(200), Number.POSITIVE_INFINITY, Buffer.alloc(65_536, 'a')),
      {
        countsOnly: true,
        signal: abort.signal,
        beforeWrite: ({ size }) => (size > 5 * MEGABYTE ? abort.abort() : undefined),
      },
    );
    assert.equal(exchange.failure?.kind, 'aborted');
    assert.equal(exchange.response?.file?.complete, false);
    assert.equal(exchange.response.file.sizeBytes, store.bodies[0]?.size);
    assert.equal(store.bodies[0]?.state, 'closed');
    assert.match(exchange.notes.join(), /broke off: its file holds what had come/u);
  });

  it('may take longer than the time limit while they come, and end when nothing more does', async () => {
    const limits = { timeoutMs: 1000 };
    let pieces = 0;
    const { exchange } = await answered(
      (response) => {
        response.writeHead(200).write('a'.repeat(2 * MEGABYTE));
        // Longer than the limit in all, a third of it between two pieces; then silence.
        const timer = setInterval(() => {
          pieces += 1;
          response.write('b');
          if (pieces === 4) clearInterval(timer);
        }, 300);
      },
      { limits },
    );
    assert.equal(pieces, 4);
    assert.equal(exchange.failure?.kind, 'timeout');
    assert.equal(exchange.response?.sizeBytes, 2 * MEGABYTE + 4);
  });

  it('that unpack to a thousand times their weight stay bounded', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * MEGABYTE));
    assert.ok(bomb.length < 110_000);
    const { exchange, store } = await answered(bytes(bomb, { ...isJson, 'content-encoding': 'gzip' }), {
      countsOnly: true,
      limits: { maximumFileBytes: 20 * MEGABYTE },
    });
    assert.equal(exchange.response?.sizeBytes, 20 * MEGABYTE);
    assert.equal(exchange.response.bodyText, '\0'.repeat(MEMORY_PART));
    assert.equal(exchange.response.file?.complete, false);
    assert.ok((store.bodies[0]?.largest ?? 0) <= 2 * 65_536);
  });

  it('that are packed wrongly from the middle on say so', async () => {
    const { exchange } = await answered((response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      const gzip = createGzip();
      gzip.on('data', (chunk: Buffer) => response.write(chunk));
      gzip.write(Buffer.alloc(3 * MEGABYTE, 'abc'), () => gzip.flush(() => response.end('no gzip')));
    });
    assert.equal(exchange.failure?.kind, 'other');
    assert.equal(exchange.response?.file?.complete, false);
  });

  it('of redirects and refused tokens leave no file behind', async () => {
    const long = 'a'.repeat(2 * MEGABYTE);
    const { exchange, store } = await answered((response, { url }) => {
      if (url.includes('/projects')) response.writeHead(302, { location: '/users' }).end(long);
      else response.writeHead(401).end(long);
    });
    assert.equal(exchange.response?.status, 401);
    assert.equal(exchange.hops.length, 1);
    assert.equal(exchange.response.bodyText, long);
    assert.equal(store.bodies.length, 0);
  });

  it('of other refusals go to a file as well', async () => {
    const { exchange } = await answered(bytes('a'.repeat(2 * MEGABYTE), {}, 500));
    assert.equal(exchange.response?.status, 500);
    assert.equal(exchange.response.file?.complete, true);
  });

  it('are kept in memory as far as they may be where no file can be begun', async () => {
    const limits = { maximumBodyBytes: 2 * MEGABYTE };
    const { exchange } = await answered(bytes('a'.repeat(3 * MEGABYTE)), { cannotCreate: true, limits });
    assert.equal(exchange.response?.bodyText, 'a'.repeat(2 * MEGABYTE));
    assert.equal(exchange.response.truncated, true);
    assert.match(exchange.notes.join(), /limit of 2 MB \(setting "bearings\.request\.maximumBodyMegabytes"\)/u);
  });

  it('leave no file when the disk is full, and say so', async () => {
    const beforeWrite = ({ size }: { size: number }): void => {
      if (size > 2 * MEGABYTE) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    };
    const { exchange, store } = await answered(bytes('a'.repeat(5 * MEGABYTE)), { beforeWrite });
    assert.equal(exchange.failure, undefined);
    assert.ok(exchange.response);
    assert.equal(exchange.response.file, undefined);
    assert.equal(exchange.response.bodyText, 'a'.repeat(MEMORY_PART));
    assert.equal(exchange.response.truncated, true);
    assert.equal(store.bodies[0]?.state, 'discarded');
    assert.match(exchange.notes.join(), /could not be written to a file \(ENOSPC\): only its first 1000000 bytes/u);
  });

  it('go to no file where the setting forbids it, nor for reads that nobody waits for', async () => {
    const off = await answered(bytes('a'.repeat(2 * MEGABYTE)), { limits: { maximumFileBytes: 0 } });
    assert.equal(off.store.bodies.length, 0);
    assert.equal(off.exchange.response?.bodyText, 'a'.repeat(2 * MEGABYTE));
    server.answer(bytes('a'.repeat(2 * MEGABYTE)));
    const { client, connection } = await connect(server.baseUrl, { limits: { maximumFileBytes: 100 * MEGABYTE } });
    const read = await client.send(
      { connection: connection.id, method: 'GET', path: '/projects' },
      { background: true },
    );
    assert.equal(read.response?.sizeBytes, MEGABYTE);
    assert.equal(read.response.file, undefined);
  });

  it('of none, or of no length, are no file', async () => {
    for (const [answer, method] of [
      [bytes('', {}, 204), 'GET'],
      [bytes('', {}, 304), 'GET'],
      [json({}), 'HEAD'],
      [bytes('', { 'content-length': '5000000' }), 'HEAD'],
    ] as const) {
      const { exchange, store } = await answered(answer, { draft: { method } });
      assert.equal(exchange.failure, undefined);
      assert.equal(exchange.response?.bodyText, '');
      assert.equal(exchange.response.truncated, false);
      assert.equal(store.bodies.length, 0);
    }
  });

  it('behind a redirect are those of its end', async () => {
    const { exchange } = await answered((response, request) => {
      (request.url === '/projects' ? redirect('/moved') : bytes('a'.repeat(2 * MEGABYTE)))(response, request);
    });
    assert.equal(exchange.hops.length, 1);
    assert.equal(exchange.response?.file?.complete, true);
  });
});
