import type { Certainty } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import {
  type Rule,
  actions,
  answerLine,
  diagnosis,
  hasStatus,
  keyKindLine,
  lastSuccess,
  observationLine,
  scopeLine,
} from '../rule.ts';

/**
 * The key reaches many projects, and the request named none. Services answer that with any of 400 to 422, so the
 * status alone decides nothing; the text is strong where it names the project or its header.
 */
export const projectMissing: Rule = (facts) => {
  const { definition, scope, keyKind } = facts;
  if (facts.failure || !facts.takesProject || scope.by !== 'none' || keyKind === 'one-project') return undefined;
  if (!hasStatus(facts, 400, 401, 403, 404, 409, 422) || facts.named?.permission) return undefined;
  const { one } = definition.projectTerm;
  return diagnosis('project-missing', certaintyOf(facts), {
    title: `The request named no ${one}.`,
    explanation: `A key for all ${definition.projectTerm.many} needs to say which one a request is for, and this one did not. Choose a ${one} and send it again.`,
    evidence: [scopeLine(facts), keyKindLine(facts), answerLine(facts), observationLine(lastSuccess(facts))],
    actions: [actions.chooseProject(facts)],
  });
};

function certaintyOf(facts: Facts): Certainty {
  if (namesProject(facts)) return facts.keyKind === 'all-projects' ? 'proved' : 'likely';
  if (facts.body === 'html' || facts.rejectedFields.length > 0) return 'possible';
  return facts.keyKind === 'all-projects' || lastSuccess(facts) ? 'likely' : 'possible';
}

/** Whether the service's own words speak of the project or of its header. */
export function namesProject({ definition, message, rejectedFields, named }: Facts): boolean {
  if (named?.cause === 'project-missing') return true;
  const { scope, projectTerm } = definition;
  const headers = scope.by === 'header' ? [scope.header, scope.slugHeader ?? scope.header] : [];
  const words = [projectTerm.one, ...headers, ...headers.map((header) => header.replace(/^x-/iu, ''))];
  const texts = [message, ...rejectedFields.map(({ field }) => field)].map(plain);
  return words.map(plain).some((word) => texts.some((text) => text.includes(word)));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/gu, '');
}
