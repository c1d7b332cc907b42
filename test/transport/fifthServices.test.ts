import assert from 'node:assert/strict';
import { copyRequest } from '../../src/formats/copyRequest.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { atelierKeys, beaconKey, startAtelier, startBeacon, withFifthServices } from '../support/fifthServices.ts';
import { ManualClock } from '../support/manualClock.ts';
import type { LoopbackServer } from '../support/server.ts';

const services = withFifthServices();

describe('A service that is nothing but a file: header scope and a bearer key', () => {
  let server: LoopbackServer;
  before(async () => {
    server = await startAtelier();
  });
  after(() => server[Symbol.asyncDispose]());
  const open = (key: string = atelierKeys.owner) =>
    openDesk(`${server.baseUrl}/v1`, { services, service: 'atelier', key });
  const select = (desk: Desk, id: string) => desk.bearings.projects.select(desk.connection.id, id);

  it('is listed, and its keys are recognised', async () => {
    const { bearings } = await open();
    assert.deepEqual(
      bearings.services.list().map(({ id }) => id),
      ['phare', 'logfire', 'flare', 'wellows', 'atelier', 'beacon'],
    );
    assert.deepEqual(bearings.keys.fingerprint(`Bearer ${atelierKeys.owner}`), {
      service: 'atelier',
      keyKind: 'all-projects',
      organization: 'org12',
      problems: ['bearer-prefix'],
    });
  });

  it('lists projects over pages, selects one, and reads its lists to the end', async () => {
    const desk = await open();
    const projects = await desk.bearings.projects.list(desk.connection.id);
    assert.deepEqual(projects[0], { id: 'w-red', slug: 'red', name: 'The red' });
    assert.equal(projects.length, 4);
    await select(desk, 'green');
    assert.equal(desk.bearings.projects.selected(desk.connection.id)?.id, 'w-green');
    const labels: string[] = [];
    let cursor: string | undefined;
    do {
      const options = cursor === undefined ? {} : { cursor };
      const page = await desk.bearings.resources.list(desk.connection.id, '/drawings', options);
      assert.equal(page.callsSpent, 1);
      labels.push(...page.items.map(({ label }) => label));
      cursor = page.next;
    } while (cursor !== undefined);
    assert.deepEqual(labels, ['Cat', 'Dog', 'Elk', 'Fox', 'Gnu']);
    assert.equal(server.requests.at(-1)?.header('x-workspace-id'), 'w-green');
    assert.match(server.requests.at(-1)?.url ?? '', /^\/v1\/drawings\?/u);
  });

  it('shows rows with their states', async () => {
    const desk = await open();
    const list = desk.resources.of({ connection: desk.connection.id, project: 'w-red', collection: '/drawings' });
    await list.open();
    assert.deepEqual(
      list.entries.map(({ label, description, state }) => [label, description, state]),
      [
        ['Cat', 'done', 'good'],
        ['Dog', 'torn', 'bad'],
      ],
    );
  });

  it('tests keys: how far one reaches, its project and its end, as the service tells them', async () => {
    const owner = await open();
    const report = await owner.bearings.keys.check(owner.connection.id);
    assert.equal(report.verdict, 'valid', JSON.stringify(report));
    assert.deepEqual([report.keyKind, report.expiresAt], ['all-projects', '2027-01-01']);
    assert.deepEqual(
      report.access.find(({ area }) => area === 'drawings'),
      { area: 'drawings', read: 'yes', write: 'unknown' },
    );
    const bound = await open(atelierKeys.workspace);
    const second = await bound.bearings.keys.check(bound.connection.id);
    assert.deepEqual(
      [second.verdict, second.keyKind, second.project],
      ['valid', 'one-project', { id: 'w-green', slug: 'green', name: 'The green' }],
    );
    const bad = await open('sk-at-org12-mistyped0009');
    assert.equal((await bad.bearings.keys.check(bad.connection.id)).verdict, 'invalid');
  });

  it('sends, and explains refusals by the texts of the file', async () => {
    const desk = await open(atelierKeys.reader);
    const cause = async (draft: Parameters<Desk['send']>[0]) => {
      const exchange = await desk.send(draft);
      return (await desk.bearings.diagnosis.diagnose(exchange))[0]?.cause;
    };
    assert.equal(await cause({ path: '/drawings' }), 'project-missing');
    assert.equal(await cause({ path: '/drawings', project: 'w-red' }), undefined);
    assert.equal(
      await cause({ method: 'POST', path: '/drawings', body: '{}', project: 'w-red' }),
      'permission-read-only',
    );
    assert.equal(await cause({ path: '/drawings', project: 'w-nowhere' }), 'project-unknown');
    const explained = desk.bearings.diagnosis.explain({
      service: 'atelier',
      status: 400,
      body: JSON.stringify({ error: { text: 'Please choose a workspace first.' } }),
      request: 'GET /drawings',
    });
    assert.equal(explained[0]?.cause, 'project-missing');
    assert.match(explained[0].title, /workspace/u);
  });

  it('knows its budget', async () => {
    const desk = await open();
    await desk.send({ path: '/me' });
    assert.deepEqual(desk.bearings.budget.remaining(desk.connection.id).calls, 49);
  });
});

