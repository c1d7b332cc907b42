import assert from 'node:assert/strict';
import type { Reply } from '../support/faultServer.ts';
import { run } from './support/run.ts';

/** The key check of Phare is refused as the request is, so nothing but the words can tell of another cause. */
async function certaintyOf(reply: Reply) {
  const { probed } = await run({ service: 'phare', name: 'refused', faults: [{ hits: () => true, reply }] });
  return probed.find(({ cause }) => cause === 'key-invalid')?.certainty;
}

describe('A key that is refused for a read that needs nothing but the key', () => {
  const plain = ['Unauthorized', 'Unauthenticated.', 'Invalid API key', 'INVALID_API_KEY', 'That key is not valid.'];
  for (const message of plain) {
    it(`is proved not to be accepted by "${message}"`, async () =>
      assert.equal(await certaintyOf({ status: 401, body: { message } }), 'proved'));
  }

  it('is proved not to be accepted by a 401 without a word', async () =>
    assert.equal(await certaintyOf({ status: 401 }), 'proved'));

  const open = [
    'Invalid key for this month',
    'OAuth keys are not accepted',
    'Ключ не підійшов',
    'Key invalid, see mail',
  ];
  for (const message of open) {
    it(`is not proved by "${message}", which says more or cannot be read`, async () =>
      assert.notEqual(await certaintyOf({ status: 401, body: { message } }), 'proved'));
  }

  it('is not proved by words about a field', async () =>
    assert.notEqual(await certaintyOf({ status: 401, body: { errors: { reason: ['is over'] } } }), 'proved'));

  it('is not proved by another status', async () =>
    assert.notEqual(await certaintyOf({ status: 403, body: { message: 'Invalid API key' } }), 'proved'));
});
