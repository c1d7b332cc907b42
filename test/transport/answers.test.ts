import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { Exchange } from '../../src/client/exchange.ts';
import { connect, luminous, ownerKey } from '../support/compose.ts';
import { type Answer, type LoopbackServer, bytes, json, startServer } from '../support/server.ts';

describe('answers', () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server[Symbol.asyncDispose]());

  async function answered(answer: Answer, limits = {}): Promise<Exchange> {
    server.answer(answer);
    const { client, connection } = await connect(server.baseUrl, { limits });
    return client.send({ connection: connection.id, method: 'GET', path: '/projects' });
  }

  it('come with status, headers in small letters, body and size', async () => {
    const exchange = await answered(json({ data: [{ name: 'Zürich' }] }, 201, { 'X-Request-Id': 'r1' }));
    assert.equal(exchange.response?.status, 201);
    assert.equal(exchange.response.headers['x-request-id'], 'r1');
    assert.equal(exchange.response.bodyText, '{"data":[{"name":"Zürich"}]}');
    assert.equal(exchange.response.sizeBytes, 29);
    assert.equal(exchange.response.truncated, false);
    assert.equal(exchange.failure, undefined);
    assert.equal(exchange.operation, 'GET /projects');
    assert.deepEqual(exchange.notes, []);
  });

  for (const status of [400, 401, 403, 404, 409, 422, 429, 500, 503]) {
    it(`of status ${status} are answers, sent for once`, async () => {
      const exchange = await answered(json({ message: 'no' }, status));
      assert.equal(exchange.response?.status, status);
      assert.equal(exchange.response.bodyText, '{"message":"no"}');
      assert.equal(exchange.failure, undefined);
      assert.equal(server.requests.length, 1);
      assert.equal(exchange.callsSpent, 1);
    });
  }

  const bodies: readonly (readonly [string, Answer, string, RegExp | undefined])[] = [
    ['nothing', bytes(''), '', undefined],
    ['nothing with 204', bytes('', {}, 204), '', undefined],
    ['nothing, called JSON', bytes('', { 'content-type': 'application/json' }), '', undefined],
    ['HTML in place of JSON', bytes('<h1>Hi</h1>', { 'content-type': 'text/html' }), '<h1>Hi</h1>', undefined],
    ['HTML called JSON', bytes('<h1>Hi</h1>', { 'content-type': 'application/json' }), '<h1>Hi</h1>', undefined],
    ['invalid JSON', bytes('{"data":[', { 'content-type': 'application/json' }), '{"data":[', undefined],
    ['invalid UTF-8', bytes(Buffer.from([0x22, 0xff, 0xc3, 0x22])), '"\uFFFD\uFFFD"', /not valid utf-8/u],
    ['a wrong charset', bytes(Buffer.from('é'), { 'content-type': 'text/plain; charset=latin1' }), 'Ã©', undefined],
    ['Latin 1', bytes(Buffer.from('é', 'latin1'), { 'content-type': 'text/plain; charset=latin1' }), 'é', undefined],
    ['an unknown charset', bytes('é', { 'content-type': 'text/plain; charset=klingon' }), 'é', /"klingon"/u],
    ['gzip', bytes(gzipSync('{"zipped":true}'), { 'content-encoding': 'gzip' }), '{"zipped":true}', undefined],
    ['an unknown encoding', bytes('plain', { 'content-encoding': 'klingon' }), 'plain', undefined],
  ];
  for (const [name, answer, text, note] of bodies) {
    it(`of ${name} are kept as they are`, async () => {
      const exchange = await answered(answer);
      assert.equal(exchange.failure, undefined);
      assert.equal(exchange.response?.bodyText, text);
      assert.equal(exchange.response.truncated, false);
      if (note) assert.match(exchange.notes.join(), note);
      else assert.deepEqual(exchange.notes, []);
    });
  }

  it('to HEAD have no body', async () => {
    const { client, connection } = await connect(server.baseUrl);
    const exchange = await client.send({ connection: connection.id, method: 'HEAD', path: '/projects' });
    assert.equal(exchange.response?.status, 200);
    assert.equal(exchange.response.bodyText, '');
  });

  it('just as long as the limit are whole', async () => {
    const exchange = await answered(bytes('a'.repeat(1000)), { maximumBodyBytes: 1000 });
    assert.equal(exchange.response?.sizeBytes, 1000);
    assert.equal(exchange.response.truncated, false);
  });

  it('without end are cut at the limit, and the connection is closed', async () => {
    let written = 0;
    const exchange = await answered(
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const chunk = Buffer.alloc(65_536, 'a');
        const pour = (): void => {
          while (!response.destroyed && response.write(chunk)) written += chunk.length;
          written += chunk.length;
          if (!response.destroyed) response.once('drain', pour);
        };
        pour();
      },
      { maximumBodyBytes: 100_000 },
    );
    await server.connectionClosed;
    assert.equal(exchange.failure, undefined);
    assert.equal(exchange.response?.sizeBytes, 100_000);
    assert.equal(exchange.response.bodyText, 'a'.repeat(100_000));
    assert.equal(exchange.response.truncated, true);
    assert.match(exchange.notes.join(), /longer than the limit of 0\.1 MB/u);
    assert.ok(written < 50_000_000, `${written} bytes were taken`);
  });

  it('cut in the middle of the key show none of it', async () => {
    const exchange = await answered(bytes(`{"you sent":"${ownerKey}"}`), { maximumBodyBytes: 30 });
    assert.equal(exchange.response?.bodyText, '{"you sent":"…');
    assert.equal(exchange.response.sizeBytes, 30);
  });

  it('that unpack to far more than they weigh are cut at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const exchange = await answered(bytes(bomb, { 'content-encoding': 'gzip' }), { maximumBodyBytes: 10_000 });
    assert.equal(exchange.response?.sizeBytes, 10_000);
    assert.equal(exchange.response.truncated, true);
  });

  it('of an empty list without project get a hint, others do not', async () => {
    server.answer(json({ data: [] }));
    const { client, connection, selection } = await connect(server.baseUrl);
    const draft = { connection: connection.id, method: 'GET', path: '/uptime/monitors' };
    assert.match((await client.send(draft)).notes.join(), /list is empty, and the request named no project/u);
    assert.deepEqual((await client.send({ ...draft, path: '/projects' })).notes, []);
    await selection.select(connection.id, luminous);
    assert.deepEqual((await client.send(draft)).notes, []);
  });

  it('store no cookie, and none is sent', async () => {
    server.answer((response) => {
      response.writeHead(200, { 'set-cookie': ['session=0123456789abcdef; Path=/', 'b=2'] }).end('{}');
    });
    const { client, connection } = await connect(server.baseUrl);
    const draft = { connection: connection.id, method: 'GET', path: '/projects', headers: { Cookie: 'a=b' } };
    const first = await client.send(draft);
    await client.send(draft);
    for (const request of server.requests) assert.equal(request.header('cookie'), undefined);
    assert.equal(first.response?.headers['set-cookie'], '…');
    assert.match(first.notes.join(), /Cookie was left out/u);
  });

  it('that repeat the key are masked wherever it stands', async () => {
    const authorization = `Bearer ${ownerKey}`;
    const exchange = await answered((response) => {
      response.writeHead(302, {
        location: `/${ownerKey}?key=${ownerKey}`,
        'content-type': `text/plain; charset=${ownerKey}`,
        'x-echo': authorization,
        [`x-${ownerKey}`]: 'name',
      });
      response.end(JSON.stringify({ authorization, base64: btoa(authorization) }));
    });
    assert.ok(exchange.hops.length > 0);
    assert.ok(!JSON.stringify(exchange).includes(ownerKey));
    assert.ok(!JSON.stringify(exchange).includes(btoa(authorization)));
    assert.equal(exchange.request.headers['authorization'], 'Bearer …wner');
    assert.match(exchange.response?.bodyText ?? '', /Bearer …wner/u);
  });

  it('that lead to a host named after the key are masked in the notes', async () => {
    const exchange = await answered(bytes('', { location: `http://${ownerKey}.invalid/` }, 302));
    assert.ok(!JSON.stringify(exchange).includes(ownerKey));
    assert.match(exchange.notes.join(), /…wner\.invalid was not followed/u);
  });

  it('that repeat a secret typed by hand are masked too', async () => {
    server.answer(json({ you: 'sent typed_by_hand_secret' }));
    const { client, connection } = await connect(server.baseUrl);
    const headers = { Authorization: 'Bearer typed_by_hand_secret' };
    const exchange = await client.send({ connection: connection.id, method: 'GET', path: '/projects', headers });
    assert.equal(server.requests[0]?.header('authorization'), 'Bearer typed_by_hand_secret');
    assert.ok(!JSON.stringify(exchange).includes('typed_by_hand'));
  });
});
