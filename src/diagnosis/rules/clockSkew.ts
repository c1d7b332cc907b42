import { type Rule, answerLine, diagnosis, hasStatus } from '../rule.ts';

/** Clocks of servers and machines that keep the time differ by seconds. */
const MUCH_MS = 5 * 60_000;
const NAMES_THE_TIME = /\bclock\b|\bskew|timestamp|not yet valid|used before|issued in the future|\biat\b|\bnbf\b/iu;

/** This machine's clock is so far off that timed credentials fail. */
export const clockSkew: Rule = (facts) => {
  if (facts.failure || !hasStatus(facts, 400, 401, 403) || !NAMES_THE_TIME.test(facts.message)) return undefined;
  const served = Date.parse(facts.headers['date'] ?? '');
  const offMs = Math.abs(served - facts.startedAtMs);
  if (!(offMs > MUCH_MS)) return undefined;
  const minutes = Math.round(offMs / 60_000);
  return diagnosis('clock-skew', 'likely', {
    title: `This machine's clock is ${minutes} minutes off.`,
    explanation: `${facts.definition.name} refused a credential for its time, and its own clock says another time than this machine. Set the clock and send again.`,
    evidence: [answerLine(facts), `the answer's Date header and this machine differ by ${minutes} min`],
  });
};
