import { type Rule, actions, answerLine, diagnosis, hasStatus, isRefusal } from '../rule.ts';

/** The person behind the key lacks the role. */
export const roleInsufficient: Rule = (facts) => {
  if (!isRefusal(facts) || !facts.says.has('role-insufficient') || facts.named?.permission) return undefined;
  // A rejected content may have a field for a role.
  const isOfContent = hasStatus(facts, 400, 409, 422);
  return diagnosis('role-insufficient', isOfContent ? 'possible' : 'likely', {
    title: 'The person behind this key lacks the role.',
    explanation: `${facts.definition.name} lets only some roles do this, whatever the key may do. Ask someone with that role, or use a key that they made.`,
    evidence: [answerLine(facts)],
    actions: [actions.findWorkingKey(facts), actions.replaceKey(facts)],
  });
};
