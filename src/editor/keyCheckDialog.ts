import * as vscode from 'vscode';
import type { Connection } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { KeyCheck, KeyReport } from '../diagnosis/keyReport.ts';
import { countDown } from './countdown.ts';
import { plain } from './messages.ts';
import { callCount, projectCount } from './words.ts';

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

/** Shows how long the budget makes it wait. Undefined when the person cancelled the check. */
export async function checkWithProgress(
  keyCheck: KeyCheck,
  connection: Connection,
  definition: ServiceDefinition,
): Promise<KeyReport | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Bearings asks {0} about the key…', definition.name),
      cancellable: true,
    },
    async (progress, token) => {
      const abort = new AbortController();
      const done = new AbortController();
      const subscription = token.onCancellationRequested(() => abort.abort());
      const onWait = (milliseconds: number) => {
        const until = Date.now() + milliseconds;
        const tell = (seconds: number) =>
          progress.report({ message: vscode.l10n.t('{0} allows the next call in {1} s', definition.name, seconds) });
        const ended = AbortSignal.any([abort.signal, done.signal]);
        void countDown(() => until, ended, tell).then(() => progress.report({ message: '' }));
      };
      try {
        const report = await keyCheck.run(connection.id, abort.signal, onWait);
        return abort.signal.aborted ? undefined : report;
      } finally {
        done.abort();
        subscription.dispose();
      }
    },
  );
}

type Choice = 'save' | 'again' | 'retype' | 'cancel';

async function askAbout(report: KeyReport | undefined, { name }: ServiceDefinition): Promise<Choice> {
  const [diagnosis] = report?.diagnosis ?? [];
  const isRefused = report?.verdict === 'invalid' || report?.verdict === 'expired';
  // A line holds about one sentence. The title says already that the key was refused.
  const [first = '', ...rest] = sentencesOf(
    [isRefused ? '' : (diagnosis?.title ?? ''), diagnosis?.explanation ?? ''].filter(Boolean).join(' '),
  );
  const detail = plain(rest.join(' '));
  const again = { label: vscode.l10n.t('$(refresh) Check again'), choice: 'again' as const };
  const retype = { label: vscode.l10n.t('$(key) Type the key again'), choice: 'retype' as const };
  const save = {
    label: isRefused ? vscode.l10n.t('$(save) Save it all the same') : vscode.l10n.t('$(save) Save without a check'),
    detail: vscode.l10n.t('Test Key checks it later.'),
    choice: 'save' as const,
  };
  const items: (vscode.QuickPickItem & { choice: Choice })[] = isRefused
    ? [{ ...retype, detail }, again, save]
    : [{ ...again, detail }, save, retype];
  const picked = await vscode.window.showQuickPick(items, {
    title: plain(verdictTitle(report, name)),
    placeHolder: plain(first) || vscode.l10n.t('Nothing is saved yet. What now?'),
    ignoreFocusOut: true,
  });
  return picked?.choice ?? 'cancel';
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter((sentence) => sentence !== '');
}

function verdictTitle(report: KeyReport | undefined, service: string): string {
  switch (report?.verdict) {
    case undefined:
      return vscode.l10n.t('The check was cancelled');
    case 'invalid':
      return vscode.l10n.t('{0} does not accept this key', service);
    case 'expired':
      return vscode.l10n.t('This key has expired');
    case 'unreachable':
      return vscode.l10n.t('{0} could not be reached', service);
    default:
      return vscode.l10n.t('The key could not be checked');
  }
}

/** One sentence for a key that was saved: what it reaches. */
export function reachSentence(report: KeyReport | undefined, definition: ServiceDefinition): string {
  if (!report || report.verdict !== 'valid') return vscode.l10n.t('Its key was not confirmed yet.');
  if (report.keyKind === 'one-project')
    return vscode.l10n.t('Its key is bound to one {0}.', definition.projectTerm.one);
  const calls = callCount(report.callsSpent);
  if (report.projectCount === undefined) return vscode.l10n.t('Its key works ({0} spent).', calls);
  return vscode.l10n.t('Its key reaches {0} ({1} spent).', projectCount(report.projectCount, false, definition), calls);
}
