import { type Rule, actions, answerLine, diagnosis } from '../rule.ts';

const WORDS =
  /rate[ -]?limit|too many (?:requests|attempts|calls)|quota (?:is |was )?(?:exceeded|exhausted|used up|reached)|throttl/iu;

/** Too many calls: status 429, or words that say so under another status. */
export const rateLimited: Rule = (facts) => {
  const { status, definition, named, retryAfterMs } = facts;
  if (facts.failure || named?.permission) return undefined;
  if (status !== 429 && named?.cause !== 'rate-limited' && !WORDS.test(facts.message)) return undefined;
  const extra = definition.budget?.retryAfterExtraSeconds ?? 0;
  const seconds = retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1000) + extra;
  const { classes = [] } = definition.budget ?? {};
  const limit = classes.find(({ id }) => id === facts.operation?.budget) ?? classes[0];
  const wait = seconds === undefined ? '' : ` The next call is allowed in about ${seconds} s.`;
  return diagnosis('rate-limited', status === 429 ? 'proved' : 'likely', {
    title: 'Too many calls were made.',
    explanation: `${definition.name} takes no more calls for now; every key of the organization may share one limit.${wait}`,
    evidence: [
      answerLine(facts),
      facts.headers['retry-after'] === undefined
        ? undefined
        : `header Retry-After: ${facts.headers['retry-after'].slice(0, 40)}`,
      limit && `${definition.name} documents ${limit.calls} calls per ${limit.perSeconds} s`,
    ],
    actions: [actions.sendAgain(facts, seconds === undefined ? 'Send again' : `Wait ${seconds} s and send again`)],
  });
};
