import { daysBefore, pick } from '../shared/dates.ts';
import { INTERVALS, REGIONS } from './vocabulary.ts';

const SUBJECTS = ['Homepage', 'Login', 'Checkout', 'API health', 'Search', 'Assets', 'Webhooks', 'Database', 'Queue'];
const PLACES = ['Paris', 'Frankfurt', 'London', 'Tokyo', 'Singapore', 'Sydney', 'Virginia', 'São Paulo'];
// Mostly well, as a real fleet is.
const STATUSES = [
  'online',
  'online',
  'online',
  'online',
  'partial',
  'online',
  'online',
  'offline',
  'paused',
  'online',
  'fetching',
];

/** A monitor's fields but its id and project; the same for the same number and slug. */
export function monitorFields(number: number, slug: string): Readonly<Record<string, unknown>> {
  const status = pick(STATUSES, number);
  const checked = status !== 'fetching';
  const tcp = number % 9 === 7;
  const host = `${pick(SUBJECTS, number).toLowerCase().replaceAll(' ', '-')}-${number + 1}.${slug}.example`;
  return {
    status,
    paused: status === 'paused',
    response_time: checked && status !== 'offline' ? 40 + ((number * 37) % 460) : null,
    name: `${pick(SUBJECTS, number)} ${pick(PLACES, Math.floor(number / SUBJECTS.length))} ${number + 1}`,
    protocol: tcp ? 'tcp' : 'http',
    request: tcp
      ? { host, port: '5432', connection: 'tls', tls_skip_verify: false }
      : {
          method: number % 5 === 0 ? 'HEAD' : 'GET',
          url: `https://${host}/health`,
          tls_skip_verify: false,
          body: null,
          follow_redirects: true,
          user_agent_secret: null,
          headers: number % 4 === 0 ? [{ name: 'X-Practice', value: 'yes' }] : [],
        },
    interval: pick(INTERVALS, number),
    timeout: pick([5000, 7000, 10_000], number),
    success_assertions: tcp ? [] : [{ type: 'status_code', operator: 'in', value: '2xx,30x' }],
    incident_confirmations: 1 + (number % 3),
    recovery_confirmations: 1 + (number % 2),
    region_threshold: 1,
    regions: [pick(REGIONS, number), pick(REGIONS, number + 4)],
    last_checked_at: checked ? daysBefore((number % 60) / 86_400) : null,
    created_at: daysBefore(180 - (number % 90)),
    updated_at: daysBefore(number % 30),
  };
}
