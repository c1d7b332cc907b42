import type { Budget } from './client/budget.ts';
import type { Client } from './client/client.ts';
import type { RequestDraft } from './client/draft.ts';
import type { Exchange } from './client/exchange.ts';
import type { Connection, Project } from './connections/connection.ts';
import type { Connections } from './connections/connections.ts';
import type { ConnectionInput } from './connections/connectionInput.ts';
import { InputError } from './connections/inputError.ts';
import type { Selection } from './connections/selection.ts';
import type { Diagnosis } from './diagnosis/diagnosis.ts';
import type { Diagnoser } from './diagnosis/diagnoser.ts';
import type { KeyCheck, KeyReport } from './diagnosis/keyReport.ts';
import { type PastedAnswer, explainPasted } from './diagnosis/pastedAnswer.ts';
import type { Projects } from './resources/projects.ts';
import type { Resources } from './resources/resources.ts';
import { type KeyFingerprint, fingerprint } from './services/fingerprint.ts';
import type { Services } from './services/registry.ts';

export interface ResourcePage {
  readonly items: readonly { readonly id: string; readonly label: string; readonly value: unknown }[];
  readonly next?: string;
  readonly callsSpent: number;
  /** The exchange that brought the page, a refusal included. */
  readonly exchange: Exchange;
}

/**
 * What other programs may rely on, given out in `ExtensionMode.Test` only. Promises reject only for wrong arguments or
 * cancellation; what a server or the network did is in the result.
 */
export interface Bearings {
  services: { list(): readonly { id: string; name: string }[] };
  connections: {
    add(input: ConnectionInput): Promise<Connection>;
    list(): readonly Connection[];
    replaceKey(id: string, key: string): Promise<Connection>;
    remove(id: string): Promise<void>;
  };
  keys: {
    fingerprint(text: string): KeyFingerprint;
    check(connectionId: string, signal?: AbortSignal): Promise<KeyReport>;
  };
  projects: {
    list(connectionId: string): Promise<readonly Project[]>;
    select(connectionId: string, projectId: string | undefined): Promise<void>;
    selected(connectionId: string): Project | undefined;
  };
  requests: { send(draft: RequestDraft, signal?: AbortSignal): Promise<Exchange> };
  resources: {
    list(
      connectionId: string,
      collection: string,
      options?: { project?: string; cursor?: string },
    ): Promise<ResourcePage>;
  };
  diagnosis: {
    /**
     * The causes of a refusal, ranked; empty for an answer that is fine. With `probe: false`, or with a
     * signal that is aborted already, nothing is sent, and the causes are those that the facts alone leave standing; a
     * signal that is aborted while a read is under way ends that read, and the causes are those known by then.
     */
    diagnose(exchange: Exchange, options?: { probe?: boolean; signal?: AbortSignal }): Promise<readonly Diagnosis[]>;
    explain(pasted: PastedAnswer): readonly Diagnosis[];
  };
  budget: {
    remaining(connectionId: string): { calls: number; perSeconds: number; resetsInMs: number; estimated: boolean };
  };
}

/** What the contract and the UI share from the start. */
export interface CoreParts {
  readonly services: Services;
  readonly connections: Connections;
  readonly selection: Selection;
  readonly client: Client;
  readonly budget: Budget;
  readonly projects: Projects;
  readonly resources: Resources;
}

export interface ContractParts extends CoreParts {
  readonly keyCheck: KeyCheck;
  readonly diagnoser: Diagnoser;
}

/** Puts the contract's names on the parts that the UI uses. */
export function contractOf(parts: ContractParts): Bearings {
  const { services, connections, selection, client, budget, projects, resources, keyCheck, diagnoser } = parts;
  return {
    services: { list: () => services.list().map(({ id, name }) => ({ id, name })) },
    connections: {
      // In a promise, so that wrong input rejects as every other failure does.
      add: async (input) => connections.add(input),
      list: () => connections.list(),
      replaceKey: async (id, key) => connections.replaceKey(id, key),
      remove: (id) => connections.remove(id),
    },
    keys: {
      fingerprint: (text) => fingerprint(text, services.list()),
      check: (connectionId, signal) => keyCheck.run(connectionId, signal),
    },
    projects: {
      list: (connectionId) => projects.all(connectionId),
      async select(connectionId, projectId) {
        connections.get(connectionId);
        if (projectId === '') throw new InputError('A project id cannot be empty. Leave it out to choose none.');
        await selection.select(
          connectionId,
          projectId === undefined ? undefined : projects.named(connectionId, projectId),
        );
      },
      selected: (connectionId) => selection.project(connectionId),
    },
    requests: { send: (draft, signal) => client.send(draft, { signal }) },
    resources: {
      async list(connectionId, collection, options = {}) {
        const key = { connection: connectionId, project: options.project, collection };
        const { items, next, exchange } = await resources.page(key, options.cursor);
        return {
          items: items.map(({ id, label, value }) => ({ id, label, value })),
          ...(next !== undefined && { next }),
          callsSpent: exchange.callsSpent,
          exchange,
        };
      },
    },
    diagnosis: {
      diagnose: async (exchange, { probe = true, signal } = {}) =>
        probe ? diagnoser.investigate(exchange, { signal }) : diagnoser.diagnose(exchange),
      explain: (pasted) => explainPasted(pasted, services).diagnoses,
    },
    budget: {
      remaining(connectionId) {
        const connection = connections.get(connectionId);
        return budget.remaining(connection, connections.definitionOf(connection));
      },
    },
  };
}
