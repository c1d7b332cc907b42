import { type Result, failure, success } from '../base/result.ts';
import type { Project } from '../connections/connection.ts';
import type { Scope } from '../services/definition.ts';
import { pathMatches } from '../services/operations.ts';
import type { Failure, ScopeStamp } from './exchange.ts';
import { type RequestSpec, notSent } from './prepare.ts';

declare const scoped: unique symbol;

/** A request that names its project the way the service wants it. Only `applyScope` makes one. */
export interface ScopedRequest {
  readonly [scoped]: true;
  readonly spec: RequestSpec;
  readonly url: URL;
  readonly headers: Headers;
  readonly scope: ScopeStamp;
  readonly notes: readonly string[];
}

/** What a project-bound key is known to be bound to. */
export interface ScopeKnowledge {
  readonly boundProject?: Project | undefined;
}

/**
 * Puts the project onto a request by the service's declared mechanism.
 *
 * A key of one project names none: it cannot reach another, and the services ask for no header with it. A header typed
 * by hand wins over the selection; that is recorded.
 */
export function applyScope(spec: RequestSpec, knowledge: ScopeKnowledge = {}): Result<ScopedRequest, Failure> {
  const { definition, connection, project } = spec;
  const headers = new Headers(spec.headers);
  const notes = [...spec.notes];
  const result = (scope: ScopeStamp) =>
    success({ spec, url: spec.url, headers, scope, notes } as Omit<ScopedRequest, typeof scoped> as ScopedRequest);

  if (definition.scope.by === 'none') return result({ by: 'none' });
  const typed = typedScope(definition.scope, headers);
  if (typed) {
    if (project && project.id !== typed.value && project.slug !== typed.value) {
      notes.push(
        `The header ${typed.name} was typed by hand and went in place of the selected project ${project.name}.`,
      );
    }
    return result({ project: typed.value, by: 'header', header: typed.name });
  }
  if (!takesProject(definition.scope, spec.path)) return result({ by: 'none' });
  if (connection.keyKind === 'one-project') {
    const bound = knowledge.boundProject;
    if (spec.projectIsExplicit && project && bound && !isSame(project, bound)) {
      return failure(
        notSent(
          'project-outside-key',
          `The key is bound to ${bound.name}, and the request names ${project.name}. Nothing was sent.`,
        ),
      );
    }
    if (spec.projectIsExplicit && !bound) {
      notes.push('The key is bound to one project, so the project named with the request was not sent.');
    }
    return result({ by: 'none', ...(bound && nameOf(bound)) });
  }
  if (!project) return result({ by: 'none' });
  const { header, value } = headerFor(definition.scope, project);
  try {
    headers.set(header, value);
  } catch {
    const message = `The project cannot be named in the header ${header}: it has characters that a header may not have.`;
    return failure(notSent('invalid-request', `${message} Nothing was sent.`));
  }
  return result({ ...nameOf(project), by: 'header', header });
}

function nameOf(project: Project): Pick<ScopeStamp, 'project' | 'projectName'> {
  const projectName = project.slug ?? project.name;
  return projectName === project.id ? { project: project.id } : { project: project.id, projectName };
}

/** Whether a path (below the base URL) takes a project at all. */
export function takesProject(scope: Scope, path: string): boolean {
  return scope.by !== 'none' && !pathMatches(path, scope.exempt);
}

type HeaderScope = Extract<Scope, { by: 'header' }>;

/** The header that names a project: by its id, or by its slug where only that is known. Never both. */
export function headerFor(scope: HeaderScope, project: Project): { header: string; value: string } {
  const isId = scope.idPattern === undefined || new RegExp(scope.idPattern, 'u').test(project.id);
  if (isId || scope.slugHeader === undefined) return { header: scope.header, value: project.id };
  return { header: scope.slugHeader, value: project.slug ?? project.id };
}

function typedScope(scope: HeaderScope, headers: Headers): { name: string; value: string } | undefined {
  for (const name of [scope.header, scope.slugHeader]) {
    const value = name === undefined ? null : headers.get(name);
    if (name !== undefined && value !== null) return { name, value };
  }
  return undefined;
}

function isSame(one: Project, other: Project): boolean {
  return one.id === other.id || (one.slug ?? one.id) === (other.slug ?? other.id);
}
