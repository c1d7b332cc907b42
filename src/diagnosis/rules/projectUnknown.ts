import { type Rule, actions, answerLine, diagnosis, hasStatus, scopeLine } from '../rule.ts';
import { namesProject } from './projectMissing.ts';

/** The request named a project that does not exist or that this key cannot see. */
export const projectUnknown: Rule = (facts) => {
  const { scope, knownProjects, definition } = facts;
  if (facts.failure || scope.by === 'none' || scope.project === undefined || facts.keyKind === 'one-project')
    return undefined;
  if (!hasStatus(facts, 400, 401, 403, 404, 422) || facts.named?.permission) return undefined;
  const isListed = knownProjects?.some(({ id, slug }) => id === scope.project || slug === scope.project);
  if (isListed || (isListed === undefined && !namesProject(facts))) return undefined;
  const { one, many } = definition.projectTerm;
  return diagnosis('project-unknown', isListed === false && namesProject(facts) ? 'proved' : 'likely', {
    title: `This key does not reach the ${one} that was named.`,
    explanation: `The ${one} does not exist any more, or it belongs to another organization than the key. Choose one that the key lists.`,
    evidence: [
      scopeLine(facts),
      knownProjects && `it is not among the ${knownProjects.length} ${many} that this key lists`,
      answerLine(facts),
    ],
    actions: [actions.chooseProject(facts), actions.testKey(facts)],
  });
};
