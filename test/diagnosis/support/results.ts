import { faultCases, healthyCases, pastedCases } from '../cases/all.ts';
import type { Verdict } from './judge.ts';
import { type Measured, measureFault, measureHealthy, measurePasted } from './measure.ts';

/** What was measured of the whole table. */
export interface Results {
  readonly faults: readonly Measured[];
  readonly healthy: readonly Measured[];
  readonly pasted: readonly Measured[];
}

/** Measures case after case: each has servers of its own. */
export async function measureAll(): Promise<Results> {
  const faults: Measured[] = [];
  for (const fault of faultCases) faults.push(await measureFault(fault));
  const healthy: Measured[] = [];
  for (const planted of healthyCases) healthy.push(await measureHealthy(planted));
  const pasted: Measured[] = [];
  for (const planted of pastedCases) pasted.push(await measurePasted(planted));
  return { faults, healthy, pasted };
}

export interface Share {
  readonly hits: number;
  readonly of: number;
}

export function share<T>(items: readonly T[], isHit: (item: T) => boolean): Share {
  return { hits: items.filter(isHit).length, of: items.length };
}

export const percent = ({ hits, of }: Share): string =>
  of === 0 ? '–' : `${(Math.floor((hits / of) * 1000) / 10).toFixed(1)} %`;

/** Verdicts on refusals, of pasted answers too. */
export function refusals({ faults, pasted }: Results): readonly Verdict[] {
  return [...faults, ...pasted].flatMap(({ verdicts }) => verdicts).filter(({ cause }) => cause !== null);
}

/** Verdicts on answers that are fine. */
export function fine({ healthy, pasted }: Results): readonly Verdict[] {
  return [...healthy, ...pasted].flatMap(({ verdicts }) => verdicts).filter(({ cause }) => cause === null);
}

/** Those of which the true cause can be known, so that it has to stand first. */
export const isDecidable = ({ expected }: Verdict): boolean => expected === 'first';
/** Those in which the true cause, or one of those that cannot be told from it, has to be among the first three. */
export const isRanked = ({ expected }: Verdict): boolean => expected !== 'open';
