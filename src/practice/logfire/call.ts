import { type Answer, json } from '../shared/answer.ts';
import type { Body } from '../shared/fastApi.ts';
import type { Row } from '../shared/rows.ts';
import type { PracticeRequest } from '../shared/server.ts';
import type { Variants } from '../shared/variants.ts';
import type { Account } from './account.ts';
import type { LogfireKey } from './keys.ts';
import type { LOGFIRE_VARIANTS } from './variants.ts';

export type LogfireVariants = Variants<typeof LOGFIRE_VARIANTS>;

/** A request that has passed every gate: the key is good, has the scope, and the project of the path is known. */
export interface Call {
  readonly account: Account;
  readonly key: LogfireKey;
  /** The one project of a project key. */
  readonly ownProject: Row | undefined;
  /** The project of the path; an empty id where the path names none. */
  readonly project: Row;
  readonly parameters: Readonly<Record<string, string>>;
  readonly request: PracticeRequest;
  readonly body: Body;
  readonly variants: LogfireVariants;
  /** The moment of the call, as Logfire writes it. */
  readonly now: string;
}

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `/api` in front, as the hosts serve it. */
  readonly path: string;
  /** The scope it needs; undefined where any good key will do, null where none is asked for. */
  readonly scope: string | undefined | null;
  run(call: Call): Answer;
}

export const refused = (status: number, detail: string) => json(status, { detail });
export const notFound = (what = 'Not Found') => refused(404, what);
export const missingScope = (scope: string) => refused(403, `This token is missing the required scope: ${scope}.`);

/** Who made something with a key: the names are not documented to be the key's; they serve to be looked at. */
export const by = (call: Call) => `${call.key.label} (practice)`;
