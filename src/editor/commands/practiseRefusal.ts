import * as vscode from 'vscode';
import { InputError } from '../../connections/inputError.ts';
import type { PracticeRefusal, UnprovokedRefusal } from '../../practice/types.ts';
import type { Services } from '../../services/registry.ts';
import { showInformation } from '../messages.ts';
import { choiceStep } from '../quickInput.ts';
import type { Target } from '../target.ts';
import type { CommandParts } from './parts.ts';

interface CauseItem extends vscode.QuickPickItem {
  readonly refusal?: PracticeRefusal;
  readonly unprovoked?: UnprovokedRefusal;
}

/**
 * Lets a person meet a refusal on purpose: prepares a stand-in and a connection, and opens the request, one Send away
 * from it. Starts practice mode where it does not run.
 * @param argument may name the cause; the service is the target's.
 */
export async function practiseRefusal(parts: CommandParts, target: Target, argument: unknown): Promise<void> {
  const { can, cannot } = await parts.practice.refusals();
  const { cause } = (argument ?? {}) as { cause?: unknown };
  const named = can.find((refusal) => refusal.service === target.service && refusal.cause === cause);
  if (typeof cause === 'string' && target.service !== undefined && !named) {
    const why = cannot.find((each) => each.cause === cause && (each.service ?? target.service) === target.service)?.why;
    throw new InputError(why ?? vscode.l10n.t('Practice mode has no refusal "{0}" for {1}.', cause, target.service));
  }
  const refusal = named ?? (await pickRefusal(parts.services, can, cannot));
  if (refusal) await open(parts, refusal);
}

async function pickRefusal(
  services: Services,
  can: readonly PracticeRefusal[],
  cannot: readonly UnprovokedRefusal[],
): Promise<PracticeRefusal | undefined> {
  const title = vscode.l10n.t('Practise a refusal');
  const ids = [...new Set(can.map(({ service }) => service))];
  for (;;) {
    const service = await choiceStep({
      title,
      step: 1,
      totalSteps: 2,
      placeholder: vscode.l10n.t('Which service is to refuse? Only its stand-in on this machine does.'),
      items: ids.map((id) => ({ label: services.get(id).name, id })),
    });
    if (typeof service === 'string') return undefined;
    const items = [
      ...can.filter((refusal) => refusal.service === service.done.id).map(causeItem),
      ...cannot.filter((each) => (each.service ?? service.done.id) === service.done.id).map(impossibleItem),
    ];
    const chosen = await choiceStep<CauseItem>({
      title,
      step: 2,
      totalSteps: 2,
      placeholder: vscode.l10n.t('What is to be wrong?'),
      items,
    });
    if (chosen === 'back') continue;
    if (chosen === 'cancel') return undefined;
    if (chosen.done.unprovoked) void showInformation(chosen.done.unprovoked.why);
    return chosen.done.refusal;
  }
}

function causeItem(refusal: PracticeRefusal): CauseItem {
  return { label: refusal.summary, description: refusal.cause, refusal };
}

function impossibleItem(unprovoked: UnprovokedRefusal): CauseItem {
  return { label: `$(circle-slash) ${unprovoked.why}`, description: unprovoked.cause, unprovoked };
}

async function open(parts: CommandParts, refusal: PracticeRefusal): Promise<void> {
  const { practice, client, panels, projects } = parts;
  const { method, path, project, headers = {}, body = '' } = refusal.request;
  if (project !== undefined) await learnNames(parts, refusal);
  const { id } = practice.prepare(refusal);
  for (const { project: asked = null, ...draft } of refusal.before) {
    await client.send({ ...draft, connection: id, project: asked });
  }
  const draft = { method, path, headers: Object.entries(headers).map(([name, value]) => ({ name, value })), body };
  await panels.compose(id, draft, project === undefined ? undefined : projects.named(id, project));
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(info) Press Send to meet it: {0}', refusal.summary), 4000);
}

/**
 * Has the projects listed by a ready-made connection to the same stand-in, so that the one of the refusal is called by its
 * name. The refusal's own key must not ask: what it was seen to do would tell its diagnosis too much.
 */
async function learnNames(
  { connections, projects, budget }: CommandParts,
  { service, connection: { baseUrl } }: PracticeRefusal,
): Promise<void> {
  const first = connections
    .list()
    .find((other) => connections.isTemporary(other.id) && other.service === service && other.baseUrl === baseUrl);
  // A name is not worth a wait.
  if (!first || budget.remaining(first, connections.definitionOf(first)).calls < 1) return;
  await projects.of(first.id).open();
}
