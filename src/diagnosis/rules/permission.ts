import { permissionParts } from '../areas.ts';
import type { CauseId } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import type { Observation } from '../history.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus, keyKindLine, observationLine } from '../rule.ts';
import { probeLine, probed } from '../probeResult.ts';
import { blamesKey } from './words.ts';

const SPEAKS_OF_PERMISSION =
  /\b(?:permissions?|scopes?|privileges?|read[- ]?only|access level)\b|insufficient[_ ]|not (?:allowed|permitted|authori[sz]ed) to/iu;

/**
 * The key is good and may not do this: the service names the permission, speaks of permissions, or refuses a change in
 * an area that the key was seen to read. What the key did before there tells whether it may read at all.
 */
export const permission: Rule = (facts) => {
  if (facts.failure || facts.body === 'html' || !hasStatus(facts, 401, 403) || blamesKey(facts)) return undefined;
  const name = facts.named?.permission;
  const isNamed = facts.named?.cause === 'permission-missing';
  const named = isNamed ? permissionParts(name ?? '', facts.definition) : undefined;
  const area = (named ? named.area : facts.operation?.area) ?? '';
  const wantsRead = named?.level ? named.level === 'read' : facts.reads;
  const seen = area === '' ? undefined : lastRead(area, facts);
  const speaks = SPEAKS_OF_PERMISSION.test(facts.message);
  const isSilentWrite = facts.status === 403 && !wantsRead && seen?.succeeded === true && facts.operation !== undefined;
  if (!isNamed && ((!speaks && !isSilentWrite) || isProjectInDoubt(facts))) return undefined;
  const cause = causeOf(wantsRead, facts, seen);
  const what = name ?? (area ? `${area}:${wantsRead ? 'read' : 'write'}` : '');
  // The documents let no key of one project do what is about all, whatever permission the text names.
  const isBroader = facts.keyKind === 'one-project' && !facts.takesProject;
  // Of a key that was never seen to read here, reading may be refused as well: two causes are left then.
  const isSettled = isNamed && !isBroader && cause !== 'permission-missing';
  return diagnosis(cause, isSettled ? 'proved' : 'likely', {
    title: titleOf(cause, area, what),
    explanation: `The key is known to ${facts.definition.name}, but ${facts.request} needs ${what ? `the permission ${what}` : 'a permission'}, and the key was made without it. Give the key that access on its page, or use another key.`,
    evidence: [
      answerLine(facts),
      observationLine(cause === 'permission-missing' ? undefined : seen),
      probeLine(facts, 'area'),
      keyKindLine(facts),
    ],
    actions: [actions.openKeyPage(facts), actions.replaceKey(facts), actions.testKey(facts)],
  });
};

function causeOf(wantsRead: boolean, facts: Facts, seen: Observation | undefined): CauseId {
  const area = probed(facts, 'area');
  if (!wantsRead && area === 'good') return 'permission-read-only';
  if (area === 'refused') return 'permission-none';
  if (wantsRead) return facts.reads ? 'permission-none' : 'permission-missing';
  if (/read[- ]?only/iu.test(facts.message)) return 'permission-read-only';
  if (!seen) return 'permission-missing';
  return seen.succeeded ? 'permission-read-only' : 'permission-none';
}

function titleOf(cause: CauseId, area: string, what: string): string {
  if (cause === 'permission-read-only') return `This key may read${area && ` ${area}`}, but not change it.`;
  if (cause === 'permission-none') return area ? `This key has no access to ${area}.` : 'This key may not read this.';
  return what ? `This key lacks the permission ${what}.` : 'This key lacks a permission.';
}

/** What became of the last read in an area, where the permission to read decided it. */
function lastRead(area: string, { definition, history }: Facts): Observation | undefined {
  return history.find((seen) => {
    if (!seen.succeeded) {
      const lacks = seen.lacks === undefined ? undefined : permissionParts(seen.lacks, definition);
      return lacks?.area === area && lacks.level === 'read';
    }
    const operation = definition.operations.find(({ method, path }) => `${method} ${path}` === seen.operation);
    return seen.method === 'GET' && operation?.area === area;
  });
}

/** Words on permissions without a name are also what a missing or wrong project is answered with. */
function isProjectInDoubt({ takesProject, scope, keyKind, knownProjects }: Facts): boolean {
  if (!takesProject) return false;
  const isStranger = knownProjects?.every(({ id, slug }) => id !== scope.project && slug !== scope.project);
  if (scope.project !== undefined && isStranger) return true;
  return keyKind === 'one-project' ? scope.by !== 'none' : scope.by === 'none';
}
