import { probed } from '../probeResult.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus, isRefusal, keyStanding } from '../rule.ts';

/** The key is recognisably another service's. */
export const keyWrongService: Rule = (facts) => {
  const { connection, definition, credential, says } = facts;
  if (!isRefusal(facts) || facts.named?.permission || probed(facts, 'key') === 'good') return undefined;
  const foreign = credential?.looksLike === 'foreign' ? credential.kind : undefined;
  const isTyped = credential?.by === 'hand';
  const other = foreign ?? (isTyped ? undefined : connection?.keyService);
  const isSaid = says.has('key-wrong-service');
  if (other === undefined && !isSaid) return undefined;
  if (!hasStatus(facts, 400, 401, 403, 404, 422) || keyStanding(facts).standing === 'good') return undefined;
  // Of a service whose keys have no form of their own, another one's form is a strong sign and no proof.
  const isCertain =
    other !== undefined && hasStatus(facts, 401, 403) && (foreign === undefined || definition.keys.patterns.length > 0);
  return diagnosis('key-wrong-service', isCertain ? 'proved' : 'likely', {
    title: `This is not a key of ${definition.name}.`,
    explanation:
      other === undefined
        ? `${definition.name} says that the key is another service's. Replace it with one of ${definition.name}.`
        : `The key begins as those of another service ("${other}") do. Replace it with one of ${definition.name}, or add a connection to that service.`,
    evidence: [other && `the key looks like one of the service "${other}"`, answerLine(facts)],
    actions: [actions.replaceKey(facts), actions.openKeyPage(facts)],
  });
};
