import { type Rule, actions, answerLine, diagnosis, isRefusal } from '../rule.ts';
import { probed } from '../probeResult.ts';
import { keyField } from './words.ts';

/** No key came with the request: none was typed, or the service says that it saw none. */
export const keyMissing: Rule = (facts) => {
  if (!isRefusal(facts) || facts.named?.permission) return undefined;
  const { credential, definition } = facts;
  const isEmpty = credential?.by === 'hand' && credential.problems.includes('empty');
  const field = keyField(facts);
  const isWrong = ['key-invalid', 'key-expired', 'key-malformed'].some((topic) =>
    facts.says.has(topic as 'key-invalid'),
  );
  const isSaid = facts.says.has('key-missing') || (field !== undefined && !isWrong);
  // Who was not seen to be anyone may have sent no key, or a wrong one.
  const mayBe = !facts.isRequestKnown && facts.says.has('asked');
  if (!isEmpty && !isSaid && !mayBe) return undefined;
  // The same key was taken at this moment, so it does arrive.
  const arrives = probed(facts, 'key') === 'good';
  return diagnosis('key-missing', isEmpty ? 'proved' : arrives || !isSaid || isWrong ? 'possible' : 'likely', {
    title: isEmpty ? 'The key was taken out by hand.' : `${definition.name} saw no key.`,
    explanation: isEmpty
      ? 'A header typed by hand goes in place of the key, and this one is empty. Take it out to send the stored key.'
      : facts.isRequestKnown
        ? 'A key was sent, and the service says that none came. Something on the way may take the header out, or the service looks for it elsewhere.'
        : 'The request carried no key, or not where the service looks for it.',
    evidence: [
      answerLine(facts),
      field && `the rejected field is ${field.field}${field.message && `: "${field.message}"`}`,
      credential && !isEmpty ? `a ${credential.as} was sent with the request` : undefined,
    ],
    actions: [actions.testKey(facts), actions.replaceKey(facts)],
  });
};
