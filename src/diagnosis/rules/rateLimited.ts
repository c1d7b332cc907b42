import { type Rule, actions, answerLine, diagnosis, hasStatus } from '../rule.ts';
import { contentFields } from './words.ts';

/** Too many calls: status 429, or words that say so under another status. */
export const rateLimited: Rule = (facts) => {
  const { status, definition, retryAfterMs, answerer } = facts;
  if (facts.failure || facts.foreignOrigin !== undefined || facts.named?.permission || facts.succeeded)
    return undefined;
  const isContent = contentFields(facts).length > 0 || hasStatus(facts, 405, 411, 413, 414, 415, 431);
  const isSaid = facts.says.has('rate-limited') && !isContent;
  if (status !== 429 && !isSaid) return undefined;
  const extra = definition.budget?.retryAfterExtraSeconds ?? 0;
  const seconds = retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1000) + extra;
  const { classes = [] } = definition.budget ?? {};
  const limit = classes.find(({ id }) => id === facts.operation?.budget) ?? classes[0];
  const wait = seconds === undefined ? '' : ` The next call is allowed in about ${seconds} s.`;
  // A check against bots uses the status too.
  const isCertain = status === 429 && !facts.errorInside && (!answerer || answerer.kind === 'firewall');
  return diagnosis('rate-limited', isCertain ? 'proved' : 'likely', {
    title: 'Too many calls were made.',
    explanation: `${definition.name} takes no more calls for now; every key of the organization may share one limit.${wait}`,
    evidence: [
      answerLine(facts),
      facts.headers['retry-after'] === undefined
        ? undefined
        : `header Retry-After: ${facts.headers['retry-after'].slice(0, 40)}`,
      limit && `${definition.name} documents ${limit.calls} calls per ${limit.perSeconds} s`,
    ],
    actions: [seconds === undefined ? actions.sendAgain(facts) : actions.sendLater(facts, Math.max(1, seconds))],
  });
};
