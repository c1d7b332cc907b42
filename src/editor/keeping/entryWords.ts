import * as vscode from 'vscode';
import { singleLine } from '../../base/text.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { HistorySummary } from '../../client/historyRecord.ts';
import type { Project } from '../../connections/connection.ts';
import { statusWords } from '../panel/answerView.ts';
import { byteSize, projectTitle } from '../words.ts';
import type { KeepingParts } from './parts.ts';

/** `21 November 2026, 10:14:33`. */
export function momentWords(startedAt: string): string {
  const style = { dateStyle: 'long', timeStyle: 'medium' } as const;
  return new Intl.DateTimeFormat(vscode.env.language, style).format(new Date(startedAt));
}

/** `Today`, `Yesterday`, or the date. */
export function dayWords(startedAt: string, now: number): string {
  const day = (milliseconds: number) => new Date(milliseconds).toDateString();
  const then = Date.parse(startedAt);
  if (day(then) === day(now)) return vscode.l10n.t('Today');
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (day(then) === yesterday.toDateString()) return vscode.l10n.t('Yesterday');
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'full' }).format(then);
}

/** `214 ms`, `1.24 s`, `31 s`: as the panel says it. */
function durationWords(milliseconds: number): string {
  if (milliseconds < 1000) return vscode.l10n.t('{0} ms', Math.round(milliseconds));
  const seconds = milliseconds / 1000;
  return vscode.l10n.t('{0} s', seconds < 10 ? seconds.toFixed(2) : Math.round(seconds));
}

/** How a request ended, as far as a list tells it. */
type Outcome = Pick<HistorySummary, 'status' | 'failure' | 'sizeBytes' | 'durationMs'>;

/** `403 Forbidden · 61 B · 214 ms`. */
export function outcomeWords({ status, failure, sizeBytes, durationMs }: Outcome): string {
  const size = status === undefined ? [] : [byteSize(sizeBytes)];
  return [statusWords(status, failure), ...size, durationWords(durationMs)].join(' · ');
}

export function outcomeOf({ response, failure, durationMs }: Exchange): Outcome {
  return {
    ...(response && { status: response.status }),
    ...(failure && { failure: failure.kind }),
    sizeBytes: response?.sizeBytes ?? 0,
    durationMs,
  };
}

/** What the project of an exchange is called; empty where none was named. */
export function projectWords({ projects }: Pick<KeepingParts, 'projects'>, { connection, scope }: Exchange): string {
  const known = scope.project === undefined ? undefined : projects.known(connection, scope.project);
  return known ? projectTitle(known) : singleLine(scope.projectName ?? scope.project ?? '', 80);
}

/** The exchange with the name of the project that it was sent for, which its stamp lacks where only the id was told. */
export function withProjectName(exchange: Exchange, project: Project | undefined): Exchange {
  const { scope } = exchange;
  if (!project || scope.project !== project.id || scope.projectName !== undefined) return exchange;
  const projectName = project.slug ?? project.name;
  return projectName === project.id ? exchange : { ...exchange, scope: { ...scope, projectName } };
}
