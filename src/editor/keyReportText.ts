import { count } from '../base/text.ts';
import type { BudgetReading } from '../client/budget.ts';
import { type Connection, showKey } from '../connections/connection.ts';
import type { KeyReport } from '../diagnosis/keyReport.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { causeLines, safe } from './causesText.ts';
import { budgetWords, connectionTitle, projectTitle } from './words.ts';

const VERDICTS: Readonly<Record<KeyReport['verdict'], string>> = {
  valid: 'the key works',
  invalid: 'the key is refused',
  expired: 'the key has expired',
  unreachable: 'the service could not be reached',
  unknown: 'it is not known whether the key works',
};

/** `Phare · staging: the key works`. */
export function keyReportTitle(report: KeyReport, connection: Connection, definition: ServiceDefinition): string {
  const [diagnosis] = report.diagnosis;
  const why = report.verdict === 'valid' || !diagnosis ? '' : ` ${diagnosis.title}`;
  return `${connectionTitle(connection, definition)}: ${VERDICTS[report.verdict]}.${why}`;
}

/** The key report as text. Each line says how it is known; unknown is never shown as no. */
export function keyReportText(
  report: KeyReport,
  connection: Connection,
  definition: ServiceDefinition,
  remaining: BudgetReading,
): string {
  const lines: [string, string][] = [
    ['key', `${showKey(connection).replace('key ', '')} at ${connection.baseUrl}`],
    ['kind', kindWords(report, definition)],
    ...(report.project ? [[definition.projectTerm.one, projectTitle(report.project)] as [string, string]] : []),
    ...(report.region === undefined ? [] : [['region', report.region] as [string, string]]),
    ...(report.organization === undefined ? [] : [['organization', `id ${report.organization}`] as [string, string]]),
    ...report.access.map(({ area, read, write }): [string, string] => [
      area,
      `read ${accessWords(read)} · write ${accessWords(write)}`,
    ]),
    ['expires', report.expiresAt ?? `not told by ${definition.name}`],
    [
      'spent',
      [count(report.callsSpent, 'call'), budgetWords(remaining, definition)].filter(Boolean).join(', ') + ' (estimate)',
    ],
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  const table = lines.map(([name, text]) => ` ${name.padEnd(width)}  ${safe(text)}`);
  const why = causeLines(report.diagnosis);
  const how = ['', 'How this is known', ...report.evidence.map((line) => ` · ${safe(line)}`)];
  return `${[safe(keyReportTitle(report, connection, definition)), '', ...table, ...why, ...how].join('\n')}\n`;
}

function kindWords({ keyKind, projectCount }: KeyReport, { projectTerm: { one, many } }: ServiceDefinition): string {
  const listed = projectCount === undefined ? '' : `, ${count(projectCount, one, many)} listed`;
  if (keyKind === 'all-projects') return `all ${many} of the organization (declared by its prefix${listed})`;
  if (keyKind === 'one-project') return `one ${one} (declared by its prefix)`;
  return `unknown (its prefix tells nothing${listed})`;
}

function accessWords(access: 'yes' | 'no' | 'unknown'): string {
  return access === 'unknown' ? '? (unknown)' : access === 'yes' ? '✓ (observed)' : '✗ (refused)';
}
