import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Secret } from '../../src/base/secret.ts';
import { maskFields } from '../../src/client/onceSecrets.ts';

const names = fc.constantFrom('token', 'a', 'b', '', '0', 'tok"en', '__proto__');
const values = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('}', '"', '\\', '{"token":"', ',', 'practice_key_0001'),
);
const { node } = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    values,
    fc.constantFrom(null, true, 1.5),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.array(fc.tuple(names, tie('node')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries) as unknown),
  ),
}));
const fields = ['token', 'a.token', 'a.b.token', 'b'];

/** What masking means, said of values in place of text. */
function masked(value: unknown, path: readonly string[], found: string[]): unknown {
  if (typeof value === 'string') {
    if (value === '' || !fields.includes(path.join('.')) || path.some((name) => name.includes('.'))) return value;
    found.push(value);
    return new Secret(value).mask;
  }
  if (Array.isArray(value)) return value.map((entry) => masked(entry, path, found));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, masked(entry, [...path, name], found)]),
  );
}

describe('secrets that are shown once', () => {
  it('are masked in every JSON where their fields are, and nothing else is', () => {
    fc.assert(
      fc.property(node, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const body = JSON.stringify(value, undefined, indent);
        const result = maskFields(body, fields);
        const expected: string[] = [];
        assert.deepEqual(JSON.parse(result.text), JSON.parse(JSON.stringify(masked(JSON.parse(body), [], expected))));
        assert.deepEqual(
          result.found.map(({ secret }) => secret.reveal()),
          expected,
        );
        if (expected.length === 0) assert.equal(result.text, body);
      }),
      { numRuns: 1000 },
    );
  });

  it('stand in no part of an answer that breaks off anywhere', () => {
    const secret = 'practice_secret_shown_once';
    fc.assert(
      fc.property(node, fc.double({ min: 0, max: 1, noNaN: true }), (value, part) => {
        const body = JSON.stringify({ list: value, token: secret, after: value });
        const cut = body.slice(0, Math.floor(part * body.length));
        assert.ok(!maskFields(cut, ['token']).text.includes(secret.slice(0, 12)));
      }),
      { numRuns: 1000 },
    );
  });
});
