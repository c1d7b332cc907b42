import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { InputError } from '../../connections/inputError.ts';
import type { Project } from '../../connections/connection.ts';
import type { Exchange } from '../../client/exchange.ts';
import { requestPanelType } from '../../manifest.ts';
import { findOperation } from '../../services/operations.ts';
import type { OpenPanels } from '../keeping/parts.ts';
import type { BodyFiles } from '../bodyFiles.ts';
import type { BodyEditors } from './bodyEditors.ts';
import type { PanelDraft } from './protocol.ts';
import type { Answered, PanelOrigin, PanelParts } from './parts.ts';
import type { RequestPanel } from './requestPanel.ts';

/** Refused exchanges of the tree kept for explaining; the oldest are forgotten first. */
const KEPT_EXCHANGES = 50;

/** The request panels that are open. */
export class RequestPanels implements OpenPanels, vscode.Disposable {
  readonly #parts: PanelParts;
  readonly #open = new Set<RequestPanel>();
  readonly #exchanges = new Map<string, Exchange>();
  readonly #disposables = new DisposableStore();
  /** Made with the first panel. */
  #bodies: BodyEditors | undefined;
  #bodyStore: BodyFiles | undefined;

  constructor(parts: PanelParts) {
    this.#parts = parts;
    // VS Code keeps the tabs of panels over a reload, and has them filled as soon as Bearings runs.
    this.#disposables.add(
      vscode.window.registerWebviewPanelSerializer(requestPanelType, {
        deserializeWebviewPanel: (panel, saved: unknown) => this.#restore(panel, saved),
      }),
    );
    const subscription = parts.client.onDidExchange((exchange) => {
      this.#exchanges.set(exchange.id, exchange);
      const [oldest] = this.#exchanges.keys();
      if (this.#exchanges.size > KEPT_EXCHANGES && oldest !== undefined) this.#exchanges.delete(oldest);
    });
    this.#disposables.add(subscription);
  }

  /**
   * Opens a panel to compose a request.
   * @param project the one to send to until another is selected; the selected one where left out.
   * @param told what became of the request on its way here, in lines, which the panel says until it is sent.
   */
  async compose(connection: string, draft: Partial<PanelDraft>, project?: Project, told?: string): Promise<void> {
    await this.#show(connection, draft, { project, told });
  }

  async showKept(
    connection: string,
    draft: PanelDraft,
    project: Project | undefined,
    exchange: Exchange,
  ): Promise<void> {
    const shown = this.#showing(exchange.id);
    if (shown) {
      shown.reveal();
      return;
    }
    // Without its connection, what the answer means cannot be said; it is shown nevertheless.
    const isKnown = this.#parts.connections.find(connection) !== undefined;
    const diagnoses = isKnown ? await this.#parts.diagnosis.diagnose(exchange) : [];
    await this.#show(connection, draft, { project, answered: { exchange, diagnoses } });
  }

