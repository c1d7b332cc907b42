import { type Rule, actions, answerLine, diagnosis } from '../rule.ts';

/** The service says that it is down or in maintenance. */
export const serviceDown: Rule = (facts) => {
  const { status, answerer, definition } = facts;
  if (facts.failure || status === undefined || facts.foreignOrigin !== undefined) return undefined;
  const isGate = answerer !== undefined && answerer.kind !== 'maintenance';
  const isFault = status >= 500 && status !== 511 && !isGate;
  const isMaintained =
    answerer?.kind === 'maintenance' || (facts.says.has('maintenance') && !facts.succeeded && !isGate);
  if (!isFault && !isMaintained) return undefined;
  const seconds = facts.retryAfterMs === undefined ? undefined : Math.max(1, Math.ceil(facts.retryAfterMs / 1000));
  return diagnosis('service-down', 'likely', {
    title: isMaintained
      ? `${definition.name} is in maintenance or not available.`
      : `${definition.name} has a fault or is down.`,
    explanation: isMaintained
      ? 'The service takes no requests for now; neither the key nor the project is the reason. Try again later.'
      : 'The service failed while it worked on the request; neither the key nor the project is the reason. Try again later.',
    evidence: [answerLine(facts), answerer?.sign, seconds === undefined ? undefined : `it asks to wait ${seconds} s`],
    actions: [seconds === undefined ? actions.sendAgain(facts) : actions.sendLater(facts, seconds)],
  });
};
