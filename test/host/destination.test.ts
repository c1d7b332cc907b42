import assert from 'node:assert/strict';
import { Protection } from '../../src/connections/protection.ts';
import { destinationOf } from '../../src/editor/panel/destinationView.ts';
import type { PanelDraft } from '../../src/editor/panel/protocol.ts';
import { openDesk } from '../support/desk.ts';
import { MemoryStore } from '../support/valueStore.ts';

const READ: PanelDraft = {
  method: 'GET',
  path: '/firework/v4/identifiers/',
  pathValues: {},
  query: [],
  headers: [],
  body: '',
};

describe('where the next request goes', () => {
  it('is the selected tenant, until a token is typed by hand, of which nobody knows the tenant', async () => {
    // Nothing listens there, and nothing is sent.
    const desk = await openDesk('http://127.0.0.1:9', { service: 'flare', key: 'fw_practice_destination_00000001' });
    const { connection, connections, selection } = desk;
    await selection.select(connection.id, { id: '12', name: 'Harbor bank' });
    const protection = new Protection(new MemoryStore(), connections.onDidRemove);
    const goesTo = (draft: PanelDraft) =>
      destinationOf({ ...desk, protection }, connection.id, draft, undefined, '')?.project;
    assert.match(goesTo(READ) ?? '', /^Harbor bank/u);
    const typed = { name: 'authorization', value: 'Bearer practice-token-of-nobody' };
    assert.equal(goesTo({ ...READ, headers: [typed] }), 'the tenant of the token typed by hand');
    protection.dispose();
  });
});
