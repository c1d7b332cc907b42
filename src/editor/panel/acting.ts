import * as vscode from 'vscode';
import type { Action } from '../../diagnosis/diagnosis.ts';
import { commands } from '../../manifest.ts';
import { attemptOf, sendingAttemptOf } from './attempt.ts';
import type { Environment } from './environment.ts';
import type { OnePanelParts, Sent } from './parts.ts';
import type { PanelDraft } from './protocol.ts';
import type { Requesting } from './requesting.ts';
import { withoutTypedProject } from './typedProject.ts';

/** What an action of a diagnosis needs of the panel that shows it. */
export interface ActingPanel {
  readonly parts: OnePanelParts;
  readonly connection: string;
  readonly requesting: Requesting;
  /** What the shown answer's request would go out with now. */
  readonly environment: () => Environment | undefined;
  readonly draft: () => PanelDraft;
  readonly replace: (draft: PanelDraft) => void;
}

/** What chooses where a connection's requests go, and does nothing for one that names a project by itself. */
const CHOOSING = new Set<string>([commands.switchProject, commands.useOwnProject]);

/**
 * Does an action of the shown diagnosis, and keeps it as an attempt where something came of it. Where a project was
 * chosen, what names another by hand is taken out of the request: it would win over that choice.
 */
export async function act(panel: ActingPanel, action: Action, sent: Sent): Promise<void> {
  const { requesting } = panel;
  const before = JSON.stringify(panel.environment());
  let taken = '';
  await requesting.trying(sendingAttemptOf(action, sent), async () => {
    if (await choosesProject(panel, action)) taken = takeOutProject(panel, sent.draft);
  });
  // The action may have sent the request itself.
  if (requesting.sent?.answered.exchange.id !== sent.answered.exchange.id) return;
  const isChanged = taken !== '' || JSON.stringify(panel.environment()) !== before;
  const attempt = attemptOf(action, taken === '' ? sent : { ...sent, draft: panel.draft() }, isChanged);
  requesting.try(attempt && { ...attempt, taken });
}

/** Does it, and tells whether a project was chosen by it: the person may have closed the list. */
async function choosesProject({ parts, connection }: ActingPanel, action: Action): Promise<boolean> {
  const { selection } = parts;
  let hasChosen = false;
  const watch = selection.onDidChange(() => {
    hasChosen ||= selection.activeConnection === connection;
  });
  try {
    await vscode.commands.executeCommand(action.command, ...(action.arguments ?? []));
  } finally {
    watch.dispose();
  }
  return hasChosen && CHOOSING.has(action.command);
}

/** Returns what it took out, in words. What was composed for another request by now stays as it is. */
function takeOutProject({ parts, connection, draft, replace }: ActingPanel, { method, path }: PanelDraft): string {
  const { connections } = parts;
  const composed = draft();
  const isSame = composed.method === method && composed.path === path;
  const without = isSame
    ? withoutTypedProject(composed, connections.definitionOf(connections.get(connection)))
    : undefined;
  if (!without) return '';
  replace(without.draft);
  return without.taken;
}
