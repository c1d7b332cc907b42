import { endingOf } from '../base/secret.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { recognise } from '../services/fingerprint.ts';
import type { Connection } from './connection.ts';

export type KeyTraits = Pick<Connection, 'keyKind' | 'keyEnding' | 'keyService' | 'keyRegion'>;

/** What a key's own text tells: kept with the connection, so that nothing needs the key to know it. */
export function keyTraits(
  key: string,
  definition: ServiceDefinition,
  services: readonly ServiceDefinition[],
): KeyTraits {
  const own = recognise(key, definition);
  const other = own ? undefined : services.find((candidate) => recognise(key, candidate));
  const region = own?.match.groups?.['region'];
  return {
    keyKind: own?.kind ?? 'unknown',
    keyEnding: endingOf(key),
    ...(other && { keyService: other.id }),
    ...(region !== undefined && { keyRegion: region }),
  };
}