  exchanges(): readonly Exchange[] {
    return [...this.#open].flatMap(({ exchange }) => exchange ?? []);
  }

  /**
   * Opens the request of an exchange with another connection, to be sent with its key. Sends nothing.
   * @param connection to the same service.
   */
  async composeLike(exchange: Exchange, connection: string): Promise<void> {
    const { connections, projects } = this.#parts;
    const { project } = exchange.scope;
    // A key that is bound to one project names none.
    const isBound = connections.get(connection).keyKind === 'one-project';
    const named = project === undefined || isBound ? undefined : projects.named(connection, project);
    // An exchange does not keep what was composed, such as its body; the panel that shows it does.
    const draft = this.#showing(exchange.id)?.sentDraft ?? this.#draftOf(exchange);
    await this.#show(connection, draft, { project: named });
  }

  /**
   * An exchange with its causes, as the panel that shows it knows them, or as they are found now.
   * @throws InputError when it is not kept any more.
   */
  async answered(exchangeId: string): Promise<Answered> {
    const shown = this.#showing(exchangeId)?.answered;
    if (shown) return shown;
    const exchange = this.#exchanges.get(exchangeId);
    if (!exchange) throw new InputError(vscode.l10n.t('This answer is not kept any more. Refresh to ask again.'));
    return { exchange, diagnoses: await this.#parts.diagnosis.diagnose(exchange) };
  }

  /**
   * Brings the panel that shows an exchange to the front.
   * @throws InputError when no panel shows it any more.
   */
  reveal(exchangeId: string): void {
    this.#shownOrThrow(exchangeId).reveal();
  }

  /**
   * Shows an exchange that was made elsewhere, with its diagnosis.
   * @throws InputError when it is not kept any more.
   */
  async explain(exchangeId: string): Promise<void> {
    const shown = this.#showing(exchangeId);
    if (shown) {
      shown.reveal();
      return;
    }
    const { exchange, diagnoses } = await this.answered(exchangeId);
    const { scope, connection } = exchange;
    // Sending again means the same project, unless the person selects another.
    const project = scope.project === undefined ? undefined : this.#parts.projects.named(connection, scope.project);
    await this.#show(connection, this.#draftOf(exchange), { project, answered: { exchange, diagnoses } });
  }

  /**
   * Sends the request of an exchange again, in the panel that shows it.
   * @throws InputError when no panel shows it any more.
   */
  async sendAgain(exchangeId: string): Promise<void> {
    await this.#shownOrThrow(exchangeId).sendAgain();
  }

  /**
   * Finds out more of a refusal by safe reads, in the panel that shows it.
   * @throws InputError when no panel shows it any more.
   */
  async probe(exchangeId: string): Promise<void> {
    await this.#shownOrThrow(exchangeId).probe();
  }

  dispose(): void {
    for (const panel of this.#open) panel.dispose();
    this.#disposables.dispose();
  }

  #showing(exchangeId: string): RequestPanel | undefined {
    return [...this.#open].find((panel) => panel.exchange?.id === exchangeId);
  }

  #shownOrThrow(exchangeId: string): RequestPanel {
    const shown = this.#showing(exchangeId);
    if (!shown) throw new InputError(vscode.l10n.t('The panel with this request is closed. Open the request again.'));
    return shown;
  }

  async #show(connection: string, draft: Partial<PanelDraft>, origin: PanelOrigin): Promise<void> {
    // Loaded when a panel is first opened: many windows show the tree alone.
    const { later } = await import('../later.ts');
    const bodies = (this.#bodies ??= this.#disposables.add(new later.BodyEditors()));
    const bodyStore = (this.#bodyStore ??= later.bodyFilesIn(this.#parts.storage));
    const { diagnoser } = await this.#parts.diagnosis.load();
    const panel = new later.RequestPanel({ ...this.#parts, bodies, bodyStore, diagnoser }, connection, draft, origin);
    this.#open.add(panel);
    panel.onDidDispose(() => {
      this.#open.delete(panel);
      panel.dispose();
      void bodyStore?.sweep();
    });
  }

  /** Fills a panel that was open before a reload; what cannot be filled any more is closed. */
  async #restore(restored: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const { later } = await import('../later.ts');
    const kept = later.readKept(saved);
    if (!kept) {
      // VS Code shows an error, and gives it the focus, in place of a panel that goes while it is being restored.
      setTimeout(() => restored.dispose());
      return;
    }
    const { connection, draft, project, answer } = kept;
    const exchange = answer === undefined ? undefined : await later.findKept(this.#parts, answer);
    const isKnown = this.#parts.connections.find(connection) !== undefined;
    const diagnoses = exchange && isKnown ? await this.#parts.diagnosis.diagnose(exchange) : [];
    await this.#show(connection, draft, { project, answered: exchange && { exchange, diagnoses }, restored });
  }

  /** The draft that an exchange was made from, as far as it tells. */
  #draftOf(exchange: Exchange): Partial<PanelDraft> {
    const { connections } = this.#parts;
    const connection = connections.get(exchange.connection);
    const url = new URL(exchange.request.url);
    const base = new URL(connection.baseUrl).pathname.replace(/\/+$/u, '');
    const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length) || '/' : url.pathname;
    const operation = findOperation(connections.definitionOf(connection), exchange.request.method, path);
    return {
      method: exchange.request.method,
      path: operation && !operation.path.includes('{') ? operation.path : path,
      query: [...url.searchParams].map(([name, value]) => ({ name, value })),
    };
  }
}
