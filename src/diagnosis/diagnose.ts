import type { Certainty, Diagnosis } from './diagnosis.ts';
import type { Facts } from './facts.ts';
import { RANKING } from './ranking.ts';
import { unknown } from './rules/unknown.ts';

const ORDER: Readonly<Record<Certainty, number>> = { proved: 0, likely: 1, possible: 2 };

/**
 * Ranks the causes that the facts leave standing. Pure and offline.
 * @returns an empty list for an answer that is fine, or that the person cancelled; `unknown` when nothing fits.
 */
export function diagnose(facts: Facts): readonly Diagnosis[] {
  if (isHealthy(facts)) return [];
  const found = RANKING.flatMap(({ rule }) => rule(facts) ?? []).sort(
    (a, b) => ORDER[a.certainty] - ORDER[b.certainty],
  );
  const proved = found[0]?.certainty === 'proved' ? found.slice(0, 1) : found;
  if (proved.length > 0) return proved;
  const last = unknown(facts);
  return last ? [last] : [];
}

/** Where a redirect led to does not matter for an answer in the service's own shape: the exchange's notes tell of it. */
function isHealthy(facts: Facts): boolean {
  const { succeeded, body, hasForeignShape, status = 0, headers, failure } = facts;
  // Of a path that no definition describes, a web page may be what was asked for.
  if (succeeded && body === 'html')
    return facts.isUndocumented && facts.answerer === undefined && facts.foreignOrigin === undefined;
  if (succeeded) return !hasForeignShape && facts.answerer?.kind !== 'bot-check';
  if (failure || status < 300 || status >= 400 || facts.errorInside || facts.answerer) return false;
  // A redirect that leads nowhere is an answer, and so is "see there" after a change was made (RFC 9110, 15.4.4).
  if (status === 303 && !facts.reads && headers['location'] !== undefined) return true;
  return headers['location'] === undefined && body === 'json' && facts.message === '' && facts.operation !== undefined;
}
