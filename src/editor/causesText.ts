import { singleLine } from '../base/text.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Report } from './documents.ts';

/** The causes as lines of plain text, the likeliest first. What a service said in them stays on its line. */
export function causeLines(diagnoses: readonly Diagnosis[]): string[] {
  return diagnoses.flatMap((diagnosis) => [
    '',
    heading(diagnosis),
    `  ${safe(diagnosis.explanation)}`,
    ...diagnosis.evidence.map((line) => `  · ${safe(line)}`),
  ]);
}

/** Where the actions of each cause stand in such a text. */
export function causeActions(diagnoses: readonly Diagnosis[]): Report['actions'] {
  return diagnoses.map((diagnosis) => ({ heading: heading(diagnosis), actions: diagnosis.actions }));
}

function heading({ title, certainty }: Diagnosis): string {
  return `${safe(title)} (${certainty})`;
}

/** Made safe before it is laid out, so that the layout keeps its spaces. */
export function safe(text: string): string {
  return singleLine(text, 400);
}
