import type { Event } from '../base/event.ts';
import type { Exchange } from '../client/exchange.ts';
import { Diagnoser, type DiagnoserParts } from './diagnoser.ts';
import { judge } from './facts.ts';
import { KeyHistory } from './history.ts';
import { KeyCheck } from './keyReport.ts';

/** Builds all that explains refusals, with the history of each key from the first of the given events on. */
export function buildDiagnosis(
  parts: Omit<DiagnoserParts, 'history'>,
  onDidExchange: Event<Exchange>,
  onDidChangeKey: Event<string>,
): { readonly history: KeyHistory; readonly diagnoser: Diagnoser; readonly keyCheck: KeyCheck } {
  const { services } = parts;
  const history = new KeyHistory(onDidExchange, onDidChangeKey, (exchange) =>
    judge(exchange, services.get(exchange.service)),
  );
  const diagnoser = new Diagnoser({ ...parts, history });
  return { history, diagnoser, keyCheck: new KeyCheck({ ...parts, history, diagnoser }) };
}
