import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as vscode from 'vscode';
import type { BodyStore, BodyWriter } from '../client/bodyStore.ts';
import { BODIES } from './bodyFolder.ts';

const KEPT_FOR_MS = 24 * 60 * 60_000;
/** Bytes of all bodies together; beyond, the oldest go. */
const KEPT_BYTES = 1_000_000_000;

/** Bodies that are too long for memory, as files of their own below the extension's storage. */
export class BodyFiles implements BodyStore {
  readonly #folder: string;
  readonly #keptBytes: number;
  readonly #beingWritten = new Set<string>();
  #isSwept = false;

  /**
   * @param folder for bodies alone; made when it is first needed.
   * @param options `keptBytes` of all files together.
   */
  constructor(folder: string, { keptBytes = KEPT_BYTES }: { readonly keptBytes?: number } = {}) {
    this.#folder = folder;
    this.#keptBytes = keptBytes;
  }

  /** @throws when there can be no file, such as on a full disk. */
  async create(extension: string, title = 'body'): Promise<BodyWriter> {
    await mkdir(this.#folder, { recursive: true });
    if (!this.#isSwept) void this.sweep();
    this.#isSwept = true;
    const { name, handle } = await this.#open(title, extension);
    const file = path.join(this.#folder, name);
    const end = async () => {
      this.#beingWritten.delete(name);
      await handle.close();
    };
    return {
      uri: pathToFileURL(file).href,
      write: (bytes) => handle.writeFile(bytes),
      close: end,
      async discard() {
        await end().catch(() => undefined);
        await rm(file, { force: true }).catch(() => undefined);
      },
    };
  }

  /** Makes a file of its own: where there is one of that title, a number is added. */
  async #open(title: string, extension: string): Promise<{ readonly name: string; readonly handle: FileHandle }> {
    for (let number = 1; ; number += 1) {
      const name = `${title}${number === 1 ? '' : ` (${number})`}${extension}`;
      if (this.#beingWritten.has(name)) continue;
      this.#beingWritten.add(name);
      try {
        // For this user's eyes: it is what came for the user's key.
        return { name, handle: await open(path.join(this.#folder, name), 'wx', 0o600) };
      } catch (error) {
        this.#beingWritten.delete(name);
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
    }
  }

  /** Removes what is older than a day, and the oldest where there is too much. Never throws: it is tried again later. */
  async sweep(): Promise<void> {
    try {
      const names = (await readdir(this.#folder)).filter((name) => !this.#beingWritten.has(name));
      const files = await Promise.all(
        names.map(async (name) => {
          const file = path.join(this.#folder, name);
          // Another window may be faster.
          const { mtimeMs, size } = await stat(file).catch(() => ({ mtimeMs: 0, size: 0 }));
          return { file, mtimeMs, size };
        }),
      );
      const youngest = files.toSorted((one, other) => other.mtimeMs - one.mtimeMs);
      const keptAfter = Date.now() - KEPT_FOR_MS;
      let bytes = 0;
      for (const [index, { file, mtimeMs, size }] of youngest.entries()) {
        bytes += size;
        // The last one stays, however large it is: it was asked for just now.
        if (mtimeMs < keptAfter || (index > 0 && bytes > this.#keptBytes)) await rm(file, { force: true });
      }
    } catch {
      // No folder yet, or a file that some program holds open.
    }
  }
}

/** Undefined where storage is not on a disk that Node reaches: long bodies are cut in memory then. */
export function bodyFilesIn(storage: vscode.Uri): BodyFiles | undefined {
  return storage.scheme === 'file' ? new BodyFiles(path.join(storage.fsPath, BODIES)) : undefined;
}
