import assert from 'node:assert/strict';
import { entryToKeep } from '../../src/client/history.ts';
import { temporaryConnection } from '../../src/connections/temporary.ts';
import { openDesk } from '../support/desk.ts';
import { beaconKey, withFifthServices } from '../support/fifthServices.ts';
import { type PracticeFlare, exchangePath, identifiers, startPracticeFlare, tenants } from '../support/flareDesk.ts';
import { compose, ownerKey } from '../support/compose.ts';
import { type LoopbackServer, json, startServer } from '../support/server.ts';

const typed = 'typed-by-hand-practice-0001';

describe('a key or token typed by hand', () => {
  const services = withFifthServices();
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server[Symbol.asyncDispose]());

  for (const header of ['X-Beacon-Session', 'x-beacon-key']) {
    it(`is masked in ${header}, of which only the service's description tells that it carries secrets`, async () => {
      server.answer(json({ session: { value: 'beacon-session-0001' }, echo: typed }));
      const desk = await openDesk(server.baseUrl, { services, service: 'beacon', key: beaconKey });
      const exchange = await desk.send({ path: '/sites', headers: { [header]: typed } });
      assert.ok(server.requests.some((request) => request.header(header) === typed));
      assert.ok(!JSON.stringify(exchange).includes(typed));
      const draft = {
        method: 'GET',
        path: '/sites',
        pathValues: {},
        query: [],
        headers: [{ name: ` ${header}`, value: typed }],
        body: '',
      };
      const entry = { connection: exchange.connection, connectionTitle: 'One', draft, exchange };
      const kept = entryToKeep(entry, { keys: [], definitions: services.list() });
      assert.ok(!JSON.stringify(kept).includes(typed), JSON.stringify(kept));
      assert.deepEqual(kept.draft.headers, [{ name: ` ${header}`, value: '…0001' }]);
    });
  }
});

describe('a token typed by hand', () => {
  let practice: PracticeFlare;
  before(async () => {
    practice = await startPracticeFlare();
  });
  after(() => practice.stop());
  beforeEach(() => practice.flare.control.reset());

  const tokenOf = async (tenant: string) => {
    const answer = await fetch(practice.flare.service.baseUrl + exchangePath, {
      method: 'POST',
      headers: { authorization: practice.flare.key('owner'), 'content-type': 'application/json' },
      body: JSON.stringify({ tenant_id: Number(tenant) }),
    });
    const { token } = (await answer.json()) as { token: string };
    practice.flare.control.forget();
    return token;
  };

  it('goes in place of the key’s, which is not exchanged for it', async () => {
    const desk = await practice.open();
    const headers = { authorization: `Bearer ${await tokenOf(tenants.retail)}` };
    const { response, callsSpent } = await desk.send({ path: identifiers, headers });
    assert.equal(response?.status, 200);
    assert.equal(callsSpent, 1);
    assert.equal(practice.exchanges(), 0);
  });

  it('decides the tenant: the selected one is not stamped on the answer, which says so', async () => {
    const desk = await practice.open();
    await desk.selection.select(desk.connection.id, { id: tenants.bank, name: 'Bank' });
    const headers = { authorization: `Bearer ${await tokenOf(tenants.retail)}` };
    const { scope, against, notes, response } = await desk.send({ path: identifiers, headers });
    const [item] = (JSON.parse(response?.bodyText ?? '') as { items: { tenant_id: number }[] }).items;
    assert.equal(String(item?.tenant_id), tenants.retail);
    assert.deepEqual(scope, { by: 'token' });
    assert.equal(against, tenants.bank);
    assert.match(notes.join(), /typed by hand.*tenant.*Bank/u);
  });

  it('is sent once when it is refused, and costs the key’s own token nothing', async () => {
    const desk = await practice.open();
    assert.equal((await desk.send({ path: identifiers })).response?.status, 200);
    const headers = { authorization: 'Bearer practice-flare-token-refused' };
    const refused = await desk.send({ path: identifiers, headers });
    assert.equal(refused.response?.status, 401);
    assert.equal(refused.callsSpent, 1);
    assert.deepEqual([refused.credential?.by, refused.credential?.as], ['hand', 'token']);
    assert.equal((await desk.send({ path: identifiers })).response?.status, 200);
    assert.equal(practice.exchanges(), 1);
  });
});

describe('the key', () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server[Symbol.asyncDispose]());

  const plusKey = 'pha_org_practice+owner/0001==';
  const places: readonly (readonly [string, string, string, object])[] = [
    ['as the project of a path', 'logfire', 'pylf_v1_us_practice0001', { project: 'pylf_v1_us_practice0001' }],
    ['as the selected project of a path', 'logfire', 'pylf_v1_us_practice0001', {}],
    ['encoded in a query', 'phare', plusKey, { path: '/x', query: { key: plusKey } }],
    ['encoded beside a broken escape', 'phare', plusKey, { path: '/x%zz', query: { key: plusKey } }],
    ['with escapes that it does not need', 'phare', ownerKey, { path: `/x?key=${ownerKey.replace('o', '%6F')}` }],
    ['in Base64', 'phare', ownerKey, { path: '/x', query: { auth: btoa(`:${ownerKey}`) } }],
  ];
  for (const [place, service, key, draft] of places) {
    it(`goes into no address: ${place}`, async () => {
      const desk = await openDesk(server.baseUrl, { service, key });
      if (service === 'logfire') await desk.selection.select(desk.connection.id, { id: key, name: key });
      const exchange = await desk.send({ path: '/api/v1/projects/{project_id}/', ...draft });
      assert.equal(exchange.failure?.reason, 'key-in-url');
      assert.equal(exchange.request.url, server.baseUrl);
      assert.equal(server.requests.length, 0);
    });
  }

  it('is told of in no error when no header can hold it', async () => {
    const { client, connections } = compose();
    const input = {
      id: 'practice',
      service: 'phare',
      label: 'Practice',
      baseUrl: server.baseUrl,
      key: `\n${ownerKey}`,
    };
    const definition = connections.services.get('phare');
    connections.setTemporary([temporaryConnection(input, definition, [definition])]);
    const exchange = await client.send({ connection: 'practice', method: 'GET', path: '/projects' });
    assert.equal(exchange.failure?.reason, 'key-malformed');
    assert.match(exchange.failure.message, /white space around it/u);
    assert.ok(!JSON.stringify(exchange).includes(ownerKey));
    assert.equal(server.requests.length, 0);
  });
});
