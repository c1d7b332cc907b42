import { type Answer, json } from '../../shared/answer.ts';
import { type Body, type Fields, readBody, unprocessable } from '../../shared/fastApi.ts';
import type { Entity, Table } from '../../shared/table.ts';
import { type Call, notFound, numberOf } from '../call.ts';
import type { Organization } from '../organization.ts';

type TableName = {
  [name in keyof Organization]: Organization[name] extends Table ? name : never;
}[keyof Organization];

/** The entries of the token's tenant. */
export const ofTenant = (call: Call, table: TableName): readonly Entity[] =>
  call.organization[table].list(call.tenantId);

/** The entry of the token's tenant that a number in the path names, or 404. */
export function withEntity(
  call: Call,
  table: TableName,
  parameter: string,
  run: (entity: Entity) => Answer,
  owner: number | null = call.tenantId,
): Answer {
  const entity = call.organization[table].get(numberOf(call, parameter) ?? 0, owner);
  return entity === undefined ? notFound(call) : run(entity);
}

/** Goes on with the fields of the body, or answers 422. */
export function withFields(call: Call, fields: Fields, run: (values: Body) => Answer, partial = false): Answer {
  const { values, problems } = readBody(call.body, fields, partial);
  return problems.length > 0 ? unprocessable(...problems) : run(values);
}

/** Deletes an entry of the token's tenant. */
export const removes =
  (table: TableName, parameter: string, status: 200 | 202 = 200) =>
  (call: Call) =>
    withEntity(call, table, parameter, (entity) => {
      call.organization[table].remove(entity.id);
      return json(status, {});
    });
