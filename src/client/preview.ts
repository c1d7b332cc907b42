import type { Connection, Project } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { Operation } from '../services/operationSchema.ts';
import type { RequestDraft } from './draft.ts';
import type { ScopeStamp } from './exchange.ts';
import { prepare } from './prepare.ts';
import { applyScope, takesProject } from './scope.ts';

/** What a draft would be if it were sent now. */
export interface RequestPreview {
  readonly method: string;
  /** Below the base URL, filled, without a query. */
  readonly path: string;
  readonly operation: Operation | undefined;
  readonly reads: boolean;
  readonly scope: ScopeStamp;
  /** Every project that it names: by its scope, in a header typed by hand, in its path. By id or slug. */
  readonly named: readonly string[];
  /** It goes to a project, and it is not known to which: the service takes its default, or the key's own. */
  readonly isUnnamed: boolean;
  /** Whether a header typed by hand goes along. */
  readonly isSent: (header: string) => boolean;
}

/** What of the connection decides where a draft goes. */
export interface PreviewKnowledge {
  readonly connection: Connection;
  readonly definition: ServiceDefinition;
  readonly selected: Project | undefined;
  readonly bound: Project | undefined;
}

/** Works out where a draft would go, by the very steps that send it. Undefined for one that would not be sent. */
export function previewRequest(
  draft: RequestDraft,
  { connection, definition, selected, bound }: PreviewKnowledge,
): RequestPreview | undefined {
  const spec = prepare(draft, connection, definition, selected);
  if (!spec.ok) return undefined;
  const request = applyScope(spec.value, { boundProject: bound });
  if (!request.ok) return undefined;
  const { method, operation, reads, headers } = spec.value;
  const { scope, url } = request.value;
  const path = url.pathname.slice(new URL(connection.baseUrl).pathname.replace(/\/+$/u, '').length) || '/';
  const typed = definition.scope.by === 'header' ? [definition.scope.header, definition.scope.slugHeader] : [];
  const named = [
    scope.project,
    bound?.id,
    ...typed.map((name) => (name === undefined ? undefined : headers.get(name))),
    projectBelow(definition.projects.path, path),
  ].flatMap((name) => name ?? []);
  const isUnnamed = named.length === 0 && takesProject(definition.scope, spec.value.path, operation);
  const isSent = (header: string) => headers.has(header);
  return { method, path, operation, reads, scope, named: [...new Set(named)], isUnnamed, isSent };
}

/** What stands in a path right below the list of projects: `1002` in `/projects/1002/keys`. */
function projectBelow(list: string, path: string): string | undefined {
  const root = `${list.replace(/\/+$/u, '')}/`;
  const [segment = ''] = path.startsWith(root) ? path.slice(root.length).split('/') : [];
  try {
    return segment === '' ? undefined : decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
