import { type Rule, actions, answerLine, diagnosis, hasStatus, keyKindLine, scopeLine } from '../rule.ts';

/** The key is bound to one project, and the request named another. */
export const projectOutsideKey: Rule = (facts) => {
  const { scope, keyKind, boundProject, definition } = facts;
  if (facts.failure || keyKind !== 'one-project' || scope.by !== 'header' || facts.named?.permission) return undefined;
  if (!hasStatus(facts, 400, 401, 403, 404, 409, 422)) return undefined;
  if (boundProject && (scope.project === boundProject.id || scope.project === boundProject.slug)) return undefined;
  const { one } = definition.projectTerm;
  return diagnosis('project-outside-key', 'likely', {
    title: `The key is bound to one ${one}, and the request named ${boundProject ? 'another' : 'one itself'}.`,
    explanation: `A ${one} key reaches its own ${one} only and needs no header for it. Leave the header out, or use a key for all ${definition.projectTerm.many}.`,
    evidence: [
      scopeLine(facts),
      keyKindLine(facts),
      boundProject && `the key's own ${one} is ${boundProject.name}`,
      answerLine(facts),
    ],
    actions: [actions.replaceKey(facts), actions.testKey(facts)],
  });
};
