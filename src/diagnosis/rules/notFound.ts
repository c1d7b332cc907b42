import { type Rule, actions, answerLine, diagnosis, namesEntry, scopeLine } from '../rule.ts';

/** The path or the resource does not exist. */
export const notFound: Rule = (facts) => {
  if (facts.failure || facts.foreignOrigin !== undefined || facts.body === 'html') return undefined;
  if (facts.status !== 404 && facts.status !== 410) return undefined;
  const { definition, operation } = facts;
  const { one } = definition.projectTerm;
  const isPathKnown = facts.request.includes('/');
  return diagnosis('not-found', operation && !namesEntry(facts) && !facts.hasOtherSlash ? 'possible' : 'likely', {
    title: operation || !isPathKnown ? 'There is no such entry.' : `${definition.name} has no such path.`,
    explanation:
      operation || !isPathKnown
        ? `The entry does not exist, was deleted, or belongs to another ${one} than the one that was named.`
        : `The path is not one that ${definition.name} documents. Check it for typing mistakes, or choose an operation from the list.`,
    evidence: [
      answerLine(facts),
      !isPathKnown
        ? undefined
        : operation
          ? `the path fits the documented operation ${facts.request}${facts.hasOtherSlash ? ', but for the slash at its end' : ''}`
          : 'the path fits no documented operation',
      facts.takesProject ? scopeLine(facts) : undefined,
    ],
    actions: [facts.takesProject && facts.keyKind !== 'one-project' ? actions.chooseProject(facts) : undefined],
  });
};
