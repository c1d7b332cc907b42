import * as vscode from 'vscode';
import { InputError } from '../../connections/inputError.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { readPastedText } from '../../diagnosis/pastedText.ts';
import type { ServiceDefinition } from '../../services/definition.ts';
import { choiceStep, inputStep } from '../quickInput.ts';
import type { CommandParts } from './parts.ts';

const TITLE = 'Explain a response';
/** More than any error that was copied by hand. */
const LONGEST_TEXT = 1_000_000;

/** Explains an answer that was copied from anywhere, such as a CI log. Sends nothing, keeps nothing. */
export async function explainResponse(parts: CommandParts): Promise<void> {
  const text = await textToExplain();
  if (text === undefined) return;
  const pasted = readPastedText(text.slice(0, LONGEST_TEXT));
  const service = await pickService(parts.services.list(), text);
  if (!service) return;
  const status = pasted.status ?? (await askStatus());
  if (status === undefined) return;
  const { headers, body, request } = pasted;
  const diagnoses = parts.diagnoser.explain({
    service: service.id,
    status,
    headers,
    body,
    ...(request !== undefined && { request }),
  });
  await parts.documents.open(
    `Explanation ${service.name} ${status}`,
    explanationText(diagnoses, service, status),
    'plaintext',
  );
}

/** The marked text of the editor, or the clipboard's. */
async function textToExplain(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const marked = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
  const copied = await vscode.env.clipboard.readText();
  const choices = [
    { label: '$(selection) The text that is marked in the editor', text: marked },
    { label: '$(clippy) The text in the clipboard', text: copied },
  ].filter(({ text }) => text.trim() !== '');
  if (choices.length === 0) {
    throw new InputError(
      'Copy the answer first: its status, headers and body, or the output of curl -i. Then run the command again.',
    );
  }
  const chosen = await choiceStep({
    title: TITLE,
    step: 1,
    totalSteps: 2,
    placeholder: 'What do you want explained?',
    items: choices,
  });
  return typeof chosen === 'string' ? undefined : chosen.done.text;
}

/** The service whose host stands in the text goes first. */
async function pickService(
  services: readonly ServiceDefinition[],
  text: string,
): Promise<ServiceDefinition | undefined> {
  const isNamed = ({ regions, name }: ServiceDefinition) =>
    regions.some(({ baseUrl, alternatives = [] }) =>
      [baseUrl, ...alternatives].some((url) => text.includes(new URL(url).host)),
    ) || text.toLowerCase().includes(name.toLowerCase());
  const items = services
    .toSorted((one, other) => Number(isNamed(other)) - Number(isNamed(one)))
    .map((definition) => ({
      label: definition.name,
      description: isNamed(definition) ? 'named in the text' : '',
      definition,
    }));
  const chosen = await choiceStep({
    title: TITLE,
    step: 2,
    totalSteps: 2,
    placeholder: 'Which service answered?',
    items,
  });
  return typeof chosen === 'string' ? undefined : chosen.done.definition;
}

async function askStatus(): Promise<number | undefined> {
  const result = await inputStep({
    title: TITLE,
    step: 2,
    totalSteps: 2,
    prompt: 'The text names no status. Which status did the service answer with?',
    placeholder: '401',
    check: (value) => (/^[1-5]\d\d$/u.test(value.trim()) ? {} : { error: 'The status is a number from 100 to 599.' }),
  });
  return typeof result === 'string' ? undefined : Number(result.done.trim());
}

function explanationText(diagnoses: readonly Diagnosis[], { name }: ServiceDefinition, status: number): string {
  const causes = diagnoses.flatMap(({ title, certainty, explanation, evidence }) => [
    `${title} (${certainty})`,
    `  ${explanation}`,
    ...evidence.map((line) => `  · ${line}`),
    '',
  ]);
  const none = ['Nothing is wrong with this answer, as far as it tells.', ''];
  const known = 'Known from the text alone: which key was sent, and what it did before, are not.';
  return `${[`${name} answered ${status}`, '', ...(causes.length > 0 ? causes : none), known].join('\n')}\n`;
}
