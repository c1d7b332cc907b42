/**
 * The messages between the request panel's page and the extension. The extension sends whole snapshots, never changes
 * to one, because messages to a hidden page are lost. The answer, which may be large, is a snapshot of its own. No secret
 * is ever part of a message; what a service sent is plain text here and must be shown as text.
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
  /** The service documents it, by itself or with all others, on a page which `openDocumentation` opens. */
  readonly hasDocumentation: boolean;
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
  /** The address that paths are below, such as `https://api.phare.io`; without a slash at the end. */
  readonly baseUrl: string;
  /** `key …4f2a`. */
  readonly key: string;
  /** `about 87 of 100 calls left this minute`; empty where nothing is known. */
  readonly budget: string;
  /** The project is protected: a write to it wants its name typed. */
  readonly isProtected: boolean;
  /** What is different now from when the shown answer was sent, in a sentence; empty when nothing is. */
  readonly changed: string;
  /** Headers typed by hand that contradict the scope or take the key's place, and what that means. */
  readonly headerWarnings: readonly { readonly name: string; readonly text: string }[];
}

/** A body as the page can show it. */
export interface PanelBody {
  /** `json` is text that is JSON, whatever its content type says. `binary` has no text. */
  readonly kind: 'none' | 'json' | 'text' | 'image' | 'binary';
  /** The text as it was received, at most the first megabyte of it. */
  readonly text: string;
  /** The bytes of an image, in base64; empty for all else. */
  readonly base64: string;
  /** Of an image only: one of the types that the page shows, such as `image/png`. */
  readonly mediaType: string;
  /** There is more of it than `text`: the rest opens in an editor, or lies in a file. */
  readonly isShortened: boolean;
  /** What the person should know of it: that it was cut off and where, in a sentence; empty otherwise. */
  readonly note: string;
}

export interface PanelHop {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** `with key and project`, `without key: another origin`. */
  readonly carried: string;
}

export interface PanelAnswer {
  /** Changes with each exchange, so that the page can announce a new one. */
  readonly id: string;
  /** What it answers, as it was composed. */
  readonly asked: Pick<PanelDraft, 'method' | 'path' | 'pathValues'>;
  /** `403 Forbidden`, or for no answer `Not sent`, `Timed out`, … */
  readonly status: string;
  /** What the status means, in half a sentence; empty where there is none. */
  readonly meaning: string;
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly durationMs: number;
  /** Where the time went, in the order in which it passed: `waiting for the budget`, `until the first byte`, `body`. */
  readonly timing: readonly { readonly name: string; readonly milliseconds: number }[];
  /** `61 B`; empty when no response came. */
  readonly size: string;
  /** Request id of the service, where it gives one. */
  readonly requestId: string;
  /** `sent with project quiet-harbor by header X-Phare-Project-Id · 10:14:33`; empty when nothing was sent. */
  readonly stamp: string;
  readonly headers: readonly NameValue[];
  readonly body: PanelBody;
  /** The request as really sent, secrets masked; its `url` is empty when nothing was sent. */
  readonly sent: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly NameValue[];
    readonly body: string;
  };
  readonly hops: readonly PanelHop[];
  readonly notes: readonly string[];
  /** What the network did when there is no answer, in a sentence; empty otherwise. */
  readonly failure: string;
  readonly diagnoses: readonly PanelDiagnosis[];
  /** Whether the action taken before it helped, in a sentence; empty when none was taken. */
  readonly helped: string;
  /** Secrets that the service shows this once: where each stands, and how it ends. Their values never come here. */
  readonly onceSecrets: readonly PanelOnceSecret[];
}

export interface PanelOnceSecret {
  /** Where it stood in the body, as `token`. */
  readonly field: string;
  readonly ending: string;
  /** Why it can be copied and saved no more: `copied`, `saved as a connection`, `forgotten`; empty as long as it can. */
  readonly gone: string;
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
  /** A key stands in the draft: the page then keeps nothing of it across a reload that could be one. */
  readonly holdsKey: boolean;
  /** A request is under way: `Sending…`, `Phare allows the next call in 12 s`; undefined when none is. */
  readonly progress: string | undefined;
  /** The id of the answer to show, which comes in a message of its own; undefined when there is none. */
  readonly answer: string | undefined;
  /** After an action: that the request can be sent again to see whether it helped; undefined when there is no such offer. */
  readonly offer: string | undefined;
  /** What the page keeps across a reload without reading it, for the extension to find the panel's things again. */
  readonly restore: string;
  /** Why Send was refused before anything was made of it; undefined when it was not. */
  readonly problem: string | undefined;
}

/** The texts of the page in the person's language, by their English form; then what there is to show. */
export type ToPanel =
  | { readonly type: 'texts'; readonly texts: Readonly<Record<string, string>> }
  | { readonly type: 'answer'; readonly answer: PanelAnswer }
  | { readonly type: 'state'; readonly state: PanelState };

export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'edit'; readonly draft: PanelDraft }
  | { readonly type: 'send'; readonly draft: PanelDraft }
  | { readonly type: 'cancel' }
  | { readonly type: 'switchProject' }
  | { readonly type: 'openDocumentation'; readonly operation: string }
  /** Opens the body of the draft in an editor, whose changes come back as a new draft. */
  | { readonly type: 'editBody'; readonly draft: PanelDraft }
  | { readonly type: 'saveRequest'; readonly draft: PanelDraft }
  /** Sends the request to other projects too, to see the answers beside each other. */
  | { readonly type: 'sendElsewhere'; readonly draft: PanelDraft }
  | { readonly type: 'copyAs'; readonly draft: PanelDraft }
  | { readonly type: 'openHistory' }
  /** Runs an action of a diagnosis: `answer` is the answer's id. */
  | { readonly type: 'act'; readonly answer: string; readonly diagnosis: number; readonly action: number }
  | { readonly type: 'copyReport'; readonly answer: string }
  | { readonly type: 'openBody'; readonly answer: string }
  | { readonly type: 'saveBody'; readonly answer: string }
  | { readonly type: 'compare'; readonly answer: string }
  /** A value of the answer, or its path, for the clipboard; `what` names it to the person: `the value`. */
  | { readonly type: 'copyText'; readonly text: string; readonly what: string }
  /** `secret` is the place in `onceSecrets`. */
  | { readonly type: 'copySecret'; readonly answer: string; readonly secret: number }
  | { readonly type: 'saveSecret'; readonly answer: string; readonly secret: number };
