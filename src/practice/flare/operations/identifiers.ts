import { type Answer, json } from '../../shared/answer.ts';
import {
  aBoolean,
  aList,
  aString,
  anInteger,
  anObject,
  type Body,
  may,
  must,
  oneOf,
  unprocessable,
} from '../../shared/fastApi.ts';
import { isObject } from '../../shared/fields.ts';
import { type Call, get, notFound, type Operation, post } from '../call.ts';
import { paged } from '../pages.ts';
import { SEVERITIES } from '../seed.ts';
import { ofTenant, removes, withEntity, withFields } from './resource.ts';

const FIELDS = {
  data: must(anObject),
  name: may(aString(1, 255)),
  categories: must(aList(aString())),
  emerging_categories: must(aList(aString())),
  severities: must(aList(oneOf(...SEVERITIES))),
  group_id: may(anInteger(1)),
};

const PAGE = { most: 100, standard: 20 };
const TYPES = [
  'bin',
  'ip',
  'keyword',
  'azure_tenant',
  'domain',
  'search_query',
  'github_repository',
  'secret',
  'identity',
];

/** The name an identifier gets that was given none: what it is about. */
function nameOf(values: Body): unknown {
  const data = isObject(values['data']) ? values['data'] : {};
  return values['name'] ?? Object.values(data).find((value) => value !== data['type']) ?? 'Identifier';
}

const badType = (values: Body): Answer | undefined => {
  const finding = isObject(values['data']) ? oneOf(...TYPES)(values['data']['type']) : undefined;
  return finding === undefined ? undefined : unprocessable({ loc: ['body', 'data', 'type'], ...finding });
};

function create(call: Call, values: Body): Answer {
  return json(
    200,
    call.organization.identifiers.insert(call.tenantId, () => ({
      name: nameOf(values),
      tenant_id: call.tenantId,
      data: {},
      categories: [],
      emerging_categories: [],
      severities: [],
      group_id: null,
      enrichments: null,
      is_disabled: false,
      ...Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'name')),
      updated_at: call.now,
    })),
  );
}

function list(call: Call): Answer {
  const { query } = call.request;
  const types = query.getAll('types');
  const group = query.get('group_id');
  const disabled = query.get('is_disabled');
  const shown = ofTenant(call, 'identifiers').filter((identifier) => {
    const data = isObject(identifier['data']) ? identifier['data'] : {};
    return (
      (types.length === 0 || types.includes(String(data['type']))) &&
      (group === null || String(identifier['group_id']) === group) &&
      (disabled === null || String(identifier['is_disabled']) === disabled)
    );
  });
  return paged(call, shown, PAGE);
}

const update = (call: Call, parameter: string, fields: typeof FIELDS | typeof ASSET_FIELDS) =>
  withEntity(call, 'identifiers', parameter, (entity) =>
    withFields(call, { ...fields, is_disabled: may(aBoolean) }, (values) => {
      const kept = Object.entries(values).filter(([name, value]) => value !== null || name === 'group_id');
      const changes = { ...Object.fromEntries(kept), updated_at: call.now };
      return badType(values) ?? json(200, call.organization.identifiers.change(entity, changes));
    }),
  );

/** What the deprecated v2 needs. */
const ASSET_FIELDS = {
  name: must(aString(1, 255)),
  type: must(aString()),
  search_types: must(aList(aString())),
  data: must(anObject),
};

const groups: readonly Operation[] = [
  get('/firework/v2/assets/groups/', (call) => json(200, { assets_groups: ofTenant(call, 'groups') })),
  post('/firework/v2/assets/groups/', (call) =>
    withFields(call, { name: may(aString(1, 255)) }, ({ name }) =>
      json(200, {
        assets_group: call.organization.groups.insert(call.tenantId, (id) => ({
          tenant_id: call.tenantId,
          feed_id: id * 10,
          feed_owner_id: id,
          name: name ?? 'New group',
          urn: `urn:practice:group:${id}`,
        })),
      }),
    ),
  ),
  get('/firework/v2/assets/groups/{assets_group_id}', (call) =>
    withEntity(call, 'groups', 'assets_group_id', (group) => json(200, { assets_group: group })),
  ),
  { method: 'DELETE', path: '/firework/v2/assets/groups/{assets_group_id}', run: removes('groups', 'assets_group_id') },
];

const recommendations: readonly Operation[] = [
  get('/firework/v4/identifier-recommendations/', (call) => {
    const status = call.request.query.get('status') ?? 'pending';
    const shown = ofTenant(call, 'recommendations').filter((entry) => entry['status'] === status);
    return paged(
      call,
      shown.map(({ id, data }: Readonly<Record<string, unknown>>) => ({ id, data })),
      PAGE,
    );
  }),
  post('/firework/v4/identifier-recommendations/actions', (call) =>
    withFields(call, { targets: may(aList(anObject)), action: must(anObject) }, ({ targets, action }) => {
      const type = isObject(action) ? action['type'] : undefined;
      const finding = oneOf('accept', 'reject')(type);
      if (finding !== undefined) return unprocessable({ loc: ['body', 'action', 'type'], ...finding });
      const wanted = Array.isArray(targets) ? targets : [];
      const ids = wanted.map((target: unknown) => (isObject(target) ? target['id'] : undefined));
      for (const entry of ofTenant(call, 'recommendations')) {
        if (ids.includes(entry.id)) call.organization.recommendations.change(entry, { status: `${String(type)}ed` });
      }
      return json(200, {});
    }),
  ),
];

const one = '/firework/v4/identifiers/{identifier_id}';
const readOne: Operation['run'] = (call) =>
  withEntity(call, 'identifiers', 'identifier_id', (identifier) => json(200, identifier));

export const identifierOperations: readonly Operation[] = [
  ...groups,
  get('/firework/v4/identifiers/', list),
  post('/firework/v4/identifiers/', (call) =>
    withFields(call, FIELDS, (values) => badType(values) ?? create(call, values)),
  ),
  get(one, readOne),
  { method: 'PUT', path: one, run: (call) => update(call, 'identifier_id', FIELDS) },
  { method: 'DELETE', path: one, run: removes('identifiers', 'identifier_id', 202) },
  ...recommendations,
  get('/firework/v3/identifiers/', list),
  get('/firework/v3/identifiers/{identifier_id}', readOne),
  post('/firework/v2/assets/', (call) => withFields(call, ASSET_FIELDS, (values) => create(call, values))),
  { method: 'PUT', path: '/firework/v2/assets/{asset_id}', run: (call) => update(call, 'asset_id', ASSET_FIELDS) },
  { method: 'DELETE', path: '/firework/v2/assets/{asset_id}', run: removes('identifiers', 'asset_id') },
  post('/firework/v2/assets/{asset_id}/toggle', (call) =>
    withFields(call, { is_disabled: must(aBoolean) }, (values) => {
      const { identifiers } = call.organization;
      const entity = identifiers.get(Number(call.parameters['asset_id']), call.tenantId);
      return entity === undefined ? notFound(call) : json(200, identifiers.change(entity, values));
    }),
  ),
];
