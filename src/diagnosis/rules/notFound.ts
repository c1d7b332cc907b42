import type { Certainty } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { probeLine, probed } from '../probeResult.ts';
import {
  type Rule,
  actions,
  answerLine,
  diagnosis,
  isGone,
  isRefusal,
  keyStanding,
  namesEntry,
  namesOther,
  projectStanding,
  scopeLine,
} from '../rule.ts';

/** The path or the resource does not exist. */
export const notFound: Rule = (facts) => {
  if (!isRefusal(facts) || facts.named?.permission) return undefined;
  const certainty = certaintyOf(facts);
  if (!certainty) return undefined;
  const { definition, operation } = facts;
  const { one } = definition.projectTerm;
  const isPathKnown = facts.request.includes('/');
  return diagnosis('not-found', certainty, {
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
      probeLine(facts, 'area'),
    ],
    actions: [
      facts.takesProject && facts.keyKind !== 'one-project' ? actions.chooseProject(facts) : undefined,
      operation ? undefined : actions.composeAnew(facts),
      actions.openDocumentation(facts),
      operation ? actions.composeAnew(facts) : undefined,
    ],
  });
};

function certaintyOf(facts: Facts): Certainty | undefined {
  const { status, operation, says } = facts;
  const isSaid = says.has('not-found');
  if (status !== 404 && status !== 410 && !(isSaid && status === 400)) return undefined;
  if (namesOther(facts, 'permission')) return 'possible';
  const isEntry = !operation || namesEntry(facts) || facts.hasOtherSlash;
  // What is named was looked for within a project that is there.
  if (says.has('entry')) return projectStanding(facts) === 'absent' ? 'possible' : 'likely';
  if (!isEntry || (!operation && isGone(facts))) return 'possible';
  if (probed(facts, 'area') === 'good') return 'likely';
  // Where nothing else is known to be there either, the project may be what is missing.
  if (probed(facts, 'area') === 'refused') return 'possible';
  if (projectStanding(facts) === 'absent') return 'possible';
  return keyStanding(facts).standing === 'refused' ? 'possible' : 'likely';
}
