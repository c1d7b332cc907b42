import type { Diagnosis } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus } from '../rule.ts';
import { fold } from '../wordPatterns.ts';
import { contentFields } from './words.ts';

/** Too many calls: status 429, or words that say so under another status. */
export const rateLimited: Rule = (facts) => {
  const { status, definition, retryAfterMs, answerer } = facts;
  if (facts.failure || facts.foreignOrigin !== undefined || facts.named?.permission || facts.succeeded)
    return undefined;
  const isContent = contentFields(facts).length > 0 || hasStatus(facts, 405, 411, 413, 414, 415, 431);
  const isOfContent = isContent || (hasStatus(facts, 400, 422) && facts.says.has('content'));
  // A service that is down may ask to be called less.
  const isSaid = facts.says.has('rate-limited') && !isOfContent && !facts.says.has('maintenance');
  if (status !== 429 && status !== 420 && !isSaid && !isSpent(facts)) return undefined;
  const extra = definition.budget?.retryAfterExtraSeconds ?? 0;
  const seconds = retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1000) + extra;
  const { classes = [] } = definition.budget ?? {};
  const limit = classes.find(({ id }) => id === facts.operation?.budget) ?? classes[0];
  const wait = seconds === undefined ? '' : ` The next call is allowed in about ${seconds} s.`;
  // A check against bots uses the status too.
  const isCertain = status === 429 && !facts.errorInside && !answerer && facts.body !== 'html';
  if (isOfPlan(facts)) return planLimit(facts);
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

/** A change is counted with what there is, and no wait gives more of it. */
function isOfPlan({ reads, status, message }: Facts): boolean {
  return !reads && status !== 429 && OF_PLAN.test(fold(message));
}

const OF_PLAN =
  /\b(?:plans?|subscription|tier|package|seats?|upgrade)\b|tarif|\babo\b|abonnement|suscripcion|assinatura|piano|プラン|套餐|тариф/u;

function planLimit(facts: Facts): Diagnosis {
  const { name } = facts.definition;
  return diagnosis('rate-limited', 'likely', {
    title: 'A limit of the plan is reached.',
    explanation: `${name} allows no more of this with the present plan. Remove what is not needed any more, or change the plan on ${name}'s own site.`,
    evidence: [answerLine(facts)],
    actions: [actions.openDocumentation(facts), actions.openKeyPage(facts)],
  });
}

const LEFT = ['x-ratelimit-remaining', 'ratelimit-remaining', 'x-rate-limit-remaining'];

/** A refusal without a word whose headers say that no call is left, or when the next may come. */
function isSpent({ headers, status = 0, says, retryAfterMs }: Facts): boolean {
  if (status < 400 || (status >= 500 && status !== 503) || [...says].some((topic) => topic !== 'denied')) return false;
  const isNoneLeft =
    LEFT.some((name) => /^\s*0\s*$/u.test(headers[name] ?? '')) ||
    /\b(?:r|remaining)=0\b/u.test(headers['ratelimit'] ?? '');
  return isNoneLeft || (status === 403 && retryAfterMs !== undefined);
}
