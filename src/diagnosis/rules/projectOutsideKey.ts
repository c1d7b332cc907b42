import type { Certainty } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { probeLine } from '../probeResult.ts';
import {
  type Rule,
  actions,
  answerLine,
  diagnosis,
  hasStatus,
  isRefusal,
  keyKindLine,
  keyStanding,
  scopeLine,
} from '../rule.ts';
import { blamesKey, contentFields, differsFromToken, namesOneProject } from './words.ts';

/** The key is bound to one project, and the request named another. */
export const projectOutsideKey: Rule = (facts) => {
  const { boundProject, definition } = facts;
  if (!isRefusal(facts) || facts.named?.permission) return undefined;
  if (!hasStatus(facts, 400, 401, 403, 404, 409, 422)) return undefined;
  const certainty = certaintyOf(facts);
  if (!certainty) return undefined;
  const { one } = definition.projectTerm;
  return diagnosis('project-outside-key', certainty, {
    title: `The key is bound to one ${one}, and the request named ${boundProject || facts.scope.by !== 'header' ? 'another' : 'one itself'}.`,
    explanation: `A ${one} key reaches its own ${one} only. Send the request with the key's own, or use a key for all ${definition.projectTerm.many}.`,
    evidence: [
      scopeLine(facts),
      keyKindLine(facts),
      boundProject && `the key's own ${one} is ${boundProject.name}`,
      answerLine(facts),
      probeLine(facts, 'key'),
    ],
    actions: [actions.useOwnProject(facts), actions.findWorkingKey(facts), actions.replaceKey(facts)],
  });
};

function certaintyOf(facts: Facts): Certainty | undefined {
  const { scope, keyKind, boundProject, says } = facts;
  const isOwn = boundProject && (scope.project === boundProject.id || scope.project === boundProject.slug);
  const isSaid = says.has('project-outside-key');
  if (isOwn && !isSaid) return undefined;
  if (isSaid) return differsFromToken(facts) ? 'possible' : 'likely';
  // "Project mismatch" may mean the key as well as a second name.
  if (says.has('project-conflict') && keyKind !== 'all-projects' && facts.namedProjects.length < 2)
    return keyKind === 'one-project' && namesOneProject(facts) ? 'likely' : 'possible';
  // "Not authorized for this project" is said to the key of another project as well, and a paste does not tell the key.
  if (!facts.isRequestKnown && says.has('project-unknown') && says.has('key')) return 'possible';
  if (scope.by === 'none' || scope.project === undefined || scope.by === 'token') return undefined;
  if (contentFields(facts).length > 0) return undefined;
  if (keyKind === 'one-project' && (scope.by === 'header' || boundProject)) {
    return blamesKey(facts) || keyStanding(facts).standing === 'refused' ? 'possible' : 'likely';
  }
  // A key that lists one project alone may be bound to it.
  const isLonely = facts.knownProjects?.length === 1 && facts.knownProjects[0]?.id !== scope.project;
  return isLonely && keyKind === 'unknown' && !blamesKey(facts) ? 'possible' : undefined;
}
