import { type Node, type ParseError, findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Parameter } from '../../services/operationSchema.ts';

/** What is wrong at a place of a body, in characters of its text. */
export interface BodyProblem {
  readonly offset: number;
  readonly length: number;
  /** A hint is about what the service does not document, which may yet be right. */
  readonly kind: 'warning' | 'hint';
  readonly field: string;
  readonly reason:
    | { readonly is: 'missing' }
    | { readonly is: 'unknown' }
    | { readonly is: 'wrong-type'; readonly expected: NonNullable<Parameter['type']> }
    | { readonly is: 'not-allowed'; readonly allowed: readonly string[] }
    | { readonly is: 'out-of-bounds'; readonly minimum?: number | undefined; readonly maximum?: number | undefined };
}

/**
 * Holds a JSON body against the fields that an operation documents. Text that is no JSON has no problems here: the
 * editor marks where it breaks off.
 * @param fields a name with dots, such as `settings.name`, stands for a field within an object.
 */
export function checkBody(text: string, fields: readonly Parameter[]): readonly BodyProblem[] {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors);
  if (!root || errors.length > 0 || fields.length === 0) return [];
  if (root.type !== 'object') return [problem(root, '', 'warning', { is: 'wrong-type', expected: 'object' })];
  const isIncomplete = fields.flatMap((field) => missing(root, field, fields));
  const wrong = fields.flatMap((field) => {
    const node = findNodeAtLocation(root, field.name.split('.'));
    return node ? checkValue(node, field) : [];
  });
  return [...isIncomplete, ...wrong, ...unknownIn(root, '', fields)];
}

function problem(node: Node, field: string, kind: BodyProblem['kind'], reason: BodyProblem['reason']): BodyProblem {
  return { offset: node.offset, length: node.length, kind, field, reason };
}

/** A field is only asked for within an object that is there, or that is asked for itself. */
function missing(root: Node, { name, required }: Parameter, fields: readonly Parameter[]): BodyProblem[] {
  const path = name.split('.');
  if (!required || findNodeAtLocation(root, path)) return [];
  const parent = findNodeAtLocation(root, path.slice(0, -1));
  const parentName = path.slice(0, -1).join('.');
  const isParentRequired = fields.some((field) => field.name === parentName && field.required);
  if (path.length > 1 && parent?.type !== 'object' && !isParentRequired) return [];
  // The opening brace alone: the whole object underlined would hide all else.
  return [{ ...problem(parent ?? root, name, 'warning', { is: 'missing' }), length: 1 }];
}

function checkValue(node: Node, field: Parameter): BodyProblem[] {
  const value: unknown = node.value;
  if (field.type && node.type !== 'null' && !fits(node, field.type)) {
    return [problem(node, field.name, 'warning', { is: 'wrong-type', expected: field.type })];
  }
  if (
    field.values &&
    ['string', 'number', 'boolean'].includes(node.type) &&
    !field.values.some((one) => one === value)
  ) {
    return [problem(node, field.name, 'warning', { is: 'not-allowed', allowed: field.values.map(String) })];
  }
  const { minimum, maximum } = field;
  if (typeof value === 'number' && (value < (minimum ?? -Infinity) || value > (maximum ?? Infinity))) {
    return [problem(node, field.name, 'warning', { is: 'out-of-bounds', minimum, maximum })];
  }
  return [];
}

function fits(node: Node, type: NonNullable<Parameter['type']>): boolean {
  switch (type) {
    case 'text':
      return node.type === 'string';
    case 'integer':
      return node.type === 'number' && Number.isInteger(node.value);
    case 'number':
    case 'boolean':
    case 'object':
      return node.type === type;
    case 'list':
      return node.type === 'array';
    case 'date-time':
      return node.type === 'string' && !Number.isNaN(Date.parse(String(node.value)));
    case 'file':
      return true;
  }
}

/** Names that no field documents, where fields within an object are documented at all. */
function unknownIn(object: Node, before: string, fields: readonly Parameter[]): BodyProblem[] {
  return (object.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    const name = before + String(key?.value);
    if (!key) return [];
    if (value?.type === 'object' && fields.some((field) => field.name.startsWith(`${name}.`))) {
      return unknownIn(value, `${name}.`, fields);
    }
    return fields.some((field) => field.name === name) ? [] : [problem(key, name, 'hint', { is: 'unknown' })];
  });
}
