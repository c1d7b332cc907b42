import assert from 'node:assert/strict';
import { openDesk } from '../support/desk.ts';
import { type Spoken, type SpokenServices, startServices } from '../support/practiceServices.ts';
import { amplePerSecond, servicesWith } from '../support/samples.ts';
import { type LoopbackServer, json, redirect, startServer } from '../support/server.ts';

describe("Logfire's missing slash", () => {
  let spoken: SpokenServices;
  let us: Spoken;
  before(async () => {
    spoken = await startServices({ services: ['logfire'] });
    us = spoken.services[0] as Spoken;
  });
  after(() => spoken.stop());
  beforeEach(() => us.control.reset());
  const open = () => openDesk(us.service.baseUrl, { service: 'logfire', key: us.key('owner') });
  const project = '00000002-0101-4000-8000-000000000001';

  for (const status of ['307', '308']) {
    it(`is followed with key, project and query, and counted (${status})`, async () => {
      us.control.variant('missing-slash', status);
      const desk = await open();
      const exchange = await desk.send({ path: '/api/v1/projects/{project_id}/alerts', project, query: { a: 'b c' } });
      assert.equal(exchange.response?.status, 200);
      assert.equal(exchange.callsSpent, 2);
      assert.deepEqual(
        exchange.hops.map((hop) => [new URL(hop.url).pathname, hop.status]),
        [[`/api/v1/projects/${project}/alerts`, Number(status)]],
      );
      const [first, second] = us.control.requests;
      assert.equal(second?.path, `/api/v1/projects/${project}/alerts/?a=b+c`);
      assert.equal(second.headers['authorization'], first?.headers['authorization']);
      assert.deepEqual(exchange.scope, { project, by: 'path' });
      assert.deepEqual(desk.diagnose(exchange), []);
    });

    it(`is not followed for a write, which goes out once (${status})`, async () => {
      us.control.variant('missing-slash', status);
      const desk = await open();
      const exchange = await desk.send({ method: 'POST', path: '/api/v1/channels', body: '{"label":"a","config":{}}' });
      assert.equal(exchange.response?.status, Number(status));
      assert.equal(exchange.callsSpent, 1);
      assert.match(exchange.notes.join(), /sent only once/u);
    });
  }

  it('is a 404 where the service says so', async () => {
    us.control.variant('missing-slash', '404');
    const desk = await open();
    const exchange = await desk.send({ path: '/api/v1/channels' });
    assert.equal(exchange.callsSpent, 1);
    const [first] = desk.diagnose(exchange);
    assert.equal(first?.cause, 'not-found');
    assert.match(first.evidence.join(), /but for the slash at its end/u);
  });
});

describe('A redirect away from the service', () => {
  let own: LoopbackServer;
  let other: LoopbackServer;
  beforeEach(async () => {
    other = await startServer(json({ items: [] }));
    own = await startServer((response, request) => {
      const isExchange = request.url === '/tokens/generate';
      (isExchange ? json({ token: 'practice-token-0001' }) : redirect(`${other.baseUrl}/found`, 307))(
        response,
        request,
      );
    });
  });
  afterEach(async () => {
    await own[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
  });
  const services = { flare: servicesWith('flare', { budget: amplePerSecond }) };

  for (const [service, key, path] of [
    ['flare', 'fw_practice0000001', '/firework/v4/identifiers/'],
    ['logfire', 'pylf_v1_us_practice0001', '/api/v1/channels/'],
    ['wellows', 'wellows-practice-0001', '/projects'],
  ] as const) {
    it(`takes neither key nor token nor project nor typed headers along: ${service}`, async () => {
      const options = service === 'flare' ? { services: services.flare } : {};
      const desk = await openDesk(own.baseUrl, { ...options, service, key });
      const exchange = await desk.send({ path, project: '4101', headers: { 'X-Own': 'mine' } });
      const [arrived, ...more] = other.requests;
      assert.deepEqual(more, []);
      assert.ok(arrived);
      const sent = JSON.stringify(arrived.rawHeaders);
      for (const secret of [key, 'practice-token-0001', '4101', 'mine']) assert.ok(!sent.includes(secret), sent);
      assert.equal(
        desk.diagnose(exchange)[0]?.cause ?? 'none',
        service === 'wellows' || service === 'logfire' ? 'redirect-dropped-key' : 'none',
      );
      assert.match(exchange.notes.join(), /neither key nor project was sent/u);
    });
  }

  it('is not followed by an exchange: the key stays here', async () => {
    own.answer(redirect(`${other.baseUrl}/tokens/generate`, 308));
    const desk = await openDesk(own.baseUrl, { service: 'flare', key: 'fw_practice0000001' });
    const exchange = await desk.send({ path: '/firework/v4/identifiers/' });
    assert.deepEqual(other.requests, []);
    assert.equal(exchange.response?.status, 308);
    assert.equal(desk.diagnose(exchange)[0]?.cause, 'wrong-address');
  });
});
