import { json, noContent } from '../../shared/answer.ts';
import {
  aBoolean,
  aDuration,
  aList,
  aMoment,
  aString,
  aUuid,
  anInteger,
  anObject,
  may,
  must,
  oneOf,
  readBody,
  unprocessable,
} from '../../shared/fastApi.ts';
import type { Row } from '../../shared/rows.ts';
import { by, type Call, missingScope, notFound, type Operation, refused } from '../call.ts';
import { changed, crud, type Kind, made, withRow } from '../crud.ts';

const projects: Kind = {
  path: '/projects/',
  parameter: 'project_id',
  has: 'LCRUD',
  read: 'project:read',
  write: 'project:write',
  create: 'organization:create_project',
  fields: {
    project_name: must(aString(2, 50, /^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
    description: may(aString(0, 500)),
    visibility: may(oneOf('private', 'public')),
  },
  rows: (call) => call.account.projects,
  owner: () => 'own',
  filter: (call) => (row) => call.ownProject === undefined || row.id === call.ownProject.id,
  find: (call) => call.project,
  list: (call, rows) => {
    const refuses = call.ownProject !== undefined && call.variants.get('project-key-lists-projects') === '403';
    return refuses ? missingScope('project:read') : json(200, rows);
  },
  verify: (call, values, current) => {
    const taken = call.account.projects
      .list('own')
      .some((row) => row['project_name'] === values['project_name'] && row.id !== current?.id);
    return taken ? refused(409, 'A project with this name already exists') : undefined;
  },
  make: (call, values) => ({
    project_name: values['project_name'],
    created_at: call.now,
    description: values['description'] ?? null,
    organization_name: call.account.organization['organization_name'],
    visibility: values['visibility'] ?? 'private',
    updated_at: call.now,
  }),
  change: (call, values) => ({
    ...Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== null || name === 'description')),
    updated_at: call.now,
  }),
  // What is answered to a write lacks `updated_at`, as documented.
  show: (_call, row, where) => {
    const { updated_at: _updated, ...written } = row;
    return where === 'written' ? written : row;
  },
  remove: (call, row) => call.account.removeProject(row),
};

const inProject = (name: string) => `/projects/{project_id}/${name}/`;
const ownerProject = (call: Call) => call.project.id;
const NOTIFY = ['has_matches', 'has_matches_changed', 'matches_changed', 'starts_having_matches'];

const channelsOf = (call: Call, ids: unknown) =>
  Array.isArray(ids)
    ? ids.flatMap((id) => {
        const channel = call.account.channels.get(call.account.organization.id, String(id));
        return channel === undefined ? [] : [{ ...channel, schedule_id: null }];
      })
    : [];

const alerts: Kind = {
  path: inProject('alerts'),
  parameter: 'alert_id',
  has: 'LCRUD',
  read: 'project:read_alert',
  write: 'project:write_alert',
  fields: {
    name: must(aString(1, 100)),
    description: must(aString()),
    query: must(aString(1)),
    time_window: must(aDuration),
    frequency: must(aDuration),
    watermark: must(aDuration),
    active: may(aBoolean),
    channel_ids: may(aList(aUuid)),
    channel_assignments: may(aList(anObject)),
    notify_when: must(oneOf(...NOTIFY)),
  },
  rows: (call) => call.account.alerts,
  owner: ownerProject,
  make: (call, values) => {
    const { channel_ids: ids, channel_assignments: _assignments, ...fields } = values;
    return {
      organization_id: call.account.organization.id,
      project_id: call.project.id,
      ...made(call),
      active: true,
      ...fields,
      channels: channelsOf(call, ids),
      last_run: null,
      has_matches: null,
      has_errors: null,
      result: null,
      result_length: null,
    };
  },
  change: (call, values) => {
    const { channel_ids: ids, channel_assignments: _assignments, ...fields } = values;
    return { ...fields, ...(ids === undefined ? {} : { channels: channelsOf(call, ids) }), ...changed(call) };
  },
  // The last run is told when an alert is read, not when it is written.
  show: (_call, row, where) => {
    const { last_run: _run, has_matches: _matches, has_errors: _errors, result: _result, ...rest } = row;
    const { result_length: _length, ...written } = rest as Row;
    return where === 'written' ? written : row;
  },
};

