import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { Budget } from '../../client/budget.ts';
import type { Client } from '../../client/client.ts';
import { curlCommand } from '../../client/curl.ts';
import type { RequestDraft } from '../../client/draft.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { Project } from '../../connections/connection.ts';
import type { Connections } from '../../connections/connections.ts';
import type { Selection } from '../../connections/selection.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Diagnoser } from '../../diagnosis/diagnoser.ts';
import type { Projects } from '../../resources/projects.ts';
import { commands, requestPanelType } from '../../manifest.ts';
import type { Documents } from '../documents.ts';
import type { Log } from '../log.ts';
import { showError } from '../messages.ts';
import { countDown } from '../countdown.ts';
import { budgetWords } from '../words.ts';
import { confirmWrite } from './confirmWrite.ts';
import { EMPTY_DRAFT, requestDraft } from './draft.ts';
import { panelHtml } from './html.ts';
import { formatJson } from './json.ts';
import { readMessage } from './messages.ts';
import type { FromPanel, PanelDraft, PanelState } from './protocol.ts';
import { answerView, destinationView, operationView } from './view.ts';

export interface PanelParts {
  readonly connections: Connections;
  readonly selection: Selection;
  readonly client: Client;
  readonly budget: Budget;
  readonly projects: Projects;
  readonly diagnoser: Diagnoser;
  readonly documents: Documents;
  readonly log: Log;
  /** The folder with the page's script and styles. */
  readonly dist: vscode.Uri;
}

export interface Answered {
  readonly exchange: Exchange;
  readonly diagnoses: readonly Diagnosis[];
  /** Probes were sent for it, so that none need be offered. */
  readonly isProbed?: boolean;
}

/** What a panel is opened for besides composing. */
export interface PanelOrigin {
  /** The project of the row or exchange that it was opened from. */
  readonly project?: Project | undefined;
  /** An exchange that was made elsewhere, to show. */
  readonly answered?: Answered | undefined;
}

/** One request panel: composes for one connection, sends when the person presses Send, shows the answer. */
export class RequestPanel implements vscode.Disposable {
  readonly connection: string;
  readonly #parts: PanelParts;
  readonly #panel: vscode.WebviewPanel;
  readonly #disposables = new DisposableStore();
  #draft: PanelDraft;
  /** The project that the request was opened for, in place of the selected one, until another is selected. */
  #pinned: Project | undefined;
  #draftRevision = Date.now();
  #sent: { readonly draft: PanelDraft; readonly answered: Answered } | undefined;
  #underWay: AbortController | undefined;
  #progress: string | undefined;
  #problem: string | undefined;

