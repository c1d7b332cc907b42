import * as vscode from 'vscode';
import { singleLine } from '../../base/text.ts';
import { type Exchange, type Failure, type Hop, type Timing, succeeded } from '../../client/exchange.ts';
import { STATUS_CODES, STATUS_MEANINGS } from '../../client/statusCodes.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { ServiceDefinition } from '../../services/definition.ts';
import { keysIn, maskBody } from '../../client/typedSecrets.ts';
import { byteSize, failureWords, timeWords } from '../words.ts';
import { bodyView } from './bodyView.ts';
import type { Sent } from './parts.ts';
import type { NameValue, PanelAnswer, PanelDraft } from './protocol.ts';

/** Characters of the body that was sent which are shown with it. */
const SENT_BODY_LIMIT = 100_000;
const REQUEST_ID_HEADERS = ['x-request-id', 'request-id', 'x-correlation-id', 'x-amzn-requestid', 'cf-ray'];

/** An exchange as the page shows it. */
export function answerView(
  { draft, answered: { exchange }, helped = '', gone = [], isArriving = false }: Sent,
  diagnoses: readonly Diagnosis[],
  definition: ServiceDefinition,
): PanelAnswer {
  const { response, failure, request } = exchange;
  return {
    id: exchange.id,
    asked: { method: draft.method, path: draft.path, pathValues: draft.pathValues },
    status: statusWords(response?.status, failure?.kind),
    // A status of success with a refusal inside means nothing that should be believed.
    meaning: failure || isRefusedDespite(response, diagnoses) ? '' : (STATUS_MEANINGS[response?.status ?? 0] ?? ''),
    tone:
      failure || !response
        ? 'bad'
        : succeeded(exchange) && diagnoses.length === 0
          ? 'good'
          : response.status < 400 && diagnoses.length === 0
            ? 'neutral'
            : 'bad',
    durationMs: exchange.durationMs,
    timing: timingView(exchange.timing),
    size: response ? byteSize(response.sizeBytes) : '',
    requestId: REQUEST_ID_HEADERS.map((name) => response?.headers[name]).find((id) => id !== undefined) ?? '',
    stamp: failure?.kind === 'not-sent' ? '' : `${stampWords(exchange, definition)} · ${whenWords(exchange.startedAt)}`,
    headers: rowsOf(response?.headers ?? {}),
    body: isArriving
      ? { ...bodyView(exchange), note: vscode.l10n.t('The rest of the body is on its way.') }
      : bodyView(exchange),
    sent:
      failure?.kind === 'not-sent'
        ? { method: '', url: '', headers: [], body: '' }
        : {
            method: request.method,
            url: request.url,
            headers: rowsOf(request.headers),
            body: sentBody(draft, exchange, definition),
          },
    hops: exchange.hops.map((hop) => ({
      method: hop.method ?? '',
      url: hop.url,
      status: hop.status,
      carried: carriedWords(hop, definition),
    })),
    notes: exchange.notes,
    // The diagnosis says it too, and why.
    failure: diagnoses.length > 0 ? '' : (failure?.message ?? ''),
    diagnoses: diagnoses.map(({ actions, ...diagnosis }) => ({
      ...diagnosis,
      actions: actions.map(({ title }) => title),
    })),
    helped,
    onceSecrets: (exchange.onceSecrets ?? []).map((secret, place) => ({ ...secret, gone: gone[place] ?? '' })),
  };
}

function isRefusedDespite(response: Exchange['response'], diagnoses: readonly Diagnosis[]): boolean {
  return (response?.status ?? 0) < 400 && diagnoses.length > 0;
}

/** `403 Forbidden`, or what the network did: `Timed out`, `Connection broke off after 200 OK`. */
export function statusWords(status: number | undefined, failure: Failure['kind'] | undefined): string {
  const answered = status === undefined ? undefined : `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  if (!failure) return answered ?? vscode.l10n.t('No answer');
  const failed = failureWords(failure);
  return answered ? vscode.l10n.t('{0} after {1}', failed, answered) : failed;
}

/** Where the time went, in the order in which it passed; what took none is left out. */
function timingView(timing: Timing | undefined): PanelAnswer['timing'] {
  if (!timing) return [];
  const parts: readonly (readonly [string, number | undefined])[] = [
    [vscode.l10n.t('waiting for the budget'), timing.waitedMs || undefined],
    [vscode.l10n.t('exchanging the key for a token'), timing.tokenMs],
    [vscode.l10n.t('connecting'), timing.connectMs],
    [vscode.l10n.t('until the first byte'), timing.firstByteMs],
    [vscode.l10n.t('body'), timing.bodyMs],
  ];
  return parts.flatMap(([name, milliseconds]) => (milliseconds === undefined ? [] : [{ name, milliseconds }]));
}

/** The body that went out, as it was typed but for what is a secret in it. */
function sentBody({ body, method }: PanelDraft, { request }: Exchange, definition: ServiceDefinition): string {
  // A redirect may have made a plain read of it, which carries none.
  if (body === '' || request.method !== method.trim().toUpperCase()) return '';
  const masked = maskBody(body);
  if (!masked) return vscode.l10n.t('(too deeply nested to be shown without the secrets that may be in it)');
  return [...masked.secrets, ...keysIn(masked.text, [definition])]
    .filter((secret) => secret.reveal().length > 7)
    .reduce((text, secret) => text.replaceAll(secret.reveal(), secret.mask), masked.text)
    .slice(0, SENT_BODY_LIMIT);
}

function carriedWords({ carriedKey, carriedProject }: Hop, { projectTerm: { one } }: ServiceDefinition): string {
  if (carriedKey === undefined) return '';
  if (!carriedKey) return vscode.l10n.t('without the key: another origin');
  return carriedProject ? vscode.l10n.t('with key and {0}', one) : vscode.l10n.t('with the key');
}

/** `10:14:33`, with the date where that is not today: an answer of the history may be old. */
function whenWords(startedAt: string): string {
  const moment = new Date(startedAt);
  if (moment.toDateString() === new Date().toDateString()) return timeWords(startedAt);
  const style = { dateStyle: 'medium', timeStyle: 'medium' } as const;
  return new Intl.DateTimeFormat(vscode.env.language, style).format(moment);
}

function stampWords({ scope }: Exchange, { projectTerm: { one } }: ServiceDefinition): string {
  const id = scope.project ?? '';
  const project = singleLine(
    scope.projectName === undefined ? id : vscode.l10n.t('{0} (id {1})', scope.projectName, id),
    80,
  );
  switch (scope.by) {
    case 'header':
      return vscode.l10n.t('sent with {0} {1} by header {2}', one, project, scope.header ?? '');
    case 'path':
      return vscode.l10n.t('sent with {0} {1} by path', one, project);
    case 'token':
      return vscode.l10n.t('sent with {0} {1} by token', one, project);
    case 'none':
      return project === ''
        ? vscode.l10n.t('sent without a {0}', one)
        : vscode.l10n.t('sent for {0} {1}', one, project);
  }
}

function rowsOf(headers: Readonly<Record<string, string>>): NameValue[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
