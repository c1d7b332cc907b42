import { type Answer, json } from './answer.ts';
import { isObject } from './fields.ts';
import { isUuid } from './rows.ts';

/** One entry of a FastAPI 422: where, what, and which rule. Logfire and Flare's v4 declare this shape. */
export interface Problem {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
}

type Finding = { readonly msg: string; readonly type: string } | undefined;
export type Test = (value: unknown) => Finding;
export interface Field {
  readonly test: Test;
  readonly required: boolean;
}
export type Fields = Readonly<Record<string, Field>>;
export type Body = Readonly<Record<string, unknown>>;

export const must = (test: Test): Field => ({ test, required: true });
export const may = (test: Test): Field => ({ test, required: false });

export function unprocessable(...problems: readonly Problem[]): Answer {
  return json(422, { detail: problems });
}

export const missing = (...loc: readonly (string | number)[]): Problem => ({
  loc,
  msg: 'Field required',
  type: 'missing',
});

/** The JSON object a request carries, or 422; an empty body is an object without fields. */
export function jsonObject(text: string): { readonly fields: Body } | Answer {
  if (text.trim() === '') return { fields: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return { fields: value };
    return unprocessable({ loc: ['body'], msg: 'Input should be a valid dictionary', type: 'dict_type' });
  } catch {
    return unprocessable({ loc: ['body', 0], msg: 'JSON decode error', type: 'json_invalid' });
  }
}

/**
 * The known fields of a body, and what is wrong with them. With `partial` nothing is required. Null is let through for
 * optional fields only; fields that nobody named are dropped.
 */
export function readBody(body: Body, fields: Fields, partial = false): { values: Body; problems: readonly Problem[] } {
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const value = body[name];
    if (value === undefined) {
      if (field.required && !partial) problems.push(missing('body', name));
      continue;
    }
    const finding = value === null && !field.required ? undefined : field.test(value);
    if (finding !== undefined) problems.push({ loc: ['body', name], ...finding });
    values[name] = value;
  }
  return { values, problems };
}

export const aString =
  (shortest = 0, longest = 5000, pattern?: RegExp): Test =>
  (value) => {
    if (typeof value !== 'string') return { msg: 'Input should be a valid string', type: 'string_type' };
    if (value.length < shortest) {
      return { msg: `String should have at least ${shortest} characters`, type: 'string_too_short' };
    }
    if (value.length > longest) {
      return { msg: `String should have at most ${longest} characters`, type: 'string_too_long' };
    }
    if (pattern === undefined || pattern.test(value)) return undefined;
    return { msg: `String should match pattern '${pattern.source}'`, type: 'string_pattern_mismatch' };
  };

export const aUuid: Test = (value) =>
  isUuid(value) ? undefined : { msg: 'Input should be a valid UUID', type: 'uuid_parsing' };

export const aBoolean: Test = (value) =>
  typeof value === 'boolean' ? undefined : { msg: 'Input should be a valid boolean', type: 'bool_type' };

export const anInteger =
  (least = 0, most = Number.MAX_SAFE_INTEGER): Test =>
  (value) => {
    if (!Number.isSafeInteger(value)) return { msg: 'Input should be a valid integer', type: 'int_type' };
    const number = value as number;
    if (number < least) {
      return { msg: `Input should be greater than or equal to ${least}`, type: 'greater_than_equal' };
    }
    return number > most
      ? { msg: `Input should be less than or equal to ${most}`, type: 'less_than_equal' }
      : undefined;
  };

export const oneOf =
  (...values: readonly string[]): Test =>
  (value) => {
    if (values.includes(value as string)) return undefined;
    const quoted = values.map((allowed) => `'${allowed}'`);
    const last = quoted.pop() ?? '';
    return { msg: `Input should be ${quoted.length > 0 ? `${quoted.join(', ')} or ` : ''}${last}`, type: 'enum' };
  };

export const aList =
  (test: Test): Test =>
  (value) => {
    if (!Array.isArray(value)) return { msg: 'Input should be a valid list', type: 'list_type' };
    for (const item of value) {
      const finding = test(item);
      if (finding !== undefined) return finding;
    }
    return undefined;
  };

export const anObject: Test = (value) =>
  isObject(value) ? undefined : { msg: 'Input should be a valid dictionary', type: 'dict_type' };

/** A date, or a date with a time, in ISO 8601. */
export const aMoment: Test = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : { msg: 'Input should be a valid datetime', type: 'datetime_parsing' };

/** A duration in ISO 8601, such as `PT5M`. */
export const aDuration: Test = (value) =>
  typeof value === 'string' && /^P(?=.)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/.test(value)
    ? undefined
    : { msg: 'Input should be a valid timedelta', type: 'time_delta_parsing' };

/** A whole number of the query, its default where it is missing, or what is wrong with it. */
export function queryInteger(
  query: URLSearchParams,
  name: string,
  standard: number,
  least: number,
  most: number,
): number | Problem {
  const text = query.get(name);
  if (text === null) return standard;
  const finding = anInteger(least, most)(/^-?\d{1,15}$/.test(text) ? Number(text) : undefined);
  return finding === undefined ? Number(text) : { loc: ['query', name], ...finding };
}
