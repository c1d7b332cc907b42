/**
 * What the two known pages of Wellows' documents leave open, one switch each; the first value is what this stand-in does
 * unless told otherwise. No default is a fact about Wellows: whoever reads an answer must cope with every value.
 */
export const WELLOWS_VARIANTS = {
  /** Not documented: what `data` of `/projects` holds. */
  'projects-shape': ['array', 'projects', 'items'],
  /** Not documented: how the fields of a project are called. */
  'project-fields': ['id', 'project_id'],
  /** `USER` is documented for a user's key; what a project's key is called is not. */
  'project-key-level': ['PROJECT', 'project_level', 'WORKSPACE'],
  /** Not documented: whether a refusal has its status on the wire, or comes as 200 with `success: false`. */
  'error-status': ['as-is', '200'],
  /** Not documented: the body of a refusal. */
  'error-body': ['envelope', 'message', 'empty'],
  /** Not documented: what a user's key gets that names no project where one is needed. */
  'missing-project': ['400', '403', '422'],
  /** Not documented: what an unknown project gets. */
  'unknown-project': ['404', '403'],
  /** Not documented: what a project header gets that is no integer. */
  'malformed-project-id': ['422', 'as-unknown'],
  /** Not documented: what a project's key gets for another project. */
  'project-key-other-project': ['403', 'ignored'],
  /** `/validate` with a project header also checks access to it; how "no" is said is not documented. */
  'validate-without-access': ['403', '200-invalid'],
  /** Not documented: whether a project's key may list projects, and sees just its own. */
  'project-key-lists-projects': ['own', '403'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
