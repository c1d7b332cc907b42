import { Secret } from '../base/secret.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { Connection } from './connection.ts';
import type { TemporaryConnection } from './connections.ts';
import { keyTraits } from './keyTraits.ts';

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
