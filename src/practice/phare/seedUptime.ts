import { daysBefore, pick } from '../shared/dates.ts';
import type { Entity } from '../shared/table.ts';
import type { Organization } from './organization.ts';
import { IMPACTS } from './vocabulary.ts';

// One of them holds markup, a link and a right-to-left override: what a server says is data.
const TITLES = [
  'Elevated error rate on checkout',
  'Slow responses from Frankfurt',
  '<img src=x onerror=alert(1)> **not bold** [click](command:x)',
  'Certificate expired \u202Egnp.exe',
  'Database failover',
];

/** Incidents with updates, maintenance windows and a status page for one project; nothing where it has no monitors. */
export function seedUptime(organization: Organization, project: Entity, index: number): void {
  const monitors = organization.monitors.list(project.id).map((monitor) => monitor.id);
  const [first, second] = monitors;
  if (first === undefined || second === undefined) return;
  const incidents = index === 0 ? 24 : 2 + (index % 3);
  for (let number = 0; number < incidents; number += 1) seedIncident(organization, project, number, [first, second]);
  const pageId = seedStatusPage(organization, project, monitors.slice(0, 5));
  for (const [number, state] of ['scheduled', 'in_progress', 'completed', 'cancelled'].entries()) {
    organization.maintenanceWindows.insert(project.id, () => ({
      project_id: project.id,
      state,
      monitoring_mode: pick(['pause', 'mute', 'normal'], number),
      title: pick(['Database upgrade', 'Network maintenance', 'Certificate rotation', 'Kernel updates'], number),
      description: number === 3 ? null : 'Short interruptions are expected.',
      starts_at: daysBefore(number - 1),
      ends_at: daysBefore(number - 1.25),
      monitors: [first],
      status_pages: [pageId],
      created_at: daysBefore(number + 5),
      updated_at: daysBefore(number),
    }));
  }
}

function seedIncident(organization: Organization, project: Entity, number: number, monitors: readonly number[]): void {
  const status = pick(['ongoing', 'recovered', 'recovering', 'recovered'], number);
  const manual = number % 2 === 1;
  const over = status === 'recovered';
  const incident = organization.incidents.insert(project.id, () => ({
    project_id: project.id,
    type: manual ? 'manual' : 'monitor',
    slug: `${incidentPrefix(project)}-${organization.nextIncidentNumber()}`,
    impact: pick(IMPACTS, number),
    state: over ? 'resolved' : 'investigating',
    status,
    title: pick(TITLES, number),
    description: manual ? 'Reported by a customer.' : null,
    exclude_from_downtime: false,
    incident_at: daysBefore(number + 1),
    recovery_at: over ? daysBefore(number + 0.9) : null,
    monitors: manual ? [] : monitors,
    created_at: daysBefore(number + 1),
    updated_at: daysBefore(number + 0.5),
  }));
  for (const [step, state] of (over ? ['investigating', 'identified', 'resolved'] : ['investigating']).entries()) {
    organization.incidentUpdates.insert(incident.id, (id) => ({
      state,
      content: pick(['We are looking into it.', 'The cause is known.', 'All systems work again.'], step),
      published_at: daysBefore(number + 1 - step * 0.03),
      creator: {
        id: id % 23,
        type: step === 0 ? 'api_key' : 'user',
        label: step === 0 ? 'Owner' : 'ada@practice.example',
      },
      created_at: daysBefore(number + 1 - step * 0.03),
      updated_at: daysBefore(number + 1 - step * 0.03),
    }));
  }
}

function seedStatusPage(organization: Organization, project: Entity, monitors: readonly number[]): number {
  const [first, ...others] = monitors;
  const component = (id: number | undefined, place: number) => ({
    componentable_type: 'uptime/monitor',
    componentable_id: id,
    display_name: `Service ${place + 1}`,
  });
  const page = organization.statusPages.insert(project.id, () => ({
    name: `${String(project['slug'])} status`,
    subdomain: String(project['slug']),
    domain: null,
    title: 'Service status',
    description: 'How our services are doing.',
    search_engine_indexed: true,
    website_url: `https://${String(project['slug'])}.example`,
    color_scheme: 'all',
    theme: {},
    components: [
      component(first, 0),
      {
        componentable_type: 'uptime/group',
        name: 'More services',
        is_expanded: true,
        components: others.map(component),
      },
    ],
    timeframe: 90,
    show_response_times: true,
    subscription_channels: ['rss', 'atom'],
    access_ips: [],
    is_private: false,
    access_password_enabled: false,
    access_token_enabled: false,
    created_at: daysBefore(120),
    updated_at: daysBefore(12),
  }));
  return page.id;
}

/** The letters before the number of an incident's slug, such as `LGT` for luminous-guiding-tower. */
export function incidentPrefix(project: Entity): string {
  const initials = String(project['slug'])
    .split('-')
    .map((word) => word.charAt(0).toUpperCase());
  return initials.join('') || 'APP';
}
