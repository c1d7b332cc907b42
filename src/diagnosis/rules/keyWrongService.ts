import { type Rule, actions, answerLine, diagnosis, hasStatus } from '../rule.ts';
import { probed } from '../probeResult.ts';

/** The key is recognisably another service's. */
export const keyWrongService: Rule = (facts) => {
  const { connection, definition } = facts;
  if (facts.failure || facts.foreignOrigin !== undefined || connection?.keyService === undefined) return undefined;
  if (!hasStatus(facts, 400, 401, 403) || facts.named?.permission || probed(facts, 'key') === 'good') return undefined;
  return diagnosis('key-wrong-service', 'proved', {
    title: `This is not a key of ${definition.name}.`,
    explanation: `The key begins as those of another service ("${connection.keyService}") do. Replace it with one of ${definition.name}, or add a connection to that service.`,
    evidence: [`the key looks like one of the service "${connection.keyService}"`, answerLine(facts)],
    actions: [actions.replaceKey(facts), actions.openKeyPage(facts)],
  });
};
