import type { Certainty } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { probeLine, probed } from '../probeResult.ts';
import {
  type Rule,
  actions,
  answerLine,
  diagnosis,
  hasStatus,
  isRefusal,
  keyKindLine,
  keyStanding,
  namesOther,
  observationLine,
  scopeLine,
} from '../rule.ts';
import { blamesContent, blamesKey, contentFields, namesProject, namesScopeCarrier } from './words.ts';

/**
 * The key reaches many projects, and the request named none. Services answer that with any of 400 to 422, so the
 * status alone decides nothing; the text is strong where it names the project or its header.
 */
export const projectMissing: Rule = (facts) => {
  const { definition, scope, keyKind, says } = facts;
  // A service may stumble over the missing name.
  const isFault = hasStatus(facts, 500) && says.has('project') && !facts.failure && facts.body !== 'html';
  if (!isRefusal(facts) && !isFault) return undefined;
  if (facts.named?.permission || !hasStatus(facts, 400, 401, 403, 404, 409, 412, 422, 428, 500)) return undefined;
  const isSaid = says.has('project-missing') || isCarrierAsked(facts);
  const mayBe = facts.takesProject && scope.by === 'none' && keyKind !== 'one-project';
  // What needs none by the documents may need one all the same; a named project that does not arrive, too.
  // Of a paste nothing is known but its words: where they offer other causes, a project would be one of them.
  if (!facts.isRequestKnown && !isSaid && !namesProject(facts) && says.has('key') && namesOther(facts))
    return undefined;
  if (!mayBe && !(isSaid && scope.project === undefined && keyKind !== 'one-project')) return undefined;
  const { one, many } = definition.projectTerm;
  const { standing, seen } = keyStanding(facts);
  return diagnosis('project-missing', isFault ? 'possible' : certaintyOf(facts, isSaid), {
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
    actions: [actions.useProject(facts, facts.selected ?? onlyOf(facts)), actions.chooseProject(facts)],
  });
};

/** The place for the project is still in the path, as the documents write it. */
function isUnfilled({ definition: { scope }, path }: Facts): boolean {
  return (
    scope.by === 'path' && path !== undefined && new RegExp(`(?:\\{|%7B)${scope.parameter}(?:\\}|%7D)`, 'iu').test(path)
  );
}

function onlyOf({ knownProjects }: Facts) {
  return knownProjects?.length === 1 ? knownProjects[0] : undefined;
}

/** The text says where or how the name was to be given. */
export const ASKS_THE_REQUEST = /\b(?:request|header|given|provided|supplied|specified|selected|sent)/iu;

/** What is not found was named, unless the text looks for the name in the request. */
function isOfUnknown(facts: Facts): boolean {
  return !facts.isRequestKnown && facts.status === 404 && !isUnfilled(facts) && !ASKS_THE_REQUEST.test(facts.message);
}

function isOfPastedContent(facts: Facts): boolean {
  const isNamedAlone = namesProject(facts) && !namesOther(facts) && facts.reads;
  return !facts.isRequestKnown && hasStatus(facts, 400, 422) && isNamedAlone;
}

function isCarrierAsked(facts: Facts): boolean {
  return namesScopeCarrier(facts) && facts.scope.project === undefined && !facts.says.has('project-unknown');
}

function certaintyOf(facts: Facts, isSaid: boolean): Certainty {
  const { definition, keyKind, says } = facts;
  // The same request with a project was answered, and nothing else was changed.
  if (probed(facts, 'with-project') === 'good') return 'proved';
  if (probed(facts, 'with-project') === 'refused') return isSaid ? 'likely' : 'possible';
  const isKnownToReachMany = keyKind === 'all-projects' && facts.isRequestKnown;
  const isSure = isKnownToReachMany && definition.scope.by !== 'token' && facts.takesProject;
  if (isCarrierAsked(facts)) return isSure && !says.has('project-conflict') ? 'proved' : 'likely';
  if (isSaid && isOfUnknown(facts)) return 'possible';
  if (isSaid || isUnfilled(facts)) return 'likely';
  if (probed(facts, 'key') === 'refused' || contentFields(facts).length > 0) return 'possible';
  if (facts.status === 409 || blamesContent(facts) || blamesKey(facts) || says.has('role-insufficient'))
    return 'possible';
  if (
    says.has('entry') ||
    says.has('needs-broader-key') ||
    says.has('read-only') ||
    says.has('region-mismatch') ||
    says.has('clock-skew')
  )
    return 'possible';
  // Of a pasted refusal the status tells what is said of the project that the text names.
  if (isOfPastedContent(facts)) return 'likely';
  if (!facts.isRequestKnown || facts.status === 500 || says.has('project-unknown')) return 'possible';
  const { standing } = keyStanding(facts);
  if (standing === 'refused') return 'possible';
  return namesProject(facts) || isKnownToReachMany || standing === 'good' ? 'likely' : 'possible';
}
