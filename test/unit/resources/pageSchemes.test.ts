import assert from 'node:assert/strict';
import type { ServiceDefinition } from '../../../src/services/definition.ts';
import { Services, builtInServices } from '../../../src/services/registry.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { type PracticeFlare, identifiers, startPracticeFlare, tenants } from '../../support/flareDesk.ts';
import { type Spoken, type SpokenServices, startServices } from '../../support/practiceServices.ts';
import { type LoopbackServer, type ReceivedRequest, json, startServer } from '../../support/server.ts';

const listOf = (desk: Desk, collection: string, project?: string) =>
  desk.resources.of({ connection: desk.connection.id, project, collection });

describe("Flare's pages", () => {
  let practice: PracticeFlare;
  before(async () => {
    practice = await startPracticeFlare();
  });
  after(() => practice.stop());
  beforeEach(() => practice.flare.control.reset());
  const events = '/firework/v4/events/tenant/_search';
  const seen = (path: string) => practice.flare.control.requests.filter((request) => request.path.startsWith(path));

  for (const [collection, count, pages] of [
    [identifiers, 47, 3],
    [events, 45, 5],
    ['/firework/v4/matching-policies', 30, 2],
  ] as const) {
    for (const where of ['middle', 'first', 'last', 'none']) {
      for (const end of ['null', 'absent']) {
        it(`${collection}: every entry once, an empty page ${where}, its end ${end}`, async () => {
          practice.flare.control.variant('empty-page', where);
          practice.flare.control.variant('last-next', end);
          const desk = await practice.open();
          const list = listOf(desk, collection, tenants.bank);
          let clicks = 0;
          await practice.patience.until(list.open());
          assert.ok(list.entries.length > 0, 'an empty first page is passed over');
          while (list.hasMore) {
            const before = list.entries.length;
            await practice.patience.until(list.more());
            clicks += 1;
            assert.ok(list.entries.length > before || !list.hasMore, 'each "Load more" shows something');
          }
          assert.equal(list.refusal, undefined);
          assert.equal(list.entries.length, count);
          assert.equal(new Set(list.entries.map(({ id }) => id)).size, count);
          assert.ok(list.entries.every(({ id }) => id !== ''));
          assert.ok(clicks <= pages, `${clicks} clicks`);
          // The stand-in puts its empty page after the second one, and a list of two pages ends there.
          const empty = where === 'none' || (where === 'middle' && pages === 2) ? 0 : 1;
          assert.equal(seen(collection).length, pages + empty, 'one call a page, the empty one too');
        });
      }
    }
  }

  it('are asked for by the body where the list is asked for by POST, and by the query where by GET', async () => {
    const desk = await practice.open();
    for (const collection of [events, identifiers]) {
      const list = listOf(desk, collection, tenants.bank);
      await practice.patience.until(list.open());
      await practice.patience.until(list.more());
    }
    const [first, second] = seen(events);
    assert.deepEqual(JSON.parse(first?.body ?? ''), { size: 10 });
    assert.deepEqual(JSON.parse(second?.body ?? ''), { size: 10, from: 'at-10' });
    assert.deepEqual(
      seen(identifiers).map(({ path, method }) => `${method} ${path.slice(identifiers.length)}`),
      ['GET ?size=20', 'GET ?size=20&from=at-20', 'GET ?size=20&from=gap-20'].slice(0, seen(identifiers).length),
    );
  });

  it('come in the shapes of older lists too: groups of identifiers, and reports', async () => {
    const desk = await practice.open();
    for (const [collection, count] of [
      ['/firework/v2/assets/groups/', 1],
      ['/firework/v2/reporting/reports', 4],
    ] as const) {
      const list = listOf(desk, collection, tenants.bank);
      await practice.patience.until(list.open());
      assert.equal(list.refusal, undefined, collection);
      assert.equal(list.entries.length, count, collection);
    }
  });
});

