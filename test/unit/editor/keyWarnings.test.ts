import assert from 'node:assert/strict';
import { KeyWarnings } from '../../../src/editor/keyWarnings.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { type LoopbackServer, json, startServer } from '../../support/server.ts';

const GOOD = 'pha_org_practice_warnings_good_0001';
const BAD = 'pha_org_practice_warnings_bad_00002';
const REFUSED = 'Phare does not accept this key.';

describe('Warnings of keys', () => {
  let server: LoopbackServer;
  let desk: Desk;
  let warnings: KeyWarnings;

  beforeEach(async () => {
    server = await startServer((response, request) => {
      const isGood = request.header('authorization') === `Bearer ${GOOD}`;
      (isGood ? json({ data: [] }) : json({ message: 'Invalid API key' }, 401))(response, request);
    });
    desk = await openDesk(server.baseUrl, { key: BAD });
    warnings = new KeyWarnings({
      connections: desk.connections,
      onDidExchange: desk.client.onDidExchange,
      diagnose: async (exchange) => desk.diagnose(exchange),
    });
  });
  afterEach(async () => {
    warnings.dispose();
    await server[Symbol.asyncDispose]();
  });

  const said = (id: string, text: string) =>
    new Promise<void>((resolve) => {
      const look = () => warnings.of(id) === text && resolve();
      warnings.onDidChange(look);
      look();
    });
  const ask = (id = desk.connection.id, headers = {}) => desk.send({ connection: id, path: '/projects', headers });

  it('come with a refusal and go with an answer', async () => {
    assert.equal(warnings.of(desk.connection.id), '');
    await ask();
    await said(desk.connection.id, REFUSED);
    await desk.connections.replaceKey(desk.connection.id, GOOD);
    await said(desk.connection.id, '');
    await ask();
    assert.equal(warnings.of(desk.connection.id), '');
  });

  it('stay when a key that was refused is saved all the same', async () => {
    const candidate = desk.connections.draft({ service: 'phare', key: BAD, baseUrl: server.baseUrl });
    const trial = desk.connections.tryOut(candidate);
    await ask(candidate.connection.id);
    await said(candidate.connection.id, REFUSED);
    const stored = await desk.connections.store(candidate);
    trial.dispose();
    await said(stored.id, REFUSED);
  });

  it('come with a key that was refused before it took another’s place', async () => {
    await desk.connections.replaceKey(desk.connection.id, GOOD);
    const candidate = desk.connections.draft({ service: 'phare', key: BAD, baseUrl: server.baseUrl });
    const trial = desk.connections.tryOut(candidate);
    await ask(candidate.connection.id);
    await said(candidate.connection.id, REFUSED);
    trial.dispose();
    assert.equal(warnings.of(desk.connection.id), '');
    await desk.connections.replaceKey(desk.connection.id, BAD);
    await said(desk.connection.id, REFUSED);
  });

  it('say nothing of the new key by an answer to the old one, or of the stored key by one typed by hand', async () => {
    const other = await desk.add(BAD, { label: 'other' });
    const held = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    server.answer((response, request) => {
      arrived.resolve();
      void held.promise.then(() => json({ message: 'Invalid API key' }, 401)(response, request));
    });
    const late = ask();
    await arrived.promise;
    await desk.connections.replaceKey(desk.connection.id, GOOD);
    held.resolve();
    await late;
    await ask(desk.connection.id, { authorization: `Bearer ${BAD}` });
    // What is learnt of later is known only after what came before.
    await ask(other.id);
    await said(other.id, REFUSED);
    assert.equal(warnings.of(desk.connection.id), '');
  });
});
