import type { ServiceDefinition } from '../services/definition.ts';
import { recognise } from '../services/fingerprint.ts';

/** How a text names a service: by its host, by a header of its own, by a key of it, or by its name. */
type Sign = 'host' | 'header' | 'key' | 'name';

export interface NamedService {
  readonly definition: ServiceDefinition;
  readonly sign: Sign | undefined;
}

const WEIGHT: Readonly<Record<Sign, number>> = { host: 4, header: 3, key: 2, name: 1 };
/** Names that many services use. */
const COMMON_HEADERS = new Set(['authorization', 'x-api-key', 'api-key', 'x-project-id']);

/** The services in the order in which a text speaks of them, the likeliest first. */
export function servicesIn(text: string, services: readonly ServiceDefinition[]): readonly NamedService[] {
  const lower = text.toLowerCase();
  return services
    .map((definition) => ({ definition, sign: signOf(definition, text, lower) }))
    .toSorted((one, other) => weightOf(other) - weightOf(one));
}

/** The one service that a text leaves no doubt of; a key may be another's, and a name may stand anywhere. */
export function certainService(named: readonly NamedService[]): ServiceDefinition | undefined {
  const [first, second] = named;
  const isSure = first?.sign === 'host' || first?.sign === 'header';
  return isSure && (!second || weightOf(second) < weightOf(first)) ? first.definition : undefined;
}

function weightOf({ sign }: NamedService): number {
  return sign === undefined ? 0 : WEIGHT[sign];
}

function signOf(definition: ServiceDefinition, text: string, lower: string): Sign | undefined {
  const { regions, scope, auth, name } = definition;
  const hosts = regions.flatMap(({ baseUrl, alternatives = [] }) =>
    [baseUrl, ...alternatives].map((address) => new URL(address).host),
  );
  if (hosts.some((host) => lower.includes(host))) return 'host';
  const headers = [
    ...(scope.by === 'header' ? [scope.header, scope.slugHeader ?? scope.header] : []),
    ...(auth.type === 'header' ? [auth.header] : []),
  ].map((header) => header.toLowerCase());
  if (headers.some((header) => !COMMON_HEADERS.has(header) && lower.includes(header))) return 'header';
  const words = text.match(/[\w.~+-]{8,}/gu) ?? [];
  if (words.some((word) => recognise(word, definition))) return 'key';
  return lower.includes(name.toLowerCase()) ? 'name' : undefined;
}
