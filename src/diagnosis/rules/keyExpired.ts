import { type Rule, actions, answerLine, diagnosis, hasStatus } from '../rule.ts';
import { probed } from '../probeResult.ts';
import { isOfToken, speaksOfExpiry } from './words.ts';

/** The service says that the key's time is over. */
export const keyExpired: Rule = (facts) => {
  if (facts.failure || !hasStatus(facts, 401, 403) || !speaksOfExpiry(facts) || isOfToken(facts)) return undefined;
  if (probed(facts, 'key') === 'good') return undefined;
  return diagnosis('key-expired', 'likely', {
    title: 'The key has expired.',
    explanation: `${facts.definition.name} says that the key's time is over. Make a new key and replace this one.`,
    evidence: [answerLine(facts)],
    actions: [actions.replaceKey(facts), actions.openKeyPage(facts)],
  });
};
