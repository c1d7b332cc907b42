/** The causes of a refusal, and what is said of one. */

export type CauseId =
  | 'key-missing'
  | 'key-malformed'
  | 'key-wrong-service'
  | 'key-wrong-kind'
  | 'key-invalid'
  | 'key-expired'
  | 'token-expired'
  | 'region-mismatch'
  | 'project-missing'
  | 'project-unknown'
  | 'project-outside-key'
  | 'project-conflict'
  | 'needs-broader-key'
  | 'permission-none'
  | 'permission-read-only'
  | 'permission-missing'
  | 'role-insufficient'
  | 'rate-limited'
  | 'blocked-before-service'
  | 'proxy-refused'
  | 'redirect-dropped-key'
  | 'wrong-address'
  | 'clock-skew'
  | 'service-down'
  | 'network'
  | 'cors'
  | 'not-found'
  | 'invalid-request'
  | 'unknown';

/** How sure: no other cause is left; the evidence points here; not excluded. */
export type Certainty = 'proved' | 'likely' | 'possible';

export interface Action {
  readonly title: string;
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

export interface Diagnosis {
  readonly cause: CauseId;
  readonly certainty: Certainty;
  readonly title: string;
  readonly explanation: string;
  /** Lines that a person can check. */
  readonly evidence: readonly string[];
  readonly actions: readonly Action[];
}
