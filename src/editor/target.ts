/** What a command acts on. Tree rows have these fields too, so a row and a program's arguments are read the same way. */
export interface Target {
  readonly connection?: string;
  readonly project?: string;
  readonly method?: string;
  readonly path?: string;
  readonly service?: string;
  readonly exchange?: string;
  /** The id of a service's region. */
  readonly region?: string;
  /** How long to wait. */
  readonly seconds?: number;
  /** The path of the collection that a row stands for. */
  readonly collection?: string;
  /** The id of a tree row. */
  readonly rowId?: string;
}

const FIELDS = [
  'connection',
  'project',
  'method',
  'path',
  'service',
  'exchange',
  'region',
  'collection',
  'rowId',
] as const;

/** Reads a command's first argument; what is not of a field's type counts as left out. */
export function readTarget(argument: unknown): Target {
  if (typeof argument !== 'object' || argument === null) return {};
  const fields = argument as Readonly<Record<string, unknown>>;
  const texts = FIELDS.flatMap((name) => (typeof fields[name] === 'string' ? [[name, fields[name]]] : []));
  const { seconds } = fields;
  return { ...Object.fromEntries(texts), ...(Number.isFinite(seconds) && { seconds: seconds as number }) };
}
