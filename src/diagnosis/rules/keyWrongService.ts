import { probed } from '../probeResult.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus, isRefusal, keyStanding } from '../rule.ts';

/** The key is recognisably another service's. */
export const keyWrongService: Rule = (facts) => {
  const { connection, definition, credential, says, keyServiceName } = facts;
  if (!isRefusal(facts) || facts.named?.permission || probed(facts, 'key') === 'good') return undefined;
  const foreign = credential?.looksLike === 'foreign' ? credential.kind : undefined;
  const isTyped = credential?.by === 'hand';
  const isKnown = foreign !== undefined || (!isTyped && connection?.keyService !== undefined);
  const other = foreign ?? keyServiceName;
  const isSaid = says.has('key-wrong-service');
  if (!isKnown && !isSaid) return undefined;
  if (!hasStatus(facts, 400, 401, 403, 404, 422) || keyStanding(facts).standing === 'good') return undefined;
  // Of a service whose keys have no form of their own, another one's form is a strong sign and no proof.
  const isCertain =
    isKnown && hasStatus(facts, 401, 403) && (foreign === undefined || definition.keys.patterns.length > 0);
  return diagnosis('key-wrong-service', isCertain ? 'proved' : 'likely', {
    title: `This is not a key of ${definition.name}.`,
    explanation: !isKnown
      ? `${definition.name} says that the key is another service's. Replace it with one of ${definition.name}.`
      : `The key begins as keys of ${other ?? 'another service'} do. Replace it with one of ${definition.name}${foreign === undefined ? `, or add a connection to ${other ?? 'that service'}` : ''}.`,
    evidence: [isKnown ? `the key looks like a key of ${other ?? 'another service'}` : undefined, answerLine(facts)],
    actions: [actions.replaceKey(facts), actions.openKeyPage(facts)],
  });
};
