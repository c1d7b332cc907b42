import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Secret } from '../../src/base/secret.ts';
import { MEMORY_PART, overflowInto } from '../../src/client/bodyStore.ts';
import { readBody } from '../../src/client/body.ts';
import { redactor } from '../../src/client/redact.ts';
import { MemoryBodyStore } from '../support/bodyStore.ts';

/** Few letters, so that secrets overlap, repeat and nearly occur; among them what the pattern takes for itself. */
const letters = fc.constantFrom(
  'a',
  'b',
  'A',
  'k',
  '.',
  '/',
  '"',
  '\\',
  '%',
  'é',
  'ſ',
  '😀',
  '\uD83D',
  '\uDE00',
  '\0',
  '\n',
);
const secretTexts = fc.string({ unit: letters, minLength: 8, maxLength: 24 });
/** Texts in which secrets stand whole, in other forms, in parts, and beside each other. */
const texts = (secrets: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        fc.string({ unit: letters, maxLength: 12 }),
        fc.constantFrom(...secrets),
        fc.constantFrom(...secrets).map((secret) => JSON.stringify(secret).slice(1, -1)),
        fc.constantFrom(...secrets).map((secret) => encodeURIComponent(secret.toWellFormed())),
        fc.constantFrom(...secrets).map((secret) => secret.toUpperCase()),
        fc.constantFrom(...secrets).map((secret) => Buffer.from(`user:${secret}`).toString('base64')),
        fc.tuple(fc.constantFrom(...secrets), fc.nat(24)).map(([secret, length]) => secret.slice(0, length)),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));
const cases = fc
  .array(secretTexts, { minLength: 1, maxLength: 3 })
  .chain((secrets) => fc.tuple(fc.constant(secrets), texts(secrets)));
/** Where a text or its bytes are cut, as fractions of the length. */
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });

function cutAt<T>(length: number, slice: (from: number, to: number) => T, at: readonly number[]): T[] {
  const places = [0, ...at.map((part) => Math.floor(part * length)).sort((one, other) => one - other), length];
  return places.slice(1).map((to, index) => slice(places[index] ?? 0, to));
}

function cutBytes(bytes: Uint8Array, at: readonly number[]): Uint8Array[] {
  return cutAt(bytes.length, (from, to) => bytes.subarray(from, to), at);
}

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream({
    pull(controller) {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else controller.close();
    },
  });
}

describe('a text in pieces', () => {
  it('is masked as it is in one piece, wherever it is cut', () => {
    fc.assert(
      fc.property(cases, cuts, ([secrets, text], at) => {
        const redact = redactor(secrets.map((secret) => new Secret(secret)));
        const pieces = redact.pieces();
        const masked = cutAt(text.length, (from, to) => pieces.push(text.slice(from, to)), at).join('');
        assert.equal(masked + pieces.end(), redact.everywhere(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('is masked in a file as it is in memory, wherever its bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(cases, cuts, async ([secrets, text], at) => {
        const redact = redactor(secrets.map((secret) => new Secret(secret)));
        // In front, what fills the memory, so that the file is asked for.
        const filling = ' '.repeat(MEMORY_PART);
        const bytes = Buffer.from(`{${filling}${text}`);
        const stream = streamOf(cutBytes(bytes, at));
        const store = new MemoryBodyStore();
        const limit = bytes.length;
        const { file } = await readBody(stream, limit, overflowInto(store, redact, 'application/json', limit));
        if (!file) {
          assert.ok(text === '' && store.bodies.length === 0);
          return;
        }
        assert.ok(file.complete);
        assert.equal(file.sizeBytes, store.bytes.length);
        const behind = (whole: string) => whole.replace(filling, '').toWellFormed();
        assert.equal(behind(store.text), behind(redact.everywhere(bytes.toString('utf8'))));
      }),
      { numRuns: 60 },
    );
  });
});

describe('bytes in pieces', () => {
  it('are refused when a secret is in them, wherever they are cut', () => {
    const ascii = fc.string({ unit: fc.constantFrom('a', 'b', 'k', '.', '/', '\0'), minLength: 8, maxLength: 24 });
    fc.assert(
      fc.property(
        ascii,
        fc.uint8Array({ maxLength: 60 }),
        fc.uint8Array({ maxLength: 60 }),
        cuts,
        (key, one, two, at) => {
          const watch = redactor([new Secret(key)]).bytes();
          const bytes = Buffer.concat([one, Buffer.from(key), two]);
          assert.ok(cutBytes(bytes, at).some((piece) => watch.finds(piece)));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
