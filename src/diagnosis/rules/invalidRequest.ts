import { sentenceList } from '../../base/text.ts';
import { type Rule, answerLine, diagnosis, hasStatus } from '../rule.ts';
import { namesScopeCarrier } from './words.ts';

/** The service rejected the content, not the caller. */
export const invalidRequest: Rule = (facts) => {
  if (facts.failure || facts.body === 'html' || facts.named?.permission) return undefined;
  if (!hasStatus(facts, 400, 405, 406, 409, 411, 413, 414, 415, 422, 428, 431)) return undefined;
  // What names the project is a rule of its own for every way in which it can be wrong.
  if ((facts.takesProject || facts.isTokenExchange) && namesScopeCarrier(facts)) return undefined;
  const fields = facts.rejectedFields;
  const names = sentenceList(fields.map(({ field }) => field));
  return diagnosis('invalid-request', fields.length > 0 ? 'proved' : 'likely', {
    title: fields.length > 0 ? `${facts.definition.name} rejected ${names}.` : 'The request was rejected as it is.',
    explanation: `The refusal is about what the request says, not about the key. Mend ${names || 'it'} and send it again.`,
    evidence: [answerLine(facts), ...fields.map(({ field, message }) => (message ? `${field}: ${message}` : field))],
  });
};
