import * as vscode from 'vscode';
import { InputError } from '../../connections/inputError.ts';
import type { ConnectionInput } from '../../connections/connectionInput.ts';
import type { ServiceDefinition } from '../../services/definition.ts';
import {
  type KeyFingerprint,
  cleanKey,
  describeProblem,
  fingerprint,
  isOnlyPrefix,
  recognise,
} from '../../services/fingerprint.ts';
import { checkBaseUrl } from '../../services/baseUrl.ts';
import { sentenceList } from '../../base/text.ts';
import { commands } from '../../manifest.ts';
import type { GivenKey } from '../givenKey.ts';
import { decideOnKey, reachSentence } from '../keyCheckDialog.ts';
import { showInformation } from '../messages.ts';
import { type StepResult, choiceStep, inputStep } from '../quickInput.ts';
import { connectionTitle } from '../words.ts';
import type { CommandParts } from './parts.ts';

const TITLE = vscode.l10n.t('Add connection');

interface Answers {
  service?: ServiceDefinition;
  region?: string | undefined;
  key: string;
  label: string;
  baseUrl: string;
}

type Step = (answers: Answers, place: { title: string; step: number; totalSteps: number }) => Promise<StepResult<void>>;

/** Asks for a connection step by step, checks its key, and stores both. Escape at any step stores nothing. */
export async function addConnection(parts: CommandParts, given?: GivenKey): Promise<void> {
  const answers: Answers = { key: '', label: '', baseUrl: '', ...given };
  // A service's own address need not be typed over.
  if (answers.baseUrl !== '' && answers.baseUrl === regionOf(answers)?.baseUrl) answers.baseUrl = '';
  let step = given ? stepsFor(parts, answers).findIndex(({ name }) => name === 'key') + 1 : 0;
  for (;;) {
    const steps = stepsFor(parts, answers);
    const ask = steps[step];
    if (!ask) {
      if (await checkAndStore(parts, answers)) return;
      step = steps.findIndex((candidate) => candidate.name === 'key');
      continue;
    }
    const result = await ask.run(answers, { title: TITLE, step: step + 1, totalSteps: steps.length });
    if (result === 'cancel') return;
    step = Math.max(0, step + (result === 'back' ? -1 : 1));
  }
}

function stepsFor(parts: CommandParts, answers: Answers): readonly { name: string; run: Step }[] {
  const service = answers.service;
  // A key that names its region leaves nothing to ask.
  const tellsRegion = service && recognise(cleanKey(answers.key).key, service)?.match.groups?.['region'];
  return [
    { name: 'service', run: (...input) => askService(parts, ...input) },
    { name: 'key', run: (...input) => askKey(parts, ...input) },
    ...(service && service.regions.length > 1 && !tellsRegion ? [{ name: 'region', run: askRegion }] : []),
    { name: 'label', run: (...input) => askLabel(parts, ...input) },
    { name: 'address', run: askAddress },
  ];
}

async function askService(
  parts: CommandParts,
  answers: Answers,
  place: Parameters<Step>[1],
): Promise<StepResult<void>> {
  const items = parts.services.list().map((definition) => ({
    label: definition.name,
    description: definition.regions.map(({ baseUrl }) => new URL(baseUrl).host).join(', '),
    definition,
  }));
  const result = await choiceStep({ ...place, placeholder: vscode.l10n.t('Which service is the key for?'), items });
  if (typeof result === 'string') return result;
  answers.service = result.done.definition;
  return { done: undefined };
}

async function askKey(parts: CommandParts, answers: Answers, place: Parameters<Step>[1]): Promise<StepResult<void>> {
  const service = serviceOf(answers);
  const result = await inputStep({
    ...place,
    prompt: vscode.l10n.t(
      "Paste the {0} key. It is kept in VS Code's secret storage and sent to {0} only.",
      service.name,
    ),
    placeholder: vscode.l10n.t('Key'),
    value: answers.key,
    password: true,
    check: (text) => checkKeyText(text, service, parts.services.list()),
  });
  if (typeof result === 'string') return result;
  answers.key = result.done;
  return { done: undefined };
}

/** Tells while typing what the text looks like; refuses only what cannot be a key. */
export function checkKeyText(
  text: string,
  service: ServiceDefinition,
  services: readonly ServiceDefinition[],
): { error?: string; hint?: string } {
  const { key, faults, problems } = cleanKey(text);
  const own = recognise(key, service);
  const found = faults.length === 0 && own && isOnlyPrefix(key, own) ? (['too-short'] as const) : faults;
  if (found.length > 0) {
    return {
      error: vscode.l10n.t(
        'This cannot be a key: it has {0}. Copy the whole key again.',
        sentenceList(found.map(describeProblem)),
      ),
    };
  }
  const print = fingerprint(text, services);
  const other = services.find(({ id }) => id === print.service && id !== service.id);
  if (other) return { hint: vscode.l10n.t('This looks like a key of {0}, not of {1}.', other.name, service.name) };
  const mended =
    problems.length > 0 ? vscode.l10n.t('Taken off: {0}.', sentenceList(problems.map(describeProblem))) : '';
  return { hint: [fingerprintWords(key, print, service), mended].filter(Boolean).join(' ') };
}

