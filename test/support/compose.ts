import { type Clock, systemClock } from '../../src/base/clock.ts';
import type { Budget } from '../../src/client/budget.ts';
import { Client } from '../../src/client/client.ts';
import { type Transport, type TransportLimits, fetchTransport } from '../../src/client/transport.ts';
import type { Connection, Project } from '../../src/connections/connection.ts';
import { Connections } from '../../src/connections/connections.ts';
import { Selection } from '../../src/connections/selection.ts';
import { type Services, builtInServices } from '../../src/services/registry.ts';
import { budgetOf } from './budget.ts';
import { MemoryVault } from './keyVault.ts';
import { MemoryStore } from './valueStore.ts';

export const ownerKey = 'pha_org_practice_owner';
export const projectKey = 'pha_prj_practice_luminous';
export const luminous: Project = { id: '7', slug: 'luminous-guiding-tower', name: 'Luminous Guiding Tower' };

/** Far above what a test takes: only a test of the timeout itself sets another. */
const generous: TransportLimits = { timeoutMs: 20_000, maximumBodyBytes: 1_000_000 };

export interface Composition {
  readonly store: MemoryStore;
  readonly vault: MemoryVault;
  readonly connections: Connections;
  readonly selection: Selection;
  readonly budget: Budget;
  readonly client: Client;
}

export interface CompositionOptions {
  readonly services?: Services;
  readonly clock?: Clock;
  readonly transport?: Transport;
  readonly limits?: Partial<TransportLimits>;
  readonly boundProject?: Project;
}

/** Builds what sends requests, as the extension does, on stores in memory and a real transport. */
export function compose(options: CompositionOptions = {}): Composition {
  const store = new MemoryStore();
  const vault = new MemoryVault();
  const clock = options.clock ?? systemClock;
  const connections = new Connections(options.services ?? builtInServices(), store, vault);
  const selection = new Selection(new MemoryStore());
  const budget = budgetOf(clock);
  const client = new Client({
    connections,
    selection,
    budget,
    clock,
    transport: options.transport ?? fetchTransport,
    limits: () => ({ ...generous, ...options.limits }),
    boundProject: () => options.boundProject,
    knownProject: () => undefined,
  });
  return { store, vault, connections, selection, budget, client };
}

/** Composes, and adds a connection to a server on loopback. */
export async function connect(
  baseUrl: string,
  options: CompositionOptions & { readonly key?: string } = {},
): Promise<Composition & { readonly connection: Connection }> {
  const composition = compose(options);
  const connection = await composition.connections.add({ service: 'phare', key: options.key ?? ownerKey, baseUrl });
  return { ...composition, connection };
}
