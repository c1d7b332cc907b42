import { daysBefore, pick } from '../shared/dates.ts';
import { practiceUuid } from '../shared/rows.ts';
import { FLARE_KEYS, OTHER_TENANT, TENANTS, type OrganizationName } from './keys.ts';
import { type Budgets, Organization } from './organization.ts';

export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'];
const TYPES = ['chat_message', 'leak', 'listing', 'ransomleak', 'stealer_log'];

interface Size {
  readonly identifiers: number;
  readonly events: number;
}

/** An organization as it is when practice mode starts: the same every time, whatever the clock says. */
export function seedOrganization(name: OrganizationName, budgets: Budgets, searches: number): Organization {
  const second = name === 'second';
  const organization = new Organization(second ? 2 : 1, second ? OTHER_TENANT : TENANTS.bank, budgets, searches);
  const tenants: readonly (readonly [string, Size])[] = second
    ? [['Second organization', { identifiers: 4, events: 6 }]]
    : [
        ['Practice Bank', { identifiers: 47, events: 45 }],
        ['Practice Retail <b>&amp;</b> **Co** مشروع', { identifiers: 12, events: 23 }],
        ['Closed tenant', { identifiers: 0, events: 0 }],
      ];
  for (const [index, [tenantName, size]] of tenants.entries()) {
    const tenant = organization.tenants.insert(null, (id) => ({
      name: tenantName,
      type: 'standard',
      description: index === 2 ? 'Closed last year' : null,
      organization_id: organization.id,
      urn: `urn:practice:tenant:${id}`,
      number_of_employees: 100 * (index + 1),
      industry: pick(['finance', 'retail', 'energy'], index),
      is_disabled: index === 2,
      is_archived: false,
      feed_id: id * 10,
      permissions: ['view', 'edit'],
      prevent_global_search: false,
    }));
    seedTenant(organization, tenant.id, size);
  }
  for (const key of Object.values(FLARE_KEYS)) {
    if (key.organization !== name) continue;
    organization.members.insert(null, (id) => ({
      name: key.isAdmin ? 'Ada' : 'Grace',
      surname: 'Practice',
      email: `member-${id}@practice.example`,
      organization_member_permissions: key.isAdmin ? ['admin'] : [],
      is_disabled: false,
      registered_at: daysBefore(300),
      urn: `urn:practice:user:${id}`,
    }));
  }
  return organization;
}

const identifierData = (number: number) =>
  pick(
    [
      { type: 'domain', fqdn: `site-${number}.practice.example` },
      { type: 'keyword', keyword: `practice ${number}` },
      { type: 'ip', ip: `192.0.2.${number % 250}` },
      { type: 'github_repository', repo_owner: 'practice', repo_name: `repository-${number}` },
    ],
    number,
  );

function seedTenant(organization: Organization, tenantId: number, size: Size): void {
  const group = organization.groups.insert(tenantId, (id) => ({
    tenant_id: tenantId,
    feed_id: id * 10,
    feed_owner_id: id,
    name: 'Everything public',
    urn: `urn:practice:group:${id}`,
  }));
  for (let number = 0; number < size.identifiers; number += 1) {
    const data = identifierData(number);
    organization.identifiers.insert(tenantId, () => ({
      name: number === 5 ? '<b>Tag</b> [link](//x.test)' : `Identifier ${number + 1}`,
      tenant_id: tenantId,
      data,
      categories: ['leak', 'chat_message'],
      emerging_categories: [],
      severities: SEVERITIES.slice(number % 4),
      group_id: number % 3 === 0 ? group.id : null,
      enrichments: null,
      is_disabled: number % 9 === 8,
      updated_at: daysBefore(number),
    }));
  }
  for (let number = 0; number < size.events; number += 1) seedEvent(organization, tenantId, number);
  if (size.identifiers > 0) seedManagement(organization, tenantId);
}

