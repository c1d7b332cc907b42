import assert from 'node:assert/strict';
import type { Exchange } from '../../src/client/exchange.ts';
import { InputError } from '../../src/connections/inputError.ts';
import { compose, connect, luminous, ownerKey, projectKey } from '../support/compose.ts';
import { ManualClock, settled } from '../support/manualClock.ts';
import { type Answer, type LoopbackServer, json, startServer } from '../support/server.ts';

const path = '/uptime/monitors';

/** Answers the first requests one after the other, and all further ones with success. */
function inTurn(...answers: readonly Answer[]): Answer {
  const left = [...answers];
  return (response, request) => (left.shift() ?? json({ data: [1] }))(response, request);
}

describe('sending', () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server[Symbol.asyncDispose]());

  it('puts the key, the project, the query, typed headers and the body on the wire', async () => {
    const { client, connection, selection } = await connect(server.baseUrl);
    await selection.select(connection.id, luminous);
    const body = '{"name":"Zürich"}';
    const exchange = await client.send({
      connection: connection.id,
      method: 'post',
      path: '/uptime/monitors?a=1',
      query: { b: ['2', '3'] },
      headers: { 'X-Own': 'mine' },
      body,
    });
    const [request] = server.requests;
    assert.equal(request?.method, 'POST');
    assert.equal(request.url, '/uptime/monitors?a=1&b=2&b=3');
    assert.equal(request.header('authorization'), `Bearer ${ownerKey}`);
    assert.equal(request.header('x-phare-project-id'), '7');
    assert.equal(request.header('x-phare-project-slug'), undefined);
    assert.equal(request.header('x-own'), 'mine');
    assert.equal(request.header('content-type'), 'application/json');
    assert.equal(request.body, body);
    const once = ['authorization', 'x-phare-project-id', 'content-type', 'accept'];
    for (const name of once) {
      assert.equal(request.rawHeaders.filter(([own]) => own.toLowerCase() === name).length, 1, name);
    }
    assert.deepEqual(exchange.scope, {
      project: '7',
      projectName: 'luminous-guiding-tower',
      by: 'header',
      header: 'X-Phare-Project-Id',
    });
    assert.equal(exchange.operation, 'POST /uptime/monitors');
    assert.equal(exchange.request.headers['authorization'], 'Bearer …wner');
  });

  for (const [method, body, length] of [
    ['POST', '{"name":"Zürich"}', '18'],
    ['POST', undefined, '0'],
    ['PUT', '', '0'],
    ['PATCH', '{}', '2'],
    ['DELETE', undefined, undefined],
    ['DELETE', '{}', '2'],
    ['QUERY', '{}', '2'],
  ] as const) {
    const what = body === undefined ? 'without a body' : `with a body of ${length} bytes`;
    it(`sends a ${method} ${what} once, where fetch would repeat it by itself`, async () => {
      server.answer(json({ message: 'Misdirected' }, 421));
      const { client, connection } = await connect(server.baseUrl);
      const exchange = await client.send({
        connection: connection.id,
        method,
        path,
        ...(body !== undefined && { body }),
      });
      assert.equal(exchange.response?.status, 421);
      assert.equal(exchange.callsSpent, 1);
      assert.deepEqual(
        server.requests.map((request) => [request.method, request.body, request.header('content-length')]),
        [[method, body ?? '', length]],
      );
      assert.equal(server.requests[0]?.header('transfer-encoding'), undefined);
    });
  }

  it('names no project with a project key, nor on exempt paths', async () => {
    const { client, connection, selection } = await connect(server.baseUrl, { key: projectKey });
    await selection.select(connection.id, luminous);
    const exchange = await client.send({ connection: connection.id, method: 'GET', path });
    const owner = await connect(server.baseUrl);
    await owner.selection.select(owner.connection.id, luminous);
    await owner.client.send({ connection: owner.connection.id, method: 'GET', path: '/projects' });
    assert.deepEqual(exchange.scope, { by: 'none' });
    assert.equal(server.requests.length, 2);
    for (const { rawHeaders } of server.requests) {
      assert.ok(rawHeaders.every(([name]) => !name.toLowerCase().startsWith('x-phare')));
    }
  });

  it('stamps the project that was selected when it began, whatever is selected meanwhile', async () => {
    const held = Promise.withResolvers<void>();
    server.answer((response, request) => {
      void held.promise.then(() => json({ data: [] })(response, request));
    });
    const { client, connection, selection } = await connect(server.baseUrl);
    await selection.select(connection.id, luminous);
    const sending = client.send({ connection: connection.id, method: 'GET', path });
    await selection.select(connection.id, { id: '8', name: 'Other' });
    held.resolve();
    assert.equal((await sending).scope.project, '7');
    assert.equal(server.requests[0]?.header('x-phare-project-id'), '7');
  });

  it('tells of every exchange once, of what was not sent too', async () => {
    const { client, connection } = await connect(server.baseUrl);
    const heard: Exchange[] = [];
    client.onDidExchange((exchange) => heard.push(exchange));
    const sent = await client.send({ connection: connection.id, method: 'GET', path });
    const refused = await client.send({ connection: connection.id, method: 'GET', path: 'x' });
    assert.deepEqual(heard, [sent, refused]);
    assert.notEqual(sent.id, refused.id);
  });

  it('rejects for a connection that does not exist', async () => {
    await assert.rejects(compose().client.send({ connection: 'nobody', method: 'GET', path }), InputError);
  });
});

