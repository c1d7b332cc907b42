import fc from 'fast-check';
import type { RequestDraft } from '../../src/client/draft.ts';

/** What is special to a shell, a program's text, a file of requests, or a command line of Windows. */
const pieces = [
  '\n',
  '\r\n',
  '\t',
  ' ',
  "'",
  "''",
  '"',
  '""',
  '\\',
  '\\\\',
  '\\"',
  '\\n',
  '$',
  '$HOME',
  '${HOME}',
  '$(id)',
  '`',
  '`id`',
  '%',
  '%%',
  '%PATH%',
  '%20',
  '%a',
  '!',
  '!!',
  '^',
  '^"',
  '^^',
  '&',
  '&&',
  '|',
  '<',
  '>',
  '<<EOF',
  ';',
  '#',
  '###',
  '//',
  '(',
  ')',
  '[1-3]',
  '{a,b}',
  '{{',
  '}}',
  '{{key}}',
  '@',
  '@file',
  '-',
  '--',
  '-X',
  '=',
  ':=',
  '~',
  '*',
  '?',
  'é',
  'ü',
  '漢',
  '😀',
  '\u2019',
  '\u201C',
  '\u2028',
  '\u00A0',
  '\uFEFF',
  '\x01',
  '\x1B',
  '\x7F',
  'curl',
  'HTTP/1.1 200',
  'GET https://x.example',
  '@a = b',
] as const;

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...pieces) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 6 }) },
);

/** Any text without NUL, with what is special in it more often than by chance. */
export const anyText = fc.array(piece, { maxLength: 10 }).map((parts) => parts.join('').replaceAll('\0', ''));

const json = fc
  .oneof(
    fc.record({ a: anyText, b: fc.array(anyText, { maxLength: 3 }) }),
    fc.json().map((text): unknown => JSON.parse(text)),
  )
  .chain((value) => fc.constantFrom(undefined, 2, '\t').map((indent) => JSON.stringify(value, null, indent)));

export const anyBody = fc.oneof(
  { weight: 3, arbitrary: json },
  { weight: 3, arbitrary: anyText },
  { weight: 1, arbitrary: fc.constantFrom('@body.json', '-d', '=', '\\', '"', "'", '%', 'a\nb\n') },
);

const headerName = fc.stringMatching(/^X-[A-Za-z0-9-]{0,8}[A-Za-z]$/u);
const headerValue = anyText.map((text) => text.replaceAll(/[^\t\x20-\x7E]/gu, ''));

/** Braces are for names that are filled in, however they are written. Brackets stay as they are in an address. */
function inPath(text: string): string {
  const encoded = encodeURIComponent(text.toWellFormed().replaceAll(/[{}]/gu, ''));
  return encoded.replaceAll('%5B', '[').replaceAll('%5D', ']');
}

/** Drafts that mean something in any service: paths that no operation has, any query, any header and body. */
export const anyDraft: fc.Arbitrary<RequestDraft> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'),
    segments: fc.array(anyText, { minLength: 1, maxLength: 3 }),
    query: fc.dictionary(anyText, anyText, { maxKeys: 3 }),
    headers: fc.dictionary(headerName, headerValue, { maxKeys: 3 }),
    body: fc.option(anyBody, { nil: undefined }),
  })
  .map(({ method, segments, query, headers, body }) => ({
    connection: 'one',
    method,
    path: `/kept/${segments.map(inPath).join('/')}`,
    query: Object.fromEntries(
      Object.entries(query).map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
    ),
    headers,
    ...(body !== undefined && method !== 'GET' && method !== 'HEAD' && { body }),
  }));
