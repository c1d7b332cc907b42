/** Where a body goes that is too long for memory, and how its secrets are masked on the way there. */
import { type Overflow, type OverflowSink, bodyDecoder } from './body.ts';
import { binaryType } from './bodyKind.ts';
import type { Redactor } from './redact.ts';

/** Bytes of a body that are held in memory, and that the panel shows at once, where there is a store for the rest. */
export const MEMORY_PART = 1_000_000;

/** Keeps bodies as files. */
export interface BodyStore {
  /**
   * Begins a file.
   * @param extension how its name should end, such as `.json`.
   * @param name how its name should begin, fit for a file: what an editor shows above it.
   */
  create(extension: string, name?: string): Promise<BodyWriter>;
}

export interface BodyWriter {
  readonly uri: string;
  /**
   * Resolves when there is room for more.
   * @throws when the bytes cannot be written.
   */
  write(bytes: Uint8Array): Promise<void>;
  /** @throws when what was written before cannot be brought to its place. */
  close(): Promise<void>;
  /** Removes the file. Never throws. */
  discard(): Promise<void>;
}

/** A body that is no text has a secret in it, which cannot be masked there. */
export class SecretInBytes extends Error {}

/**
 * The way of one body into a store.
 * @param redactor masks text as everywhere; bytes that are no text are refused when a secret is in them.
 * @param contentType as the service names it.
 * @param limit the most bytes that are read of the body.
 */
export function overflowInto(store: BodyStore, redactor: Redactor, contentType: string, limit: number): Overflow {
  return {
    memoryBytes: MEMORY_PART,
    limit,
    async open(head) {
      const isText = binaryType(head, contentType) === undefined;
      const writer = await store.create(isText ? extensionOf(head, contentType) : '.bin');
      return isText ? textSink(writer, redactor, head, contentType) : byteSink(writer, redactor);
    },
  };
}

function textSink(writer: BodyWriter, redactor: Redactor, head: Uint8Array, contentType: string): OverflowSink {
  const { decoder } = bodyDecoder(head, contentType);
  const encoder = new TextEncoder();
  const pieces = redactor.pieces();
  let sizeBytes = 0;
  const write = async (text: string) => {
    if (text === '') return;
    const bytes = encoder.encode(text);
    sizeBytes += bytes.length;
    await writer.write(bytes);
  };
  return {
    write: (bytes) => write(pieces.push(decoder.decode(bytes, { stream: true }))),
    async end(complete) {
      // A character that broke off in the middle is left out of what is not complete.
      if (complete) await write(pieces.push(decoder.decode()));
      await write(pieces.end(!complete));
      await writer.close();
      return { uri: writer.uri, sizeBytes, complete };
    },
    discard: () => writer.discard(),
  };
}

function byteSink(writer: BodyWriter, redactor: Redactor): OverflowSink {
  const watch = redactor.bytes();
  let sizeBytes = 0;
  return {
    async write(bytes) {
      if (watch.finds(bytes)) throw new SecretInBytes();
      sizeBytes += bytes.length;
      await writer.write(bytes);
    },
    async end(complete) {
      if (!complete && watch.endsWithin()) throw new SecretInBytes();
      await writer.close();
      return { uri: writer.uri, sizeBytes, complete };
    },
    discard: () => writer.discard(),
  };
}

/** What an editor should take a text for. Never a page or a picture that some program would open and run. */
function extensionOf(head: Uint8Array, contentType: string): string {
  const [first] = /[^\s\uFEFF]/u.exec(new TextDecoder().decode(head.subarray(0, 1024))) ?? [];
  if (first === '{' || first === '[') return /ndjson|jsonl|json-seq/iu.test(contentType) ? '.jsonl' : '.json';
  if (/csv/iu.test(contentType)) return '.csv';
  return /xml/iu.test(contentType) && first === '<' ? '.xml' : '.txt';
}