describe('not sending', () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(async () => {
    assert.equal(server.requests.length, 0);
    await server[Symbol.asyncDispose]();
  });

  it('without a key, or when the storage does not give it', async () => {
    const { client, connection, vault } = await connect(server.baseUrl);
    const draft = { connection: connection.id, method: 'GET', path };
    vault.reject('get', `locked: ${ownerKey}`);
    const locked = await client.send(draft);
    assert.equal(locked.failure?.reason, 'key-missing');
    assert.ok(!JSON.stringify(locked).includes(ownerKey));
    vault.accept();
    vault.keys.clear();
    const missing = await client.send(draft);
    assert.equal(missing.failure?.kind, 'not-sent');
    assert.equal(missing.failure.reason, 'key-missing');
    assert.equal(missing.callsSpent, 0);
    assert.equal(missing.response, undefined);
  });

  it('with a stored key that is none', async () => {
    const { client, connection, vault } = await connect(server.baseUrl);
    const unclean = [`"${ownerKey}"`, `Bearer ${ownerKey}`, `X-API-Key: ${ownerKey}`, `${ownerKey}\n`];
    for (const text of ['pha_org_a\nb_defghij', 'pha_org_ключ_abcdef', 'short', ...unclean]) {
      vault.keys.set(connection.id, text);
      const exchange = await client.send({ connection: connection.id, method: 'GET', path });
      assert.equal(exchange.failure?.reason, 'key-malformed');
      assert.ok(!JSON.stringify(exchange).includes(text));
    }
  });

  it('with the key in the address, which is not kept then', async () => {
    const { client, connection } = await connect(server.baseUrl);
    const encoded = Buffer.from(ownerKey).toString('hex').replaceAll(/../gu, '%$&');
    for (const leaking of [`/projects?key=${ownerKey}`, `/projects/${ownerKey}`, `/projects/${encoded}`]) {
      const headers = { 'X-Note': `my key ${ownerKey}` };
      const exchange = await client.send({ connection: connection.id, method: 'GET', path: leaking, headers });
      assert.equal(exchange.failure?.reason, 'key-in-url');
      assert.equal(exchange.request.url, server.baseUrl);
      assert.ok(!JSON.stringify(exchange).includes(ownerKey));
      assert.ok(!JSON.stringify(exchange).includes(encoded));
    }
  });

  it('with an address of another origin, or a project outside the key', async () => {
    const { client, connection } = await connect(server.baseUrl, { key: projectKey, boundProject: luminous });
    const away = await client.send({ connection: connection.id, method: 'GET', path: 'https://evil.invalid/' });
    assert.equal(away.failure?.reason, 'invalid-request');
    const outside = await client.send({ connection: connection.id, method: 'GET', path, project: '8' });
    assert.equal(outside.failure?.reason, 'project-outside-key');
  });

  it('when cancelled before, or while it waits for the budget, and counts nothing then', async () => {
    const clock = new ManualClock();
    const { client, connection, connections, budget } = await connect(server.baseUrl, { clock });
    const draft = { connection: connection.id, method: 'GET', path, headers: { 'X-Note': ownerKey } };
    const before = await client.send(draft, { signal: AbortSignal.abort() });
    assert.equal(before.failure?.kind, 'aborted');
    assert.equal(before.callsSpent, 0);
    const definition = connections.definitionOf(connection);
    assert.equal(budget.remaining(connection, definition).calls, 100);
    budget.observe(connection, definition, undefined, 429, new Headers({ 'retry-after': '30' }));
    const controller = new AbortController();
    const waits: number[] = [];
    const sending = client.send(draft, { signal: controller.signal, onWait: (wait) => waits.push(wait) });
    await settled();
    assert.deepEqual(waits, [31_000]);
    controller.abort();
    const exchange = await sending;
    assert.equal(exchange.failure?.kind, 'aborted');
    assert.equal(exchange.callsSpent, 0);
    assert.ok(!JSON.stringify(exchange).includes(ownerKey));
    await clock.advance(31_000);
    assert.equal(budget.remaining(connection, definition).calls, 100);
  });
});

