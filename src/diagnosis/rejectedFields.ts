import { singleLine } from '../base/text.ts';
import { asText, valueAt } from '../client/json.ts';
import type { ServiceDefinition } from '../services/definition.ts';

/** A part of a request that the service would not take. */
export interface RejectedField {
  readonly field: string;
  readonly message: string;
  /** Where it stood, where the service tells: `header`, `path`, `query`, `body`. */
  readonly place?: string;
}

const MOST = 50;
const PLACES = /^(?:headers?|path|query|body|cookies?)$/iu;
/** Where services put the names of fields, beside what a definition says: FastAPI, Laravel, JSON:API, problem+json. */
const USUAL_LISTS = [
  'detail',
  'errors',
  'error.errors',
  'error.details',
  'violations',
  'invalid_params',
  'invalid-params',
];
const USUAL_MAPS = ['errors', 'error.errors', 'error.fields', 'fields', 'error.details'];
const NAMES = [
  'loc',
  'field',
  'name',
  'source.pointer',
  'source.parameter',
  'source.header',
  'pointer',
  'param',
  'property',
  'propertyPath',
  'path',
];
const MESSAGES = ['msg', 'message', 'detail', 'reason', 'description', 'title', 'code'];

/** What stands for the whole request where a field's name is expected. */
export const OF_NO_FIELD = /^(?:base|_*all_*|_|_?global|general|_?errors?|non_?field_?errors?|request)$/iu;

/** The fields of a rejected body, in any form that is usual. Pure; never more than fifty. */
export function rejectedFields(json: unknown, { errors }: ServiceDefinition): readonly RejectedField[] {
  const { fieldList } = errors;
  const lists = [
    ...(fieldList ? [listed(valueAt(json, fieldList.items), [fieldList.name], [fieldList.message])] : []),
    ...(errors.fields === undefined ? [] : [mapped(valueAt(json, errors.fields))]),
    ...USUAL_LISTS.map((path) => listed(valueAt(json, path), NAMES, MESSAGES)),
    ...USUAL_MAPS.map((path) => mapped(valueAt(json, path))),
    ...envelopesOf(json).flatMap((name) => ['errors', 'fields'].map((own) => mapped(valueAt(json, `${name}.${own}`)))),
  ];
  return lists.find((list) => list.length > 0)?.slice(0, MOST) ?? [];
}

/** What a service puts its refusal into, whatever it calls it: `{"problem": {...}}`. */
function envelopesOf(json: unknown): readonly string[] {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return [];
  const names = Object.entries(json).flatMap(([name, value]) => (typeof value === 'object' ? [name] : []));
  return names.filter((name) => !/^(?:data|meta|request|input|errors?)$/iu.test(name)).slice(0, 5);
}

/** `{"name": ["is required"]}`. */
function mapped(value: unknown): readonly RejectedField[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([field, told]) => {
    const first: unknown = Array.isArray(told) ? told[0] : told;
    const message = asText(first) ?? asText(valueAt(first, 'message'));
    return message === undefined || OF_NO_FIELD.test(field)
      ? []
      : [{ field: singleLine(field, 60), message: singleLine(message, 160) }];
  });
}

/** Objects, each with a name (a text, or its parts such as `["body", "name"]`) and words. */
function listed(value: unknown, names: readonly string[], messages: readonly string[]): readonly RejectedField[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST).flatMap((entry: unknown) => {
    // GraphQL's path is a place in the answer.
    if (valueAt(entry, 'extensions') !== undefined || valueAt(entry, 'locations') !== undefined) return [];
    const name = names.map((path) => valueAt(entry, path)).find((found) => found !== undefined && found !== '');
    const parts = Array.isArray(name) ? name.map((part) => asText(part) ?? '') : partsOf(asText(name));
    if (parts.join('') === '') return [];
    const place =
      parts.length > 1 && PLACES.test(parts[0] ?? '') ? parts[0]?.toLowerCase().replace(/s$/u, '') : undefined;
    const message = messages.map((path) => asText(valueAt(entry, path))).find((text) => text !== undefined) ?? '';
    return [
      {
        field: singleLine(parts.join('.'), 60),
        message: singleLine(message, 160),
        ...(place !== undefined && { place }),
      },
    ];
  });
}

/** `/data/attributes/name` of JSON:API as its parts. */
function partsOf(name: string | undefined): readonly string[] {
  if (name === undefined) return [''];
  return name.startsWith('/')
    ? name.split('/').filter((part) => part !== '' && part !== 'data' && part !== 'attributes')
    : [name];
}
