import * as vscode from 'vscode';
import { compose } from './composition.ts';
import type { Bearings } from './contract.ts';
import type { CommandParts } from './editor/commands/parts.ts';

/** Gives the composed object out to tests alone: another extension must not be able to use a person's keys. */
export function activate(context: vscode.ExtensionContext): Promise<Bearings> | undefined {
  const parts = compose(context);
  if (context.extensionMode !== vscode.ExtensionMode.Test) return undefined;
  return contract(parts);
}

async function contract(parts: CommandParts): Promise<Bearings> {
  const { later } = await import('./editor/later.ts');
  return later.contractOf({ ...parts, ...(await parts.diagnosis.load()) });
}
