import { sentenceList } from '../../base/text.ts';
import { describeProblem } from '../../services/fingerprint.ts';
import type { Diagnosis } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { probed } from '../probeResult.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus, isRefusal } from '../rule.ts';

/** What was sent cannot be a key, by its text or by what the service says of it. */
export const keyMalformed: Rule = (facts) => {
  if (!isRefusal(facts) || facts.named?.permission) return undefined;
  const { credential } = facts;
  const typed = credential?.by === 'hand' ? credential.problems.filter((problem) => problem !== 'empty') : [];
  // The key may be good as well as bad, and is not looked at.
  const lacksScheme = credential?.lacksScheme === true && typed.length === 0 && hasStatus(facts, 400, 401, 403);
  const isSaid = facts.says.has('key-malformed');
  // Probes go with the stored key, and tell nothing of what was typed in its place.
  if (typed.length === 0 && !lacksScheme && (!isSaid || probed(facts, 'key') === 'good')) return undefined;
  if (lacksScheme) return withoutScheme(facts);
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

function withoutScheme(facts: Facts): Diagnosis {
  const { name } = facts.definition;
  return diagnosis('key-malformed', 'likely', {
    title: 'The header typed by hand has no scheme before its text.',
    explanation: `${name} reads what follows the word "Bearer", and nothing stands before the text. Type the header as "Bearer" and the text, or take it out: then it is sent as it has to be.`,
    evidence: [answerLine(facts), 'the header typed by hand has no scheme such as "Bearer"'],
    actions: [actions.composeAnew(facts), actions.openDocumentation(facts)],
  });
}
