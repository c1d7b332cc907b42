import { type Rule, actions, answerLine, diagnosis } from '../rule.ts';
import { namesGate } from './foreignAnswer.ts';

/** The service says that it is down or in maintenance. */
export const serviceDown: Rule = (facts) => {
  if (facts.failure || facts.status === undefined || facts.status < 500 || namesGate(facts)) return undefined;
  return diagnosis('service-down', 'likely', {
    title: `${facts.definition.name} has a fault or is down.`,
    explanation:
      'The service failed while it worked on the request; neither the key nor the project is the reason. Try again later.',
    evidence: [answerLine(facts)],
    actions: [actions.sendAgain(facts, 'Send again')],
  });
};
