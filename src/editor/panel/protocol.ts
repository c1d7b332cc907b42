/**
 * The messages between the request panel's page and the extension. The extension sends whole snapshots, never changes
 * to one, because messages to a hidden page are lost. No secret is ever part of a message; what a service sent is
 * plain text here and must be shown as text.
 */

/** A table row of names and values: query parameters, headers. */
export interface NameValue {
  readonly name: string;
  readonly value: string;
}

/** What the person composed. The page owns it while it is edited and reports each change with `edit`. */
export interface PanelDraft {
  readonly method: string;
  /** The path as typed, placeholders such as `{monitorId}` included, without a query. */
  readonly path: string;
  /** Values for the placeholders of the path. */
  readonly pathValues: Readonly<Record<string, string>>;
  readonly query: readonly NameValue[];
  readonly headers: readonly NameValue[];
  readonly body: string;
}

export interface PanelParameter {
  readonly name: string;
  /** `integer`, `date-time`, …; empty where nothing is known. */
  readonly type: string;
  readonly required: boolean;
  readonly repeatable: boolean;
  readonly values: readonly string[];
  readonly summary: string;
}

/** One documented operation, for the combo box and the form. */
export interface PanelOperation {
  /** `GET /uptime/monitors`. */
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly title: string;
  readonly group: string;
  /** It may change something at the service. */
  readonly changesData: boolean;
  readonly pathParameters: readonly PanelParameter[];
  readonly query: readonly PanelParameter[];
  readonly body: readonly PanelParameter[];
}

/** Where the next Send goes. Kept up to date when the selection changes; never changes an answer already there. */
export interface PanelDestination {
  readonly connectionId: string;
  /** `Phare · staging`. */
  readonly connection: string;
  /** The project that will be named, or why none will: `no project chosen`, `the key's own project`. */
  readonly project: string;
  /** What the service calls a project. */
  readonly term: string;
  /** Whether a project is needed for the composed path, and none is chosen. */
  readonly projectMissing: boolean;
  /** `header X-Phare-Project-Id`, or empty when no scope is sent. */
  readonly scope: string;
  readonly host: string;
  /** `key …4f2a`. */
  readonly key: string;
  /** `about 87 of 100 calls left this minute`; empty where nothing is known. */
  readonly budget: string;
}

export interface PanelAnswer {
  /** Changes with each exchange, so that the page can announce a new one. */
  readonly id: string;
  /** `403 Forbidden`, or for no answer `Not sent`, `Timed out`, … */
  readonly status: string;
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly durationMs: number;
  /** `61 B`; empty when there was no body. */
  readonly size: string;
  /** Request id of the service, where it gives one. */
  readonly requestId: string;
  /** `sent with project quiet-harbor (header X-Phare-Project-Id)`. */
  readonly stamp: string;
  readonly headers: readonly NameValue[];
  /** At most `bodyLimit` characters of it; the whole opens in an editor. */
  readonly body: string;
  readonly bodyShortened: boolean;
  /** Only part of the body was received: said in the notes too. */
  readonly truncated: boolean;
  /** The request as really sent, secrets masked. */
  readonly sent: { readonly method: string; readonly url: string; readonly headers: readonly NameValue[] };
  readonly hops: readonly { readonly url: string; readonly status: number }[];
  readonly notes: readonly string[];
  /** What the network did when there is no answer, in a sentence; empty otherwise. */
  readonly failure: string;
  readonly diagnoses: readonly PanelDiagnosis[];
}

export interface PanelDiagnosis {
  readonly cause: string;
  readonly certainty: 'proved' | 'likely' | 'possible';
  readonly title: string;
  readonly explanation: string;
  readonly evidence: readonly string[];
  /** Titles of the actions; the page answers with the action's place in this list. */
  readonly actions: readonly string[];
}

export interface PanelState {
  readonly destination: PanelDestination | undefined;
  readonly operations: readonly PanelOperation[];
  /** The draft to show. Only taken by the page when `draftRevision` is one that it has not shown yet. */
  readonly draft: PanelDraft;
  readonly draftRevision: number;
  /** A request is under way: `Sending…`, `Phare allows the next call in 12 s`; undefined when none is. */
  readonly progress: string | undefined;
  readonly answer: PanelAnswer | undefined;
  /** Why Send was refused before anything was made of it; undefined when it was not. */
  readonly problem: string | undefined;
}

export type ToPanel = { readonly type: 'state'; readonly state: PanelState };

export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'edit'; readonly draft: PanelDraft }
  | { readonly type: 'send'; readonly draft: PanelDraft }
  | { readonly type: 'cancel' }
  /** Runs an action of a diagnosis: `answer` is the answer's id. */
  | { readonly type: 'act'; readonly answer: string; readonly diagnosis: number; readonly action: number }
  | { readonly type: 'switchProject' }
  | { readonly type: 'openBody'; readonly answer: string }
  | { readonly type: 'copyAsCurl'; readonly draft: PanelDraft };
