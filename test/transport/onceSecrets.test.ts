import assert from 'node:assert/strict';
import { entryToKeep } from '../../src/client/history.ts';
import { MemoryBodyStore } from '../support/bodyStore.ts';
import { openDesk } from '../support/desk.ts';
import { amplePerSecond, servicesWith } from '../support/samples.ts';
import { type LoopbackServer, bytes, json, startServer } from '../support/server.ts';

const shown = 'pylf_v2_us_practice_shown_once_4f2a';
const project = '2f6a3c1e-0000-4000-8000-000000000001';
const create = { method: 'POST', path: `/api/v1/projects/${project}/write-tokens/`, body: '{}' };

describe('secrets that a service shows once', () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server[Symbol.asyncDispose]());
  const logfire = () => openDesk(server.baseUrl, { service: 'logfire', key: 'pylf_v1_us_practice0001' });

  it('are masked wherever they stand, told by their endings, and held by the client', async () => {
    server.answer(json({ id: 1, token: shown, curl: `Bearer ${shown}` }, 201, { 'x-token-copy': shown }));
    const desk = await logfire();
    const exchange = await desk.send(create);
    assert.equal(exchange.response?.bodyText, '{"id":1,"token":"…4f2a","curl":"Bearer …4f2a"}');
    assert.deepEqual(exchange.onceSecrets, [{ field: 'token', ending: '4f2a' }]);
    assert.ok(!JSON.stringify(exchange).includes(shown));
    assert.equal(desk.client.onceSecret(exchange.id, 'token')?.reveal(), shown);
    assert.equal(desk.client.onceSecret(exchange.id, 'id'), undefined);
    assert.equal(desk.client.onceSecret('another', 'token'), undefined);
    assert.equal(JSON.stringify(desk.client.onceSecret(exchange.id, 'token')), '"…4f2a"');
    desk.client.dispose();
    assert.equal(desk.client.onceSecret(exchange.id, 'token'), undefined);
  });

  it('never come to what the history keeps', async () => {
    server.answer(json({ token: shown }, 201));
    const exchange = await (await logfire()).send(create);
    const draft = { method: 'POST', path: create.path, pathValues: {}, query: [], headers: [], body: '{}' };
    const entry = { connection: exchange.connection, connectionTitle: 'One', draft, exchange };
    assert.ok(!JSON.stringify(entryToKeep(entry, { keys: [], definitions: [] })).includes('shown_once'));
  });

  it('are masked in an answer that is no whole JSON', async () => {
    server.answer(bytes(`{"id":1,"token":"${shown}"`, { 'content-type': 'application/json' }, 201));
    const exchange = await (await logfire()).send(create);
    assert.equal(exchange.response?.bodyText, '{"id":1,"token":"…4f2a"');
  });

  it('come to no file, however long the answer is', async () => {
    const filling = 'a'.repeat(1_500_000);
    server.answer(json({ filling, token: shown }, 201));
    const bodyStore = new MemoryBodyStore();
    const desk = await openDesk(server.baseUrl, {
      service: 'logfire',
      key: 'pylf_v1_us_practice0001',
      maximumBodyBytes: 10_000_000,
      maximumFileBytes: 100_000_000,
    });
    const exchange = await desk.send(create, { bodyStore });
    assert.equal(bodyStore.bodies.length, 0);
    assert.equal(exchange.response?.bodyText, `{"filling":"${filling}","token":"…4f2a"}`);
  });

  it('are only those of the operation: ordinary data stays as it is', async () => {
    server.answer(json({ token: shown }));
    const exchange = await (await logfire()).send({ method: 'GET', path: '/api/v1/organization/' });
    assert.equal(exchange.response?.bodyText, JSON.stringify({ token: shown }));
    assert.equal(exchange.onceSecrets, undefined);
  });

  it('are the tokens of an exchange that a person sends by hand as well', async () => {
    let number = 0;
    server.answer((response, request) => {
      number += 1;
      json({ token: `flare-practice-token-number-${number}`, refresh_token_exp: 1 })(response, request);
    });
    const services = servicesWith('flare', { budget: amplePerSecond });
    const desk = await openDesk(server.baseUrl, { service: 'flare', key: 'practice-flare-key-owner', services });
    const exchange = await desk.send({ method: 'POST', path: '/tokens/generate', body: '{}' });
    assert.equal(exchange.response?.status, 200);
    assert.match(exchange.response.bodyText, /^\{"token":"…er-\d","refresh_token_exp":1\}$/u);
    assert.deepEqual(
      exchange.onceSecrets?.map(({ field }) => field),
      ['token'],
    );
    assert.match(desk.client.onceSecret(exchange.id, 'token')?.reveal() ?? '', /^flare-practice-token-number-\d$/u);
  });

  it('of an exchange that failed are not shown either', async () => {
    server.answer(json({ token: 'a token with spaces in it' }));
    const services = servicesWith('flare', { budget: amplePerSecond });
    const desk = await openDesk(server.baseUrl, { service: 'flare', key: 'practice-flare-key-owner', services });
    const exchange = await desk.send({ method: 'GET', path: '/tokens/test' });
    assert.equal(exchange.response?.bodyText, '{"token":"…n it"}');
    assert.equal(exchange.onceSecrets, undefined);
  });
});
