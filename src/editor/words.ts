import * as vscode from 'vscode';
import { count, singleLine } from '../base/text.ts';
import type { BudgetReading } from '../client/budget.ts';
import type { Failure } from '../client/exchange.ts';
import type { Connection, Project } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';

/** `Phare · staging`: the service, and the label where that says more. */
export function connectionTitle(connection: Connection, definition: ServiceDefinition): string {
  const label = singleLine(connection.label, 80);
  return label.toLowerCase().startsWith(definition.name.toLowerCase()) ? label : `${definition.name} · ${label}`;
}

export function projectTitle(project: Project): string {
  return singleLine(project.slug ?? project.name, 80) || singleLine(project.id, 40);
}

/** `key …1a2b`: what a key is known by. */
export function keyTitle({ keyEnding }: Pick<Connection, 'keyEnding'>): string {
  return vscode.l10n.t('key …{0}', keyEnding);
}

/** `1 call`, `2 calls`. */
export function callCount(calls: number): string {
  return calls === 1 ? vscode.l10n.t('{0} call', calls) : vscode.l10n.t('{0} calls', calls);
}

/** `3 projects`, in the service's own word. */
export function projectCount(number: number, hasMore: boolean, { projectTerm }: ServiceDefinition): string {
  return hasMore ? `${number}+ ${projectTerm.many}` : count(number, projectTerm.one, projectTerm.many);
}

/** How a project gets onto a request: `header X-Phare-Project-Id`. */
export function scopeMechanism(connection: Connection, { scope, projectTerm }: ServiceDefinition): string {
  if (connection.keyKind === 'one-project' && scope.by === 'header')
    return vscode.l10n.t('none, the key is bound to one {0}', projectTerm.one);
  switch (scope.by) {
    case 'header':
      return vscode.l10n.t('header {0}', scope.header);
    case 'path':
      return vscode.l10n.t('path {0}', `{${scope.parameter}}`);
    case 'token':
      return vscode.l10n.t('token, one for each {0}', projectTerm.one);
    case 'none':
      return vscode.l10n.t('none');
  }
}

/** `about 87 of 100 calls left this minute`; empty where the service's limit is not known. */
export function budgetWords(reading: BudgetReading, definition: ServiceDefinition): string {
  if (!definition.budget) return '';
  const limit = definition.budget.classes[0]?.calls ?? reading.calls;
  const { calls, perSeconds } = reading;
  if (perSeconds === 60) return vscode.l10n.t('about {0} of {1} calls left this minute', calls, limit);
  if (perSeconds === 1) return vscode.l10n.t('about {0} of {1} calls left this second', calls, limit);
  return vscode.l10n.t('about {0} of {1} calls left in {2} s', calls, limit, perSeconds);
}

/** `61 B`, `1.2 kB`, `3.4 MB`. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `10:14:33` in the person's way of writing times. */
export function timeWords(startedAt: string): string {
  return new Intl.DateTimeFormat(vscode.env.language, { timeStyle: 'medium' }).format(new Date(startedAt));
}

/** What the network did in place of an answer: `Timed out`. */
export function failureWords(kind: Failure['kind']): string {
  switch (kind) {
    case 'not-sent':
      return vscode.l10n.t('Not sent');
    case 'dns':
      return vscode.l10n.t('Host not found');
    case 'refused':
      return vscode.l10n.t('Connection refused');
    case 'tls':
      return vscode.l10n.t('No secure connection');
    case 'timeout':
      return vscode.l10n.t('Timed out');
    case 'reset':
      return vscode.l10n.t('Connection broke off');
    case 'aborted':
      return vscode.l10n.t('Cancelled');
    case 'proxy':
      return vscode.l10n.t('Refused by the proxy');
    case 'cors':
      return vscode.l10n.t('Not allowed in the web');
    case 'other':
      return vscode.l10n.t('Failed');
  }
}
