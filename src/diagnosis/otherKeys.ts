import type { Connection } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';

/**
 * Other connections whose keys may be meant for the same place: their address is the same, one that the connection names
 * for another region, or both are the service's own.
 */
export function othersNear(
  own: Connection,
  all: readonly Connection[],
  { regions }: ServiceDefinition,
): readonly Connection[] {
  const named = [own.baseUrl, ...Object.values(own.baseUrls ?? {})];
  const official = regions.flatMap(({ baseUrl, alternatives = [] }) => [baseUrl, ...alternatives]);
  const isNear = ({ baseUrl }: Connection) =>
    named.includes(baseUrl) || (official.includes(own.baseUrl) && official.includes(baseUrl));
  return all.filter((other) => other.id !== own.id && other.service === own.service && isNear(other));
}
