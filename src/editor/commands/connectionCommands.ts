import * as vscode from 'vscode';
import { singleLine } from '../../base/text.ts';
import type { Connection } from '../../connections/connection.ts';
import { InputError } from '../../connections/inputError.ts';
import { withKeyOf } from '../../connections/temporary.ts';
import { MAXIMUM_LABEL_LENGTH } from '../../connections/connectionInput.ts';
import { keyCheckReport } from '../../diagnosis/report.ts';
import { causeActions } from '../causesText.ts';
import { checkWithProgress, decideOnKey } from '../keyCheckDialog.ts';
import { keyReportText, keyReportTitle } from '../keyReportText.ts';
import { confirm, showError, showInformation } from '../messages.ts';
import { pickConnection } from '../pickConnection.ts';
import { choiceStep, inputStep } from '../quickInput.ts';
import type { Target } from '../target.ts';
import { connectionTitle, keyTitle } from '../words.ts';
import { checkKeyText } from './addConnection.ts';
import { reportContext } from './copyReport.ts';
import type { CommandParts } from './parts.ts';

/** Tests a key with reads alone, and shows what it may do and how that is known. */
export async function testKey(parts: CommandParts, target: Target): Promise<void> {
  const connection = await pickConnection(parts, target, vscode.l10n.t('Which key do you want to test?'));
  if (!connection) return;
  const definition = parts.connections.definitionOf(connection);
  const { keyCheck } = await parts.diagnosis.load();
  const report = await checkWithProgress(keyCheck, connection, definition);
  if (!report) return;
  const remaining = parts.budget.remaining(connection, definition);
  const title = keyReportTitle(report, connection, definition);
  await parts.documents.open(
    vscode.l10n.t('Key report {0}', connection.label),
    keyReportText(report, connection, definition, remaining),
    'plaintext',
    {
      markdown: keyCheckReport(
        report,
        reportContext(parts, { service: definition.id, connection: connection.id }, report.diagnosis),
      ),
      actions: causeActions(report.diagnosis),
    },
  );
  const show = report.verdict === 'valid' ? showInformation : showError;
  const actions = report.diagnosis[0]?.actions.slice(0, 2) ?? [];
  // Not awaited: the notification stays until it is closed, and the command is done.
  void show(title, ...actions.map((action) => action.title)).then((chosen) => {
    const action = actions.find((candidate) => candidate.title === chosen);
    if (action) void vscode.commands.executeCommand(action.command, ...(action.arguments ?? []));
  });
}

export async function renameConnection(parts: CommandParts, target: Target): Promise<void> {
  const { connections } = parts;
  const connection = await pickConnection(
    parts,
    target,
    vscode.l10n.t('Which connection do you want to rename?'),
    ({ id }) => !connections.isTemporary(id),
  );
  if (!connection) return sayPracticeOnly();
  refusePractice(parts, connection.id);
  const result = await inputStep({
    title: vscode.l10n.t('Rename connection'),
    step: 1,
    totalSteps: 1,
    prompt: vscode.l10n.t('A label to tell this connection from others.'),
    value: connection.label,
    check(label) {
      const length = [...label.trim()].length;
      if (length === 0) return { error: vscode.l10n.t('A connection needs a label. Type at least one character.') };
      return length > MAXIMUM_LABEL_LENGTH
        ? {
            error: vscode.l10n.t(
              'The label has {0} characters; at most {1} fit in a row.',
              length,
              MAXIMUM_LABEL_LENGTH,
            ),
          }
        : {};
    },
  });
  if (typeof result !== 'string') await connections.rename(connection.id, result.done);
}

