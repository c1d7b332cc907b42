import { type Rule, actions, answerLine, diagnosis, hasStatus } from '../rule.ts';

const NAMES_A_ROLE =
  /\b(?:owners?|admin(?:istrator)?s?|role)\b.{0,40}\b(?:only|required|needed|may|can|must)\b|\b(?:only|requires?|must be|need to be)\b.{0,40}\b(?:owners?|admin(?:istrator)?s?|role)\b/iu;

/** The person behind the key lacks the role. */
export const roleInsufficient: Rule = (facts) => {
  if (facts.failure || facts.body === 'html' || !hasStatus(facts, 401, 403) || facts.named) return undefined;
  if (!NAMES_A_ROLE.test(facts.message)) return undefined;
  return diagnosis('role-insufficient', 'likely', {
    title: 'The person behind this key lacks the role.',
    explanation: `${facts.definition.name} lets only some roles do this, whatever the key may do. Ask someone with that role, or use a key that they made.`,
    evidence: [answerLine(facts)],
    actions: [actions.replaceKey(facts)],
  });
};
