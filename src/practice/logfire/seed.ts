import type { FixedWindowBudget } from '../shared/budget.ts';
import { daysBefore, pick } from '../shared/dates.ts';
import type { Row } from '../shared/rows.ts';
import { Account } from './account.ts';
import { accountNumber, EU_KEYS, type Region, US_KEYS } from './keys.ts';
import { organizationFields, roleId } from './operations/organization.ts';
import { projectNames } from './seedProjects.ts';

const NAMES = ['Ada', 'Grace', 'Linus', 'Margaret', 'Edsger', 'Barbara', 'Alan'];
const SEEDED = { created_by_name: 'Ada (practice)', updated_by_name: null };

/** An organization as it is when practice mode starts: the same every time, whatever the clock says. */
export function seedAccount(region: Region, number: number, budget: FixedWindowBudget): Account {
  const account = new Account(region, accountNumber(region, number), budget);
  const name = `practice-${region}${number === 1 ? '' : `-${number}`}`;
  account.organizations.insert('own', () => organizationFields(name, `Practice ${region}`, daysBefore(500)));
  account.organizations.insert('instance', () => organizationFields('practice-guest', 'Guest', daysBefore(100)));
  seedOrganization(account);
  for (const [index, [projectName, description]] of projectNames(region, number).entries()) {
    const project = account.projects.insert('own', () => ({
      project_name: projectName,
      created_at: daysBefore(400 - index),
      description,
      organization_name: name,
      visibility: index % 7 === 3 ? 'public' : 'private',
      updated_at: daysBefore(30 + (index % 20)),
    }));
    if (projectName !== 'just-created') seedProject(account, project, index);
  }
  seedApiKeys(account, region, number);
  return account;
}

function seedOrganization(account: Account): void {
  const { id } = account.organization;
  for (const [index, name] of NAMES.entries()) {
    const role = index < 2 ? 'admin' : 'member';
    account.members.insert(id, () => ({
      name,
      email: `${name.toLowerCase()}@practice.example`,
      role_id: roleId(role),
      member_since: daysBefore(450 - index * 10),
      github_username: index % 2 === 0 ? `practice-${name.toLowerCase()}` : null,
      avatar: null,
      role,
    }));
  }
  account.invitations.insert(id, () => ({
    organization_id: id,
    invite_url: 'https://logfire.example/invite/practice-0000',
    expiration: daysBefore(-7),
    max_usage_count: 1,
    role_id: roleId('member'),
    usage_count: 0,
    created_at: daysBefore(1),
    last_used_at: null,
  }));
  const configs = [
    { type: 'webhook', format: 'slack-blockkit', url: 'https://hooks.example/practice/alerts' },
    { type: 'webhook', format: 'raw-data', url: 'https://hooks.example/practice/raw' },
    { type: 'opsgenie', auth_key: 'practice-opsgenie', base_url: 'https://opsgenie.example' },
  ];
  for (const [index, config] of configs.entries()) {
    account.channels.insert(id, () => ({
      organization_id: id,
      label: pick(['On-call chat', 'Event log', 'Opsgenie'], index),
      active: index !== 1,
      config,
      created_at: daysBefore(200),
      updated_at: null,
      ...SEEDED,
    }));
  }
  for (let number = 0; number < 25; number += 1) {
    account.providers.insert(id, () => ({
      organization_id: id,
      name: `provider-${number + 1}`,
      provider: pick(['openai', 'anthropic', 'groq'], number),
      active: number % 5 !== 4,
      created_at: daysBefore(60),
      updated_at: null,
      ...SEEDED,
    }));
  }
  account.schedules.insert(id, () => ({
    organization_id: id,
    name: 'Office hours',
    timezone: 'Europe/Paris',
    created_at: daysBefore(90),
    updated_at: null,
    ...SEEDED,
  }));
  for (let number = 0; number < 40; number += 1) {
    account.auditLogs.insert(id, () => ({
      created_at: daysBefore(number * 2),
      organization_name: account.organization['organization_name'],
      project_name: number % 3 === 0 ? 'payments' : null,
      user_name: pick(NAMES, number),
      action: pick(['LOGIN', 'INSERT', 'UPDATE', 'DELETE', 'LOGOUT'], number),
      resource_type: pick(['project', 'alert', 'api_key'], number),
      record_id: null,
      ip_address: '192.0.2.10',
      metadata: { reason: 'practice' },
    }));
  }
}

