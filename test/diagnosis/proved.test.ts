import assert from 'node:assert/strict';
import { type Reply, writesIn } from '../support/faultServer.ts';
import { models } from '../support/faultServices.ts';
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

describe('A change that is refused beside a read that is answered', () => {
  async function ofReadOnly(text: string) {
    const { area, write } = models.phare;
    const faults = [{ hits: writesIn(area), reply: { status: 403, body: { message: text } } }];
    const { probed } = await run({ service: 'phare', name: 'refused', draft: write, faults });
    return probed.find(({ cause }) => cause === 'permission-read-only')?.certainty;
  }

  it('is proved to be one of a key that may only read, where the permission is one of the documents', async () =>
    assert.equal(await ofReadOnly('Missing permission uptime:write'), 'proved'));

  it('is not proved by a permission that they do not know, which may be of one thing within the area', async () =>
    assert.equal(await ofReadOnly('Requires scope alerts.create'), 'likely'));
});
