/** What a command acts on. Tree rows have these fields too, so a row and a program's arguments are read the same way. */
export interface Target {
  readonly connection?: string;
  readonly project?: string;
  readonly method?: string;
  readonly path?: string;
  readonly service?: string;
  readonly exchange?: string;
  /** The path of the collection that a row stands for. */
  readonly collection?: string;
  /** The id of a tree row. */
  readonly rowId?: string;
}

const FIELDS = ['connection', 'project', 'method', 'path', 'service', 'exchange', 'collection', 'rowId'] as const;

/** Reads a command's first argument; whatever is not text in it counts as left out. */
export function readTarget(argument: unknown): Target {
  if (typeof argument !== 'object' || argument === null) return {};
  const fields = argument as Readonly<Record<string, unknown>>;
  return Object.fromEntries(FIELDS.flatMap((name) => (typeof fields[name] === 'string' ? [[name, fields[name]]] : [])));
}
