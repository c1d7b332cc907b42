import type { NameValue, PanelDraft } from '../../src/editor/panel/protocol.ts';
import { t } from './text.ts';

/** What a text says of a request, or where it says none. */
export type ReadRequest = { readonly draft: PanelDraft } | { readonly line: number; readonly problem: string };

/** A draft as one text: method and target, headers, an empty line, the body. */
export function printRequest(draft: PanelDraft): string {
  const target = printPath(draft) + (draft.query.some(isNamed) ? `?${printQuery(draft.query.filter(isNamed))}` : '');
  const headers = draft.headers.filter(isNamed).map(({ name, value }) => `${name}: ${value}`);
  return [[draft.method, target].join(' '), ...headers].join('\n') + (draft.body === '' ? '\n' : `\n\n${draft.body}`);
}

/**
 * Reads a request that was written as a text.
 * @param before the draft that it was printed from: its placeholders stay where the text only fills them
 * @param baseUrl the address of the connection, which may stand before the path; empty where it is not known
 */
export function readRequest(text: string, before: PanelDraft, baseUrl = ''): ReadRequest {
  const lines = text.split('\n');
  const [, method, typed] = /^([A-Za-z]+) +(\S.*?)(?: +HTTP\/[\d.]+)? *$/.exec(lines[0] ?? '') ?? [];
  if (method === undefined || typed === undefined) {
    return { line: 1, problem: t('write a method and a path here: GET /path') };
  }
  const target = belowBase(typed, baseUrl);
  if (!target.startsWith('/')) {
    return { line: 1, problem: t('a path begins with /; the host is that of the connection') };
  }
  const headers: NameValue[] = [];
  let at = 1;
  for (; at < lines.length && lines[at]?.trim() !== ''; at += 1) {
    const [, name, value] = /^([\w!#$%&'*+.^`|~-]+) *:[ \t]*(.*?)[ \t]*$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || value === undefined) {
      return { line: at + 1, problem: t('a header is written as Name: value; the body follows an empty line') };
    }
    headers.push({ name, value });
  }
  const mark = target.indexOf('?');
  const body = lines.slice(at + 1).join('\n');
  return {
    draft: {
      method: method.toUpperCase(),
      ...readPath(mark < 0 ? target : target.slice(0, mark), before),
      query: mark < 0 ? [] : readQuery(target.slice(mark + 1)),
      headers,
      // A text box has no carriage returns; those of a body that was not touched stay.
      body: body === before.body.replaceAll(/\r\n?/g, '\n') ? before.body : body,
    },
  };
}

function isNamed({ name }: NameValue): boolean {
  return name.trim() !== '';
}

/** The path of a draft with the values of its placeholders, where there are any. */
export function printPath({ path, pathValues }: Pick<PanelDraft, 'path' | 'pathValues'>): string {
  return path.replaceAll(/\{([^{}/]+)\}/g, (placeholder, name: string) => {
    const value = pathValues[name]?.trim() ?? '';
    return value === '' ? placeholder : encodeURIComponent(value);
  });
}

function readPath(typed: string, before: PanelDraft): Pick<PanelDraft, 'path' | 'pathValues'> {
  const segments = before.path.split('/');
  const given = typed.split('/');
  const pathValues: Record<string, string> = {};
  const fits =
    segments.length === given.length &&
    segments.every((segment, index) => {
      const text = given[index] ?? '';
      const [, name] = /^\{([^{}/]+)\}$/.exec(segment) ?? [];
      if (name === undefined) return segment === text;
      if (text !== segment) pathValues[name] = decoded(text);
      return text !== '';
    });
  return fits ? { path: before.path, pathValues } : { path: typed, pathValues: {} };
}

/** Only what would read as something else is encoded: a query that was typed by hand stays as it was typed. */
function printQuery(rows: readonly NameValue[]): string {
  const encode = (text: string, special: RegExp): string => text.replaceAll(special, encodeURIComponent);
  return rows
    .map(({ name, value }) => {
      const start = encode(name, /[%&#+=\s]/g);
      return value === '' ? `${start}=` : `${start}=${encode(value, /[%&#+\s]/g)}`;
    })
    .join('&');
}

/**
 * A draft in whose path more was typed, or pasted, than a path: an address below the connection's own, a query. The same
 * draft where there is none of it.
 * @param baseUrl the address of the connection, without a slash at the end; empty where it is not known
 */
export function withTypedPath(draft: PanelDraft, baseUrl: string): PanelDraft {
  const target = belowBase(draft.path.trim(), baseUrl);
  const mark = target.indexOf('?');
  if (mark < 0) return target === draft.path ? draft : { ...draft, path: target };
  const query = readQuery(target.slice(mark + 1));
  const names = new Set(query.map(({ name }) => name));
  return {
    ...draft,
    path: target.slice(0, mark),
    query: [...draft.query.filter(({ name }) => !names.has(name)), ...query],
  };
}

/** What of a typed address comes after that of the connection; all of it where it is none below that. */
function belowBase(typed: string, baseUrl: string): string {
  const below = baseUrl !== '' && typed.startsWith(baseUrl) ? typed.slice(baseUrl.length) : undefined;
  return below !== undefined && /^(?:$|[/?])/.test(below) ? below.replace(/^(?!\/)/, '/') : typed;
}

function readQuery(text: string): readonly NameValue[] {
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const mark = part.indexOf('=');
      const plain = (piece: string): string => decoded(piece.replaceAll('+', ' '));
      return mark < 0
        ? { name: plain(part), value: '' }
        : { name: plain(part.slice(0, mark)), value: plain(part.slice(mark + 1)) };
    });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
