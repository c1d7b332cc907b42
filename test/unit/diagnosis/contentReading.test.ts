import assert from 'node:assert/strict';
import { readTopics } from '../../../src/diagnosis/reading.ts';
import type { Topic } from '../../../src/diagnosis/topicTable.ts';
import { builtInServices } from '../../../src/services/registry.ts';

const phare = builtInServices().get('phare');
const read = (status: number | undefined, text: string): readonly Topic[] => [...readTopics([text], phare, status)];

describe('Words about a content or an entry', () => {
  for (const [status, text] of [
    [422, 'role must be one of admin, member'],
    [400, 'token is not a valid choice for type'],
    [409, 'A key with this name already exists'],
    [422, 'expired_at must be in the future'],
    [409, 'The invitation has expired'],
    [409, 'No role with that name'],
  ] as const) {
    it(`are about nothing else: ${status} "${text}"`, () => assert.deepEqual(read(status, text), ['content']));
  }

  for (const [status, text] of [
    [404, 'No user with that role'],
    [404, 'No rate limit rule with this id'],
    [410, 'This invitation has expired'],
    [404, 'Permission 12 does not exist'],
  ] as const) {
    it(`name what is not there: ${status} "${text}"`, () =>
      assert.deepEqual(read(status, text), ['not-found', 'entry']));
  }

  it('say within a success that an entry is not there', () =>
    assert.deepEqual(read(200, 'No user with that role'), ['not-found']));

  for (const [status, text, topic] of [
    [400, 'Your token must be one of those that the account has', 'key'],
    [400, 'Request timestamp is too far in the past', 'clock-skew'],
    [400, 'The provided token must be a string', 'key'],
    [403, 'The selected role is not supported', 'role-insufficient'],
    [404, 'No account with that key', 'key'],
    [404, 'Role not found for your account', 'role-insufficient'],
    [404, 'No project with that id', 'project-unknown'],
    [422, 'The selected project is invalid', 'project-unknown'],
    [undefined, 'No user with that role', 'role-insufficient'],
  ] as const) {
    it(`are about who asks or the project where they name them: ${status} "${text}"`, () => {
      const found = read(status, text);
      assert.ok(found.includes(topic), found.join(', '));
      assert.ok(!found.includes('entry'));
    });
  }
});
