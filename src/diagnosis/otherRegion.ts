import type { Connection } from '../connections/connection.ts';
import type { Facts } from './facts.ts';

/** Another region of the same service, and where it is reached. */
export interface OtherRegion {
  readonly id: string;
  readonly baseUrl: string;
}

/**
 * A region in which a refused key may be good: none where the key's own text tells its region. Where the person gave an
 * address of their own, only regions for which they gave one too, because the key must go nowhere else.
 */
export function otherRegion({
  connection,
  definition,
}: Pick<Facts, 'connection' | 'definition'>): OtherRegion | undefined {
  if (!connection || connection.keyRegion !== undefined || connection.keyService !== undefined) return undefined;
  const isOwnAddress = !definition.regions.some(({ baseUrl, alternatives = [] }) =>
    [baseUrl, ...alternatives].includes(connection.baseUrl),
  );
  for (const region of definition.regions) {
    if (region.id === connection.region) continue;
    const baseUrl = connection.baseUrls?.[region.id] ?? (isOwnAddress ? undefined : region.baseUrl);
    if (baseUrl !== undefined && baseUrl !== connection.baseUrl) return { id: region.id, baseUrl };
  }
  return undefined;
}

/** The same connection in another region, for one probe. */
export function inRegion(connection: Connection, { id, baseUrl }: OtherRegion): Connection {
  return { ...connection, id: `${connection.id} in ${id}`, region: id, baseUrl };
}
