import type { ServiceDefinition } from '../services/definition.ts';
import { findOperation } from '../services/operations.ts';
import type { RequestDraft } from './draft.ts';

/**
 * The same request with nothing in it that names a project by hand, neither a header nor a part of the path: such a name
 * wins over the project that the request is sent for, and would lead each copy of it to the same place.
 */
export function withoutProject(draft: RequestDraft, definition: ServiceDefinition): RequestDraft {
  const { scope, auth } = definition;
  const { project: _, ...rest } = draft;
  if (scope.by === 'path') return { ...rest, path: withPlaceholder(draft, scope.parameter, definition) };
  if (scope.by === 'none') return rest;
  // A token typed by hand stands for one project, whichever is chosen.
  const own =
    scope.by === 'header' ? [scope.header, scope.slugHeader] : auth.type === 'exchange' ? [auth.carrier.header] : [];
  const names = new Set(own.map((name) => name?.toLowerCase()));
  const headers = Object.entries(draft.headers ?? {}).filter(([name]) => !names.has(name.trim().toLowerCase()));
  return { ...rest, headers: Object.fromEntries(headers) };
}

/** The path as its operation is documented where it names the project, and as it was filled everywhere else. */
function withPlaceholder({ method, path }: RequestDraft, parameter: string, definition: ServiceDefinition): string {
  const [plain = '', ...query] = path.split('?');
  const template = findOperation(definition, method, plain)?.path.split('/');
  const parts = plain.split('/');
  const place = template?.indexOf(`{${parameter}}`) ?? -1;
  // A path with slashes more or less than its template is left alone: which part is which is not sure then.
  if (place === -1 || template?.length !== parts.length) return path;
  return [parts.with(place, `{${parameter}}`).join('/'), ...query].join('?');
}
