import { json } from '../../shared/answer.ts';
import { aBoolean, aList, aMoment, aString, aUuid, anObject, may, must, oneOf } from '../../shared/fastApi.ts';
import { isObject } from '../../shared/fields.ts';
import { by, type Call, notFound, type Operation } from '../call.ts';
import { changed, crud, cursorPage, type Kind, made } from '../crud.ts';
import { ALL_SCOPES } from '../scopes.ts';

const organizationId = (call: Call) => call.account.organization.id;

const apiKeys: Kind = {
  path: '/api-keys/',
  parameter: 'api_key_id',
  has: 'LCUD',
  read: 'organization:read_api_key',
  write: 'organization:write_api_key',
  create: 'organization:create_api_key',
  update: 'PATCH',
  fields: {
    name: must(aString(1, 100)),
    scopes: must(aList(oneOf(...ALL_SCOPES))),
    description: may(aString()),
    claims: may(anObject),
    project_id: may(aUuid),
    expires_at: may(aMoment),
  },
  rows: (call) => call.account.apiKeys,
  owner: organizationId,
  verify: (call, values, current) => {
    const id = values['project_id'];
    const unknown = typeof id === 'string' && call.account.projects.get('own', id) === undefined;
    return current === undefined && unknown ? notFound('Project not found') : undefined;
  },
  make: (call, values) => {
    const project =
      typeof values['project_id'] === 'string' ? call.account.projects.get('own', values['project_id']) : undefined;
    return {
      organization_id: organizationId(call),
      description: null,
      expires_at: null,
      ...values,
      project_id: project?.id ?? null,
      project_name: project?.['project_name'] ?? null,
      all_projects: project === undefined,
      created_by: null,
      created_by_name: by(call),
      created_at: call.now,
      last_used_at: null,
      user_id: null,
      active: true,
      updated_at: null,
      updated_by: null,
      claims: values['claims'] ?? {},
    };
  },
  // Name, description and claims alone can be changed.
  change: (call, values) => {
    const kept = ['name', 'description', 'claims'].filter((name) => name in values);
    return { ...Object.fromEntries(kept.map((name) => [name, values[name]])), updated_at: call.now };
  },
  show: (call, row, where) =>
    where === 'written' && call.request.method === 'POST'
      ? { api_key: row, token: call.account.newSecret('apikey') }
      : row,
  remove: (call, row) => call.account.apiKeys.remove(row),
};

const SECRETS = ['url', 'auth_key'];

/** A channel's configuration with its addresses and keys masked, as they come back. */
function masked(config: unknown): unknown {
  if (!isObject(config)) return config;
  const mask = (name: string, value: unknown) =>
    SECRETS.includes(name) && typeof value === 'string' ? `${value.slice(0, 8)}********` : value;
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, mask(name, value)]));
}

const CHANNELS: Readonly<Record<string, readonly string[]>> = {
  webhook: ['format', 'url'],
  opsgenie: ['auth_key'],
  notification: ['recipients'],
};

const channels: Kind = {
  path: '/channels/',
  parameter: 'channel_id',
  has: 'LCRUD',
  read: 'organization:read_channel',
  write: 'organization:write_channel',
  fields: { label: must(aString(1, 100)), config: must(anObject), active: may(aBoolean) },
  rows: (call) => call.account.channels,
  owner: organizationId,
  verify: (_call, values) => {
    const config = values['config'];
    if (!isObject(config)) return undefined;
    const names = CHANNELS[String(config['type'])];
    const loc = ['body', 'config'];
    if (names === undefined)
      return { loc, msg: 'Input tag does not match any of the expected tags', type: 'union_tag_invalid' };
    const lacks = names.find((name) => config[name] === undefined);
    return lacks === undefined ? undefined : { loc: [...loc, lacks], msg: 'Field required', type: 'missing' };
  },
  make: (call, values) => ({ organization_id: organizationId(call), active: true, ...values, ...made(call) }),
  change: (call, values) => ({
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
    ...changed(call),
  }),
  show: (_call, row) => ({ ...row, config: masked(row['config']) }),
};

/** What only client sources show: the scopes of these operations are read off their neighbours. */
const fromSources = (path: string, parameter: string, has: string, rows: Kind['rows']): Kind => ({
  path,
  parameter,
  has,
  read: 'organization:read',
  write: 'organization:write',
  fields: { name: must(aString(1, 100)), provider: may(aString()), timezone: may(aString()), active: may(aBoolean) },
  rows,
  owner: organizationId,
  make: (call, values) => ({ organization_id: organizationId(call), ...values, ...made(call) }),
  change: (call, values) => ({ ...values, ...changed(call) }),
});

const providers: Kind = {
  ...fromSources('/gateway/providers/', 'id', 'LCRUD', (call) => call.account.providers),
  update: 'PATCH',
  list: (call, rows) => cursorPage(call, rows, 'providers'),
};

const schedules = fromSources('/schedules/', 'id', 'CRUD', (call) => call.account.schedules);

const pagerDuty: Operation = {
  method: 'GET',
  path: '/api/v1/integrations/pagerduty/services/{pagerduty_service_id}/',
  scope: 'organization:read',
  run: (call) => {
    const id = call.parameters['pagerduty_service_id'] ?? '';
    if (!/^P[A-Z0-9]{6}$/.test(id)) return notFound('PagerDuty service not found');
    return json(200, { id, name: 'Practice on-call', account_subdomain: 'practice', region: 'us' });
  },
};

export const settingOperations: readonly Operation[] = [
  ...crud(apiKeys),
  ...crud(channels),
  ...crud(providers),
  ...crud(schedules),
  pagerDuty,
];
