import type { RequestDraft } from '../../src/client/draft.ts';
import type { Reply, Understanding } from './faultServer.ts';

export type ServiceId = 'phare' | 'logfire' | 'flare' | 'wellows' | 'quayside';
export const serviceIds: readonly ServiceId[] = ['phare', 'logfire', 'flare', 'wellows', 'quayside'];

type Draft = Pick<RequestDraft, 'method' | 'path'> & Partial<RequestDraft>;

export interface Refusal {
  readonly code?: string;
  /** Fields of the content that are wrong, with what is wrong. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ServiceModel extends Understanding {
  readonly id: ServiceId;
  readonly key: string;
  /** A key of one project, where the service has such. */
  readonly narrowKey?: string;
  /** Where a key is exchanged for a token, for a service that does so. */
  readonly exchangePath?: string;
  readonly regions: readonly string[];
  /** The first is the one that requests name, and that a narrow key is bound to. */
  readonly projects: readonly [string, string];
  readonly area: string;
  /** A read of a project in `area`, another one there, one elsewhere, and a write in `area`. */
  readonly read: Draft;
  readonly neighbour: Draft;
  readonly elsewhere: Draft;
  readonly write: Draft;
  /** Something about the organization or all projects, that a narrow key may not do. */
  readonly broad?: Draft;
  /** The service's own refusal. */
  refuse(status: number, text: string, more?: Refusal): Reply;
}
