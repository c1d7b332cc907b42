import type { Facts } from '../facts.ts';
import { probed } from '../probeResult.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus, isRefusal } from '../rule.ts';
import { isOfToken, isOfTypedToken } from './words.ts';

/** The service says that the key's time is over, or the key itself does. */
export const keyExpired: Rule = (facts) => {
  if (
    !isRefusal(facts) ||
    isOfToken(facts) ||
    isOfTypedToken(facts) ||
    probed(facts, 'key') === 'good' ||
    facts.named?.permission
  )
    return undefined;
  const isOfContent = hasStatus(facts, 400, 409, 422) && !facts.says.has('key');
  const isSaid = (facts.says.has('key-expired') || facts.says.has('token-expired')) && !isOfContent;
  const over = overSince(facts);
  if (!isSaid && !(over !== undefined && hasStatus(facts, 400, 401, 403))) return undefined;
  const isOwnText = facts.credential?.jwt?.expiresAt !== undefined;
  const isProved = over !== undefined && isOwnText && hasStatus(facts, 401, 403);
  return diagnosis('key-expired', isProved ? 'proved' : 'likely', {
    title: 'The key has expired.',
    explanation: isSaid
      ? `${facts.definition.name} says that the key's time is over. Make a new key and replace this one.`
      : 'The time for which the key was made is over. Make a new key and replace this one.',
    evidence: [
      answerLine(facts),
      over === undefined
        ? undefined
        : `${isOwnText ? "the key's own text says" : 'the key check told before'} that it ended at ${timeText(over)}`,
    ],
    actions: [actions.replaceKey(facts), actions.openKeyPage(facts), actions.findWorkingKey(facts)],
  });
};

/** When the key or token ended by its own text, in milliseconds since 1970; the service's clock counts, not this one's. */
export function overSince({ credential, startedAtMs, clockAheadMs, keyEndsAtMs }: Facts): number | undefined {
  const ends =
    credential?.as === 'key' && keyEndsAtMs !== undefined ? keyEndsAtMs : Date.parse(credential?.jwt?.expiresAt ?? '');
  return ends < startedAtMs - (clockAheadMs ?? 0) ? ends : undefined;
}

export function timeText(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
