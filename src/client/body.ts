/** Reads a body within a limit, and turns its bytes into text. */
import type { BodyFile } from './exchange.ts';

export interface ReadBody {
  /** The whole body, or its first part. */
  readonly bytes: Uint8Array;
  /** Bytes received; as many as `bytes` where left out. */
  readonly sizeBytes?: number;
  /** There was more than `bytes` holds. */
  readonly truncated: boolean;
  /** Why reading ended before the end; undefined when it did not. */
  readonly error?: unknown;
  readonly file?: BodyFile;
  /** Why there is no file though one was begun. */
  readonly fileError?: unknown;
}

/** Takes a body that is longer than what is held of it in memory. */
export interface Overflow {
  /** Bytes of it that are held in memory. */
  readonly memoryBytes: number;
  /** The most bytes that are read. */
  readonly limit: number;
  /**
   * Called once there is more than is held.
   * @returns undefined when the body cannot be taken; it is then read into memory as far as it may be.
   */
  open(head: Uint8Array): Promise<OverflowSink | undefined>;
}

export interface OverflowSink {
  /**
   * Takes the next bytes, from the beginning of the body on; resolves when it is ready for more.
   * @throws what keeps it from taking them.
   */
  write(bytes: Uint8Array): Promise<void>;
  /** @param complete whether the end of what was written is the end of the body. */
  end(complete: boolean): Promise<BodyFile>;
  /** Removes what was written. Never throws. */
  discard(): Promise<void>;
}

/** What is taken in one go of what came before: long work in one piece would keep the editor waiting. */
const PIECE = 65_536;

/**
 * Reads at most `limit` bytes into memory, or more into an overflow; the rest is refused, so that a body without end
 * costs neither memory nor time.
 */
export async function readBody(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
  overflow?: Overflow,
): Promise<ReadBody> {
  if (!stream) return { bytes: new Uint8Array(), truncated: false };
  const part = new Part();
  const spills = overflow !== undefined && overflow.limit > Math.min(overflow.memoryBytes, limit);
  const held = spills ? Math.min(overflow.memoryBytes, limit) : limit;
  const reader = stream.getReader();
  const first = await fill(part, reader, held);
  if (!first.hasMore || first.error !== undefined) return ended(part, first);
  const sink = spills ? await overflow.open(part.join()).catch(() => undefined) : undefined;
  if (spills && sink) return pour(part.join(), first.rest, reader, overflow.limit, sink);
  const whole = held === limit ? first : await fill(part, reader, limit, first.rest);
  if (whole.hasMore) await reader.cancel().catch(() => undefined);
  return ended(part, whole);
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** Chunks, joined once. */
class Part {
  size = 0;
  readonly #chunks: Uint8Array[] = [];

  add(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.size += chunk.length;
  }

  join(): Uint8Array {
    if (this.#chunks.length === 1 && this.#chunks[0]) return this.#chunks[0];
    const bytes = new Uint8Array(this.size);
    let offset = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    this.#chunks.splice(0, this.#chunks.length, bytes);
    return bytes;
  }
}

interface Filled {
  readonly hasMore: boolean;
  /** What was read and did not fit. */
  readonly rest: Uint8Array;
  readonly error?: unknown;
}

const NOTHING: Uint8Array = new Uint8Array();

/** Reads until the part has so many bytes and it is known whether there are more. */
async function fill(part: Part, reader: Reader, limit: number, begun: Uint8Array = NOTHING): Promise<Filled> {
  let chunk = begun;
  try {
    for (;;) {
      const fits = chunk.subarray(0, limit - part.size);
      if (fits.length > 0) part.add(fits);
      if (fits.length < chunk.length) return { hasMore: true, rest: chunk.subarray(fits.length) };
      const { done, value } = await reader.read();
      if (done) return { hasMore: false, rest: NOTHING };
      chunk = value;
    }
  } catch (error) {
    return { hasMore: true, rest: NOTHING, error: error ?? new Error('The body broke off.') };
  }
}

function ended(part: Part, { hasMore, error }: Filled): ReadBody {
  return { bytes: part.join(), truncated: hasMore, ...(error !== undefined && { error }) };
}

/** Lets the body flow into the sink, which decides how fast. */
async function pour(
  head: Uint8Array,
  rest: Uint8Array,
  reader: Reader,
  limit: number,
  sink: OverflowSink,
): Promise<ReadBody> {
  let sizeBytes = head.length;
  let error: unknown;
  const read = (more: Partial<ReadBody>): ReadBody => ({
    bytes: head,
    sizeBytes,
    truncated: true,
    ...(error !== undefined && { error }),
    ...more,
  });
  try {
    for (let offset = 0; offset < head.length; offset += PIECE) await sink.write(head.subarray(offset, offset + PIECE));
    let chunk: Uint8Array = rest;
    for (;;) {
      const fits = chunk.subarray(0, limit - sizeBytes);
      sizeBytes += fits.length;
      for (let offset = 0; offset < fits.length; offset += PIECE)
        await sink.write(fits.subarray(offset, offset + PIECE));
      if (fits.length < chunk.length) {
        await reader.cancel().catch(() => undefined);
        return read({ file: await sink.end(false) });
      }
      const next = await reader.read().catch((reason: unknown) => {
        error = reason ?? new Error('The body broke off.');
      });
      if (!next) return read({ file: await sink.end(false) });
      if (next.done) return read({ file: await sink.end(true) });
      chunk = next.value;
    }
  } catch (fileError) {
    await Promise.all([sink.discard(), reader.cancel().catch(() => undefined)]);
    return read({ fileError });
  }
}

/** Turns the bytes of one body into text, piece by piece. */
export interface BodyDecoder {
  readonly decoder: InstanceType<typeof TextDecoder>;
  /** For the reader, where the service names a character set that does not exist. */
  readonly note?: string;
}

/**
 * The decoder for a body: by the mark at its beginning, else by the charset of its content type, else UTF-8.
 * @param options `fatal` throws for bytes that do not fit; otherwise they become U+FFFD.
 */
export function bodyDecoder(head: Uint8Array, contentType: string, options: { fatal?: boolean } = {}): BodyDecoder {
  const label = utf16Mark(head) ?? /charset\s*=\s*"?([^\s;"]+)/iu.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return { decoder: new TextDecoder(label, options) };
  } catch {
    // A long name is left out rather than cut: what takes secrets out of notes knows them whole only.
    const name = label.length > 40 ? '' : ` ("${label}")`;
    const note = `The service names a character set that does not exist${name}; the body is read as UTF-8.`;
    return { decoder: new TextDecoder(), note };
  }
}

function utf16Mark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/**
 * Decodes a body, or the first part of one.
 * @param isCut a character that is cut in two at the end is left out.
 * @returns the text, and a note for the reader when bytes did not fit the charset or the charset is unknown.
 */
export function decodeBody(
  bytes: Uint8Array,
  contentType: string,
  isCut = false,
): { readonly text: string; readonly note?: string } {
  const strict = bodyDecoder(bytes, contentType, { fatal: true });
  try {
    const text = strict.decoder.decode(bytes, { stream: isCut });
    return strict.note === undefined ? { text } : { text, note: strict.note };
  } catch {
    const text = bodyDecoder(bytes, contentType).decoder.decode(bytes, { stream: isCut });
    return { text, note: `Some bytes of the body are not valid ${strict.decoder.encoding}; they are shown as \uFFFD.` };
  }
}
