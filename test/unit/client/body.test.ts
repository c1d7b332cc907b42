import assert from 'node:assert/strict';
import { type OverflowSink, decodeBody, readBody } from '../../../src/client/body.ts';
import { settled } from '../../support/manualClock.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function streamOf(chunks: readonly string[], end: 'close' | 'fail' = 'close') {
  const events: string[] = [];
  let next = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[next];
        next += 1;
        events.push('pull');
        if (chunk !== undefined) controller.enqueue(encode(chunk));
        else if (end === 'close') controller.close();
        else controller.error(new Error('cut off'));
      },
      cancel() {
        events.push('cancel');
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, events };
}

const read = async (chunks: readonly string[], limit: number, end?: 'fail') => {
  const { stream, events } = streamOf(chunks, end);
  const { bytes, truncated, error } = await readBody(stream, limit);
  return { text: new TextDecoder().decode(bytes), truncated, error, cancelled: events.includes('cancel') };
};

describe('readBody', () => {
  it('reads a body to its end', async () => {
    assert.deepEqual(await read(['ab', '', 'cd'], 100), {
      text: 'abcd',
      truncated: false,
      error: undefined,
      cancelled: false,
    });
    assert.deepEqual((await readBody(null, 100)).bytes.length, 0);
  });

  it('stops at the limit, within a chunk and between two', async () => {
    for (const chunks of [['abcdef'], ['ab', 'cdef'], ['abcd', 'ef']]) {
      const { text, truncated, error, cancelled } = await read(chunks, 4);
      assert.deepEqual(
        { text, truncated, error, cancelled },
        { text: 'abcd', truncated: true, error: undefined, cancelled: true },
      );
    }
  });

  it('is whole when it ends just at the limit', async () => {
    for (const chunks of [['abcd'], ['ab', 'cd']]) {
      const { text, truncated } = await read(chunks, 4);
      assert.deepEqual({ text, truncated }, { text: 'abcd', truncated: false });
    }
  });

  it('keeps what came before it broke off', async () => {
    const { text, truncated, error } = await read(['ab'], 100, 'fail');
    assert.equal(text, 'ab');
    assert.equal(truncated, true);
    assert.match(String(error), /cut off/u);
  });
});

describe('readBody into a file', () => {
  it('takes no more of the body than the file is ready for', async () => {
    const chunks = Array.from({ length: 20 }, () => 'abcd');
    const { stream, events } = streamOf(chunks);
    const pulls = () => events.filter((event) => event === 'pull').length;
    let ready = Promise.withResolvers<void>();
    let writes = 0;
    const sink: OverflowSink = {
      write() {
        writes += 1;
        return ready.promise;
      },
      end: (complete) => Promise.resolve({ uri: 'memory:/0', sizeBytes: 80, complete }),
      discard: () => Promise.resolve(),
    };
    const reading = readBody(stream, 50, { memoryBytes: 2, limit: 1000, open: () => Promise.resolve(sink) });
    // The head, what was left of the first piece, and each piece after it.
    for (let expected = 1; expected <= chunks.length + 1; expected += 1) {
      await settled();
      assert.equal(writes, expected);
      assert.equal(pulls(), Math.max(1, expected - 1));
      const { resolve } = ready;
      ready = Promise.withResolvers();
      resolve();
    }
    assert.deepEqual((await reading).file, { uri: 'memory:/0', sizeBytes: 80, complete: true });
  });

  it('still tells that the body broke off where its file cannot be brought to an end either', async () => {
    let discarded = 0;
    const sink: OverflowSink = {
      write: () => Promise.resolve(),
      end: () => Promise.reject(new Error('the disk is full')),
      discard: async () => void (discarded += 1),
    };
    const overflow = { memoryBytes: 2, limit: 100, open: () => Promise.resolve(sink) };
    const { error, file, fileError, bytes } = await readBody(streamOf(['abcd'], 'fail').stream, 50, overflow);
    assert.match(String(error), /cut off/u);
    assert.match(String(fileError), /disk is full/u);
    assert.deepEqual([file, discarded, bytes.length], [undefined, 1, 2]);
  });
});

describe('decodeBody', () => {
  const decoded: readonly (readonly [string, number[], string, string])[] = [
    ['UTF-8 where nothing is named', [0xc3, 0xa9], 'application/json', 'é'],
    ['UTF-8 without its byte order mark', [0xef, 0xbb, 0xbf, 0x7b], 'application/json', '{'],
    ['Latin 1', [0xe9], 'text/plain; charset=ISO-8859-1', 'é'],
    ['a quoted charset', [0xe9], 'text/plain; charset="iso-8859-1"; x=y', 'é'],
    ['UTF-16', [0x7b, 0x00, 0x7d, 0x00], 'application/json; charset=utf-16le', '{}'],
    ['UTF-16 by its mark, whatever is named', [0xff, 0xfe, 0x7b, 0x00], 'application/json; charset=utf-8', '{'],
    ['UTF-16 of the other order by its mark', [0xfe, 0xff, 0x00, 0x7b], 'application/json', '{'],
    ['Shift JIS', [0x93, 0xfa], 'text/plain;charset=Shift_JIS', '日'],
  ];
  for (const [name, bytes, contentType, text] of decoded) {
    it(`reads ${name}`, () => assert.deepEqual(decodeBody(Uint8Array.from(bytes), contentType), { text }));
  }

  it('shows invalid bytes as such, and says so', () => {
    const { text, note } = decodeBody(Uint8Array.from([0x61, 0xff, 0x62]), 'application/json');
    assert.equal(text, 'a\uFFFDb');
    assert.match(note ?? '', /not valid utf-8/u);
  });

  it('leaves out what is left of a character at the end of a part', () => {
    const bytes = Uint8Array.from([0x61, 0xc3]);
    assert.deepEqual(decodeBody(bytes, 'application/json', true), { text: 'a' });
    assert.equal(decodeBody(bytes, 'application/json').text, 'a\uFFFD');
  });

  it('reads a body of an unknown charset as UTF-8, and says so', () => {
    const { text, note } = decodeBody(encode('é'), 'text/plain; charset=klingon');
    assert.equal(text, 'é');
    assert.match(note ?? '', /does not exist \("klingon"\)/u);
  });

  it('repeats no long name of a charset, which could be a part of a key', () => {
    const { note } = decodeBody(encode('é'), `text/plain; charset=${'k'.repeat(41)}`);
    assert.doesNotMatch(note ?? '', /kkk/u);
  });
});
