import * as vscode from 'vscode';
import { singleLine } from '../../base/text.ts';
import type { RequestDraft } from '../../client/draft.ts';
import { type PreviewKnowledge, previewRequest } from '../../client/preview.ts';
import type { Auth } from '../../services/definition.ts';
import { keyTitle, projectTitle } from '../words.ts';
import type { NameValue, PanelDestination } from './protocol.ts';

/**
 * The headers typed by hand that contradict where the request would go without them, and what that means.
 * @param draft the request without any header typed by hand.
 */
export function headerWarnings(
  headers: readonly NameValue[],
  draft: RequestDraft,
  knowledge: PreviewKnowledge,
): PanelDestination['headerWarnings'] {
  const plain = previewRequest({ ...draft, headers: {} }, knowledge);
  const { connection, definition, selected } = knowledge;
  const { one } = definition.projectTerm;
  const keyHeader = credentialHeader(definition.auth);
  return headers.flatMap(({ name: typed, value }) => {
    const name = typed.trim();
    if (name === '') return [];
    const warn = (text: string) => [{ name, text }];
    if (name.toLowerCase() === keyHeader.toLowerCase()) {
      return warn(
        vscode.l10n.t('Goes in place of {0}. Remove it to send with the connection’s key.', keyTitle(connection)),
      );
    }
    const preview = previewRequest({ ...draft, headers: { [name]: value } }, knowledge);
    if (preview && !preview.isSent(name)) return warn(vscode.l10n.t('Is left out: it is never sent by hand.'));
    const isScope = preview?.scope.header?.toLowerCase() === name.toLowerCase() && preview.scope.by === 'header';
    if (!isScope || preview.scope.project === plain?.scope.project) return [];
    const other = singleLine(value, 60);
    if (connection.keyKind === 'one-project') {
      return warn(vscode.l10n.t('Names {0}, though this key is bound to one {1}.', other, one));
    }
    if (selected && (selected.id === value || selected.slug === value)) return [];
    return warn(
      selected
        ? vscode.l10n.t('Names {0} in place of {1}, and is sent as typed.', other, projectTitle(selected))
        : vscode.l10n.t('Names {0}, though no {1} is chosen, and is sent as typed.', other, one),
    );
  });
}

/** Whether a header typed by hand goes in place of the connection's key. */
export function hasTypedKey(headers: readonly NameValue[], auth: Auth): boolean {
  const name = credentialHeader(auth).toLowerCase();
  return headers.some((row) => row.name.trim().toLowerCase() === name);
}

/** The header in which the key or its token travels. */
export function credentialHeader(auth: Auth): string {
  switch (auth.type) {
    case 'bearer':
      return 'authorization';
    case 'header':
      return auth.header;
    case 'exchange':
      return auth.carrier.header;
  }
}
