import assert from 'node:assert/strict';
import { rowOf } from '../../../src/resources/row.ts';
import type { Collection } from '../../../src/services/definition.ts';
import { openDesk } from '../../support/desk.ts';
import { json, startServer } from '../../support/server.ts';

const key = 'pha_org_practice_owner_0000000000000001';
const monitors: Collection = {
  path: '/uptime/monitors',
  title: 'Monitors',
  level: 'project',
  label: ['{name}', 'Monitor {id}'],
  description: '{status} · {response_time} ms',
  state: { field: 'status', good: ['online'], bad: ['offline'], idle: ['paused'] },
};

/** What must stand in no row: control characters, and what reorders or hides text. */
const DECEPTIVE = /[\p{Cc}\p{Cf}]/u;

describe('A row of a collection', () => {
  const rows: readonly (readonly [
    string,
    unknown,
    { id: string; label: string; description: string; state: string },
  ])[] = [
    ['a number as id', { id: 7, name: 'API' }, { id: '7', label: 'API', description: '', state: 'none' }],
    ['a text as id', { id: 'm-7', name: 'API' }, { id: 'm-7', label: 'API', description: '', state: 'none' }],
    ['no name', { id: 7 }, { id: '7', label: 'Monitor 7', description: '', state: 'none' }],
    ['an empty name', { id: 7, name: '' }, { id: '7', label: 'Monitor 7', description: '', state: 'none' }],
    ['a name of blanks', { id: 7, name: ' \n ' }, { id: '7', label: 'Monitors 7', description: '', state: 'none' }],
    ['a name that is an object', { id: 7, name: {} }, { id: '7', label: 'Monitor 7', description: '', state: 'none' }],
    ['no id', { name: 'API' }, { id: '', label: 'API', description: '', state: 'none' }],
    ['an id that is an object', { id: {} }, { id: '', label: 'entry without name', description: '', state: 'none' }],
    ['null', null, { id: '', label: 'null', description: '', state: 'none' }],
    ['a number', 5, { id: '', label: '5', description: '', state: 'none' }],
    ['a text', 'API', { id: '', label: 'API', description: '', state: 'none' }],
    ['an empty text', '', { id: '', label: 'entry without name', description: '', state: 'none' }],
    ['a text of two lines', 'one\ntwo', { id: '', label: 'one two', description: '', state: 'none' }],
    ['a list', [1], { id: '', label: 'list of 1 entry', description: '', state: 'none' }],
    [
      'a state and a time',
      { id: 7, name: 'API', status: 'online', response_time: 12 },
      { id: '7', label: 'API', description: 'online · 12 ms', state: 'good' },
    ],
    [
      'a state without time',
      { id: 7, name: 'API', status: 'offline', response_time: null },
      { id: '7', label: 'API', description: 'offline', state: 'bad' },
    ],
    [
      'an unknown state',
      { id: 7, name: 'API', status: 'new' },
      { id: '7', label: 'API', description: 'new', state: 'none' },
    ],
    [
      'a state that is a number',
      { id: 7, name: 'API', status: 1 },
      { id: '7', label: 'API', description: '1', state: 'none' },
    ],
  ];
  for (const [name, value, expected] of rows) {
    it(`from an entry with ${name}`, () => {
      assert.deepEqual(rowOf(value, monitors), { ...expected, value });
    });
  }

  const names = [
    'a\u0000b\u001b[31m',
    '\u202egnp.exe',
    'zero\u200bwidth\ufeff',
    '<img src=x onerror=alert(1)>',
    'a'.repeat(10_000),
  ];
  for (const name of names) {
    it(`shows ${JSON.stringify(name.slice(0, 30))} as one readable line`, () => {
      const { label, description } = rowOf({ id: 1, name, status: name }, monitors);
      assert.ok(label !== '' && !DECEPTIVE.test(label + description));
      assert.ok(label.length <= 200 && description.length <= 120);
      // Markup stays what it is: whoever shows it, shows it as text.
      if (name.startsWith('<')) assert.equal(label, name);
    });
  }
});

