import * as v from 'valibot';
import { path, text, webPage } from './schemaParts.ts';

const parameter = v.strictObject({
  name: text,
  type: v.optional(v.picklist(['text', 'integer', 'number', 'boolean', 'date-time', 'list', 'object', 'file'])),
  required: v.optional(v.boolean()),
  /** May be given several times. */
  repeatable: v.optional(v.boolean()),
  values: v.optional(v.array(v.union([v.string(), v.number(), v.boolean()]))),
  minimum: v.optional(v.number()),
  maximum: v.optional(v.number()),
  summary: v.optional(text),
});
export type Parameter = v.InferOutput<typeof parameter>;

export const operation = v.strictObject({
  method: v.picklist(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']),
  path,
  title: text,
  /** The heading under which the service's documentation lists it. */
  group: text,
  /** Whether it only reads. Left out: GET, HEAD and OPTIONS read, the others may change something. */
  reads: v.optional(v.boolean()),
  pathParameters: v.optional(v.array(parameter)),
  query: v.optional(v.array(parameter)),
  body: v.optional(v.array(parameter)),
  /** The permission or scope that the service names for it. */
  permission: v.optional(text),
  /** The part of the service that a permission covers, such as `uptime`. */
  area: v.optional(text),
  documentation: v.optional(webPage),
  deprecated: v.optional(v.boolean()),
  /** The budget class that it spends from; the first one where left out. */
  budget: v.optional(text),
  /** Fields of its answer that hold a secret which is shown this once: names joined with dots, through lists too. */
  secrets: v.optional(v.array(text)),
  /** What a person should know before sending it. */
  note: v.optional(text),
});
export type Operation = v.InferOutput<typeof operation>;
