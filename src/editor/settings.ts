import * as vscode from 'vscode';
import type { TransportLimits } from '../client/transport.ts';
import { settings } from '../manifest.ts';

const MEGABYTE = 1_000_000;

/** Reads a number setting; what is no number within its bounds counts as the default. */
function numberSetting(name: string, fallback: number, minimum: number, maximum: number): number {
  const value: unknown = vscode.workspace.getConfiguration().get(name);
  return typeof value === 'number' && value >= minimum && value <= maximum ? value : fallback;
}

export function transportLimits(): TransportLimits {
  return {
    timeoutMs: numberSetting(settings.timeoutSeconds, 30, 1, 600) * 1000,
    maximumBodyBytes: numberSetting(settings.maximumBodyMegabytes, 10, 1, 100) * MEGABYTE,
    maximumFileBytes: numberSetting(settings.maximumFileMegabytes, 200, 0, 4000) * MEGABYTE,
  };
}

/** How many requests the history of a workspace keeps; 0 keeps none. */
export function historyLimit(): number {
  return Math.floor(numberSetting(settings.historyEntries, 200, 0, 5000));
}

/** Whether practice mode is to start by itself when Bearings is opened. */
export function practiceIsEnabled(): boolean {
  return vscode.workspace.getConfiguration().get(settings.practiceEnabled) === true;
}

/** Whether safe reads may be sent to find the cause of a refusal: when the person asks for it, by themselves, or never. */
export function probingMode(): 'ask' | 'always' | 'never' {
  const value: unknown = vscode.workspace.getConfiguration().get(settings.probing);
  return value === 'always' || value === 'never' ? value : 'ask';
}
