import * as vscode from 'vscode';
import { singleLine } from '../../base/text.ts';
import type { Project } from '../../connections/connection.ts';
import { InputError } from '../../connections/inputError.ts';
import { confirm } from '../messages.ts';
import { pickConnection } from '../pickConnection.ts';
import type { Target } from '../target.ts';
import { projectTitle } from '../words.ts';
import type { CommandParts } from './parts.ts';

/** Makes writes to a project ask for its name. Asks nothing when called from the project's row. */
export async function protectProject(parts: CommandParts, target: Target): Promise<void> {
  const { connections, projects, protection, selection } = parts;
  const connection = await pickConnection(parts, target, vscode.l10n.t('Of which connection?'));
  if (!connection) return;
  const { one, many } = connections.definitionOf(connection).projectTerm;
  const bound = projects.bound(connection.id);
  let project = target.project === undefined ? bound : projects.named(connection.id, target.project);
  if (!project && connection.keyKind === 'one-project') {
    throw new InputError(
      vscode.l10n.t('It is not known yet which {0} this key is bound to. Test the key, then protect it.', one),
    );
  }
  if (!project) {
    const listed = await projects.all(connection.id);
    const selected = selection.project(connection.id);
    const all = selected && !listed.some(({ id }) => id === selected.id) ? [selected, ...listed] : listed;
    const open = all.filter(({ id }) => !protection.find(connection.id, id));
    if (open.length === 0) throw new InputError(vscode.l10n.t('There are no {0} that could be protected.', many));
    project = await pick(open, vscode.l10n.t('Which {0} do you want to protect?', one));
  }
  if (project) await protection.protect(connection.id, project);
}

/** Lets writes to a project go after the usual question again. Asks first. */
export async function unprotectProject(parts: CommandParts, target: Target): Promise<void> {
  const { connections, projects, protection } = parts;
  const connection = await pickConnection(parts, target, vscode.l10n.t('Of which connection?'));
  if (!connection) return;
  const { one, many } = connections.definitionOf(connection).projectTerm;
  const named = target.project ?? (target.rowId === undefined ? undefined : projects.bound(connection.id)?.id);
  const all = protection.of(connection.id);
  if (all.length === 0) throw new InputError(vscode.l10n.t('No {0} of this connection are protected.', many));
  const project =
    named === undefined
      ? await pick(all, vscode.l10n.t('Which {0} do you want to unprotect?', one))
      : protection.find(connection.id, named);
  if (!project) return;
  const title = projectTitle(project);
  const agreed = await confirm(
    vscode.l10n.t('Unprotect {0}?', title),
    vscode.l10n.t('Requests that change data in it are then sent without its name being typed.'),
    vscode.l10n.t('Unprotect'),
  );
  if (agreed) await protection.unprotect(connection.id, project.id);
}

async function pick(projects: readonly Project[], placeHolder: string): Promise<Project | undefined> {
  const items = projects.map((project) => ({
    label: projectTitle(project),
    description: vscode.l10n.t('id {0}', singleLine(project.id, 60)),
    project,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.project;
}
