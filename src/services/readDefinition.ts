import { findNodeAtLocation, parseTree, type Node, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { type Result, failure, success } from '../base/result.ts';
import { checkDefinition } from './checkDefinition.ts';
import type { DefinitionProblem } from './consistency.ts';
import type { ServiceDefinition } from './definition.ts';

/** What is wrong with a definition, and where. Lines and columns count from 1. */
export interface PlacedProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** Characters that the wrong part has. */
  readonly length: number;
}

/** Reads a definition from the text of a JSON file; comments and trailing commas are allowed, as in settings. */
export function readDefinition(text: string): Result<ServiceDefinition, readonly PlacedProblem[]> {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (!root || errors.length > 0) {
    const [first] = errors;
    const what = first ? printParseErrorCode(first.error) : 'ValueExpected';
    return failure([placed(`This is not JSON: ${words(what)}.`, first?.offset ?? 0, first?.length ?? 0, text)]);
  }
  const checked = checkDefinition(valueOf(root));
  if (checked.ok) return success(checked.value);
  return failure(checked.error.map((problem) => placeOf(problem, root, text)));
}

function placeOf({ path, message }: DefinitionProblem, root: Node, text: string): PlacedProblem {
  const where = path.length === 0 ? '' : `${path.join('.')}: `;
  // A missing field has no place of its own; the object that lacks it has.
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, depth));
    if (node) return placed(`${where}${message}`, node.offset, depth === path.length ? node.length : 1, text);
  }
  return placed(`${where}${message}`, 0, 1, text);
}

function placed(message: string, offset: number, length: number, text: string): PlacedProblem {
  const before = text.slice(0, offset).split('\n');
  return { message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, length };
}

/** The value of a node, `undefined` never. jsonc-parser's own reader would lose keys such as `__proto__`. */
function valueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueOf);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children: [name, value] = [] }) =>
      name && value ? [[String(name.value), valueOf(value)]] : [],
    ),
  );
}

/** `PropertyNameExpected` as `property name expected`. */
function words(code: string): string {
  return code.replaceAll(/(?<!^)([A-Z])/gu, ' $1').toLowerCase();
}
