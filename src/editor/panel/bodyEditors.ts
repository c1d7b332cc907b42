import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { Parameter } from '../../services/operationSchema.ts';
import { fileNameOf } from '../documents.ts';
import { type BodyProblem, checkBody } from './bodyCheck.ts';

const SCHEME = 'bearings-body';
/** A pause in typing after which the document counts as saved, so that closing it asks nothing. */
const SAVE_AFTER_MS = 600;

interface OpenBody {
  readonly uri: vscode.Uri;
  text: string;
  modified: number;
  fields: readonly Parameter[];
  readonly changed: (text: string) => void;
  saving: ReturnType<typeof setTimeout> | undefined;
}

/** The body of one panel's request in an editor of its own. */
export interface BodyEditor {
  /** Shows the editor, opened again where it was closed. */
  show(fields: readonly Parameter[]): Promise<void>;
  /** Takes over what was typed in the panel. */
  update(text: string): Promise<void>;
  /** Closes the editor. */
  close(): Promise<void>;
}

/**
 * Bodies of requests as documents that exist in memory alone: what is typed there is the panel's body at once, whether
 * it is saved or not. Problems are marked against the fields that the operation documents.
 */
export class BodyEditors implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #bodies = new Map<string, OpenBody>();
  readonly #disposables = new DisposableStore();
  readonly #fileChanged = this.#disposables.add(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly #problems = this.#disposables.add(vscode.languages.createDiagnosticCollection('bearings'));
  readonly onDidChangeFile = this.#fileChanged.event;
  #number = 0;

  constructor() {
    this.#disposables.add(vscode.workspace.registerFileSystemProvider(SCHEME, this, { isCaseSensitive: true }));
    this.#disposables.add(vscode.workspace.onDidChangeTextDocument(({ document }) => this.#take(document)));
    this.#disposables.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#problems.delete(uri)));
    // A window that was reloaded shows the editors of panels that are no more.
    void closeTabs((uri) => uri.scheme === SCHEME && !this.#bodies.has(uri.toString()));
  }

  /**
   * Makes a body fit to be edited. Shows nothing yet.
   * @param changed told of each change that is made in the editor.
   */
  create(name: string, text: string, changed: (text: string) => void): BodyEditor {
    this.#number += 1;
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${this.#number}/${fileNameOf(name)}.json` });
    const body: OpenBody = { uri, text, modified: Date.now(), fields: [], changed, saving: undefined };
    this.#bodies.set(uri.toString(), body);
    return {
      show: (fields) => this.#show(body, fields),
      update: (now) => this.#update(body, now),
      close: async () => {
        clearTimeout(body.saving);
        // Unsaved text would make closing ask whether to save what the panel has already.
        await documentOf(body)?.save();
        await closeTabs((open) => open.toString() === uri.toString());
        this.#bodies.delete(uri.toString());
        this.#problems.delete(uri);
      },
    };
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { text, modified } = this.#get(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: modified, size: new TextEncoder().encode(text).length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return new TextEncoder().encode(this.#get(uri).text);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const body = this.#get(uri);
    body.text = new TextDecoder().decode(content);
    body.modified = Date.now();
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    for (const { saving } of this.#bodies.values()) clearTimeout(saving);
    this.#disposables.dispose();
  }

  #get(uri: vscode.Uri): OpenBody {
    const body = this.#bodies.get(uri.toString());
    if (!body) throw vscode.FileSystemError.FileNotFound(uri);
    return body;
  }

  async #show(body: OpenBody, fields: readonly Parameter[]): Promise<void> {
    body.fields = fields;
    const document = await vscode.workspace.openTextDocument(body.uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
    this.#check(document, body);
  }

  async #update(body: OpenBody, text: string): Promise<void> {
    const document = documentOf(body);
    if (!document) {
      body.text = text;
      body.modified = Date.now();
      this.#fileChanged.fire([{ type: vscode.FileChangeType.Changed, uri: body.uri }]);
      return;
    }
    if (document.getText() === text) return;
    const edit = new vscode.WorkspaceEdit();
    const end = document.lineAt(document.lineCount - 1).range.end;
    edit.replace(body.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
    await vscode.workspace.applyEdit(edit);
  }

  #take(document: vscode.TextDocument): void {
    const body = this.#bodies.get(document.uri.toString());
    if (!body) return;
    body.changed(document.getText());
    this.#check(document, body);
    clearTimeout(body.saving);
    body.saving = setTimeout(() => void document.save(), SAVE_AFTER_MS);
  }

  #check(document: vscode.TextDocument, { fields }: OpenBody): void {
    const found = checkBody(document.getText(), fields).map((problem) => {
      const range = new vscode.Range(
        document.positionAt(problem.offset),
        document.positionAt(problem.offset + problem.length),
      );
      const { Hint, Warning } = vscode.DiagnosticSeverity;
      const diagnostic = new vscode.Diagnostic(range, wordsFor(problem), problem.kind === 'hint' ? Hint : Warning);
      diagnostic.source = 'Bearings';
      return diagnostic;
    });
    this.#problems.set(document.uri, found);
  }
}

function documentOf({ uri }: OpenBody): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

async function closeTabs(isMeant: (uri: vscode.Uri) => boolean): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const meant = tabs.filter(({ input }) => input instanceof vscode.TabInputText && isMeant(input.uri));
  if (meant.length > 0) await vscode.window.tabGroups.close(meant, true);
}

function wordsFor({ field, reason }: BodyProblem): string {
  switch (reason.is) {
    case 'missing':
      return vscode.l10n.t('{0} is required, and is missing.', field);
    case 'unknown':
      return vscode.l10n.t('{0} is not a documented field of this operation.', field);
    case 'wrong-type':
      return field === ''
        ? vscode.l10n.t('The body of this operation is an object.')
        : vscode.l10n.t('{0} is to be of type {1}.', field, reason.expected);
    case 'not-allowed':
      return vscode.l10n.t('{0} may be one of: {1}.', field, reason.allowed.join(', '));
    case 'out-of-bounds':
      return reason.minimum !== undefined && reason.maximum !== undefined
        ? vscode.l10n.t('{0} may be from {1} to {2}.', field, reason.minimum, reason.maximum)
        : reason.maximum === undefined
          ? vscode.l10n.t('{0} is to be at least {1}.', field, reason.minimum ?? '')
          : vscode.l10n.t('{0} is to be at most {1}.', field, reason.maximum);
  }
}
