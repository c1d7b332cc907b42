import { type Clock, systemClock } from '../../src/base/clock.ts';
import type { Budget, SharedLedger } from '../../src/client/budget.ts';
import { Client } from '../../src/client/client.ts';
import type { RequestDraft } from '../../src/client/draft.ts';
import type { Exchange } from '../../src/client/exchange.ts';
import { type Transport, fetchTransport } from '../../src/client/transport.ts';
import type { SendOptions } from '../../src/client/wire.ts';
import type { Connection } from '../../src/connections/connection.ts';
import type { ConnectionInput } from '../../src/connections/connectionInput.ts';
import { Connections } from '../../src/connections/connections.ts';
import { Selection } from '../../src/connections/selection.ts';
import { type Bearings, contractOf } from '../../src/contract.ts';
import { buildDiagnosis } from '../../src/diagnosis/buildDiagnosis.ts';
import type { Diagnoser } from '../../src/diagnosis/diagnoser.ts';
import type { Diagnosis } from '../../src/diagnosis/diagnosis.ts';
import type { KeyCheck } from '../../src/diagnosis/keyReport.ts';
import { Organizations } from '../../src/resources/organizations.ts';
import { Projects } from '../../src/resources/projects.ts';
import { Resources } from '../../src/resources/resources.ts';
import { type Services, builtInServices } from '../../src/services/registry.ts';
import { budgetOf } from './budget.ts';
import { MemoryVault } from './keyVault.ts';
import { MemoryStore } from './valueStore.ts';

/** Everything below the editor, put together as the extension puts it, with one connection. */
export interface Desk {
  readonly bearings: Bearings;
  readonly connections: Connections;
  readonly vault: MemoryVault;
  readonly selection: Selection;
  readonly projects: Projects;
  readonly resources: Resources;
  readonly budget: Budget;
  readonly keyCheck: KeyCheck;
  readonly client: Client;
  readonly diagnoser: Diagnoser;
  readonly connection: Connection;
  /** Another connection to the same service and address. */
  add(key: string, input?: Partial<ConnectionInput>): Promise<Connection>;
  /** Sends from the connection; `GET /uptime/monitors` unless told otherwise. */
  send(draft?: Partial<RequestDraft>, options?: SendOptions): Promise<Exchange>;
  diagnose(exchange: Exchange): readonly Diagnosis[];
}

export interface DeskOptions {
  readonly key: string;
  /** `phare` unless told otherwise. */
  readonly service?: string;
  readonly region?: string;
  readonly services?: Services;
  /** Lets several desks be windows of one VS Code. */
  readonly ledger?: SharedLedger;
  readonly behindOthersMs?: number;
  readonly transport?: Transport;
  readonly clock?: Clock;
  readonly maximumBodyBytes?: number;
  /** None unless told otherwise. */
  readonly maximumFileBytes?: number;
  readonly timeoutMs?: number;
}

export async function openDesk(baseUrl: string, options: DeskOptions): Promise<Desk> {
  const { services = builtInServices(), service = 'phare', region } = options;
  const vault = new MemoryVault();
  const connections = new Connections(services, new MemoryStore(), vault);
  const selection = new Selection(new MemoryStore());
  const clock = options.clock ?? systemClock;
  const budget = budgetOf(clock, (id) => organizations.of(id), options.ledger, options.behindOthersMs);
  const { timeoutMs = 20_000, maximumBodyBytes = 1_000_000, maximumFileBytes = 0 } = options;
  const client: Client = new Client({
    connections,
    selection,
    budget,
    clock,
    transport: options.transport ?? fetchTransport,
    limits: () => ({ timeoutMs, maximumBodyBytes, maximumFileBytes }),
    boundProject: (id) => projects.bound(id),
    knownProject: (id, project) => projects.known(id, project),
  });
  const projects = new Projects(connections, client);
  const organizations = new Organizations(connections, projects);
  const resources = new Resources(connections, selection, client);
  const { diagnoser, keyCheck } = buildDiagnosis(
    { services, connections, selection, projects, client },
    client.onDidExchange,
    connections.onDidChangeKey,
  );
  const parts = { services, connections, selection, client, budget, projects, resources, keyCheck, diagnoser };
  const own = { service, baseUrl, ...(region !== undefined && { region }) };
  const add = (key: string, input: Partial<ConnectionInput> = {}) => connections.add({ ...own, ...input, key });
  const connection = await add(options.key);
  return {
    ...parts,
    bearings: contractOf(parts),
    vault,
    connection,
    add,
    send: (draft, sendOptions) =>
      client.send({ connection: connection.id, method: 'GET', path: '/uptime/monitors', ...draft }, sendOptions),
    diagnose: (exchange) => diagnoser.diagnose(exchange),
  };
}
