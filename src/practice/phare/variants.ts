/**
 * What Phare's documents leave open, one switch each; the first value is what this stand-in does unless told otherwise.
 * No default is a fact about Phare: whoever reads an answer must cope with every value.
 */
export const PHARE_VARIANTS = {
  /** Not documented: what an organization key without a project header gets. Lists declare 401 and 403 only. */
  'missing-project': ['401', '403', '422', '400'],
  /** Not documented: what a project gets that does not exist, or that another organization has. */
  'unknown-project': ['404', '403', '401', '422'],
  /** Not documented: whether a project header that is no integer differs from an unknown project. */
  'malformed-project-id': ['as-unknown', '422'],
  /** Not documented: what happens when id and slug name two projects. The SDK refuses to send both. */
  'both-project-headers': ['id-wins', 'slug-wins', '422'],
  /** Not documented: whether a project key may name another project; "no header needed" is all that is said. */
  'project-key-other-project': ['403', 'ignored', '404', '401'],
  /** Not documented: whether a project key may read `/projects`, and then sees just its own. */
  'project-key-lists-projects': ['own', '403', '401'],
  /** A project key "cannot manage projects"; the words it is told so in are not documented. */
  'project-key-manages-projects': ['permission', 'scope', '401'],
  /** The OpenAPI document asks for a key on `GET /`; nothing proves that the live service enforces it. */
  'root-needs-key': ['yes', 'no'],
  /** The body of a 429 is not documented; the default is what the framework it resembles says. */
  'too-many-body': ['message', 'empty', 'html'],
  /** Not documented: whether answers carry `X-RateLimit-Limit` and `X-RateLimit-Remaining`. */
  'rate-limit-headers': ['none', 'x-ratelimit'],
  /** Not documented: whether the links of a page keep `per_page` and the filters of the request. */
  'page-links': ['keep-query', 'page-only'],
  /** Not documented: what a body that is not JSON gets. */
  'bad-json': ['400', '422'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
