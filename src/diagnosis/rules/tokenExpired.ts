import { type Rule, actions, answerLine, diagnosis, hasStatus } from '../rule.ts';
import { isOfToken } from './words.ts';

/** The exchanged token was refused: a read was sent again with a new one, to no avail; a write never is. */
export const tokenExpired: Rule = (facts) => {
  if (facts.failure || !isOfToken(facts) || !hasStatus(facts, 401)) return undefined;
  if (!/token|expire/iu.test(facts.message)) return undefined;
  return diagnosis('token-expired', 'likely', {
    title: 'The token that the key was exchanged for is not accepted.',
    explanation: facts.reads
      ? 'A new token was refused as well. Test the key: it may have been revoked meanwhile.'
      : 'A request that may change data is sent only once, so it was not repeated with a new token. Send it again to use one.',
    evidence: [answerLine(facts)],
    actions: [actions.testKey(facts)],
  });
};
