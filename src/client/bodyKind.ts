/** Tells text from other bytes. What the bytes are counts; the content type only says what to make of a doubt. */
import { bodyDecoder } from './body.ts';

/** Bytes that are looked at. */
const SAMPLE = 4096;
/** Text has hardly any control characters but tabs and line ends; of random bytes, a tenth are some. */
const MOST_CONTROLS = 0.05;
const OCTETS = 'application/octet-stream';

/** Content types whose bodies are no text, unless their bytes say otherwise. */
const BINARY_TYPE =
  /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:octet-stream|pdf|zip|gzip|x-(?:gzip|tar|7z|bzip|protobuf)|protobuf|wasm|vnd\.(?!.*(?:json|xml|yaml|text)))|binary\/)/iu;

/** What formats that people meet begin with: texts at offsets, one character a byte. */
const SIGNATURES: readonly (readonly [mediaType: string, ...(readonly [offset: number, text: string])[]])[] = [
  ['image/png', [0, '\x89PNG\r\n\x1a\n']],
  ['image/jpeg', [0, '\xff\xd8\xff']],
  ['image/gif', [0, 'GIF87a']],
  ['image/gif', [0, 'GIF89a']],
  ['image/webp', [0, 'RIFF'], [8, 'WEBP']],
  ['image/avif', [4, 'ftypavi']],
  ['image/bmp', [0, 'BM'], [6, '\0\0\0\0']],
  ['image/x-icon', [0, '\0\0\x01\0'], [5, '\0']],
  ['application/pdf', [0, '%PDF-']],
  ['application/zip', [0, 'PK\x03\x04']],
  ['application/zip', [0, 'PK\x05\x06']],
  ['application/gzip', [0, '\x1f\x8b\x08']],
  ['application/wasm', [0, '\0asm']],
  ['font/woff', [0, 'wOFF']],
  ['font/woff2', [0, 'wOF2']],
  ['video/mp4', [4, 'ftyp']],
];

/**
 * What a body is when it is no text.
 * @param head its first bytes; a few thousand are enough.
 * @returns the media type that its bytes show, or the one that is named; undefined for text.
 */
export function binaryType(head: Uint8Array, contentType: string): string | undefined {
  const sample = head.subarray(0, SAMPLE);
  if (sample.length === 0) return undefined;
  const named = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const isNamedBinary = BINARY_TYPE.test(named);
  const { decoder } = bodyDecoder(sample, contentType);
  const text = decoder.decode(sample, { stream: true });
  const controls = countControls(text);
  const isClean = controls === 0 && !/[\0\uFFFD]/u.test(text);
  const first = Array.from(sample.subarray(0, 32), (byte) => String.fromCharCode(byte)).join('');
  const shown = SIGNATURES.find(([, ...parts]) => parts.every(([offset, part]) => first.startsWith(part, offset)))?.[0];
  if (shown !== undefined && (!isClean || shown === 'application/pdf')) return shown;
  const isBinary = isNamedBinary ? !isClean : controls > text.length * MOST_CONTROLS;
  if (!isBinary) return undefined;
  // A name that the bytes do not bear out, such as an image's, would only be shown broken.
  return isNamedBinary && !named.startsWith('image/') ? named : OCTETS;
}

/** Control characters that text does not have. NUL is not counted: services do send it within text. */
function countControls(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0 && code < 0x20 && !'\t\n\f\r\x1b'.includes(text.charAt(index))) count += 1;
  }
  return count;
}
