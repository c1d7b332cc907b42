/**
 * The format in which a service is described: data, the same for the services on board and for a person's own.
 * Everything that tells one service from another is here; no code elsewhere names a service.
 */
import * as v from 'valibot';
import { operation } from './operationSchema.ts';
import {
  baseUrl,
  field,
  fields,
  headerName,
  path,
  pattern,
  positive,
  positiveInteger,
  text,
  webPage,
} from './schemaParts.ts';

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

/** How a secret travels in a header: `Authorization` with `Bearer ` before it, say. */
const carrier = v.strictObject({
  header: headerName,
  prefix: v.optional(v.pipe(v.string(), v.regex(/^[\x20-\x7e]*$/u, 'has characters that a header may not have'))),
});

const auth = v.variant('type', [
  v.strictObject({ type: v.literal('bearer') }),
  v.strictObject({ type: v.literal('header'), header: headerName }),
  v.strictObject({
    /** The key is exchanged for a token that lives for a while; requests carry the token. */
    type: v.literal('exchange'),
    method: v.picklist(['GET', 'POST', 'PUT']),
    path,
    /** How the key travels in the exchange. */
    key: carrier,
    /** Where the token stands in the answer. */
    token: field,
    /** How the token travels afterwards. */
    carrier,
    lifetimeSeconds: positive,
    /** A token of this age is replaced before it is used again. */
    renewAfterSeconds: positive,
  }),
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
  v.strictObject({
    /** A placeholder of the path, such as `{project_id}`, is filled with the project's id. */
    by: v.literal('path'),
    parameter: text,
  }),
  v.strictObject({
    /** The project is named when the key is exchanged, and the token stands for it. */
    by: v.literal('token'),
    /** The field of the exchange's JSON body that names the project; left out, the service takes its default. */
    field: text,
    type: v.picklist(['integer', 'text']),
  }),
  v.strictObject({ by: v.literal('none') }),
]);

const size = {
  /** Entries that a page of the tree asks for, and the most that the service gives. */
  size: positiveInteger,
  maximumSize: positiveInteger,
};

const pages = v.variant('type', [
  v.strictObject({
    type: v.literal('links'),
    /** Where the link to the next page stands; null or absent at the end. */
    next: field,
    sizeParameter: text,
    ...size,
  }),
  v.strictObject({
    /** The answer names a value that the next request hands back. A page may be empty before the end. */
    type: v.literal('cursor'),
    next: field,
    /** The query parameter or body field that takes the value. */
    parameter: text,
    in: v.picklist(['query', 'body']),
    sizeParameter: text,
    ...size,
  }),
  v.strictObject({ type: v.literal('offset'), offsetParameter: text, sizeParameter: text, ...size }),
  v.strictObject({ type: v.literal('none') }),
]);
export type Pages = v.InferOutput<typeof pages>;

const collection = v.strictObject({
  /** The path of the list operation. */
  path,
  /** GET where left out. A list that is asked for with POST only reads. */
  method: v.optional(v.picklist(['GET', 'POST'])),
  /** Where its entries stand, and how it is paged, where that differs from the rest of the service. */
  items: v.optional(fields),
  pages: v.optional(pages),
  /** The field of an entry that is its id; `id` where left out. */
  id: v.optional(field),
  title: text,
  level: v.picklist(['project', 'organization']),
  /** Texts in which `{field}` stands for a value of the entry: the row's name and the dim words behind it. */
  label: v.array(text),
  description: v.optional(text),
  /** A field whose value is the entry's state, and what each of its values means. */
  state: v.optional(v.strictObject({ field: text, good: v.array(text), bad: v.array(text), idle: v.array(text) })),
  /** The address of the entry's page for people, with fields of the entry in it, such as `{metadata.flare_url}`. */
  page: v.optional(text),
  /** The path of one entry, with `{id}` in it. */
  entry: v.optional(path),
});
export type Collection = v.InferOutput<typeof collection>;

/** The causes that a service's words or codes can name. The rest is for facts to tell. */
const namedCause = v.picklist([
  'key-missing',
  'key-malformed',
  'key-wrong-kind',
  'key-wrong-service',
  'key-invalid',
  'key-expired',
  'token-expired',
  'region-mismatch',
  'project-missing',
  'project-unknown',
  'project-outside-key',
  'project-conflict',
  'needs-broader-key',
  'permission-none',
  'permission-read-only',
  'permission-missing',
  'role-insufficient',
  'rate-limited',
  'blocked-before-service',
  'wrong-address',
  'clock-skew',
  'service-down',
  'not-found',
  'invalid-request',
]);

