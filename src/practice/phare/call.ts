import { type Answer, json } from '../shared/answer.ts';
import type { Report } from '../shared/fields.ts';
import type { PracticeRequest } from '../shared/server.ts';
import type { Variants } from '../shared/variants.ts';
import type { PhareKey, Product } from './keys.ts';
import type { Organization } from './organization.ts';
import type { PHARE_VARIANTS } from './variants.ts';

export type PhareVariants = Variants<typeof PHARE_VARIANTS>;

/** A request that has passed every gate: the key is good, may do this, and the project is known. */
export interface Call {
  readonly organization: Organization;
  readonly key: PhareKey | undefined;
  /** 0, which no project has, on operations that take no project. */
  readonly projectId: number;
  readonly parameters: Readonly<Record<string, string>>;
  readonly request: PracticeRequest;
  readonly body: Readonly<Record<string, unknown>>;
  readonly variants: PhareVariants;
  /** The moment of the call, as Phare writes it. */
  readonly now: string;
}

export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** The product whose permission it needs; undefined where any key will do. */
  readonly product: Product | undefined;
  /** Whether the project headers are declared, and an organization key needs one. */
  readonly scoped: boolean;
  run(call: Call): Answer;
}

export const unauthorized = () => json(401, { message: 'Unauthorized' });
export const forbidden = (message: string) => json(403, { message });
export const notFound = () => json(404, { message: 'Resource not found' });

/** 403 in the documented words. That uptime's permissions are spelled like `platform:write` is inferred. */
export const permissionRequired = (permission: string) =>
  forbidden(`The ${permission} permission is required to perform this action.`);

/** 422 with its fields. The message repeats the first error and counts the others. */
export function unprocessable(errors: Readonly<Record<string, readonly string[]>>): Answer {
  const messages = Object.values(errors).flat();
  const others = messages.length - 1;
  const more = others > 0 ? ` (and ${others} more ${others === 1 ? 'error' : 'errors'})` : '';
  return json(422, { message: `${messages[0] ?? 'The given data was invalid.'}${more}`, errors });
}

/** Collects what is wrong with a request, field by field. */
export function errorCollector(): { readonly report: Report; answer(): Answer | undefined } {
  const errors: Record<string, string[]> = {};
  return {
    report: (field, message) => {
      (errors[field] ??= []).push(message);
    },
    answer: () => (Object.keys(errors).length > 0 ? unprocessable(errors) : undefined),
  };
}

/** The id in a path, or undefined where the text is none. */
export function idOf(call: Call, parameter: string): number | undefined {
  const text = call.parameters[parameter] ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** The values of a repeatable query parameter, written `name=a&name=b` or `name[]=a&name[]=b`. */
export function repeated(call: Call, name: string): readonly string[] {
  return [...call.request.query.getAll(name), ...call.request.query.getAll(`${name}[]`)];
}
