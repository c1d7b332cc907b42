import assert from 'node:assert/strict';
import fc from 'fast-check';
import { singleLine } from '../../src/base/text.ts';
import { prepare } from '../../src/client/prepare.ts';
import { checkBaseUrl, isLoopback } from '../../src/services/baseUrl.ts';
import { cleanKey } from '../../src/services/fingerprint.ts';
import { phare, sampleConnection } from '../support/samples.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const assembled = (...parts: string[]) =>
  fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...parts) }, { weight: 1, arbitrary: anyText }), {
      maxLength: 12,
    })
    .map((list) => list.join(''));

const pasted = assembled(
  ' ',
  '\n',
  '\t',
  '\u00a0',
  '"',
  "'",
  '`',
  '“',
  '”',
  '«',
  '»',
  ',',
  ';',
  '\\',
  '=',
  ':',
  '-H ',
  '--header=',
  'Bearer ',
  'token ',
  'Authorization: ',
  'X-API-Key:',
  'export ',
  'PHARE_API_KEY=',
  '$env:',
  'pha_org_',
  'abcdefgh',
  '<key>',
  '…',
);

const quotes: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['"', ''],
  ['', "'"],
];
const wraps: readonly ((text: string) => string)[] = [
  ...[' ', '\n', '\t ', '\r\n', '\u00a0'].flatMap((space) => [
    (text: string) => space + text,
    (text: string) => text + space,
  ]),
  ...quotes.map(
    ([open, close]) =>
      (text: string) =>
        open + text + close,
  ),
  ...[
    'Bearer ',
    'bearer  ',
    'Authorization: ',
    'authorization:',
    'X-API-Key: ',
    'PHARE_API_KEY=',
    'export PHARE_API_KEY=',
  ].map((before) => (text: string) => before + text),
  (text) => `-H "${text}"`.replace('-H "', '-H "Authorization: '),
];

describe('cleanKey', () => {
  it('finds nothing more to take off a second time', () => {
    fc.assert(
      fc.property(fc.oneof(pasted, anyText), (text) => {
        const once = cleanKey(text);
        const twice = cleanKey(once.key);
        assert.equal(twice.key, once.key);
        assert.deepEqual(twice.problems, once.faults);
        assert.deepEqual(twice.faults, once.faults);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the key itself out of everything that it may be pasted with', () => {
    const key = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{8,60}$/u);
    fc.assert(
      fc.property(key, fc.array(fc.constantFrom(...wraps), { maxLength: 5 }), (own, layers) => {
        const text = layers.reduce((inner, wrap) => wrap(inner), own);
        const cleaned = cleanKey(text);
        assert.equal(cleaned.key, own);
        assert.equal(cleaned.problems.length > cleaned.faults.length, text !== own);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('prepare', () => {
  const bases = [
    'https://api.phare.io',
    'https://flare.example/api',
    'https://flare.example/api/v1',
    'http://127.0.0.1:8080',
    'http://[::1]:1/a',
  ];
  const paths = assembled(
    '/',
    '//',
    '/..',
    '..',
    '.',
    '%2e',
    '%2E%2e',
    '%2f',
    '\\',
    '/\\',
    '@',
    ':',
    ':80',
    'evil.example',
    'https://',
    'http:',
    '?',
    '#',
    ' ',
    '\t',
    '\n',
    '%',
    '%00',
    '{',
    '}',
    '%7B',
    '。',
    '／',
    'api',
    'users',
    'https://api.phare.io',
    'https://flare.example/api/',
  );

  it('never lets a path leave the base URL, and never throws', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...bases),
        fc.oneof(
          paths,
          paths.map((path) => `/${path}`),
        ),
        (baseUrl, path) => {
          const spec = prepare(
            { connection: 'one', method: 'GET', path },
            sampleConnection({ baseUrl }),
            phare,
            undefined,
          );
          if (!spec.ok) {
            assert.equal(spec.error.kind, 'not-sent');
            return;
          }
          accepted += 1;
          const { url } = spec.value;
          const base = new URL(baseUrl);
          assert.equal(url.origin, base.origin);
          assert.equal(url.username + url.password + url.hash, '');
          assert.ok(base.pathname === '/' || `${url.pathname}/`.startsWith(`${base.pathname}/`), url.href);
          assert.ok(spec.value.path.startsWith('/'));
        },
      ),
      { numRuns: 3000 },
    );
    assert.ok(accepted > 500, `only ${accepted} were accepted`);
  });

  it('never throws, whatever the method, the headers and the query are', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.dictionary(anyText, anyText),
        fc.dictionary(anyText, anyText),
        (method, headers, query) => {
          for (const own of [method, 'GET']) {
            prepare(
              { connection: 'one', method: own, path: '/users', headers, query },
              sampleConnection(),
              phare,
              undefined,
            );
          }
        },
      ),
    );
  });
});

describe('checkBaseUrl', () => {
  const addresses = assembled(
    'https://',
    'http://',
    'HTTP:',
    '//',
    '/',
    '\\',
    '@',
    ':',
    ':80',
    '?',
    '#',
    'localhost',
    '127.0.0.1',
    '[::1]',
    '127.1',
    '.',
    'evil.example',
    'user',
    '%6c',
    '。',
    '0x7f000001',
    '[::ffff:127.0.0.1]',
  );

  it('lets a key go out by https or to this machine alone', () => {
    fc.assert(
      fc.property(fc.constantFrom('https://', 'http://', ''), addresses, (scheme, rest) => {
        const checked = checkBaseUrl(scheme + rest, 'https://api.phare.io');
        if (!checked.ok) return;
        const url = new URL(checked.value);
        assert.ok(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)));
        assert.equal(checked.value, url.origin);
        assert.deepEqual(checkBaseUrl(checked.value, 'https://api.phare.io'), checked);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('singleLine', () => {
  const texts = assembled(
    '\u202e',
    '\u2066',
    '\u200b',
    '\u2028',
    '\n',
    '\u001b[2J',
    '\u0000',
    '\u0085',
    '\ud83d',
    '\udd11',
    'a',
    ' ',
    '🔑',
    '\u{e0041}',
  );

  it('is one line without characters that control, reorder or hide, and no longer than asked for', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 60 }), (text, limit) => {
        const line = singleLine(text, limit);
        assert.doesNotMatch(line, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        assert.ok([...line].length <= limit);
        assert.equal(line, line.trim());
        assert.equal(singleLine(line, limit), line);
      }),
      { numRuns: 2000 },
    );
  });
});
