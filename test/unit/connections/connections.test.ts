import assert from 'node:assert/strict';
import { Secret } from '../../../src/base/secret.ts';
import { InputError } from '../../../src/connections/inputError.ts';
import { Services } from '../../../src/services/registry.ts';
import { ownerKey, projectKey } from '../../support/compose.ts';
import { input, openConnections as open } from '../../support/openConnections.ts';
import { phare, phareWith, sampleConnection } from '../../support/samples.ts';
import { MemoryStore } from '../../support/valueStore.ts';

const STORED_UNDER = 'bearings.connections';

describe('Connections.rename', () => {
  it('changes the label and nothing else', async () => {
    const { connections, vault } = open();
    const added = await connections.add(input());
    const renamed = await connections.rename(added.id, ' Production ');
    assert.deepEqual(renamed, { ...added, label: 'Production' });
    assert.deepEqual(connections.list(), [renamed]);
    assert.equal(vault.keys.get(added.id), ownerKey);
  });

  it('rejects for a wrong label, an unknown connection and a full disk, and changes nothing', async () => {
    const { connections, store } = open();
    const added = await connections.add(input());
    await assert.rejects(connections.rename(added.id, ' '), /at least one character/u);
    await assert.rejects(connections.rename(added.id, 'a'.repeat(10_000)), /Shorten it/u);
    await assert.rejects(connections.rename('nobody', 'x'), InputError);
    store.rejection = new Error('disk full');
    await assert.rejects(connections.rename(added.id, 'x'), /disk full/u);
    assert.deepEqual(connections.list(), [added]);
  });
});

describe('Connections.replaceKey', () => {
  it('stores the new key and what it tells', async () => {
    const { connections, vault, events } = open();
    const added = await connections.add(input());
    events.length = 0;
    const replaced = await connections.replaceKey(added.id, `Bearer ${projectKey}`);
    assert.deepEqual(replaced, { ...added, keyKind: 'one-project', keyEnding: 'nous' });
    assert.deepEqual(connections.list(), [replaced]);
    assert.equal(vault.keys.get(added.id), projectKey);
    assert.ok(events.includes(`key of ${added.id}`) && events.includes('changed'));
  });

  it('keeps the old key when the text is none, the vault rejects or the store rejects', async () => {
    const { connections, store, vault } = open();
    const added = await connections.add(input());
    await assert.rejects(connections.replaceKey(added.id, 'pha_prj_'), /too few characters/u);
    vault.reject('set');
    await assert.rejects(connections.replaceKey(added.id, projectKey), /nothing was saved/u);
    vault.accept();
    store.rejection = new Error('disk full');
    await assert.rejects(connections.replaceKey(added.id, projectKey), /disk full/u);
    assert.equal(vault.keys.get(added.id), ownerKey);
    assert.deepEqual(connections.list(), [added]);
  });

  it('keeps no key of a connection that had none when the store rejects', async () => {
    const { connections, store, vault } = open();
    const added = await connections.add(input());
    await vault.delete(added.id);
    store.rejection = new Error('disk full');
    await assert.rejects(connections.replaceKey(added.id, projectKey), /disk full/u);
    assert.equal(vault.keys.size, 0);
  });

  it('leaves no key behind of a connection that is removed at the same time', async () => {
    const { connections, vault } = open();
    const added = await connections.add(input());
    const removing = connections.remove(added.id);
    await assert.rejects(connections.replaceKey(added.id, projectKey), InputError);
    await removing;
    assert.equal(vault.keys.size, 0);
  });

  it('rejects for an unknown connection', async () => {
    const { connections, vault } = open();
    await assert.rejects(connections.replaceKey('nobody', ownerKey), InputError);
    assert.equal(vault.keys.size, 0);
  });
});

describe('Connections.remove', () => {
  it('forgets the connection and its key, and no other', async () => {
    const { connections, vault } = open();
    const [one, two] = await Promise.all([connections.add(input()), connections.add(input())]);
    await connections.remove(one.id);
    assert.deepEqual(connections.list(), [two]);
    assert.deepEqual([...vault.keys.keys()], [two.id]);
    assert.throws(() => connections.get(one.id), InputError);
    await assert.rejects(connections.remove(one.id), InputError);
  });

  it('forgets neither when the vault rejects', async () => {
    const { connections, vault } = open();
    const added = await connections.add(input());
    vault.reject('delete');
    await assert.rejects(connections.remove(added.id), /keyring is locked/u);
    assert.deepEqual(connections.list(), [added]);
    assert.equal(vault.keys.get(added.id), ownerKey);
  });

  it('leaves a connection that can be removed again, not a key that nobody knows of, when the store rejects', async () => {
    const { connections, store, vault } = open();
    const added = await connections.add(input());
    store.rejection = new Error('disk full');
    await assert.rejects(connections.remove(added.id), /disk full/u);
    assert.equal(vault.keys.size, 0);
    store.rejection = undefined;
    await connections.remove(added.id);
    assert.deepEqual(connections.list(), []);
  });
});

