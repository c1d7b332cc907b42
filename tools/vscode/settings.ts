import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parse } from 'jsonc-parser';

/** Settings that make a started VS Code quiet: no welcome, no trust question, no chat, no tips, no calls outside. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.restoreWindows': 'none',
};

/**
 * Writes settings into a settings.json. What the file already says wins, so that a person's own changes stay.
 * @param file path of the settings.json; made with its folder when missing
 */
export async function addSettings(file: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  let present: unknown;
  try {
    present = parse(await readFile(file, 'utf8'));
  } catch {
    present = undefined;
  }
  const kept = typeof present === 'object' && present !== null ? present : {};
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...settings, ...kept }, null, 2)}\n`);
}
