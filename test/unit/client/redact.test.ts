import assert from 'node:assert/strict';
import { Secret } from '../../../src/base/secret.ts';
import { redactor, secretsIn } from '../../../src/client/redact.ts';

const key = 'pha_org_4f2a/Practice+0wner=';
const { everywhere, headers } = redactor([new Secret(key)]);

describe('redactor', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['as it is', key],
    ['in capitals', key.toUpperCase()],
    ['in small letters', key.toLowerCase()],
    ['in a URL', encodeURIComponent(key)],
    ['in a URL with small hex digits', encodeURIComponent(key).toLowerCase()],
    ['in JSON with escaped slashes', key.replaceAll('/', '\\/')],
    ['in JSON as .NET writes it', key.replaceAll('+', '\\u002B')],
    ['in JSON as Gson writes it', key.replaceAll('=', '\\u003d')],
  ];
  for (const [name, form] of forms) {
    it(`masks the key ${name}`, () => {
      assert.equal(everywhere(`before ${form} and ${form}.`), 'before …ner= and …ner=.');
    });
  }

  for (const before of ['', 'u', 'us', 'Bearer ', 'user:']) {
    it(`masks the key in Base64 behind ${JSON.stringify(before)}`, () => {
      for (const text of [`${before}${key}`, `${before}${key} and more`]) {
        for (const encoded of [btoa(text), Buffer.from(text).toString('base64url')]) {
          const masked = everywhere(encoded);
          assert.ok(masked.includes('…ner='), masked);
          assert.ok(!Buffer.from(masked, 'base64').toString('latin1').includes('Practice'), masked);
        }
      }
    });
  }

  it('masks in every text of a value, names included, and leaves the rest', () => {
    const value = { list: [1, null, { [`x-${key}`]: `a ${key}` }], flag: true };
    assert.deepEqual(everywhere(value), { list: [1, null, { 'x-…ner=': 'a …ner=' }], flag: true });
  });

  it('masks the longer of two secrets first', () => {
    const two = redactor([new Secret('secret-one'), new Secret('secret-one-two-three')]);
    assert.equal(two.everywhere('secret-one-two-three secret-one'), '…hree …');
  });

  it('masks what is longer than any header where it stands', () => {
    const long = `practice_${'long '.repeat(100_000)}ending`;
    const { everywhere: mask, pieces } = redactor([new Secret(long), new Secret(key)]);
    assert.equal(mask(`a ${long} b ${key}`), 'a …ding b …ner=');
    assert.equal(pieces().push('text').length, 0);
  });

  it('leaves bytes as they are', () => {
    const bytes = new TextEncoder().encode(key);
    assert.equal(everywhere({ bytes }).bytes, bytes);
  });

  it('finds secrets in bytes, and their beginnings at the end', () => {
    const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
    const { bytes } = redactor([new Secret(key)]);
    assert.equal(bytes().finds(bytesOf(`\xff${key.toUpperCase()}\x00`)), true);
    assert.equal(bytes().finds(bytesOf(`\xff${key.slice(1)}`)), false);
    const watch = bytes();
    assert.equal(watch.endsWithin(), false);
    assert.equal(watch.finds(bytesOf(`\x80${key.slice(0, 12)}`)), false);
    assert.equal(watch.endsWithin(), true);
    assert.equal(watch.finds(bytesOf(key.slice(12))), true);
    assert.equal(redactor([]).bytes().finds(bytesOf(key)), false);
  });

  it('does not mask what is too short to be a secret, nor anything without one', () => {
    assert.equal(redactor([new Secret('abc')]).everywhere('abcdef'), 'abcdef');
    assert.equal(redactor([]).everywhere('abcdef'), 'abcdef');
  });

  it('takes the characters of a key for themselves', () => {
    const odd = 'a.b*c+d?(e)[f]{g}|h^$i\\j/k';
    const masked = redactor([new Secret(odd)]).everywhere(`${odd} aXbc`);
    assert.equal(masked, '…\\j/k'.replace('\\j/k', odd.slice(-4)) + ' aXbc');
  });

  it('masks headers that carry secrets by their names', () => {
    const shown = headers(
      new Headers({
        Authorization: 'Bearer another_secret_text',
        'X-API-Key': 'another_secret_text',
        'X-Auth-Token': 'short',
        Cookie: 'a=b',
        'Set-Cookie': 'session=1234567890abcdef',
        'WWW-Authenticate': 'Bearer realm="phare"',
        'X-Request-Id': 'r1',
      }),
    );
    assert.deepEqual(shown, {
      authorization: 'Bearer …text',
      cookie: '…',
      'set-cookie': '…',
      'www-authenticate': 'Bearer realm="phare"',
      'x-api-key': '…text',
      'x-auth-token': '…',
      'x-request-id': 'r1',
    });
  });

  it('takes the beginning of the key off a text that was cut off there', () => {
    const { cutOff } = redactor([new Secret(key)]);
    for (let length = 8; length < key.length; length += 1) {
      assert.equal(cutOff(`{"echo":"${key.slice(0, length)}`), '{"echo":"…');
    }
    assert.equal(cutOff(btoa(`Bearer ${key}`).slice(0, 30)), 'QmVhcmVyIH…');
    assert.equal(cutOff(`${key} and more`), `${key} and more`);
    assert.equal(cutOff('pha_'), 'pha_');
    assert.equal(redactor([]).cutOff('text'), 'text');
  });

  it('is quick on a large body', function () {
    this.timeout(10_000);
    const body = `{"name":"${'monitor '.repeat(1_500_000)}"}`;
    assert.equal(everywhere(body), body);
  });
});

describe('secretsIn', () => {
  it('finds what was typed into headers', () => {
    const typed = new Headers({
      Authorization: 'Bearer typed_secret',
      'X-API-Key': 'other_secret',
      Accept: 'text/csv',
    });
    assert.deepEqual(
      secretsIn(typed).map((secret) => secret.reveal()),
      ['typed_secret', 'other_secret'],
    );
  });
});
