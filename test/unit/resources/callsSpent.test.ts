import assert from 'node:assert/strict';
import { type Desk, openDesk } from '../../support/desk.ts';
import { ManualClock } from '../../support/manualClock.ts';
import { type Patience, patience } from '../../support/patience.ts';
import { type Spoken, type SpokenServices, startServices } from '../../support/practiceServices.ts';

interface Walk {
  readonly service: string;
  readonly region?: string;
  /** The requests on the wire that each step may cost. */
  readonly open: number;
  readonly collection: string;
  /** What the first list of another project costs: its page, and the exchange for a token of it. */
  readonly other: number;
  readonly switched: number;
}

const walks: readonly Walk[] = [
  { service: 'phare', open: 1, collection: '/uptime/monitors', other: 1, switched: 1 },
  {
    service: 'logfire',
    region: 'us',
    open: 1,
    collection: '/api/v1/projects/{project_id}/alerts/',
    other: 1,
    switched: 1,
  },
  {
    service: 'logfire',
    region: 'eu',
    open: 1,
    collection: '/api/v1/projects/{project_id}/alerts/',
    other: 1,
    switched: 1,
  },
  { service: 'flare', open: 2, collection: '/firework/v4/identifiers/', other: 2, switched: 1 },
  { service: 'wellows', open: 1, collection: '/projects', other: 1, switched: 1 },
];

