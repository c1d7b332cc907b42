import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { RequestDraft } from '../../client/draft.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { Project } from '../../connections/connection.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { commands, requestPanelType } from '../../manifest.ts';
import { handleKeeping, keepSent } from '../keeping/panelMessages.ts';
import { showError } from '../messages.ts';
import { openBody } from './answerActions.ts';
import type { PanelContext } from './context.ts';
import { EMPTY_DRAFT, requestDraft } from './draft.ts';
import { panelHtml } from './html.ts';
import { readMessage } from './messages.ts';
import type { Answered, PanelOrigin, PanelParts } from './parts.ts';
import type { FromPanel, PanelDestination, PanelDraft } from './protocol.ts';
import { Requesting } from './requesting.ts';
import { answerView } from './answerView.ts';
import { destinationOf } from './destinationView.ts';
import { operationView } from './operationView.ts';

/** One request panel: composes for one connection, sends when the person presses Send, shows the answer. */
export class RequestPanel implements vscode.Disposable {
  readonly connection: string;
  readonly #parts: PanelParts;
  readonly #panel: vscode.WebviewPanel;
  readonly #disposables = new DisposableStore();
  readonly #requesting: Requesting;
  #draft: PanelDraft;
  /** The project that the request was opened for, in place of the selected one, until another is selected. */
  #pinned: Project | undefined;
  #draftRevision = Date.now();
  #problem: string | undefined;
  /** The answer that the page has. */
  #posted: Answered | undefined;

  constructor(parts: PanelParts, connection: string, draft: Partial<PanelDraft>, { project, answered }: PanelOrigin) {
    this.#parts = parts;
    this.connection = connection;
    this.#draft = { ...EMPTY_DRAFT, ...draft };
    this.#pinned = project;
    const show = () => this.#show();
    this.#requesting = new Requesting(parts, connection, answered && { draft: this.#draft, answered }, show);
    this.#panel = vscode.window.createWebviewPanel(requestPanelType, 'Request', vscode.ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [parts.dist],
    });
    this.#disposables.add(this.#panel);
    this.#disposables.add(this.#panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    this.#disposables.add(parts.connections.onDidChange(show));
    this.#disposables.add(
      parts.selection.onDidChange(() => {
        if (parts.selection.activeConnection === connection) this.#pinned = undefined;
        show();
      }),
    );
    this.#disposables.add(parts.projects.onDidChange(show));
    this.#disposables.add(this.#panel.onDidDispose(() => this.#requesting.cancel()));
    this.#panel.webview.html = panelHtml(this.#panel.webview, parts.dist);
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  get exchange(): Exchange | undefined {
    return this.answered?.exchange;
  }

  /** What the panel shows, with the causes that were found by now. */
  get answered(): Answered | undefined {
    return this.#requesting.sent?.answered;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Sends the request of the shown answer once more, to the project that is selected now. */
  async sendAgain(): Promise<void> {
    this.#panel.reveal();
    const { sent } = this.#requesting;
    if (sent) await this.#send(sent.draft);
  }

  /** Sends the safe reads that tell the causes of the shown refusal apart. */
  async probe(): Promise<void> {
    this.#problem = undefined;
    await this.#requesting.probe();
  }

  dispose(): void {
    this.#requesting.cancel();
    this.#disposables.dispose();
  }

  #receive(received: unknown): void {
    const message = readMessage(received);
    if (!message) return;
    this.#handle(message).catch((error: unknown) => {
      this.#parts.log.error('The request panel failed', error);
      void showError('The request panel failed. The log says more.', 'Show Log').then((choice) => {
        if (choice === 'Show Log') this.#parts.log.show();
      });
    });
  }

  async #handle(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#posted = undefined;
        return this.#show();
      case 'edit':
        this.#draft = message.draft;
        return this.#show();
      case 'send':
        this.#draft = message.draft;
        return this.#send(message.draft);
      case 'cancel':
        return this.#requesting.cancel();
      case 'act':
        return this.#act(message.answer, message.diagnosis, message.action);
      case 'switchProject':
        await vscode.commands.executeCommand(commands.switchProject, { connection: this.connection });
        return undefined;
      case 'openBody':
        return this.#ofAnswer(message.answer, (exchange) => openBody(this.#parts, exchange));
      case 'saveRequest':
      case 'sendElsewhere':
      case 'copyAs':
      case 'openHistory':
      case 'compare':
        return handleKeeping(this.#parts, message, this.#context());
      default:
        return undefined;
    }
  }

  async #send(composed: PanelDraft): Promise<void> {
    this.#problem = undefined;
    // The project is read now: a later switch is for the next request.
    const context = this.#context();
    const isSent = await this.#requesting.send(composed, context.request(composed), this.#destination());
    if (isSent && this.exchange) await keepSent(this.#parts, composed, context, this.exchange);
  }

  /** What the page asks for of an answer that it does not show any more is not done. */
  async #ofAnswer(id: string, work: (exchange: Exchange) => Promise<void>): Promise<void> {
    if (this.exchange?.id === id) await work(this.exchange);
  }

  async #act(answerId: string, diagnosis: number, action: number): Promise<void> {
    const answered = this.#requesting.sent?.answered;
    const chosen = answered && this.#diagnoses(answered)[diagnosis]?.actions[action];
    if (answered?.exchange.id !== answerId || !chosen) return;
    await vscode.commands.executeCommand(chosen.command, ...(chosen.arguments ?? []));
  }

  /** With an offer to find out, where causes are left in doubt and reads could tell. */
  #diagnoses({ exchange, diagnoses, isProbed }: Answered): readonly Diagnosis[] {
    const [first, ...others] = diagnoses;
    if (!first || isProbed || !this.#parts.diagnoser.canProbe(exchange)) return diagnoses;
    const offer = {
      title: 'Find out (sends up to 3 reads)',
      command: commands.probe,
      arguments: [{ exchange: exchange.id }],
    };
    return [{ ...first, actions: [...first.actions, offer] }, ...others];
  }

  #context(): PanelContext {
    const pinned = this.#pinned;
    return {
      connection: this.connection,
      project: pinned ?? this.#parts.selection.project(this.connection),
      exchange: this.exchange,
      request: (draft): RequestDraft => requestDraft(this.connection, draft, pinned?.id),
      tell: (problem) => {
        this.#problem = problem;
        this.#show();
      },
    };
  }

  #destination(): PanelDestination | undefined {
    return destinationOf(this.#parts, this.connection, this.#draft, this.#pinned);
  }

  #show(): void {
    const { connections } = this.#parts;
    const connection = connections.find(this.connection);
    const definition = connection && connections.definitionOf(connection);
    const answered = this.#requesting.sent?.answered;
    // A large answer must not go to the page again with each letter that is typed there.
    if (answered && definition && answered !== this.#posted) {
      this.#posted = answered;
      const answer = answerView(answered.exchange, this.#diagnoses(answered), definition);
      void this.#panel.webview.postMessage({ type: 'answer', answer });
    }
    this.#panel.title = `${this.#draft.method} ${this.#draft.path}`.slice(0, 60);
    void this.#panel.webview.postMessage({
      type: 'state',
      state: {
        destination: this.#destination(),
        operations: definition?.operations.map((operation) => operationView(operation, definition)) ?? [],
        draft: this.#draft,
        draftRevision: this.#draftRevision,
        progress: this.#requesting.progress,
        answer: answered?.exchange.id,
        offer: undefined,
        problem: connection
          ? this.#problem
          : 'The connection of this request was removed. Open the request again from another one.',
      },
    });
  }
}
