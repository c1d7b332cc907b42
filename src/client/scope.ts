import { type Result, failure, success } from '../base/result.ts';
import { singleLine } from '../base/text.ts';
import type { Project } from '../connections/connection.ts';
import type { Scope } from '../services/definition.ts';
import type { Operation } from '../services/operationSchema.ts';
import { pathMatches, placeholders, valueInPath } from '../services/operations.ts';
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
  /** The selected project that does not go, because another was typed by hand. */
  readonly against: string | undefined;
}

/** What a project-bound key is known to be bound to. */
export interface ScopeKnowledge {
  readonly boundProject?: Project | undefined;
}

/** What a mechanism makes of a request: the stamp, and what it changed. */
interface Applied {
  readonly stamp: ScopeStamp;
  readonly url?: URL;
  readonly header?: { readonly name: string; readonly value: string };
  readonly note?: string;
  /** The selected project that does not go, because another was typed by hand. */
  readonly against?: string;
}

/**
 * Puts the project onto a request by the service's declared mechanism. What was typed by hand, a header or a path that
 * is filled already, goes as typed and wins over the selection; that is recorded.
 */
export function applyScope(spec: RequestSpec, knowledge: ScopeKnowledge = {}): Result<ScopedRequest, Failure> {
  const applied = applyMechanism(spec, spec.definition.scope, knowledge.boundProject);
  if (!applied.ok) return applied;
  const { stamp, url = spec.url, header, note, against } = applied.value;
  const unfilled = placeholders(withBraces(url.pathname));
  if (unfilled.length > 0) {
    const names = unfilled.map((name) => `{${name}}`).join(', ');
    return failure(notSent('invalid-request', `The path still has ${names} in it. Fill it with a value.`));
  }
  const headers = new Headers(spec.headers);
  if (header) {
    try {
      headers.set(header.name, header.value);
    } catch {
      const message = `The project cannot be named in the header ${header.name}: it has characters that a header may not have.`;
      return failure(notSent('invalid-request', `${message} Nothing was sent.`));
    }
  }
  const notes = note === undefined ? spec.notes : [...spec.notes, note];
  return success({ spec, url, headers, scope: stamp, notes, against } as Omit<
    ScopedRequest,
    typeof scoped
  > as ScopedRequest);
}

function applyMechanism(spec: RequestSpec, scope: Scope, bound: Project | undefined): Result<Applied, Failure> {
  switch (scope.by) {
    case 'header':
      return applyHeader(spec, scope, bound);
    case 'path':
      return applyPath(spec, scope, bound);
    case 'token':
      return success(applyToken(spec));
    case 'none':
      return success({ stamp: { by: 'none' } });
  }
}

type HeaderScope = Extract<Scope, { by: 'header' }>;
type PathScope = Extract<Scope, { by: 'path' }>;

/** A key of one project names none: it cannot reach another, and the services ask for no header with it. */
function applyHeader(spec: RequestSpec, scope: HeaderScope, bound: Project | undefined): Result<Applied, Failure> {
  const { connection, project } = spec;
  const typed = typedScope(scope, spec.headers);
  if (typed) {
    const isOther = project && project.id !== typed.value && project.slug !== typed.value;
    return success({
      stamp: { project: typed.value, by: 'header', header: typed.name },
      ...(isOther && { against: project.id }),
      ...(isOther && {
        note: `The header ${typed.name} was typed by hand and went in place of the selected project ${project.name}.`,
      }),
    });
  }
  if (!takesProject(scope, spec.path, spec.operation)) return success({ stamp: { by: 'none' } });
  if (connection.keyKind === 'one-project') {
    if (spec.projectIsExplicit && project && bound && !isSame(project, bound)) {
      const message = `The key is bound to ${bound.name}, and the request names ${project.name}. Nothing was sent.`;
      return failure(notSent('project-outside-key', message));
    }
    return success({
      stamp: { ...(bound && nameOf(bound)), by: 'none' },
      ...(spec.projectIsExplicit &&
        !bound && { note: 'The key is bound to one project, so the project named with the request was not sent.' }),
    });
  }
  if (!project) return success({ stamp: { by: 'none' } });
  const { header, value } = headerFor(scope, project);
  return success({ stamp: { ...nameOf(project), by: 'header', header }, header: { name: header, value } });
}

/** Fills the path's placeholder with the project, which even a project-bound key has to name here. */
function applyPath(spec: RequestSpec, scope: PathScope, bound: Project | undefined): Result<Applied, Failure> {
  const { definition, operation } = spec;
  const { one } = definition.projectTerm;
  const selected = spec.project ?? bound;
  if (!placeholders(spec.path).includes(scope.parameter)) {
    const value = operation && valueInPath(operation.path, spec.path, scope.parameter);
    if (value === undefined) return success({ stamp: { by: 'none' } });
    const isSelected = selected?.id === value;
    return success({
      stamp: {
        ...(isSelected ? nameOf(selected) : { project: value }),
        by: 'path',
      },
      ...(selected && !isSelected && { against: selected.id }),
      ...(selected &&
        !isSelected && { note: `The path names another ${one} than the selected ${selected.name}; the path won.` }),
    });
  }
  if (!selected) {
    const message = `The path needs a ${one} in place of {${scope.parameter}}, and none is chosen, so nothing was sent.`;
    return failure(notSent('project-missing', message));
  }
  // An address takes `..` for the folder above, in whatever way it is written.
  if (/^\.{1,2}$/u.test(selected.id) || !selected.id.isWellFormed()) {
    const message = `The path cannot name the ${one} "${singleLine(selected.id, 40)}": an address would read it otherwise.`;
    return failure(notSent('invalid-request', `${message} Nothing was sent.`));
  }
  const url = new URL(spec.url);
  url.pathname = url.pathname.replaceAll(
    new RegExp(`%7B${escapeExpression(scope.parameter)}%7D`, 'giu'),
    encodeURIComponent(selected.id),
  );
  return success({ stamp: { ...nameOf(selected), by: 'path' }, url });
}

/** Which project a token typed by hand stands for, nobody here knows. */
function applyToken({ project, headers, definition: { auth, projectTerm } }: RequestSpec): Applied {
  if (auth.type !== 'exchange' || !headers.has(auth.carrier.header)) {
    return { stamp: { ...(project && nameOf(project)), by: 'token' } };
  }
  if (!project) return { stamp: { by: 'token' } };
  const note = `The header ${auth.carrier.header} was typed by hand: its token decides the ${projectTerm.one}, not the selected ${project.name}.`;
  return { stamp: { by: 'token' }, against: project.id, note };
}

function nameOf(project: Project): Pick<ScopeStamp, 'project' | 'projectName'> {
  const projectName = project.slug ?? project.name;
  return projectName === project.id ? { project: project.id } : { project: project.id, projectName };
}

/** Whether a path (below the base URL) takes a project at all. */
export function takesProject(scope: Scope, path: string, operation: Operation | undefined): boolean {
  switch (scope.by) {
    case 'header':
      return !pathMatches(path, scope.exempt);
    case 'path':
      return placeholders(operation?.path ?? path).includes(scope.parameter);
    case 'token':
      return true;
    case 'none':
      return false;
  }
}

/** Whether a request without a project cannot mean anything: a token without one stands for the service's default. */
export function needsProject(scope: Scope, path: string, operation: Operation | undefined): boolean {
  return scope.by !== 'token' && takesProject(scope, path, operation);
}

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

function escapeExpression(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

function withBraces(text: string): string {
  return text.replaceAll(/%7B/giu, '{').replaceAll(/%7D/giu, '}');
}
