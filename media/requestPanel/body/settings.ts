import type { Sort } from './order.ts';

export type BodyViewName = 'tree' | 'table' | 'source';

/** How a person looks at bodies. It is kept across a reload. */
export interface BodySettings {
  readonly view: BodyViewName;
  /** Whether the source is shown as it was received, and not with a line for each value. */
  readonly isRaw: boolean;
  /** The columns chosen for the lists of an operation, by its key. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** The order chosen for the lists of an operation; what an older version saved has none. */
  readonly sorts?: Readonly<Record<string, Sort | undefined>>;
  /** What is open in the tree of an answer: nodes with the first and the last place of what they show. */
  readonly opened: { readonly answer: string; readonly nodes: readonly (readonly number[])[] };
}

/** How bodies are shown until a person chooses. */
export const firstSettings: BodySettings = {
  view: 'tree',
  isRaw: false,
  columns: {},
  opened: { answer: '', nodes: [] },
};

/** More open nodes than this are not kept across a reload. */
export const MOST_KEPT = 300;
