import * as vscode from 'vscode';
import { compose } from './composition.ts';
import type { Bearings } from './contract.ts';

/** Gives the composed object out to tests alone: another extension must not be able to use a person's keys. */
export function activate(context: vscode.ExtensionContext): Bearings | undefined {
  const bearings = compose(context);
  return context.extensionMode === vscode.ExtensionMode.Test ? bearings : undefined;
}
