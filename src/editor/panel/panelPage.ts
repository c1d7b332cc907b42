import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { requestPanelType } from '../../manifest.ts';
import { panelHtml } from './html.ts';
import { readMessage } from './messages.ts';
import type { FromPanel, PanelAnswer, PanelDraft, PanelState, ToPanel } from './protocol.ts';

/** An answer as it is kept: its view is only made when the page does not have it yet. */
export interface ShownAnswer {
  /** The same object for as long as nothing of the answer changed. */
  readonly of: object;
  readonly view: () => PanelAnswer;
}

export interface PageEvents {
  /** Called with each message that is understood, but `ready`. */
  readonly received: (message: FromPanel) => void;
  /** Called when `show` is wanted: the page is new and has nothing yet, or another thing is known of what it shows. */
  readonly wanted: () => void;
  /** Whether a key stands in a draft. */
  readonly holdsKey: (draft: PanelDraft) => Promise<boolean>;
}

/** The page of one request panel: what goes to it, and only when it is different from what the page has. */
export class PanelPage implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #disposables = new DisposableStore();
  readonly #events: PageEvents;
  /** The draft that was last looked through for keys, and whether one was found. */
  #looked: PanelDraft | undefined;
  #holdsKey = false;
  #postedAnswer: object | undefined;
  #postedState = '';
  #postedOperations: object | undefined;

  /**
   * @param title of a new panel.
   * @param panel one that VS Code restored; a new one where left out.
   */
  constructor(dist: vscode.Uri, title: string, events: PageEvents, panel?: vscode.WebviewPanel) {
    this.#events = events;
    const options = { enableScripts: true, localResourceRoots: [dist] };
    this.#panel = panel ?? vscode.window.createWebviewPanel(requestPanelType, title, vscode.ViewColumn.Active, options);
    this.#panel.webview.options = options;
    const icon = (theme: string) => vscode.Uri.joinPath(dist, '..', 'media', 'icons', `request-${theme}.svg`);
    this.#panel.iconPath = { light: icon('light'), dark: icon('dark') };
    this.#disposables.add(this.#panel);
    this.#disposables.add(
      this.#panel.webview.onDidReceiveMessage((received: unknown) => {
        const message = readMessage(received);
        if (message?.type === 'ready') {
          this.#postedAnswer = undefined;
          this.#postedState = '';
          this.#post({ type: 'texts', texts: texts() });
          events.wanted();
        } else if (message) {
          events.received(message);
        }
      }),
    );
    this.#panel.webview.html = panelHtml(this.#panel.webview, dist);
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Lets the next `show` post the state even if it is the same, for a page that waits to hear of what it asked. */
  forgetState(): void {
    this.#postedState = '';
  }

  show(title: string, answer: ShownAnswer | undefined, shown: Omit<PanelState, 'holdsKey'>): void {
    this.#look(shown.draft);
    const state = { ...shown, holdsKey: this.#holdsKey };
    if (this.#panel.title !== title) this.#panel.title = title;
    // A large answer must not go to the page again with each letter that is typed there.
    if (answer && answer.of !== this.#postedAnswer) {
      this.#postedAnswer = answer.of;
      this.#post({ type: 'answer', answer: answer.view() });
    }
    const { operations, draft: _, ...rest } = state;
    // The page has the draft as long as its revision stays.
    const now = JSON.stringify(rest);
    if (now === this.#postedState && operations === this.#postedOperations) return;
    this.#postedState = now;
    this.#postedOperations = operations;
    this.#post({ type: 'state', state });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #look(draft: PanelDraft): void {
    if (draft === this.#looked) return;
    this.#looked = draft;
    void this.#events
      .holdsKey(draft)
      .catch(() => true)
      .then((holdsKey) => {
        if (draft !== this.#looked || holdsKey === this.#holdsKey) return;
        this.#holdsKey = holdsKey;
        this.#events.wanted();
      });
  }

  #post(message: ToPanel): void {
    void this.#panel.webview.postMessage(message);
  }
}

/** The page's texts in the person's language. */
function texts(): Readonly<Record<string, string>> {
  return vscode.l10n.bundle ?? {};
}
