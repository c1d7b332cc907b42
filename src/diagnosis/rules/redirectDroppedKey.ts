import { type Rule, arrivedLine, diagnosis } from '../rule.ts';

/** The answer came after a redirect to another origin, where the key rightly was not sent. */
export const redirectDroppedKey: Rule = (facts) => {
  if (facts.failure || facts.foreignOrigin === undefined) return undefined;
  return diagnosis('redirect-dropped-key', 'proved', {
    title: 'The request was redirected to another host.',
    explanation: `The answer is from ${facts.foreignOrigin}. The key goes to the connection's own address only, so it was not sent there. If that host is right, make a connection to it.`,
    evidence: [`the last redirect led to ${facts.foreignOrigin}`, arrivedLine(facts)],
    actions: [facts.connection && { title: 'Add connection…', command: 'bearings.addConnection' }],
  });
};
