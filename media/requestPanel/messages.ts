import type { Sort } from './body/order.ts';
import type { BodySettings } from './body/settings.ts';
import type { Look } from './look.ts';
import type { PanelAnswer, PanelDraft, PanelState, ToPanel } from '../../src/editor/panel/protocol.ts';

/** What the page keeps across a reload, in VS Code's state of the webview. */
export interface Saved {
  readonly draft: PanelDraft;
  readonly draftRevision: number | undefined;
  readonly look: Look;
  /** Id of the answer that was announced last: a reload must not read it out again. */
  readonly announced: string;
  /** By which the extension finds the panel's things again. */
  readonly restore: string;
}

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.some((known) => known === value);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const map =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check);
/** An object with these fields and maybe more. The type makes the compiler ask for each field of the protocol. */
const shape =
  <T>(fields: { readonly [K in keyof Required<T>]: Check }): Check =>
  (value) =>
    isRecord(value) && Object.entries<Check>(fields).every(([name, check]) => check(value[name]));

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const nameValues = list(shape<{ name: string; value: string }>({ name: text, value: text }));
const draft = shape<PanelDraft>({
  method: text,
  path: text,
  pathValues: map(text),
  query: nameValues,
  headers: nameValues,
  body: text,
});
const parameters = list(
  shape<PanelState['operations'][number]['query'][number]>({
    name: text,
    type: text,
    required: flag,
    repeatable: flag,
    values: list(text),
    summary: text,
  }),
);
const operation = shape<PanelState['operations'][number]>({
  key: text,
  method: text,
  path: text,
  title: text,
  group: text,
  changesData: flag,
  hasDocumentation: flag,
  pathParameters: parameters,
  query: parameters,
  body: parameters,
});
const destination = shape<NonNullable<PanelState['destination']>>({
  connectionId: text,
  connection: text,
  project: text,
  term: text,
  projectMissing: flag,
  scope: text,
  host: text,
  baseUrl: text,
  key: text,
  budget: text,
  isProtected: flag,
  changed: text,
  headerWarnings: list(shape<{ name: string; text: string }>({ name: text, text })),
});
const diagnosis = shape<PanelAnswer['diagnoses'][number]>({
  cause: text,
  certainty: oneOf('proved', 'likely', 'possible'),
  title: text,
  explanation: text,
  evidence: list(text),
  actions: list(text),
});
const answer = shape<PanelAnswer>({
  id: text,
  asked: shape<PanelAnswer['asked']>({ method: text, path: text, pathValues: map(text) }),
  status: text,
  meaning: text,
  tone: oneOf('good', 'bad', 'neutral'),
  durationMs: number,
  timing: list(shape<PanelAnswer['timing'][number]>({ name: text, milliseconds: number })),
  size: text,
  requestId: text,
  stamp: text,
  headers: nameValues,
  body: shape<PanelAnswer['body']>({
    kind: oneOf('none', 'json', 'text', 'image', 'binary'),
    text,
    base64: text,
    mediaType: text,
    isShortened: flag,
    note: text,
  }),
  sent: shape<PanelAnswer['sent']>({ method: text, url: text, headers: nameValues, body: text }),
  hops: list(shape<PanelAnswer['hops'][number]>({ method: text, url: text, status: number, carried: text })),
  notes: list(text),
  failure: text,
  diagnoses: list(diagnosis),
  helped: text,
  onceSecrets: list(shape<PanelAnswer['onceSecrets'][number]>({ field: text, ending: text, gone: text })),
});
const state = shape<PanelState>({
  destination: optional(destination),
  operations: list(operation),
  draft,
  draftRevision: number,
  holdsKey: flag,
  progress: optional(text),
  answer: optional(text),
  offer: optional(text),
  restore: text,
  problem: optional(text),
});
const message: Check = (value) =>
  isRecord(value) &&
  ((value['type'] === 'texts' && map(text)(value['texts'])) ||
    (value['type'] === 'answer' && answer(value['answer'])) ||
    (value['type'] === 'state' && state(value['state'])));
const look = shape<Look>({
  requestTab: oneOf('parameters', 'headers', 'body', 'text'),
  bodyMode: oneOf('form', 'text'),
  answerTab: oneOf('body', 'headers', 'sent', 'timing'),
  body: shape<BodySettings>({
    view: oneOf('tree', 'table', 'source'),
    isRaw: flag,
    columns: map(list(text)),
    sorts: optional(map(optional(shape<Sort>({ column: text, isDescending: flag })))),
    opened: shape<BodySettings['opened']>({ answer: text, nodes: list(list(number)) }),
  }),
  scroll: number,
});
const saved = shape<Saved>({
  draft,
  draftRevision: optional(number),
  look,
  announced: text,
  restore: text,
});

/** Whether `data` is a message of the extension that the page understands; anything else is not acted on. */
export function isToPanel(data: unknown): data is ToPanel {
  return message(data);
}

/** Whether `data` is what this version of the page saved; an older version may have saved something else. */
export function isSaved(data: unknown): data is Saved {
  return saved(data);
}
