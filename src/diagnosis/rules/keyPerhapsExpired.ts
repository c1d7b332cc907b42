import { type Rule, actions, answerLine, diagnosis } from '../rule.ts';
import { keyExpired } from './keyExpired.ts';
import { keyInvalid } from './keyInvalid.ts';

/** A key is refused in words that nobody here can read: they may say that its time is over. */
export const keyPerhapsExpired: Rule = (facts) => {
  if (facts.message === '' || facts.says.size > 0 || keyExpired(facts)) return undefined;
  const refused = keyInvalid(facts);
  if (!refused || refused.certainty === 'proved') return undefined;
  return diagnosis('key-expired', 'possible', {
    title: 'The key may have expired.',
    explanation: `What ${facts.definition.name} says of the refusal could not be read; keys that are over are refused alike. Look at the key's page, and make a new one if it has expired.`,
    evidence: [answerLine(facts)],
    actions: [actions.openKeyPage(facts), actions.replaceKey(facts)],
  });
};
