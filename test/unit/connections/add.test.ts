import assert from 'node:assert/strict';
import { type ConnectionInput, MAXIMUM_LABEL_LENGTH } from '../../../src/connections/connectionInput.ts';
import { InputError } from '../../../src/connections/inputError.ts';
import { Services } from '../../../src/services/registry.ts';
import { ownerKey, projectKey } from '../../support/compose.ts';
import { input, openConnections as open } from '../../support/openConnections.ts';
import { phareWith } from '../../support/samples.ts';

describe('Connections.add', () => {
  it('stores the connection in the store, the key in the vault, and neither in the other', async () => {
    const { connections, store, vault, events } = open();
    const added = await connections.add(input({ key: ` "Bearer ${ownerKey}"\n`, label: ' Owner ' }));
    assert.deepEqual(connections.list(), [added]);
    const { id, ...rest } = added;
    assert.deepEqual(rest, {
      service: 'phare',
      label: 'Owner',
      baseUrl: 'https://api.phare.io',
      keyKind: 'all-projects',
      keyEnding: 'wner',
    });
    assert.equal(vault.keys.get(id), ownerKey);
    assert.ok(!JSON.stringify([...store.values]).includes(ownerKey));
    assert.equal((await connections.key(id))?.reveal(), ownerKey);
    assert.ok(events.includes('changed'));
  });

  it('tells the kind of the key', async () => {
    const { connections } = open();
    assert.equal((await connections.add(input({ key: projectKey }))).keyKind, 'one-project');
    assert.equal((await connections.add(input({ key: 'something-else-entirely' }))).keyKind, 'unknown');
  });

  it('shows nothing of a key that is short', async () => {
    const { connections } = open();
    assert.equal((await connections.add(input({ key: 'pha_org_1' }))).keyEnding, '');
  });

  it('names a connection to another address after it', async () => {
    const { connections } = open();
    assert.equal((await connections.add(input({ label: '  ' }))).label, 'Phare');
    const own = await connections.add(input({ baseUrl: 'http://localhost:8080/' }));
    assert.equal(own.label, 'Phare · localhost:8080');
    assert.equal(own.baseUrl, 'http://localhost:8080');
    const far = await connections.add(input({ baseUrl: `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example` }));
    assert.ok([...far.label].length <= MAXIMUM_LABEL_LENGTH);
  });

  const refused: readonly (readonly [string, Partial<ConnectionInput>, RegExp])[] = [
    ['an unknown service', { service: 'nowhere' }, /no service "nowhere".*phare/u],
    ['an unknown region', { region: 'moon' }, /no region "moon".*default/u],
    ['an empty key', { key: '  ' }, /nothing in it/u],
    ['a key with a line break', { key: 'pha_org_abc\ndefghij' }, /line break/u],
    ['a key that is not ASCII', { key: 'pha_org_äbcdefghij' }, /ASCII/u],
    ['a placeholder', { key: '<your-key>' }, /placeholder/u],
    ['a prefix without key', { key: 'pha_org_' }, /too few characters/u],
    ['a label of 10,000 characters', { label: 'a'.repeat(10_000) }, /10000 characters; at most 80/u],
    ['a label with a line break', { label: 'a\nb' }, /line break/u],
    [
      'the key as a label',
      { key: 'unlike-any-service-0001', label: 'my unlike-any-service-0001' },
      /looks like a key/u,
    ],
    ['another key as a label', { label: 'pylf_v1_eu_practicelabel0000000000000001' }, /looks like a key/u],
    ['a base URL with a path', { baseUrl: 'https://api.phare.io/v1' }, /path \/v1/u],
    ['plain http to a far host', { baseUrl: 'http://phare.example' }, /Plain http/u],
    ['a wrong address of a region', { baseUrls: { default: 'http://phare.example' } }, /Plain http/u],
    ['an address of an unknown region', { baseUrls: { moon: 'https://phare.example' } }, /no region "moon"/u],
  ];
  for (const [name, changes, expected] of refused) {
    it(`rejects for ${name}, and stores nothing`, async () => {
      const { connections, store, vault } = open();
      const adding = connections.add(input(changes));
      await assert.rejects(adding, (error) => error instanceof InputError && expected.test(error.message));
      assert.equal(store.values.size, 0);
      assert.equal(vault.keys.size, 0);
    });
  }

  it('counts the characters of a label as a person does', async () => {
    const { connections } = open();
    assert.equal((await connections.add(input({ label: '🔑'.repeat(80) }))).label, '🔑'.repeat(80));
  });

  it('repeats no key in what it says', async () => {
    const { connections } = open();
    const key = 'pha_org_abc defsecretghij';
    await assert.rejects(connections.add(input({ key })), (error: Error) => !error.message.includes('defsecret'));
  });

  it('takes the region from the key, an address by region, and keeps the others for probes', async () => {
    const services = new Services([
      phareWith({
        regions: [
          { id: 'us', name: 'US', baseUrl: 'https://us.phare.example' },
          { id: 'eu', name: 'EU', baseUrl: 'https://eu.phare.example' },
        ],
        keys: { patterns: [{ pattern: '^pha_(?<region>us|eu)_', kind: 'all-projects', summary: 'key' }] },
      }),
    ]);
    const { connections } = open({ services });
    const first = await connections.add(input({ key: 'pha_eu_abcdefghij' }));
    assert.equal(first.region, 'eu');
    assert.equal(first.baseUrl, 'https://eu.phare.example');
    const baseUrls = { us: 'http://127.0.0.1:1', eu: 'http://127.0.0.1:2/' };
    const second = await connections.add(input({ key: 'pha_eu_abcdefghij', region: 'us', baseUrls }));
    assert.equal(second.baseUrl, 'http://127.0.0.1:1');
    assert.deepEqual(second.baseUrls, { us: 'http://127.0.0.1:1', eu: 'http://127.0.0.1:2' });
  });

  it('stores neither when the vault rejects', async () => {
    const { connections, store, vault } = open();
    vault.reject('set');
    await assert.rejects(connections.add(input()), /secret storage, so nothing was saved: the keyring is locked/u);
    assert.equal(store.values.size, 0);
    assert.deepEqual(connections.list(), []);
    vault.accept();
    await connections.add(input());
    assert.equal(connections.list().length, 1);
  });

  it('stores neither when the store rejects', async () => {
    const { connections, store, vault } = open();
    store.rejection = new Error('disk full');
    await assert.rejects(connections.add(input()), /its key was not kept either: disk full/u);
    assert.equal(vault.keys.size, 0);
    assert.deepEqual(connections.list(), []);
  });

  it('keeps both of two that are added at once', async () => {
    const { connections, vault } = open();
    const [one, two] = await Promise.all([connections.add(input()), connections.add(input({ key: projectKey }))]);
    assert.deepEqual(connections.list(), [one, two]);
    assert.equal(vault.keys.size, 2);
  });

  it('stores what it says it stored, although a listener throws', async () => {
    const { connections, vault } = open();
    const { queueMicrotask: original } = globalThis;
    globalThis.queueMicrotask = () => undefined;
    try {
      connections.onDidChange(() => {
        throw new Error('a view is broken');
      });
      await connections.add(input());
    } finally {
      globalThis.queueMicrotask = original;
    }
    assert.equal(connections.list().length, 1);
    assert.equal(vault.keys.size, 1);
  });
});
