import type { PracticeConnection, PracticeControl, PracticeService } from '../types.ts';
import type { Answer } from './answer.ts';
import { FaultPlan } from './faults.ts';
import type { KeyRing } from './keyRing.ts';
import { RequestRecord } from './record.ts';
import { type PracticeRequest, startServer } from './server.ts';

/** What one stand-in brings along; the server, the record and the faults are the same for all. */
export interface ServiceParts<K extends { readonly text: string }> {
  readonly service: string;
  /** Of a service that has several, each with a server and accounts of its own. */
  readonly region?: string;
  /** What the service's base URL has after the origin; nothing, or `/path` without a slash at the end. */
  readonly basePath?: string;
  readonly port: number;
  readonly connections: readonly PracticeConnection[];
  readonly keys: Readonly<Record<string, K>>;
  readonly ring: KeyRing<K>;
  readonly variants: { set(name: string, value: string): void; reset(): void };
  answer(request: PracticeRequest): Answer;
  /** Starts all budgets anew. */
  refill(): void;
  /** Puts the service's data and budgets back to the start. */
  reset(): void;
}

export interface RunningService {
  readonly service: PracticeService;
  stop(): Promise<void>;
}

/** Starts one stand-in. @throws the system's error when the port cannot be had. */
export async function runService<K extends { readonly text: string }>(parts: ServiceParts<K>): Promise<RunningService> {
  const record = new RequestRecord();
  const faults = new FaultPlan();
  const server = await startServer({ port: parts.port, record, faults, answer: (request) => parts.answer(request) });
  const control: PracticeControl = {
    get requests() {
      return record.entries;
    },
    keys: Object.fromEntries(Object.entries(parts.keys).map(([name, key]) => [name, key.text])),
    forget: () => record.forget(),
    plant: (fault) => faults.plant(fault),
    revoke: (key) => parts.ring.revoke(key),
    restore: () => parts.ring.restore(),
    variant: (name, value) => parts.variants.set(name, value),
    refill: () => parts.refill(),
    mend: () => {
      faults.clear();
      parts.ring.restore();
      parts.variants.reset();
    },
    reset: () => {
      parts.reset();
      record.forget();
      control.mend();
    },
  };
  return {
    service: {
      service: parts.service,
      ...(parts.region === undefined ? {} : { region: parts.region }),
      baseUrl: server.baseUrl + (parts.basePath ?? ''),
      connections: parts.connections,
      control,
    },
    stop: () => server.stop(),
  };
}
