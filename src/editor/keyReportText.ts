import * as vscode from 'vscode';
import { count } from '../base/text.ts';
import type { BudgetReading } from '../client/budget.ts';
import type { Connection } from '../connections/connection.ts';
import type { KeyReport } from '../diagnosis/keyReport.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { causeLines, safe } from './causesText.ts';
import { budgetWords, callCount, connectionTitle, projectTitle } from './words.ts';

/** `Phare · staging: the key works`. */
export function keyReportTitle(report: KeyReport, connection: Connection, definition: ServiceDefinition): string {
  const [diagnosis] = report.diagnosis;
  const why = report.verdict === 'valid' || !diagnosis ? '' : ` ${diagnosis.title}`;
  return `${connectionTitle(connection, definition)}: ${verdictWords(report.verdict)}.${why}`;
}

function verdictWords(verdict: KeyReport['verdict']): string {
  switch (verdict) {
    case 'valid':
      return vscode.l10n.t('the key works');
    case 'invalid':
      return vscode.l10n.t('the key is refused');
    case 'expired':
      return vscode.l10n.t('the key has expired');
    case 'unreachable':
      return vscode.l10n.t('the service could not be reached');
    case 'unknown':
      return vscode.l10n.t('it is not known whether the key works');
  }
}

/** The key report as text. Each line says how it is known; unknown is never shown as no. */
export function keyReportText(
  report: KeyReport,
  connection: Connection,
  definition: ServiceDefinition,
  remaining: BudgetReading,
): string {
  const lines: [string, string][] = [
    [vscode.l10n.t('key'), vscode.l10n.t('…{0} at {1}', connection.keyEnding, connection.baseUrl)],
    [vscode.l10n.t('kind'), kindWords(report, definition)],
    ...(report.project ? [[definition.projectTerm.one, projectTitle(report.project)] as [string, string]] : []),
    ...(report.region === undefined ? [] : [[vscode.l10n.t('region'), report.region] as [string, string]]),
    ...(report.organization === undefined
      ? []
      : [[vscode.l10n.t('organization'), vscode.l10n.t('id {0}', report.organization)] as [string, string]]),
    ...report.access.map(({ area, read, write }): [string, string] => [
      area,
      vscode.l10n.t('read {0} · write {1}', accessWords(read), accessWords(write)),
    ]),
    [vscode.l10n.t('expires'), report.expiresAt ?? vscode.l10n.t('not told by {0}', definition.name)],
    [
      vscode.l10n.t('spent'),
      vscode.l10n.t(
        '{0} (estimate)',
        [callCount(report.callsSpent), budgetWords(remaining, definition)].filter(Boolean).join(', '),
      ),
    ],
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  const table = lines.map(([name, text]) => ` ${name.padEnd(width)}  ${safe(text)}`);
  const why = causeLines(report.diagnosis);
  const how = ['', vscode.l10n.t('How this is known'), ...report.evidence.map((line) => ` · ${safe(line)}`)];
  return `${[safe(keyReportTitle(report, connection, definition)), '', ...table, ...why, ...how].join('\n')}\n`;
}

function kindWords({ keyKind, projectCount }: KeyReport, { projectTerm: { one, many } }: ServiceDefinition): string {
  const listed = projectCount === undefined ? undefined : count(projectCount, one, many);
  switch (keyKind) {
    case 'all-projects':
      return listed === undefined
        ? vscode.l10n.t('all {0} of the organization (declared by its prefix)', many)
        : vscode.l10n.t('all {0} of the organization (declared by its prefix, {1} listed)', many, listed);
    case 'one-project':
      return vscode.l10n.t('one {0} (declared by its prefix)', one);
    case 'unknown':
      return listed === undefined
        ? vscode.l10n.t('unknown (its prefix tells nothing)')
        : vscode.l10n.t('unknown (its prefix tells nothing, {0} listed)', listed);
  }
}

function accessWords(access: 'yes' | 'no' | 'unknown'): string {
  if (access === 'unknown') return vscode.l10n.t('? (unknown)');
  return access === 'yes' ? vscode.l10n.t('✓ (observed)') : vscode.l10n.t('✗ (refused)');
}
