/** One entry with an id that is a UUID, in the shape in which it is answered. */
export interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** A UUID that is the same in every run: what kind of thing, whose, and a running number. */
export function practiceUuid(kind: number, owner: number, number: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return `${hex(kind, 8)}-${hex(owner, 4)}-4000-8000-${hex(number, 12)}`;
}

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/** Entries with UUIDs, each with the id of what it belongs to: an organization or a project. */
export class Rows {
  readonly #kind: number;
  readonly #account: number;
  readonly #rows = new Map<string, { readonly owner: string; readonly row: Row }>();
  #lastNumber = 0;

  constructor(kind: number, account: number) {
    this.#kind = kind;
    this.#account = account;
  }

  insert(owner: string, fields: (id: string, number: number) => Readonly<Record<string, unknown>>): Row {
    const number = ++this.#lastNumber;
    const id = practiceUuid(this.#kind, this.#account, number);
    const row: Row = { id, ...fields(id, number) };
    this.#rows.set(id, { owner, row });
    return row;
  }

  /** The owner's entries in the order in which they were made. */
  list(owner: string): readonly Row[] {
    return [...this.#rows.values()].filter((entry) => entry.owner === owner).map((entry) => entry.row);
  }

  get(owner: string, id: string): Row | undefined {
    const entry = this.#rows.get(id.toLowerCase());
    return entry?.owner === owner ? entry.row : undefined;
  }

  change(row: Row, fields: Readonly<Record<string, unknown>>): Row {
    const entry = this.#rows.get(row.id);
    const changed: Row = { ...row, ...fields, id: row.id };
    if (entry !== undefined) this.#rows.set(row.id, { owner: entry.owner, row: changed });
    return changed;
  }

  remove(row: Row): void {
    this.#rows.delete(row.id);
  }

  removeOwnedBy(owner: string): void {
    for (const [id, entry] of this.#rows) if (entry.owner === owner) this.#rows.delete(id);
  }
}
