import assert from 'node:assert/strict';
import type { Project } from '../../../src/connections/connection.ts';
import { Selection } from '../../../src/connections/selection.ts';
import { MemoryStore } from '../../support/valueStore.ts';

const project = (id: string): Project => ({ id, slug: `slug-${id}`, name: `Project ${id}` });

describe('Selection', () => {
  it('points each connection at its own project', async () => {
    const selection = new Selection(new MemoryStore());
    await selection.select('one', project('1'));
    await selection.select('two', project('2'));
    assert.deepEqual(selection.project('one'), project('1'));
    assert.deepEqual(selection.project('two'), project('2'));
    assert.equal(selection.project('three'), undefined);
    assert.equal(selection.activeConnection, 'two');
  });

  it('forgets the project when none is chosen, and keeps the others', async () => {
    const selection = new Selection(new MemoryStore());
    await selection.select('one', project('1'));
    await selection.select('two', project('2'));
    await selection.select('one', undefined);
    assert.equal(selection.project('one'), undefined);
    assert.deepEqual(selection.project('two'), project('2'));
    assert.equal(selection.activeConnection, 'one');
  });

  it('leaves the project alone when only a connection is chosen', async () => {
    const selection = new Selection(new MemoryStore());
    await selection.select('one', project('1'));
    await selection.activate('two');
    assert.equal(selection.activeConnection, 'two');
    assert.deepEqual(selection.project('one'), project('1'));
  });

  it('lasts', async () => {
    const store = new MemoryStore();
    await new Selection(store).select('one', project('1'));
    assert.deepEqual(new Selection(store).project('one'), project('1'));
  });

  it('tells of each change after it was made, until disposed of', async () => {
    const selection = new Selection(new MemoryStore());
    const seen: (string | undefined)[] = [];
    selection.onDidChange(() => seen.push(selection.project('one')?.id));
    await selection.select('one', project('1'));
    await selection.select('one', project('2'));
    selection.dispose();
    await selection.select('one', project('3'));
    assert.deepEqual(seen, ['1', '2']);
  });

  it('keeps the last five different projects, newest first', async () => {
    const selection = new Selection(new MemoryStore());
    for (const id of ['1', '2', '3', '4', '5', '6', '4']) await selection.select('one', project(id));
    assert.deepEqual(
      selection.recent.map((entry) => entry.project.id),
      ['4', '6', '5', '3', '2'],
    );
    await selection.select('two', project('4'));
    assert.deepEqual(
      selection.recent.slice(0, 2).map((entry) => entry.connection),
      ['two', 'one'],
    );
  });

  it('reads damaged values as nothing', () => {
    const damaged = [null, 'x', 7, [], { one: 'x' }, { one: { id: 7, name: 'x' } }];
    for (const value of damaged) {
      const selection = new Selection(
        new MemoryStore({
          'bearings.selectedProjects': value,
          'bearings.activeConnection': value,
          'bearings.recentProjects': [
            value,
            { connection: 'one', project: value },
            { connection: 'one', project: project('1') },
          ],
        }),
      );
      assert.equal(selection.project('one'), undefined);
      assert.equal(selection.activeConnection, value === 'x' ? 'x' : undefined);
      assert.deepEqual(selection.recent, [{ connection: 'one', project: project('1') }]);
    }
  });

  it('rejects when the store does', async () => {
    const store = new MemoryStore();
    store.rejection = new Error('disk full');
    await assert.rejects(new Selection(store).select('one', project('1')), /disk full/u);
    assert.equal(new Selection(store).project('one'), undefined);
  });
});
