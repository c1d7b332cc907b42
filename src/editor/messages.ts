import * as vscode from 'vscode';
import { singleLine } from '../base/text.ts';

/**
 * Text for a notification. VS Code turns `[text](link)` in one into a link, `command:` links included; a service or a
 * label must not be able to make one.
 */
export function plain(text: string): string {
  return singleLine(text, 500).replaceAll('[', '［').replaceAll(']', '］');
}

export function showInformation(message: string, ...choices: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(plain(message), ...choices);
}

export function showError(message: string, ...choices: string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(plain(message), ...choices);
}

/** Asks in a modal dialog; true when the person agrees. */
export async function confirm(message: string, detail: string, agree: string): Promise<boolean> {
  return (await vscode.window.showWarningMessage(plain(message), { modal: true, detail }, agree)) === agree;
}
