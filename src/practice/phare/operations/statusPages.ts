import { json } from '../../shared/answer.ts';
import {
  anyObject,
  type Check,
  integer,
  isObject,
  listOf,
  nullable,
  oneOf,
  optional,
  readFields,
  required,
  text,
  type Values,
  webAddress,
  yesOrNo,
} from '../../shared/fields.ts';
import { type Call, errorCollector, notFound, type Operation } from '../call.ts';
import { pageOf } from '../pages.ts';
import { find, type ResourceKind, resourceOperations } from './crud.ts';

const monitorComponent = {
  componentable_type: required(oneOf(['uptime/monitor'])),
  componentable_id: required(integer()),
  display_name: optional(text()),
};

const component: Check = (value, field, report) => {
  const group = isObject(value) && value['componentable_type'] === 'uptime/group';
  if (!isObject(value)) report(field, `The ${field} field must be an object.`);
  else if (!group) readFields(value, monitorComponent, false, report, `${field}.`);
  else {
    const inner: Check = (item, place, tell) => {
      if (isObject(item)) readFields(item, monitorComponent, false, tell, `${place}.`);
      else tell(place, `The ${place} field must be an object.`);
    };
    const rules = { name: required(text()), is_expanded: optional(yesOrNo), components: required(listOf(inner)) };
    readFields(value, rules, false, report, `${field}.`);
  }
};

/** What is stored of the fields sent: secrets go in and only whether there is one comes out. */
function withoutSecrets(values: Values, current: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { access_token: token, access_password: password, ...fields } = values;
  const tokenEnabled = token === undefined ? current['access_token_enabled'] === true : token !== null;
  const passwordEnabled = password === undefined ? current['access_password_enabled'] === true : password !== null;
  return {
    ...fields,
    is_private: tokenEnabled || passwordEnabled,
    access_password_enabled: passwordEnabled,
    access_token_enabled: tokenEnabled,
  };
}

const statusPages: ResourceKind = {
  path: '/uptime/status-pages',
  parameter: 'statusPageId',
  product: 'uptime',
  scoped: true,
  rules: {
    name: required(text()),
    subdomain: required(text(63)),
    domain: nullable(text()),
    title: required(text()),
    description: required(text(5000)),
    search_engine_indexed: required(yesOrNo),
    website_url: required(webAddress),
    color_scheme: optional(oneOf(['all', 'dark', 'light'])),
    theme: nullable(anyObject),
    components: required(listOf(component)),
    timeframe: optional(oneOf([30, 60, 90])),
    show_response_times: optional(yesOrNo),
    subscription_channels: optional(listOf(oneOf(['rss', 'atom', 'slack']))),
    access_ips: nullable(listOf(text())),
    access_token: nullable(text()),
    access_password: nullable(text()),
  },
  table: (call) => call.organization.statusPages,
  owners: (call) => [call.projectId],
  make: (_call, values) => ({
    domain: null,
    color_scheme: 'all',
    theme: {},
    timeframe: 90,
    show_response_times: false,
    subscription_channels: [],
    access_ips: [],
    ...withoutSecrets(values, {}),
  }),
  change: (_call, values, current) => withoutSecrets(values, current),
};

function currentComponent(call: Call, value: unknown): Readonly<Record<string, unknown>> {
  const entry = isObject(value) ? value : {};
  const monitor = call.organization.monitors.get(Number(entry['componentable_id']), call.projectId);
  const state = {
    component_type: entry['componentable_type'],
    component_id: entry['componentable_id'] ?? null,
    name: entry['display_name'] ?? entry['name'] ?? monitor?.['name'],
    response_time: monitor?.['response_time'] ?? null,
    availability: 99.95,
    current_incident_impact: monitor?.['status'] === 'offline' ? 'major_outage' : 'operational',
  };
  const inner = entry['components'];
  return Array.isArray(inner) ? { ...state, components: inner.map((item) => currentComponent(call, item)) } : state;
}

const currentStatus: Operation = {
  method: 'GET',
  path: '/uptime/status-pages/{statusPageId}/current-status',
  product: 'uptime',
  scoped: true,
  run: (call) => {
    const page = find(statusPages, call);
    if (page === undefined) return notFound();
    const errors = errorCollector();
    pageOf(call, errors.report);
    const incidents = call.organization.incidents.list(call.projectId);
    const active = incidents.filter((incident) => incident['status'] !== 'recovered');
    const components = Array.isArray(page['components']) ? page['components'] : [];
    return (
      errors.answer() ??
      json(200, {
        current_incident_impact: active[0]?.['impact'] ?? 'operational',
        availability: 99.95,
        updated_at: call.now,
        components: components.map((item) => currentComponent(call, item)),
        active_incidents: active,
      })
    );
  },
};

export const statusPageOperations: readonly Operation[] = [...resourceOperations(statusPages), currentStatus];
