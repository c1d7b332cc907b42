import assert from 'node:assert/strict';
import { type Server, createServer as createTcpServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Exchange } from '../../src/client/exchange.ts';
import { connect, ownerKey } from '../support/compose.ts';
import { type Answer, type LoopbackServer, bytes, freePort, startServer } from '../support/server.ts';

/** Short, for a server that never goes on: whatever the machine's speed, this passes first. */
const SHORT = { timeoutMs: 120 };

describe('failures', () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server[Symbol.asyncDispose]());

  async function sent(baseUrl: string, limits = {}, path = '/projects'): Promise<Exchange> {
    const { client, connection } = await connect(baseUrl, { limits });
    return client.send({ connection: connection.id, method: 'GET', path });
  }
  const answered = (answer: Answer, limits = {}) => {
    server.answer(answer);
    return sent(server.baseUrl, limits);
  };

  it('no answer is a timeout', async () => {
    const exchange = await answered(() => undefined, SHORT);
    assert.equal(exchange.failure?.kind, 'timeout');
    assert.match(exchange.failure.message, /did not finish its answer within 0\.12 s/u);
    assert.equal(exchange.response, undefined);
    assert.equal(exchange.callsSpent, 1);
    await server.connectionClosed;
  });

  it('no answer is a timeout for a request that can be cancelled too', async () => {
    server.answer(() => undefined);
    const { client, connection } = await connect(server.baseUrl, { limits: SHORT });
    const { signal } = new AbortController();
    const exchange = await client.send({ connection: connection.id, method: 'GET', path: '/projects' }, { signal });
    assert.equal(exchange.failure?.kind, 'timeout');
  });

  it('headers that stop half way are a timeout', async () => {
    const exchange = await answered((response) => {
      response.socket?.write('HTTP/1.1 200 OK\r\ncontent-type: appl');
    }, SHORT);
    assert.equal(exchange.failure?.kind, 'timeout');
    assert.equal(exchange.response, undefined);
  });

  it('a body that stops half way is a timeout, and what came is kept', async () => {
    const exchange = await answered(
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"data":[1,');
      },
      { timeoutMs: 1500 },
    );
    assert.equal(exchange.failure?.kind, 'timeout');
    assert.equal(exchange.response?.status, 200);
    assert.equal(exchange.response.bodyText, '{"data":[1,');
    assert.equal(exchange.response.truncated, true);
    await server.connectionClosed;
  });

  const cuts: readonly (readonly [string, Answer, string | undefined])[] = [
    ['a connection closed before the answer', (response) => response.socket?.destroy(), undefined],
    ['a connection reset before the answer', (response) => response.socket?.resetAndDestroy(), undefined],
    [
      'a body shorter than its content-length',
      (response) => response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"data":'),
      '{"data":',
    ],
    [
      'a chunked body without its end',
      (response) => response.socket?.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n8\r\n{"data":\r\n'),
      '{"data":',
    ],
  ];
  for (const [name, answer, text] of cuts) {
    it(`${name} is a reset`, async () => {
      const exchange = await answered(answer);
      assert.equal(exchange.failure?.kind, 'reset', exchange.failure?.message);
      assert.match(exchange.failure.message, /closed the connection before its answer was complete/u);
      assert.equal(exchange.response?.bodyText, text);
      if (text !== undefined) assert.equal(exchange.response?.truncated, true);
      assert.equal(server.requests.length, 1);
    });
  }

  it('a reset is a reset, although the path speaks of a proxy', async () => {
    server.answer((response) => response.socket?.destroy());
    const exchange = await sent(server.baseUrl, {}, '/uptime/monitors/(407)');
    assert.equal(exchange.failure?.kind, 'reset', exchange.failure?.message);
  });

  it('gzip that is none is a failure with what came', async () => {
    const exchange = await answered(bytes('this is not gzip', { 'content-encoding': 'gzip' }));
    assert.match(exchange.failure?.message ?? '', /could not be unpacked/u);
    assert.equal(exchange.response?.status, 200);
    assert.equal(exchange.response.truncated, true);
  });

  it('what is not HTTP is said to be none', async () => {
    const exchange = await answered((response) => response.socket?.end('220 mail.example ESMTP\r\n'));
    assert.equal(exchange.failure?.kind, 'other');
    assert.match(exchange.failure.message, /is not HTTP/u);
  });

  it('a port on which nothing listens is refused', async () => {
    const exchange = await sent(`http://127.0.0.1:${await freePort()}`);
    assert.equal(exchange.failure?.kind, 'refused');
    assert.match(exchange.failure.message, /Nothing accepted the connection at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)/u);
  });

  for (const path of ['/uptime/monitors/407', '/projects/socket-aborted', '/projects?q=proxy%20auth&r=ERR_PROXY']) {
    it(`a refused port is refused, although the path is ${path}`, async () => {
      const exchange = await sent(`http://localhost:${await freePort()}`, {}, path);
      assert.equal(exchange.failure?.kind, 'refused');
    });
  }

  it('an unknown name cannot be looked up', async () => {
    const exchange = await sent('https://nowhere.invalid');
    assert.equal(exchange.failure?.kind, 'dns', exchange.failure?.message);
    assert.match(exchange.failure.message, /nowhere\.invalid could not be looked up/u);
  });

  it('plain http where TLS is expected is a TLS failure, and the key does not go out', async () => {
    let received = '';
    const plain = await listen(
      createTcpServer((socket) => {
        socket.on('error', () => undefined);
        socket.on('data', (chunk) => {
          received += chunk.toString('latin1');
          socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
        });
      }),
    );
    const exchange = await sent(`https://127.0.0.1:${(plain.address() as AddressInfo).port}`);
    plain.close();
    assert.equal(exchange.failure?.kind, 'tls', exchange.failure?.message);
    assert.ok(received.length > 0 && !received.includes(ownerKey));
  });

  it('a cancelled request is aborted, and its connection closed', async () => {
    server.answer(() => undefined);
    const { client, connection } = await connect(server.baseUrl);
    const controller = new AbortController();
    const received = server.nextRequest();
    const sending = client.send(
      { connection: connection.id, method: 'GET', path: '/projects' },
      { signal: controller.signal },
    );
    await received;
    controller.abort();
    const exchange = await sending;
    assert.equal(exchange.failure?.kind, 'aborted');
    assert.equal(exchange.callsSpent, 1);
    await server.connectionClosed;
  });

  it('a request cancelled while its body comes keeps what came', async () => {
    server.answer((response) => {
      response.writeHead(200).write('half');
    });
    const controller = new AbortController();
    const { fetchTransport } = await import('../../src/client/transport.ts');
    const { client, connection } = await connect(server.baseUrl, {
      // Cancels once the first bytes are in the reader's hands, whenever that is.
      transport: (request, limits, signal) => {
        const original = globalThis.fetch;
        globalThis.fetch = async (...parameters) => {
          globalThis.fetch = original;
          const response = await original(...parameters);
          const seen = new TransformStream<Uint8Array, Uint8Array>({
            transform(chunk, out) {
              out.enqueue(chunk);
              setImmediate(() => controller.abort());
            },
          });
          return new Response(response.body?.pipeThrough(seen), response);
        };
        return fetchTransport(request, limits, signal);
      },
    });
    const exchange = await client.send(
      { connection: connection.id, method: 'GET', path: '/projects' },
      { signal: controller.signal },
    );
    assert.equal(exchange.failure?.kind, 'aborted');
    assert.equal(exchange.response?.bodyText, 'half');
  });
});

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}
