import assert from 'node:assert/strict';
import { InputError } from '../../src/connections/inputError.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { ManualClock } from '../support/manualClock.ts';
import { type PracticePhare, startPracticePhare } from '../support/practice.ts';
import { freePort } from '../support/server.ts';

const owner = 'pha_org_practice_owner_0000000000000001';
const monitors = '/uptime/monitors';

describe('The contract', () => {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare();
  });
  after(() => phare.stop());
  beforeEach(() => phare.control.reset());

  const open = (name = 'owner') => openDesk(phare.service.baseUrl, { key: phare.control.keys[name] ?? name });
  const offline = async () => openDesk(`http://127.0.0.1:${await freePort()}`, { key: owner });
  const sentHeaders = () => {
    const headers = phare.control.requests.at(-1)?.headers ?? {};
    return [headers['x-phare-project-id'], headers['x-phare-project-slug']];
  };

  describe('wrong arguments', () => {
    const wrong: readonly (readonly [string, (desk: Desk) => Promise<unknown>])[] = [
      ['a key that cannot be one', ({ bearings }) => bearings.connections.add({ service: 'phare', key: 'a b' })],
      ['a service that does not exist', ({ bearings }) => bearings.connections.add({ service: 'none', key: owner })],
      [
        'an address with a path',
        ({ bearings }) => bearings.connections.add({ service: 'phare', key: owner, baseUrl: 'x' }),
      ],
      ['replacing the key of no connection', ({ bearings }) => bearings.connections.replaceKey('none', owner)],
      ['replacing a key by none', ({ bearings, connection }) => bearings.connections.replaceKey(connection.id, '""')],
      ['removing no connection', ({ bearings }) => bearings.connections.remove('none')],
      ['checking no connection', ({ bearings }) => bearings.keys.check('none')],
      ['the projects of no connection', ({ bearings }) => bearings.projects.list('none')],
      ['choosing for no connection', ({ bearings }) => bearings.projects.select('none', '1001')],
      ['choosing an empty id', ({ bearings, connection }) => bearings.projects.select(connection.id, '')],
      [
        'sending from no connection',
        ({ bearings }) => bearings.requests.send({ connection: 'none', method: 'GET', path: '/' }),
      ],
      ['a list of no connection', ({ bearings }) => bearings.resources.list('none', monitors)],
      ['a list that does not exist', ({ bearings, connection }) => bearings.resources.list(connection.id, '/none')],
    ];
    for (const [name, call] of wrong) {
      it(`reject: ${name}`, async () => {
        const desk = await open();
        phare.control.forget();
        // As a promise that rejects: a call that throws at once would pass by a caller's `catch`.
        const promise = call(desk);
        await assert.rejects(promise);
        assert.equal(phare.control.requests.length, 0);
      });
    }

    it('throw: a pasted answer of no service or status, the budget of no connection', async () => {
      const { bearings } = await open();
      assert.throws(() => bearings.diagnosis.explain({ service: 'none', status: 401 }), InputError);
      for (const status of [0, 99, 600, 401.5, Number.NaN]) {
        assert.throws(() => bearings.diagnosis.explain({ service: 'phare', status }), InputError);
      }
      assert.throws(() => bearings.budget.remaining('none'), InputError);
      assert.equal(bearings.projects.selected('none'), undefined);
    });
  });

  describe('trouble on the way', () => {
    it('never rejects: offline', async () => {
      const { bearings, connection } = await offline();
      assert.deepEqual(await bearings.projects.list(connection.id), []);
      assert.equal((await bearings.keys.check(connection.id)).verdict, 'unreachable');
      const exchange = await bearings.requests.send({ connection: connection.id, method: 'GET', path: monitors });
      assert.equal(exchange.failure?.kind, 'refused');
      assert.equal((await bearings.diagnosis.diagnose(exchange))[0]?.cause, 'network');
      const page = await bearings.resources.list(connection.id, monitors);
      assert.deepEqual([page.items, page.next, page.exchange.failure?.kind], [[], undefined, 'refused']);
      assert.equal(page.callsSpent, page.exchange.callsSpent);
    });

    for (const status of [400, 401, 403, 404, 429, 500, 503]) {
      it(`never rejects: ${status}`, async () => {
        const { bearings, connection } = await open();
        phare.control.plant({ action: { kind: 'answer', status, body: '{"message":' } });
        const exchange = await bearings.requests.send({ connection: connection.id, method: 'GET', path: monitors });
        assert.equal(exchange.response?.status, status);
        assert.ok((await bearings.diagnosis.diagnose(exchange, { probe: false })).length > 0);
      });
    }

    it('never rejects: the storage does not give the key', async () => {
      const { bearings, connection, vault } = await open();
      vault.reject('get');
      const exchange = await bearings.requests.send({ connection: connection.id, method: 'GET', path: monitors });
      assert.equal(exchange.failure?.kind, 'not-sent');
      assert.equal((await bearings.diagnosis.diagnose(exchange))[0]?.cause, 'key-missing');
    });

    it('never rejects: a project that no header can name', async () => {
      const { bearings, connection } = await open();
      for (const project of ['日本', 'a\nb', 'a\u0000']) {
        const exchange = await bearings.requests.send({
          connection: connection.id,
          method: 'GET',
          path: monitors,
          project,
        });
        assert.equal(exchange.failure?.kind, 'not-sent');
        assert.equal(exchange.callsSpent, 0);
      }
    });

    it('is kept apart by exchange: removed connections can still be explained', async () => {
      const { bearings, connection } = await open();
      const exchange = await bearings.requests.send({ connection: connection.id, method: 'GET', path: '/none' });
      await bearings.connections.remove(connection.id);
      assert.equal((await bearings.diagnosis.diagnose(exchange))[0]?.cause, 'not-found');
      assert.deepEqual(bearings.connections.list(), []);
    });
  });

  describe('the project of a request', () => {
    const send = async ({ bearings, connection }: Desk, project?: string | null) =>
      bearings.requests.send({
        connection: connection.id,
        method: 'GET',
        path: monitors,
        ...(project !== undefined && { project }),
      });

    it('left out is the selected one, null is none, a text is that one', async () => {
      const desk = await open();
      await desk.bearings.projects.select(desk.connection.id, '1002');
      assert.equal((await send(desk)).scope.project, '1002');
      assert.deepEqual(sentHeaders(), ['1002', undefined]);
      const without = await send(desk, null);
      assert.deepEqual([without.scope, without.response?.status], [{ by: 'none' }, 401]);
      assert.deepEqual(sentHeaders(), [undefined, undefined]);
      await send(desk, '1003');
      assert.deepEqual(sentHeaders(), ['1003', undefined]);
      await desk.bearings.projects.select(desk.connection.id, undefined);
      assert.equal(desk.bearings.projects.selected(desk.connection.id), undefined);
      await send(desk);
      assert.deepEqual(sentHeaders(), [undefined, undefined]);
    });

    it('a slug uses its own header, unless its id is known', async () => {
      const desk = await open();
      await desk.bearings.projects.select(desk.connection.id, 'quiet-harbor');
      assert.deepEqual(desk.bearings.projects.selected(desk.connection.id), {
        id: 'quiet-harbor',
        name: 'quiet-harbor',
      });
      assert.equal((await send(desk)).response?.status, 200);
      assert.deepEqual(sentHeaders(), [undefined, 'quiet-harbor']);
      await desk.bearings.projects.list(desk.connection.id);
      await desk.bearings.projects.select(desk.connection.id, 'quiet-harbor');
      assert.equal(desk.bearings.projects.selected(desk.connection.id)?.id, '1002');
      await send(desk);
      assert.deepEqual(sentHeaders(), ['1002', undefined]);
    });

    it('named by its id is stamped with its name, where that is known', async () => {
      const desk = await open();
      assert.equal((await send(desk, '1002')).scope.projectName, undefined);
      await desk.bearings.projects.list(desk.connection.id);
      await desk.bearings.projects.select(desk.connection.id, '1001');
      const { scope } = await send(desk, '1002');
      assert.deepEqual([scope.project, scope.projectName], ['1002', 'quiet-harbor']);
    });

    it('an id that is not listed is sent as it is', async () => {
      const desk = await open();
      await desk.bearings.projects.list(desk.connection.id);
      await desk.bearings.projects.select(desk.connection.id, '9999');
      const exchange = await send(desk);
      assert.deepEqual(sentHeaders(), ['9999', undefined]);
      assert.equal((await desk.bearings.diagnosis.diagnose(exchange))[0]?.cause, 'project-unknown');
    });

    it('choosing sends nothing', async () => {
      const desk = await open();
      await desk.bearings.projects.select(desk.connection.id, '1001');
      assert.equal(phare.control.requests.length, 0);
    });

    it('a list takes the project it is given, else the selected one', async () => {
      const desk = await open();
      const list = desk.bearings.resources.list;
      await desk.bearings.projects.select(desk.connection.id, '1002');
      assert.equal((await list(desk.connection.id, monitors)).items.length, 3);
      const first = await list(desk.connection.id, monitors, { project: '1004' });
      assert.equal(first.items.length, 50);
      assert.equal(first.callsSpent, 1);
      const second = await list(desk.connection.id, monitors, {
        project: '1004',
        ...(first.next && { cursor: first.next }),
      });
      assert.notEqual(second.items[0]?.id, first.items[0]?.id);
      assert.deepEqual(Object.keys(first.items[0] ?? {}).sort(), ['id', 'label', 'value']);
    });
  });

  it('services, connections and fingerprints are given out without keys', async () => {
    const { bearings, connection } = await open();
    assert.deepEqual(bearings.services.list()[0], { id: 'phare', name: 'Phare' });
    assert.deepEqual(bearings.connections.list(), [connection]);
    assert.equal(connection.keyEnding, '0001');
    assert.ok(!JSON.stringify(bearings.connections.list()).includes('practice'));
    assert.equal(bearings.keys.fingerprint(owner).keyKind, 'all-projects');
    assert.equal(phare.control.requests.length, 0);
  });

  it('a pasted answer is explained with whatever it was asked with, and nothing is sent', async () => {
    const { bearings } = await open();
    phare.control.forget();
    const explain = (request: string) =>
      bearings.diagnosis.explain({ service: 'phare', status: 401, body: '{"message":"Unauthorized"}', request });
    const curl = `curl https://api.phare.io${monitors} -H 'Authorization: Bearer ${owner}'`;
    const http = `GET ${monitors} HTTP/1.1\nHost: api.phare.io\nAuthorization: Bearer ${owner}\n\n`;
    for (const request of [curl, http]) {
      const [first] = explain(request);
      assert.equal(first?.cause, 'project-missing', request);
      assert.ok(
        first.evidence.some((line) => line.includes('named no project')),
        request,
      );
    }
    for (const request of ['GET /projects', 'https://api.phare.io/projects']) {
      assert.equal(explain(request)[0]?.cause, 'key-invalid', request);
    }
    const shown = JSON.stringify([curl, http].map(explain));
    assert.ok(!shown.includes(owner) && !shown.includes('practice_owner'));
    assert.equal(phare.control.requests.length, 0);
  });

  it('replacing a key tells its kind and ending, and forgets what the first one did', async () => {
    const { bearings, connection } = await open();
    const refusal = await bearings.requests.send({
      connection: connection.id,
      method: 'GET',
      path: monitors,
      project: null,
    });
    assert.equal((await bearings.diagnosis.diagnose(refusal))[0]?.cause, 'project-missing');
    const replaced = await bearings.connections.replaceKey(connection.id, phare.control.keys['project'] ?? '');
    assert.deepEqual([replaced.id, replaced.keyKind, replaced.keyEnding], [connection.id, 'one-project', '0005']);
    const exchange = await bearings.requests.send({ connection: connection.id, method: 'GET', path: monitors });
    assert.equal(exchange.response?.status, 200);
  });

  it('the budget counts what goes out, and gives it back after its window', async () => {
    const clock = new ManualClock();
    const { bearings, connection } = await openDesk(phare.service.baseUrl, { key: owner, clock });
    assert.deepEqual(bearings.budget.remaining(connection.id), {
      calls: 100,
      perSeconds: 60,
      resetsInMs: 0,
      estimated: true,
    });
    const send = () => bearings.requests.send({ connection: connection.id, method: 'GET', path: '/projects' });
    await send();
    await clock.advance(10_000);
    await send();
    assert.deepEqual(
      [bearings.budget.remaining(connection.id).calls, bearings.budget.remaining(connection.id).resetsInMs],
      [98, 50_000],
    );
    await bearings.requests.send({ connection: connection.id, method: 'GET', path: '/{x}' });
    assert.equal(bearings.budget.remaining(connection.id).calls, 98);
    await clock.advance(50_001);
    assert.equal(bearings.budget.remaining(connection.id).calls, 99);
    phare.control.plant({ times: 1, action: { kind: 'answer', status: 429, headers: { 'retry-after': '7' } } });
    await send();
    const { calls, resetsInMs } = bearings.budget.remaining(connection.id);
    assert.deepEqual([calls, resetsInMs], [0, 8000]);
  });
});
