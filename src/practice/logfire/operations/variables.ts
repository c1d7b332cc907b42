import { json } from '../../shared/answer.ts';
import { aBoolean, aList, aString, aUuid, anObject, may, must } from '../../shared/fastApi.ts';
import { isObject } from '../../shared/fields.ts';
import type { Operation } from '../call.ts';
import { crud, type Kind, made } from '../crud.ts';

const nullableObject = (value: unknown) => (value === null ? undefined : anObject(value));
const nullableString = (value: unknown) => (value === null ? undefined : aString()(value));

/** What the list answers for each: without ids and authors, and with what a label leads to. */
function config(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = ['name', 'kind', 'labels', 'latest_version', 'rollout', 'overrides', 'description', 'json_schema'];
  const more = ['template_inputs_schema', 'type_name', 'aliases', 'example', 'display_name', 'prompt_slug'];
  return Object.fromEntries([...fields, ...more].map((name) => [name, row[name] ?? null]));
}

const variables: Kind = {
  path: '/projects/{project_id}/variables/',
  parameter: 'name',
  has: 'LCRU',
  read: 'project:read_variables',
  write: 'project:write_variables',
  fields: {
    name: must(aString(1, 100, /^[A-Za-z_][A-Za-z0-9_]*$/)),
    description: must(nullableString),
    json_schema: must(nullableObject),
    template_inputs_schema: may(anObject),
    type_id: may(aUuid),
    rollout: must(anObject),
    overrides: must(aList(anObject)),
    aliases: may(aList(aString())),
    example: may(aString()),
    external: may(aBoolean),
    labels: may(anObject),
  },
  rows: (call) => call.account.variables,
  owner: (call) => call.project.id,
  // Alone among all, these are read by name.
  find: (call, text) => call.account.variables.list(call.project.id).find((row) => row['name'] === text),
  // An object of objects by name, not the bare array.
  list: (_call, rows) =>
    json(200, { variables: Object.fromEntries(rows.map((row) => [String(row['name']), config(row)])) }),
  verify: (call, values, current) => {
    const taken = call.account.variables
      .list(call.project.id)
      .some((row) => row['name'] === values['name'] && row.id !== current?.id);
    const loc = ['body', 'name'];
    return taken ? { loc, msg: 'A variable with this name already exists', type: 'value_error' } : undefined;
  },
  make: (call, values) => {
    const labels = isObject(values['labels']) ? values['labels'] : {};
    return {
      project_id: call.project.id,
      type_id: null,
      type_name: null,
      kind: 'general',
      display_name: null,
      prompt_slug: null,
      template_inputs_schema: null,
      latest_version: null,
      aliases: [],
      example: null,
      external: false,
      ...values,
      labels,
      ...made(call),
    };
  },
  change: (call, values) => ({ ...values, updated_at: call.now }),
  show: (_call, row, where) => (where === 'one' ? config(row) : row),
};

export const variableOperations: readonly Operation[] = crud(variables);
