import * as vscode from 'vscode';
import * as v from 'valibot';
import type { SharedLedger, Spending } from '../client/budget.ts';
import { parseJson } from '../client/json.ts';

/** What a window that was closed or broke down left behind counts no longer than this. */
const FORGOTTEN_AFTER_MS = 10 * 60_000;

const spending = v.object({ sent: v.array(v.number()), blockedUntil: v.number() });
const page = v.record(v.string(), spending);

/**
 * The calls of all windows of this VS Code, in one small file a window below the extension's storage: each window
 * writes its own and reads the others', so that none can spoil another's. Holds times and addresses, no key.
 */
export class BudgetLedger implements SharedLedger {
  readonly #folder: vscode.Uri;
  readonly #own: string;
  readonly #page: Record<string, Spending> = {};
  /** What each other window was last read to have spent. */
  readonly #known = new Map<string, Readonly<Record<string, Spending>>>();
  #writing: Promise<void> = Promise.resolve();
  #folderMade: Promise<void> | undefined;

  /** @param storage the extension's own folder. */
  constructor(storage: vscode.Uri, windowId: string) {
    this.#folder = vscode.Uri.joinPath(storage, 'budget');
    this.#own = `${windowId}.json`;
  }

  async others(account: string): Promise<readonly Spending[]> {
    await this.#makeFolder();
    const files = await this.#files();
    const pages = await Promise.all(files.map(([name]) => this.#read(name)));
    return pages.flatMap((read) => read[account] ?? []);
  }

  publish(account: string, { sent, blockedUntil }: Spending): Promise<void> {
    this.#page[account] = { sent: [...sent], blockedUntil };
    // One after the other: two writes at once could leave the older one standing.
    this.#writing = this.#writing.then(() => this.#write()).catch(() => undefined);
    return this.#writing;
  }

  /** Made before it is read: VS Code logs an error for a folder that is not there. */
  #makeFolder(): Promise<void> {
    this.#folderMade ??= Promise.resolve(vscode.workspace.fs.createDirectory(this.#folder)).catch(() => undefined);
    return this.#folderMade;
  }

  async #write(): Promise<void> {
    const bytes = new TextEncoder().encode(JSON.stringify(this.#page));
    await this.#makeFolder();
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(this.#folder, this.#own), bytes);
  }

  /** The other windows' files. A folder that cannot be read is one without files: the budget is an estimate anyway. */
  async #files(): Promise<[string, vscode.FileType][]> {
    try {
      const files = await vscode.workspace.fs.readDirectory(this.#folder);
      return files.filter(([name]) => name.endsWith('.json') && name !== this.#own);
    } catch {
      return [];
    }
  }

  async #read(name: string): Promise<Readonly<Record<string, Spending>>> {
    const file = vscode.Uri.joinPath(this.#folder, name);
    let text: string;
    try {
      const { mtime } = await vscode.workspace.fs.stat(file);
      if (Date.now() - mtime > FORGOTTEN_AFTER_MS) {
        await vscode.workspace.fs.delete(file);
        return {};
      }
      text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch {
      // Removed by another window just now.
      return {};
    }
    const read = v.safeParse(page, parseJson(text));
    // Half written by the other window just now, it tells nothing new: what was spent before is spent all the same.
    if (read.success) this.#known.set(name, read.output);
    return this.#known.get(name) ?? {};
  }
}
