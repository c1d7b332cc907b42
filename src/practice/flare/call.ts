import { type Answer, json } from '../shared/answer.ts';
import type { Body } from '../shared/fastApi.ts';
import type { PracticeRequest } from '../shared/server.ts';
import type { Variants } from '../shared/variants.ts';
import type { FlareKey } from './keys.ts';
import type { Organization } from './organization.ts';
import type { Token } from './tokens.ts';
import type { FLARE_VARIANTS } from './variants.ts';

export type FlareVariants = Variants<typeof FLARE_VARIANTS>;

/** A request that has passed every gate: its token is good, and the budget allowed it. */
export interface Call {
  readonly organization: Organization;
  readonly key: FlareKey;
  readonly token: Token;
  readonly tenantId: number;
  readonly parameters: Readonly<Record<string, string>>;
  readonly request: PracticeRequest;
  readonly body: Body;
  readonly variants: FlareVariants;
  /** The moment of the call, as Flare writes it. */
  readonly now: string;
}

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Counts toward the global search quota and against the search limit, not the basic one. */
  readonly search?: boolean;
  /** For administrators of the organization that the path names. */
  readonly admin?: boolean;
  run(call: Call): Answer;
}

/** A refusal in the shape that the path's generation of the API uses. */
export function refused(
  about: { readonly request: PracticeRequest; readonly variants: FlareVariants },
  status: number,
  code: string,
  message: string,
): Answer {
  const body = status === 401 || status === 403 ? about.variants.get('refusal-body') : 'documented';
  if (body === 'empty') return { status, headers: {}, body: '' };
  if (body === 'message') return json(status, { message });
  const old = /^\/firework\/v[23]\//.test(about.request.path) && about.variants.get('v2-errors') === 'flat';
  return json(status, old ? { code, message } : { error: { code, message } });
}

export const notFound = (call: Call) => refused(call, 404, 'NOT_FOUND', 'not found');

/** The number in a path, or undefined where the text is none. */
export function numberOf(call: Call, parameter: string): number | undefined {
  const text = call.parameters[parameter] ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Operations under many paths that share a way of answering. */
export const get = (path: string, run: Operation['run'], more: Partial<Operation> = {}): Operation => ({
  method: 'GET',
  path,
  ...more,
  run,
});
export const post = (path: string, run: Operation['run'], more: Partial<Operation> = {}): Operation => ({
  ...get(path, run, more),
  method: 'POST',
});
