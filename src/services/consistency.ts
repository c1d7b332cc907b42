import type { ServiceDefinition } from './definition.ts';
import { findOperation } from './operations.ts';
import type { Operation } from './operationSchema.ts';

/** What is wrong with a definition: the path to the wrong field, and a sentence. */
export interface DefinitionProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Where the parts of a definition do not fit together: each would show only when a request goes wrong. */
export function inconsistencies(definition: ServiceDefinition): readonly DefinitionProblem[] {
  const { operations, collections, keyCheck, projects, regions, budget, scope } = definition;
  const problems: DefinitionProblem[] = [];
  const need = (isRight: boolean, path: DefinitionProblem['path'], message: string) => {
    if (!isRight) problems.push({ path, message });
  };
  const has = (method: string, path: string) => findOperation(definition, method, path) !== undefined;
  need(has('GET', keyCheck.path), ['keyCheck', 'path'], `"GET ${keyCheck.path}" is not among the operations`);
  need(has('GET', projects.path), ['projects', 'path'], `"GET ${projects.path}" is not among the operations`);
  collections.forEach(({ path, method = 'GET' }, index) => {
    need(has(method, path), ['collections', index, 'path'], `"${method} ${path}" is not among the operations`);
  });
  const seen = new Set<string>();
  operations.forEach((operation: Operation, index) => {
    const name = `${operation.method} ${operation.path}`;
    need(!seen.has(name), ['operations', index, 'path'], `"${name}" is there twice`);
    seen.add(name);
    const isKnown =
      operation.budget === undefined || budget?.classes.some(({ id }) => id === operation.budget) === true;
    need(isKnown, ['operations', index, 'budget'], `there is no budget class "${operation.budget}"`);
  });
  regions.forEach(({ id }, index) => {
    need(regions.findIndex((other) => other.id === id) === index, ['regions', index, 'id'], `"${id}" is there twice`);
  });
  if (scope.by === 'path') {
    const isUsed = operations.some(({ path }) => path.includes(`{${scope.parameter}}`));
    need(isUsed, ['scope', 'parameter'], `no operation has {${scope.parameter}} in its path`);
  }
  if (scope.by === 'token') {
    need(definition.auth.type === 'exchange', ['scope', 'by'], 'a scope by token needs "auth" of type "exchange"');
  }
  return problems;
}
