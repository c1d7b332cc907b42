import type { Certainty } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { probeLine, probed } from '../probeResult.ts';
import {
  type Rule,
  actions,
  answerLine,
  diagnosis,
  hasStatus,
  isGone,
  isRefusal,
  keyStanding,
  namesEntry,
  projectStanding,
  scopeLine,
} from '../rule.ts';
import { ASKS_THE_REQUEST } from './projectMissing.ts';
import { blamesContent, blamesKey, isOfItsContent, isOfToken, namesProject, namesScopeCarrier } from './words.ts';

/** The request named a project that does not exist or that this key cannot see. */
export const projectUnknown: Rule = (facts) => {
  const { scope, knownProjects, definition } = facts;
  if (!isRefusal(facts) || facts.named?.permission) return undefined;
  if (!hasStatus(facts, 400, 401, 403, 404, 409, 410, 422)) return undefined;
  const certainty = certaintyOf(facts);
  if (!certainty) return undefined;
  const { one, many } = definition.projectTerm;
  const isListed = knownProjects?.some(({ id, slug }) => id === scope.project || slug === scope.project);
  return diagnosis('project-unknown', certainty, {
    title: `This key does not reach the ${one} that was named.`,
    explanation: `The ${one} does not exist any more, or it belongs to another organization than the key. Choose one that the key lists.`,
    evidence: [
      scopeLine(facts),
      knownProjects && scope.project !== undefined
        ? `it is ${isListed ? '' : 'not '}among the ${many} that this key listed before (${knownProjects.length} in all)`
        : undefined,
      answerLine(facts),
      probeLine(facts, 'key'),
      probeLine(facts, 'projects'),
    ],
    actions: [actions.chooseProject(facts), actions.testKey(facts)],
  });
};

function certaintyOf(facts: Facts): Certainty | undefined {
  const { scope, says, keyKind } = facts;
  const isSaid = says.has('project-unknown');
  if (!facts.isRequestKnown && isSaid) return 'likely';
  if (!facts.isRequestKnown && facts.status === 404 && facts.says.has('project'))
    return facts.says.has('project-missing') && ASKS_THE_REQUEST.test(facts.message) ? 'possible' : 'likely';
  if (scope.by === 'none' || scope.project === undefined) return isSaid ? 'possible' : undefined;
  // A key of one project names it only where the path wants it; another than its own is another cause.
  if (keyKind === 'one-project') return isSaid ? 'possible' : undefined;
  const names = namesProject(facts);
  if (isOfItsContent(facts) && !isSaid) return undefined;
  // A token was given for the project, so there is one, or was.
  if (isOfToken(facts) && !isGone(facts)) return isSaid ? 'likely' : names || isHidden(facts) ? 'possible' : undefined;
  const standing = projectStanding(facts);
  // What was there before in an undocumented place was no typing mistake either.
  const isList = facts.operation === undefined ? isGone(facts) : !namesEntry(facts);
  if (standing === 'absent') return ofAbsent(facts, names);
  // A list exists for every project there is, so what is not found can only be the project.
  if (standing === 'good')
    return !names ? undefined : isSaid || (isList && facts.status === 404) ? 'likely' : 'possible';
  // A key that is not known has nothing to be exchanged for, whatever is said of where it was looked for.
  if (names && facts.isTokenExchange && facts.status === 401 && says.has('key-invalid')) return 'possible';
  if (names)
    return isSaid || facts.isTokenExchange || namesScopeCarrier(facts) || hasStatus(facts, 401, 403, 404)
      ? 'likely'
      : 'possible';
  return ofSilence(facts, isList);
}

/** A list that is there for every project is not, and nothing says why. */
function isHidden(facts: Facts): boolean {
  return facts.status === 404 && facts.message === '' && facts.operation?.method === 'GET' && !namesEntry(facts);
}

function ofSilence(facts: Facts, isList: boolean): Certainty | undefined {
  if (blamesContent(facts) || blamesKey(facts) || facts.answerer || facts.says.has('key')) return undefined;
  // Of what was answered before, a permission or the key may have been taken away as well.
  if (facts.status === 403 && isGone(facts)) return isOfToken(facts) ? 'possible' : undefined;
  const { standing } = keyStanding(facts);
  if (standing === 'refused' || facts.says.has('entry')) return 'possible';
  // The key is good for a token without the project, and gives none with it.
  if (facts.isTokenExchange) return probed(facts, 'key') === 'good' ? 'likely' : 'possible';
  if (hasStatus(facts, 400, 409, 422)) return undefined;
  if (facts.status === 404 || facts.status === 410) return isList ? 'likely' : 'possible';
  return facts.status === 401 && standing === 'good' ? 'likely' : 'possible';
}

/** The key listed its projects, and this is none of them. */
function ofAbsent(facts: Facts, names: boolean): Certainty {
  if (blamesKey(facts) || (!names && blamesContent(facts))) return 'possible';
  // A second name that was meant leaves another cause standing.
  // A key that lists one project alone may be bound to it, and nobody is sure to have read what is said of it.
  const mayBeBound = facts.keyKind === 'unknown' && facts.knownProjects?.length === 1;
  return names && facts.against === undefined && !mayBeBound ? 'proved' : 'likely';
}
