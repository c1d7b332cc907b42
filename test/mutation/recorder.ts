import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import { diagnose as plain } from '../../src/diagnosis/diagnose.ts';
import type { Facts } from '../../src/diagnosis/facts.ts';

const factsOfLists = new Map<readonly Diagnosis[], Facts>();
/** A pasted answer's list is made anew, with other actions; the lines of evidence stay the same. */
const factsOfEvidence = new Map<readonly string[], Facts>();

/** Stands in the place of the rules' own `diagnose` while the table is measured, and remembers what it was asked. */
export function diagnose(facts: Facts): readonly Diagnosis[] {
  const found = plain(facts);
  factsOfLists.set(found, facts);
  for (const { evidence } of found) factsOfEvidence.set(evidence, facts);
  return found;
}

/** The facts from which a list was made. */
export function factsOf(found: readonly Diagnosis[]): Facts | undefined {
  return factsOfLists.get(found) ?? (found[0] && factsOfEvidence.get(found[0].evidence));
}
