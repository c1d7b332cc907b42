import assert from 'node:assert/strict';
import { Secret } from '../../../src/base/secret.ts';
import { InputError } from '../../../src/connections/inputError.ts';
import { movedTo } from '../../../src/connections/region.ts';
import { openConnections as open } from '../../support/openConnections.ts';

const logfire = { service: 'logfire', key: 'logfire-practice-key-of-no-region-0001' };
const elsewhere = { us: 'http://127.0.0.1:1001', eu: 'http://127.0.0.1:1002' };

describe('Connections.switchRegion', () => {
  it('changes where requests go, and tells that the key is another place’s now', async () => {
    const { connections, vault, events } = open();
    const added = await connections.add(logfire);
    assert.equal(added.region, 'us');
    events.length = 0;
    const moved = await connections.switchRegion(added.id, 'eu');
    assert.deepEqual(moved, { ...added, region: 'eu', baseUrl: 'https://api-eu.pydantic.dev' });
    assert.deepEqual(connections.list(), [moved]);
    assert.equal(vault.keys.get(added.id), logfire.key);
    assert.ok(events.includes(`key of ${added.id}`) && events.includes('changed'));
    assert.deepEqual(await connections.switchRegion(added.id, 'us'), added);
  });

  it('goes to the address that the connection names for the region, and finds the way back', async () => {
    const { connections } = open();
    const added = await connections.add({ ...logfire, region: 'us', baseUrls: elsewhere });
    assert.equal((await connections.switchRegion(added.id, 'eu')).baseUrl, elsewhere.eu);
    assert.equal((await connections.switchRegion(added.id, 'us')).baseUrl, elsewhere.us);
  });

  it('takes the key nowhere that the person did not name', async () => {
    const { connections, events } = open();
    const added = await connections.add({ ...logfire, baseUrl: elsewhere.us });
    events.length = 0;
    await assert.rejects(connections.switchRegion(added.id, 'eu'), /address of its own/u);
    await assert.rejects(connections.switchRegion(added.id, 'moon'), /no region "moon"/u);
    await assert.rejects(connections.switchRegion('nobody', 'eu'), InputError);
    assert.deepEqual([connections.list(), events], [[added], []]);
  });

  it('keeps an address of one’s own for the way back', async () => {
    const { connections, services } = open();
    const added = await connections.add({ ...logfire, baseUrl: elsewhere.us, baseUrls: { eu: elsewhere.eu } });
    const there = movedTo(added, services.get('logfire'), 'eu');
    assert.deepEqual(there.baseUrls, elsewhere);
    assert.equal(movedTo(there, services.get('logfire'), 'us').baseUrl, elsewhere.us);
  });

  it('moves a connection of practice mode for as long as that runs, and stores nothing', async () => {
    const { connections, store } = open();
    const { connection } = connections.draft({ ...logfire, region: 'us', baseUrls: elsewhere });
    connections.setTemporary([{ connection, key: new Secret(logfire.key) }]);
    await connections.switchRegion(connection.id, 'eu');
    assert.equal(connections.get(connection.id).baseUrl, elsewhere.eu);
    assert.equal(store.get('bearings.connections'), undefined);
  });
});

describe('Connections.changeAddress', () => {
  it('changes the address alone, and tells that the key is another place’s now', async () => {
    const { connections, vault, events } = open();
    const added = await connections.add(logfire);
    events.length = 0;
    const moved = await connections.changeAddress(added.id, ` ${elsewhere.us}/ `);
    assert.deepEqual(moved, { ...added, baseUrl: elsewhere.us });
    assert.deepEqual(connections.list(), [moved]);
    assert.equal(vault.keys.get(added.id), logfire.key);
    assert.ok(events.includes(`key of ${added.id}`) && events.includes('changed'));
  });

  it('comes back to the new address from another region, and not to the one that was left', async () => {
    const { connections } = open();
    const added = await connections.add({ ...logfire, region: 'us', baseUrls: elsewhere });
    const other = 'http://127.0.0.1:1003';
    assert.deepEqual((await connections.changeAddress(added.id, other)).baseUrls, { eu: elsewhere.eu });
    await connections.switchRegion(added.id, 'eu');
    assert.equal((await connections.switchRegion(added.id, 'us')).baseUrl, other);
  });

  it('changes nothing for an address that cannot be used, or is another region’s', async () => {
    const { connections, events } = open();
    const added = await connections.add(logfire);
    events.length = 0;
    await assert.rejects(connections.changeAddress(added.id, 'http://example.com'), /readable/u);
    await assert.rejects(connections.changeAddress(added.id, 'nonsense'), InputError);
    await assert.rejects(connections.changeAddress(added.id, 'https://api-eu.pydantic.dev'), /Switch Region/u);
    await assert.rejects(connections.changeAddress('nobody', elsewhere.us), InputError);
    assert.deepEqual([connections.list(), events], [[added], []]);
  });

  it('leaves a connection of practice mode where it is', async () => {
    const { connections } = open();
    const { connection } = connections.draft({ ...logfire, region: 'us', baseUrls: elsewhere });
    connections.setTemporary([{ connection, key: new Secret(logfire.key) }]);
    await assert.rejects(connections.changeAddress(connection.id, elsewhere.eu), /practice mode/u);
    assert.equal(connections.get(connection.id).baseUrl, elsewhere.us);
  });
});