describe('retries and budget', () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server[Symbol.asyncDispose]());

  const reset: Answer = (response) => response.socket?.destroy();
  const unavailable = json({ message: 'later' }, 503);
  const send = async (method: string, background: boolean) => {
    const { client, connection, ...rest } = await connect(server.baseUrl);
    const body = method === 'GET' ? {} : { body: '{}' };
    const draft = { connection: connection.id, method, path, ...body };
    return { exchange: await client.send(draft, { background }), connection, ...rest };
  };

  for (const [name, bad] of [
    ['a reset', reset],
    ['503', unavailable],
  ] as const) {
    it(`a background read is sent again once after ${name}`, async () => {
      server.answer(inTurn(bad));
      const { exchange } = await send('GET', true);
      assert.equal(exchange.response?.status, 200);
      assert.equal(exchange.failure, undefined);
      assert.equal(exchange.callsSpent, 2);
      assert.equal(server.requests.length, 2);
    });

    it(`a background read is not sent a third time after ${name}`, async () => {
      server.answer(bad);
      const { exchange } = await send('GET', true);
      assert.equal(exchange.callsSpent, 2);
      assert.equal(server.requests.length, 2);
    });

    it(`neither a write nor a person's read is sent again after ${name}`, async () => {
      server.answer(bad);
      for (const [method, background] of [
        ['POST', true],
        ['DELETE', true],
        ['POST', false],
        ['GET', false],
      ] as const) {
        const before = server.requests.length;
        const { exchange } = await send(method, background);
        assert.equal(server.requests.length, before + 1, method);
        assert.equal(exchange.callsSpent, 1);
      }
    });
  }

  it('a background read is not sent again that was refused, or told when to come back', async () => {
    for (const status of [400, 401, 403, 404, 409, 425, 429, 500, 503]) {
      server.answer(json({}, status, status === 503 ? { 'retry-after': '30' } : {}));
      const before = server.requests.length;
      await send('GET', true);
      assert.equal(server.requests.length, before + 1, `${status}`);
    }
  });

  it('counts every request on the wire of the own address', async () => {
    server.answer(inTurn((response) => response.writeHead(302, { location: '/a' }).end(), unavailable));
    const { exchange, budget, connection, connections } = await send('GET', true);
    assert.equal(exchange.callsSpent, 3);
    assert.equal(server.requests.length, 3);
    assert.equal(budget.remaining(connection, connections.definitionOf(connection)).calls, 97);
  });

  it('learns from a 429, and waits before the next', async () => {
    const clock = new ManualClock();
    server.answer(inTurn(json({ message: 'Too Many Attempts.' }, 429, { 'retry-after': '12' })));
    const { client, connection } = await connect(server.baseUrl, { clock });
    const draft = { connection: connection.id, method: 'GET', path };
    assert.equal((await client.send(draft)).response?.status, 429);
    const waits: number[] = [];
    const second = client.send(draft, { onWait: (wait) => waits.push(wait) });
    await settled();
    assert.deepEqual(waits, [13_000]);
    assert.equal(server.requests.length, 1);
    await clock.advance(13_000);
    assert.equal((await second).response?.status, 200);
  });
});
