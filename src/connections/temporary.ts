import { Secret } from '../base/secret.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { Connection } from './connection.ts';
import { keyTraits } from './keyTraits.ts';

/** A connection that lives as long as practice mode does: nothing of it is stored. */
export interface TemporaryConnection {
  readonly connection: Connection;
  readonly key: Secret;
}

/** What a connection that is never stored is made from. Its key may be no key at all, to practise just that. */
export type TemporaryInput = Pick<Connection, 'id' | 'service' | 'label' | 'baseUrl' | 'region' | 'baseUrls'> & {
  readonly key: string;
};

/** A connection that lives as long as practice mode does. */
export function temporaryConnection(
  { key, ...input }: TemporaryInput,
  definition: ServiceDefinition,
  services: readonly ServiceDefinition[],
): TemporaryConnection {
  return { key: new Secret(key), connection: { ...input, ...keyTraits(key, definition, services) } };
}

/** The same connection with another one's key, and with what is known of that key. */
export function withKeyOf(connection: Connection, other: TemporaryConnection): TemporaryConnection {
  const { keyService: _, keyRegion: __, ...kept } = connection;
  const { keyKind, keyEnding, keyService, keyRegion } = other.connection;
  return {
    key: other.key,
    connection: {
      ...kept,
      keyKind,
      keyEnding,
      ...(keyService !== undefined && { keyService }),
      ...(keyRegion !== undefined && { keyRegion }),
    },
  };
}
