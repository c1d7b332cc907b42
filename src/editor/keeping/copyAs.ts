import * as vscode from 'vscode';
import type { RequestDraft } from '../../client/draft.ts';
import type { Connection, Project } from '../../connections/connection.ts';
import { InputError } from '../../connections/inputError.ts';
import type { ValueStore } from '../../connections/ports.ts';
import { type CopyFormat, copyFormats, copyRequest } from '../../formats/copyRequest.ts';
import { keysIn } from '../../client/typedSecrets.ts';
import type { ServiceDefinition } from '../../services/definition.ts';
import type { KeepingParts } from './parts.ts';

const USED_LAST = 'bearings.copyFormat';

/** A request, and what decides how it is sent. */
export interface CopiedRequest {
  readonly draft: RequestDraft;
  readonly connection: Connection;
  readonly definition: ServiceDefinition;
  readonly project: Project | undefined;
}

/** Lets a person choose a format to copy in; the one used last comes first. Undefined when none was chosen. */
export async function pickFormat(memory: ValueStore): Promise<CopyFormat | undefined> {
  const usedLast = memory.get(USED_LAST);
  const items = copyFormats
    .toSorted((one, other) => Number(other.id === usedLast) - Number(one.id === usedLast))
    .map((format) => ({
      label: format.title,
      description: format.id === usedLast ? vscode.l10n.t('used last') : '',
      format,
    }));
  const placeHolder = vscode.l10n.t('Copy as');
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  if (picked) await memory.update(USED_LAST, picked.format.id);
  return picked?.format;
}

/**
 * Copies a request, with the service's variable in place of the key.
 * @throws InputError when the request could not be sent either, the format cannot hold it, or a key was typed into it.
 */
export async function copyIn(
  { connections, services }: Pick<KeepingParts, 'connections' | 'services'>,
  format: string,
  request: CopiedRequest,
): Promise<void> {
  const { draft, connection, definition, project } = request;
  const copied = copyRequest(format, draft, connection, definition, project);
  if (!copied.ok) throw new InputError(copied.error.message);
  const stored = await Promise.all(connections.list().map(({ id }) => connections.key(id)));
  const typed =
    stored.find((key) => key && copied.value.includes(key.reveal())) ?? keysIn(copied.value, services.list())[0];
  if (typed) {
    throw new InputError(
      vscode.l10n.t(
        'A key ({0}) is typed into the request, and what is copied gets around. Nothing was copied. Take it out: Bearings adds the key itself, and copies have ${1} in its place.',
        typed.mask,
        definition.environmentVariable,
      ),
    );
  }
  await vscode.env.clipboard.writeText(copied.value);
  const told = vscode.l10n.t('Copied, with ${0} in place of the key', definition.environmentVariable);
  vscode.window.setStatusBarMessage(`$(check) ${told}`, 5000);
}
