import * as vscode from 'vscode';
import type { Exchange } from '../../client/exchange.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { type ReportContext, exchangeReport } from '../../diagnosis/report.ts';
import { InputError } from '../../connections/inputError.ts';
import type { Target } from '../target.ts';
import type { CommandParts } from './parts.ts';

/** Copies what is known of an exchange as Markdown, or the report that the active editor shows. */
export async function copyReport(parts: CommandParts, target: Target): Promise<void> {
  const text = target.exchange === undefined ? parts.documents.activeReport() : await reportOf(parts, target.exchange);
  if (text === undefined) {
    throw new InputError(
      vscode.l10n.t('There is no report to copy here. Open a refusal, a key report or an explanation.'),
    );
  }
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Report copied as Markdown, without keys'), 5000);
}

async function reportOf(parts: CommandParts, exchangeId: string): Promise<string> {
  const { exchange, diagnoses } = await parts.panels.answered(exchangeId);
  const context = reportContext(parts, exchange, diagnoses);
  const { diagnoser } = await parts.diagnosis.load();
  return exchangeReport(exchange, { ...context, probes: diagnoser.probesFor(exchange.id) });
}

/** What a report needs to know beside its subject. */
export function reportContext(
  { services, connections }: Pick<CommandParts, 'services' | 'connections'>,
  { service, connection }: Pick<Exchange, 'service' | 'connection'>,
  diagnoses: readonly Diagnosis[],
): ReportContext {
  return {
    definition: services.get(service),
    connection: connections.find(connection),
    services: services.list(),
    versions: versions(),
    diagnoses,
  };
}

function versions(): readonly string[] {
  const own = vscode.extensions.getExtension<unknown>('bearings.bearings')?.packageJSON as { version?: unknown };
  return [
    `Bearings ${typeof own?.version === 'string' ? own.version : ''}`.trim(),
    `${vscode.env.appName} ${vscode.version}${vscode.env.uiKind === vscode.UIKind.Web ? ' in a browser' : ''}`,
  ];
}
