import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseChallenges, printChallenges } from '../../../src/diagnosis/challenges.ts';
import { readJwtTimes } from '../../../src/services/jwt.ts';

describe('WWW-Authenticate', () => {
  const cases: readonly (readonly [string, readonly unknown[]])[] = [
    ['', []],
    ['Bearer', [{ scheme: 'bearer', parameters: {} }]],
    [
      'Bearer realm="a, b", error="invalid_token", error_description="The \\"x\\" expired"',
      [
        {
          scheme: 'bearer',
          parameters: { realm: 'a, b', error: 'invalid_token', error_description: 'The "x" expired' },
        },
      ],
    ],
    [
      'BASIC realm=x, bEaReR error=insufficient_scope,  SCOPE = "a b"',
      [
        { scheme: 'basic', parameters: { realm: 'x' } },
        { scheme: 'bearer', parameters: { error: 'insufficient_scope', scope: 'a b' } },
      ],
    ],
    [
      'Negotiate abc==, NTLM',
      [
        { scheme: 'negotiate', token68: 'abc==', parameters: {} },
        { scheme: 'ntlm', parameters: {} },
      ],
    ],
    ['=a,,Bearer realm="not closed', [{ scheme: 'bearer', parameters: { realm: 'not closed' } }]],
    ['Digest nonce=1, nonce=2', [{ scheme: 'digest', parameters: { nonce: '1' } }]],
  ];
  for (const [header, expected] of cases) {
    it(`reads ${header === '' ? 'nothing' : header}`, () => assert.deepEqual(parseChallenges(header), expected));
  }

  const token = fc.stringMatching(/^[a-z][a-z0-9!#$%&'*+.^`|~-]{0,9}$/u);
  const parameters = fc.dictionary(token, fc.string({ unit: 'grapheme-ascii', maxLength: 12 }), { maxKeys: 4 });
  const challenge = fc.oneof(
    fc.record({ scheme: token, parameters }),
    fc.record({
      scheme: token,
      token68: fc.stringMatching(/^[A-Za-z0-9._~+/-]{1,9}={0,2}$/u),
      parameters: fc.constant({}),
    }),
  );

  it('reads back whatever was printed', () => {
    fc.assert(
      fc.property(fc.array(challenge, { maxLength: 4 }), (challenges) => {
        const own = challenges.map((one) => ({ ...one, parameters: { ...one.parameters } }));
        assert.deepEqual(parseChallenges(printChallenges(own)), own);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    const parts = fc.constantFrom('Bearer', ' ', ',', '=', '"', '\\', 'a=b', 'x', '\t', '\0', 'é');
    const text = fc.oneof(
      fc.string(),
      fc.array(parts, { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(fc.property(text, (header) => Array.isArray(parseChallenges(header))));
  });
});

describe('The times of a JSON Web Token', () => {
  const part = (value: unknown) =>
    btoa(JSON.stringify(value)).replace(/=+$/u, '').replaceAll('+', '-').replaceAll('/', '_');
  const token = (claims: unknown, header: unknown = { alg: 'none' }) => `${part(header)}.${part(claims)}.c2ln`;

  it('are read, in seconds or in milliseconds', () => {
    const times = { expiresAt: 1_800_000_000_000, notBefore: 1_700_000_000_000, issuedAt: 1_700_000_000_000 };
    assert.deepEqual(readJwtTimes(token({ exp: 1_800_000_000, nbf: 1_700_000_000, iat: 1_700_000_000 })), times);
    assert.deepEqual(readJwtTimes(token({ exp: 1_800_000_000_000 })), { expiresAt: 1_800_000_000_000 });
  });

  it('are left out where they are no times, and nothing else is given out', () => {
    const claims = { exp: 'soon', nbf: -1, iat: Number.MAX_VALUE, sub: 'somebody' };
    assert.deepEqual(readJwtTimes(token(claims)), {});
  });

  it('are told of no other text', () => {
    for (const text of ['', 'a.b.c', 'pha_org_practice_owner', token([1]), token({}, { typ: 'JWT' }), 'x'.repeat(50)]) {
      assert.equal(readJwtTimes(text), undefined);
    }
    fc.assert(fc.property(fc.string(), (text) => readJwtTimes(text) === undefined));
  });
});