const dashboards: Kind = {
  path: inProject('dashboards'),
  parameter: 'dashboard_id',
  has: 'LCRUD',
  read: 'project:read_dashboard',
  write: 'project:write_dashboard',
  created: 200,
  fields: {
    name: must(aString(1, 100)),
    slug: must(aString(1, 100, /^[a-z0-9-]+$/)),
    definition: must(anObject),
    version: may(anInteger(1)),
  },
  rows: (call) => call.account.dashboards,
  owner: ownerProject,
  // By id or by slug.
  find: (call, text) =>
    call.account.dashboards
      .list(call.project.id)
      .find((row) => row.id === text.toLowerCase() || row['dashboard_slug'] === text),
  verify: (call, values, current) => {
    const version = values['version'];
    if (current !== undefined && typeof version === 'number' && version !== current['version']) {
      return refused(409, 'The dashboard was changed meanwhile');
    }
    const rows = call.account.dashboards.list(call.project.id);
    const taken = current === undefined && rows.some((row) => row['dashboard_slug'] === values['slug']);
    return taken ? refused(409, 'A dashboard with this slug already exists') : undefined;
  },
  make: (call, values) => ({
    project_id: call.project.id,
    ...made(call),
    dashboard_name: values['name'],
    dashboard_slug: values['slug'],
    version: 1,
    definition: values['definition'],
  }),
  change: (call, values, row) => ({
    dashboard_name: values['name'] ?? row['dashboard_name'],
    definition: values['definition'] ?? row['definition'],
    version: Number(row['version']) + 1,
    ...changed(call),
  }),
  show: (_call, row, where) => {
    const { definition, ...summary } = row;
    if (where === 'one') return { dashboard: definition };
    return where === 'list' ? summary : row;
  },
};

/** Write and read tokens: lists give a prefix; only making and rotating one tells the token, once. */
function tokens(kind: 'write' | 'read'): readonly Operation[] {
  const scope = `project:${kind}_token`;
  const shared: Kind = {
    path: inProject(`${kind}-tokens`),
    parameter: 'token_id',
    has: 'L',
    read: scope,
    write: scope,
    fields: { expires_at: may(aMoment) },
    rows: (call) => (kind === 'write' ? call.account.writeTokens : call.account.readTokens),
    owner: ownerProject,
    make: () => ({}),
  };
  const secret = (call: Call, expiry: unknown) => {
    const token = call.account.newSecret(kind);
    const row = shared.rows(call).insert(call.project.id, () => ({
      project_id: call.project.id,
      created_at: call.now,
      description: null,
      expires_at: expiry ?? null,
      project_name: call.project['project_name'],
      created_by_name: by(call),
      token_prefix: token.slice(0, 14),
      active: true,
    }));
    const {
      project_name: _project,
      created_by_name: _by,
      token_prefix: _prefix,
      active: _active,
      ...shown
    } = row as Row;
    return json(201, { ...shown, token });
  };
  const one = `/api/v1${shared.path}{token_id}/`;
  return [
    ...crud(shared),
    {
      method: 'POST',
      path: `/api/v1${shared.path}`,
      scope,
      run: (call) => {
        const { values, problems } = readBody(call.body, shared.fields);
        return problems.length > 0 ? unprocessable(...problems) : secret(call, values['expires_at']);
      },
    },
    {
      method: 'POST',
      path: `${one}rotate/`,
      scope,
      run: (call) =>
        withRow(shared, call, (row) => {
          shared.rows(call).change(row, { active: false });
          return secret(call, row['expires_at']);
        }),
    },
    {
      method: 'PATCH',
      path: `${one}expire/`,
      scope,
      run: (call) =>
        withRow(shared, call, (row) => {
          shared.rows(call).change(row, { expires_at: call.now, active: false });
          return noContent();
        }),
    },
    {
      method: 'DELETE',
      path: one,
      scope,
      run: (call) =>
        withRow(shared, call, (row) => {
          if (row['active'] !== true) return notFound('Token not found');
          shared.rows(call).change(row, { active: false });
          return noContent();
        }),
    },
  ];
}

export const projectOperations: readonly Operation[] = [
  ...crud(projects),
  ...crud(alerts),
  ...crud(dashboards),
  ...tokens('write'),
  ...tokens('read'),
];
