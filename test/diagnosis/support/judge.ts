import type { CauseId, Diagnosis } from '../../../src/diagnosis/diagnosis.ts';
import type { Expected } from './faultCase.ts';

export type Mode = 'offline' | 'probed' | 'pasted';
export const modes: readonly Mode[] = ['offline', 'probed', 'pasted'];

/** What one mode said of one case, held against the truth. */
export interface Verdict {
  readonly mode: Mode;
  readonly service: string;
  readonly name: string;
  /** Null for an answer that is fine. */
  readonly cause: CauseId | null;
  readonly expected: Expected;
  readonly found: readonly Diagnosis[];
  /** Whether the true cause stands first. */
  readonly isFirst: boolean;
  readonly isWithinThree: boolean;
  /** Causes that were called proved and are not the true one. */
  readonly wronglyProved: readonly CauseId[];
  /** The status of the answer, where one came. */
  readonly status: number | undefined;
  /** Whether the evidence of what stands first tells of the answer. */
  readonly isEvident: boolean;
  /** Whether all that is expected of the case holds. */
  readonly holds: boolean;
}

export interface Judged {
  readonly service: string;
  readonly name: string;
  readonly cause: CauseId | null;
}

export function judge(
  judged: Judged,
  mode: Mode,
  expected: Expected,
  found: readonly Diagnosis[],
  status?: number,
): Verdict {
  const { service, name, cause } = judged;
  const [first] = found;
  const wronglyProved = found
    .filter((entry) => entry.certainty === 'proved' && entry.cause !== cause)
    .map((entry) => entry.cause);
  const isFirst = cause === null ? found.length === 0 : first?.cause === cause;
  const isWithinThree = cause === null ? found.length === 0 : found.slice(0, 3).some((entry) => entry.cause === cause);
  // An error inside an envelope has a status of its own.
  const tells = (line: string) => line.includes(String(status)) || line.includes('error inside');
  const isEvident = status === undefined || first === undefined || first.evidence.some(tells);
  const isRight = holdsOf(expected, { first: first?.cause, isFirst, isWithinThree, found });
  return {
    mode,
    service,
    name,
    cause,
    expected,
    found,
    isFirst,
    isWithinThree,
    wronglyProved,
    status,
    isEvident,
    holds: isRight && isEvident && wronglyProved.length === 0,
  };
}

function holdsOf(
  expected: Expected,
  {
    first,
    isFirst,
    isWithinThree,
    found,
  }: Pick<Verdict, 'isFirst' | 'isWithinThree' | 'found'> & { first: CauseId | undefined },
): boolean {
  if (expected === 'open') return true;
  if (expected === 'first') return isFirst;
  if ('anyOf' in expected)
    return isWithinThree || found.slice(0, 3).some((entry) => expected.anyOf.includes(entry.cause));
  return isWithinThree && (isFirst || (first !== undefined && expected.includes(first)));
}

/** The list in short: `key-invalid (likely), key-expired (possible)`. */
export function shown(found: readonly Diagnosis[]): string {
  return found.map(({ cause, certainty }) => `${cause} (${certainty})`).join(', ') || 'nothing';
}

export function describe({ mode, service, name, cause, expected, found, isEvident }: Verdict): string {
  const wanted = wantedOf(cause, expected);
  return `${service}, ${mode}: ${name}  ⟶ expected: ${wanted}  ⟶ found: ${shown(found)}${isEvident ? '' : ', without a word of the answer in its evidence'}`;
}

function wantedOf(cause: CauseId | null, expected: Expected): string {
  if (cause === null) return 'nothing';
  if (expected === 'open') return `${cause} is true; nothing else may be proved`;
  if (expected === 'first') return `${cause} first`;
  if ('anyOf' in expected) return `one of ${[...new Set([cause, ...expected.anyOf])].join(', ')} within three`;
  return `${cause} within three; first may be ${[...new Set([cause, ...expected])].join(', ')}`;
}
