import assert from 'node:assert/strict';
import type { RequestDraft } from '../../src/client/draft.ts';
import type { ReceivedRequest } from '../support/server.ts';
import { type Composition, connect, luminous, ownerKey } from '../support/compose.ts';
import { phare, phareWith } from '../support/samples.ts';
import { type LoopbackServer, json, redirect, startServer } from '../support/server.ts';
import { Services } from '../../src/services/registry.ts';

const path = '/uptime/monitors';

function assertBare(request: ReceivedRequest): void {
  for (const name of [
    'authorization',
    'x-phare-project-id',
    'x-phare-project-slug',
    'x-own',
    'cookie',
    'content-type',
  ]) {
    assert.equal(request.header(name), undefined, `${name} went to another origin`);
  }
  assert.ok(!JSON.stringify(request).includes(ownerKey));
  assert.equal(request.body, '');
}

describe('redirects', () => {
  let own: LoopbackServer;
  let other: LoopbackServer;
  let composed: Composition;
  let id: string;

  beforeEach(async () => {
    own = await startServer();
    other = await startServer();
    const { connection, ...rest } = await connect(own.baseUrl);
    composed = rest;
    id = connection.id;
    await composed.selection.select(id, luminous);
  });
  afterEach(async () => {
    await own[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
  });
  const send = (draft: Partial<RequestDraft> = {}) =>
    composed.client.send({ connection: id, method: 'GET', path, headers: { 'X-Own': 'mine' }, ...draft });

  it('within the origin keep the key, the project and typed headers', async () => {
    own.answer((response, request) => {
      (request.url === path ? redirect('/moved?page=2', 301) : json({ data: [1] }))(response, request);
    });
    const exchange = await send();
    assert.equal(exchange.response?.status, 200);
    assert.deepEqual(exchange.hops, [
      { url: `${own.baseUrl}${path}`, status: 301, method: 'GET', carriedKey: true, carriedProject: true },
    ]);
    assert.equal(exchange.callsSpent, 2);
    assert.equal(exchange.request.url, `${own.baseUrl}/moved?page=2`);
    const last = own.requests[1];
    assert.equal(last?.url, '/moved?page=2');
    assert.equal(last.header('authorization'), `Bearer ${ownerKey}`);
    assert.equal(last.header('x-phare-project-id'), '7');
    assert.equal(last.header('x-own'), 'mine');
  });

  it('to another port carry neither key, nor project, nor typed headers', async () => {
    own.answer(redirect(`${other.baseUrl}/elsewhere`));
    const exchange = await send();
    assert.equal(exchange.response?.status, 200);
    assert.equal(other.requests.length, 1);
    assertBare(other.requests[0] as ReceivedRequest);
    assert.deepEqual(Object.keys(exchange.request.headers), ['accept']);
    assert.match(exchange.notes.join(), /where neither key nor project was sent/u);
    assert.equal(exchange.callsSpent, 2);
    // The other origin's calls are not of this service's budget.
    const connection = composed.connections.get(id);
    assert.equal(composed.budget.remaining(connection, composed.connections.definitionOf(connection)).calls, 99);
  });

  it('to another name of this machine carry nothing', async () => {
    own.answer(redirect(`http://localhost:${other.port}/elsewhere`));
    await send();
    assert.equal(other.requests.length, 1);
    assertBare(other.requests[0] as ReceivedRequest);
  });

  it('carry nothing on the way back from another origin', async () => {
    own.answer((response, request) => {
      (request.url === path ? redirect(`${other.baseUrl}/away`) : json({ secret: 1 }))(response, request);
    });
    other.answer(redirect(`${own.baseUrl}/users`));
    const exchange = await send();
    assert.equal(exchange.callsSpent, 3);
    assert.equal(own.requests[1]?.url, '/users');
    assertBare(own.requests[1] as ReceivedRequest);
    assertBare(other.requests[0] as ReceivedRequest);
  });

  it('drop a user name and password that the server puts into the address', async () => {
    own.answer((response, request) => {
      const target = `http://owner:word@127.0.0.1:${own.port}/moved`;
      (request.url === path ? redirect(target) : json({}))(response, request);
    });
    await send();
    assert.equal(own.requests[1]?.header('authorization'), `Bearer ${ownerKey}`);
  });

  it('end after five', async () => {
    own.answer(redirect(path));
    const exchange = await send();
    assert.equal(own.requests.length, 6);
    assert.equal(exchange.callsSpent, 6);
    assert.equal(exchange.hops.length, 5);
    assert.equal(exchange.response?.status, 302);
    assert.match(exchange.notes.join(), /more than 5 times/u);
  });

  it('end after five between two servers too', async () => {
    own.answer(redirect(other.baseUrl));
    other.answer(redirect(own.baseUrl));
    const exchange = await send();
    assert.equal(own.requests.length + other.requests.length, 6);
    assert.equal(exchange.callsSpent, 6);
  });

  it('to plain http on a far host are not followed', async () => {
    own.answer(redirect('http://far.invalid/'));
    const exchange = await send();
    assert.equal(exchange.response?.status, 302);
    assert.equal(exchange.callsSpent, 1);
    assert.equal(exchange.failure, undefined);
    assert.match(exchange.notes.join(), /http:\/\/far\.invalid was not followed/u);
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`of a write (${status}) are not followed`, async () => {
      own.answer(redirect('/again', status));
      const exchange = await send({ method: 'POST', path: '/projects', body: '{"name":"a"}' });
      assert.equal(own.requests.length, 1);
      assert.equal(exchange.response?.status, status);
      assert.match(exchange.notes.join(), /sent only once/u);
    });
  }

  it('of a read by POST become GET after 303, and stay POST after 307', async () => {
    const search = { method: 'POST', path: '/search', title: 'Search', group: 'Search', reads: true };
    const services = new Services([phareWith({ operations: [...phare.operations, search] })]);
    for (const [status, method, body] of [
      [303, 'GET', ''],
      [307, 'POST', '{"q":1}'],
    ] as const) {
      own.answer((response, request) => {
        (request.url === '/search' ? redirect('/found', status) : json({ data: [] }))(response, request);
      });
      const { client, connection } = await connect(own.baseUrl, { services });
      const exchange = await client.send({
        connection: connection.id,
        method: 'POST',
        path: '/search',
        body: '{"q":1}',
      });
      assert.equal(exchange.request.method, method);
      const last = own.requests.at(-1);
      assert.equal(last?.url, '/found');
      assert.equal(last.method, method);
      assert.equal(last.body, body);
    }
  });

  it('without an address are answers like any other', async () => {
    own.answer((response) => {
      response.writeHead(302).end();
    });
    const exchange = await send();
    assert.equal(exchange.response?.status, 302);
    assert.deepEqual(exchange.hops, []);
  });
});
