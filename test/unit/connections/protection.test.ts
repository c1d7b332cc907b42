import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/event.ts';
import { Protection } from '../../../src/connections/protection.ts';
import { MemoryStore } from '../../support/valueStore.ts';

const production = { id: '1002', slug: 'production', name: 'Production' };
const staging = { id: '1003', name: 'Staging' };

describe('Protected projects', () => {
  const open = (store = new MemoryStore()) => {
    const removed = new Emitter<string>();
    return { removed, store, protection: new Protection(store, removed.event) };
  };

  it('are found by id and by slug, for their own connection alone', async () => {
    const { protection } = open();
    await protection.protect('one', production);
    assert.deepEqual(protection.find('one', '1002'), production);
    assert.deepEqual(protection.find('one', 'production'), production);
    assert.equal(protection.find('one', '1003'), undefined);
    assert.equal(protection.find('other', '1002'), undefined);
    assert.equal(protection.find('one', undefined), undefined);
  });

  it('stay over a restart, and once each', async () => {
    const { protection, store } = open();
    await protection.protect('one', production);
    await protection.protect('one', production);
    assert.deepEqual(open(store).protection.of('one'), [production]);
  });

  it('are all kept when two are protected at once', async () => {
    const { protection } = open();
    await Promise.all([protection.protect('one', production), protection.protect('one', staging)]);
    assert.deepEqual(protection.of('one'), [production, staging]);
  });

  it('tell of each change, and can be unprotected', async () => {
    const { protection } = open();
    let changes = 0;
    protection.onDidChange(() => (changes += 1));
    await protection.protect('one', production);
    await protection.unprotect('one', '1002');
    assert.deepEqual(protection.of('one'), []);
    assert.equal(changes, 2);
  });

  it('are forgotten with their connection, and no other', async () => {
    const { protection, removed } = open();
    await protection.protect('one', production);
    await protection.protect('other', staging);
    const changed = new Promise<void>((resolve) => protection.onDidChange(resolve));
    removed.fire('one');
    await changed;
    assert.deepEqual(protection.of('one'), []);
    assert.deepEqual(protection.of('other'), [staging]);
  });

  it('are none where what is stored is damaged, and the whole ones where some are', () => {
    assert.deepEqual(open(new MemoryStore({ 'bearings.protectedProjects': 'x' })).protection.of('one'), []);
    const half = new MemoryStore({ 'bearings.protectedProjects': { one: [{ name: 'x' }, production] } });
    assert.deepEqual(open(half).protection.of('one'), [production]);
  });
});
