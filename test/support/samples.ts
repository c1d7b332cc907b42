import { type RequestSpec, prepare } from '../../src/client/prepare.ts';
import type { RequestDraft } from '../../src/client/draft.ts';
import type { Connection, Project } from '../../src/connections/connection.ts';
import { parseDefinition } from '../../src/services/checkDefinition.ts';
import type { ServiceDefinition } from '../../src/services/definition.ts';
import { Services, builtInServices } from '../../src/services/registry.ts';

export const phare: ServiceDefinition = builtInServices().get('phare');

export function sampleConnection(changes: Partial<Connection> = {}): Connection {
  return {
    id: 'one',
    service: 'phare',
    label: 'Phare',
    baseUrl: 'https://api.phare.io',
    keyKind: 'all-projects',
    keyEnding: 'wner',
    ...changes,
  };
}

/** The Phare definition with other fields, checked again. */
export function phareWith(changes: Readonly<Record<string, unknown>>): ServiceDefinition {
  return parseDefinition({ ...structuredClone(phare), ...changes });
}

export interface SampleRequest {
  readonly draft?: Partial<RequestDraft>;
  readonly connection?: Partial<Connection>;
  readonly definition?: ServiceDefinition;
  readonly selected?: Project;
}

/** Prepares a request that is expected to be sendable. */
export function sampleSpec({ draft, connection, definition = phare, selected }: SampleRequest = {}): RequestSpec {
  const whole: RequestDraft = { connection: 'one', method: 'GET', path: '/uptime/monitors', ...draft };
  const spec = prepare(whole, sampleConnection(connection), definition, selected);
  if (!spec.ok) throw new Error(spec.error.message);
  return spec.value;
}

/** A service on board with other fields, by itself. */
export function servicesWith(id: string, changes: Readonly<Record<string, unknown>>): Services {
  const changed: ServiceDefinition & Readonly<Record<string, unknown>> = {
    ...structuredClone(builtInServices().get(id)),
    ...changes,
  };
  return new Services([changed]);
}

/** Budget classes of Flare that nothing meets by accident. */
export const amplePerSecond = {
  classes: ['basic', 'search'].map((id) => ({ id, calls: 1_000_000, perSeconds: 1 })),
  waitSeconds: 10,
};