function seedEvent(organization: Organization, tenantId: number, number: number): void {
  const identifier = pick(organization.identifiers.list(tenantId), number);
  organization.events.insert(tenantId, (id) => {
    const type = pick(TYPES, number);
    const uid = `practice/${type}/${id}`;
    return {
      identifier_id: identifier.id,
      item: {
        metadata: {
          uid,
          estimated_created_at: daysBefore(number + 1),
          matched_at: daysBefore(number),
          type,
          severity: pick(SEVERITIES, number),
          flare_url: `https://app.flare.example/#/uid?uid=${encodeURIComponent(uid)}`,
        },
        tenant_metadata: { severity: null, notes: null, tags: [], remediated_at: null, ignored_at: null },
        identifiers: [{ id: identifier.id, name: identifier['name'] }],
        highlights: { content: ['a <mark>practice</mark> hit'] },
      },
    };
  });
  organization.credentials.insert(tenantId, (id) => ({
    identity_name: `person-${number}@practice.example`,
    domain: 'practice.example',
    source_id: `practice-source-${number % 3}`,
    imported_at: daysBefore(number),
    hash: 'not-a-password',
    hash_type: 'unknown',
    source: null,
    known_password_id: null,
    credential_hash: `practice-hash-${id}`,
    event_uid: null,
    auth_domains: [],
    urls: [],
  }));
  organization.cookies.insert(tenantId, () => ({
    host_key: '.practice.example',
    path: '/',
    expires_utc: daysBefore(-30),
    name: `cookie-${number}`,
    value: 'practice-cookie-value',
    imported_at: daysBefore(number),
  }));
}

function seedManagement(organization: Organization, tenantId: number): void {
  const channel = organization.channels.insert(tenantId, () => ({
    name: 'On-call mailbox',
    type: 'email',
    state: { status: 'success', message: null },
    alert_count: 12,
  }));
  for (const [index, identifier] of organization.identifiers.list(tenantId).slice(0, 12).entries()) {
    organization.alerts.insert(tenantId, () => ({
      feed_definition: { type: 'identifier', id: identifier.id },
      type: 'email',
      created_at: daysBefore(60),
      updated_at: daysBefore(5),
      name: `Alert ${index + 1}`,
      tenant_id: tenantId,
      organization_id: organization.id,
      search_types: ['leak'],
      experimental_search_types: [],
      risks: [3, 4, 5],
      alert_channel_id: channel.id,
      alert_channel: { id: channel.id, name: channel['name'], type: 'email' },
      frequency: 86_400,
      start_at: daysBefore(60),
      identifier_scope: null,
    }));
    organization.recommendations.insert(tenantId, () => ({
      data: { type: 'domain', fqdn: `suggested-${index}.practice.example` },
      status: 'pending',
    }));
  }
  for (let index = 0; index < 30; index += 1) {
    const policy = organization.policies.insert(tenantId, (id) => ({
      uuid: practiceUuid(0x30, organization.id, id),
      name: `Policy ${index + 1}`,
      policy_type: index % 2 === 0 ? 'EXCLUDED_KEYWORDS' : 'LUCENE_QUERY',
      value: index % 2 === 0 ? { keywords: ['practice'] } : { query: 'title:practice' },
      created_at: daysBefore(90),
      last_updated_at: daysBefore(9),
    }));
    const identifier = organization.identifiers.list(tenantId)[0];
    organization.assignments.insert(tenantId, () => ({
      policy_id: policy.id,
      identifier_id: identifier?.id,
      identifier_name: identifier?.['name'],
      clean_past_events: false,
      assigned_at: daysBefore(8),
    }));
  }
  for (let index = 0; index < 4; index += 1) {
    organization.reports.insert(tenantId, () => ({
      title: `Monthly report ${index + 1}`,
      author: 'Ada Practice',
      tenant_id: tenantId,
      report_group_id: 1,
      report_type: 'v1',
      status: pick(['completed', 'draft', 'processing', 'scheduled'], index),
      elements: [],
      audience: null,
      created_at: daysBefore(40 - index),
      updated_at: daysBefore(20),
      is_archived: index === 3,
    }));
  }
}