/** A text that the service uses, and the cause that it names. Group: `permission`, the name of one that lacks. */
const refusalText = v.strictObject({
  pattern,
  /** The statuses with which it means that; any where left out. */
  status: v.optional(v.array(v.number())),
  cause: namedCause,
});
export type RefusalText = v.InferOutput<typeof refusalText>;

/** A code that the service documents, and the cause that it names. Small and capital letters are the same. */
const refusalCode = v.strictObject({ code: text, status: v.optional(v.array(v.number())), cause: namedCause });

/** Another secret of the service, which is no key: how it begins, and what it is, in words: "write token". */
const otherSecret = v.strictObject({ pattern, summary: text });

const keyCheck = v.strictObject({
  path,
  /** What the answer tells of the key, where the service has an endpoint for that. */
  tells: v.optional(
    v.strictObject({
      /** A field that tells how far the key reaches, and its values; any other value tells nothing. */
      kind: v.optional(v.strictObject({ field, allProjects: v.array(text), oneProject: v.array(text) })),
      /** The id of the project that a project-bound key is bound to. */
      project: v.optional(field),
      /** When the key expires (ISO 8601). */
      expiresAt: v.optional(field),
      organization: v.optional(field),
    }),
  ),
});

export const definitionSchema = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z][a-z0-9-]*$/u, 'is made of small letters, digits and hyphens')),
  name: text,
  /** What the service calls a project, for one and for several. */
  projectTerm: v.strictObject({ one: text, many: text }),
  /** The name under which a shell holds the key in copied commands. */
  environmentVariable: v.pipe(text, v.regex(/^[A-Z][A-Z0-9_]*$/u)),
  documentation: v.optional(webPage),
  /** The page on which a person makes and revokes keys. */
  keyPage: v.optional(webPage),
  /** Where the facts of this definition are from. */
  sources: v.array(text),
  regions: v.pipe(
    v.array(
      v.strictObject({
        id: text,
        name: text,
        baseUrl,
        /** Other addresses of the same region. */
        alternatives: v.optional(v.array(baseUrl)),
      }),
    ),
    v.minLength(1),
  ),
  keys: v.strictObject({
    patterns: v.array(keyPattern),
    /** Secrets that people put where the key belongs. */
    others: v.optional(v.array(otherSecret)),
  }),
  auth,
  scope,
  /** A read that needs the key and no project, and tells by its answer whether the key is good. */
  keyCheck,
  projects: v.strictObject({
    path,
    items: fields,
    id: fields,
    slug: v.optional(text),
    name: fields,
    pages: v.optional(pages),
  }),
  /** Where the entries of lists stand, and how lists are paged. */
  items: fields,
  pages,
  budget: v.optional(
    v.strictObject({
      /** Each counts apart. Operations spend from the first unless they name another. */
      classes: v.pipe(
        v.array(v.strictObject({ id: text, calls: positiveInteger, perSeconds: positive })),
        v.minLength(1),
      ),
      /** Added to what Retry-After says, for a service that rounds it down. */
      retryAfterExtraSeconds: v.optional(v.number()),
      /** The wait after a refusal that names none. */
      waitSeconds: v.optional(positive),
    }),
  ),
  errors: v.strictObject({
    /** A field that is `false` in a refusal, for services that answer one with status 200. */
    successFlag: v.optional(field),
    /** Where a stable code of the error stands. */
    code: v.optional(field),
    /** Where the text of an error stands in its body. */
    message: v.array(field),
    /** Where a rejected body's fields are named, as an object from field to texts. */
    fields: v.optional(field),
    /** The same as a list of objects, each with a name (a text or a list of its parts) and a text. */
    fieldList: v.optional(v.strictObject({ items: field, name: field, message: field })),
    texts: v.array(refusalText),
    codes: v.optional(v.array(refusalCode)),
  }),
  collections: v.array(collection),
  operations: v.array(operation),
});

export type ServiceDefinition = v.InferOutput<typeof definitionSchema>;
export type Scope = ServiceDefinition['scope'];
export type Auth = ServiceDefinition['auth'];
