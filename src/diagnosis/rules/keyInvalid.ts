import type { Facts } from '../facts.ts';
import {
  type Rule,
  actions,
  answerLine,
  diagnosis,
  keyKindLine,
  lastSuccess,
  observationLine,
  scopeLine,
} from '../rule.ts';

const NAMES_THE_KEY =
  /(?:invalid|unknown|bad|wrong|incorrect|revoked|unrecogni[sz]ed|not valid).{0,20}(?:key|token|credential)|(?:key|token|credential).{0,30}(?:invalid|unknown|not (?:found|valid|recogni[sz]ed)|revoked|incorrect|does not exist)/iu;
const EXPIRED = /expired/iu;

/** The key is well-formed, but the service does not know it, or knows it no more. */
export const keyInvalid: Rule = (facts) => {
  const isNamed = NAMES_THE_KEY.test(facts.message);
  if (facts.failure || facts.named?.permission || EXPIRED.test(facts.message)) return undefined;
  if (facts.foreignOrigin !== undefined || facts.body === 'html') return undefined;
  if (facts.status !== 401 && !(facts.status === 403 && isNamed)) return undefined;
  const worked = lastSuccess(facts);
  const refusedBefore = facts.history.find(({ status }) => status === 401);
  const mayBeProject = isProjectInDoubt(facts) && !isNamed && !(refusedBefore && !worked);
  return diagnosis('key-invalid', mayBeProject ? 'possible' : 'likely', {
    title: `${facts.definition.name} does not accept this key.`,
    explanation: worked
      ? 'The key worked before in this window, so it was probably revoked or replaced since. Replace it with a valid one.'
      : 'The key is mistyped, revoked, deleted, or of another account. Copy it again from the page where it was made.',
    evidence: [answerLine(facts), scopeLine(facts), keyKindLine(facts), observationLine(worked ?? refusedBefore)],
    actions: [actions.replaceKey(facts), actions.openKeyPage(facts), actions.testKey(facts)],
  });
};

/** The service says that the key's time is over. */
export const keyExpired: Rule = (facts) => {
  if (facts.failure || facts.succeeded || !(facts.status === 401 || facts.status === 403)) return undefined;
  if (!EXPIRED.test(facts.message) && facts.named?.cause !== 'key-expired') return undefined;
  return diagnosis('key-expired', 'likely', {
    title: 'The key has expired.',
    explanation: `${facts.definition.name} says that the key's time is over. Make a new key and replace this one.`,
    evidence: [answerLine(facts)],
    actions: [actions.replaceKey(facts), actions.openKeyPage(facts)],
  });
};

/** Whether a missing or misplaced project could explain the refusal just as well. */
function isProjectInDoubt(facts: Facts): boolean {
  if (!facts.takesProject) return false;
  return facts.keyKind === 'one-project' ? facts.scope.by !== 'none' : facts.scope.by === 'none';
}
