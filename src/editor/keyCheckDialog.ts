import * as vscode from 'vscode';
import { count } from '../base/text.ts';
import type { Connection } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { KeyCheck, KeyReport } from '../diagnosis/keyReport.ts';
import { plain } from './messages.ts';
import { projectCount } from './words.ts';

/** What to do with a key after it was checked. */
export type KeyDecision =
  { readonly save: true; readonly report: KeyReport | undefined } | { readonly save: false; readonly retype: boolean };

/**
 * Checks a key before it is saved. A key that is good is saved without asking; one that was refused or could not be
 * checked is saved only when the person says so.
 */
export async function decideOnKey(
  keyCheck: KeyCheck,
  connection: Connection,
  definition: ServiceDefinition,
): Promise<KeyDecision> {
  for (;;) {
    const report = await checkWithProgress(keyCheck, connection, definition);
    if (report?.verdict === 'valid') return { save: true, report };
    const choice = await askAbout(report, definition);
    if (choice === 'again') continue;
    if (choice === 'save') return { save: true, report };
    return { save: false, retype: choice === 'retype' };
  }
}

/** Undefined when the person cancelled the check. */
export async function checkWithProgress(
  keyCheck: KeyCheck,
  connection: Connection,
  definition: ServiceDefinition,
): Promise<KeyReport | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `Bearings asks ${definition.name} about the key…`,
      cancellable: true,
    },
    async (_, token) => {
      const abort = new AbortController();
      const subscription = token.onCancellationRequested(() => abort.abort());
      try {
        const report = await keyCheck.run(connection.id, abort.signal);
        return abort.signal.aborted ? undefined : report;
      } finally {
        subscription.dispose();
      }
    },
  );
}

type Choice = 'save' | 'again' | 'retype' | 'cancel';

async function askAbout(report: KeyReport | undefined, { name }: ServiceDefinition): Promise<Choice> {
  const [diagnosis] = report?.diagnosis ?? [];
  const title = verdictTitle(report, name);
  const again = { label: '$(refresh) Check again', choice: 'again' as const };
  const retype = { label: '$(key) Type the key again', choice: 'retype' as const };
  const save = {
    label:
      report?.verdict === 'invalid' || report?.verdict === 'expired'
        ? '$(save) Save it all the same'
        : '$(save) Save without a check',
    detail: 'Test Key checks it later.',
    choice: 'save' as const,
  };
  const isRefused = report?.verdict === 'invalid' || report?.verdict === 'expired';
  const picked = await vscode.window.showQuickPick(isRefused ? [retype, again, save] : [again, save, retype], {
    title: plain(title),
    placeHolder: plain(
      [diagnosis?.title, diagnosis?.explanation].filter(Boolean).join(' ') || 'Nothing is saved yet. What now?',
    ),
    ignoreFocusOut: true,
  });
  return picked?.choice ?? 'cancel';
}

function verdictTitle(report: KeyReport | undefined, service: string): string {
  switch (report?.verdict) {
    case undefined:
      return 'The check was cancelled';
    case 'invalid':
      return `${service} does not accept this key`;
    case 'expired':
      return 'This key has expired';
    case 'unreachable':
      return `${service} could not be reached`;
    default:
      return 'The key could not be checked';
  }
}

/** One sentence for a key that was saved: what it reaches. */
export function reachSentence(report: KeyReport | undefined, definition: ServiceDefinition): string {
  if (!report || report.verdict !== 'valid') return 'Its key was not confirmed yet.';
  if (report.keyKind === 'one-project') return `Its key is bound to one ${definition.projectTerm.one}.`;
  const calls = count(report.callsSpent, 'call');
  if (report.projectCount === undefined) return `Its key works (${calls} spent).`;
  return `Its key reaches ${projectCount(report.projectCount, false, definition)} (${calls} spent).`;
}
