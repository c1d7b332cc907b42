import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { RequestDraft } from '../../client/draft.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { Project } from '../../connections/connection.ts';
import { findOperation } from '../../services/operations.ts';
import { commands } from '../../manifest.ts';
import { handleKeeping, keepSent } from '../keeping/panelMessages.ts';
import { showError } from '../messages.ts';
import { act } from './acting.ts';
import { copySecret, copyText, openBody, openDocumentation, saveBody, saveSecret } from './answerActions.ts';
import { answerView } from './answerView.ts';
import { offerWords } from './attempt.ts';
import type { BodyEditor } from './bodyEditors.ts';
import type { PanelContext } from './context.ts';
import { destinationOf } from './destinationView.ts';
import { EMPTY_DRAFT, requestDraft, titleOf } from './draft.ts';
import { changesSince, goingWords } from './environment.ts';
import { holdsKey } from './heldKeys.ts';
import { operationViews } from './operationView.ts';
import { type ShownAnswer, PanelPage } from './panelPage.ts';
import type { Answered, OnePanelParts, PanelOrigin } from './parts.ts';
import type { FromPanel, PanelDraft } from './protocol.ts';
import { Requesting } from './requesting.ts';
import { writeKept } from './restore.ts';

/** One request panel: composes for one connection, sends when the person presses Send, shows the answer. */
export class RequestPanel implements vscode.Disposable {
  readonly connection: string;
  readonly #parts: OnePanelParts;
  readonly #page: PanelPage;
  readonly #disposables = new DisposableStore();
  readonly #requesting: Requesting;
  #draft: PanelDraft;
  /** The project that the request was opened for, in place of the selected one, until another is selected. */
  #pinned: Project | undefined;
  #draftRevision = Date.now();
  #problem: string | undefined;
  #body: BodyEditor | undefined;

