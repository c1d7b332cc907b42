import type { Diagnosis } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { otherRegion } from '../otherRegion.ts';
import { probeLine, probed } from '../probeResult.ts';
import { type Rule, actions, answerLine, diagnosis, hasStatus, isRefusal, keyStanding, namesOther } from '../rule.ts';

/** The key belongs to another region: its own text tells it, a probe found it to be good there, or the service says so. */
export const regionMismatch: Rule = (facts) => {
  const { connection, definition, credential } = facts;
  if (!isRefusal(facts) || facts.named?.permission) return undefined;
  const isTyped = credential?.by === 'hand';
  const told = isTyped ? undefined : connection?.keyRegion;
  const isProbed = probed(facts, 'region') === 'good';
  const own = isProbed ? otherRegion(facts)?.id : told;
  const isElsewhere = own !== undefined && own !== connection?.region && keyStanding(facts).standing !== 'good';
  const isSaid = facts.says.has('region-mismatch');
  if (!isElsewhere && !isSaid) return isOpen(facts) ? possible(facts) : undefined;
  if (!isSaid && !hasStatus(facts, 400, 401, 403, 404)) return undefined;
  const nameOf = (id: string | undefined) => definition.regions.find((region) => region.id === id)?.name ?? id ?? '';
  const isCertain = isElsewhere && (isProbed || hasStatus(facts, 401, 403));
  const target = isElsewhere ? own : otherRegionOf(facts);
  return diagnosis('region-mismatch', isCertain ? 'proved' : 'likely', {
    title: isElsewhere
      ? `The key belongs to the region ${nameOf(own)}.`
      : 'The key belongs to another region or environment.',
    explanation: isElsewhere
      ? `The request went to ${nameOf(connection?.region)}, where ${definition.name} does not know the key: its regions know nothing of each other. Point the connection at ${nameOf(own)}.`
      : `${definition.name} says that the key is of another region or environment than the address. Use the address to which the key belongs, or a key of this one.`,
    evidence: [
      told !== undefined && isElsewhere && !isProbed ? `the key's own text names the region ${nameOf(own)}` : undefined,
      probeLine(facts, 'region'),
      connection?.region === undefined ? undefined : `the connection is to the region ${nameOf(connection.region)}`,
      answerLine(facts),
    ],
    actions: [actions.switchRegion(facts, target), actions.replaceKey(facts)],
  });
};

/** Of two regions, the one that it is not. */
function otherRegionOf({ definition, connection }: Facts): string | undefined {
  const others = definition.regions.filter(({ id }) => id !== connection?.region);
  return others.length === 1 ? others[0]?.id : undefined;
}

/** A key whose text tells no region may be good in another, as long as nobody asked there. */
export function mayBeElsewhere(facts: Facts): boolean {
  const { definition, connection } = facts;
  if (definition.regions.length < 2 || connection?.keyRegion !== undefined) return false;
  return connection?.keyService === undefined && probed(facts, 'region') === undefined;
}

function isOpen(facts: Facts): boolean {
  const { status, says, credential } = facts;
  if (!mayBeElsewhere(facts) || facts.against !== undefined || keyStanding(facts).standing === 'good') return false;
  if (credential?.by === 'hand' || credential?.as === 'token') return false;
  if (says.has('key-malformed')) return false;
  return (says.has('key-invalid') && !says.has('key-expired')) || (status === 401 && !namesOther(facts));
}

function possible(facts: Facts): Diagnosis {
  return diagnosis('region-mismatch', 'possible', {
    title: 'The key may belong to another region.',
    explanation: `${facts.definition.name} has several regions that know nothing of each other's keys, and the key's text does not tell its own.`,
    evidence: [answerLine(facts), `${facts.definition.name} has ${facts.definition.regions.length} regions`],
    actions: [actions.switchRegion(facts, otherRegionOf(facts)), actions.replaceKey(facts)],
  });
}
