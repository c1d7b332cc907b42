import { type Answer, isAnswer, json } from '../shared/answer.ts';
import { anInteger, queryInteger, unprocessable } from '../shared/fastApi.ts';
import type { Call } from './call.ts';

export interface PageLimits {
  readonly most: number;
  readonly standard?: number;
}

/** What was asked for: by the query with GET, by the body with POST. */
function asked(call: Call, limits: PageLimits): { readonly from: string | undefined; readonly size: number } | Answer {
  const standard = limits.standard ?? limits.most;
  if (call.request.method === 'GET') {
    const size = queryInteger(call.request.query, 'size', standard, 1, limits.most);
    const from = call.request.query.get('from') ?? undefined;
    return typeof size === 'number' ? { from: from === '' ? undefined : from, size } : unprocessable(size);
  }
  const { from = null, size = standard } = call.body;
  const finding = anInteger(1, limits.most)(size);
  if (finding !== undefined) return unprocessable({ loc: ['body', 'size'], ...finding });
  if (from === null || typeof from === 'string') return { from: from ?? undefined, size: size as number };
  return unprocessable({ loc: ['body', 'from'], msg: 'Input should be a valid string', type: 'string_type' });
}

/**
 * A page as `{items, next}`. Somewhere in a list of several pages comes one without items and with a `next` that goes
 * on: the documents say that this happens, the variant `empty-page` says where.
 */
export function paged(call: Call, items: readonly unknown[], limits: PageLimits, more: object = {}): Answer {
  const wish = asked(call, limits);
  if (isAnswer(wish)) return wish;
  const { from, size } = wish;
  const where = call.variants.get('empty-page');
  const cursor = /^(at|gap)-(\d{1,9})$/.exec(from ?? (where === 'first' && items.length > size ? 'gap-0' : 'at-0'));
  if (cursor === null) {
    const place = call.request.method === 'GET' ? 'query' : 'body';
    return unprocessable({ loc: [place, 'from'], msg: 'Invalid cursor', type: 'value_error' });
  }
  const start = Number(cursor[2]);
  const isGap = cursor[1] === 'gap';
  const end = isGap ? start : start + size;
  const following = (): string | null => {
    if (isGap) return start < items.length ? `at-${start}` : null;
    if (end >= items.length) return where === 'last' && items.length > size ? `gap-${items.length}` : null;
    return where === 'middle' && start === size ? `gap-${end}` : `at-${end}`;
  };
  const next = following();
  const tail = next === null && call.variants.get('last-next') === 'absent' ? {} : { next };
  return json(200, { ...more, items: items.slice(start, end), ...tail });
}
