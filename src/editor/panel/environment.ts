import * as vscode from 'vscode';
import { sentenceList, singleLine } from '../../base/text.ts';
import type { RequestDraft } from '../../client/draft.ts';
import { previewRequest } from '../../client/preview.ts';
import type { Connections } from '../../connections/connections.ts';
import type { Selection } from '../../connections/selection.ts';
import type { Projects } from '../../resources/projects.ts';
import { projectTitle } from '../words.ts';

interface EnvironmentParts {
  readonly connections: Connections;
  readonly selection: Selection;
  readonly projects: Projects;
}

/** What a request goes out with beside what was composed. Kept with each answer, to tell what changed since. */
export interface Environment {
  /** The project that the request names, by its id; undefined for none. */
  readonly project: string | undefined;
  readonly baseUrl: string;
  readonly keyEnding: string;
  /** How often the key was replaced by then. */
  readonly keyChanges: number;
}

/** What a draft would go out with now. Undefined when its connection is gone. */
export function environmentOf(
  { connections, selection, projects }: EnvironmentParts,
  draft: RequestDraft,
  keyChanges: number,
): Environment | undefined {
  const connection = connections.find(draft.connection);
  if (!connection) return undefined;
  const preview = previewRequest(draft, {
    connection,
    definition: connections.definitionOf(connection),
    selected: selection.project(connection.id),
    bound: projects.bound(connection.id),
  });
  const { baseUrl, keyEnding } = connection;
  return { project: preview?.scope.project, baseUrl, keyEnding, keyChanges };
}

/** Where a request under way goes that would go elsewhere now, in a sentence; empty where that is the same. */
export function goingWords(
  { connections, projects }: EnvironmentParts,
  connectionId: string,
  { project }: Environment,
  now: Environment | undefined,
): string {
  const connection = connections.find(connectionId);
  if (!connection || !now || now.project === project) return '';
  const { one } = connections.definitionOf(connection).projectTerm;
  return project === undefined
    ? vscode.l10n.t('The request under way names no {0}.', one)
    : vscode.l10n.t('The request under way goes to {0}.', projectTitle(projects.named(connectionId, project)));
}

/** What is different for the next request, in a sentence; empty when nothing is. */
export function changesSince(
  { connections, projects }: EnvironmentParts,
  connectionId: string,
  then: Environment,
  now: Environment | undefined,
): string {
  const connection = connections.find(connectionId);
  if (!connection || !now) return '';
  const { one } = connections.definitionOf(connection).projectTerm;
  const changes: string[] = [];
  if (now.project !== then.project) {
    const known = now.project === undefined ? undefined : projects.named(connectionId, now.project);
    changes.push(
      known
        ? vscode.l10n.t('the {0} is now {1}', one, projectTitle(known))
        : vscode.l10n.t('no {0} is named any more', one),
    );
  }
  if (now.keyChanges !== then.keyChanges || now.keyEnding !== then.keyEnding) {
    changes.push(vscode.l10n.t('the key was replaced'));
  }
  if (now.baseUrl !== then.baseUrl) {
    changes.push(vscode.l10n.t('the address is now {0}', singleLine(now.baseUrl, 80)));
  }
  return changes.length === 0 ? '' : vscode.l10n.t('Since this answer: {0}.', sentenceList(changes));
}
