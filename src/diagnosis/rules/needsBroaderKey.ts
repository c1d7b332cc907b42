import { type Rule, actions, answerLine, diagnosis, hasStatus, keyKindLine, keyStanding } from '../rule.ts';

/** The operation is about the organization or all projects, and the key is bound to one. */
export const needsBroaderKey: Rule = (facts) => {
  const { definition, operation, keyKind } = facts;
  if (facts.failure || keyKind !== 'one-project' || facts.takesProject || facts.body === 'html') return undefined;
  // What has no area, such as the service's own version, any key may ask for; but not for all projects.
  if (!operation || (operation.area === undefined && operation.path !== definition.projects.path)) return undefined;
  const { standing } = keyStanding(facts);
  // The key check is refused for a bad key just as well, so by itself it says nothing of the key's reach.
  const isKeyCheck = operation.method === 'GET' && operation.path === definition.keyCheck.path;
  if (facts.status === 401 && isKeyCheck && standing !== 'good') return undefined;
  if (!hasStatus(facts, 401, 403, 404)) return undefined;
  const { one, many } = definition.projectTerm;
  return diagnosis('needs-broader-key', standing === 'refused' ? 'possible' : 'likely', {
    title: `This needs a key for all ${many}.`,
    explanation: `${facts.request} is about the whole organization, and this key is bound to one ${one}.`,
    evidence: [keyKindLine(facts), answerLine(facts)],
    actions: [actions.replaceKey(facts), actions.openKeyPage(facts)],
  });
};