describe('Entries of lists', () => {
  const projectsFrom = async (...data: readonly unknown[]) => {
    await using server = await startServer(json({ data }));
    const desk = await openDesk(server.baseUrl, { key });
    return await desk.projects.all(desk.connection.id);
  };

  it('projects are read with ids as text, and without those that have none', async () => {
    const projects = await projectsFrom(
      { id: 1, slug: 'one', name: 'One' },
      { id: '2', name: '' },
      { id: 3, slug: 'three' },
      { slug: 'no-id', name: 'No id' },
      { id: '', name: 'Empty id' },
      { id: {}, name: 'Odd id' },
      'text',
      null,
      [],
    );
    assert.deepEqual(projects, [
      { id: '1', slug: 'one', name: 'One' },
      { id: '2', name: '2' },
      { id: '3', slug: 'three', name: 'three' },
    ]);
  });

  it('the name of a project is one readable line, its id and slug are as they came', async () => {
    const [project] = await projectsFrom({ id: 1, slug: 'a\u202eb', name: 'Lumi\nnous\u202e <b>Tower</b>' });
    assert.deepEqual(project, { id: '1', slug: 'a\u202eb', name: 'Lumi nous <b>Tower</b>' });
  });

  it('of two projects with one id the first is kept, two entries of a collection are both shown', async () => {
    await using server = await startServer(
      json({
        data: [
          { id: 1, name: 'A' },
          { id: 1, name: 'B' },
        ],
      }),
    );
    const desk = await openDesk(server.baseUrl, { key });
    assert.deepEqual(await desk.projects.all(desk.connection.id), [{ id: '1', name: 'A' }]);
    assert.equal(desk.projects.known(desk.connection.id, '1')?.name, 'A');
    const page = await desk.resources.page(
      { connection: desk.connection.id, project: '1', collection: '/uptime/monitors' },
      undefined,
    );
    assert.deepEqual(
      page.items.map(({ id, label }) => [id, label]),
      [
        ['1', 'A'],
        ['1', 'B'],
      ],
    );
  });

  it('an id is found before a slug of the same text', async () => {
    await using server = await startServer(
      json({
        data: [
          { id: 2, slug: '1', name: 'B' },
          { id: 1, slug: 'a', name: 'A' },
        ],
      }),
    );
    const desk = await openDesk(server.baseUrl, { key });
    await desk.projects.all(desk.connection.id);
    assert.equal(desk.projects.known(desk.connection.id, '1')?.name, 'A');
    assert.equal(desk.projects.known(desk.connection.id, 'a')?.name, 'A');
    assert.deepEqual(desk.projects.named(desk.connection.id, 'x'), { id: 'x', name: 'x' });
  });

  it('an id has the name that another key’s list at the same address told, a slug has not', async () => {
    await using server = await startServer(json({ data: [{ id: 7, slug: 'a', name: 'A' }] }));
    const desk = await openDesk(server.baseUrl, { key });
    const other = await desk.add('pha_org_practice_other_0000001', { label: 'other' });
    const elsewhere = await desk.add('pha_org_practice_else_00000002', { baseUrl: 'http://127.0.0.1:9' });
    await desk.projects.all(desk.connection.id);
    assert.equal(desk.projects.named(other.id, '7').name, 'A');
    assert.equal(desk.projects.seen(other.id, 'a'), undefined);
    assert.equal(desk.projects.seen(elsewhere.id, '7'), undefined);
    // That it is within this key's reach is not known by that.
    assert.equal(desk.projects.known(other.id, '7'), undefined);
    assert.equal(server.requests.length, 1);
  });

  it('a list that was refused once is asked for again', async () => {
    await using server = await startServer(json({}, 500));
    const desk = await openDesk(server.baseUrl, { key });
    assert.deepEqual(await desk.projects.all(desk.connection.id), []);
    server.answer(json({ data: [{ id: 1, name: 'A' }] }));
    assert.equal((await desk.projects.all(desk.connection.id)).length, 1);
  });

  it('an undocumented collection is wrong input, a documented list without rows of its own is not', async () => {
    await using server = await startServer(json({ data: [{ id: 5, title: 'Fixed' }] }));
    const desk = await openDesk(server.baseUrl, { key });
    const list = (collection: string) =>
      desk.resources.page({ connection: desk.connection.id, project: '1', collection }, undefined);
    await assert.rejects(list('/no/such'), /has no collection/u);
    const { items } = await list('/uptime/incidents/5/updates');
    assert.deepEqual(
      items.map(({ id, label }) => [id, label]),
      [['5', 'Fixed']],
    );
  });
});
