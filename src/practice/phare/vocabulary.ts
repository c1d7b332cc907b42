/** The values Phare's documents allow. */
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
