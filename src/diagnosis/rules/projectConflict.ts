import { sentenceList } from '../../base/text.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus } from '../rule.ts';
import { namesScopeCarrier } from './words.ts';

/** Both scope headers were sent, and the service takes one. */
export const projectConflict: Rule = (facts) => {
  const { definition, scopeHeaders } = facts;
  if (facts.failure || scopeHeaders.length < 2 || facts.named?.permission) return undefined;
  if (!hasStatus(facts, 400, 401, 403, 404, 409, 422)) return undefined;
  const { one } = definition.projectTerm;
  const isSure = namesScopeCarrier(facts) && hasStatus(facts, 400, 409, 422);
  return diagnosis('project-conflict', isSure ? 'likely' : 'possible', {
    title: `The request named its ${one} twice.`,
    explanation: `A request names its ${one} by one header, its id or its slug. Take one of the two out.`,
    evidence: [`the headers ${sentenceList(scopeHeaders)} were sent`, answerLine(facts)],
    actions: [actions.chooseProject(facts)],
  });
};
