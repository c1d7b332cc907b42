/** What a probe changes against the refused request, so that its answer tells one thing. */
export type ProbeKind =
  /** Another read, one that the key alone decides. */
  | 'key'
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
}

/** The part of the facts that probes add. */
interface Probed {
  readonly probes: readonly Probe[];
}

/** What a probe of a kind showed: the service answered as it does, or refused; undefined when none was sent. */
export function probed({ probes }: Probed, kind: ProbeKind): 'good' | 'refused' | undefined {
  const probe = probes.find((candidate) => candidate.kind === kind);
  if (!probe) return undefined;
  // A refusal that names what the key lacks shows that the service knows the key.
  if (probe.succeeded || (kind === 'key' && probe.lacks !== undefined)) return 'good';
  return [400, 401, 403, 404, 422].includes(probe.status) ? 'refused' : undefined;
}

/** `probe: this key got 200 for GET /projects just now`. */
export function probeLine({ probes }: Probed, kind: ProbeKind): string | undefined {
  const probe = probes.find((candidate) => candidate.kind === kind);
  if (!probe) return undefined;
  const how = { 'with-project': ' with a project named', region: ' in another region', key: '', area: '' }[kind];
  return `probe: this key got ${probe.status} for ${probe.operation}${how} just now`;
}
