import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { addSettings } from '../vscode/settings.ts';

/**
 * Prepares the folder that `npm start` opens: its setting asks the extension for the practice connections.
 * @param parent folder it is made in
 * @returns its path
 */
export async function preparePracticeFolder(parent: string): Promise<string> {
  const folder = join(parent, 'Bearings practice');
  await mkdir(folder, { recursive: true });
  await addSettings(join(folder, '.vscode', 'settings.json'), { 'bearings.practice.enabled': true });
  return folder;
}
