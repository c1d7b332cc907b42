import { singleLine } from '../base/text.ts';
import { needsProject } from '../client/scope.ts';
import { placeholders } from '../services/operations.ts';
import type { Action, CauseId, Certainty, Diagnosis } from './diagnosis.ts';
import type { Facts } from './facts.ts';
import type { Observation } from './history.ts';

/** Looks for one cause in the facts. Pure: same facts, same finding. */
export type Rule = (facts: Facts) => Diagnosis | undefined;

export interface Finding {
  readonly title: string;
  readonly explanation: string;
  readonly evidence?: readonly (string | undefined)[];
  readonly actions?: readonly (Action | undefined)[];
}

export function diagnosis(cause: CauseId, certainty: Certainty, finding: Finding): Diagnosis {
  return {
    cause,
    certainty,
    title: finding.title,
    explanation: finding.explanation,
    evidence: present(finding.evidence),
    actions: present(finding.actions),
  };
}

function present<T>(items: readonly (T | undefined)[] = []): readonly T[] {
  return items.filter((item) => item !== undefined);
}

/** `Phare answered 401: "Unauthorized"`. */
export function answerLine({ definition, status, message, errorInside }: Facts): string | undefined {
  if (status === undefined) return undefined;
  const how = errorInside ? `with an error inside (${status})` : status;
  return `${definition.name} answered ${how}${message ? `: "${message}"` : ' without a text'}`;
}

/** Which project the request named, and how; nothing for a request that is not known. */
export function scopeLine({ scope, definition, keyKind, isRequestKnown }: Facts): string | undefined {
  if (!isRequestKnown) return undefined;
  const { one } = definition.projectTerm;
  if (scope.by === 'none') {
    return keyKind === 'one-project'
      ? `no ${one} was named, as is right for a ${one} key`
      : `the request named no ${one}`;
  }
  if (scope.project === undefined) return `the request named no ${one}, so the service took its default`;
  return `the request named the ${one} ${singleLine(scope.project, 60)}${scope.header ? ` (header ${scope.header})` : ''}`;
}

/** What the key's own text tells of its reach. */
export function keyKindLine({ keyKind, definition, isRequestKnown }: Facts): string | undefined {
  const { one, many } = definition.projectTerm;
  if (keyKind === 'all-projects') return `the key's prefix says that it reaches all ${many} of its organization`;
  if (keyKind === 'one-project') return `the key's prefix says that it is bound to one ${one}`;
  return isRequestKnown && definition.keys.patterns.length > 0
    ? `the key does not begin as ${definition.name}'s keys do`
    : undefined;
}

/** `this key got 200 for GET /projects at 10:14 UTC`. */
export function observationLine(observation: Observation | undefined): string | undefined {
  if (!observation) return undefined;
  const what = observation.operation ?? `a ${observation.method} request`;
  return `this key got ${observation.status} for ${what} at ${observation.at.slice(11, 16)} UTC`;
}

/** What this key did last that tells of the key itself: a success, or a refusal that no project can explain. */
export function keyStanding(facts: Facts): {
  readonly standing: 'good' | 'refused' | 'new';
  readonly seen?: Observation;
} {
  const seen = facts.history.find((candidate) => candidate.succeeded || isRefusalOfKey(candidate, facts));
  if (!seen) return { standing: 'new' };
  return { standing: seen.succeeded ? 'good' : 'refused', seen };
}

function isRefusalOfKey({ status, lacks, operation, project }: Observation, facts: Facts): boolean {
  if (status !== 401 || lacks !== undefined || operation === undefined) return false;
  const path = operation.slice(operation.indexOf(' ') + 1);
  const wantsProject = needsProject(facts.definition.scope, path, undefined);
  // A project key may be refused what is about all projects, any other key what names no project or a wrong one.
  if (facts.keyKind !== 'one-project') return !wantsProject;
  return wantsProject && (project === undefined || project === facts.boundProject?.id);
}

/** The operation is about one entry: its path has a placeholder beside the one that names the project. */
export function namesEntry({ operation, definition: { scope } }: Facts): boolean {
  return placeholders(operation?.path ?? '').some((name) => scope.by !== 'path' || name !== scope.parameter);
}

export function hasStatus({ status }: Facts, ...statuses: readonly number[]): boolean {
  return status !== undefined && statuses.includes(status);
}

function onConnection(facts: Facts, title: string, command: string): Action | undefined {
  return facts.connection && { title, command, arguments: [{ connection: facts.connection.id }] };
}

export const actions = {
  chooseProject: (facts: Facts) =>
    onConnection(facts, `Choose a ${facts.definition.projectTerm.one}…`, 'bearings.switchProject'),
  replaceKey: (facts: Facts) => onConnection(facts, 'Replace key…', 'bearings.replaceKey'),
  testKey: (facts: Facts) => onConnection(facts, 'Test key', 'bearings.testKey'),
  openKeyPage: ({ definition }: Facts): Action | undefined =>
    definition.keyPage === undefined
      ? undefined
      : { title: 'Open key page', command: 'bearings.openKeyPage', arguments: [{ service: definition.id }] },
  sendAgain: (facts: Facts, title: string): Action | undefined =>
    facts.connection && facts.reads
      ? { title, command: 'bearings.sendAgain', arguments: [{ exchange: facts.exchangeId }] }
      : undefined,
} as const;
