import { type Answer, json, noContent } from '../shared/answer.ts';
import { type Body, type Fields, type Problem, queryInteger, readBody, unprocessable } from '../shared/fastApi.ts';
import { isUuid, type Row, type Rows } from '../shared/rows.ts';
import { by, type Call, notFound, type Operation, refused } from './call.ts';

/** What differs between kinds of things that are listed, made, read, changed and deleted in the same way. */
export interface Kind {
  /** The path of the list, after `/api/v1`. */
  readonly path: string;
  readonly parameter: string;
  /** Which of list, create, read, update and delete there are. */
  readonly has: string;
  readonly read: string | undefined;
  readonly write: string | undefined;
  /** The scope that creating needs where it is another than changing. */
  readonly create?: string;
  readonly update?: 'PUT' | 'PATCH';
  readonly created?: 200 | 201;
  readonly fields: Fields;
  rows(call: Call): Rows;
  owner(call: Call): string;
  /** Which entries a list shows. */
  filter?(call: Call): (row: Row) => boolean;
  /** The bare array as documented, unless this wraps it. */
  list?(call: Call, rows: readonly Row[]): Answer;
  /** By UUID, unless this finds it otherwise. */
  find?(call: Call, text: string): Row | undefined;
  /** What is wrong beyond single fields. */
  verify?(call: Call, values: Body, current: Row | undefined): Problem | Answer | undefined;
  make(call: Call, values: Body, id: string): Body;
  change?(call: Call, values: Body, row: Row): Body;
  /** How an entry is shown: in a list, alone, or just made. As it is kept, unless told otherwise. */
  show?(call: Call, row: Row, where: 'list' | 'one' | 'written'): unknown;
  remove?(call: Call, row: Row): void;
}

const article = (path: string) =>
  path.replace(/\/$/, '').split('/').pop()?.replaceAll('-', ' ').replace(/s$/, '') ?? '';

/** The entry a path names, or the answer that refuses it: 422 for what is no UUID, 404 for what is not there. */
export function withRow(kind: Kind, call: Call, run: (row: Row) => Answer): Answer {
  const text = call.parameters[kind.parameter] ?? '';
  if (kind.find === undefined && !isUuid(text)) {
    const msg = 'Input should be a valid UUID, invalid character found';
    return unprocessable({ loc: ['path', kind.parameter], msg, type: 'uuid_parsing' });
  }
  const row = kind.find?.(call, text) ?? kind.rows(call).get(kind.owner(call), text);
  if (row !== undefined) return run(row);
  const name = article(kind.path);
  return notFound(`${name.charAt(0).toUpperCase()}${name.slice(1)} not found`);
}

const isProblem = (value: Problem | Answer): value is Problem => 'loc' in value;

/** What was sent, or 422, or another refusal. */
function read(
  kind: Kind,
  call: Call,
  current: Row | undefined,
): { readonly values: Body } | { readonly answer: Answer } {
  const { values, problems } = readBody(call.body, kind.fields, current !== undefined);
  if (problems.length > 0) return { answer: unprocessable(...problems) };
  const more = kind.verify?.(call, values, current);
  if (more === undefined) return { values };
  return { answer: isProblem(more) ? unprocessable(more) : more };
}

export function crud(kind: Kind): readonly Operation[] {
  const show = (call: Call, row: Row, where: 'list' | 'one' | 'written') => kind.show?.(call, row, where) ?? row;
  const list = `/api/v1${kind.path}`;
  const one = `${list}{${kind.parameter}}/`;
  const all: Readonly<Record<string, Operation>> = {
    L: {
      method: 'GET',
      path: list,
      scope: kind.read,
      run: (call) => {
        const rows = kind
          .rows(call)
          .list(kind.owner(call))
          .filter(kind.filter?.(call) ?? (() => true));
        return (
          kind.list?.(call, rows) ??
          json(
            200,
            rows.map((row) => show(call, row, 'list')),
          )
        );
      },
    },
    C: {
      method: 'POST',
      path: list,
      scope: kind.create ?? kind.write,
      run: (call) => {
        const sent = read(kind, call, undefined);
        if ('answer' in sent) return sent.answer;
        const row = kind.rows(call).insert(kind.owner(call), (id) => kind.make(call, sent.values, id));
        return json(kind.created ?? 201, show(call, row, 'written'));
      },
    },
    R: {
      method: 'GET',
      path: one,
      scope: kind.read,
      run: (call) => withRow(kind, call, (row) => json(200, show(call, row, 'one'))),
    },
    U: {
      method: kind.update ?? 'PUT',
      path: one,
      scope: kind.write,
      run: (call) =>
        withRow(kind, call, (row) => {
          const sent = read(kind, call, row);
          if ('answer' in sent) return sent.answer;
          const fields = kind.change?.(call, sent.values, row) ?? sent.values;
          return json(200, show(call, kind.rows(call).change(row, fields), 'written'));
        }),
    },
    D: {
      method: 'DELETE',
      path: one,
      scope: kind.write,
      run: (call) =>
        withRow(kind, call, (row) => {
          if (kind.remove === undefined) kind.rows(call).remove(row);
          else kind.remove(call, row);
          return noContent();
        }),
    },
  };
  return [...kind.has].flatMap((letter) => all[letter] ?? []);
}

/** When and by whom, on a new entry. */
export const made = (call: Call): Body => ({
  created_at: call.now,
  updated_at: null,
  created_by_name: by(call),
  updated_by_name: null,
});

/** When and by whom, on a changed entry. */
export const changed = (call: Call): Body => ({ updated_at: call.now, updated_by_name: by(call) });

const DEFAULT_LIMIT = 20;

/** A page by `limit` and `cursor`; the cursor's form is ours and nobody's business. */
export function cursorPage(call: Call, rows: readonly unknown[], name: 'providers' | 'data'): Answer {
  const limit = queryInteger(call.request.query, 'limit', DEFAULT_LIMIT, 1, 100);
  if (typeof limit !== 'number') return unprocessable(limit);
  const cursor = call.request.query.get('cursor') ?? 'after-0';
  const start = /^after-(\d{1,9})$/.exec(cursor)?.[1];
  if (start === undefined) return refused(400, 'Invalid cursor');
  const end = Number(start) + limit;
  return json(200, {
    [name]: rows.slice(Number(start), end),
    next_cursor: end < rows.length ? `after-${end}` : null,
  });
}
