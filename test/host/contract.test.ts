import assert from 'node:assert/strict';
import { freePort } from '../support/server.ts';
import { type Connected, connected } from './support/connect.ts';

describe('the contract, against practice Phare', () => {
  let desk: Connected;
  before(async () => {
    desk = await connected();
  });
  after(() => desk.end());
  beforeEach(() => desk.phare.control.reset());

  it('adds a connection without asking the network', async () => {
    const { bearings, phare } = desk;
    const added = await bearings.connections.add({
      service: 'phare',
      key: `  "Bearer ${phare.control.keys['project'] ?? ''}"\n`,
      baseUrl: phare.service.baseUrl,
    });
    assert.equal(added.keyKind, 'one-project');
    assert.equal(added.keyEnding, '0005');
    assert.deepEqual(
      bearings.connections.list().find(({ id }) => id === added.id),
      added,
    );
    assert.deepEqual(phare.control.requests, []);
    await bearings.connections.remove(added.id);
    assert.equal(
      bearings.connections.list().find(({ id }) => id === added.id),
      undefined,
    );
  });

  it('lists projects, and sends to the one that is selected', async () => {
    const { bearings, connection, phare } = desk;
    const projects = await bearings.projects.list(connection.id);
    assert.equal(projects.length, 30);
    const harbor = projects.find(({ slug }) => slug === 'quiet-harbor');
    assert.ok(harbor);
    await bearings.projects.select(connection.id, harbor.id);
    assert.deepEqual(bearings.projects.selected(connection.id), harbor);
    phare.control.forget();
    const exchange = await bearings.requests.send({
      connection: connection.id,
      method: 'GET',
      path: '/uptime/monitors',
    });
    assert.equal(exchange.response?.status, 200);
    assert.deepEqual(exchange.scope, {
      project: harbor.id,
      projectName: exchange.scope.projectName,
      by: 'header',
      header: 'X-Phare-Project-Id',
    });
    const [request, ...others] = phare.control.requests;
    assert.equal(others.length, 0);
    assert.equal(request?.headers['x-phare-project-id'], harbor.id);
    await bearings.projects.select(connection.id, undefined);
    assert.equal(bearings.projects.selected(connection.id), undefined);
  });

  it('walks a collection of 1,200 entries page by page', async () => {
    const { bearings, connection } = desk;
    const ids = new Set<string>();
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await bearings.resources.list(connection.id, '/uptime/monitors', {
        project: '1004',
        ...(cursor !== undefined && { cursor }),
      });
      for (const { id } of page.items) ids.add(id);
      assert.equal(page.callsSpent, 1);
      cursor = page.next;
      pages += 1;
    } while (cursor !== undefined && pages < 100);
    assert.equal(ids.size, 1200);
    assert.equal(cursor, undefined);
  });

  it('names the cause of a refusal and the command that mends it', async () => {
    const { bearings, connection } = desk;
    const exchange = await bearings.requests.send({
      connection: connection.id,
      method: 'GET',
      path: '/uptime/monitors',
      project: null,
    });
    const [diagnosis] = await bearings.diagnosis.diagnose(exchange);
    assert.equal(diagnosis?.cause, 'project-missing');
    assert.ok(diagnosis.evidence.length > 0);
    assert.ok(diagnosis.actions.some(({ command }) => command === 'bearings.switchProject'));
  });

  it('explains a pasted answer without a connection', () => {
    const { bearings } = desk;
    const [diagnosis] = bearings.diagnosis.explain({
      service: 'phare',
      status: 403,
      body: '{"message":"The uptime:read permission is required."}',
      request: 'GET /uptime/monitors',
    });
    assert.equal(diagnosis?.cause, 'permission-none');
  });

  it('reports what a key may do, and what that cost', async () => {
    const { bearings, phare } = desk;
    const limited = await desk.add('uptimeOnly');
    phare.control.forget();
    const report = await bearings.keys.check(limited.id);
    assert.equal(report.verdict, 'valid');
    assert.equal(report.callsSpent, phare.control.requests.length);
    assert.equal(report.access.find(({ area }) => area === 'platform')?.read, 'no');
    await bearings.connections.remove(limited.id);
  });

  it('finds a revoked key invalid, and a replaced one valid again', async () => {
    const { bearings, phare, connection, key } = desk;
    phare.control.revoke(key);
    assert.equal((await bearings.keys.check(connection.id)).verdict, 'invalid');
    const replaced = await bearings.connections.replaceKey(connection.id, phare.control.keys['readOnly'] ?? '');
    assert.equal(replaced.keyEnding, '0002');
    assert.equal((await bearings.keys.check(connection.id)).verdict, 'valid');
    await bearings.connections.replaceKey(connection.id, key);
  });

  it('reads a key without sending anything', () => {
    const { bearings, phare } = desk;
    assert.equal(bearings.keys.fingerprint('pha_prj_practice_fingerprint').keyKind, 'one-project');
    assert.ok(bearings.keys.fingerprint('"quoted-practice-key"').problems.includes('quotes'));
    assert.deepEqual(phare.control.requests, []);
  });

  it('counts down the budget by what was sent', async () => {
    const { bearings, connection } = desk;
    const earlier = bearings.budget.remaining(connection.id);
    assert.equal(earlier.perSeconds, 60);
    await bearings.requests.send({ connection: connection.id, method: 'GET', path: '/projects' });
    assert.equal(bearings.budget.remaining(connection.id).calls, earlier.calls - 1);
  });

  it('gives an exchange for what the network did, and for a request that was cancelled', async () => {
    const { bearings, connection, phare } = desk;
    const dead = await bearings.connections.add({
      service: 'phare',
      key: 'pha_org_practice_nobody',
      baseUrl: `http://127.0.0.1:${String(await freePort())}`,
    });
    const refused = await bearings.requests.send({ connection: dead.id, method: 'GET', path: '/projects' });
    assert.equal(refused.failure?.kind, 'refused');
    assert.equal((await bearings.keys.check(dead.id)).verdict, 'unreachable');
    await bearings.connections.remove(dead.id);
    const cancelled = await bearings.requests.send(
      { connection: connection.id, method: 'GET', path: '/projects' },
      AbortSignal.abort(),
    );
    assert.equal(cancelled.failure?.kind, 'aborted');
    assert.deepEqual(phare.control.requests, []);
  });

  it('rejects wrong arguments, and keeps nothing of them', async () => {
    const { bearings, connection } = desk;
    const stored = bearings.connections.list();
    const { baseUrl } = connection;
    const key = 'pha_org_practice_wrong';
    const wrong: (() => Promise<unknown>)[] = [
      () => bearings.connections.add({ service: 'nowhere', key }),
      () => bearings.connections.add({ service: 'phare', key: '' }),
      () => bearings.connections.add({ service: 'phare', key: 'two words' }),
      () => bearings.connections.add({ service: 'phare', key, label: 'x'.repeat(10_000) }),
      () => bearings.connections.add({ service: 'phare', key, baseUrl: 'http://example.com' }),
      () => bearings.connections.add({ service: 'phare', key, baseUrl: `${baseUrl}/?a=b` }),
      () => bearings.connections.add({ service: 'phare', key, baseUrl: 'https://name:word@example.com' }),
      () => bearings.connections.add({ service: 'phare', key, region: 'moon', baseUrl }),
      () => bearings.connections.replaceKey('no-such-connection', key),
      () => bearings.connections.replaceKey(connection.id, 'two words'),
      () => bearings.connections.remove('no-such-connection'),
      () => bearings.keys.check('no-such-connection'),
      () => bearings.projects.list('no-such-connection'),
      () => bearings.projects.select('no-such-connection', '1001'),
      () => bearings.projects.select(connection.id, ''),
      () => bearings.requests.send({ connection: 'no-such-connection', method: 'GET', path: '/' }),
      () => bearings.resources.list(connection.id, '/no/such/collection'),
      () => bearings.resources.list('no-such-connection', '/uptime/monitors'),
    ];
    for (const call of wrong) {
      await assert.rejects(call(), ({ message }: Error) => message.length > 10 && !message.includes(key), String(call));
    }
    assert.throws(() => bearings.diagnosis.explain({ service: 'nowhere', status: 401 }));
    assert.throws(() => bearings.diagnosis.explain({ service: 'phare', status: 1 }));
    assert.deepEqual(bearings.connections.list(), stored);
  });
});
