import { type Answer, isAnswer, json } from '../../shared/answer.ts';
import { daysBefore } from '../../shared/dates.ts';
import { missing, queryInteger, unprocessable } from '../../shared/fastApi.ts';
import type { Row } from '../../shared/rows.ts';
import type { Call, Operation } from '../call.ts';

const DAY = 24 * 60 * 60 * 1000;
const MOST_DAYS = 400;

/** The days, or the first days of the months, between `start_date` and `end_date`; both are required. */
function datesOf(call: Call, monthly: boolean): readonly string[] | Answer {
  const { query } = call.request;
  const lacking = ['start_date', 'end_date'].filter((name) => query.get(name) === null);
  if (lacking.length > 0) return unprocessable(...lacking.map((name) => missing('query', name)));
  const [start, end] = [Date.parse(query.get('start_date') ?? ''), Date.parse(query.get('end_date') ?? '')];
  if (Number.isNaN(start) || Number.isNaN(end)) {
    const name = Number.isNaN(start) ? 'start_date' : 'end_date';
    return unprocessable({ loc: ['query', name], msg: 'Input should be a valid date', type: 'date_parsing' });
  }
  const count = Math.min(MOST_DAYS, Math.floor((end - start) / DAY) + 1);
  const days = Array.from({ length: Math.max(0, count) }, (_, index) =>
    new Date(start + index * DAY).toISOString().slice(0, 10),
  );
  return monthly ? [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))] : days;
}

function counts(date: string, seed: number): Readonly<Record<string, number>> {
  const records = 1000 + ((Number(date.slice(8)) * 37 + seed * 101) % 900);
  const metrics = 200 + ((seed * 53) % 150);
  return { records_count: records, metrics_count: metrics, total_observations: records + metrics };
}

function totals(entries: readonly Readonly<Record<string, unknown>>[]): Readonly<Record<string, number>> {
  const sum = (name: string) => entries.reduce((total, entry) => total + Number(entry[name]), 0);
  return {
    total_records_count: sum('records_count'),
    total_metrics_count: sum('metrics_count'),
    total_observations: sum('total_observations'),
  };
}

const perProject = (dates: readonly string[], projects: readonly Row[]) =>
  dates.flatMap((date) =>
    projects.map((project, index) => ({
      date,
      project_id: project.id,
      project_name: project['project_name'],
      ...counts(date, index),
    })),
  );

function usage(path: string, monthly: boolean, entries: (call: Call, dates: readonly string[]) => Answer): Operation {
  return {
    method: 'GET',
    path: `/api/v1/usage/${path}${monthly ? 'monthly' : 'daily'}/`,
    scope: 'organization:payment',
    run: (call) => {
      const dates = datesOf(call, monthly);
      return isAnswer(dates) ? dates : entries(call, dates);
    },
  };
}

const period = (call: Call) => ({
  start_date: call.request.query.get('start_date'),
  end_date: call.request.query.get('end_date'),
});

function withTotals(call: Call, entries: readonly Readonly<Record<string, unknown>>[]): Answer {
  return json(200, { ...period(call), ...totals(entries), usage: entries });
}

const ofOrganization = (call: Call, dates: readonly string[]) =>
  withTotals(
    call,
    dates.map((date) => ({ date, ...counts(date, 7) })),
  );

/** The one list with `limit` and `offset`. */
function pageOfProjects(call: Call, dates: readonly string[]): Answer {
  const entries = perProject(dates, call.account.projects.list('own'));
  const limit = queryInteger(call.request.query, 'limit', 100, 1, 1000);
  if (typeof limit !== 'number') return unprocessable(limit);
  const offset = queryInteger(call.request.query, 'offset', 0, 0, Number.MAX_SAFE_INTEGER);
  if (typeof offset !== 'number') return unprocessable(offset);
  return json(200, { ...period(call), total: entries.length, usage: entries.slice(offset, offset + limit) });
}

const billing: Operation = {
  method: 'GET',
  path: '/api/v1/billing/usage/',
  scope: 'organization:payment',
  run: (call) => {
    const projects = call.account.projects.list('own');
    const observations = projects.length * 1000;
    return json(200, {
      organization: call.account.organization['organization_name'],
      billing_period: { start: daysBefore(30).slice(0, 10), end: daysBefore(0).slice(0, 10), anchor_day: 1 },
      plan: 'team',
      usage: {
        total_observations: observations,
        breakdown: { spans: observations - 100, metrics: 100 },
        included_observations: 10_000_000,
        billable_observations: 0,
        project_breakdown: projects.map((project) => ({
          project_name: project['project_name'],
          project_id: project.id,
          observations: 1000,
        })),
      },
      cost: {
        currency: 'USD',
        price_per_million_observations: 2,
        included_observations_value: 20,
        usage_cost: 0,
        discount: 0,
        total_cost: 0,
      },
    });
  },
};

const instanceReport: Operation = {
  method: 'GET',
  path: '/api/v1/instance/usage-report/',
  scope: 'instance:billing',
  run: (call) =>
    json(
      200,
      perProject([daysBefore(1).slice(0, 10)], call.account.projects.list('own').slice(0, 5)).map(
        ({ project_name: _name, ...entry }: Readonly<Record<string, unknown>>) => ({
          ...entry,
          organization_id: call.account.organization.id,
          organization_name: call.account.organization['organization_name'],
        }),
      ),
    ),
};

export const usageOperations: readonly Operation[] = [
  usage('', false, ofOrganization),
  usage('', true, ofOrganization),
  usage('projects/', false, pageOfProjects),
  usage('projects/', true, (call, dates) => withTotals(call, perProject(dates, call.account.projects.list('own')))),
  ...[false, true].map((monthly) =>
    usage('projects/{project_id}/', monthly, (call, dates) =>
      withTotals(
        call,
        dates.map((date) => ({ date, ...counts(date, 3) })),
      ),
    ),
  ),
  billing,
  instanceReport,
];
