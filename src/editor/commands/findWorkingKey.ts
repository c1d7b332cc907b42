import * as vscode from 'vscode';
import type { Connection } from '../../connections/connection.ts';
import { InputError } from '../../connections/inputError.ts';
import { type KeyTrial, type KeyTrialPlan, planKeyTrial, tryKeys } from '../../diagnosis/whichKey.ts';
import { confirm, plain } from '../messages.ts';
import type { Target } from '../target.ts';
import { callCount, connectionTitle, keyTitle } from '../words.ts';
import type { CommandParts } from './parts.ts';

const ICONS: Readonly<Record<KeyTrial['outcome'], string>> = {
  works: 'pass',
  elsewhere: 'info',
  refused: 'error',
  'no answer': 'debug-disconnect',
  'not tried': 'circle-slash',
};

/** "Which of my keys works here?": tries the other stored keys of the service on one safe read, after asking. */
export async function findWorkingKey(parts: CommandParts, target: Target): Promise<void> {
  const { connections, panels } = parts;
  const { diagnoser } = await parts.diagnosis.load();
  const { exchange } = await panels.answered(target.exchange ?? '');
  const { name } = connections.definitionOf(connections.get(exchange.connection));
  const plan = planKeyTrial(exchange, { ...parts, diagnoser });
  if (!plan) {
    throw new InputError(
      vscode.l10n.t('No other key for {0} at this address is stored. Add a connection with another key first.', name),
    );
  }
  if (!(await askFor(plan, parts, name))) return;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Bearings tries {0}', plan.read.title),
    cancellable: true,
  };
  const trials = await vscode.window.withProgress(options, async (progress, token) => {
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() => abort.abort());
    let tried = 0;
    const told = (now: KeyTrial | Connection) => {
      if ('outcome' in now) return;
      tried += 1;
      progress.report({ message: plain(`${tried}/${plan.candidates.length} · ${titleOf(now, parts)}`) });
    };
    try {
      return await tryKeys(exchange, plan, { ...parts, diagnoser }, { signal: abort.signal, told });
    } finally {
      subscription.dispose();
    }
  });
  const chosen = await pickTrial(trials, plan, parts);
  if (chosen) await panels.composeLike(exchange, chosen.id);
}

async function askFor({ read, candidates, calls }: KeyTrialPlan, parts: CommandParts, name: string): Promise<boolean> {
  const keys = candidates.map((connection) => `${titleOf(connection, parts)} (${keyTitle(connection)})`);
  const detail = [
    vscode.l10n.t('{0} is sent once with each of: {1}.', read.title, plain(keys.join('; '))),
    vscode.l10n.t('Each key goes to the address of its own connection only. This spends up to {0}.', callCount(calls)),
    read.isSame
      ? ''
      : vscode.l10n.t(
          'The refused request cannot be repeated safely, so this read stands for it: whether a key may do more than read is not found out.',
        ),
  ];
  return confirm(
    candidates.length === 1
      ? vscode.l10n.t('Try {0} other key of {1} here?', candidates.length, name)
      : vscode.l10n.t('Try {0} other keys of {1} here?', candidates.length, name),
    detail.filter(Boolean).join(' '),
    vscode.l10n.t('Try Keys'),
  );
}

/** What each key got; choosing one opens the request with it. */
async function pickTrial(
  trials: readonly KeyTrial[],
  { read }: KeyTrialPlan,
  parts: CommandParts,
): Promise<Connection | undefined> {
  const order = Object.keys(ICONS);
  const items = trials
    .toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome))
    .map(({ connection, outcome, exchange, why }) => ({
      label: `$(${ICONS[outcome]}) ${titleOf(connection, parts)}`,
      description: [
        keyTitle(connection),
        exchange?.response ? `${exchange.response.status} · ${exchange.durationMs} ms` : outcomeWords(outcome),
      ].join(' · '),
      detail: why || vscode.l10n.t('Works.'),
      connection,
    }));
  const works = trials.filter(({ outcome }) => outcome === 'works').length;
  const title =
    works === 0
      ? vscode.l10n.t('None of these keys works for {0}', read.title)
      : works === 1
        ? vscode.l10n.t('One key works for {0}', read.title)
        : vscode.l10n.t('{0} keys work for {1}', works, read.title);
  const picked = await vscode.window.showQuickPick(items, {
    title: plain(title),
    placeHolder: vscode.l10n.t('Choose one to open the request with it. Nothing is sent by that.'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.connection;
}

function outcomeWords(outcome: KeyTrial['outcome']): string {
  switch (outcome) {
    case 'works':
      return vscode.l10n.t('works');
    case 'elsewhere':
      return vscode.l10n.t('elsewhere');
    case 'refused':
      return vscode.l10n.t('refused');
    case 'no answer':
      return vscode.l10n.t('no answer');
    case 'not tried':
      return vscode.l10n.t('not tried');
  }
}

function titleOf(connection: Connection, { connections }: CommandParts): string {
  return connectionTitle(connection, connections.definitionOf(connection));
}
