import { sentenceList } from '../../base/text.ts';
import type { Facts } from '../facts.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus, isRefusal, namesOther, projectText } from '../rule.ts';
import { contentFields, differsFromToken, namesOneProject } from './words.ts';

/** The request named its project in two places, and the service takes one. */
export const projectConflict: Rule = (facts) => {
  const { definition, says } = facts;
  if (!isRefusal(facts) || facts.named?.permission) return undefined;
  if (!hasStatus(facts, 400, 401, 403, 404, 409, 422)) return undefined;
  const places = conflictingPlaces(facts);
  const isSaid = says.has('project-conflict') || differsFromToken(facts);
  const { against } = facts;
  if (places.length < 2 && !isSaid && against === undefined) return undefined;
  const { one } = definition.projectTerm;
  const isOther =
    namesOther(facts, 'project-conflict', 'project-unknown', 'project-missing') || contentFields(facts).length > 0;
  const isTwice = places.length > 1;
  // Where the key is named as well, it is the key's own project that the one named does not agree with.
  const isOfKey = !isTwice && says.has('project-outside-key') && !differsFromToken(facts);
  return diagnosis(
    'project-conflict',
    (isSaid && !isOfKey && !namesOneProject(facts)) || (isTwice && !isOther) ? 'likely' : 'possible',
    {
      title:
        isTwice || isSaid
          ? `The request named its ${one} twice.`
          : `The request named another ${one} than the selected one.`,
      explanation:
        isTwice || isSaid
          ? `A request names its ${one} in one place, and this one named it in two that do not agree. Take one of the two out.`
          : `What was typed by hand went in place of the selected ${one}. Take it out to send the request to the selected one.`,
      evidence: [
        against === undefined
          ? undefined
          : `the ${one} ${projectText(facts, against)} is selected, and another was typed by hand`,
        isTwice ? `the request named a ${one} in ${sentenceList(places)}` : undefined,
        answerLine(facts),
      ],
      actions: [actions.chooseProject(facts)],
    },
  );
};

/** Two scope headers are never right; elsewhere the same project may stand twice. */
function conflictingPlaces({ namedProjects, scopeHeaders }: Facts): readonly string[] {
  const isTwice = scopeHeaders.length > 1 || new Set(namedProjects.map(({ value }) => value)).size > 1;
  return isTwice ? namedProjects.map(({ place }) => place) : [];
}
