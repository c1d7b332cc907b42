import type { Certainty, Diagnosis } from './diagnosis.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';
import { clockSkew } from './rules/clockSkew.ts';
import { foreignAnswer } from './rules/foreignAnswer.ts';
import { invalidRequest } from './rules/invalidRequest.ts';
import { keyExpired } from './rules/keyExpired.ts';
import { keyInvalid } from './rules/keyInvalid.ts';
import { keyWrongService } from './rules/keyWrongService.ts';
import { needsBroaderKey } from './rules/needsBroaderKey.ts';
import { network } from './rules/network.ts';
import { notFound } from './rules/notFound.ts';
import { notSent } from './rules/notSent.ts';
import { permission } from './rules/permission.ts';
import { projectConflict } from './rules/projectConflict.ts';
import { projectMissing } from './rules/projectMissing.ts';
import { projectOutsideKey } from './rules/projectOutsideKey.ts';
import { projectUnknown } from './rules/projectUnknown.ts';
import { rateLimited } from './rules/rateLimited.ts';
import { redirectDroppedKey } from './rules/redirectDroppedKey.ts';
import { regionMismatch } from './rules/regionMismatch.ts';
import { roleInsufficient } from './rules/roleInsufficient.ts';
import { serviceDown } from './rules/serviceDown.ts';
import { tokenExpired } from './rules/tokenExpired.ts';
import { unknown } from './rules/unknown.ts';

/** In this order among causes of the same certainty: what explains more of the facts comes first. */
const RULES: readonly Rule[] = [
  notSent,
  network,
  redirectDroppedKey,
  rateLimited,
  foreignAnswer,
  keyWrongService,
  regionMismatch,
  clockSkew,
  roleInsufficient,
  needsBroaderKey,
  permission,
  projectConflict,
  projectOutsideKey,
  projectMissing,
  projectUnknown,
  tokenExpired,
  keyExpired,
  keyInvalid,
  invalidRequest,
  notFound,
  serviceDown,
];

const ORDER: Readonly<Record<Certainty, number>> = { proved: 0, likely: 1, possible: 2 };

/**
 * Ranks the causes that the facts leave standing. Pure and offline.
 * @returns an empty list for an answer that is fine, or that the person cancelled; `unknown` when nothing fits.
 */
export function diagnose(facts: Facts): readonly Diagnosis[] {
  if (isHealthy(facts)) return [];
  const found = RULES.flatMap((rule) => rule(facts) ?? []).sort((a, b) => ORDER[a.certainty] - ORDER[b.certainty]);
  const proved = found[0]?.certainty === 'proved' ? found.slice(0, 1) : found;
  if (proved.length > 0) return proved;
  const last = unknown(facts);
  return last ? [last] : [];
}

/** Where a redirect led to does not matter for an answer in the service's own shape: the exchange's notes tell of it. */
function isHealthy({ succeeded, body, hasForeignShape }: Facts): boolean {
  return succeeded && body !== 'html' && !hasForeignShape;
}