/** The stand-ins with the budgets that practice mode has, and the client, all on one clock. */
describe('The calls spent', () => {
  const clock = new ManualClock(Date.UTC(2026, 9, 4, 12));
  let spoken: SpokenServices;
  let waits: Patience;
  before(async () => {
    waits = patience(clock);
    spoken = await startServices({ now: () => clock.now() });
  });
  after(() => spoken.stop());
  beforeEach(async () => {
    for (const { control } of spoken.services) control.reset();
    await clock.advance(120_000);
  });

  const standIn = ({ service, region }: Pick<Walk, 'service' | 'region'>): Spoken => {
    const found = spoken.services.find((entry) => entry.service.service === service && entry.service.region === region);
    if (!found) throw new Error(`Practice mode has no ${service}.`);
    return found;
  };
  const open = (walk: Pick<Walk, 'service' | 'region'>, key = walk.service === 'wellows' ? 'user' : 'owner') => {
    const { service, key: textOf } = standIn(walk);
    const { region } = walk;
    const options = { clock, transport: waits.transport, service: walk.service, key: textOf(key) };
    return openDesk(service.baseUrl, { ...options, ...(region !== undefined && { region }) });
  };
  const statuses = (walk: Pick<Walk, 'service' | 'region'>) =>
    standIn(walk).control.requests.map(({ status }) => status);

  for (const walk of walks) {
    it(`step by step: ${walk.service}${walk.region ? ` ${walk.region}` : ''}`, async () => {
      const { control } = standIn(walk);
      const desk = await open(walk);
      const spent = async (what: () => unknown): Promise<number> => {
        const before = control.requests.length;
        await waits.until(Promise.resolve(what()));
        return control.requests.length - before;
      };
      const { id } = desk.connection;
      const list = (project: string | undefined) =>
        desk.resources.of({ connection: id, project, collection: walk.collection });
      const projects = desk.projects.of(id);
      assert.equal(await spent(() => projects.open()), walk.open, 'opening the connection');
      assert.equal(await spent(() => projects.open()), 0, 'opening it again');
      const [first, second] = projects.entries;
      assert.ok(first && second);
      // Expanding a project shows its collections, which are data of the definition.
      assert.equal(
        await spent(() => desk.connections.definitionOf(desk.connection).collections),
        0,
        'expanding a project',
      );
      assert.equal(await spent(() => list(first.id).open()), walk.other, 'a collection');
      assert.equal(await spent(() => list(first.id).open()), 0, 'the collection again');
      assert.equal(await spent(() => desk.selection.select(id, first)), 0, 'choosing a project');
      assert.equal(await spent(() => desk.selection.select(id, second)), 0, 'switching');
      assert.equal(await spent(() => desk.selection.select(id, first)), 0, 'switching back');
      assert.equal(await spent(() => list(undefined).open()), 0, 'the list of the chosen project, seen before');
      await desk.selection.select(id, second);
      assert.ok((await spent(() => list(undefined).open())) <= walk.other, 'the first list after a switch');
      await desk.selection.select(id, first);
      assert.equal(
        await spent(() => desk.send({ path: requestPath(walk) })),
        walk.switched,
        'sending after switching back',
      );
      desk.resources.reset(({ project }) => project === first.id);
      assert.equal(await spent(() => list(first.id).open()), 1, 'a refresh asks for the visible list only');
      assert.ok(
        statuses(walk).every((status) => status === 200),
        statuses(walk).join(),
      );
    });
  }

  const requestPath = ({ service, collection }: Walk) => (service === 'wellows' ? '/site-summary' : collection);

  for (const [service, region, key, projects] of [
    ['logfire', 'us', 'owner', 110],
    ['logfire', 'eu', 'owner', 4],
    ['phare', undefined, 'owner', 30],
    ['flare', undefined, 'owner', 3],
    ['wellows', undefined, 'user', 12],
  ] as const) {
    it(`no call is refused: every list of every one of the ${projects} projects, ${service} ${region ?? ''}`, async () => {
      const walk = { service, ...(region !== undefined && { region }) };
      const desk = await open(walk, key);
      const all = await waits.until(desk.projects.all(desk.connection.id));
      assert.equal(all.length, projects);
      const perProject = desk.connections
        .definitionOf(desk.connection)
        .collections.filter(({ level }) => level === 'project');
      const closed = service === 'flare' ? all.filter(({ name }) => name === 'Closed tenant') : [];
      const opened = all
        .filter((project) => !closed.includes(project))
        .flatMap(({ id }) => {
          return perProject.map(({ path }) =>
            desk.resources.of({ connection: desk.connection.id, project: id, collection: path }),
          );
        });
      // All at once, as a person does who expands everything.
      await waits.until(Promise.all(opened.map((list) => list.open())));
      const seen = statuses(walk);
      assert.equal(seen.filter((status) => status === 429).length, 0);
      assert.ok(
        seen.every((status) => status === 200),
        seen.join(),
      );
      assert.ok(opened.every((list) => list.isLoaded && !list.refusal));
      assert.ok(seen.length >= opened.length + 1, `${seen.length} calls`);
    });
  }

  it('what an organization spent is remembered while its projects are listed anew', async () => {
    const desk = await open({ service: 'phare' });
    const { id } = desk.connection;
    await waits.until(desk.projects.all(id));
    for (let call = 0; call < 20; call += 1) await desk.send({ path: '/users', project: '1001' });
    const left = () => desk.bearings.budget.remaining(id).calls;
    assert.equal(left(), 79);
    desk.projects.of(id).reset();
    assert.equal(left(), 79);
    await waits.until(desk.projects.all(id));
    assert.equal(left(), 78);
  });

  it('the keys of one organization share its budget, another has its own, and nothing is refused', async () => {
    const desk: Desk = await open({ service: 'flare' });
    const { key } = standIn({ service: 'flare' });
    const analyst = await desk.add(key('analyst'));
    const second = await desk.add(key('secondOwner'));
    const ids = [desk.connection.id, analyst.id, second.id];
    await waits.until(Promise.all(ids.map((id) => desk.projects.all(id))));
    const lists = ids.flatMap((connection) =>
      Array.from({ length: 6 }, () => desk.bearings.resources.list(connection, '/firework/v4/identifiers/')),
    );
    await waits.until(Promise.all(lists));
    assert.ok(
      statuses({ service: 'flare' }).every((status) => status === 200),
      statuses({ service: 'flare' }).join(),
    );
    const left = (id: string) => desk.bearings.budget.remaining(id).calls;
    await clock.advance(2000);
    await desk.bearings.resources.list(second.id, '/firework/v4/identifiers/');
    assert.deepEqual(
      ids.map(left),
      [4, 4, 3],
      'the tenant of the analyst is one of the owner, that of the second is not',
    );
  });
});
