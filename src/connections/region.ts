import type { ServiceDefinition } from '../services/definition.ts';
import type { Connection } from './connection.ts';
import { address, regionFor } from './connectionInput.ts';
import { InputError } from './inputError.ts';

/**
 * The same connection in another region of its service: id, label and key stay, its address changes.
 * @throws InputError for a region that the service has not, or whose address this connection does not know: where a
 *   person gave an address of their own, the key must go nowhere that they did not name too.
 */
export function movedTo(connection: Connection, definition: ServiceDefinition, regionId: string): Connection {
  const region = regionFor(definition, regionId);
  if (region.id === connection.region) return connection;
  const isOwn = hasOwnAddress(connection, definition);
  const baseUrl = connection.baseUrls?.[region.id] ?? (isOwn ? undefined : region.baseUrl);
  if (baseUrl === undefined) {
    throw new InputError(
      `This connection goes to ${connection.baseUrl}, an address of its own, and none is known for ${region.name}. Add a connection with the address for ${region.name}.`,
    );
  }
  // The way back: an address of one's own stands in no definition.
  const left = isOwn && connection.region !== undefined && { [connection.region]: connection.baseUrl };
  const baseUrls = { ...connection.baseUrls, ...left };
  return {
    ...connection,
    region: region.id,
    baseUrl,
    ...(Object.keys(baseUrls).length > 0 && { baseUrls }),
  };
}

/**
 * The same connection at another address: id, label, region and key stay.
 * @param text as a person types it.
 * @throws InputError for an address that cannot be used, or that is another region's.
 */
export function atAddress(connection: Connection, definition: ServiceDefinition, text: string): Connection {
  const region = regionFor(definition, connection.region);
  const baseUrl = address(text, region.baseUrl);
  const other = definition.regions.find(
    (candidate) => candidate !== region && [candidate.baseUrl, ...(candidate.alternatives ?? [])].includes(baseUrl),
  );
  if (other) {
    throw new InputError(`That is the address of region ${other.name}. Switch Region points the connection there.`);
  }
  const { baseUrls, ...rest } = connection;
  // Coming back to this region leads here, and not to the address that was left.
  const { [region.id]: _, ...others } = baseUrls ?? {};
  return { ...rest, baseUrl, ...(Object.keys(others).length > 0 && { baseUrls: others }) };
}

/** Whether the address is one that the person gave in place of the service's own. */
function hasOwnAddress({ baseUrl }: Connection, { regions }: ServiceDefinition): boolean {
  return !regions.some((region) => [region.baseUrl, ...(region.alternatives ?? [])].includes(baseUrl));
}
