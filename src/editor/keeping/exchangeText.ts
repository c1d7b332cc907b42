import * as vscode from 'vscode';
import type { Exchange, ReceivedResponse } from '../../client/exchange.ts';
import { statusWords } from '../panel/answerView.ts';
import { formatJson } from '../panel/json.ts';
import { byteSize } from '../words.ts';

/**
 * An exchange as text in which two can be compared line by line: headers in one order, JSON laid out over lines.
 * @param project what its project is called; empty where none was named.
 */
export function exchangeText({ request, response, failure }: Exchange, project: string): string {
  const headers = Object.entries(response?.headers ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    `${request.method} ${request.url}`,
    ...(project === '' ? [] : [vscode.l10n.t('project: {0}', project)]),
    '',
    statusWords(response?.status, failure?.kind),
    ...(failure ? [failure.message] : []),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    '',
    ...(response ? bodyLines(response) : []),
  ].join('\n');
}

function bodyLines({ binary, bodyText, sizeBytes, truncated }: ReceivedResponse): string[] {
  const size = byteSize(sizeBytes);
  if (binary) return [vscode.l10n.t('({0} that are no text)', size), ''];
  return [formatJson(bodyText), '', ...(truncated ? [vscode.l10n.t('(The beginning of {0}.)', size), ''] : [])];
}
