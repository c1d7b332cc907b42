import { singleLine } from '../base/text.ts';
import { needsProject } from '../client/scope.ts';
import type { Action, CauseId, Certainty, Diagnosis } from './diagnosis.ts';
import type { Project } from '../connections/connection.ts';
import { entryNames } from './entriesOfPath.ts';
import type { Facts } from './facts.ts';
import type { Observation } from './history.ts';
import { probed } from './probeResult.ts';
import { type Topic, namesCause } from './topicTable.ts';

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

/** The same where it is in doubt who answered: `the answer was 403: "Just a moment…"`. */
export function arrivedLine({ status, message, errorInside }: Facts): string | undefined {
  if (status === undefined) return undefined;
  const what = errorInside ? `came with an error inside (${status})` : `was ${status}`;
  return `the answer ${what}${message ? `: "${message}"` : ' without a text'}`;
}

/** Which project the request named, and how; nothing for a request that is not known. */
export function scopeLine(facts: Facts): string | undefined {
  const { scope, definition, keyKind, isRequestKnown } = facts;
  if (!isRequestKnown) return undefined;
  const { one } = definition.projectTerm;
  if (scope.by === 'none') {
    return keyKind === 'one-project'
      ? `no ${one} was named, as is right for a ${one} key`
      : `the request named no ${one}${absence(definition)}`;
  }
  if (scope.project === undefined) {
    return facts.credential?.by === 'hand'
      ? `the token typed by hand says which ${one} it is for`
      : `the request named no ${one}, so the service took its default`;
  }
  const name = nameOfProject(facts, scope.project);
  const place = scope.header && `header ${scope.header}`;
  const told = [...(name === undefined ? [] : [idLine(facts, scope.project)]), ...(place ? [place] : [])].join(', ');
  return `the request named the ${one} ${name ?? singleLine(scope.project, 60)}${told && ` (${told})`}`;
}

function absence({ scope }: Facts['definition']): string {
  if (scope.by === 'header') return `: it had no header ${scope.header}`;
  return scope.by === 'path' ? ': its path names none' : '';
}

/** `Luminous Tower (id 1001)`; what was named, where no name of it is known. */
export function projectText(facts: Facts, named: string): string {
  const name = nameOfProject(facts, named);
  return name === undefined ? singleLine(named, 60) : `${name} (${idLine(facts, named)})`;
}

/** A project's own name, as far as one that is more than what was named is known. */
function nameOfProject(facts: Facts, named: string): string | undefined {
  const name = singleLine(projectOf(facts, named)?.name ?? '', 60);
  return name === '' || name === named ? undefined : name;
}

function idLine(facts: Facts, named: string): string {
  return `${projectOf(facts, named)?.id === named ? 'id' : 'slug'} ${singleLine(named, 60)}`;
}

function projectOf({ knownProjects = [], selected, boundProject }: Facts, named: string): Project | undefined {
  return [...knownProjects, selected, boundProject].find((one) => one?.id === named || one?.slug === named);
}

/** What the key's own text tells of its reach. */
export function keyKindLine({ keyKind, definition, credential }: Facts): string | undefined {
  const { one, many } = definition.projectTerm;
  const { patterns } = definition.keys;
  // Where no prefix tells how far a key reaches, a key check told it.
  const who = patterns.some(({ kind }) => kind === keyKind) ? "the key's prefix says" : 'the key check told';
  if (keyKind === 'all-projects') return `${who} that it reaches all ${many} of its organization`;
  if (keyKind === 'one-project') return `${who} that it is bound to one ${one}`;
  return credential && credential.looksLike !== 'key' && patterns.length > 0
    ? `the key does not begin as ${definition.name}'s keys do`
    : undefined;
}

/** `this key got 200 for GET /projects at 10:14 UTC`. */
export function observationLine(observation: Observation | undefined): string | undefined {
  if (!observation) return undefined;
  const what = observation.exchanged ?? observation.operation ?? `a ${observation.method} request`;
  return `this key got ${observation.status} for ${what} at ${observation.at.slice(11, 16)} UTC`;
}

