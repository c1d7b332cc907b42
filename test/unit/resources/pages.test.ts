import assert from 'node:assert/strict';
import type { Page } from '../../../src/resources/page.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { ManualClock } from '../../support/manualClock.ts';
import { type PracticePhare, startPracticePhare } from '../../support/practice.ts';
import { type LoopbackServer, json, startServer } from '../../support/server.ts';

const key = 'pha_org_practice_owner_0000000000000001';
const monitors = '/uptime/monitors';

describe('Pages of the stand-in', () => {
  let phare: PracticePhare;
  const clock = new ManualClock();
  before(async () => {
    phare = await startPracticePhare({ callsPerMinute: 100, now: () => clock.now() });
  });
  after(() => phare.stop());
  beforeEach(() => phare.control.reset());

  const open = (name = 'owner') => openDesk(phare.service.baseUrl, { key: phare.control.keys[name] ?? '', clock });
  const listOf = (desk: Desk, project: string) =>
    desk.resources.of({ connection: desk.connection.id, project, collection: monitors });

  for (const links of ['keep-query', 'page-only']) {
    it(`1,200 monitors are read to the end, each once, a call a page (links: ${links})`, async () => {
      phare.control.variant('page-links', links);
      const list = listOf(await open(), '1004');
      await list.open();
      while (list.hasMore) await list.more();
      assert.equal(new Set(list.entries.map(({ id }) => id)).size, 1200);
      assert.equal(list.entries.length, 1200);
      assert.equal(phare.control.requests.length, 24);
    });
  }

  it('reading on and on waits for the budget: no call is refused, and some are left for persons', async () => {
    const desk = await open();
    const lists = Array.from({ length: 6 }, async () => {
      let cursor: string | undefined;
      do {
        const page: Page<unknown> = await desk.resources.page(
          { connection: desk.connection.id, project: '1004', collection: monitors },
          cursor,
        );
        assert.equal(page.refused, false);
        cursor = page.next;
      } while (cursor !== undefined);
    });
    const all = Promise.all(lists);
    let done = false;
    void all.then(() => {
      done = true;
    });
    let lowest = Number.POSITIVE_INFINITY;
    while (!done) {
      lowest = Math.min(
        lowest,
        desk.budget.remaining(desk.connection, desk.connections.definitionOf(desk.connection)).calls,
      );
      await clock.advance(clock.waiting > 0 ? 1000 : 0);
    }
    await all;
    assert.equal(phare.control.requests.length, 144);
    assert.ok(phare.control.requests.every(({ status }) => status === 200));
    assert.equal(lowest, 5);
  });

  it('opening a connection spends 1 call, expanding a project none, a collection 1, opening them again none', async () => {
    const desk = await open();
    const projects = desk.projects.of(desk.connection.id);
    await projects.open();
    assert.equal(phare.control.requests.length, 1);
    assert.equal(projects.entries.length, 30);
    await listOf(desk, '1001').open();
    assert.equal(phare.control.requests.length, 2);
    await projects.open();
    await listOf(desk, '1001').open();
    await listOf(desk, '1001').more();
    assert.equal(phare.control.requests.length, 2);
    await listOf(desk, '1002').open();
    assert.equal(phare.control.requests.length, 3);
    assert.deepEqual(
      phare.control.requests.map(({ headers }) => headers['x-phare-project-id']),
      [undefined, '1001', '1002'],
    );
  });

  it('a list of the selected project is another list after the selection changed', async () => {
    const desk = await open();
    const list = () =>
      desk.resources.of({ connection: desk.connection.id, project: undefined, collection: '/alert-rules' });
    await list().open();
    assert.equal(list().refusal?.response?.status, 401);
    await desk.selection.select(desk.connection.id, { id: '1001', name: 'Luminous Tower' });
    assert.equal(list().isLoaded, false);
    await list().open();
    assert.ok(list().entries.length > 0);
    await desk.selection.select(desk.connection.id, { id: '1002', name: 'Harbor' });
    await list().open();
    assert.deepEqual(
      phare.control.requests.map(({ headers }) => headers['x-phare-project-id']),
      [undefined, '1001', '1002'],
    );
  });

  it('another key is asked anew, and the projects of the first are gone at once', async () => {
    const desk = await open();
    await desk.projects.all(desk.connection.id);
    await listOf(desk, '1001').open();
    await desk.connections.replaceKey(desk.connection.id, phare.control.keys['secondOwner'] ?? '');
    assert.deepEqual(desk.projects.of(desk.connection.id).entries, []);
    assert.deepEqual(listOf(desk, '1001').entries, []);
    assert.equal((await desk.projects.all(desk.connection.id)).length, 2);
  });

  it('a project key tells its one project, and names it on no request', async () => {
    const desk = await open('project');
    assert.equal(desk.projects.bound(desk.connection.id), undefined);
    await desk.projects.all(desk.connection.id);
    assert.equal(desk.projects.bound(desk.connection.id)?.slug, 'luminous-guiding-tower');
    await desk.send();
    assert.deepEqual(
      phare.control.requests.map(({ headers }) => headers['x-phare-project-id']),
      [undefined, undefined],
    );
  });

  it('an organization with one project does not bind its key', async () => {
    await using server = await startServer(json({ data: [{ id: 1, name: 'Only' }] }));
    const desk = await openDesk(server.baseUrl, { key });
    await desk.projects.all(desk.connection.id);
    assert.equal(desk.projects.bound(desk.connection.id), undefined);
  });
});

