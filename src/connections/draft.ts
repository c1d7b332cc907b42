import { sentenceList, singleLine } from '../base/text.ts';
import { Secret } from '../base/secret.ts';
import type { Services } from '../services/registry.ts';
import type { Connection } from './connection.ts';
import {
  type ConnectionInput,
  MAXIMUM_LABEL_LENGTH,
  address,
  regionFor,
  usableKey,
  usableLabel,
} from './connectionInput.ts';
import { InputError } from './inputError.ts';
import { keyTraits } from './keyTraits.ts';
import type { TemporaryConnection } from './temporary.ts';

/**
 * The connection and the key that an input stands for.
 * @throws InputError with the first thing that is wrong.
 */
export function draftConnection(input: ConnectionInput, services: Services, id: string): TemporaryConnection {
  const definition = services.find(input.service);
  if (!definition) {
    const known = sentenceList(services.list().map(({ id }) => id));
    throw new InputError(`There is no service "${input.service}". Choose one of ${known}.`);
  }
  const { key, fingerprint } = usableKey(input.key, definition);
  const region = regionFor(definition, input.region ?? fingerprint?.match.groups?.['region']);
  const baseUrl = address(input.baseUrl ?? input.baseUrls?.[region.id] ?? region.baseUrl, region.baseUrl);
  const others = Object.entries(input.baseUrls ?? {}).map(([id, url]) => {
    return [id, address(url, regionFor(definition, id).baseUrl)] as const;
  });
  const fallback = baseUrl === region.baseUrl ? definition.name : `${definition.name} · ${new URL(baseUrl).host}`;
  const connection: Connection = {
    id,
    service: definition.id,
    label: input.label?.trim()
      ? usableLabel(input.label, services.list(), key)
      : singleLine(fallback, MAXIMUM_LABEL_LENGTH),
    baseUrl,
    ...(definition.regions.length > 1 && { region: region.id }),
    ...(others.length > 0 && { baseUrls: Object.fromEntries(others) }),
    ...keyTraits(key, definition, services.list()),
  };
  return { connection, key: new Secret(key) };
}