describe('A service that is nothing but a file: a key exchanged for a token, and the project in the path', () => {
  let server: LoopbackServer;
  const clock = new ManualClock();
  before(async () => {
    server = await startBeacon();
  });
  after(() => server[Symbol.asyncDispose]());
  const open = (key: string = beaconKey) => openDesk(server.baseUrl, { services, service: 'beacon', key, clock });
  const lamps = '/sites/{site}/lamps';

  it('takes the region from the key, lists, selects, reads pages and sends, with one token for all projects', async () => {
    const desk = await open();
    assert.equal(desk.connection.region, 'south');
    const seen = server.requests.length;
    const projects = await desk.bearings.projects.list(desk.connection.id);
    assert.deepEqual(
      projects.map(({ id, name }) => [id, name]),
      [
        ['1', 'Cape 1'],
        ['2', 'Cape 2'],
        ['3', 'Cape 3'],
      ],
    );
    for (const { id } of projects) {
      await desk.bearings.projects.select(desk.connection.id, id);
      const list = desk.resources.of({ connection: desk.connection.id, project: undefined, collection: lamps });
      await list.open();
      await list.more();
      assert.deepEqual(
        list.entries.map((row) => [row.id, row.label]),
        [
          [`${id}-a`, 'North lamp'],
          [`${id}-b`, `Lamp ${id}-b`],
          [`${id}-c`, 'Last'],
        ],
      );
    }
    const write = await desk.send({ method: 'PUT', path: `${lamps}/3-a`, body: '{"on":true}' });
    assert.equal(write.response?.bodyText, '{"serial":"3-a","site":"3"}');
    assert.deepEqual(write.scope, { project: '3', projectName: 'Cape 3', by: 'path' });
    const arrived = server.requests.slice(seen);
    assert.deepEqual(
      arrived.slice(0, 2).map(({ method, url }) => `${method} ${url}`),
      ['POST /session', 'GET /sites'],
    );
    assert.equal(arrived.filter(({ url }) => url === '/session').length, 1);
    assert.equal(arrived[0]?.header('x-beacon-key'), beaconKey);
    assert.ok(arrived.slice(1).every((request) => request.header('x-beacon-session') === 'beacon-session-0001'));
    assert.ok(arrived.slice(1).every((request) => request.header('x-beacon-key') === undefined));
    assert.ok(arrived.every((request) => request.header('authorization') === undefined));
  });

  it('renews the token by its own time', async () => {
    const desk = await open();
    const exchanges = () => server.requests.filter(({ url }) => url === '/session').length;
    await desk.send({ path: '/sites' });
    const before = exchanges();
    await clock.advance(299_999);
    await desk.send({ path: '/sites' });
    assert.equal(exchanges(), before);
    await clock.advance(1);
    await desk.send({ path: '/sites' });
    assert.equal(exchanges(), before + 1);
  });

  it('sends nothing without a project, and tests keys', async () => {
    const desk = await open();
    const exchange = await desk.send({ path: lamps });
    assert.equal(exchange.failure?.reason, 'project-missing');
    assert.equal(exchange.callsSpent, 0);
    assert.match(desk.diagnose(exchange)[0]?.title ?? '', /No site is chosen/u);
    const good = await desk.bearings.keys.check(desk.connection.id);
    assert.deepEqual([good.verdict, good.projectCount, good.region], ['valid', 3, 'south']);
    const bad = await open('bcn_north_mistyped0009');
    const report = await bad.bearings.keys.check(bad.connection.id);
    assert.deepEqual([report.verdict, report.callsSpent, report.diagnosis[0]?.cause], ['invalid', 1, 'key-invalid']);
  });

  it('is copied as two curl commands that hold no secret', async () => {
    const desk = await open();
    const definition = desk.connections.definitionOf(desk.connection);
    const draft = { connection: desk.connection.id, method: 'GET', path: lamps };
    const command = copyRequest('curl', draft, desk.connection, definition, { id: '2', name: 'Cape 2' });
    assert.ok(command.ok);
    assert.match(command.value, /-H "X-Beacon-Key: \$BEACON_KEY"/u);
    assert.match(command.value, /\/sites\/2\/lamps/u);
    assert.match(command.value, /-H "X-Beacon-Session: \$BEACON_TOKEN"/u);
    assert.ok(!command.value.includes(beaconKey) && !command.value.includes('beacon-session'));
  });
});
