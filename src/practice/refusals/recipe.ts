import type { FaultAction } from '../shared/faults.ts';
import type { PracticeRequestDraft, PracticeService, UnprovokedRefusal } from '../types.ts';

/** How a refusal is provoked, as data. */
export interface Recipe {
  readonly cause: string;
  readonly summary: string;
  /** The name of one of the stand-in's keys, or a text in its place; the ground's key where left out. */
  readonly key?: string;
  readonly region?: string;
  readonly before?: readonly PracticeRequestDraft[];
  /** The ground's read where left out. */
  readonly request?: PracticeRequestDraft;
  readonly variants?: Readonly<Record<string, string>>;
  readonly fault?: RecipeFault;
}

export interface RecipeFault {
  /** Which requests go wrong; those like the recipe's own where left out. */
  readonly path?: RegExp;
  /** How many; all where left out. */
  readonly times?: number;
  readonly action: FaultAction | ((others: readonly PracticeService[]) => FaultAction);
}

/** What the refusals of one service have in common. */
export interface Ground {
  readonly service: string;
  readonly region?: string;
  /** The name of a key that may do all. */
  readonly key: string;
  /** A text that begins as the service's keys do, and is none of them. */
  readonly unknownKey: string;
  /** A key of another service, and that service's name. */
  readonly foreignKey: readonly [key: string, service: string];
  readonly read: PracticeRequestDraft;
  /** A read that the service documents, where `read` is none: from any other path a page may be what was asked for. */
  readonly documentedRead?: PracticeRequestDraft;
  /** A read of one entry that does not exist. */
  readonly missingEntry: PracticeRequestDraft;
  /** A change whose body lacks what it needs. */
  readonly incomplete: PracticeRequestDraft;
  /** What is for some roles only, and the text of its refusal. */
  readonly forRoles: PracticeRequestDraft;
  /** A refusal in the service's own shape. */
  readonly refuse: (status: number, message: string, headers?: Readonly<Record<string, string>>) => FaultAction;
}

/** The refusals of one service: how each is provoked, and which cannot be. */
export interface Refusals {
  readonly ground: Ground;
  readonly recipes: readonly Recipe[];
  readonly unprovoked: readonly Omit<UnprovokedRefusal, 'service'>[];
}

/** A refusal whose body is JSON. */
export function jsonRefusal(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): FaultAction {
  return {
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
