import type { Certainty } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus, isRefusal, namesOther } from '../rule.ts';
import { timeText } from './keyExpired.ts';
import { contentFields, isOfToken, speaksOfTime } from './words.ts';

/** Clocks of servers and machines that keep the time differ by seconds. */
const MUCH_MS = 5 * 60_000;

/** This machine's clock is so far off that timed credentials fail. */
export const clockSkew: Rule = (facts) => {
  if (!isRefusal(facts) || !hasStatus(facts, 400, 401, 403, 422) || facts.named?.permission) return undefined;
  const { clockAheadMs, credential } = facts;
  const isOff = clockAheadMs !== undefined && Math.abs(clockAheadMs) > MUCH_MS;
  const early = earlyUntil(facts);
  const certainty = certaintyOf(facts, isOff, early);
  if (!certainty) return undefined;
  const minutes = Math.round(Math.abs(clockAheadMs ?? 0) / 60_000);
  return diagnosis('clock-skew', certainty, {
    title: isOff ? `This machine's clock is ${minutes} minutes off.` : "The machine's clock may be off.",
    explanation: isOff
      ? `${facts.definition.name}'s clock says another time than this machine, and credentials that are good for a time fail when clocks differ. Set the clock and send again.`
      : `${facts.definition.name} refused a credential for its time. Compare the clock of the machine that sent it with the right time.`,
    evidence: [
      answerLine(facts),
      isOff
        ? `the answer's Date header and this machine differ by ${minutes} min; this machine is ${(clockAheadMs ?? 0) > 0 ? 'ahead' : 'behind'}`
        : clockAheadMs === undefined
          ? undefined
          : "the answer's Date header and this machine agree",
      early === undefined
        ? undefined
        : `the ${credential?.as ?? 'key'}'s own text says that it begins at ${timeText(early)}`,
    ],
    // A token that was made by the wrong time stays wrong.
    actions: [isOfToken(facts) ? actions.renewToken(facts) : undefined, actions.sendAgain(facts)],
  });
};

function certaintyOf(facts: Facts, isOff: boolean, early: number | undefined): Certainty | undefined {
  const { credential } = facts;
  const isSaid = facts.says.has('clock-skew') && contentFields(facts).length === 0;
  if (early !== undefined && hasStatus(facts, 401, 403)) return isOff || isSaid ? 'likely' : 'possible';
  if (isSaid && isOff) return 'likely';
  // What speaks of time in whatever way, while the clocks differ, most likely speaks of that.
  if (isOff && hasStatus(facts, 401, 403) && !namesOther(facts) && speaksOfTime(facts)) return 'likely';
  // Without a doubt about the clocks, a timestamp of the content may be meant.
  if (isSaid && facts.says.has('content')) return 'possible';
  if (isSaid) return facts.clockAheadMs === undefined || hasStatus(facts, 401, 403) ? 'likely' : 'possible';
  const isOver = facts.says.has('key-expired') || facts.says.has('token-expired');
  if (
    isOff &&
    facts.status === 401 &&
    !isOver &&
    (credential?.jwt || (credential?.as === 'token' && facts.says.has('token')))
  )
    return 'likely';
  // Whether a key's time is over is told by the service's clock, so words on that say nothing of this machine's.
  return isOff && hasStatus(facts, 401, 403) ? 'possible' : undefined;
}

/** When the key or token begins by its own text, where that is still to come by the service's clock. */
function earlyUntil({ credential, startedAtMs, clockAheadMs }: Facts): number | undefined {
  const now = startedAtMs - (clockAheadMs ?? 0);
  const begins = [credential?.jwt?.notBefore, credential?.jwt?.issuedAt].map((text) => Date.parse(text ?? ''));
  return begins.find((time) => time > now + 60_000);
}
