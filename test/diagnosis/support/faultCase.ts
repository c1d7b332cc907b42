import type { RequestDraft } from '../../../src/client/draft.ts';
import type { Exchange, Failure } from '../../../src/client/exchange.ts';
import type { CauseId } from '../../../src/diagnosis/diagnosis.ts';
import type { Desk } from '../../support/desk.ts';
import type { Fault, Reply } from '../../support/faultServer.ts';
import type { ServiceId, ServiceModel } from '../../support/faultModel.ts';
import { models } from '../../support/faultServices.ts';
import type { ManualClock } from '../../support/manualClock.ts';
import type { LoopbackServer } from '../../support/server.ts';

/**
 * What must hold of the list in one mode. `first`: the true cause stands first. A list of causes: not even an expert
 * could tell from what is known; one of them or the true one stands first, and the true one is among the first three.
 * `open`: the mode knows too little even for that; only nothing wrong may be called proved.
 */
export type Expected = 'first' | 'open' | readonly CauseId[] | AnyOf;

/** One of these, or the true cause, is among the first three: they cannot be told apart, and there are more than three. */
export interface AnyOf {
  readonly anyOf: readonly CauseId[];
}

/** Three ways to ask for the causes: from the facts alone, with probes, and of the same answer pasted. */
export interface Expectations {
  readonly offline?: Expected;
  readonly probed?: Expected;
  readonly pasted?: Expected;
}

export interface Scene {
  readonly desk: Desk;
  /** The connection that the case asks from. */
  readonly connection: string;
  readonly server: LoopbackServer;
  readonly clock: ManualClock;
  send(draft?: Partial<RequestDraft>): Promise<Exchange>;
}

export interface Situation {
  readonly service: ServiceId | 'beacon';
  readonly name: string;
  readonly faults?: readonly Fault[];
  readonly key?: string;
  /** In place of the model's read. */
  readonly draft?: Partial<RequestDraft>;
  readonly selected?: string;
  /** Where the connection points, and the state of the service's other regions; those not named cannot be reached. */
  readonly region?: string;
  readonly otherRegions?: Readonly<Record<string, readonly Fault[]>>;
  /** What happens after the connection was added and before the request. */
  readonly before?: (scene: Scene) => Promise<unknown>;
  /** An address in place of the loopback server's. */
  readonly address?: string;
  /** A server of another kind in place of the loopback one. */
  readonly server?: () => Promise<{ readonly address: string } & AsyncDisposable>;
  readonly timeoutMs?: number;
  /** What stands in place of the network, where no socket of Node can bring it about. */
  readonly failure?: Failure;
  /** What must arrive, so that the case measures what it means; the status of the first fault unless told otherwise. */
  readonly arrives?: number | Failure['kind'];
}

export interface FaultCase extends Situation, Expectations {
  readonly cause: CauseId;
  /** Where diagnosis.md gives what is not yet known a cause of its own, as it does for a permission that is only named. */
  readonly causeUnprobed?: CauseId;
  /** What is known for certain has to be called proved, in the exchange's own diagnosis. */
  readonly isProvable?: boolean;
}

/** An answer that is fine: no list but the empty one is right. */
export interface HealthyCase extends Situation {
  readonly arrives: number;
}

/** An answer that is known only from a paste. */
export interface PastedCase {
  readonly service: ServiceId;
  readonly cause: CauseId | null;
  readonly name: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly request?: string;
  readonly pasted: Expected;
}

/** One way in which a refusal is worded. */
export interface Wording extends Expectations {
  readonly status: number;
  /** A text in the service's own shape. */
  readonly text?: string;
  readonly code?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** A body as it is, of something that does not keep to the service's shape. */
  readonly body?: string | object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a service calls a project. */
const terms: Readonly<Record<string, string>> = { flare: 'tenant', quayside: 'dock' };

/** An English text with the service's own word for a project. */
function inTerms({ id }: ServiceModel, text: string): string {
  const term = terms[id];
  if (term === undefined) return text;
  const title = term.slice(0, 1).toUpperCase() + term.slice(1);
  return text.replaceAll(/\bproject(?=s?\b|_)/gu, term).replaceAll(/\bProject/gu, title);
}

export function said(model: ServiceModel, wording: Wording): Reply {
  const { status, text: general, code, fields: generalFields, body, headers } = wording;
  const fields =
    generalFields &&
    Object.fromEntries(Object.entries(generalFields).map(([name, own]) => [inTerms(model, name), inTerms(model, own)]));
  const text = general === undefined ? undefined : inTerms(model, general);
  if (text !== undefined || fields !== undefined) {
    return model.refuse(status, text ?? '', {
      ...(code && { code }),
      ...(fields && { fields }),
      ...(headers && { headers }),
    });
  }
  return { status, ...(headers && { headers }), ...(body !== undefined && { body }) };
}

function expectationsOf({ offline, probed, pasted }: Expectations): Expectations {
  return { ...(offline && { offline }), ...(probed && { probed }), ...(pasted && { pasted }) };
}

/** A short name of a wording: its status and the beginning of what it says. */
export function nameOf({ status, text, body, fields, headers }: Wording): string {
  const said =
    text ?? (typeof body === 'object' ? JSON.stringify(body) : body) ?? (fields ? JSON.stringify(fields) : '');
  const plain = said.replaceAll(/<[^>]*>|\s+/gu, ' ').trim();
  const words = plain === '' ? (headers ? JSON.stringify(headers) : 'no text') : plain;
  return `${status} ${words.length > 70 ? `${words.slice(0, 70)}…` : words}`;
}

type Built = Omit<FaultCase, 'service' | 'cause' | 'name'> & { readonly name?: string };

/**
 * Gives each wording to some of the services in turn, so that each service meets many and no pair occurs twice.
 * @param times how many services meet each wording.
 */
export function spread(
  cause: CauseId,
  services: readonly ServiceId[],
  wordings: readonly Wording[],
  build: (model: ServiceModel, wording: Wording) => Built,
  times = 2,
): readonly FaultCase[] {
  return wordings.flatMap((wording, index) =>
    Array.from({ length: Math.min(times, services.length) }, (_, turn) => {
      const service = services[(index + turn * Math.max(1, Math.floor(services.length / times))) % services.length];
      if (!service) throw new Error('No service is named.');
      const { name, ...rest } = build(models[service], wording);
      const shown = `${name === undefined ? '' : `${name}: `}${nameOf(wording)}`;
      return { service, cause, ...expectationsOf(wording), ...rest, name: shown };
    }),
  );
}
