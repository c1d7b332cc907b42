import { sentenceList } from '../../base/text.ts';
import { describeProblem } from '../../services/fingerprint.ts';
import { probed } from '../probeResult.ts';
import { type Rule, actions, answerLine, diagnosis, isRefusal } from '../rule.ts';

/** What was sent cannot be a key, by its text or by what the service says of it. */
export const keyMalformed: Rule = (facts) => {
  if (!isRefusal(facts) || facts.named?.permission) return undefined;
  const { credential } = facts;
  const typed = credential?.by === 'hand' ? credential.problems.filter((problem) => problem !== 'empty') : [];
  const isSaid = facts.says.has('key-malformed');
  // Probes go with the stored key, and tell nothing of what was typed in its place.
  if (typed.length === 0 && (!isSaid || probed(facts, 'key') === 'good')) return undefined;
  const problems = sentenceList(typed.map(describeProblem));
  return diagnosis('key-malformed', typed.length > 0 && facts.status === 401 ? 'proved' : 'likely', {
    title: 'What was sent cannot be a key.',
    explanation: problems
      ? `The header typed by hand has ${problems}. It goes in place of the stored key; take it out, or type it anew.`
      : `${facts.definition.name} cannot read the key: a part may be missing, or something may have been pasted with it. Copy the whole key again.`,
    evidence: [answerLine(facts), problems ? `the text typed by hand has ${problems}` : undefined],
    actions: [actions.replaceKey(facts), actions.openKeyPage(facts)],
  });
};
