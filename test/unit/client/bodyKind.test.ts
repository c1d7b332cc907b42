import assert from 'node:assert/strict';
import { binaryType } from '../../../src/client/bodyKind.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
/** As good as random, and the same each time. */
const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 2654435761) >>> 13);

describe('binaryType', () => {
  const bodies: readonly (readonly [string, Uint8Array | string, string, string | undefined])[] = [
    ['nothing', '', 'image/png', undefined],
    ['JSON', '{"a":1}', 'application/json', undefined],
    ['JSON called an image', '{"a":1}', 'image/png', undefined],
    ['HTML called an image', '<h1>Hi</h1>', 'image/png', undefined],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml', undefined],
    ['a table called octets', 'a;b\r\n1;2\r\n', 'application/octet-stream', undefined],
    ['text with NUL bytes', 'a\0b\0', 'application/json', undefined],
    ['nothing but NUL bytes, called JSON', '\0'.repeat(100), 'application/json', undefined],
    ['nothing but NUL bytes, called octets', '\0'.repeat(100), 'application/octet-stream', 'application/octet-stream'],
    ['text in colours of a terminal', '\u001b[31mred\u001b[0m', 'text/plain', undefined],
    ['Latin 1 called nothing', Buffer.from('Zürich Genève', 'latin1'), '', undefined],
    ['Cyrillic of another charset', Buffer.alloc(200, 0xcf), 'text/plain', undefined],
    ['UTF-16 that is named', Buffer.from('{"a":1}', 'utf16le'), 'text/plain; charset=utf-16le', undefined],
    ['UTF-16 with its mark', Buffer.from('\uFEFF{"a":1}', 'utf16le'), 'application/json', undefined],
    ['a picture', png, 'image/png', 'image/png'],
    ['a picture called JSON', png, 'application/json', 'image/png'],
    ['a picture called another', png, 'image/jpeg', 'image/png'],
    ['a picture without a type', png, '', 'image/png'],
    ['a photo', Buffer.from('ffd8ffe000104a464946', 'hex'), '', 'image/jpeg'],
    ['a document', '%PDF-1.7\n1 0 obj', 'text/plain', 'application/pdf'],
    ['an archive', Buffer.from('504b030414000000', 'hex'), 'application/vnd.ms-excel', 'application/zip'],
    ['noise called JSON', noise, 'application/json', 'application/octet-stream'],
    ['noise called a picture', noise, 'image/png', 'application/octet-stream'],
    ['noise of a named kind', noise, 'application/wasm; v=1', 'application/wasm'],
    ['a sentence that begins as a picture does', 'GIF89a is the name of a format', 'text/plain', undefined],
    ['a sentence that begins as a bitmap does', 'BMW builds cars', 'text/plain', undefined],
  ];
  for (const [name, body, contentType, expected] of bodies) {
    it(`takes ${name} for ${expected ?? 'text'}`, () => {
      assert.equal(binaryType(Buffer.from(body), contentType), expected);
    });
  }

  it('does not call a text broken that the end of what is looked at cuts in two', () => {
    assert.equal(binaryType(Buffer.from(`a${'é'.repeat(5000)}`), 'application/octet-stream'), undefined);
  });
});
