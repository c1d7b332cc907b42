import * as vscode from 'vscode';
import type { Action } from '../../diagnosis/diagnosis.ts';
import { succeeded } from '../../client/exchange.ts';
import { commands } from '../../manifest.ts';
import type { Answered, Sent } from './parts.ts';

/** An action of a diagnosis that was taken, to tell after the next Send whether it helped. */
export interface Attempt {
  readonly action: Action;
  /** What the refusal's first cause was. */
  readonly cause: string;
  /** The request that was refused: its method and path. */
  readonly request: string;
  /** What the panel took out of the request for it, in words; empty for nothing. */
  readonly taken?: string;
}

/** What these mend lies outside of Bearings, or is not seen in what a request goes out with. */
const MENDS_UNSEEN = new Set<string>([commands.openKeyPage, commands.renewToken, commands.showProxySettings]);

/** What sends the request by itself: its answer tells at once whether it helped. */
const SENDING = new Set<string>([commands.sendAgain, commands.sendLater]);

/** The attempt that an action is while it sends the request; undefined for one that sends nothing. */
export function sendingAttemptOf(action: Action, sent: Sent): Attempt | undefined {
  return SENDING.has(action.command) ? attemptOf(action, sent, true) : undefined;
}

/** The attempt that an action was, undefined where nothing came of it. */
export function attemptOf(action: Action, { draft, answered }: Sent, isChanged: boolean): Attempt | undefined {
  const [first] = answered.diagnoses;
  if (!first || (!isChanged && !MENDS_UNSEEN.has(action.command))) return undefined;
  return { action, cause: first.cause, request: requestOf(draft) };
}

/** Undefined while another request is composed: sending that one would tell nothing. */
export function offerWords({ action, request, taken = '' }: Attempt, composed: Sent['draft']): string | undefined {
  if (requestOf(composed) !== request) return undefined;
  const title = action.title.replace(/…$/u, '');
  return taken === ''
    ? vscode.l10n.t('Send the request again to see whether “{0}” helped.', title)
    : vscode.l10n.t('Taken out of the request: {0}. Send it again to see whether “{1}” helped.', taken, title);
}

/** Whether an attempt helped, in a sentence; empty when the request was another one. */
export function helpedWords(
  attempt: Attempt,
  draft: Sent['draft'],
  { exchange, diagnoses }: Answered,
  one: string,
): string {
  if (requestOf(draft) !== attempt.request) return '';
  const [first] = diagnoses;
  if (!first) {
    return succeeded(exchange) ? vscode.l10n.t('{0} helped: the request works now.', actionWords(attempt, one)) : '';
  }
  return first.cause === attempt.cause
    ? vscode.l10n.t('The same refusal again.')
    : vscode.l10n.t('Another cause now: {0}', first.title);
}

function requestOf({ method, path }: Sent['draft']): string {
  return `${method} ${path}`;
}

function actionWords({ action }: Attempt, one: string): string {
  switch (action.command) {
    case commands.switchProject:
    case commands.useOwnProject:
      return vscode.l10n.t('Switching the {0}', one);
    case commands.replaceKey:
      return vscode.l10n.t('Replacing the key');
    case commands.switchRegion:
      return vscode.l10n.t('Switching the region');
    case commands.changeAddress:
      return vscode.l10n.t('Changing the address');
    case commands.renewToken:
      return vscode.l10n.t('Renewing the token');
    default:
      return `“${action.title.replace(/…$/u, '')}”`;
  }
}