  constructor(parts: PanelParts, connection: string, draft: Partial<PanelDraft>, { project, answered }: PanelOrigin) {
    this.#parts = parts;
    this.connection = connection;
    this.#draft = { ...EMPTY_DRAFT, ...draft };
    this.#pinned = project;
    if (answered) this.#sent = { draft: this.#draft, answered };
    this.#panel = vscode.window.createWebviewPanel(requestPanelType, 'Request', vscode.ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [parts.dist],
    });
    this.#disposables.add(this.#panel);
    this.#disposables.add(this.#panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    const show = () => this.#show();
    this.#disposables.add(parts.connections.onDidChange(show));
    this.#disposables.add(
      parts.selection.onDidChange(() => {
        if (parts.selection.activeConnection === connection) this.#pinned = undefined;
        show();
      }),
    );
    this.#disposables.add(parts.projects.onDidChange(show));
    this.#disposables.add(this.#panel.onDidDispose(() => this.#underWay?.abort()));
    this.#panel.webview.html = panelHtml(this.#panel.webview, parts.dist);
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  get exchange(): Exchange | undefined {
    return this.#sent?.answered.exchange;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Sends the request of the shown answer once more, to the project that is selected now. */
  async sendAgain(): Promise<void> {
    this.#panel.reveal();
    if (this.#sent) await this.#send(this.#sent.draft);
  }

  dispose(): void {
    this.#underWay?.abort();
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
        return this.#show();
      case 'edit':
        this.#draft = message.draft;
        return this.#show();
      case 'send':
        this.#draft = message.draft;
        return this.#send(message.draft);
      case 'cancel':
        this.#underWay?.abort();
        return undefined;
      case 'act':
        return this.#act(message.answer, message.diagnosis, message.action);
      case 'switchProject':
        await vscode.commands.executeCommand(commands.switchProject, { connection: this.connection });
        return undefined;
      case 'openBody':
        return this.#openBody(message.answer);
      case 'copyAs':
        return this.#copyAsCurl(message.draft);
      default:
        return undefined;
    }
  }

  async #send(composed: PanelDraft): Promise<void> {
    // The project is read now: a later switch is for the next request.
    const draft = this.#request(composed);
    const { client, connections, diagnoser } = this.#parts;
    const definition = connections.definitionOf(connections.get(this.connection));
    await this.#busy(async (signal) => {
      if (!(await confirmWrite(draft, definition, this.#destination()))) return;
      this.#showProgress('Sending…');
      const onWait = (milliseconds: number) => this.#tellWait(milliseconds, signal);
      const exchange = await client.send(draft, { signal, onWait });
      this.#sent = { draft: composed, answered: { exchange, diagnoses: diagnoser.diagnose(exchange) } };
    });
  }

  /** Sends the safe reads that tell the causes of the shown refusal apart, each shown as it goes. */
  async probe(): Promise<void> {
    const sent = this.#sent;
    if (!sent) return;
    await this.#busy(async (signal) => {
      const { exchange } = sent.answered;
      const told = (read: string) => this.#showProgress(`Finding out: ${read}`);
      const diagnoses = await this.#parts.diagnoser.investigate(exchange, { signal, told });
      this.#sent = { ...sent, answered: { exchange, diagnoses, isProbed: true } };
    });
  }

  /** One thing at a time: what is asked for meanwhile is not done. */
  async #busy(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.#underWay) return;
    const abort = new AbortController();
    this.#underWay = abort;
    this.#problem = undefined;
    try {
      await work(abort.signal);
    } finally {
      this.#underWay = undefined;
      this.#progress = undefined;
      this.#show();
    }
  }

  /** Says each second how long the budget still makes the request wait. */
  #tellWait(milliseconds: number, signal: AbortSignal): void {
    const until = Date.now() + milliseconds;
    const { name } = this.#parts.connections.definitionOf(this.#parts.connections.get(this.connection));
    const tell = (seconds: number) => this.#showProgress(`${name} allows the next call in ${seconds} s`);
    void countDown(() => until, signal, tell).then(() => this.#showProgress('Sending…'));
  }

  /** Nothing is shown any more once the request is done. */
  #showProgress(progress: string): void {
    if (!this.#underWay) return;
    this.#progress = progress;
    this.#show();
  }

  async #act(answerId: string, diagnosis: number, action: number): Promise<void> {
    const answered = this.#sent?.answered;
    const chosen = answered && this.#diagnoses(answered)[diagnosis]?.actions[action];
    if (answered?.exchange.id !== answerId || !chosen) return;
    await vscode.commands.executeCommand(chosen.command, ...(chosen.arguments ?? []));
  }

  async #openBody(answerId: string): Promise<void> {
    const exchange = this.exchange;
    if (exchange?.id !== answerId || !exchange.response) return;
    const text = formatJson(exchange.response.bodyText);
    const isJson = /^\s*[[{]/u.test(text);
    await this.#parts.documents.open(
      `${exchange.operation ?? exchange.request.method}${isJson ? '.json' : '.txt'}`,
      text,
      isJson ? 'json' : 'plaintext',
    );
  }

  async #copyAsCurl(draft: PanelDraft): Promise<void> {
    const { connections, selection } = this.#parts;
    const connection = connections.get(this.connection);
    const definition = connections.definitionOf(connection);
    const curl = curlCommand(this.#request(draft), connection, definition, selection.project(connection.id));
    this.#problem = curl.ok ? undefined : curl.error.message;
    if (curl.ok) {
      await vscode.env.clipboard.writeText(curl.value);
      vscode.window.setStatusBarMessage(
        `$(check) Copied, with $${definition.environmentVariable} in place of the key`,
        5000,
      );
    }
    this.#show();
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

  #request(draft: PanelDraft): RequestDraft {
    return requestDraft(this.connection, draft, this.#pinned?.id);
  }

  #destination() {
    const { connections, selection, projects, budget } = this.#parts;
    const connection = connections.find(this.connection);
    if (!connection) return undefined;
    const definition = connections.definitionOf(connection);
    return destinationView({
      connection,
      definition,
      method: this.#draft.method,
      path: this.#draft.path.split(/[?#]/u)[0] ?? '/',
      selected: this.#pinned ?? selection.project(connection.id),
      isPinned: this.#pinned !== undefined && this.#pinned.id !== selection.project(connection.id)?.id,
      bound: projects.bound(connection.id),
      budget: budgetWords(budget.remaining(connection, definition), definition),
    });
  }

  #show(): void {
    const { connections } = this.#parts;
    const connection = connections.find(this.connection);
    const definition = connection && connections.definitionOf(connection);
    const answered = this.#sent?.answered;
    if (answered && definition) {
      const answer = answerView(answered.exchange, this.#diagnoses(answered), definition);
      void this.#panel.webview.postMessage({ type: 'answer', answer });
    }
    this.#panel.title = `${this.#draft.method} ${this.#draft.path}`.slice(0, 60);
    const state: PanelState = {
      destination: this.#destination(),
      operations: definition?.operations.map((operation) => operationView(operation, definition)) ?? [],
      draft: this.#draft,
      draftRevision: this.#draftRevision,
      progress: this.#progress,
      answer: answered?.exchange.id,
      offer: undefined,
      problem: connection
        ? this.#problem
        : 'The connection of this request was removed. Open the request again from another one.',
    };
    void this.#panel.webview.postMessage({ type: 'state', state });
  }
}
