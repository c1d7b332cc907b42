import type { Exchange } from '../client/exchange.ts';
import type { Page } from './page.ts';

/** Empty pages that are passed over in one go; a service that gives more is asked again by the next click. */
const MOST_EMPTY_PAGES = 3;

/**
 * A list that is loaded a page at a time when somebody asks, and kept until it is refreshed. Asking twice at once sends
 * once; a page that was refused leaves what was loaded before as it is.
 */
export class PagedList<T> {
  readonly #load: (cursor: string | undefined) => Promise<Page<T>>;
  readonly #changed: () => void;
  readonly #identity: ((entry: T) => string) | undefined;
  #entries: readonly T[] = [];
  #next: string | undefined;
  /** What was asked for already: a service whose pages lead in a circle must not be followed without end. */
  #asked = new Set<string>();
  #refusal: Exchange | undefined;
  #isLoaded = false;
  #underWay: Promise<void> | undefined;
  /** Grows with each refresh, so that a page asked for before one does not land after it. */
  #generation = 0;

  /**
   * @param changed told after each change, so that one listener can serve many lists.
   * @param identity by which an entry that moved between two pages is known again and kept once.
   */
  constructor(
    load: (cursor: string | undefined) => Promise<Page<T>>,
    changed: () => void,
    identity?: (entry: T) => string,
  ) {
    this.#load = load;
    this.#changed = changed;
    this.#identity = identity;
  }

  get entries(): readonly T[] {
    return this.#entries;
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  /** The exchange by which the page asked for last was refused. */
  get refusal(): Exchange | undefined {
    return this.#refusal;
  }

  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** Loads the first page unless it is there already. */
  open(): Promise<void> {
    return this.#isLoaded ? Promise.resolve() : this.#fetch(undefined);
  }

  /** Loads the next page, or the one that was refused once more. */
  more(): Promise<void> {
    return this.#next === undefined && this.#isLoaded && !this.#refusal ? Promise.resolve() : this.#fetch(this.#next);
  }

  /**
   * Loads page after page to the end, a refusal or the limit.
   * @param limit entries at which to stop, so that a list without end does not fill the memory.
   * @param told called after each page with the number of entries.
   */
  async all(limit: number, signal: AbortSignal, told: (entries: number) => void): Promise<void> {
    await this.open();
    while (this.hasMore && !this.#refusal && !signal.aborted && this.#entries.length < limit) {
      told(this.#entries.length);
      await this.more();
    }
  }

  /** Takes a first page that was asked for elsewhere in place of everything; a refused one changes no entries. */
  replace(page: Page<T>): void {
    this.#generation += 1;
    this.#underWay = undefined;
    this.#accept(page, undefined);
    this.#changed();
  }

  /** Forgets everything; the next `open` asks again. */
  reset(): void {
    this.#generation += 1;
    this.#entries = [];
    this.#next = undefined;
    this.#refusal = undefined;
    this.#isLoaded = false;
    this.#underWay = undefined;
    this.#changed();
  }

  #fetch(cursor: string | undefined): Promise<void> {
    this.#underWay ??= this.#take(cursor, this.#generation);
    return this.#underWay;
  }

  async #take(cursor: string | undefined, generation: number): Promise<void> {
    try {
      let from = cursor;
      for (let empty = 0; empty <= MOST_EMPTY_PAGES; empty += 1) {
        const page = await this.#load(from);
        if (generation !== this.#generation) return;
        this.#accept(page, from);
        // An empty page before the end would be a "Load more" that shows nothing.
        if (page.refused || page.items.length > 0 || this.#next === undefined) break;
        from = this.#next;
      }
    } finally {
      if (generation === this.#generation) this.#underWay = undefined;
    }
    this.#changed();
  }

  #accept(page: Page<T>, cursor: string | undefined): void {
    this.#isLoaded = true;
    this.#refusal = page.refused ? page.exchange : undefined;
    if (page.refused) return;
    if (cursor === undefined) this.#asked = new Set();
    else this.#asked.add(cursor);
    this.#entries = this.#once(cursor === undefined ? page.items : [...this.#entries, ...page.items]);
    this.#next = page.next !== undefined && this.#asked.has(page.next) ? undefined : page.next;
  }

  #once(entries: readonly T[]): readonly T[] {
    const identity = this.#identity;
    if (!identity) return entries;
    const seen = new Set<string>();
    return entries.filter((entry) => seen.size < seen.add(identity(entry)).size);
  }
}
