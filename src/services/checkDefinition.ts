import * as v from 'valibot';
import { type Result, failure, success } from '../base/result.ts';
import { type DefinitionProblem, inconsistencies } from './consistency.ts';
import { type ServiceDefinition, definitionSchema } from './definition.ts';

/** Checks parsed JSON: its fields by the schema, and that its parts fit together. */
export function checkDefinition(json: unknown): Result<ServiceDefinition, readonly DefinitionProblem[]> {
  const result = v.safeParse(definitionSchema, json);
  if (result.success) {
    const problems = inconsistencies(result.output);
    return problems.length === 0 ? success(result.output) : failure(problems);
  }
  return failure(
    result.issues.map(({ path: items = [], message }) => ({
      path: items.map(({ key }) => (typeof key === 'number' ? key : String(key))),
      message,
    })),
  );
}

/**
 * Reads a definition from parsed JSON.
 * @throws Error that names each wrong field by its path.
 */
export function parseDefinition(json: unknown): ServiceDefinition {
  const checked = checkDefinition(json);
  if (checked.ok) return checked.value;
  const problems = checked.error.map(
    ({ path: where, message }) => `${where.join('.') || 'the definition'}: ${message}`,
  );
  throw new Error(`This is not a service definition. ${problems.join('; ')}`);
}
