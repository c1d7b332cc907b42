import { type Answer, json } from '../../shared/answer.ts';
import { daysBefore } from '../../shared/dates.ts';
import { dateTime } from '../../shared/fields.ts';
import type { Entity } from '../../shared/table.ts';
import { type Call, errorCollector, notFound, type Operation } from '../call.ts';
import { pageOf } from '../pages.ts';
import { find } from './crud.ts';
import { monitors } from './monitors.ts';

const DAYS = 30;
const DOWNTIME_PER_INCIDENT = 600;

/** The time a report covers: the last 30 days of the seeded data, unless asked for otherwise. */
function periodOf(call: Call): { readonly from: string; readonly to: string; readonly refused: Answer | undefined } {
  const errors = errorCollector();
  const { query } = call.request;
  for (const name of ['from', 'to']) if (query.has(name)) dateTime(query.get(name), name, errors.report);
  const from = query.get('from') ?? daysBefore(DAYS);
  const to = query.get('to') ?? daysBefore(0);
  if (Date.parse(to) <= Date.parse(from)) errors.report('to', 'The to field must be a date after from.');
  pageOf(call, errors.report);
  return { from, to, refused: errors.answer() };
}

function monitorReport(call: Call, monitor: Entity): Readonly<Record<string, unknown>> & { readonly downtime: number } {
  const all = call.organization.incidents.list(call.projectId);
  const incidents = all.filter(
    (incident) => Array.isArray(incident['monitors']) && incident['monitors'].includes(monitor.id),
  );
  const downtime = incidents.length * DOWNTIME_PER_INCIDENT;
  return {
    id: monitor.id,
    name: monitor['name'],
    incident_count: incidents.length,
    downtime,
    availability: availability(downtime),
    mttr: incidents.length > 0 ? DOWNTIME_PER_INCIDENT : 0,
    mtbf: incidents.length > 0 ? Math.round((DAYS * 86_400) / incidents.length) : 0,
    highest_incident_impact: incidents[0]?.['impact'] ?? 'operational',
    incidents,
  };
}

function availability(downtime: number): number {
  return Math.max(0, Math.round((100 - (downtime / (DAYS * 86_400)) * 100) * 1000) / 1000);
}

export const reportOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/uptime/monitors/{monitorId}/report',
    product: 'uptime',
    scoped: true,
    run: (call) => {
      const monitor = find(monitors, call);
      if (monitor === undefined) return notFound();
      return periodOf(call).refused ?? json(200, monitorReport(call, monitor));
    },
  },
  {
    method: 'GET',
    path: '/uptime/reports',
    product: 'uptime',
    scoped: true,
    run: (call) => {
      const period = periodOf(call);
      if (period.refused !== undefined) return period.refused;
      const reports = call.organization.monitors.list(call.projectId).map((monitor) => monitorReport(call, monitor));
      const downtime = reports.reduce((sum, report) => sum + report.downtime, 0);
      const availabilities = reports.map((report) => availability(report.downtime));
      return json(200, {
        downtime,
        availability: reports.length > 0 ? availability(downtime / reports.length) : 100,
        min_availability: Math.min(100, ...availabilities),
        max_availability: reports.length > 0 ? Math.max(...availabilities) : 100,
        mttr: downtime > 0 ? DOWNTIME_PER_INCIDENT : 0,
        mtbf: downtime > 0 ? Math.round((DAYS * 86_400 * DOWNTIME_PER_INCIDENT) / downtime) : 0,
        highest_incident_impact: downtime > 0 ? 'major_outage' : 'operational',
        report_start_at: period.from,
        report_end_at: period.to,
        monitors: reports,
      });
    },
  },
];
