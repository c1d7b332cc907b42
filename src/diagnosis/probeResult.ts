import type { Topic } from './topicTable.ts';

/** What a probe changes against the refused request, so that its answer tells one thing. */
export type ProbeKind =
  /** Another read, one that the key alone decides. */
  | 'key'
  /** The list of projects, where the key check is another read. */
  | 'projects'
  /** The same read with a project named. */
  | 'with-project'
  /** A read in the same area. */
  | 'area'
  /** The key check in another region. */
  | 'region';

/** A safe read that was sent only to find a cause. */
export interface Probe {
  readonly kind: ProbeKind;
  /** `GET /projects`. */
  readonly operation: string;
  readonly status: number;
  readonly succeeded: boolean;
  /** The permission that the service named as lacking. */
  readonly lacks: string | undefined;
  /** What a refusal speaks of. */
  readonly says: ReadonlySet<Topic>;
}

/** The part of the facts that probes add. */
interface Probed {
  readonly probes: readonly Probe[];
}

/** What shows that the service knows the key, though it refuses. */
const KNOWS_KEY: readonly Topic[] = [
  'permission',
  'permission-none',
  'read-only',
  'role-insufficient',
  'needs-broader-key',
  'project-missing',
];

/** "Permission denied: unknown key" speaks of a permission, and says that the key is not known. */
const BLAMES_KEY: readonly Topic[] = ['key-invalid', 'key-expired', 'key-malformed', 'key-missing'];

/** What a probe of a kind showed: the service answered as it does, or refused; undefined when none was sent. */
export function probed({ probes }: Probed, kind: ProbeKind): 'good' | 'refused' | undefined {
  const probe = probes.find((candidate) => candidate.kind === kind);
  if (!probe) return undefined;
  const isKeyBlamed = BLAMES_KEY.some((topic) => probe.says.has(topic));
  const knowsKey = !isKeyBlamed && (probe.lacks !== undefined || KNOWS_KEY.some((topic) => probe.says.has(topic)));
  if (probe.succeeded || (kind === 'key' && knowsKey)) return 'good';
  return [400, 401, 403, 404, 410, 422].includes(probe.status) ? 'refused' : undefined;
}

const HOW: Readonly<Record<ProbeKind, string>> = {
  'with-project': ' with a project named',
  region: ' in another region',
  key: '',
  projects: '',
  area: '',
};

/** `probe: this key got 200 for GET /projects just now`. */
export function probeLine({ probes }: Probed, kind: ProbeKind): string | undefined {
  const probe = probes.find((candidate) => candidate.kind === kind);
  return probe && `probe: this key got ${probe.status} for ${probe.operation}${HOW[kind]} just now`;
}
