import { sentenceList } from '../../base/text.ts';
import {
  type Rule,
  actions,
  answerLine,
  diagnosis,
  hasStatus,
  isProjectInDoubt,
  isRefusal,
  namesOther,
} from '../rule.ts';
import { blamesContent, contentFields, isOfItsContent, keyField, namesScopeCarrier, projectField } from './words.ts';

/** The name of another status says of a read that the caller is refused. */
const OF_CALLER = /^\W*(?:un-?authori[sz]ed|unauthenticated|forbidden|(?:access )?denied)\W*$/iu;

/** The service rejected the content, not the caller. */
export const invalidRequest: Rule = (facts) => {
  // A gateway before the service may find a request too large, and say so by a page.
  const isTooLarge = hasStatus(facts, 413, 414, 431) && !facts.failure && facts.foreignOrigin === undefined;
  if (!(isRefusal(facts) || isTooLarge) || facts.named?.permission) return undefined;
  const fields = contentFields(facts);
  const isUsual = hasStatus(facts, 400, 405, 406, 409, 411, 412, 413, 414, 415, 417, 422, 424, 428, 431);
  if (!isUsual && !(hasStatus(facts, 403, 404) && fields.length > 0)) return undefined;
  // What names the project or the key is a rule of its own for every way in which it can be wrong.
  if (
    fields.length === 0 &&
    !isOfItsContent(facts) &&
    (projectField(facts) ||
      keyField(facts) ||
      ((facts.takesProject || facts.isTokenExchange) && namesScopeCarrier(facts)))
  ) {
    return undefined;
  }
  // A conflict is one of entries: roles and permissions are among them.
  const ofEntries = facts.status === 409 ? (['permission', 'read-only', 'permission-none'] as const) : [];
  const isOther = namesOther(facts, 'clock-skew', 'role-insufficient', ...ofEntries);
  const names = sentenceList(fields.slice(0, 8).map(({ field }) => `"${field}"`));
  const isCertain = fields.length > 0 && hasStatus(facts, 400, 422) && !isOther;
  // Nothing is blamed in words, and what a request without a project lacks is plain.
  const isOfProject = facts.isRequestKnown && facts.reads && facts.message === '' && isProjectInDoubt(facts);
  const isDoubted =
    (facts.reads && fields.length === 0 && OF_CALLER.test(facts.message)) ||
    (isOfProject && fields.length === 0 && facts.scope.by === 'none') ||
    (isOther && !blamesContent(facts) && !isOfItsContent(facts)) ||
    (fields.length === 0 && facts.status !== 409 && facts.says.has('not-found'));
  return diagnosis('invalid-request', isCertain ? 'proved' : isDoubted ? 'possible' : 'likely', {
    title:
      fields.length > 0
        ? `${facts.definition.name} rejected the ${fields.length === 1 ? 'field' : 'fields'} ${names}.`
        : 'The request was rejected as it is.',
    explanation: 'The refusal is about what the request says, not about the key. Mend it and send it again.',
    evidence: [answerLine(facts), ...fields.map(({ field, message }) => (message ? `${field}: "${message}"` : field))],
    actions: [actions.openDocumentation(facts), actions.composeAnew(facts)],
  });
};
