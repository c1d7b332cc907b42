import { type Answer, json } from '../../shared/answer.ts';
import { aBoolean, aList, aString, anInteger, anObject, may, must } from '../../shared/fastApi.ts';
import type { Entity } from '../../shared/table.ts';
import { type Call, get, notFound, numberOf, type Operation, post } from '../call.ts';
import { paged } from '../pages.ts';
import { withEntity, withFields } from './resource.ts';

/** The tenants the key's user has a part in. */
const ownTenants = (call: Call) =>
  call.organization.tenants.list(null).filter((tenant) => call.key.tenants.includes(tenant.id));

const profile = (call: Call) => ({
  profile: {
    id: call.key.userId,
    name: call.key.isAdmin ? 'Ada' : 'Grace',
    surname: 'Practice',
    email: `user-${call.key.userId}@practice.example`,
    organization_id: call.organization.id,
    language: 'en',
    color_scheme: 'system',
    settings: {},
    tenants: ownTenants(call),
  },
});

const me: readonly Operation[] = [
  get('/tokens/test', (call) =>
    json(200, {
      api_key_id: call.key.userId * 100,
      organization_id: call.organization.id,
      scopes: ['authenticated', 'apikey', 'firework'],
      tenant_id: call.tenantId,
      user_email: `user-${call.key.userId}@practice.example`,
      user_id: call.key.userId,
    }),
  ),
  get('/firework/v2/me/tenants', (call) => json(200, { tenants: ownTenants(call) })),
  get('/firework/v2/me/profile', (call) => json(200, profile(call))),
  {
    method: 'PUT',
    path: '/firework/v2/me/profile',
    run: (call) => {
      const fields = {
        name: must(aString(1)),
        surname: must(aString(1)),
        settings: must(anObject),
        color_scheme: must(aString(1)),
      };
      return withFields(call, fields, (values) => json(200, { profile: { ...profile(call).profile, ...values } }));
    },
  },
];

const MEMBERS = '/firework/v2/organizations/{organization_id}/members';
const admin = { admin: true };
const PAGE = { most: 100, standard: 20 };

const onMember = (run: (call: Call, member: Entity) => Answer) => (call: Call) =>
  withEntity(call, 'members', 'user_id', (member) => run(call, member), null);

const changeMember = (call: Call, member: Entity, fields: Readonly<Record<string, unknown>>) =>
  json(200, { member: call.organization.members.change(member, fields) });

const members: readonly Operation[] = [
  // A list under a name of its own, unlike v4.
  get(MEMBERS, (call) => json(200, { members: call.organization.members.list(null) }), admin),
  post(
    MEMBERS,
    (call) => {
      const fields = {
        name: must(aString(1)),
        surname: must(aString(1)),
        email: must(aString(3)),
        organization_member_permissions: must(aList(aString())),
      };
      return withFields(call, fields, (values) =>
        json(200, {
          member: call.organization.members.insert(null, (id) => ({
            ...values,
            is_disabled: false,
            registered_at: null,
            urn: `urn:practice:user:${id}`,
          })),
        }),
      );
    },
    admin,
  ),
  get(
    `${MEMBERS}/{user_id}`,
    onMember((_call, member) => json(200, { member })),
    admin,
  ),
  {
    method: 'PUT',
    path: `${MEMBERS}/{user_id}`,
    ...admin,
    run: onMember((call, member) => {
      const fields = { name: may(aString(1)), surname: may(aString(1)), is_disabled: may(aBoolean) };
      return withFields(call, fields, (values) => changeMember(call, member, values));
    }),
  },
  post(
    `${MEMBERS}/{user_id}/enable`,
    onMember((call, member) => changeMember(call, member, { is_disabled: false })),
    admin,
  ),
  post(
    `${MEMBERS}/{user_id}/disable`,
    onMember((call, member) => changeMember(call, member, { is_disabled: true })),
    admin,
  ),
  get(
    `${MEMBERS}/{user_id}/tenants`,
    onMember((call) => paged(call, call.organization.tenants.list(null), PAGE)),
    admin,
  ),
  post(
    `${MEMBERS}/{user_id}/permissions`,
    onMember((call, member) =>
      withFields(call, { permission: must(aString(1)), value: must(aBoolean) }, () => json(200, { member })),
    ),
    admin,
  ),
];

const TENANTS = '/firework/v2/organizations/{organization_id}/tenants';

/** A tenant the caller may see: its own ones, and all of them for an administrator. */
const onTenant = (run: (call: Call, tenant: Entity) => Answer) => (call: Call) => {
  const id = numberOf(call, 'tenant_id') ?? 0;
  const visible = call.key.isAdmin || call.key.tenants.includes(id);
  return visible ? withEntity(call, 'tenants', 'tenant_id', (tenant) => run(call, tenant), null) : notFound(call);
};

const tenants: readonly Operation[] = [
  get(TENANTS, (call) => paged(call, call.organization.tenants.list(null), PAGE), admin),
  post(
    TENANTS,
    (call) => {
      const fields = { name: may(aString(1)), description: may(aString()), industry: may(aString()) };
      return withFields(call, fields, (values) =>
        json(200, {
          tenant: call.organization.tenants.insert(null, (id) => ({
            name: 'New tenant',
            type: 'standard',
            description: null,
            organization_id: call.organization.id,
            urn: `urn:practice:tenant:${id}`,
            number_of_employees: null,
            industry: null,
            is_disabled: false,
            is_archived: false,
            feed_id: id * 10,
            permissions: ['view', 'edit'],
            prevent_global_search: false,
            ...values,
          })),
        }),
      );
    },
    admin,
  ),
  get(
    '/firework/v2/tenants/{tenant_id}',
    onTenant((_call, tenant) => json(200, { tenant })),
  ),
  {
    method: 'PUT',
    path: '/firework/v2/tenants/{tenant_id}',
    ...admin,
    run: onTenant((call, tenant) => {
      const fields = {
        name: must(aString(1)),
        description: must(aString()),
        number_of_employees: must(anInteger()),
        industry: must(aString()),
        prevent_global_search: may(aBoolean),
      };
      return withFields(call, fields, (values) =>
        json(200, { tenant: call.organization.tenants.change(tenant, values) }),
      );
    }),
  },
  post(
    '/firework/v2/tenants/{tenant_id}/archive',
    onTenant((call, tenant) => json(200, { tenant: call.organization.tenants.change(tenant, { is_archived: true }) })),
    admin,
  ),
  get(
    '/firework/v2/tenants/{tenant_id}/users',
    onTenant((call) => json(200, { users: call.organization.members.list(null) })),
  ),
  post(
    '/firework/v2/tenants/{tenant_id}/users',
    onTenant((call) =>
      withFields(call, { users: may(aList(anObject)) }, ({ users }) => json(200, { users: users ?? [] })),
    ),
    admin,
  ),
  {
    method: 'DELETE',
    path: '/firework/v2/tenants/{tenant_id}/users/{user_id}',
    ...admin,
    run: onTenant((call) => withEntity(call, 'members', 'user_id', () => json(200, {}), null)),
  },
];

export const peopleOperations: readonly Operation[] = [...me, ...members, ...tenants];
