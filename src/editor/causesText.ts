import * as vscode from 'vscode';
import { singleLine } from '../base/text.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Report } from './documents.ts';

/** What an editor shows beside a side bar and a minimap on a small screen. */
const WIDTH = 84;

/** The causes as lines of plain text, the likeliest first. What a service said in them stays on its line. */
export function causeLines(diagnoses: readonly Diagnosis[]): string[] {
  return diagnoses.flatMap((diagnosis) => [
    '',
    heading(diagnosis),
    ...wrapped(safe(diagnosis.explanation), '  ', '  '),
    ...diagnosis.evidence.flatMap((line) => wrapped(safe(line), '  · ', '    ')),
  ]);
}

/** Where the actions of each cause stand in such a text. */
export function causeActions(diagnoses: readonly Diagnosis[]): Report['actions'] {
  return diagnoses.map((diagnosis) => ({ heading: heading(diagnosis), actions: diagnosis.actions }));
}

function heading({ title, certainty }: Diagnosis): string {
  return `${safe(title)} (${certaintyWords(certainty)})`;
}

function certaintyWords(certainty: Diagnosis['certainty']): string {
  switch (certainty) {
    case 'proved':
      return vscode.l10n.t('proved');
    case 'likely':
      return vscode.l10n.t('likely');
    case 'possible':
      return vscode.l10n.t('possible');
  }
}

/** Lines of a width that needs no scrolling: editors do not wrap plain text unless told to. */
function wrapped(text: string, first: string, others: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && first.length + longer.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((each, index) => (index === 0 ? first : others) + each);
}

/** Made safe before it is laid out, so that the layout keeps its spaces. */
export function safe(text: string): string {
  return singleLine(text, 400);
}
