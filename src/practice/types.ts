import type { PlantedFault, PlantedFaultHandle } from './shared/faults.ts';
import type { RecordedRequest } from './shared/record.ts';

export interface PracticeOptions {
  /** The clock of the call budgets and of what is written, in milliseconds since 1970-01-01 UTC. */
  readonly now?: () => number;
  /** The loopback port of Phare; 0 or none takes a free one. The other services always take free ones. */
  readonly port?: number;
  /** Calls that one organization of Phare may make in a minute; 100 as documented unless told otherwise. */
  readonly callsPerMinute?: number;
  /** Which stand-ins to start; all of them when left out. */
  readonly services?: readonly PracticeServiceName[];
  readonly logfire?: LogfireOptions;
  readonly flare?: FlareOptions;
}

export type PracticeServiceName = 'phare' | 'logfire' | 'flare' | 'wellows';

export interface LogfireOptions {
  /** Calls that one organization may make in a minute. Logfire documents no number; 600 unless told otherwise. */
  readonly callsPerMinute?: number;
}

export interface FlareOptions {
  /** Calls that one organization may make in a second, searches aside; 4 as documented unless told otherwise. */
  readonly basicPerSecond?: number;
  /** Global searches that one organization may make in a second; 1 as documented unless told otherwise. */
  readonly searchPerSecond?: number;
  /** Global searches left to each organization at the start; 500 unless told otherwise. */
  readonly globalSearches?: number;
}

/** The running stand-ins. */
export interface Practice {
  readonly services: readonly PracticeService[];
  /** Refusals that the running stand-ins can be made to give, by service and then by what is wrong. */
  readonly refusals: readonly PracticeRefusal[];
  /** What cannot be practised here, and why. */
  readonly unprovoked: readonly UnprovokedRefusal[];
  /** Ends every server and cuts every open connection. A second call does nothing. */
  stop(): Promise<void>;
}

/** One way in which a request goes wrong, to be provoked by a person's Send. */
export interface PracticeRefusal {
  /** The id of the cause, as in `key-invalid`. */
  readonly cause: string;
  readonly service: string;
  /** What is wrong, in a sentence. */
  readonly summary: string;
  readonly connection: {
    readonly label: string;
    /** May be no key at all, or a text that cannot be one. */
    readonly key: string;
    readonly baseUrl: string;
    readonly region?: string;
    readonly baseUrls?: Readonly<Record<string, string>>;
  };
  /** Sent first, so that something is known of the key. Reads only. */
  readonly before: readonly PracticeRequestDraft[];
  readonly request: PracticeRequestDraft;
  /** Mends whatever was made to go wrong before, and makes this go wrong. */
  prepare(): void;
}

export interface UnprovokedRefusal {
  readonly cause: string;
  /** Undefined for all services. */
  readonly service?: string;
  readonly why: string;
}

/** A request that a person is about to send. */
export interface PracticeRequestDraft {
  readonly method: string;
  /** Below the base URL. */
  readonly path: string;
  /** The project to name the way the service wants it; none where left out. */
  readonly project?: string;
  /** As typed by hand. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface PracticeService {
  readonly service: string;
  /** Of a service with several regions, each of which is an entry of its own, with its own accounts and control. */
  readonly region?: string;
  /** `http://127.0.0.1:PORT`, for Wellows with `/api/v1`; without a slash at the end. */
  readonly baseUrl: string;
  /** The addresses of all regions by name, this one's too. Missing where a service has no regions. */
  readonly baseUrls?: Readonly<Record<string, string>>;
  /** Ready-made connections to offer a person; ids never change between versions. */
  readonly connections: readonly PracticeConnection[];
  readonly control: PracticeControl;
}

export interface PracticeConnection {
  readonly id: string;
  readonly label: string;
  readonly key: string;
  /** The region whose account the key belongs to, where the service has regions. */
  readonly region?: string;
  /** One sentence on what this key reaches. */
  readonly summary: string;
}

/** What a test, or a person trying things out, can do to a stand-in while it runs. */
export interface PracticeControl {
  /** The latest requests, oldest first, at most 2,000. */
  readonly requests: readonly RecordedRequest[];
  /** Every key that this stand-in knows, by a stable name, the ones that are not offered as connections too. */
  readonly keys: Readonly<Record<string, string>>;
  /** Empties the record of requests. */
  forget(): void;
  /** Makes matching requests go wrong in a chosen way, until the fault is used up or removed. */
  plant(fault: PlantedFault): PlantedFaultHandle;
  /** From now on the key is unknown to the service. @throws when it never was known. */
  revoke(key: string): void;
  /** Makes every revoked key valid again. */
  restore(): void;
  /** Sets one switch for something the documents leave open. @throws for an unknown name or value. */
  variant(name: string, value: string): void;
  /** Starts every organization's budget anew. */
  refill(): void;
  /** Takes back every fault, revocation and variant; data, budgets and record stay as they are. */
  mend(): void;
  /** Back to the start: data, keys, variants, budget, faults and record. */
  reset(): void;
}