function fingerprintWords(key: string, print: KeyFingerprint, service: ServiceDefinition): string {
  const found = recognise(key, service);
  if (!found) return vscode.l10n.t('Not recognised as a {0} key; it will be checked.', service.name);
  const { one, many } = service.projectTerm;
  const reach = {
    'all-projects': vscode.l10n.t('reaches all {0}', many),
    'one-project': vscode.l10n.t('bound to one {0}', one),
    unknown: vscode.l10n.t('reach not told'),
  };
  const kind = `${service.name} ${found.summary}`;
  return print.region === undefined
    ? vscode.l10n.t('{0}, {1}, {2} characters.', kind, reach[print.keyKind], key.length)
    : vscode.l10n.t(
        '{0}, {1}, region {2}, {3} characters.',
        kind,
        reach[print.keyKind],
        print.region.toUpperCase(),
        key.length,
      );
}

async function askRegion(answers: Answers, place: Parameters<Step>[1]): Promise<StepResult<void>> {
  const items = serviceOf(answers).regions.map(({ id, name, baseUrl }) => ({ label: name, description: baseUrl, id }));
  const result = await choiceStep({ ...place, placeholder: vscode.l10n.t('Which region was the key made in?'), items });
  if (typeof result === 'string') return result;
  answers.region = result.done.id;
  return { done: undefined };
}

async function askLabel(parts: CommandParts, answers: Answers, place: Parameters<Step>[1]): Promise<StepResult<void>> {
  const service = serviceOf(answers);
  const result = await inputStep({
    ...place,
    prompt: vscode.l10n.t('A label to tell this connection from others.'),
    placeholder: vscode.l10n.t('{0}, or for example: staging', service.name),
    value: answers.label,
    check: (label) => errorOf(() => parts.connections.draft(inputOf({ ...answers, label, baseUrl: '' }))),
  });
  if (typeof result === 'string') return result;
  answers.label = result.done;
  return { done: undefined };
}

async function askAddress(answers: Answers, place: Parameters<Step>[1]): Promise<StepResult<void>> {
  const service = serviceOf(answers);
  const region = regionOf(answers);
  const own = region?.baseUrl ?? '';
  const known = [own, ...(region?.alternatives ?? [])];
  const result = await inputStep({
    ...place,
    prompt: vscode.l10n.t(
      'Press Enter for {0}, or give another base URL (staging, a proxy, this machine).',
      known.reduceRight((same, address) => vscode.l10n.t('{0} (the same as {1})', address, same)),
    ),
    placeholder: own,
    value: answers.baseUrl,
    check(text) {
      if (text.trim() === '') return {};
      const checked = checkBaseUrl(text, own);
      if (!checked.ok) return { error: checked.error };
      const other = service.regions.find(
        (candidate) =>
          candidate !== region && [candidate.baseUrl, ...(candidate.alternatives ?? [])].includes(checked.value),
      );
      const warning =
        other && region
          ? vscode.l10n.t('That is the address of region {0}; this key is for {1}.', other.name, region.name)
          : '';
      const told = vscode.l10n.t('Requests and the key go to {0}.', checked.value);
      return { hint: [told, warning].filter(Boolean).join(' ') };
    },
  });
  if (typeof result === 'string') return result;
  answers.baseUrl = result.done;
  return { done: undefined };
}

/** The region that the key tells, or that was chosen, or the service's first. */
function regionOf(answers: Answers): ServiceDefinition['regions'][number] | undefined {
  const { regions } = serviceOf(answers);
  const told = recognise(cleanKey(answers.key).key, serviceOf(answers))?.match.groups?.['region'] ?? answers.region;
  return regions.find(({ id }) => id === told) ?? regions[0];
}

/** False when the person wants to type the key again. */
async function checkAndStore(parts: CommandParts, answers: Answers): Promise<boolean> {
  const { connections, selection } = parts;
  const { keyCheck } = await parts.diagnosis.load();
  const candidate = connections.draft(inputOf(answers));
  const definition = connections.definitionOf(candidate.connection);
  const trial = connections.tryOut(candidate);
  try {
    const decision = await decideOnKey(keyCheck, candidate.connection, definition);
    if (!decision.save) return !decision.retype;
    const connection = await connections.store(candidate);
    await selection.activate(connection.id);
    const title = connectionTitle(connection, definition);
    const choose = vscode.l10n.t('Choose {0}', definition.projectTerm.one);
    const choices = decision.report?.verdict === 'valid' && connection.keyKind !== 'one-project' ? [choose] : [];
    // Not awaited: the notification stays until it is answered or closed, and the command is done.
    void showInformation(
      vscode.l10n.t('{0} was added. {1}', title, reachSentence(decision.report, definition)),
      ...choices,
    ).then((picked) => {
      if (picked === choose) void vscode.commands.executeCommand(commands.switchProject, { connection: connection.id });
    });
    return true;
  } finally {
    trial.dispose();
  }
}

function inputOf(answers: Answers): ConnectionInput {
  return {
    service: serviceOf(answers).id,
    key: answers.key,
    label: answers.label,
    ...(answers.region !== undefined && { region: answers.region }),
    ...(answers.baseUrl.trim() !== '' && { baseUrl: answers.baseUrl }),
  };
}

function serviceOf({ service }: Answers): ServiceDefinition {
  if (!service) throw new InputError(vscode.l10n.t('Choose a service first.'));
  return service;
}

function errorOf(run: () => unknown): { error?: string } {
  try {
    run();
    return {};
  } catch (error) {
    if (error instanceof InputError) return { error: error.message };
    throw error;
  }
}
