/** One entry of a practice service's data, in the shape in which it is answered. */
export interface Entity {
  readonly id: number;
  readonly [field: string]: unknown;
}

/** What an entry belongs to: a project's id, or null where it is the organization's. */
export type Owner = number | null;

/** Entries with ascending ids, each with the owner that decides who sees it. */
export class Table {
  readonly #rows = new Map<number, { readonly owner: Owner; readonly entity: Entity }>();
  #nextId: number;

  constructor(firstId: number) {
    this.#nextId = firstId;
  }

  /** Adds an entry under the next free id, which becomes its first field. */
  insert(owner: Owner, fields: (id: number) => Readonly<Record<string, unknown>>): Entity {
    const id = this.#nextId++;
    const entity: Entity = { id, ...fields(id) };
    this.#rows.set(id, { owner, entity });
    return entity;
  }

  /** The entries of these owners in the order in which they were made. */
  list(...owners: readonly Owner[]): readonly Entity[] {
    return [...this.#rows.values()].filter((row) => owners.includes(row.owner)).map((row) => row.entity);
  }

  get(id: number, ...owners: readonly Owner[]): Entity | undefined {
    const row = this.#rows.get(id);
    return row !== undefined && owners.includes(row.owner) ? row.entity : undefined;
  }

  /** Changes some fields of an entry, and its owner where one is given. */
  change(entity: Entity, fields: Readonly<Record<string, unknown>>, owner?: Owner): Entity {
    const row = this.#rows.get(entity.id);
    const changed: Entity = { ...entity, ...fields, id: entity.id };
    this.#rows.set(entity.id, { owner: owner === undefined ? (row?.owner ?? null) : owner, entity: changed });
    return changed;
  }

  remove(id: number): void {
    this.#rows.delete(id);
  }

  /** Removes all that an owner had, as a deleted project takes its contents with it. */
  removeOwnedBy(owner: Owner): void {
    for (const [id, row] of this.#rows) if (row.owner === owner) this.#rows.delete(id);
  }
}
