import * as vscode from 'vscode';
import { STATUS_CODES } from '../../client/statusCodes.ts';
import { InputError } from '../../connections/inputError.ts';
import { type Explanation, explainPasted } from '../../diagnosis/pastedAnswer.ts';
import { certainService, servicesIn } from '../../diagnosis/pastedService.ts';
import { type PastedText, readPastedText } from '../../diagnosis/pastedText.ts';
import { exchangeReport } from '../../diagnosis/report.ts';
import type { ServiceDefinition } from '../../services/definition.ts';
import { causeActions, causeLines, safe } from '../causesText.ts';
import { type StepResult, choiceStep, inputStep } from '../quickInput.ts';
import { reportContext } from './copyReport.ts';
import type { CommandParts } from './parts.ts';

const TITLE = vscode.l10n.t('Explain a response');
/** More than any error that was copied by hand. */
const LONGEST_TEXT = 1_000_000;
/** What can be told apart at all: the rest is asked. */
const TELLING = /\bHTTP\/|\bcurl\b|\b[1-5]\d\d\b|https?:\/\/|[{<]/u;

/** An answer that is told whole: whose it is, and its status. */
interface KnownAnswer {
  readonly service: ServiceDefinition;
  readonly pasted: PastedText & { readonly status: number };
}

/**
 * Explains an answer that was copied from anywhere, such as a CI log. Sends nothing, keeps nothing, and shows no key that
 * stands in the text.
 */
export async function explainResponse(parts: CommandParts): Promise<void> {
  for (;;) {
    const text = await textToExplain();
    if (text === undefined) return;
    const known = await completed(text, parts);
    if (known === 'cancel') return;
    if (known === 'back') continue;
    const { service, pasted } = known.done;
    const { status, headers, body, request } = pasted;
    const answer = { service: service.id, status, headers, body, ...(request !== undefined && { request }) };
    await show(parts, explainPasted(answer, parts.services, text), service);
    return;
  }
}

/** Asks for what the text leaves open. */
async function completed(text: string, { services }: CommandParts): Promise<StepResult<KnownAnswer>> {
  const read = readPastedText(text);
  const { status } = read;
  const named = servicesIn(text, services.list());
  const certain = certainService(named);
  for (;;) {
    const service = certain ? { done: certain } : await pickService(named, status === undefined ? 3 : 2);
    if (typeof service === 'string') return service;
    if (status !== undefined) return { done: { service: service.done, pasted: { ...read, status } } };
    const answer = await askAnswer(certain ? 2 : 3);
    if (typeof answer !== 'string') {
      const body = answer.done.body || read.body;
      return { done: { service: service.done, pasted: { ...read, status: answer.done.status, body } } };
    }
    if (answer === 'cancel' || certain) return answer;
  }
}

async function show(parts: CommandParts, explanation: Explanation, service: ServiceDefinition): Promise<void> {
  const { exchange, diagnoses } = explanation;
  await parts.documents.open(
    vscode.l10n.t('Explanation {0} {1}', service.name, exchange.response?.status ?? ''),
    explanationText(explanation, service),
    'plaintext',
    {
      markdown: exchangeReport(exchange, reportContext(parts, exchange, diagnoses)),
      actions: causeActions(diagnoses),
    },
  );
}

/** The marked text of the editor, the clipboard's, or one that is typed. */
async function textToExplain(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const marked = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
  const copied = await vscode.env.clipboard.readText();
  // Nothing of a text is shown before its keys are masked, not even its beginning.
  const choices = [
    { label: vscode.l10n.t('$(selection) The text that is marked in the editor'), text: marked },
    { label: vscode.l10n.t('$(clippy) The text in the clipboard'), text: copied },
  ].filter(({ text }) => TELLING.test(text));
  const typed = { label: vscode.l10n.t('$(edit) Type or paste it…'), text: undefined };
  const chosen = await choiceStep<vscode.QuickPickItem & { text: string | undefined }>({
    title: TITLE,
    step: 1,
    totalSteps: 2,
    placeholder: vscode.l10n.t('A status with headers and body, the output of curl -v, or a curl command'),
    items: [...choices, typed],
  });
  if (typeof chosen === 'string') return undefined;
  const text = chosen.done.text ?? (await askText());
  return text?.slice(0, LONGEST_TEXT);
}

async function askText(): Promise<string | undefined> {
  const result = await inputStep({
    title: TITLE,
    step: 1,
    totalSteps: 2,
    prompt: vscode.l10n.t('Paste it as one line. Nothing of it is sent or kept.'),
    placeholder: 'HTTP/2 403 {"message": "…"}',
    // A key may stand in it.
    password: true,
    check: (value) => (value.trim() === '' ? { error: vscode.l10n.t('Paste the answer, its status at least.') } : {}),
  });
  return typeof result === 'string' ? undefined : result.done;
}

/** The services in the order in which the text speaks of them. */
async function pickService(
  named: ReturnType<typeof servicesIn>,
  totalSteps: number,
): Promise<StepResult<ServiceDefinition>> {
  if (named.length === 0) throw new InputError(vscode.l10n.t('No service is known. Add one from a file first.'));
  const words = {
    host: vscode.l10n.t('its address is in the text'),
    header: vscode.l10n.t('a header of its own is in the text'),
    key: vscode.l10n.t('a key like its own is in the text'),
    name: vscode.l10n.t('named in the text'),
  };
  const chosen = await choiceStep({
    title: TITLE,
    step: 2,
    totalSteps,
    placeholder: vscode.l10n.t('Which service answered?'),
    items: named.map(({ definition, sign }) => ({
      label: definition.name,
      description: sign === undefined ? '' : words[sign],
      definition,
    })),
  });
  return typeof chosen === 'string' ? chosen : { done: chosen.done.definition };
}

/** What came back, for a text that has a request alone or a body without its status. */
async function askAnswer(step: number): Promise<StepResult<{ readonly status: number; readonly body: string }>> {
  const result = await inputStep({
    title: TITLE,
    step,
    totalSteps: step,
    prompt: vscode.l10n.t(
      'The text names no status. Type what came back: its status, and its body where there is one.',
    ),
    placeholder: '401 {"message": "Unauthorized"}',
    check: (value) =>
      /^\s*[1-5]\d\d\b/u.test(value)
        ? {}
        : { error: vscode.l10n.t('Begin with the status, a number from 100 to 599.') },
  });
  if (typeof result === 'string') return result;
  const [, status = '', body = ''] = /^\s*(\d{3})\b(.*)$/su.exec(result.done) ?? [];
  return { done: { status: Number(status), body: body.trim() } };
}

function explanationText({ exchange, request, diagnoses }: Explanation, definition: ServiceDefinition): string {
  const status = exchange.response?.status ?? 0;
  const what = exchange.operation ?? (request.url === '' ? '' : `${request.method} ${request.url}`);
  const title = vscode.l10n.t('{0} answered {1}', definition.name, `${status} ${STATUS_CODES[status] ?? ''}`.trim());
  const facts: (readonly [string, string])[] = [
    [vscode.l10n.t('request'), what],
    [definition.projectTerm.one, projectWords(exchange)],
    [vscode.l10n.t('key'), keyWords(request)],
  ];
  const told = facts.filter(([, text]) => text !== '');
  const width = Math.max(...told.map(([name]) => name.length), 0);
  const none = ['', vscode.l10n.t('Nothing is wrong with this answer, as far as it tells.')];
  const known = request.isWhole
    ? vscode.l10n.t('Known from the pasted text alone; nothing was sent. What this key did before is not known.')
    : vscode.l10n.t('Known from the pasted text alone; nothing was sent. Which key was sent is not known.');
  const lines = [
    safe(title),
    ...told.map(([name, text]) => ` ${name.padEnd(width)}  ${safe(text)}`),
    ...(diagnoses.length > 0 ? causeLines(diagnoses) : none),
    '',
    known,
  ];
  return `${lines.join('\n')}\n`;
}

function projectWords({ scope }: Explanation['exchange']): string {
  if (scope.project === undefined) return '';
  return `${scope.project} (${scope.by === 'header' ? (scope.header ?? '') : scope.by})`;
}

/** The last characters of the key, and what its beginning tells. */
function keyWords({ traits, keySummary, hasNoKey }: Explanation['request']): string {
  if (hasNoKey) return vscode.l10n.t('none in the request');
  if (!traits) return '';
  const ending = `…${traits.keyEnding}`;
  return keySummary ? vscode.l10n.t('{0}, by its beginning: {1}', ending, keySummary) : ending;
}