describe('Connections and other windows', () => {
  it('announces what another window changed, once', async () => {
    const mine = open();
    const other = open(mine);
    const added = await other.connections.add(input());
    mine.connections.reload();
    mine.connections.reload();
    assert.deepEqual(mine.connections.list(), [added]);
    assert.equal(mine.events.filter((event) => event === 'changed').length, 1);
    assert.ok(mine.events.includes(`key of ${added.id}`));
  });

  it('announces nothing when nothing changed, nor its own change again', async () => {
    const { connections, events } = open();
    connections.reload();
    assert.deepEqual(events, []);
    await connections.add(input());
    events.length = 0;
    connections.reload();
    assert.deepEqual(events, []);
  });

  it('announces what changed by the time that a key changes elsewhere', async () => {
    const mine = open();
    const added = await mine.connections.add(input());
    await open(mine).connections.rename(added.id, 'Renamed');
    mine.events.length = 0;
    await mine.vault.set(added.id, projectKey);
    assert.deepEqual(mine.events, ['changed', `key of ${added.id}`]);
  });

  it('sees a removal and another key', async () => {
    const mine = open();
    const other = open(mine);
    const added = await mine.connections.add(input());
    await other.connections.replaceKey(added.id, projectKey);
    assert.equal(mine.connections.get(added.id).keyKind, 'one-project');
    assert.equal((await mine.connections.key(added.id))?.reveal(), projectKey);
    await other.connections.remove(added.id);
    assert.equal(mine.connections.find(added.id), undefined);
  });

  it('hears nothing once disposed of', async () => {
    const mine = open();
    const other = open(mine);
    mine.connections.dispose();
    await other.connections.add(input());
    assert.deepEqual(mine.events, []);
  });
});

describe('stored connections', () => {
  const whole = sampleConnection({ id: 'whole' });
  const damaged: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['a text', 'connection'],
    ['an empty object', {}],
    ['a number for a label', { ...whole, label: 7 }],
    ['an unknown kind of key', { ...whole, keyKind: 'every' }],
    ['no address', { ...whole, baseUrl: 'not an address' }],
    ['an address that keys must not go to', { ...whole, baseUrl: 'http://phare.example' }],
    ['such an address of a region', { ...whole, baseUrls: { eu: 'http://phare.example' } }],
  ];
  for (const [name, entry] of damaged) {
    it(`are shown beside a damaged one (${name})`, () => {
      const store = new MemoryStore({ [STORED_UNDER]: [entry, { ...whole, id: 'good' }] });
      assert.deepEqual(
        open({ store })
          .connections.list()
          .map(({ id }) => id),
        ['good'],
      );
    });

    it(`leave a damaged one as it is when they change (${name})`, async () => {
      const store = new MemoryStore({ [STORED_UNDER]: [entry, { ...whole, id: 'good' }] });
      await open({ store }).connections.rename('good', 'Renamed');
      assert.deepEqual(store.values.get(STORED_UNDER), [{ ...whole, id: 'good', label: 'Renamed' }, entry]);
    });
  }

  it('are none when the whole list is damaged', () => {
    for (const stored of [undefined, null, 'x', 7, { length: 1 }]) {
      assert.deepEqual(open({ store: new MemoryStore({ [STORED_UNDER]: stored }) }).connections.list(), []);
    }
  });

  it('of a service that is gone are kept, and shown when it is back', async () => {
    const store = new MemoryStore({ [STORED_UNDER]: [sampleConnection({ id: 'gone', service: 'gone' })] });
    const { connections } = open({ store });
    assert.deepEqual(connections.list(), []);
    await connections.add(input());
    const back = open({ store, services: new Services([phare, phareWith({ id: 'gone' })]) });
    assert.equal(back.connections.list().length, 2);
  });
});

describe('Connections.key', () => {
  it('is undefined for none and for an empty one, and rejects when the vault does', async () => {
    const { connections, vault } = open();
    const added = await connections.add(input());
    assert.equal(await connections.key('nobody'), undefined);
    vault.keys.set(added.id, '');
    assert.equal(await connections.key(added.id), undefined);
    vault.reject('get');
    await assert.rejects(connections.key(added.id), /keyring is locked/u);
  });
});

describe('temporary connections', () => {
  const temporary = {
    connection: sampleConnection({ id: 'practice', baseUrl: 'http://127.0.0.1:4000' }),
    key: new Secret(ownerKey),
  };

  it('are listed with their keys while there are any, and never stored', async () => {
    const { connections, store, vault, events } = open();
    connections.setTemporary([temporary]);
    assert.deepEqual(connections.list(), [temporary.connection]);
    assert.equal((await connections.key('practice'))?.reveal(), ownerKey);
    assert.ok(connections.isTemporary('practice'));
    const added = await connections.add(input());
    assert.deepEqual(
      connections.list().map(({ id }) => id),
      [added.id, 'practice'],
    );
    connections.setTemporary([]);
    assert.deepEqual(connections.list(), [added]);
    assert.ok(!JSON.stringify([...store.values]).includes('practice"'));
    assert.deepEqual([...vault.keys.keys()], [added.id]);
    assert.ok(events.length > 0);
  });

  it('cannot be changed, and leave nothing behind when that is tried', async () => {
    const { connections, store, vault } = open();
    connections.setTemporary([temporary]);
    await assert.rejects(connections.rename('practice', 'x'), /practice mode/u);
    await assert.rejects(connections.replaceKey('practice', projectKey), /practice mode/u);
    await assert.rejects(connections.remove('practice'), /practice mode/u);
    assert.equal(vault.keys.size, 0);
    assert.equal(store.values.size, 0);
  });
});
