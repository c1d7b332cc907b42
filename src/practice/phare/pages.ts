import { type Answer, json } from '../shared/answer.ts';
import type { Report } from '../shared/fields.ts';
import type { Entity } from '../shared/table.ts';
import { type Call, errorCollector } from './call.ts';

const DEFAULT_PER_PAGE = 20;
const MOST_PER_PAGE = 100;

function wholeNumber(call: Call, name: string, standard: number, most: number, report: Report): number {
  const text = call.request.query.get(name);
  if (text === null) return standard;
  const field = name.replace('_', ' ');
  if (!/^-?\d{1,15}$/.test(text)) report(name, `The ${field} field must be an integer.`);
  else if (Number(text) < 1) report(name, `The ${field} field must be at least 1.`);
  else if (Number(text) > most) report(name, `The ${field} field must not be greater than ${most}.`);
  return Number(text);
}

/** The page that was asked for, or 422. Operations that answer one object check it, and then ignore it. */
export function pageOf(call: Call, report: Report): { readonly page: number; readonly perPage: number } {
  return {
    page: wholeNumber(call, 'page', 1, Number.MAX_SAFE_INTEGER, report),
    perPage: wholeNumber(call, 'per_page', DEFAULT_PER_PAGE, MOST_PER_PAGE, report),
  };
}

/** One page of a list, with no total and no last page: the next link alone tells whether there is more. */
export function paged(call: Call, entities: readonly Entity[]): Answer {
  const errors = errorCollector();
  const { page, perPage } = pageOf(call, errors.report);
  const refused = errors.answer();
  if (refused !== undefined) return refused;
  const start = (page - 1) * perPage;
  const data = entities.slice(start, start + perPage);
  const path = call.request.baseUrl + call.request.path;
  const link = (number: number) => {
    const query = new URLSearchParams(
      call.variants.get('page-links') === 'keep-query' ? call.request.query : undefined,
    );
    query.set('page', String(number));
    return `${path}?${query.toString()}`;
  };
  return json(200, {
    data,
    meta: {
      current_page: page,
      from: data.length > 0 ? start + 1 : null,
      to: data.length > 0 ? start + data.length : null,
      per_page: perPage,
      path,
    },
    links: {
      first: link(1),
      last: null,
      prev: page > 1 ? link(page - 1) : null,
      next: start + perPage < entities.length ? link(page + 1) : null,
    },
  });
}
