import type { Secret } from '../base/secret.ts';
import { singleLine } from '../base/text.ts';
import { redactor } from '../client/redact.ts';
import { maskParameters } from '../client/secretParameters.ts';
import { keysIn } from '../client/typedSecrets.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { Diagnosis } from './diagnosis.ts';

/** What may go into a report: text is data there, whoever wrote it. */
export interface Writer {
  /** One line in which nothing is markup, and nothing looks like a key. */
  readonly line: (text: string, limit?: number) => string;
  /** One line as code. */
  readonly code: (text: string, limit?: number) => string;
  /** Lines of `name: value` as a block of code. */
  readonly block: (entries: readonly (readonly [string, string])[]) => string[];
}

/**
 * @param services those whose keys are taken out, wherever they stand.
 * @param secrets what else is taken out.
 */
export function markdownWriter(services: readonly ServiceDefinition[], secrets: readonly Secret[] = []): Writer {
  const hide = redactor(secrets);
  const clean = (text: string, limit: number) =>
    singleLine(withoutKeys(maskParameters(hide.everywhere(text)).text, services), limit);
  return {
    line: (text, limit = 400) => clean(text, limit).replaceAll(/[\\`*_{}[\]<>()#|~@]/gu, '\\$&'),
    // A code span ends at the next backtick, whatever stands before it.
    code: (text, limit = 400) => `\`${clean(text, limit).replaceAll('`', 'ˋ').replaceAll('|', '\\|') || ' '}\``,
    block: (entries) => [
      '```text',
      ...entries.map(([name, value]) => `${clean(name, 80)}: ${clean(value, 400)}`.replaceAll('```', 'ˋˋˋ')),
      '```',
    ],
  };
}

/** Masks whatever looks like a key, of one of the services or of any. What was sent is masked before. */
export function withoutKeys(text: string, services: readonly ServiceDefinition[]): string {
  return redactor(keysIn(text, services)).everywhere(text);
}

/** A table of two columns, for a name and what is told of it. */
export function table(rows: readonly (readonly [string, string | undefined])[]): string[] {
  return ['| | |', '|---|---|', ...rows.flatMap(([name, value]) => (value ? [`| ${name} | ${value} |`] : []))];
}

/** The causes in their order, each with its certainty and the lines by which it can be checked. */
export function causesSection(diagnoses: readonly Diagnosis[], { line, code }: Writer): string[] {
  if (diagnoses.length === 0) return ['Nothing is wrong with this answer, as far as it tells.'];
  return diagnoses.flatMap(({ cause, certainty, title, explanation, evidence }, index) => [
    `${index + 1}. **${line(title)}** (${certainty}, ${code(cause)})`,
    `   ${line(explanation, 1000)}`,
    ...evidence.map((entry) => `   - ${line(entry)}`),
  ]);
}