/** Puts another key in the place of a connection's own, checked first. The old key stays until the new one is stored. */
export async function replaceKey(parts: CommandParts, target: Target): Promise<void> {
  const { connections, services } = parts;
  const { keyCheck } = await parts.diagnosis.load();
  const connection = await pickConnection(
    parts,
    target,
    vscode.l10n.t('Which key do you want to replace?'),
    ({ id }) => !connections.isTemporary(id),
  );
  if (!connection) return sayPracticeOnly();
  if (connections.isTemporary(connection.id)) return replacePracticeKey(parts, connection);
  const definition = connections.definitionOf(connection);
  let key = '';
  for (;;) {
    const result = await inputStep({
      title: vscode.l10n.t('Replace key of {0}', connectionTitle(connection, definition)),
      step: 1,
      totalSteps: 1,
      prompt: vscode.l10n.t(
        'Paste the new {0} key. The present one ({1}) stays until this one is stored.',
        definition.name,
        keyTitle(connection),
      ),
      placeholder: vscode.l10n.t('Key'),
      value: key,
      password: true,
      check: (text) => checkKeyText(text, definition, services.list()),
    });
    if (typeof result === 'string') return;
    key = result.done;
    const candidate = connections.draft({
      service: definition.id,
      key,
      label: connection.label,
      baseUrl: connection.baseUrl,
      ...(connection.region !== undefined && { region: connection.region }),
      ...(connection.baseUrls && { baseUrls: connection.baseUrls }),
    });
    const trial = connections.tryOut(candidate);
    try {
      const decision = await decideOnKey(keyCheck, candidate.connection, definition);
      if (!decision.save && decision.retype) continue;
      if (!decision.save) return;
    } finally {
      trial.dispose();
    }
    const replaced = await connections.replaceKey(connection.id, key);
    void showInformation(
      vscode.l10n.t(
        'The key of {0} was replaced. It is now {1}.',
        connectionTitle(replaced, definition),
        keyTitle(replaced),
      ),
    );
    return;
  }
}

/** Nobody has a practice key at hand, so one of those that are there is chosen. It lasts as long as practice mode does. */
async function replacePracticeKey({ connections }: CommandParts, connection: Connection): Promise<void> {
  const definition = connections.definitionOf(connection);
  const titleOf = (each: Connection) => connectionTitle(each, connections.definitionOf(each));
  const chosen = await choiceStep({
    title: vscode.l10n.t('Replace key of {0}', titleOf(connection)),
    step: 1,
    totalSteps: 1,
    placeholder: vscode.l10n.t('Practice mode has its own keys. Which one is to be used?'),
    items: connections
      .list()
      .filter(({ id, service }) => id !== connection.id && service === definition.id && connections.isTemporary(id))
      .map((other) => ({ label: titleOf(other), description: keyTitle(other), other })),
  });
  const other = typeof chosen === 'string' ? undefined : chosen.done.other;
  const key = other && (await connections.key(other.id));
  if (!key) return;
  const replaced = withKeyOf(connections.get(connection.id), { connection: other, key });
  connections.rekeyTemporary(replaced);
  void showInformation(
    vscode.l10n.t(
      'The key of {0} was replaced. It is now {1}.',
      titleOf(replaced.connection),
      keyTitle(replaced.connection),
    ),
  );
}

export async function removeConnection(parts: CommandParts, target: Target): Promise<void> {
  const { connections } = parts;
  const connection = await pickConnection(
    parts,
    target,
    vscode.l10n.t('Which connection do you want to remove?'),
    ({ id }) => !connections.isTemporary(id),
  );
  if (!connection) return sayPracticeOnly();
  refusePractice(parts, connection.id);
  const definition = connections.definitionOf(connection);
  const title = connectionTitle(connection, definition);
  const detail = vscode.l10n.t(
    'The connection and its {0} are deleted from this machine. At {1} the key stays valid until it is revoked there.',
    keyTitle(connection),
    definition.name,
  );
  if (await confirm(vscode.l10n.t('Remove {0}?', title), detail, vscode.l10n.t('Remove')))
    await connections.remove(connection.id);
}

export async function openKeyPage(parts: CommandParts, target: Target): Promise<void> {
  let { service } = target;
  service ??= (await pickConnection(parts, target, vscode.l10n.t('Whose key page do you want to open?')))?.service;
  if (service === undefined) return;
  const { keyPage, name } = parts.services.get(service);
  if (keyPage === undefined)
    throw new InputError(vscode.l10n.t('The definition of {0} names no page for its keys.', name));
  await vscode.env.openExternal(vscode.Uri.parse(keyPage, true));
}

function refusePractice(parts: CommandParts, id: string): void {
  if (parts.connections.isTemporary(id)) {
    throw new InputError(
      vscode.l10n.t('This connection belongs to practice mode and cannot be changed. Stop practice mode to remove it.'),
    );
  }
}

/** Without an own connection there was nothing to pick from; a person who picked none is told nothing. */
function sayPracticeOnly(): void {
  void vscode.window.setStatusBarMessage(singleLine(vscode.l10n.t('Bearings: nothing was changed')), 3000);
}
