import * as vscode from 'vscode';
import { withoutProject } from '../../client/elsewhere.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { RequestDraft } from '../../client/draft.ts';
import { countDown } from '../countdown.ts';
import { plain } from '../messages.ts';
import { confirmWrite } from '../panel/confirmWrite.ts';
import type { PanelContext } from '../panel/context.ts';
import type { PanelDraft } from '../panel/protocol.ts';
import { type GivenAnswer, showAnswers } from './answers.ts';
import { type Destination, destinationTitle, pickDestinations } from './destinationPicker.ts';
import { withProjectName } from './entryWords.ts';
import { keepInHistory } from './keepSent.ts';
import type { KeepingParts } from './parts.ts';

/** An older answer says little about what is different between projects: it is asked for again where that is wanted. */
const FRESH_MS = 10 * 60_000;

/**
 * Sends a panel's request to other projects, of its connection or of others of the service, and shows the answers beside
 * each other. The active project stays as it is; a write is asked about for each project.
 */
export async function sendElsewhere(parts: KeepingParts, draft: PanelDraft, context: PanelContext): Promise<void> {
  const { connections } = parts;
  const connection = connections.get(context.connection);
  const here: Destination = { connection, project: context.project };
  const first = answerHere(draft, context);
  const request = withoutProject(context.request(draft), connections.definitionOf(connection));
  const chosen = await pickDestinations(parts, {
    title: vscode.l10n.t('Send {0} {1} to other projects', request.method, draft.path),
    connections: [connection, ...connections.list().filter((other) => isOther(other, connection))],
    preset: first ? undefined : here,
    without: first ? here : undefined,
  });
  if (chosen.length === 0) return;
  const answers = await sendToEach(parts, draft, request, chosen);
  const before = first ? [{ destination: here, draft, exchange: first }] : [];
  await showAnswers(parts, [...before, ...answers]);
}

/** The answer that the panel shows, where it was given to this very request just now. */
function answerHere(draft: PanelDraft, { exchange, sent }: PanelContext): Exchange | undefined {
  if (!exchange?.response || JSON.stringify(sent) !== JSON.stringify(draft)) return undefined;
  return Date.now() - Date.parse(exchange.startedAt) < FRESH_MS ? exchange : undefined;
}

async function sendToEach(
  parts: KeepingParts,
  draft: PanelDraft,
  request: RequestDraft,
  destinations: readonly Destination[],
): Promise<readonly GivenAnswer[]> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Sending'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, token) => {
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() => abort.abort());
    const answers: GivenAnswer[] = [];
    try {
      for (const [index, destination] of destinations.entries()) {
        const place = vscode.l10n.t('{0} of {1}', index + 1, destinations.length);
        const where = `${destinationTitle(parts, destination)} (${place})`;
        const tell = (message: string) => progress.report({ message: plain(message) });
        tell(where);
        const exchange = await sendTo(parts, request, destination, abort.signal, tell, where);
        if (abort.signal.aborted) break;
        progress.report({ increment: 100 / destinations.length });
        if (!exchange) continue;
        await keepInHistory(parts, draft, destination.project, exchange);
        answers.push({ destination, draft, exchange });
      }
    } finally {
      subscription.dispose();
    }
    return answers;
  });
}

/** Undefined where the person did not agree to a write. */
async function sendTo(
  parts: KeepingParts,
  request: RequestDraft,
  { connection, project }: Destination,
  signal: AbortSignal,
  tell: (message: string) => void,
  where: string,
): Promise<Exchange | undefined> {
  const { client, connections } = parts;
  const draft: RequestDraft = { ...request, connection: connection.id, project: project?.id ?? null };
  if (!(await confirmWrite(parts, draft)) || signal.aborted) return undefined;
  const { name } = connections.definitionOf(connection);
  const sent = new AbortController();
  const onWait = (milliseconds: number) => {
    const until = Date.now() + milliseconds;
    const waiting = (seconds: number) =>
      tell(vscode.l10n.t('{0}: {1} allows the next call in {2} s', where, name, seconds));
    void countDown(() => until, AbortSignal.any([signal, sent.signal]), waiting).then(() => tell(where));
  };
  try {
    return withProjectName(await client.send(draft, { signal, onWait }), project);
  } finally {
    sent.abort();
  }
}

function isOther(other: { id: string; service: string }, { id, service }: { id: string; service: string }): boolean {
  return other.id !== id && other.service === service;
}
