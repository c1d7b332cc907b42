import { probeLine } from '../probeResult.ts';
import { type Rule, actions, answerLine, diagnosis, scopeLine } from '../rule.ts';

/** None of the causes can be said honestly. */
export const unknown: Rule = (facts) => {
  if (facts.succeeded || facts.failure?.kind === 'aborted') return undefined;
  return diagnosis('unknown', 'possible', {
    title: 'The cause is not known.',
    explanation: `${facts.definition.name} refused the request in a way that fits no known cause. Test the key to learn more.`,
    evidence: [
      answerLine(facts),
      facts.takesProject ? scopeLine(facts) : undefined,
      // What was sent to find out, though it told no cause: a person paid calls for it.
      ...facts.probes.map(({ kind }) => probeLine(facts, kind)),
    ],
    actions: [actions.testKey(facts)],
  });
};
