/**
 * The format in which a service is described: data, the same for the services on board and for a person's own.
 * Everything that tells one service from another is here; no code elsewhere names a service.
 */
import * as v from 'valibot';
import { checkBaseUrl } from './baseUrl.ts';

const text = v.pipe(v.string(), v.nonEmpty());
/** A regular expression as text, with the `u` flag and the named groups that its use states. */
const pattern = v.pipe(
  text,
  v.check((source) => {
    try {
      return Boolean(new RegExp(source, 'u'));
    } catch {
      return false;
    }
  }, 'is not a regular expression'),
);
const headerName = v.pipe(text, v.regex(/^[\w!#$%&'*+.^`|~-]+$/u, 'is not the name of a header'));
/** Where requests go: the same rules as for an address that a person gives. */
const baseUrl = v.pipe(
  text,
  v.check((url) => {
    const checked = URL.canParse(url) ? checkBaseUrl(url, url) : undefined;
    return checked?.ok === true && checked.value === url;
  }, 'must be an https address, or an http address of this machine, without slash, query or user name'),
);
/** A path below the base URL; `/projects/*` also covers everything below `/projects/`. */
const path = v.pipe(v.string(), v.startsWith('/', 'must begin with /'));
/** Names of nested fields joined with dots, such as `links.next`; empty for the whole body. */
const field = v.string();

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

const operation = v.strictObject({
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
  documentation: v.optional(text),
});
export type Operation = v.InferOutput<typeof operation>;

const keyKind = v.picklist(['all-projects', 'one-project', 'unknown']);
/** How far a key reaches, as far as it is known. */
export type KeyKind = v.InferOutput<typeof keyKind>;

const keyPattern = v.strictObject({
  /**
   * The beginning that tells such keys, not the whole key: a text that is nothing more is refused as cut off.
   * Groups `region` and `organization`, where the key's own text tells them.
   */
  pattern,
  kind: keyKind,
  /** What such a key is, in words: "organization key". */
  summary: text,
});

const auth = v.variant('type', [
  v.strictObject({ type: v.literal('bearer') }),
  v.strictObject({ type: v.literal('header'), header: headerName }),
]);

const scope = v.variant('by', [
  v.strictObject({
    by: v.literal('header'),
    /** Carries the project's id. */
    header: headerName,
    /** Carries the project's slug where only that is known. Never sent together with `header`. */
    slugHeader: v.optional(headerName),
    /** What an id looks like; anything else named as a project is a slug. */
    idPattern: v.optional(pattern),
    /** Paths that take no project. */
    exempt: v.array(path),
  }),
  v.strictObject({ by: v.literal('none') }),
]);

const pages = v.variant('type', [
  v.strictObject({
    type: v.literal('links'),
    /** Where the link to the next page stands; null or absent at the end. */
    next: field,
    sizeParameter: text,
    /** Entries that a page of the tree asks for, and the most that the service gives. */
    size: v.pipe(v.number(), v.integer(), v.minValue(1)),
    maximumSize: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  v.strictObject({ type: v.literal('none') }),
]);

const collection = v.strictObject({
  /** The path of the list operation. */
  path,
  title: text,
  level: v.picklist(['project', 'organization']),
  /** Texts in which `{field}` stands for a value of the entry: the row's name and the dim words behind it. */
  label: v.array(text),
  description: v.optional(text),
  /** A field whose value is the entry's state, and what each of its values means. */
  state: v.optional(v.strictObject({ field: text, good: v.array(text), bad: v.array(text), idle: v.array(text) })),
  /** The path of one entry, with `{id}` in it. */
  entry: v.optional(path),
});
export type Collection = v.InferOutput<typeof collection>;

/** A text that the service uses, and the cause that it names. Groups: `permission`, `header`. */
const refusalText = v.strictObject({
  pattern,
  status: v.optional(v.array(v.number())),
  cause: v.picklist(['permission-missing', 'project-missing', 'project-unknown', 'key-expired', 'rate-limited']),
});

const definition = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z][a-z0-9-]*$/u, 'is made of small letters, digits and hyphens')),
  name: text,
  /** What the service calls a project, for one and for several. */
  projectTerm: v.strictObject({ one: text, many: text }),
  /** The name under which a shell holds the key in copied commands. */
  environmentVariable: v.pipe(text, v.regex(/^[A-Z][A-Z0-9_]*$/u)),
  documentation: v.optional(text),
  /** The page on which a person makes and revokes keys. */
  keyPage: v.optional(text),
  /** Where the facts of this definition are from. */
  sources: v.array(text),
  regions: v.pipe(v.array(v.strictObject({ id: text, name: text, baseUrl })), v.minLength(1)),
  keys: v.strictObject({ patterns: v.array(keyPattern) }),
  auth,
  scope,
  /** A read that needs the key and no project, and tells by its answer whether the key is good. */
  keyCheck: v.strictObject({ path }),
  projects: v.strictObject({ path, items: field, id: text, slug: v.optional(text), name: text }),
  items: field,
  pages,
  budget: v.optional(
    v.strictObject({
      calls: v.pipe(v.number(), v.integer(), v.minValue(1)),
      perSeconds: v.pipe(v.number(), v.minValue(1)),
      /** Added to what Retry-After says, for a service that rounds it down. */
      retryAfterExtraSeconds: v.optional(v.number()),
    }),
  ),
  errors: v.strictObject({
    /** Where the text of an error stands in its body. */
    message: v.array(field),
    /** Where a rejected body's fields are named, as an object from field to texts. */
    fields: v.optional(field),
    texts: v.array(refusalText),
  }),
  collections: v.array(collection),
  operations: v.array(operation),
});

export type ServiceDefinition = v.InferOutput<typeof definition>;
export type Scope = ServiceDefinition['scope'];
export type Auth = ServiceDefinition['auth'];

/**
 * Reads a definition from parsed JSON.
 * @throws Error that names each wrong field by its path.
 */
export function parseDefinition(json: unknown): ServiceDefinition {
  const result = v.safeParse(definition, json);
  if (result.success) return result.output;
  const issues = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'the definition'}: ${issue.message}`);
  throw new Error(`This is not a service definition. ${issues.join('; ')}`);
}
