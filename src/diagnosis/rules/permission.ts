import { type PermissionParts, permissionParts } from '../areas.ts';
import type { CauseId, Certainty } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import type { Observation } from '../history.ts';
import { probeLine, probed } from '../probeResult.ts';
import {
  type Rule,
  actions,
  answerLine,
  diagnosis,
  hasStatus,
  isProjectInDoubt,
  isReadSeen,
  isRefusal,
  keyKindLine,
  keyStanding,
  namesEntry,
  namesOther,
  observationLine,
  projectStanding,
} from '../rule.ts';
import { blamesContent, blamesKey, forbids, isOfToken } from './words.ts';

/**
 * The key is good and may not do this: the service names the permission, speaks of permissions, or refuses what leaves
 * nothing else. What the key did before in the same area tells whether it may read there at all.
 */
export const permission: Rule = (facts) => {
  if (!isRefusal(facts) || !hasStatus(facts, 400, 401, 402, 403, 404, 405, 409, 422)) return undefined;
  const { named, says } = facts;
  const name = named?.permission;
  const parts = name === undefined ? undefined : permissionParts(name, facts.definition);
  const area = (parts ? parts.area : facts.operation?.area) ?? '';
  // Of a paste without its request, what a text says of reading tells that it was a change.
  const isChangeSaid = facts.path === undefined && says.has('read-only');
  const wantsRead = parts?.level ? parts.level === 'read' : facts.reads && !isChangeSaid;
  const seen = lastRead(area, facts);
  const isNamed = name !== undefined || named?.cause === 'permission-missing';
  const speaks = ['permission', 'permission-none', 'read-only'].some((topic) => says.has(topic as 'permission'));
  const certainty = isNamed ? 'likely' : speaks ? ofWords(facts) : ofSilence(facts, wantsRead, seen);
  if (!certainty) return undefined;
  const cause = causeOf(wantsRead, facts, seen);
  const what = name ?? (area ? `${area}:${wantsRead ? 'read' : 'write'}` : '');
  return diagnosis(cause, isSettled(facts, cause, parts) ? 'proved' : certainty, {
    title: titleOf(cause, area, what),
    explanation: explanationOf(facts, what, isNamed || speaks),
    evidence: [
      answerLine(facts),
      observationLine(cause === 'permission-missing' ? undefined : seen),
      probeLine(facts, 'area'),
      probeLine(facts, 'key'),
      isNamed ? keyKindLine(facts) : undefined,
    ],
    actions: [
      actions.openKeyPage(facts),
      actions.findWorkingKey(facts),
      actions.replaceKey(facts),
      actions.testKey(facts),
    ],
  });
};

/** Of a key that was never seen to read here, reading may be refused as well: two causes are left then. */
function isSettled(facts: Facts, cause: CauseId, parts: PermissionParts | undefined): boolean {
  const { definition, named } = facts;
  // A name that the documents do not know may be of one thing within an area, of which another read tells nothing.
  const isNamed = parts
    ? parts.level !== '' && definition.operations.some(({ area }) => area === parts.area)
    : named?.cause === 'permission-missing';
  // The documents let no key of one project do what is about all, whatever permission the text names; nor is it known
  // of a key of unknown reach.
  const isBroader = facts.keyKind !== 'all-projects' && !facts.takesProject && !facts.reads;
  const isOfOne = facts.keyKind === 'one-project' && !facts.takesProject;
  return (
    isNamed &&
    !isBroader &&
    !isOfOne &&
    cause !== 'permission-missing' &&
    !blamesKey(facts) &&
    !facts.says.has('role-insufficient')
  );
}

/** The text speaks of permissions, which is also what a missing or wrong project is answered with. */
function ofWords(facts: Facts): Certainty | undefined {
  if (blamesKey(facts) && !facts.says.has('read-only')) return undefined;
  // A field may be read-only as well.
  const isOfContent = hasStatus(facts, 400, 409, 422) && facts.says.has('content') && !facts.says.has('key');
  // Who was not seen to be anyone was not looked at for permissions.
  if (facts.says.has('asked')) return 'possible';
  if (facts.says.has('read-only') || facts.says.has('permission-none')) return isOfContent ? 'possible' : 'likely';
  if (!hasStatus(facts, 401, 403, 404) && !(facts.status === 400 && facts.says.has('key'))) return undefined;
  if (facts.says.has('project') && projectStanding(facts) !== 'good') return 'possible';
  if (facts.takesProject && facts.scope.by === 'none' && facts.keyKind !== 'one-project' && facts.isRequestKnown)
    return 'possible';
  return projectStanding(facts) === 'absent' ? 'possible' : 'likely';
}

