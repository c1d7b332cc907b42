import type { CauseId } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { type Rule, actions, answerLine, diagnosis } from '../rule.ts';
import { permission } from './permission.ts';

/** A change is refused for a permission that nobody names, and it is not known whether the key may read there. */
export const perhapsReadOnly: Rule = (facts) =>
  besides(facts, 'permission-read-only', 'The key may be one that reads, and changes nothing.');

/** The same where the key may not even read. */
export const perhapsNoAccess: Rule = (facts) =>
  besides(facts, 'permission-none', 'The key may have no access here at all.');

function besides(facts: Facts, cause: CauseId, title: string) {
  if (facts.reads || facts.named?.permission !== undefined) return undefined;
  // Words that nobody here can read may speak of something else.
  if (facts.message !== '' && facts.says.size === 0) return undefined;
  const lacking = permission(facts);
  if (lacking?.cause !== 'permission-missing' || lacking.certainty !== 'likely') return undefined;
  return diagnosis(cause, 'possible', {
    title,
    explanation: `${facts.definition.name} does not name the permission, and nothing was read here with this key yet. A read in the same place tells what it may do.`,
    evidence: [answerLine(facts)],
    actions: [actions.openKeyPage(facts), actions.findWorkingKey(facts), actions.testKey(facts)],
  });
}
