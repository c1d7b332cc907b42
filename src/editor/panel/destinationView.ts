import { headerFor, needsProject, takesProject } from '../../client/scope.ts';
import { type Connection, type Project, showKey } from '../../connections/connection.ts';
import type { Scope, ServiceDefinition } from '../../services/definition.ts';
import { findOperation } from '../../services/operations.ts';
import { budgetWords, connectionTitle, projectTitle } from '../words.ts';
import type { PanelParts } from './parts.ts';
import type { PanelDestination, PanelDraft } from './protocol.ts';

/**
 * Where the next request goes: said before Send.
 * @param pinned the project that the request was opened for, in place of the selected one.
 * @returns undefined when the connection was removed.
 */
export function destinationOf(
  { connections, selection, projects, budget }: PanelParts,
  connectionId: string,
  draft: PanelDraft,
  pinned: Project | undefined,
): PanelDestination | undefined {
  const connection = connections.find(connectionId);
  if (!connection) return undefined;
  const definition = connections.definitionOf(connection);
  const selected = selection.project(connection.id);
  return destinationView({
    connection,
    definition,
    method: draft.method,
    path: draft.path.split(/[?#]/u)[0] ?? '/',
    selected: pinned ?? selected,
    isPinned: pinned !== undefined && pinned.id !== selected?.id,
    bound: projects.bound(connection.id),
    budget: budgetWords(budget.remaining(connection, definition), definition),
  });
}

interface DestinationParts {
  readonly connection: Connection;
  readonly definition: ServiceDefinition;
  readonly method: string;
  /** Without a query. */
  readonly path: string;
  readonly selected: Project | undefined;
  /** `selected` is not the active project: the request was opened for another one. */
  readonly isPinned: boolean;
  readonly bound: Project | undefined;
  /** In words; empty where nothing is known. */
  readonly budget: string;
}

function destinationView({
  connection,
  definition,
  method,
  path,
  selected,
  isPinned,
  bound,
  budget,
}: DestinationParts): PanelDestination {
  const { scope } = definition;
  const operation = findOperation(definition, method, path);
  const takes = takesProject(scope, path, operation);
  const isBound = connection.keyKind === 'one-project';
  // A project-bound key names its project nowhere but in a path.
  const named = takes && (!isBound || scope.by === 'path') ? (selected ?? bound) : undefined;
  return {
    connectionId: connection.id,
    connection: connectionTitle(connection, definition),
    project:
      projectWords(named ?? (isBound ? bound : undefined), isBound, takes, definition) +
      (isPinned && named ? ' (not the active one)' : ''),
    term: definition.projectTerm.one,
    projectMissing: needsProject(scope, path, operation) && !named && !(isBound && scope.by === 'header'),
    scope: named ? scopeWords(scope, named) : '',
    host: new URL(connection.baseUrl).host,
    key: showKey(connection),
    budget,
    isProtected: false,
    changed: '',
    headerWarnings: [],
  };
}

function projectWords(
  project: Project | undefined,
  isBound: boolean,
  takes: boolean,
  { projectTerm: { one }, scope }: ServiceDefinition,
): string {
  if (project) return projectTitle(project);
  if (isBound) return `the key's own ${one}`;
  if (!takes) return `no ${one} needed`;
  return scope.by === 'token' ? `the default ${one}` : `no ${one} chosen`;
}

function scopeWords(scope: Scope, project: Project): string {
  switch (scope.by) {
    case 'header':
      return `header ${headerFor(scope, project).header}`;
    case 'path':
      return `path {${scope.parameter}}`;
    case 'token':
      return 'token';
    case 'none':
      return '';
  }
}
