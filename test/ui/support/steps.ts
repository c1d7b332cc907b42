import type { PracticePhare } from '../../support/practice.ts';
import type { Tree } from './tree.ts';
import type { Workbench } from './workbench.ts';

export interface NewConnection {
  readonly key: string;
  readonly label: string;
  readonly baseUrl: string;
}

/** Goes through all steps of Add Connection by keyboard, up to the moment when the key is checked. */
export async function enterConnection(workbench: Workbench, { key, label, baseUrl }: NewConnection): Promise<void> {
  const { quickInput } = workbench;
  await enterKey(workbench, key);
  await quickInput.type(label);
  await quickInput.accept();
  await quickInput.titled(/\(4\/4\)/);
  await quickInput.type(baseUrl);
  await quickInput.accept();
}

/** Starts Add Connection, chooses Phare and gives the key; ends at the step of the label. */
export async function enterKey(workbench: Workbench, key: string): Promise<void> {
  const { quickInput } = workbench;
  await openKeyStep(workbench);
  await quickInput.type(key);
  await quickInput.accept();
  await quickInput.titled(/\(3\/4\)/);
}

/** Starts Add Connection and chooses Phare. */
export async function openKeyStep(workbench: Workbench): Promise<void> {
  const { quickInput } = workbench;
  await workbench.runCommand('Bearings: Add Connection…');
  await quickInput.titled(/\(1\/4\)/);
  await quickInput.pick('Phare');
  await quickInput.titled(/\(2\/4\)/);
}

/** Adds a connection to a practice Phare with one of its keys (a key's name, or its text). */
export async function addConnection(
  workbench: Workbench,
  phare: PracticePhare,
  { key = 'owner', label }: { readonly key?: string; readonly label: string },
): Promise<void> {
  await enterConnection(workbench, {
    key: phare.control.keys[key] ?? key,
    label,
    baseUrl: phare.service.baseUrl,
  });
  const title = `Phare · ${label}`;
  // VS Code shows no toast of the fourth notification within 0.8 seconds, and tests are quicker than persons.
  await workbench.notification(`${title} was added.`).or(workbench.tree('Bearings').row(title)).first().waitFor();
}

/** Opens the view of a window in which there is a connection already, and waits for that connection's row. */
export async function openTree(workbench: Workbench, connection: string): Promise<Tree> {
  await workbench.openViewContainer('Bearings');
  const tree = workbench.tree('Bearings');
  await tree.row(connection).waitFor();
  return tree;
}
