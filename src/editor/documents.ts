import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable.ts';
import type { Action } from '../diagnosis/diagnosis.ts';

const SCHEME = 'bearings';
/** Texts kept for editors that may still be open; the oldest are forgotten first. */
const KEPT = 100;

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What goes with a text that is a report. */
export interface Report {
  /** The same for a colleague or the service's support, as Markdown without secrets. */
  readonly markdown: string;
  /** Actions offered above the line that is a cause's heading. */
  readonly actions: readonly { readonly heading: string; readonly actions: readonly Action[] }[];
}

interface Kept {
  readonly text: string;
  readonly report: Report | undefined;
}

/** Read-only editors with bodies, entries and reports. What they show is text, whatever a service sent. */
export class Documents implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider, vscode.Disposable {
  readonly #texts = new Map<string, Kept>();
  readonly #disposables = new DisposableStore();
  #number = 0;

  constructor() {
    this.#disposables.add(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.#disposables.add(vscode.languages.registerCodeLensProvider({ scheme: SCHEME }, this));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString())?.text ?? vscode.l10n.t('This text is not kept any more. Ask for it again.');
  }

  /** The actions of each cause, above its heading. */
  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const { actions: groups = [] } = this.#texts.get(document.uri.toString())?.report ?? {};
    const lines = document.getText().split('\n');
    return groups.flatMap(({ heading, actions }) => {
      const line = lines.indexOf(heading);
      if (line < 0) return [];
      return actions.map(
        ({ title, command, arguments: all = [] }) =>
          new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, command, arguments: [...all] }),
      );
    });
  }

  /** The report that the active editor shows, as Markdown. */
  activeReport(): string | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri && this.#texts.get(uri.toString())?.report?.markdown;
  }

  /** Opens a text in an editor of its own, titled with the name. */
  async open(name: string, text: string, language: string, report?: Report): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.#keep(name, text, report));
    await vscode.languages.setTextDocumentLanguage(document, language);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  /** Shows two texts beside each other, with what is different marked. */
  async compare(left: NamedText, right: NamedText, title: string): Promise<void> {
    const uris = [left, right].map(({ name, text }) => this.#keep(name, text));
    await vscode.commands.executeCommand('vscode.diff', ...uris, title, { preview: false });
  }

  #keep(name: string, text: string, report?: Report): vscode.Uri {
    this.#number += 1;
    // By its folder, package.json offers "Copy Report" above a report.
    const folder = report ? `report/${this.#number}` : String(this.#number);
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${folder}/${fileNameOf(name)}` });
    this.#texts.set(uri.toString(), { text, report });
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > KEPT && oldest !== undefined) this.#texts.delete(oldest);
    return uri;
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

/** A name that is fit for a file, of a text that may be anything. */
export function fileNameOf(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ').trim();
  return plain.slice(0, 80) || 'text';
}
