import { type Answer, json, noContent } from '../../shared/answer.ts';
import { practiceUuid } from '../../shared/rows.ts';
import {
  aList,
  aMoment,
  aString,
  anObject,
  may,
  missing,
  must,
  oneOf,
  readBody,
  unprocessable,
} from '../../shared/fastApi.ts';
import { type Call, type Operation, refused } from '../call.ts';
import { crud, type Kind, withRow } from '../crud.ts';

const ROLES = ['admin', 'member', 'guest', 'billing'];
export const roleId = (role: string) => practiceUuid(0x20, 0, Math.max(0, ROLES.indexOf(role)) + 1);

const DETAILS = {
  organization_display_name: may(aString(0, 100)),
  github_handle: may(aString()),
  location: may(aString()),
  avatar: may(aString()),
  links: may(aList(anObject)),
  description: may(aString()),
};

/** An organization as it begins; the first one belongs to the keys, the others to a self-hosted instance. */
export function organizationFields(name: string, display: string, created: string): Readonly<Record<string, unknown>> {
  return {
    organization_name: name,
    subscription_plan: 'team',
    has_admin_panel: false,
    created_at: created,
    updated_at: created,
    billing_email: null,
    organization_display_name: display,
    github_handle: null,
    location: null,
    avatar: null,
    links: null,
    description: null,
    spending_cap: null,
    spending_cap_reached_at: null,
    planless_grace_period_ends_at: null,
    gateway_enabled: true,
    ai_enabled: true,
    ai_training_enabled: false,
  };
}

const everyOrganization = (call: Call) => [
  ...call.account.organizations.list('own'),
  ...call.account.organizations.list('instance'),
];

/** The list of organizations: deprecated under `/organizations/`, and under `/instance/organizations/`. */
const organizations = (path: string, scope: string, has: string): Kind => ({
  path,
  parameter: 'organization_id',
  has,
  read: scope,
  write: scope,
  fields: { organization_name: must(aString(2, 50)), billing_email: may(aString()), ...DETAILS },
  rows: (call) => call.account.organizations,
  owner: () => 'instance',
  list: (call) => json(200, everyOrganization(call)),
  find: (call, text) => everyOrganization(call).find((row) => row.id === text.toLowerCase()),
  make: (call, values) => ({
    ...organizationFields(String(values['organization_name']), String(values['organization_name']), call.now),
    ...values,
  }),
  change: (call, values) => ({ ...values, updated_at: call.now }),
});

function changeOwn(call: Call): Answer {
  const { values, problems } = readBody(call.body, { organization_name: may(aString(2, 50)), ...DETAILS });
  if (problems.length > 0) return unprocessable(...problems);
  return json(200, call.account.organizations.change(call.account.organization, { ...values, updated_at: call.now }));
}

const own: readonly Operation[] = [
  {
    method: 'GET',
    path: '/api/v1/organization/',
    scope: 'organization:read',
    run: (call) => json(200, call.account.organization),
  },
  { method: 'PUT', path: '/api/v1/organization/', scope: 'organization:write', run: changeOwn },
  {
    method: 'DELETE',
    path: '/api/v1/organization/',
    scope: 'organization:write',
    run: () => refused(409, 'This practice organization cannot be deleted'),
  },
];

const members: Kind = {
  path: '/members/',
  parameter: 'user_id',
  has: 'LD',
  read: 'organization:read_member',
  write: 'organization:write_member',
  fields: { role: must(oneOf(...ROLES)) },
  rows: (call) => call.account.members,
  owner: (call) => call.account.organization.id,
  make: () => ({}),
};

const changeMember: Operation = {
  method: 'PATCH',
  path: '/api/v1/members/{user_id}/',
  scope: 'organization:write_member',
  run: (call) =>
    withRow(members, call, (row) => {
      const { values, problems } = readBody(call.body, members.fields);
      if (problems.length > 0) return unprocessable(...problems);
      const role = String(values['role']);
      call.account.members.change(row, { role, role_id: roleId(role) });
      return noContent();
    }),
};

const invitations = (path: string, has: string, write: string): Kind => ({
  path,
  parameter: 'invitation_id',
  has,
  read: 'organization:read_invitation',
  write,
  fields: { role: must(oneOf(...ROLES)), expiration: may(aMoment) },
  rows: (call) => call.account.invitations,
  owner: (call) => call.account.organization.id,
  make: (call, values, id) => ({
    organization_id: call.account.organization.id,
    invite_url: `https://logfire.example/invite/practice-${id.slice(-4)}`,
    expiration: values['expiration'] ?? null,
    max_usage_count: 1,
    role_id: roleId(String(values['role'])),
    usage_count: 0,
    created_at: call.now,
    last_used_at: null,
  }),
  // Making one answers its address alone.
  show: (_call, row, where) => (where === 'written' ? { invite_url: row['invite_url'] } : row),
});

const NINETY_DAYS = 90 * 24 * 60 * 60 * 1000;

const auditLogs: Kind = {
  path: '/audit-logs/',
  parameter: 'audit_log_id',
  has: 'LR',
  read: 'organization:auditlog',
  write: undefined,
  fields: {},
  rows: (call) => call.account.auditLogs,
  owner: (call) => call.account.organization.id,
  list: (call, rows) => {
    const { query } = call.request;
    const start = query.get('start_time');
    if (start === null) return unprocessable(missing('query', 'start_time'));
    const finding = aMoment(start);
    if (finding !== undefined) return unprocessable({ loc: ['query', 'start_time'], ...finding });
    const from = Date.parse(start);
    const to = Date.parse(query.get('end_time') ?? call.now);
    if (to - from > NINETY_DAYS) return refused(400, 'The time range must be at most 90 days');
    const action = query.get('action');
    const shown = rows.filter((row) => {
      const at = Date.parse(String(row['created_at']));
      return at >= from && at <= to && (action === null || row['action'] === action);
    });
    return json(
      200,
      shown.map(({ metadata: _metadata, ...row }: Readonly<Record<string, unknown>>) => row),
    );
  },
  make: () => ({}),
};

/** The groups of a directory and the roles they give, under both of their addresses. */
const groupMappings = ['/api/v1/group-mappings/', '/api/v1/instance/group-mappings/'].flatMap(
  (path): readonly Operation[] => [
    {
      method: 'GET',
      path,
      scope: 'instance:admin',
      run: (call) => json(200, { group_organization_mapping: call.account.groupMappings }),
    },
    {
      method: 'PUT',
      path,
      scope: 'instance:admin',
      run: (call) => {
        const { values, problems } = readBody(call.body, { group_organization_mapping: must(aList(anObject)) });
        if (problems.length > 0) return unprocessable(...problems);
        call.account.groupMappings = values['group_organization_mapping'] as readonly unknown[];
        return json(200, values);
      },
    },
  ],
);

export const organizationOperations: readonly Operation[] = [
  ...own,
  ...crud(organizations('/organizations/', 'organization:admin', 'LCRUD')),
  ...crud(organizations('/instance/organizations/', 'instance:admin', 'LC')),
  ...groupMappings,
  ...crud(members),
  changeMember,
  ...crud(invitations('/invitations/', 'LC', 'organization:write_invitation')),
  ...crud(invitations('/organizations/{organization_id}/invitations/', 'C', 'organization:admin')),
  ...crud(auditLogs),
];
