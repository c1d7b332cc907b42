import * as vscode from 'vscode';
import type { RequestDraft } from '../../client/draft.ts';
import { type RequestPreview, previewRequest } from '../../client/preview.ts';
import { headerFor, needsProject, takesProject } from '../../client/scope.ts';
import type { Connection, Project } from '../../connections/connection.ts';
import type { Scope, ServiceDefinition } from '../../services/definition.ts';
import { findOperation, placeholders } from '../../services/operations.ts';
import { budgetWords, connectionTitle, keyTitle, projectTitle } from '../words.ts';
import { requestDraft } from './draft.ts';
import { hasTypedKey, headerWarnings } from './headerWarnings.ts';
import type { PanelParts } from './parts.ts';
import type { PanelDestination, PanelDraft } from './protocol.ts';

/**
 * Where the next request goes: said before Send.
 * @param pinned the project that the request was opened for, in place of the selected one.
 * @param changed what is different from when the shown answer was sent, in a sentence.
 * @returns undefined when the connection was removed.
 */
export function destinationOf(
  {
    connections,
    selection,
    projects,
    protection,
    budget,
  }: Pick<PanelParts, 'connections' | 'selection' | 'projects' | 'protection' | 'budget'>,
  connectionId: string,
  draft: PanelDraft,
  pinned: Project | undefined,
  changed: string,
): PanelDestination | undefined {
  const connection = connections.find(connectionId);
  if (!connection) return undefined;
  const definition = connections.definitionOf(connection);
  const selected = pinned ?? selection.project(connection.id);
  const bound = projects.bound(connection.id);
  const knowledge = { connection, definition, selected, bound };
  const filled = withPathFilled(requestDraft(connection.id, { ...draft, body: '' }, pinned?.id), definition.scope);
  const preview = previewRequest(filled, knowledge);
  const guarded = protection.of(connection.id);
  return {
    ...scopeOf(knowledge, draft, pinned !== undefined && pinned.id !== selection.project(connection.id)?.id),
    ...typedScopeOf(preview, knowledge, (id) => projects.named(connection.id, id)),
    ...typedTokenScopeOf(draft, definition),
    connectionId: connection.id,
    connection: connectionTitle(connection, definition),
    term: definition.projectTerm.one,
    host: new URL(connection.baseUrl).host,
    baseUrl: connection.baseUrl.replace(/\/+$/u, ''),
    key: hasTypedKey(draft.headers, definition.auth) ? vscode.l10n.t('a key typed by hand') : keyTitle(connection),
    budget: budgetWords(budget.remaining(connection, definition), definition),
    isProtected:
      preview !== undefined &&
      (preview.named.some((name) => protection.find(connection.id, projects.known(connection.id, name)?.id ?? name)) ||
        (preview.isUnnamed && guarded.length > 0)),
    changed,
    headerWarnings: headerWarnings(draft.headers, filled, knowledge),
  };
}

/** Where a request goes is known before its path is whole: what is still missing there is taken for filled. */
function withPathFilled(draft: RequestDraft, scope: Scope): RequestDraft {
  const missing = placeholders(draft.path).filter((name) => scope.by !== 'path' || name !== scope.parameter);
  return { ...draft, path: missing.reduce((path, name) => path.replaceAll(`{${name}}`, '-'), draft.path) };
}

/** What was typed by hand, as a header or in the path, wins over the selection: then that is where the request goes. */
function typedScopeOf(
  preview: RequestPreview | undefined,
  { definition, selected, bound }: ScopeKnown,
  named: (id: string) => Project,
): Partial<Pick<PanelDestination, 'project' | 'projectMissing' | 'scope'>> {
  const { project, by, header = '' } = preview?.scope ?? {};
  const own = selected ?? bound;
  if (project === undefined || (by !== 'header' && by !== 'path')) return {};
  if (project === own?.id || project === own?.slug) return {};
  const { scope } = definition;
  return {
    project: `${projectTitle(named(project))} ${vscode.l10n.t('(typed by hand)')}`,
    projectMissing: false,
    scope:
      by === 'header'
        ? vscode.l10n.t('header {0}', header)
        : scope.by === 'path'
          ? vscode.l10n.t('path {0}', `{${scope.parameter}}`)
          : '',
  };
}

/** Which project a token typed by hand stands for, nobody here knows. */
function typedTokenScopeOf(
  { headers }: PanelDraft,
  { scope, auth, projectTerm }: ServiceDefinition,
): Partial<Pick<PanelDestination, 'project' | 'projectMissing' | 'scope'>> {
  if (scope.by !== 'token' || !hasTypedKey(headers, auth)) return {};
  const project = vscode.l10n.t('the {0} of the token typed by hand', projectTerm.one);
  return { project, projectMissing: false, scope: '' };
}

interface ScopeKnown {
  readonly connection: Connection;
  readonly definition: ServiceDefinition;
  readonly selected: Project | undefined;
  readonly bound: Project | undefined;
}

function scopeOf(
  { connection, definition, selected, bound }: ScopeKnown,
  draft: PanelDraft,
  isPinned: boolean,
): Pick<PanelDestination, 'project' | 'projectMissing' | 'scope'> {
  const { scope } = definition;
  const path = draft.path.split(/[?#]/u)[0] ?? '/';
  const operation = findOperation(definition, draft.method, path);
  const takes = takesProject(scope, path, operation);
  const isBound = connection.keyKind === 'one-project';
  // A project-bound key names its project nowhere but in a path.
  const named = takes && (!isBound || scope.by === 'path') ? (selected ?? bound) : undefined;
  return {
    project:
      projectWords(named ?? (isBound ? bound : undefined), isBound, takes, definition) +
      (isPinned && named ? ` ${vscode.l10n.t('(not the active one)')}` : ''),
    projectMissing: needsProject(scope, path, operation) && !named && !(isBound && scope.by === 'header'),
    scope: named ? scopeWords(scope, named) : '',
  };
}

function projectWords(
  project: Project | undefined,
  isBound: boolean,
  takes: boolean,
  { projectTerm: { one }, scope }: ServiceDefinition,
): string {
  if (project) return projectTitle(project);
  if (isBound) return vscode.l10n.t("the key's own {0}", one);
  if (!takes) return vscode.l10n.t('no {0} needed', one);
  return scope.by === 'token' ? vscode.l10n.t('the default {0}', one) : vscode.l10n.t('no {0} chosen', one);
}

function scopeWords(scope: Scope, project: Project): string {
  switch (scope.by) {
    case 'header':
      return vscode.l10n.t('header {0}', headerFor(scope, project).header);
    case 'path':
      return vscode.l10n.t('path {0}', `{${scope.parameter}}`);
    case 'token':
      return vscode.l10n.t('token');
    case 'none':
      return '';
  }
}