describe('Bare arrays of Logfire, and its few cursors', () => {
  let spoken: SpokenServices;
  let us: Spoken;
  before(async () => {
    spoken = await startServices({ services: ['logfire'], logfire: { callsPerMinute: 100_000 } });
    us = spoken.services[0] as Spoken;
  });
  after(() => spoken.stop());
  beforeEach(() => us.control.reset());
  const open = () => openDesk(us.service.baseUrl, { service: 'logfire', key: us.key('owner') });

  it('are whole in one call: 110 projects, and the lists of a project', async () => {
    const desk = await open();
    const projects = await desk.projects.all(desk.connection.id);
    assert.equal(projects.length, 110);
    assert.deepEqual([projects[0]?.name, projects[0]?.slug], ['checkout-api', undefined]);
    assert.equal(us.control.requests.length, 1);
    const definition = desk.connections.definitionOf(desk.connection);
    for (const { path } of definition.collections.filter(({ level }) => level === 'project')) {
      const list = listOf(desk, path, projects[2]?.id);
      await list.open();
      assert.equal(list.refusal, undefined, path);
      assert.ok(list.entries.length > 0 && !list.hasMore, path);
    }
    assert.equal(us.control.requests.length, 6);
  });

  it('lead on by next_cursor where a list has one', async () => {
    const desk = await open();
    const all = await desk.bearings.resources.list(desk.connection.id, '/api/v1/gateway/providers/');
    assert.equal(all.items.length, 25);
    assert.equal(all.next, undefined);
    us.control.forget();
    const definition = structuredClone(builtInServices().get('logfire')) as {
      -readonly [K in keyof ServiceDefinition]: ServiceDefinition[K];
    };
    definition.collections = definition.collections.map((collection) =>
      collection.pages?.type === 'cursor' ? { ...collection, pages: { ...collection.pages, size: 10 } } : collection,
    );
    const services = new Services([definition]);
    const small = await openDesk(us.service.baseUrl, { services, service: 'logfire', key: us.key('owner') });
    const list = listOf(small, '/api/v1/gateway/providers/');
    await list.open();
    while (list.hasMore) await list.more();
    assert.equal(new Set(list.entries.map(({ id }) => id)).size, 25);
    assert.deepEqual(
      us.control.requests.map(({ path }) => new URLSearchParams(path.split('?')[1]).get('cursor')),
      [null, 'after-10', 'after-20'],
    );
  });
});

describe("Wellows' list of projects", () => {
  let spoken: SpokenServices;
  let wellows: Spoken;
  before(async () => {
    spoken = await startServices({ services: ['wellows'] });
    wellows = spoken.services[0] as Spoken;
  });
  after(() => spoken.stop());
  beforeEach(() => wellows.control.reset());

  for (const shape of ['array', 'projects', 'items']) {
    for (const fields of ['id', 'project_id']) {
      it(`is read as ${shape} with ${fields}`, async () => {
        wellows.control.variant('projects-shape', shape);
        wellows.control.variant('project-fields', fields);
        const desk = await openDesk(wellows.service.baseUrl, { service: 'wellows', key: wellows.key('user') });
        const projects = await desk.projects.all(desk.connection.id);
        assert.equal(projects.length, 12);
        assert.deepEqual(projects[0], { id: '301', name: 'Luminous Tower' });
        assert.equal(wellows.control.requests.length, 1);
        assert.equal(wellows.control.requests[0]?.headers['x-project-id'], undefined);
      });
    }
  }
});

describe('Pages by offset', () => {
  let server: LoopbackServer;
  let total = 0;
  before(async () => {
    server = await startServer((response, request) => json({ data: { rows: rowsFor(request) } })(response, request));
  });
  after(() => server[Symbol.asyncDispose]());
  const rowsFor = ({ url }: ReceivedRequest) => {
    const query = new URL(url, server.baseUrl).searchParams;
    const [start, size] = [Number(query.get('skip') ?? 0), Number(query.get('take'))];
    return Array.from({ length: Math.max(0, Math.min(size, total - start)) }, (_, index) => ({ id: start + index }));
  };

  const open = () => {
    const wellows = structuredClone(builtInServices().get('wellows'));
    const operation = { method: 'GET', path: '/sites', title: 'Sites', group: 'Sites' } as const;
    const pages = {
      type: 'offset',
      offsetParameter: 'skip',
      sizeParameter: 'take',
      size: 10,
      maximumSize: 10,
    } as const;
    const collection = {
      path: '/sites',
      title: 'Sites',
      level: 'organization',
      label: ['{id}'],
      items: 'data.rows',
      pages,
    } as const;
    const definition = { ...wellows, operations: [...wellows.operations, operation], collections: [collection] };
    return openDesk(server.baseUrl, {
      services: new Services([definition]),
      service: 'wellows',
      key: 'practice-key-0001',
    });
  };
  for (const [entries, calls] of [
    [0, 1],
    [7, 1],
    [10, 2],
    [25, 3],
  ] as const) {
    it(`read ${entries} entries in ${calls} calls`, async () => {
      total = entries;
      const desk = await open();
      const list = listOf(desk, '/sites');
      const before = server.requests.length;
      await list.open();
      while (list.hasMore) await list.more();
      assert.deepEqual(
        list.entries.map(({ id }) => id),
        Array.from({ length: entries }, (_, index) => String(index)),
      );
      assert.equal(server.requests.length - before, calls);
    });
  }
});
