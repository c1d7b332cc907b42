import type { Facts } from '../facts.ts';
import {
  type Rule,
  actions,
  answerLine,
  diagnosis,
  hasStatus,
  keyKindLine,
  keyStanding,
  observationLine,
  scopeLine,
} from '../rule.ts';
import { otherRegion } from '../otherRegion.ts';
import { probeLine, probed } from '../probeResult.ts';
import { blamesKey, isOfToken, speaksOfExpiry } from './words.ts';

/** The key is well-formed, but the service does not know it, or knows it no more. */
export const keyInvalid: Rule = (facts) => {
  if (facts.failure || facts.body === 'html' || facts.named?.permission || speaksOfExpiry(facts)) return undefined;
  const isNamed = blamesKey(facts);
  if (facts.status !== 401 && !(hasStatus(facts, 400, 403) && isNamed) && !isBareExchange(facts)) return undefined;
  const key = probed(facts, 'key');
  // The key is good for another read at this moment, so it is not the key.
  if (key === 'good') return undefined;
  const { standing, seen } = keyStanding(facts);
  const mayBeProject = isProjectInDoubt(facts) && !isNamed && standing !== 'refused' && !isStrange(facts, standing);
  if (probed(facts, 'region') === 'good') return undefined;
  // Where the key may be from another region, that has to be asked first.
  const isElsewhere = otherRegion(facts) !== undefined && probed(facts, 'region') === undefined;
  const isProved = key === 'refused' && facts.status === 401 && !isOfToken(facts) && !isElsewhere;
  return diagnosis('key-invalid', isProved ? 'proved' : mayBeProject || isOfToken(facts) ? 'possible' : 'likely', {
    title: `${facts.definition.name} does not accept this key.`,
    explanation:
      standing === 'good'
        ? 'The key worked before in this window, so it was probably revoked or replaced since. Replace it with a valid one.'
        : 'The key is mistyped, revoked, deleted, or of another account. Copy it again from the page where it was made.',
    evidence: [answerLine(facts), scopeLine(facts), keyKindLine(facts), observationLine(seen), probeLine(facts, 'key')],
    actions: [actions.replaceKey(facts), actions.openKeyPage(facts), actions.testKey(facts)],
  });
};

/** The key alone was sent to be exchanged, so nothing but it can be refused. */
function isBareExchange({ isTokenExchange, status, scope }: Facts): boolean {
  return isTokenExchange && status === 403 && scope.project === undefined;
}

/** Whether a missing or misplaced project could explain the refusal just as well. */
function isProjectInDoubt(facts: Facts): boolean {
  if (!facts.takesProject) return false;
  return facts.keyKind === 'one-project' ? facts.scope.by !== 'none' : facts.scope.by === 'none';
}

/** A text that does not look like one of the service's keys and never worked. */
function isStrange({ keyKind, isRequestKnown, definition }: Facts, standing: string): boolean {
  return keyKind === 'unknown' && isRequestKnown && standing === 'new' && definition.keys.patterns.length > 0;
}
