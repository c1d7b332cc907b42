import type { NameValue, PanelDraft, PanelOperation, PanelParameter } from '../../src/editor/panel/protocol.ts';

/** What the page shows until the extension sent its first snapshot. */
export const emptyDraft: PanelDraft = { method: 'GET', path: '', pathValues: {}, query: [], headers: [], body: '' };

const methodsWithBody = ['POST', 'PUT', 'PATCH'];
const methodsThatRead = ['GET', 'HEAD', 'OPTIONS'];

/** The names in braces of a path, in their order, each once: `/a/{b}` gives `b`. */
export function placeholders(path: string): readonly string[] {
  return [...new Set([...path.matchAll(/\{([^{}/]+)\}/g)].map(([, name]) => name ?? ''))];
}

/**
 * The documented operation that a draft is: the one with the same path, or the first whose placeholders the typed path
 * fills (`/monitors/7` for `/monitors/{id}`). Undefined for a path that no operation has.
 */
export function operationOf(draft: PanelDraft, operations: readonly PanelOperation[]): PanelOperation | undefined {
  const candidates = operations.filter(({ method }) => method === draft.method);
  return (
    candidates.find(({ path }) => path === draft.path) ?? candidates.find(({ path }) => isFilled(path, draft.path))
  );
}

function isFilled(template: string, path: string): boolean {
  const segments = template.split('/');
  const typed = path.split('/');
  return (
    segments.length === typed.length &&
    segments.every((segment, index) => segment === typed[index] || (segment.startsWith('{') && typed[index] !== ''))
  );
}

/** Whether sending may change something: as documented, and without documentation everything that is not a plain read. */
export function changesData(draft: PanelDraft, operation: PanelOperation | undefined): boolean {
  return operation?.changesData ?? !methodsThatRead.includes(draft.method);
}

/** Whether the draft is of a kind that has a body, so that the body should be in view. */
function takesBody(draft: PanelDraft, operation: PanelOperation | undefined): boolean {
  return (operation?.body.length ?? 0) > 0 || methodsWithBody.includes(draft.method);
}

/** The tab to fill in first. What the path still lacks comes first: without it nothing can be sent. */
export function fittingTab(draft: PanelDraft, operation: PanelOperation | undefined): 'parameters' | 'body' {
  const isFilledFor = (name: string): boolean =>
    (draft.pathValues[name] ?? '') !== '' ||
    // The chosen project fills its own place.
    operation?.pathParameters.find((parameter) => parameter.name === name)?.required === false;
  return placeholders(draft.path).every(isFilledFor) && takesBody(draft, operation) ? 'body' : 'parameters';
}

/**
 * Points a draft at another operation. What was typed stays where the other operation can use it: values of
 * placeholders and query parameters that both have, free parameters, headers. A body goes when it would be sent with an
 * operation that has none.
 */
export function withOperation(draft: PanelDraft, before: PanelOperation | undefined, next: PanelOperation): PanelDraft {
  const names = placeholders(next.path);
  const belongsToBefore = (name: string): boolean =>
    before?.query.some((parameter) => parameter.name === name) ?? false;
  const isKnown = (name: string): boolean => next.query.some((parameter) => parameter.name === name);
  const pointed = { ...draft, method: next.method, path: next.path };
  return {
    ...pointed,
    pathValues: Object.fromEntries(Object.entries(draft.pathValues).filter(([name]) => names.includes(name))),
    query: draft.query.filter(({ name }) => isKnown(name) || !belongsToBefore(name)),
    body: takesBody(pointed, next) ? draft.body : '',
  };
}

/** A draft as it is sent: rows that never got a name are left out, and so are values of placeholders that are gone. */
export function withoutBlankRows(draft: PanelDraft): PanelDraft {
  const isNamed = ({ name }: NameValue): boolean => name.trim() !== '';
  const names = placeholders(draft.path);
  return {
    ...draft,
    pathValues: Object.fromEntries(Object.entries(draft.pathValues).filter(([name]) => names.includes(name))),
    query: draft.query.filter(isNamed),
    headers: draft.headers.filter(isNamed),
  };
}

/** The rows with the row at `index` changed; an `index` past the end adds a row. */
export function changeRow(rows: readonly NameValue[], index: number, change: Partial<NameValue>): readonly NameValue[] {
  return index >= rows.length
    ? [...rows, { name: '', value: '', ...change }]
    : rows.map((row, at) => (at === index ? { ...row, ...change } : row));
}

/** The rows without the one at `index`. */
export function removeRow(rows: readonly NameValue[], index: number): readonly NameValue[] {
  return rows.filter((_, at) => at !== index);
}

/** Sets the first value of a documented query parameter; an empty value takes the parameter out. */
export function setParameter(rows: readonly NameValue[], name: string, value: string): readonly NameValue[] {
  const found = rows.findIndex((row) => row.name === name);
  const index = found < 0 ? rows.length : found;
  return value === '' ? removeRow(rows, index) : changeRow(rows, index, { name, value });
}

/** A JSON object with the fields that an operation must have, or with all where none is marked; to be filled in. */
export function bodySkeleton(fields: readonly PanelParameter[]): string {
  const required = fields.filter((field) => field.required);
  const root: Record<string, unknown> = {};
  for (const field of required.length > 0 ? required : fields) {
    // A dot in a documented field's name is a step into an object: `settings.use_incident_ai`.
    const steps = field.name.split('.');
    const last = steps.pop() ?? field.name;
    let parent = root;
    for (const step of steps) {
      const child = parent[step];
      parent = parent[step] = isObject(child) ? child : {};
    }
    if (!isObject(parent[last])) parent[last] = exampleOf(field);
  }
  return JSON.stringify(root, null, 2);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function exampleOf({ type, values }: PanelParameter): unknown {
  if (type === 'integer' || type === 'number') return Number(values[0] ?? 0);
  if (type === 'boolean') return false;
  if (type === 'list') return [];
  if (type === 'object') return {};
  return values[0] ?? '';
}

/** Names under which people type keys and passwords. */
const secretName = /authorization|cookie|credential|api-?_?key|password|secret|(?:^|[-_])token/i;

/** Characters in a row that may be a key. */
const LIKE_A_KEY = /[^\s/{}]{12,}/g;

/**
 * A draft without the values that are secrets by their names; the same one where there are none.
 * @param holdsKey a key stands somewhere in it: no body, and no long text, is left then.
 */
export function withoutSecrets(draft: PanelDraft, holdsKey: boolean): PanelDraft {
  const mayBeKey = (text: string): boolean => holdsKey && text.search(LIKE_A_KEY) >= 0;
  const isSecret = ({ name, value }: NameValue): boolean => value !== '' && (secretName.test(name) || mayBeKey(value));
  if (!holdsKey && ![...draft.headers, ...draft.query].some(isSecret)) return draft;
  const emptied = (rows: readonly NameValue[]): readonly NameValue[] =>
    rows.map((row) => (isSecret(row) ? { ...row, value: '' } : row));
  const named = { ...draft, headers: emptied(draft.headers), query: emptied(draft.query) };
  if (!holdsKey) return named;
  const pathValues = Object.entries(draft.pathValues).filter(([, value]) => !mayBeKey(value));
  return {
    ...named,
    path: draft.path.replaceAll(LIKE_A_KEY, '{key}'),
    pathValues: Object.fromEntries(pathValues),
    body: '',
  };
}
