import { type Answer, json, noContent } from '../../shared/answer.ts';
import { readFields, type Report, type Rules, type Values } from '../../shared/fields.ts';
import type { Entity, Owner, Table } from '../../shared/table.ts';
import { type Call, errorCollector, idOf, notFound, type Operation } from '../call.ts';
import type { Product } from '../keys.ts';
import { paged } from '../pages.ts';

/** What differs between kinds of resources that are listed, made, read, changed and deleted in the same way. */
export interface ResourceKind {
  /** The path of the list. */
  readonly path: string;
  readonly parameter: string;
  readonly product: Product;
  readonly scoped: boolean;
  readonly rules: Rules;
  table(call: Call): Table;
  /** Whose entries the call sees; the first one owns what it makes. */
  owners(call: Call): readonly Owner[];
  /** A refusal before anything else, such as a parent that does not exist. */
  guard?(call: Call): Answer | undefined;
  filter?(call: Call): (entity: Entity) => boolean;
  /** Checks that go beyond one field; `current` is missing when an entry is made. */
  verify?(call: Call, values: Values, report: Report, current: Entity | undefined): void;
  /** The fields of a new entry. */
  make(call: Call, values: Values): Readonly<Record<string, unknown>>;
  /** The fields that an update changes; what was sent, unless told otherwise. */
  change?(call: Call, values: Values, current: Entity): Readonly<Record<string, unknown>>;
  /** The owner of a new or changed entry, where it is not the first of `owners`. */
  ownerFor?(call: Call, values: Values, current: Entity | undefined): Owner;
  /** A refusal to delete. */
  keep?(call: Call, entity: Entity): Answer | undefined;
  remove?(call: Call, entity: Entity): void;
}

/** The entry that the path names, if the call may see it. */
export function find(kind: ResourceKind, call: Call): Entity | undefined {
  const id = idOf(call, kind.parameter);
  return id === undefined ? undefined : kind.table(call).get(id, ...kind.owners(call));
}

/** The five operations of a kind: list, create, read, update (by POST) and delete. */
export function resourceOperations(kind: ResourceKind): readonly Operation[] {
  const one = `${kind.path}/{${kind.parameter}}`;
  const operation = (method: Operation['method'], path: string, run: (call: Call) => Answer): Operation => ({
    method,
    path,
    product: kind.product,
    scoped: kind.scoped,
    run: (call) => kind.guard?.(call) ?? run(call),
  });
  const onOne = (method: Operation['method'], run: (call: Call, entity: Entity) => Answer) =>
    operation(method, one, (call) => {
      const entity = find(kind, call);
      return entity === undefined ? notFound() : run(call, entity);
    });
  return [
    operation('GET', kind.path, (call) => {
      const filter = kind.filter?.(call) ?? (() => true);
      return paged(
        call,
        kind
          .table(call)
          .list(...kind.owners(call))
          .filter(filter),
      );
    }),
    operation('POST', kind.path, (call) => create(kind, call)),
    onOne('GET', (_call, entity) => json(200, entity)),
    onOne('POST', (call, entity) => update(kind, call, entity)),
    onOne('DELETE', (call, entity) => {
      const kept = kind.keep?.(call, entity);
      if (kept !== undefined) return kept;
      if (kind.remove === undefined) kind.table(call).remove(entity.id);
      else kind.remove(call, entity);
      return noContent();
    }),
  ];
}

/** A `POST …/{id}/verb` operation. The documents declare no 404 for these; a missing entry gets one all the same. */
export function actionOperation(
  kind: ResourceKind,
  verb: string,
  run: (call: Call, entity: Entity) => Answer,
): Operation {
  return {
    method: 'POST',
    path: `${kind.path}/{${kind.parameter}}/${verb}`,
    product: kind.product,
    scoped: kind.scoped,
    run: (call) => {
      const entity = find(kind, call);
      return entity === undefined ? notFound() : run(call, entity);
    },
  };
}

function create(kind: ResourceKind, call: Call): Answer {
  const errors = errorCollector();
  const values = readFields(call.body, kind.rules, false, errors.report);
  kind.verify?.(call, values, errors.report, undefined);
  const refused = errors.answer();
  if (refused !== undefined) return refused;
  const owner = kind.ownerFor?.(call, values, undefined);
  const entity = kind.table(call).insert(owner === undefined ? (kind.owners(call)[0] ?? null) : owner, () => ({
    ...kind.make(call, values),
    created_at: call.now,
    updated_at: call.now,
  }));
  return json(201, entity);
}

function update(kind: ResourceKind, call: Call, entity: Entity): Answer {
  const errors = errorCollector();
  const values = readFields(call.body, kind.rules, true, errors.report);
  kind.verify?.(call, values, errors.report, entity);
  const refused = errors.answer();
  if (refused !== undefined) return refused;
  const fields = { ...(kind.change?.(call, values, entity) ?? values), updated_at: call.now };
  return json(200, kind.table(call).change(entity, fields, kind.ownerFor?.(call, values, entity)));
}

/** Reports ids in a list that name nothing the call may use. */
export function verifyIds(values: Values, field: string, table: Table, owners: readonly Owner[], report: Report): void {
  const ids = values[field];
  if (!Array.isArray(ids)) return;
  for (const [index, id] of ids.entries()) {
    if (typeof id === 'number' && table.get(id, ...owners) === undefined) {
      report(`${field}.${index}`, `The selected ${field.replaceAll('_', ' ')}.${index} is invalid.`);
    }
  }
}
