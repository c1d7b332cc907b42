import type { Certainty } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus, isRefusal, keyKindLine, keyStanding } from '../rule.ts';
import { probeLine } from '../probeResult.ts';
import { blamesKey } from './words.ts';

/** The operation is about the organization or all projects, and the key is bound to one. */
export const needsBroaderKey: Rule = (facts) => {
  const { definition, keyKind } = facts;
  if (!isRefusal(facts)) return undefined;
  const certainty = certaintyOf(facts);
  if (!certainty) return undefined;
  const { one, many } = definition.projectTerm;
  return diagnosis('needs-broader-key', certainty, {
    title: `This needs a key for all ${many}.`,
    explanation:
      keyKind === 'one-project'
        ? `${facts.request} is about the whole organization, and this key is bound to one ${one}.`
        : facts.says.has('needs-broader-key')
          ? `${definition.name} wants a key for the whole organization here, and says that this one is for less.`
          : `${facts.request} is about the whole organization, and this key may be bound to the one ${one} that it lists.`,
    evidence: [
      keyKindLine(facts),
      isLonely(facts) ? `this key lists one ${one} only` : undefined,
      answerLine(facts),
      probeLine(facts, 'key'),
    ],
    actions: [actions.findWorkingKey(facts), actions.replaceKey(facts), actions.openKeyPage(facts)],
  });
};

/** A key that lists one project alone may be bound to it. */
function isLonely({ keyKind, knownProjects }: Facts): boolean {
  return keyKind === 'unknown' && knownProjects?.length === 1;
}

function certaintyOf(facts: Facts): Certainty | undefined {
  const { definition, operation, keyKind, takesProject, status, says } = facts;
  const isSaid = says.has('needs-broader-key');
  if (isSaid && keyKind !== 'all-projects') return 'likely';
  if (isSaid) return 'possible';
  if (takesProject || !facts.isRequestKnown || (keyKind !== 'one-project' && !isLonely(facts))) return undefined;
  // What has no area, such as the service's own version, any key may ask for; but not for all projects.
  if (!operation || (operation.area === undefined && operation.path !== definition.projects.path)) return undefined;
  const { standing } = keyStanding(facts);
  // The key check is refused for a bad key just as well, so by itself it says nothing of the key's reach.
  const isKeyCheck = operation.method === 'GET' && operation.path === definition.keyCheck.path;
  if (status === 401 && isKeyCheck && standing !== 'good') return undefined;
  if (!hasStatus(facts, 401, 403, 404)) return undefined;
  if (isLonely(facts)) return standing === 'good' && !blamesKey(facts) ? 'possible' : undefined;
  return standing === 'refused' || blamesKey(facts) ? 'possible' : 'likely';
}
