import { type Rule, actions, answerLine, diagnosis, hasStatus, isRefusal } from '../rule.ts';
import { permission } from './permission.ts';

/** A change is refused in words that nobody here can read: they may ask for another role. */
export const rolePerhapsInsufficient: Rule = (facts) => {
  if (!isRefusal(facts) || !hasStatus(facts, 403) || facts.reads) return undefined;
  if (facts.message === '' || facts.says.size > 0) return undefined;
  const lacking = permission(facts);
  if (!lacking || lacking.certainty === 'proved') return undefined;
  return diagnosis('role-insufficient', 'possible', {
    title: 'The person behind this key may lack the role.',
    explanation: `What ${facts.definition.name} says of the refusal could not be read; some services let only owners or administrators change this. A key that such a person made would tell.`,
    evidence: [answerLine(facts)],
    actions: [actions.findWorkingKey(facts), actions.replaceKey(facts)],
  });
};
