import type { Certainty } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import {
  type Rule,
  actions,
  answerLine,
  diagnosis,
  hasStatus,
  keyKindLine,
  keyStanding,
  observationLine,
  scopeLine,
} from '../rule.ts';
import { probeLine, probed } from '../probeResult.ts';
import { blamesContent, blamesKey, namesProject, namesScopeCarrier } from './words.ts';

/**
 * The key reaches many projects, and the request named none. Services answer that with any of 400 to 422, so the
 * status alone decides nothing; the text is strong where it names the project or its header.
 */
export const projectMissing: Rule = (facts) => {
  const { definition, scope, keyKind } = facts;
  if (facts.failure || !facts.takesProject || scope.by !== 'none' || keyKind === 'one-project') return undefined;
  if (!hasStatus(facts, 400, 401, 403, 404, 409, 422) || facts.named?.permission) return undefined;
  const { one, many } = definition.projectTerm;
  const { standing, seen } = keyStanding(facts);
  return diagnosis('project-missing', certaintyOf(facts), {
    title: `The request named no ${one}.`,
    explanation: `A key for all ${many} needs to say which one a request is for, and this one did not. Choose a ${one} and send it again.`,
    evidence: [
      scopeLine(facts),
      keyKindLine(facts),
      answerLine(facts),
      standing === 'good' ? observationLine(seen) : undefined,
      probeLine(facts, 'with-project'),
      probeLine(facts, 'key'),
    ],
    actions: [actions.chooseProject(facts)],
  });
};

function certaintyOf(facts: Facts): Certainty {
  // The same request with a project was answered, and nothing else was changed.
  if (probed(facts, 'with-project') === 'good') return 'proved';
  if (probed(facts, 'with-project') === 'refused' || probed(facts, 'key') === 'refused') return 'possible';
  const isKnownToReachMany = facts.keyKind === 'all-projects';
  if (namesScopeCarrier(facts)) return isKnownToReachMany ? 'proved' : 'likely';
  if (facts.body === 'html' || facts.status === 409 || blamesContent(facts) || blamesKey(facts)) return 'possible';
  const { standing } = keyStanding(facts);
  if (standing === 'refused') return 'possible';
  return namesProject(facts) || isKnownToReachMany || standing === 'good' ? 'likely' : 'possible';
}
