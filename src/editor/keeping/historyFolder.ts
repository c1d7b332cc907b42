import * as vscode from 'vscode';
import type { HistoryEntry } from '../../client/history.ts';
import {
  type HistorySummary,
  readEntry,
  readSummary,
  summaryOf,
  writeEntry,
  writeSummary,
} from '../../client/historyRecord.ts';

/** What an unfinished write left behind is removed after so long: the write may be another window's, and under way. */
const ABANDONED_AFTER_MS = 60 * 60_000;

/** Where an entry lies: its files' name without their endings, which begins with the time. */
export type EntryName = string;

export interface ListedEntry extends HistorySummary {
  readonly name: EntryName;
}

/**
 * The history of a workspace on disk: two files an entry, a summary and all else, in a folder that the windows of the
 * workspace share. A file is written beside its place and moved there when it is whole. The name tells time and size,
 * so that the bounds are held without opening any file.
 */
export class HistoryFolder {
  readonly #folder: vscode.Uri;
  readonly #maximumBytes: number;

  /**
   * @param storage the extension's own folder for the workspace.
   * @param maximumBytes what the entries may take up together.
   */
  constructor(storage: vscode.Uri, maximumBytes = 50_000_000) {
    this.#folder = vscode.Uri.joinPath(storage, 'history');
    this.#maximumBytes = maximumBytes;
  }

  /**
   * Writes an entry, and removes the oldest ones beyond the bounds.
   * @param maximum how many entries are kept, at least 1.
   */
  async add(entry: HistoryEntry, maximum: number): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.#folder);
    const bytes = new TextEncoder().encode(writeEntry(entry));
    const time = entry.exchange.startedAt.replaceAll(/[^\dTZ]/gu, '');
    const name = `${time}-${idName(entry.exchange.id)}-${bytes.length}`;
    // The summary comes last: without it there is no entry.
    await this.#write(`${name}.entry`, bytes);
    await this.#write(`${name}.summary`, new TextEncoder().encode(writeSummary(summaryOf(entry))));
    await this.#prune(maximum);
  }

  /** The entries, the latest first. One whose summary cannot be read is left out. */
  async list(): Promise<readonly ListedEntry[]> {
    const names = entryNames(await this.#files());
    const entries = await Promise.all(
      names.map(async (name) => {
        const summary = readSummary(await this.#read(`${name}.summary`));
        return summary && { ...summary, name };
      }),
    );
    return entries.filter((entry) => entry !== undefined).toReversed();
  }

  /** The entry of an exchange; undefined where it is not kept, or cannot be read. */
  async find(exchangeId: string): Promise<HistoryEntry | undefined> {
    const name = entryNames(await this.#files()).find((candidate) => candidate.split('-')[1] === idName(exchangeId));
    return name === undefined ? undefined : this.entry(name);
  }

  /** Undefined for an entry that is gone, or cannot be read. */
  async entry(name: EntryName): Promise<HistoryEntry | undefined> {
    const entry = readEntry(await this.#read(`${name}.entry`));
    return entry && withoutLostFile(entry);
  }

  async delete(name: EntryName): Promise<void> {
    await this.#delete(`${name}.summary`);
    await this.#delete(`${name}.entry`);
  }

  /** Removes all entries, and whatever unfinished writes left. */
  async clear(): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.#folder);
    await vscode.workspace.fs.delete(this.#folder, { recursive: true, useTrash: false });
  }

  async #write(file: string, bytes: Uint8Array): Promise<void> {
    const whole = vscode.Uri.joinPath(this.#folder, file);
    const unfinished = vscode.Uri.joinPath(this.#folder, `${file}.unfinished`);
    await vscode.workspace.fs.writeFile(unfinished, bytes);
    await vscode.workspace.fs.rename(unfinished, whole, { overwrite: true });
  }

  async #prune(maximum: number): Promise<void> {
    const files = await this.#files();
    const names = entryNames(files).toReversed();
    let bytes = 0;
    const kept = new Set(
      names.filter((name, index) => {
        bytes += sizeIn(name);
        return index < maximum && (index === 0 || bytes <= this.#maximumBytes);
      }),
    );
    await Promise.all(names.filter((name) => !kept.has(name)).map((name) => this.delete(name)));
    const abandonedBefore = timeName(Date.now() - ABANDONED_AFTER_MS);
    const listed = new Set(names);
    const abandoned = files.filter((file) => {
      const [name = '', , unfinished] = file.split('.');
      return (unfinished !== undefined || !listed.has(name)) && name < abandonedBefore;
    });
    await Promise.all(abandoned.map((file) => this.#delete(file)));
  }

  async #files(): Promise<string[]> {
    // Made before it is read: VS Code logs an error for a folder that is not there.
    await vscode.workspace.fs.createDirectory(this.#folder);
    return (await vscode.workspace.fs.readDirectory(this.#folder)).map(([name]) => name).toSorted();
  }

  /** Empty for a file that is gone: another window of the workspace may have removed it. */
  async #read(file: string): Promise<string> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, file)));
    } catch {
      return '';
    }
  }

  async #delete(file: string): Promise<void> {
    try {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(this.#folder, file), { useTrash: false });
    } catch (error) {
      // Another window was faster.
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
    }
  }
}

/** A body that went on in a file is what was kept of it beside, once that file is gone. */
async function withoutLostFile(entry: HistoryEntry): Promise<HistoryEntry> {
  const { response } = entry.exchange;
  if (!response?.file) return entry;
  try {
    await vscode.workspace.fs.stat(vscode.Uri.parse(response.file.uri, true));
    return entry;
  } catch {
    const { file: _, ...rest } = response;
    const omitted = [...entry.omitted, vscode.l10n.t('The file with the whole body is gone; this is its beginning.')];
    return { ...entry, exchange: { ...entry.exchange, response: { ...rest, truncated: true } }, omitted };
  }
}

/** The names of the entries, the oldest first. */
function entryNames(files: readonly string[]): EntryName[] {
  return files.flatMap((file) => (file.endsWith('.summary') ? [file.slice(0, -'.summary'.length)] : []));
}

function idName(exchangeId: string): string {
  return exchangeId.replaceAll(/\W/gu, '');
}

function sizeIn(name: EntryName): number {
  return Number(/-(\d+)$/u.exec(name)?.[1] ?? 0);
}

function timeName(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replaceAll(/[^\dTZ]/gu, '');
}
