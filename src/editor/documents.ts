import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable.ts';

const SCHEME = 'bearings';
/** Texts kept for editors that may still be open; the oldest are forgotten first. */
const KEPT = 100;

/** Read-only editors with bodies, entries and reports. What they show is text, whatever a service sent. */
export class Documents implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #disposables = new DisposableStore();
  #number = 0;

  constructor() {
    this.#disposables.add(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? 'This text is not kept any more. Ask for it again.';
  }

  /** Opens a text in an editor of its own, titled with the name. */
  async open(name: string, text: string, language: string): Promise<void> {
    this.#number += 1;
    const fileName =
      name
        .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
        .trim()
        .slice(0, 80) || 'text';
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${this.#number}/${fileName}` });
    this.#texts.set(uri.toString(), text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > KEPT && oldest !== undefined) this.#texts.delete(oldest);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, language);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
