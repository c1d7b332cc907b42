import { type Rule, actions, answerLine, diagnosis, hasStatus } from '../rule.ts';

/** The key's own text tells another region than the one that it was sent to. */
export const regionMismatch: Rule = (facts) => {
  const { connection, definition } = facts;
  if (facts.failure || facts.foreignOrigin !== undefined || !connection?.keyRegion || !connection.region)
    return undefined;
  if (connection.keyRegion === connection.region || !hasStatus(facts, 400, 401, 403, 404)) return undefined;
  if (facts.named?.permission) return undefined;
  const nameOf = (id: string) => definition.regions.find((region) => region.id === id)?.name ?? id;
  const [own, sent] = [nameOf(connection.keyRegion), nameOf(connection.region)];
  return diagnosis('region-mismatch', 'proved', {
    title: `The key belongs to the region ${own}.`,
    explanation: `The request went to ${sent}, where ${definition.name} does not know the key: its regions are apart. Add a connection to ${own} with this key.`,
    evidence: [
      `the key's own text names the region ${own}`,
      `the connection is to the region ${sent}`,
      answerLine(facts),
    ],
    actions: [{ title: 'Add connection…', command: 'bearings.addConnection' }, actions.replaceKey(facts)],
  });
};
