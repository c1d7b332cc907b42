/**
 * What Logfire's documents leave open, one switch each; the first value is what this stand-in does unless told otherwise.
 * No default is a fact about Logfire: whoever reads an answer must cope with every value.
 */
export const LOGFIRE_VARIANTS = {
  /** Paths end in a slash. What a path without one gets is not documented; 307 is what its framework does. */
  'missing-slash': ['307', '308', '404'],
  /** The text of a 401; only the ingest API's own "Invalid token" is known. */
  'bad-key-text': ['Invalid token', 'Not authenticated', 'Unauthorized'],
  /** Not documented: whether a key past its `expires_at` is told so. */
  'expired-key': ['as-bad-key', 'says-so'],
  /** Not documented: what a project key gets for another project. */
  'project-key-other-project': ['404', '403'],
  /** Not documented: whether a project key that may read its project may list `/projects/`, and sees just its own. */
  'project-key-lists-projects': ['own', '403'],
  /** What an unknown project gets. The OpenAPI document declares no 404 for most operations. */
  'unknown-project': ['404', '403'],
  /** `Retry-After` is documented as seconds; HTTP allows a date too, and the SDK reads both. */
  'retry-after': ['seconds', 'date', 'none'],
  /** The release travels in `Logfire-Version`, by older documents in `x-backend-version`. */
  'version-header': ['logfire-version', 'x-backend-version', 'none'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