/** What this key did last that tells of the key itself: a success, or a refusal that no project can explain. */
export function keyStanding(facts: Facts): {
  readonly standing: 'good' | 'refused' | 'new';
  readonly seen?: Observation;
} {
  // What was asked just now outweighs what was seen before.
  if ((['key', 'projects', 'area', 'with-project'] as const).some((kind) => probed(facts, kind) === 'good')) {
    return { standing: 'good' };
  }
  if (probed(facts, 'key') === 'refused') return { standing: 'refused' };
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
export function namesEntry({ operation, definition }: Facts): boolean {
  return entryNames(operation, definition).length > 0;
}

export function hasStatus({ status }: Facts, ...statuses: readonly number[]): boolean {
  return status !== undefined && statuses.includes(status);
}

/** The service itself refused: not the network, a host that redirects led to, or something before the service. */
export function isRefusal(facts: Facts): boolean {
  const { status, failure, foreignOrigin, body, answerer } = facts;
  if (failure || foreignOrigin !== undefined || status === undefined || body === 'html') return false;
  // A gateway that speaks as the service does may be the service's own.
  if (answerer && body !== 'json') return false;
  return status >= 400 && status < 500 && status !== 407 && status !== 429;
}

/** Whether the words name a cause other than those given; a text that names one makes guesses at others weaker. */
export function namesOther({ says }: Facts, ...own: readonly Topic[]): boolean {
  return namesCause(says, own);
}

/** What is known of the project that the request named, without its name in the refusal. */
export function projectStanding(facts: Facts): 'good' | 'absent' | 'unknown' {
  const { scope, knownProjects, history } = facts;
  const { project } = scope;
  if (probed(facts, 'area') === 'good') return 'good';
  if (project === undefined) return facts.takesProject ? 'unknown' : 'good';
  const isListed = knownProjects?.some(({ id, slug }) => id === project || slug === project);
  if (isListed === false) return 'absent';
  // What was seen of it before says nothing of a project that may be gone since.
  if (isGone(facts)) return isListed && isListedAnew(facts) ? 'good' : 'unknown';
  return isListed || history.some((seen) => seen.succeeded && seen.project === project) ? 'good' : 'unknown';
}

/** The very same read, with the same project, was answered before. */
export function isReadSeen({ history, path, scope, reads }: Facts): boolean {
  if (path === undefined || !reads) return false;
  return history.some(
    (seen) => seen.succeeded && seen.method === 'GET' && seen.path.endsWith(path) && seen.project === scope.project,
  );
}

/** What was read before in this project is there no more: the entry may be gone, or the project, or the way to it. */
export function isGone(facts: Facts): boolean {
  return facts.scope.project !== undefined && hasStatus(facts, 403, 404, 410) && isReadSeen(facts);
}

function isListedAnew({ probes, definition }: Facts): boolean {
  return probes.some(({ succeeded, operation }) => succeeded && operation === `GET ${definition.projects.path}`);
}

/** Whether a missing, wrong or misplaced project could explain a refusal that names nothing. */
export function isProjectInDoubt(facts: Facts): boolean {
  if (!facts.takesProject || !facts.isRequestKnown) return facts.takesProject;
  if (facts.keyKind === 'one-project') return facts.scope.by === 'header';
  if (facts.scope.by === 'none') return true;
  return facts.scope.project !== undefined && projectStanding(facts) !== 'good';
}

function onConnection(facts: Facts, title: string, command: string, more: object = {}): Action | undefined {
  return facts.connection && { title, command, arguments: [{ connection: facts.connection.id, ...more }] };
}

/** A write is never sent again; the request behind a refused exchange was not sent at all, so it may be. */
function onSend(facts: Facts, title: string, command: string, more: object = {}): Action | undefined {
  return facts.connection && (facts.reads || facts.isTokenExchange)
    ? { title, command, arguments: [{ exchange: facts.exchangeId, ...more }] }
    : undefined;
}

function onRead(facts: Facts, title: string, command: string, more: object = {}): Action | undefined {
  return facts.connection && facts.reads
    ? { title, command, arguments: [{ exchange: facts.exchangeId, ...more }] }
    : undefined;
}

/** What mends a cause. Only what can work is offered; undefined otherwise. */
export const actions = {
  chooseProject: (facts: Facts) =>
    onConnection(facts, `Choose a ${facts.definition.projectTerm.one}…`, 'bearings.switchProject'),
  /** Of one project there is nothing to choose. */
  useProject: (facts: Facts, project: Project | undefined) =>
    project &&
    onConnection(facts, `Use ${singleLine(project.name, 40)}`, 'bearings.switchProject', { project: project.id }),
  useOwnProject: (facts: Facts) =>
    facts.keyKind === 'one-project'
      ? onConnection(facts, `Use the key's own ${facts.definition.projectTerm.one}`, 'bearings.useOwnProject')
      : undefined,
  switchRegion: (facts: Facts, region: string | undefined) => {
    const found = facts.definition.regions.find(({ id }) => id === region && id !== facts.connection?.region);
    return found && onConnection(facts, `Switch to ${found.name}`, 'bearings.switchRegion', { region: found.id });
  },
  changeAddress: (facts: Facts) => onConnection(facts, 'Change address…', 'bearings.changeAddress'),
  replaceKey: (facts: Facts) => onConnection(facts, 'Replace key…', 'bearings.replaceKey'),
  testKey: (facts: Facts) => onConnection(facts, 'Test key', 'bearings.testKey'),
  renewToken: (facts: Facts) =>
    facts.definition.auth.type === 'exchange'
      ? onConnection(facts, 'Get a new token', 'bearings.renewToken')
      : undefined,
  findWorkingKey: (facts: Facts) =>
    facts.otherKeys > 0 ? onRead(facts, 'Which of my keys works here?', 'bearings.findWorkingKey') : undefined,
  openKeyPage: ({ definition }: Facts): Action | undefined =>
    definition.keyPage === undefined
      ? undefined
      : { title: 'Open key page', command: 'bearings.openKeyPage', arguments: [{ service: definition.id }] },
  openDocumentation: ({ operation, definition }: Facts): Action | undefined => {
    const page = operation?.documentation ?? definition.documentation;
    return page === undefined
      ? undefined
      : { title: 'Open documentation', command: 'bearings.openInBrowser', arguments: [{ row: { page } }] };
  },
  /** A request composed from the documented fields has no other, and one from the list no path that is not there. */
  composeAnew: (facts: Facts) =>
    facts.operation
      ? onConnection(facts, 'Compose it anew', 'bearings.openRequest', {
          method: facts.operation.method,
          path: facts.operation.path,
        })
      : onConnection(facts, 'Choose an operation…', 'bearings.openRequest'),
  showLog: (): Action => ({ title: 'Show log', command: 'bearings.showLog' }),
  showProxySettings: (): Action => ({ title: 'Show proxy settings', command: 'bearings.showProxySettings' }),
  sendAgain: (facts: Facts, title = 'Send again') => onSend(facts, title, 'bearings.sendAgain'),
  sendLater: (facts: Facts, seconds: number) =>
    onSend(facts, `Wait ${seconds} s and send again`, 'bearings.sendLater', { seconds }),
} as const;
