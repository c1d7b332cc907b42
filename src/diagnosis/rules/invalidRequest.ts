import { sentenceList } from '../../base/text.ts';
import { type Rule, answerLine, diagnosis, hasStatus } from '../rule.ts';
import { namesProject } from './projectMissing.ts';

/** The service rejected the content, not the caller. */
export const invalidRequest: Rule = (facts) => {
  if (facts.failure || facts.foreignOrigin !== undefined || facts.named?.permission) return undefined;
  if (!hasStatus(facts, 400, 405, 406, 409, 411, 413, 414, 415, 422, 428, 431)) return undefined;
  const fields = facts.rejectedFields;
  const isProject = facts.takesProject && facts.scope.by === 'none' && namesProject(facts);
  if (isProject) return undefined;
  const names = sentenceList(fields.map(({ field }) => field));
  return diagnosis('invalid-request', fields.length > 0 ? 'proved' : 'likely', {
    title: fields.length > 0 ? `${facts.definition.name} rejected ${names}.` : 'The request was rejected as it is.',
    explanation: `The key was accepted; what the request says was not. Mend ${names || 'it'} and send it again.`,
    evidence: [answerLine(facts), ...fields.map(({ field, message }) => (message ? `${field}: ${message}` : field))],
  });
};
