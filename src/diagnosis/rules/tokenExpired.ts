import type { Certainty } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { probed } from '../probeResult.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus, isRefusal, namesOther } from '../rule.ts';
import { overSince, timeText } from './keyExpired.ts';
import { isOfToken, isOfTypedToken } from './words.ts';

/** A token of this age was just obtained, so its time cannot be over. */
const FRESH_SECONDS = 30;

/** The exchanged token was refused: a read was sent again with a new one, to no avail; a write never is. */
export const tokenExpired: Rule = (facts) => {
  if (!isRefusal(facts)) return undefined;
  const { definition, credential, reads } = facts;
  // Of a pasted answer it is not known what the request carried.
  const isTyped = isOfTypedToken(facts);
  const mayBeToken =
    isTyped ||
    isOfToken(facts) ||
    (!facts.isRequestKnown && definition.auth.type === 'exchange' && !facts.isTokenExchange);
  if (!mayBeToken || facts.named?.permission) return undefined;
  const over = overSince(facts);
  const certainty = certaintyOf(facts, over);
  if (!certainty) return undefined;
  return diagnosis('token-expired', certainty, {
    title: isTyped
      ? 'The token that was typed by hand is not accepted.'
      : 'The token that the key was exchanged for is not accepted.',
    explanation: isTyped
      ? 'A header typed by hand goes in place of the token that Bearings gets for the key. Take it out, and a token that is good for now is sent.'
      : !facts.isRequestKnown
        ? 'The token was refused; its hour may be over. Exchange the key again.'
        : reads
          ? 'The token was refused. Get a new one; when that is refused as well, the key may have been revoked meanwhile.'
          : 'A request that may change data is sent only once, so it was not repeated with a new token. Get a new token and send it again.',
    evidence: [
      answerLine(facts),
      credential?.ageSeconds === undefined ? undefined : `the token was ${ageText(credential.ageSeconds)} old`,
      over === undefined ? undefined : `the token's own text says that it ended at ${timeText(over)}`,
    ],
    // What was typed would go again, in place of any new token.
    actions: isTyped
      ? [actions.composeAnew(facts), actions.testKey(facts)]
      : [actions.renewToken(facts), actions.sendAgain(facts), actions.testKey(facts)],
  });
};

function certaintyOf(facts: Facts, over: number | undefined): Certainty | undefined {
  const { says, credential } = facts;
  if (over !== undefined && hasStatus(facts, 401, 403)) return 'proved';
  const speaks = ['key-expired', 'token-expired'].some((topic) => says.has(topic as 'key-expired'));
  if (speaks && hasStatus(facts, 401, 403, 419, 440, 498)) return 'likely';
  if (speaks && hasStatus(facts, 400, 422) && says.has('key')) return 'likely';
  if (facts.status === 419 || facts.status === 440 || facts.status === 498) return 'likely';
  if (facts.status !== 401 || says.has('key-wrong-kind')) return undefined;
  if (says.has('token') && !namesOther(facts, 'key-invalid', 'token-expired', 'key-expired', 'key-malformed'))
    return 'likely';
  if (namesOther(facts)) return undefined;
  if (!facts.isRequestKnown) return 'possible';
  // The exchange was accepted, so neither key nor project is refused; a new token is not too old, and one that reads
  // in the same area is none that the service refuses.
  const isFresh = credential?.ageSeconds !== undefined && credential.ageSeconds < FRESH_SECONDS;
  if (isFresh && probed(facts, 'area') === 'good') return undefined;
  if (isFresh) return 'possible';
  return probed(facts, 'area') === 'refused' ? 'possible' : 'likely';
}

function ageText(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
