import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseChallenges } from '../../../src/diagnosis/challenges.ts';
import { saidInBody, saidInHeaders } from '../../../src/diagnosis/saidWords.ts';

const inBody = (json: unknown) => saidInBody(json, JSON.stringify(json));

describe('The words of a refusal', () => {
  const bodies: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['GraphQL', { errors: [{ message: 'No', extensions: { code: 'X_Y' }, locations: [{ line: 1 }] }] }, ['No', 'X_Y']],
    ['gRPC through a gateway', { code: 8, message: 'no', details: [] }, ['no', 'resource exhausted']],
    ['a number that is no gRPC status', { code: 8, message: 'no', data: 1 }, ['no']],
    ['the name of a problem', { type: 'https://example.com/problems/key-unknown', title: 'No' }, ['key-unknown', 'No']],
    ['the name of a problem in a URN', { type: 'urn:problem:key-unknown' }, ['key-unknown']],
    [
      'help in words',
      { message: 'No', help: 'Only admins may', link: 'https://example.com' },
      ['No', 'Only admins may'],
    ],
    ['fields with what is wrong with them', { message: 'No', errors: { name: ['is taken'] } }, ['No']],
    ['entries that name a field', { errors: [{ field: 'name', message: 'is taken' }] }, []],
    ['ids, times and what was asked', { id: 'abc', time: 'now', request: { key: 'k' }, reason: 'No' }, ['No']],
  ];
  for (const [name, json, words] of bodies) {
    it(`of a body: ${name}`, () => assert.deepEqual(inBody(json), words));
  }

  it('of XML are what stands between its tags', () => {
    const xml =
      '<?xml version="1.0"?><Error><Code>NoKey</Code><Message>No such key</Message><RequestId>1</RequestId></Error>';
    assert.deepEqual(saidInBody(undefined, xml), ['NoKey', 'No such key']);
  });

  it('of other texts are not looked for here', () => assert.deepEqual(saidInBody(undefined, 'No such key'), []));

  it('of headers are errors, challenges and gRPC’s', () => {
    const challenges = parseChallenges('Bearer error="invalid_token", error_description="Over"');
    const headers = {
      'x-error-code': 'no_key',
      'grpc-status': '7',
      'grpc-message': 'may%20not',
      'x-request-id': 'abc',
    };
    assert.deepEqual(saidInHeaders(challenges, headers), [
      'no_key',
      'invalid_token',
      'Over',
      'permission denied',
      'may not',
    ]);
    assert.deepEqual(saidInHeaders([], { 'grpc-status': 'x', 'grpc-message': '%' }), ['%']);
  });

  it('are found in any JSON without a throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        assert.ok(inBody(json).every((word) => word !== ''));
      }),
    );
  });
});
