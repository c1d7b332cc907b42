import type { Certainty } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { probed } from '../probeResult.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus, isRefusal, keyStanding } from '../rule.ts';

interface Sort {
  readonly certainty: Certainty;
  /** What shows it. */
  readonly line: string | undefined;
  readonly advice: string;
}

/** The right service, and the wrong sort of secret for this use. */
export const keyWrongKind: Rule = (facts) => {
  if (!isRefusal(facts) || facts.named?.permission || probed(facts, 'key') === 'good') return undefined;
  const sort = sortOf(facts);
  if (!sort) return undefined;
  return diagnosis('key-wrong-kind', sort.certainty, {
    title: `This is another sort of secret than ${facts.definition.name} wants here.`,
    explanation: sort.advice,
    evidence: [sort.line, answerLine(facts)],
    actions: [actions.replaceKey(facts), actions.openKeyPage(facts)],
  });
};

function sortOf(facts: Facts): Sort | undefined {
  const { credential, definition, connection, says, isTokenExchange } = facts;
  const { name, auth, keys } = definition;
  const { standing } = keyStanding(facts);
  if (credential && standing !== 'good') {
    const { looksLike, kind, as, by } = credential;
    const isPlain = hasStatus(facts, 400, 401, 403, 422);
    if (looksLike === 'other' && as === 'key' && isPlain) {
      const advice = `What is stored is ${article(kind ?? 'secret')}, and ${name} wants an API key. Replace it with one.`;
      return {
        certainty: 'proved',
        line: `the text sent begins as ${article(kind ?? 'secret')} of ${name} does`,
        advice,
      };
    }
    if (looksLike === 'key' && as === 'token' && by === 'hand' && isPlain) {
      const advice = `The header typed by hand carries the key itself. ${name} wants the token that the key is exchanged for; take the header out, and Bearings exchanges the key.`;
      return { certainty: 'proved', line: "the text typed by hand begins as the service's keys do", advice };
    }
    if (looksLike === 'jwt' && as === 'key' && connection?.keyService === undefined && isPlain) {
      const advice = `What is stored is a JSON Web Token, such as a session or access token, and ${name} wants an API key. Make one on the key page.`;
      // With a clock that is off, a token that has its time in it is refused as any other.
      const isOff = Math.abs(facts.clockAheadMs ?? 0) > 5 * 60_000;
      const isRecognisable = keys.patterns.length > 0 && !isOff;
      return { certainty: isRecognisable ? 'likely' : 'possible', line: 'the text sent is a JSON Web Token', advice };
    }
  }
  if (says.has('key-wrong-kind')) {
    const advice = `${name} says that the secret is not of the sort that is wanted here. Use an API key for this address.`;
    return { certainty: 'likely', line: undefined, advice };
  }
  // Of a text that is like no key of the service, nothing but the refusal is known.
  const isStrange =
    connection?.keyKind === 'unknown' && keys.patterns.length > 0 && credential?.looksLike === undefined;
  if (auth.type === 'exchange' && isTokenExchange && isStrange && standing !== 'good' && !says.has('project')) {
    const advice = `${name} exchanges keys for tokens, and what is stored does not begin as its keys do. It may be a token.`;
    return { certainty: 'possible', line: `the text sent does not begin as ${name}'s keys do`, advice };
  }
  return undefined;
}

function article(kind: string): string {
  return `${/^[aeiou]/iu.test(kind) ? 'an' : 'a'} ${kind}`;
}
