import type { Certainty } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus, keyStanding, namesEntry, scopeLine } from '../rule.ts';
import { blamesContent, blamesKey, isOfToken, namesProject, namesScopeCarrier } from './words.ts';

/** The request named a project that does not exist or that this key cannot see. */
export const projectUnknown: Rule = (facts) => {
  const { scope, knownProjects, definition } = facts;
  if (facts.failure || scope.by === 'none' || scope.project === undefined || facts.keyKind === 'one-project')
    return undefined;
  if (!hasStatus(facts, 400, 401, 403, 404, 422) || facts.named?.permission || facts.body === 'html') return undefined;
  const isListed = knownProjects?.some(({ id, slug }) => id === scope.project || slug === scope.project);
  const certainty = certaintyOf(facts, isListed);
  if (!certainty) return undefined;
  const { one, many } = definition.projectTerm;
  return diagnosis('project-unknown', certainty, {
    title: `This key does not reach the ${one} that was named.`,
    explanation: `The ${one} does not exist any more, or it belongs to another organization than the key. Choose one that the key lists.`,
    evidence: [
      scopeLine(facts),
      knownProjects &&
        `it is ${isListed ? '' : 'not '}among the ${knownProjects.length} ${many} that this key listed before`,
      answerLine(facts),
    ],
    actions: [actions.chooseProject(facts), actions.testKey(facts)],
  });
};

function certaintyOf(facts: Facts, isListed: boolean | undefined): Certainty | undefined {
  const names = namesProject(facts);
  // A token was given for the project, so there is one.
  if (isOfToken(facts)) return names ? 'possible' : undefined;
  if (isListed === false) return names ? 'proved' : 'likely';
  const { operation, scope, history } = facts;
  const answersFor = history.some(({ succeeded, project }) => succeeded && project === scope.project);
  // A list exists for every project there is, so what is not found can only be the project.
  const isList = operation !== undefined && !namesEntry(facts);
  if (isListed || answersFor) {
    if (!names) return undefined;
    return isList && facts.status === 404 ? 'likely' : 'possible';
  }
  const isTold = facts.named?.cause === 'project-unknown' || facts.isTokenExchange || namesScopeCarrier(facts);
  if (names) return isTold || hasStatus(facts, 401, 403, 404) ? 'likely' : 'possible';
  if (blamesContent(facts) || blamesKey(facts) || hasStatus(facts, 400, 422)) return undefined;
  if (facts.status === 404) return isList ? 'likely' : 'possible';
  return facts.status === 401 && keyStanding(facts).standing === 'good' ? 'likely' : 'possible';
}