/** The text says nothing, so what else is known has to leave nothing but a permission. */
function ofSilence(facts: Facts, wantsRead: boolean, seen: Observation | undefined): Certainty | undefined {
  if (blamesKey(facts) || namesOther(facts) || facts.isTokenExchange) return undefined;
  // A project that was not named is the plainer reason.
  if (facts.isRequestKnown && facts.takesProject && facts.scope.by === 'none' && facts.keyKind !== 'one-project')
    return undefined;
  const { status, operation, says } = facts;
  const isKnownGood = keyStanding(facts).standing === 'good';
  const hasProject = projectStanding(facts) === 'good' || !isProjectInDoubt(facts);
  // The key is the last thing that a refused key check could mean besides.
  const isChecked = isKnownGood && hasProject && !isReadSeen(facts);
  // "Not found, or no access to it": both are offered.
  if (status === 404 && says.has('denied') && says.has('not-found')) return 'possible';
  if (!wantsRead && (seen?.succeeded === true || probed(facts, 'area') === 'good')) {
    if (status === 403 || (status === 401 && forbids(facts))) return 'likely';
    const isHidden = status === 404 && operation !== undefined && !namesEntry(facts) && !says.has('entry');
    return status === 401 || status === 405 || isHidden ? 'possible' : undefined;
  }
  const isRefusedToo = probed(facts, 'key') === 'refused';
  if (status === 403 && isReadSeen(facts) && (isKnownGood || isRefusedToo)) return undefined;
  if (status === 403) return isChecked ? 'likely' : 'possible';
  const isHiddenList = status === 404 && operation !== undefined && !namesEntry(facts) && !says.has('entry');
  // A token was given for the key, so the service knows it.
  if (isHiddenList && isOfToken(facts) && !isReadSeen(facts)) return 'possible';
  if (!isChecked || blamesContent(facts)) return undefined;
  // Some services answer 401 or 404 to what a key may not see.
  const isFromProbe =
    probed(facts, 'key') === 'good' || probed(facts, 'projects') === 'good' || probed(facts, 'area') === 'refused';
  if (status === 401) return isFromProbe ? 'likely' : 'possible';
  if (!isHiddenList) return undefined;
  return isFromProbe || projectStanding(facts) === 'good' ? 'likely' : 'possible';
}

function causeOf(wantsRead: boolean, facts: Facts, seen: Observation | undefined): CauseId {
  const area = probed(facts, 'area');
  if (facts.named?.cause === 'permission-none') return 'permission-none';
  if (!wantsRead && area === 'good') return 'permission-read-only';
  if (area === 'refused') return 'permission-none';
  if (wantsRead) return facts.reads ? 'permission-none' : 'permission-missing';
  // A permission that is named says what lacks, and not what else the key may do.
  const speaks = facts.says.has('read-only') && facts.named?.permission === undefined;
  if (speaks || facts.named?.cause === 'permission-read-only') return 'permission-read-only';
  if (!seen) return 'permission-missing';
  return seen.succeeded ? 'permission-read-only' : 'permission-none';
}

function titleOf(cause: CauseId, area: string, what: string): string {
  if (cause === 'permission-read-only') return `This key may read${area && ` ${area}`}, but not change it.`;
  if (cause === 'permission-none') return area ? `This key has no access to ${area}.` : 'This key may not read this.';
  return what ? `This key lacks the permission ${what}.` : 'This key lacks a permission.';
}

function explanationOf({ definition, request }: Facts, what: string, isTold: boolean): string {
  const needed = what ? `the permission ${what}` : 'a permission';
  return isTold
    ? `The key is known to ${definition.name}, but ${request} needs ${needed}, and the key was made without it. Give the key that access on its page, or use another key.`
    : `${definition.name} does not say why it refused. The key and the ${definition.projectTerm.one} are good as far as is known, so what lacks is probably a permission for ${request}. Give the key that access on its page, or use another key.`;
}

/** What became of the last read in an area, or of the same path where no area is known. */
function lastRead(area: string, { definition, history, path, operation, scope }: Facts): Observation | undefined {
  return history.find((seen) => {
    if (!seen.succeeded && seen.method === 'GET' && seen.status === 403 && seen.project === scope.project)
      if (path !== undefined && seen.path.endsWith(path)) return true;
    if (!seen.succeeded) {
      const lacks = seen.lacks === undefined ? undefined : permissionParts(seen.lacks, definition);
      return area !== '' && lacks?.area === area && lacks.level === 'read';
    }
    if (seen.method !== 'GET') return false;
    if (area === '' && operation === undefined) return path !== undefined && seen.path.endsWith(path);
    const known = definition.operations.find((candidate) => `${candidate.method} ${candidate.path}` === seen.operation);
    return area === '' ? isSameList(known?.path, operation?.path) : known?.area === area;
  });
}

/** One of the two paths goes on where the other ends: a list and its entries. */
function isSameList(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [short, long] = [one, other].map((path) => path.replace(/\/+$/u, '')).sort((a, b) => a.length - b.length);
  return short !== '' && (long === short || long?.startsWith(`${short}/`) === true);
}