  constructor(
    parts: OnePanelParts,
    connection: string,
    draft: Partial<PanelDraft>,
    { project, told, answered, restored }: PanelOrigin,
  ) {
    this.#parts = parts;
    this.connection = connection;
    this.#draft = { ...EMPTY_DRAFT, ...draft };
    this.#pinned = project;
    this.#problem = told;
    const show = () => this.#show();
    this.#requesting = new Requesting(parts, connection, answered && { draft: this.#draft, answered }, show);
    this.#page = this.#disposables.add(
      new PanelPage(
        parts.dist,
        titleOf(this.#draft),
        { received: (message) => this.#receive(message), wanted: show, holdsKey: (held) => holdsKey(parts, held) },
        restored,
      ),
    );
    this.#disposables.add(parts.connections.onDidChange(show));
    this.#disposables.add(
      parts.connections.onDidChangeKey((id) => {
        if (id === connection) this.#requesting.keyWasReplaced();
        show();
      }),
    );
    this.#disposables.add(
      parts.selection.onDidChange(() => {
        if (parts.selection.activeConnection === connection) this.#pinned = undefined;
        show();
      }),
    );
    this.#disposables.add(parts.projects.onDidChange(show));
    this.#disposables.add(parts.protection.onDidChange(show));
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#page.onDidDispose;
  }

  get exchange(): Exchange | undefined {
    return this.answered?.exchange;
  }

  /** What the panel shows, with the causes that were found by now. */
  get answered(): Answered | undefined {
    return this.#requesting.sent?.answered;
  }

  /** What the shown answer was asked for with, as it was composed. */
  get sentDraft(): PanelDraft | undefined {
    return this.#requesting.sent?.draft;
  }

  reveal(): void {
    this.#page.reveal();
  }

  /** Sends the request of the shown answer once more, to the project that is selected now. */
  async sendAgain(): Promise<void> {
    this.#page.reveal();
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
    void this.#body?.close();
    this.#disposables.dispose();
  }

  #receive(message: FromPanel): void {
    this.#handle(message).catch((error: unknown) => {
      this.#parts.log.error('The request panel failed', error);
      const show = vscode.l10n.t('Show Log');
      void showError(vscode.l10n.t('The request panel failed. The log says more.'), show).then((choice) => {
        if (choice === show) this.#parts.log.show();
      });
    });
  }

  async #handle(message: FromPanel): Promise<void> {
    const parts = this.#parts;
    if ('draft' in message) await this.#take(message.draft);
    switch (message.type) {
      case 'ready':
        return undefined;
      case 'edit':
        return this.#show();
      case 'send':
        return this.#send(message.draft);
      case 'cancel':
        return this.#requesting.cancel();
      case 'act':
        return this.#act(message.answer, message.diagnosis, message.action);
      case 'switchProject':
        await vscode.commands.executeCommand(commands.switchProject, { connection: this.connection });
        return undefined;
      case 'openDocumentation':
        return openDocumentation(this.#definition(), message.operation);
      case 'editBody':
        return this.#editBody();
      case 'openBody':
        return this.#ofAnswer(message.answer, (exchange) => openBody(parts, exchange));
      case 'saveBody':
        return this.#ofAnswer(message.answer, saveBody);
      case 'copyText':
        return copyText(message.text, message.what);
      case 'copySecret':
        return this.#ofSecret(message, copySecret);
      case 'saveSecret':
        return this.#ofSecret(message, saveSecret);
      case 'copyReport':
        return this.#ofAnswer(message.answer, async ({ id }) => {
          await vscode.commands.executeCommand(commands.copyReport, { exchange: id });
        });
      case 'saveRequest':
      case 'sendElsewhere':
      case 'copyAs':
      case 'openHistory':
      case 'compare':
        return handleKeeping(parts, message, this.#context());
    }
  }

  /** What was typed in the panel is what stands in the body's editor, too. */
  async #take(draft: PanelDraft): Promise<void> {
    const isBodyNew = draft.body !== this.#draft.body;
    this.#draft = draft;
    if (isBodyNew) await this.#body?.update(draft.body);
  }

  async #send(composed: PanelDraft): Promise<void> {
    this.#problem = undefined;
    // The page waits for an answer, whatever comes of it.
    this.#page.forgetState();
    const context = this.#context();
    const isSent = await this.#requesting.send(composed, context.request(composed));
    if (isSent && this.exchange) await keepSent(this.#parts, composed, context, this.exchange);
  }

  async #editBody(): Promise<void> {
    const { method, path, body } = this.#draft;
    this.#body ??= this.#parts.bodies.create(`${method} ${path}`, body, (text) => {
      if (text !== this.#draft.body) this.#replace({ ...this.#draft, body: text });
    });
    const operation = findOperation(this.#definition(), method, path.split('?')[0] ?? path);
    await this.#body.show(operation?.body ?? []);
  }

  /** What the page asks for of an answer that it does not show any more is not done. */
  async #ofAnswer(id: string, work: (exchange: Exchange) => Promise<void>): Promise<void> {
    if (this.exchange?.id !== id) return;
    const isArriving = this.#requesting.sent?.isArriving === true;
    this.#problem = isArriving
      ? vscode.l10n.t('The body is still on its way. Wait until it is there, or cancel the request.')
      : undefined;
    if (!isArriving) await work(this.exchange);
    this.#show();
  }

  async #ofSecret(
    { answer, secret }: { readonly answer: string; readonly secret: number },
    take: typeof copySecret,
  ): Promise<void> {
    await this.#ofAnswer(answer, async (exchange) => {
      const field = exchange.onceSecrets?.[secret]?.field;
      if (field !== undefined) this.#requesting.tookSecret(secret, await take(this.#parts, exchange, field));
    });
  }

  async #act(answerId: string, diagnosis: number, action: number): Promise<void> {
    const { sent } = this.#requesting;
    const chosen = sent && this.#requesting.diagnoses(sent.answered)[diagnosis]?.actions[action];
    if (sent?.answered.exchange.id !== answerId || !chosen) return;
    const environment = () => this.#environment(sent.draft);
    const replace = (draft: PanelDraft) => this.#replace(draft);
    const panel = { parts: this.#parts, connection: this.connection, requesting: this.#requesting, environment };
    await act({ ...panel, draft: () => this.#draft, replace }, chosen, sent);
  }

  #replace(draft: PanelDraft): void {
    this.#draft = draft;
    this.#draftRevision += 1;
    this.#show();
  }

  #environment(draft: PanelDraft) {
    return this.#requesting.environment(this.#context().request(draft));
  }

  #definition() {
    const { connections } = this.#parts;
    return connections.definitionOf(connections.get(this.connection));
  }

  #context(): PanelContext {
    const pinned = this.#pinned;
    return {
      connection: this.connection,
      project: pinned ?? this.#parts.selection.project(this.connection),
      exchange: this.exchange,
      sent: this.#requesting.sent?.draft,
      request: (draft): RequestDraft => requestDraft(this.connection, draft, pinned?.id),
      tell: (problem) => {
        this.#problem = problem;
        this.#show();
      },
    };
  }

  #changed(): string {
    const { sent, going } = this.#requesting;
    const { environment: then, draft } = going ?? sent ?? {};
    if (!then || !draft) return '';
    const words = going ? goingWords : changesSince;
    return words(this.#parts, this.connection, then, this.#environment(draft));
  }

  #answer(): ShownAnswer | undefined {
    const { sent } = this.#requesting;
    const definition = sent && this.#parts.services.find(sent.answered.exchange.service);
    if (!definition) return undefined;
    return { of: sent, view: () => answerView(sent, this.#requesting.diagnoses(sent.answered), definition) };
  }

  #show(): void {
    const { connections } = this.#parts;
    const connection = connections.find(this.connection);
    const definition = connection && connections.definitionOf(connection);
    const { progress, attempt } = this.#requesting;
    const pinned = this.#pinned;
    this.#page.show(titleOf(this.#draft), this.#answer(), {
      destination: destinationOf(this.#parts, this.connection, this.#draft, pinned, this.#changed()),
      operations: definition ? operationViews(definition) : [],
      draft: this.#draft,
      draftRevision: this.#draftRevision,
      progress,
      answer: this.exchange?.id,
      offer: attempt && offerWords(attempt, this.#draft),
      restore: writeKept({
        connection: this.connection,
        ...(pinned && { project: pinned }),
        ...(this.exchange && { answer: this.exchange.id }),
      }),
      problem: connection
        ? this.#problem
        : vscode.l10n.t('The connection of this request was removed. Open the request again from another one.'),
    });
  }
}
