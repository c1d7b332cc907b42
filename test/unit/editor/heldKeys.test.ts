import assert from 'node:assert/strict';
import { holdsKey } from '../../../src/editor/panel/heldKeys.ts';
import type { PanelDraft } from '../../../src/editor/panel/protocol.ts';
import { openDesk } from '../../support/desk.ts';

const EMPTY: PanelDraft = { method: 'POST', path: '/a', pathValues: {}, query: [], headers: [], body: '' };
/** No service's form: only the store knows that this is a key. */
const STORED = 'kept/by+bearings="alone"';

describe('A key in what is composed', () => {
  const held: readonly (readonly [string, Partial<PanelDraft>])[] = [
    ['a stored one in the JSON of the body', { body: JSON.stringify({ note: `x ${STORED}` }) }],
    ['a stored one in the path, as an address has it', { path: `/a/${encodeURIComponent(STORED)}` }],
    ['a stored one as the value of a placeholder', { pathValues: { id: STORED } }],
    ['a stored one in the query', { query: [{ name: 'note', value: STORED }] }],
    ['what looks like one of a known service', { body: 'see pha_org_practice_unknown_00000000000000 there' }],
  ];
  for (const [where, change] of held) {
    it(`is found: ${where}`, async () => {
      const { connections, bearings } = await openDesk('http://127.0.0.1:9', { key: STORED });
      assert.equal(bearings.connections.list().length, 1);
      assert.equal(await holdsKey({ connections, services: connections.services }, { ...EMPTY, ...change }), true);
    });
  }

  it('is not seen in what is none, and no stored key is read where nothing can be one', async () => {
    const { connections, vault } = await openDesk('http://127.0.0.1:9', { key: STORED });
    const parts = { connections, services: connections.services };
    assert.equal(await holdsKey(parts, { ...EMPTY, body: '{"name":"a-rather-long-name-of-a-monitor"}' }), false);
    vault.get = () => Promise.reject(new Error('A key was read.'));
    const draft = { ...EMPTY, path: '/uptime/monitors/{monitorId}', body: '{"name":"short"}' };
    assert.equal(await holdsKey(parts, draft), false);
  });
});
