import * as plugin from 'prettier/plugins/typescript';

/** One small change of a source text that a good test notices. */
export interface Mutant {
  readonly what: string;
  readonly line: number;
  /** The part of the text that is replaced. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

interface Node {
  readonly type: string;
  readonly range: readonly [number, number];
  readonly [field: string]: unknown;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '>=',
  '>': '<=',
  '<=': '>',
  '>=': '<',
};
const CERTAINTIES: Readonly<Record<string, string>> = { proved: 'likely', likely: 'possible', possible: 'likely' };

/**
 * All mutants of a source text.
 * @param causes the texts that are causes, so that one can be put in another's place.
 */
export function mutantsOf(text: string, causes: ReadonlySet<string>): readonly Mutant[] {
  const found: Omit<Mutant, 'line'>[] = [];
  const source = (node: Node): string => text.slice(...node.range);
  const add = (node: Node, what: string, replacement: string) =>
    found.push({ what, start: node.range[0], end: node.range[1], replacement });
  // The parser that prettier brings; the compiler installed has no stable one to call.
  const parser = (plugin as { parsers: { typescript: { parse(text: string, options: object): unknown } } }).parsers
    .typescript;
  walk(parser.parse(text, {}), (node, parent) => {
    if (isOfTypes(parent) || parent?.type === 'ImportDeclaration') return;
    switch (node.type) {
      case 'BinaryExpression': {
        const other = COMPARISONS[String(node['operator'])];
        const left = node['left'] as Node;
        const right = node['right'] as Node;
        if (other)
          add(node, `${String(node['operator'])} becomes ${other}`, `${source(left)} ${other} ${source(right)}`);
        return;
      }
      case 'LogicalExpression': {
        if (node['operator'] === '??') return;
        const left = node['left'] as Node;
        const right = node['right'] as Node;
        add(node, `${String(node['operator'])} loses its right side`, `(${source(left)})`);
        add(node, `${String(node['operator'])} loses its left side`, `(${source(right)})`);
        return;
      }
      case 'IfStatement':
      case 'ConditionalExpression': {
        const test = node['test'] as Node;
        add(test, 'the condition is negated', `!(${source(test)})`);
        return;
      }
      case 'UnaryExpression': {
        if (node['operator'] === '!') add(node, 'the ! is dropped', source(node['argument'] as Node));
        return;
      }
      case 'ReturnStatement': {
        const argument = node['argument'] as Node | null;
        if (argument && source(argument) !== 'undefined') add(node, 'returns nothing', 'return undefined;');
        return;
      }
      case 'ArrowFunctionExpression': {
        const body = node['body'] as Node;
        if (body.type !== 'BlockStatement' && parent?.type === 'VariableDeclarator')
          add(body, 'returns nothing', 'undefined');
        return;
      }
      case 'Literal': {
        mutateLiteral(node, add, causes);
        return;
      }
      case 'ArrayExpression': {
        mutateArray(node, parent, text, add);
        return;
      }
    }
  });
  return found.map((mutant) => ({ ...mutant, line: text.slice(0, mutant.start).split('\n').length }));
}

type Add = (node: Node, what: string, replacement: string) => void;

function mutateLiteral(node: Node, add: Add, causes: ReadonlySet<string>): void {
  const { value } = node;
  if (node['regex']) return add(node, 'the pattern matches nothing', '/(?!)/u');
  if (typeof value !== 'string') return;
  const certainty = CERTAINTIES[value];
  if (certainty) return add(node, `${value} becomes ${certainty}`, `'${certainty}'`);
  if (causes.has(value)) add(node, `the cause ${value} becomes another`, value === 'cors' ? `'key-missing'` : `'cors'`);
}

/** Numbers of a list, such as statuses, and lines of evidence are left out one by one. */
function mutateArray(node: Node, parent: Node | undefined, text: string, add: Add): void {
  const elements = (node['elements'] as readonly (Node | null)[]).filter((element) => element !== null);
  const name = parent?.type === 'Property' ? (parent['key'] as { readonly name?: string }).name : undefined;
  const isList = name === 'evidence' || name === 'actions';
  if (!isList && !elements.every(({ value }) => typeof value === 'number')) return;
  for (const element of elements) {
    const rest = elements.filter((other) => other !== element).map((other) => text.slice(...other.range));
    add(node, `${name ?? 'the list'} loses ${text.slice(...element.range).slice(0, 40)}`, `[${rest.join(', ')}]`);
  }
}

/** What stands in a type does nothing when it runs. */
function isOfTypes(node: Node | undefined): boolean {
  return (
    node !== undefined &&
    node.type.startsWith('TS') &&
    !['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'].includes(node.type)
  );
}

function walk(value: unknown, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit, parent);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const isNode = 'type' in value && 'range' in value;
  if (isNode) visit(value as Node, parent);
  if (isNode && isOfTypes(value as Node)) return;
  const next = isNode ? (value as Node) : parent;
  for (const [field, inner] of Object.entries(value)) {
    if (!['loc', 'range', 'tokens', 'comments'].includes(field)) walk(inner, visit, next);
  }
}
