import type { Facts } from '../facts.ts';
import { otherRegion } from '../otherRegion.ts';
import { probeLine, probed } from '../probeResult.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus } from '../rule.ts';

/** The key belongs to another region: its own text tells it, or a probe found it to be good there. */
export const regionMismatch: Rule = (facts) => {
  const { connection, definition } = facts;
  const own = regionOfKey(facts);
  if (facts.failure || facts.foreignOrigin !== undefined || own === undefined || own === connection?.region)
    return undefined;
  if (!hasStatus(facts, 400, 401, 403, 404) || facts.named?.permission) return undefined;
  const nameOf = (id: string | undefined) => definition.regions.find((region) => region.id === id)?.name ?? id ?? '';
  const isTold = connection?.keyRegion !== undefined;
  return diagnosis('region-mismatch', 'proved', {
    title: `The key belongs to the region ${nameOf(own)}.`,
    explanation: `The request went to ${nameOf(connection?.region)}, where ${definition.name} does not know the key: its regions are apart. Add a connection to ${nameOf(own)} with this key.`,
    evidence: [
      isTold ? `the key's own text names the region ${nameOf(own)}` : probeLine(facts, 'region'),
      `the connection is to the region ${nameOf(connection?.region)}`,
      answerLine(facts),
    ],
    actions: [{ title: 'Add connection…', command: 'bearings.addConnection' }, actions.replaceKey(facts)],
  });
};

function regionOfKey(facts: Facts): string | undefined {
  return facts.connection?.keyRegion ?? (probed(facts, 'region') === 'good' ? otherRegion(facts)?.id : undefined);
}
