import type { ServiceDefinition } from '../services/definition.ts';

/** What a permission covers. */
export interface PermissionParts {
  /** The part of the service, as its definition calls it; empty where nothing tells it. */
  readonly area: string;
  readonly level: 'read' | 'write' | '';
}

/**
 * Reads a permission's name: by the operations that the definition gives it to, else as `area:level`, the form that
 * services use.
 */
export function permissionParts(permission: string, { operations }: ServiceDefinition): PermissionParts {
  const name = permission.toLowerCase();
  const [before = '', after = ''] = name.split(':');
  const area = operations.find((operation) => operation.permission?.toLowerCase() === name)?.area ?? before;
  if (/read|view|list/u.test(after)) return { area, level: 'read' };
  return { area, level: /write|create|update|delete|manage|admin/u.test(after) ? 'write' : '' };
}