function seedProject(account: Account, project: Row, index: number): void {
  const owner = { project_id: project.id, created_at: daysBefore(120 - (index % 100)), updated_at: null, ...SEEDED };
  const channel = account.channels.list(account.organization.id)[0];
  for (let number = 0; number < 1 + (index % 4); number += 1) {
    const failing = number === 2;
    account.alerts.insert(project.id, () => ({
      organization_id: account.organization.id,
      ...owner,
      name: pick(['Too many errors', 'Slow requests', 'Failing query', 'No traffic'], number),
      description: 'A practice alert',
      query: "SELECT message FROM records WHERE level >= 'error'",
      time_window: 'PT5M',
      frequency: 'PT1M',
      watermark: 'PT10S',
      channels: channel === undefined ? [] : [{ ...channel, schedule_id: null }],
      notify_when: 'has_matches',
      active: number !== 3,
      last_run: daysBefore(0),
      has_matches: failing ? null : number === 0,
      has_errors: failing,
      result: number === 0 && !failing ? [{ message: 'boom' }] : null,
      result_length: number === 0 ? 1 : 0,
    }));
  }
  const definition = {
    kind: 'Dashboard',
    metadata: { name: 'overview', project: project['project_name'], version: 1 },
    spec: { display: { name: 'Overview' }, datasources: {}, variables: [], panels: {}, layouts: [], duration: '1h' },
  };
  account.dashboards.insert(project.id, () => ({
    ...owner,
    dashboard_name: 'Overview',
    dashboard_slug: 'overview',
    version: 1,
    definition,
  }));
  for (const rows of [account.writeTokens, account.readTokens]) {
    for (const active of [true, false]) {
      rows.insert(project.id, () => ({
        project_id: project.id,
        created_at: daysBefore(80),
        description: active ? 'In use' : 'Old',
        expires_at: active ? null : daysBefore(10),
        project_name: project['project_name'],
        created_by_name: 'Ada (practice)',
        token_prefix: `pylf_v1_${account.region}_prac`,
        active,
      }));
    }
  }
  account.variables.insert(project.id, () => ({
    ...owner,
    type_id: null,
    kind: 'general',
    name: 'max_retries',
    description: 'How often to try again',
    json_schema: { type: 'integer' },
    labels: { production: { version: 1, serialized_value: '3' } },
    latest_version: { version: 1, serialized_value: '3' },
    rollout: { labels: { production: 1 } },
    overrides: [],
    aliases: [],
    external: false,
  }));
  account.slos.insert(project.id, () => ({ ...owner, name: 'Availability', target: 99, active: true }));
  account.datasets.insert(project.id, () => ({ ...owner, name: 'questions', description: null, case_count: 3 }));
  account.frontendApplications.insert(project.id, () => ({ ...owner, name: 'web' }));
}

/** The practice keys as the list of keys shows them. */
function seedApiKeys(account: Account, region: Region, number: number): void {
  const { id } = account.organization;
  const projects = account.projects.list('own');
  for (const key of Object.values(region === 'us' ? US_KEYS : EU_KEYS)) {
    if (key.account !== number) continue;
    const project = key.project === undefined ? undefined : projects[key.project - 1];
    account.apiKeys.insert(id, () => ({
      organization_id: id,
      name: key.label,
      description: null,
      scopes: key.scopes,
      project_id: project?.id ?? null,
      project_name: project?.['project_name'] ?? null,
      all_projects: project === undefined,
      created_by: null,
      created_by_name: 'Ada (practice)',
      created_at: daysBefore(90),
      last_used_at: daysBefore(1),
      expires_at: key.expired ? daysBefore(5) : null,
      user_id: null,
      active: !key.expired,
      updated_at: null,
      updated_by: null,
      claims: {},
    }));
  }
}
