import type { FixedWindowBudget } from '../shared/budget.ts';
import { daysBefore, pick } from '../shared/dates.ts';
import type { Entity } from '../shared/table.ts';
import type { OrganizationName } from './keys.ts';
import { APPS, Organization } from './organization.ts';
import { monitorFields } from './seedMonitors.ts';
import { FIRST_PROJECT_ID, PROJECTS, SECOND_ORGANIZATION_FIRST_PROJECT_ID, SECOND_PROJECTS } from './seedProjects.ts';
import { seedUptime } from './seedUptime.ts';
import { EVENTS } from './vocabulary.ts';

const FIRST_ID = 100_000;
const SECOND_ID = 700_000;

/** An organization as it is when practice mode starts: the same every time, whatever the clock says. */
export function seedOrganization(name: OrganizationName, budget: FixedWindowBudget): Organization {
  const second = name === 'second';
  const organization = second
    ? new Organization(SECOND_ORGANIZATION_FIRST_PROJECT_ID, SECOND_ID, budget)
    : new Organization(FIRST_PROJECT_ID, FIRST_ID, budget);
  const users = seedUsers(organization, second ? 3 : 23);
  seedIntegrations(organization);
  for (const [index, seed] of (second ? SECOND_PROJECTS : PROJECTS).entries()) {
    const project = organization.projects.insert(null, () => ({
      slug: seed.slug,
      name: seed.name,
      members: [users[0]?.id, users[1 + (index % (users.length - 1))]?.id],
      settings: {
        use_incident_ai: index % 2 === 0,
        use_incident_merging: index % 3 === 0,
        incident_merging_time_window: pick([5, 10, 15, 30], index),
      },
      created_at: daysBefore(400 - index),
      updated_at: daysBefore(30 + index),
    }));
    for (let number = 0; number < seed.monitors; number += 1) {
      organization.monitors.insert(project.id, () => ({ project_id: project.id, ...monitorFields(number, seed.slug) }));
    }
    seedUptime(organization, project, index);
  }
  seedAlertRules(organization);
  return organization;
}

function seedUsers(organization: Organization, count: number): readonly Entity[] {
  const names = ['ada', 'grace', 'linus', 'margaret', 'edsger', 'barbara', 'alan', 'katherine'];
  return Array.from({ length: count }, (_, index) =>
    organization.users.insert(null, (id) => ({
      role: index < 2 ? 'admin' : 'member',
      email: `${pick(names, index)}.${id}@practice.example`,
      created_at: daysBefore(420 - index),
      updated_at: daysBefore(60),
    })),
  );
}

function seedIntegrations(organization: Organization): void {
  for (const [appIndex, app] of APPS.entries()) {
    const names =
      app === 'email' ? ['On-call mailbox', 'Weekly digest', 'Everyone'] : [`On-call ${app}`, `Team ${app}`];
    for (const [index, name] of names.entries()) {
      organization.integrations.get(app)?.insert(null, () => ({
        name,
        paused: index > 0 && appIndex % 3 === 0,
        created_at: daysBefore(300 - appIndex),
        updated_at: daysBefore(45),
      }));
    }
  }
}

function seedAlertRules(organization: Organization): void {
  const integrations = [...organization.integrations.values()].flatMap((table) => table.list(null));
  const projects = organization.projects.list(null);
  const rule = (projectId: number | null, index: number) =>
    organization.alertRules.insert(projectId, () => ({
      project_id: projectId,
      event: pick(EVENTS, index),
      integration_id: pick(integrations, index).id,
      rate_limit: pick([0, 5, 10, 30, 60], index),
      event_settings: index % 2 === 0 ? { type: 'all' } : { type: 'selected' },
      integration_settings: {},
      created_at: daysBefore(200 - index),
      updated_at: daysBefore(20),
    }));
  for (let index = 0; index < 3; index += 1) rule(null, index * 4);
  for (const [index, project] of projects.entries()) {
    rule(project.id, index);
    rule(project.id, index + 7);
  }
  const first = organization.alertRules.list(null)[0];
  if (first !== undefined) organization.alertRulesInUse.add(first.id);
}
