import type { ServiceDefinition } from './definition.ts';
import type { Operation } from './operationSchema.ts';

/** Whether sending it can change nothing at the service. */
export function isRead(operation: Pick<Operation, 'method' | 'reads'>): boolean {
  return operation.reads ?? ['GET', 'HEAD', 'OPTIONS'].includes(operation.method);
}

/** `GET /uptime/monitors`: the name by which an operation is kept and found. */
export function operationKey(operation: Pick<Operation, 'method' | 'path'>): string {
  return `${operation.method} ${operation.path}`;
}

/** The names in `{…}` of a path. */
export function placeholders(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}/]+)\}/gu)].map((match) => match[1] ?? '');
}

/** Finds the documented operation that a method and a path (filled or with placeholders, without query) are. */
export function findOperation(definition: ServiceDefinition, method: string, path: string): Operation | undefined {
  const segments = split(path);
  return definition.operations
    .filter((operation) => operation.method === method.toUpperCase() && fits(split(operation.path), segments))
    .sort((a, b) => placeholders(a.path).length - placeholders(b.path).length)[0];
}

function split(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, index) => part === segments[index] || /^\{.*\}$/u.test(part))
  );
}

/** Whether a path is one of the given paths; `/projects/*` stands for everything below `/projects/`. */
export function pathMatches(path: string, paths: readonly string[]): boolean {
  const normal = `/${split(path).join('/')}`;
  return paths.some((candidate) =>
    candidate.endsWith('/*') ? normal.startsWith(candidate.slice(0, -1)) : normal === `/${split(candidate).join('/')}`,
  );
}

/** What stands in a path where its template has a placeholder; undefined when the path does not fit the template. */
export function valueInPath(template: string, path: string, name: string): string | undefined {
  const parts = split(template);
  const segments = split(path);
  if (!fits(parts, segments)) return undefined;
  const segment = segments[parts.indexOf(`{${name}}`)];
  if (segment === undefined) return undefined;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
