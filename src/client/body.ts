/** Reads a body within a limit, and turns its bytes into text. */

export interface ReadBody {
  readonly bytes: Uint8Array;
  /** There was more than was read. */
  readonly truncated: boolean;
  /** Why reading ended before the end; undefined when it did not. */
  readonly error?: unknown;
}

/** Reads at most `limit` bytes; the rest is refused, so that a body without end costs neither memory nor time. */
export async function readBody(stream: ReadableStream<Uint8Array> | null, limit: number): Promise<ReadBody> {
  if (!stream) return { bytes: new Uint8Array(), truncated: false };
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { bytes: join(chunks, size), truncated: false };
      chunks.push(value.subarray(0, limit - size));
      size = Math.min(limit, size + value.length);
      if (size === limit) {
        const more = await hasMore(reader, value.length > (chunks.at(-1)?.length ?? 0));
        await reader.cancel().catch(() => undefined);
        return { bytes: join(chunks, size), truncated: more };
      }
    }
  } catch (error) {
    return { bytes: join(chunks, size), truncated: true, error };
  }
}

async function hasMore(reader: ReadableStreamDefaultReader<Uint8Array>, alreadyCut: boolean): Promise<boolean> {
  return alreadyCut || !(await reader.read()).done;
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/**
 * Decodes a body by the charset of its content type, UTF-8 where none is named.
 * @returns the text, and a note for the reader when bytes did not fit the charset or the charset is unknown.
 */
export function decodeBody(bytes: Uint8Array, contentType: string): { text: string; note?: string } {
  const label = /charset\s*=\s*"?([^\s;"]+)/iu.exec(contentType)?.[1] ?? 'utf-8';
  const decoder = decoderFor(label);
  if (!decoder) {
    const text = new TextDecoder().decode(bytes);
    // A long name is left out rather than cut: what takes secrets out of notes knows them whole only.
    const name = label.length > 40 ? '' : ` ("${label}")`;
    return { text, note: `The service names a character set that does not exist${name}; the body is read as UTF-8.` };
  }
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    const text = new TextDecoder(label).decode(bytes);
    return { text, note: `Some bytes of the body are not valid ${decoder.encoding}; they are shown as \uFFFD.` };
  }
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}
