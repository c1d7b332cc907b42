import * as vscode from 'vscode';
import { compose } from './composition.ts';
import type { Bearings } from './contract.ts';

/** Gives the composed object out to tests alone: another extension must not be able to use a person's keys. */
export function activate(context: vscode.ExtensionContext): Promise<Bearings> | undefined {
  const parts = compose(context);
  if (context.extensionMode !== vscode.ExtensionMode.Test) return undefined;
  return import('./editor/later.ts').then(({ later }) => later.contractOf(parts));
}