describe('Pages of other servers', () => {
  /** Reads until there is no more, and gives the queries asked for. */
  const read = async (server: LoopbackServer) => {
    const desk = await openDesk(server.baseUrl, { key });
    const list = desk.resources.of({ connection: desk.connection.id, project: '1', collection: monitors });
    await list.open();
    for (let page = 0; list.hasMore && page < 9; page += 1) await list.more();
    return { list, asked: server.requests.map(({ url }) => url) };
  };
  const page = (next: unknown, id = 1) => json({ data: [{ id, name: 'a' }], links: { next } });

  const ends: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['absent', undefined],
    ['empty', ''],
    ['a number', 2],
    ['an object', { href: '?page=2' }],
    ['no address', 'http://['],
    ['the page itself', '?per_page=50'],
    ['without a query', '/uptime/monitors'],
  ];
  for (const [name, next] of ends) {
    it(`a next link that is ${name} ends the list`, async () => {
      await using server = await startServer(page(next));
      const { list, asked } = await read(server);
      assert.deepEqual(asked, ['/uptime/monitors?per_page=50']);
      assert.equal(list.entries.length, 1);
      assert.equal(list.refusal, undefined);
    });
  }

  it('an answer without links is one page', async () => {
    await using server = await startServer(json({ data: [{ id: 1 }] }));
    assert.equal((await read(server)).asked.length, 1);
  });

  const links: readonly (readonly [string, string])[] = [
    ['to another host', 'https://elsewhere.example/uptime/monitors?per_page=50&page=2'],
    ['to another path', '/users?per_page=50&page=2'],
    ['that is a query alone', '?per_page=50&page=2'],
    ['with user and password', 'https://a:b@elsewhere.example/?per_page=50&page=2'],
  ];
  for (const name of ['constructor', '__proto__', 'toString']) {
    it(`a next link may have a parameter that is called ${name}`, async () => {
      const next = `?per_page=50&page=2&${name}=1`;
      await using server = await startServer((response, request) =>
        page(request.url.includes('page=2') ? null : next)(response, request),
      );
      assert.deepEqual((await read(server)).asked, ['/uptime/monitors?per_page=50', `/uptime/monitors${next}`]);
    });
  }

  for (const [name, next] of links) {
    it(`a next link ${name} gives its query and nothing else`, async () => {
      await using server = await startServer((response, request) =>
        page(request.url.includes('page=2') ? null : next)(response, request),
      );
      const { list, asked } = await read(server);
      assert.deepEqual(asked, ['/uptime/monitors?per_page=50', '/uptime/monitors?per_page=50&page=2']);
      assert.equal(list.entries.length, 2);
    });
  }

  it('a next link without page size keeps the size that was asked for', async () => {
    await using server = await startServer((response, request) =>
      page(request.url.includes('page=2') ? null : '?page=2')(response, request),
    );
    assert.deepEqual((await read(server)).asked[1], '/uptime/monitors?page=2&per_page=50');
  });

  it('pages that lead in a circle end', async () => {
    await using server = await startServer((response, request) =>
      page(request.url.includes('page=2') ? '?page=1' : '?page=2')(response, request),
    );
    assert.equal((await read(server)).asked.length, 3);
  });

  it('all projects of a list without end are read up to its limit of 20 pages', async () => {
    let next = 1;
    await using server = await startServer((response, request) => {
      next += 1;
      page(`?page=${next}`, next)(response, request);
    });
    const desk = await openDesk(server.baseUrl, { key });
    assert.equal((await desk.projects.all(desk.connection.id)).length, 20);
    assert.equal(server.requests.length, 20);
  });

  const shapes: readonly (readonly [string, ReturnType<typeof json>])[] = [
    ['an object', json({ data: { id: 1 } })],
    ['null', json(null)],
    ['a number', json(1)],
    ['a list without envelope', json([{ id: 1 }])],
    ['no data', json({})],
    ['text', json('data')],
    ['an inherited field', json({ __proto__: null, toString: [] })],
    ['a refusal', json({ data: [{ id: 1 }] }, 500)],
  ];
  for (const [name, answer] of shapes) {
    it(`no list: ${name} is refused, and empty`, async () => {
      await using server = await startServer(answer);
      const { list } = await read(server);
      assert.equal(list.isLoaded, true);
      assert.deepEqual(list.entries, []);
      assert.ok(list.refusal);
    });
  }
});
