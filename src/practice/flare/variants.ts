/**
 * What Flare's documents leave open, one switch each; the first value is what this stand-in does unless told otherwise.
 * No default is a fact about Flare: whoever reads an answer must cope with every value.
 */
export const FLARE_VARIANTS = {
  /** Codes and texts of 401 and 403 are not documented; nor is which of them a bad key gets. */
  'bad-key': ['401', '403'],
  /** What a token gets that never was one. */
  'bad-token': ['401', '403'],
  /** What a token gets after its hour. */
  'expired-token': ['401', '403'],
  /** Whether an expired token is told so, or the same as one that never was. */
  'expired-token-text': ['says-so', 'as-bad-token'],
  /** What the exchange answers for a tenant that does not exist, or that the key's user has no part in. */
  'unknown-tenant': ['403', '404', '400'],
  /** What the exchange answers for a tenant that is disabled. */
  'disabled-tenant': ['403', '200'],
  /** What the exchange answers for a `tenant_id` that is no number. */
  'malformed-tenant': ['422', '400'],
  /** Whether tokens made by a key outlive its revocation until their hour is over. */
  'token-after-revocation': ['refused', 'lives'],
  /** `{error: {…}}` is documented for all; v2's own document says flat `{code, message}`. */
  'v2-errors': ['flat', 'nested'],
  /** The body of a 401 or 403. */
  'refusal-body': ['documented', 'message', 'empty'],
  /** "Empty pages do not mean the end" is documented, and not where they come. */
  'empty-page': ['middle', 'first', 'last', 'none'],
  /** How the end of a list is told: both are documented. */
  'last-next': ['null', 'absent'],
  /** What a global search gets when the quota is used up. */
  'quota-spent': ['403', '429'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
