/** The values Phare's documents allow, and the fixed moment all seeded data is dated from. */
export const METHODS = ['HEAD', 'GET', 'POST', 'PUT', 'PATCH', 'OPTIONS'];
export const INTERVALS = [30, 60, 120, 180, 300, 600, 900, 1800, 3600];
export const TIMEOUTS = [1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000, 15_000, 20_000, 25_000, 30_000];
export const REGIONS = [
  'as-jpn-hnd',
  'as-sgp-sin',
  'as-tha-bkk',
  'eu-deu-fra',
  'eu-fra-cdg',
  'eu-gbr-lhr',
  'eu-swe-arn',
  'ng-nld-ams',
  'na-mex-mex',
  'na-usa-iad',
  'na-usa-sea',
  'oc-aus-syd',
  'sa-bra-gru',
];
export const IMPACTS = ['unknown', 'degraded_performance', 'partial_outage', 'major_outage'];
export const UPDATE_STATES = ['unknown', 'investigating', 'identified', 'monitoring', 'resolved'];
export const MONITORING_MODES = ['pause', 'mute', 'normal'];
export const RATE_LIMITS = [0, 5, 10, 30, 60, 180, 720, 1440];
export const EVENTS = [
  'uptime.monitor.created',
  'uptime.monitor.deleted',
  'uptime.monitor_certificate.discovered',
  'uptime.monitor_certificate.expiring',
  'uptime.incident.created',
  'uptime.incident.propagated',
  'uptime.incident.partially_recovered',
  'uptime.incident.recovered',
  'uptime.incident_comment.created',
  'uptime.incident_update.published',
  'uptime.maintenance_window.in_progress',
  'uptime.maintenance_window.completed',
  'uptime.maintenance_window.cancelled',
];

const SEEDED_AT = Date.UTC(2026, 9, 1, 9, 0, 0);
const DAY = 24 * 60 * 60 * 1000;

/** A moment as Phare writes it, to the second. */
export function stamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** So many days (parts too) before the moment all seeded data is dated from. */
export function daysBefore(days: number): string {
  return stamp(SEEDED_AT - days * DAY);
}

/** The entry of a list at an index that may be past its end. */
export function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}
