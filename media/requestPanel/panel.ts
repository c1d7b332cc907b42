import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { PanelAnswer, PanelDraft, PanelOperation, PanelState, ToPanel } from '../../src/editor/panel/protocol.ts';
import { announcementOf, problemView, resultView } from './announcement.ts';
import { answerView } from './answer.ts';
import type { CopyRequest } from './body/events.ts';
import type { BodySettings } from './body/settings.ts';
import type { BodyCommand } from './body/tools.ts';
import { composerView } from './composer.ts';
import { destinationView } from './destination.ts';
import {
  changesData,
  emptyDraft,
  fittingTab,
  operationOf,
  withOperation,
  withoutBlankRows,
  withoutSecrets,
} from './draft.ts';
import { FocusKeeper } from './focusKeeper.ts';
import type { Host } from './hostBridge.ts';
import { commandOf } from './keys.ts';
import { firstLook, type Look } from './look.ts';
import { Pause, TYPING_PAUSE } from './pause.ts';
import { requestPartsView } from './requestParts.ts';
import { withTypedPath } from './requestText.ts';
import { ScrollKeeper } from './scrollKeeper.ts';
import { setTexts, t } from './text.ts';
import { updateAll } from './updateAll.ts';

/** The whole request panel. What it shows follows from the last snapshot, the draft and the few fields below. */
export class RequestPanel extends LitElement {
  static override properties = {
    snapshot: { state: true },
    answer: { state: true },
    draft: { state: true },
    look: { state: true },
    editedRow: { state: true },
    announcement: { state: true },
    isSendAsked: { state: true },
  };
  declare private snapshot: PanelState | undefined;
  /** The last answer that came, which the snapshot may not want shown any more. */
  declare private answer: PanelAnswer | undefined;
  declare private draft: PanelDraft;
  declare private look: Look;
  /** The place of the query row that has the focus. */
  declare private editedRow: number | undefined;
  declare private announcement: string;
  private shownRevision: number | undefined;
  private announced = '';
  private restore = '';
  /** Send was pressed and the extension has not answered yet: a second press would send twice. */
  declare private isSendAsked: boolean;
  /** Nothing was typed since Send: the answer is what the person waits for. */
  private isAnswerAwaited = false;
  /** What is typed as text is no request at the moment. */
  private isTextFaulty = false;
  private readonly focusing = new FocusKeeper(this);
  private readonly scrolling = new ScrollKeeper((scroll) => this.see({ scroll }));
  private readonly editing = new Pause(TYPING_PAUSE, () => this.host.post({ type: 'edit', draft: this.draft }));
  private stopListening: (() => void) | undefined;
  private readonly host: Host;

  constructor(host: Host) {
    super();
    this.host = host;
    const saved = host.restore();
    this.snapshot = undefined;
    this.answer = undefined;
    this.draft = saved?.draft ?? emptyDraft;
    this.shownRevision = saved?.draftRevision;
    this.look = saved?.look ?? firstLook;
    this.announced = saved?.announced ?? '';
    this.restore = saved?.restore ?? '';
    this.announcement = '';
    this.editedRow = undefined;
    this.isSendAsked = false;
  }

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = this.host.listen((message) => this.receive(message));
    document.addEventListener('keydown', this.onKeyDown);
    this.host.post({ type: 'ready' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
    document.removeEventListener('keydown', this.onKeyDown);
    this.focusing.stop();
    this.scrolling.stop();
  }

  private get shownAnswer(): PanelAnswer | undefined {
    return this.answer?.id === this.snapshot?.answer ? this.answer : undefined;
  }

  private get operation(): PanelOperation | undefined {
    return operationOf(this.draft, this.snapshot?.operations ?? []);
  }

  override render(): TemplateResult {
    const { snapshot, draft, operation } = this;
    return html`<main
      aria-label=${t('Request')}
      @copy-text=${({ detail }: CustomEvent<CopyRequest>) => this.host.post({ type: 'copyText', ...detail })}
      @settings-changed=${({ detail }: CustomEvent<BodySettings>) => this.see({ body: detail })}
      @body-command=${this.onBodyCommand}
    >
      <h1 class="visually-hidden">${t('Request')}</h1>
      <bearings-operation-picker
        .operations=${snapshot?.operations ?? []}
        .selected=${operation}
        @operation-chosen=${({ detail }: CustomEvent<PanelOperation>) => this.point(withOperation(draft, operation, detail))}
      ></bearings-operation-picker>
      ${composerView({
        draft,
        isWrite: changesData(draft, operation),
        progress: snapshot?.progress,
        isSendAsked: this.isSendAsked,
        onMethod: (method) => this.point({ ...draft, method }),
        onPath: (path) => this.edit({ path }),
        onPathDone: () => this.readTypedPath(),
        send: () => this.send(),
        cancel: () => this.host.post({ type: 'cancel' }),
      })}
      ${problemView(snapshot?.problem)}
      ${
        snapshot === undefined
          ? nothing
          : destinationView(snapshot.destination, () => this.host.post({ type: 'switchProject' }))
      }
      ${this.requestParts()}
      <div class="divider ${snapshot?.progress === undefined ? '' : 'busy'}"></div>
      ${this.answerParts()} ${resultView(this.announced, this.announcement)}
    </main>`;
  }

  private requestParts(): TemplateResult {
    const { draft, operation, look, snapshot } = this;
    return requestPartsView({
      draft,
      operation,
      destination: snapshot?.destination,
      tab: look.requestTab,
      openTab: (requestTab) => this.see({ requestTab }),
      bodyMode: look.bodyMode,
      setBodyMode: (bodyMode) => this.see({ bodyMode }),
      editedRow: this.editedRow,
      setEditedRow: (index) => {
        this.editedRow = index;
      },
      onEdit: (change) => this.edit(change),
      onTextProblem: (hasProblem) => {
        this.isTextFaulty = hasProblem;
      },
      run: (type) => this.host.post({ type, draft: this.composed() }),
      post: (message) => this.host.post(message),
    });
  }

  private answerParts(): TemplateResult {
    const { look, draft, shownAnswer, snapshot } = this;
    return answerView({
      answer: shownAnswer,
      draft,
      tab: look.answerTab,
      openTab: (answerTab) => this.see({ answerTab }),
      operation: operationOf({ ...draft, ...shownAnswer?.asked }, snapshot?.operations ?? [])?.key ?? '',
      settings: look.body,
      post: (message) => this.host.post(message),
      offer: snapshot?.offer,
      sendAgain: () => this.send(),
    });
  }

  private receive(message: ToPanel): void {
    switch (message.type) {
      case 'texts':
        setTexts(message.texts);
        updateAll(this);
        return;
      case 'answer':
        this.answer = message.answer;
        this.announce();
        return;
      case 'state':
        this.take(message.state);
    }
  }

  /** Takes a snapshot of the extension over; of its draft only one that the page has not shown yet. */
  private take(state: PanelState): void {
    const isNew = this.host.restore() === undefined;
    const keepFocus = this.focusing.hold();
    this.isSendAsked = false;
    this.snapshot = state;
    this.restore = state.restore;
    if (state.draftRevision !== this.shownRevision) {
      this.shownRevision = state.draftRevision;
      const { method, path } = this.draft;
      this.draft = state.draft;
      this.editing.cancel();
      // A draft that comes back from another editor is in view already.
      if (state.draft.method !== method || state.draft.path !== path) this.showFittingTab();
    }
    this.announce();
    this.save();
    void this.updateComplete.then(keepFocus);
    if (isNew) void this.updateComplete.then(() => this.focusing.begin(this.querySelector('.picker input')));
  }

  /** Says what came back, once, and goes to where the page was scrolled before a reload. */
  private announce(): void {
    const answer = this.shownAnswer;
    if (answer !== undefined && answer.id !== this.announced) {
      this.announced = answer.id;
      this.announcement = announcementOf(answer);
      if (this.isAnswerAwaited) this.scrolling.reveal(() => this.querySelector('.status'), this.updateComplete);
      this.isAnswerAwaited = false;
    }
    if (this.snapshot !== undefined && this.snapshot.answer === answer?.id)
      this.scrolling.restore(this.look.scroll, this.updateComplete);
  }

  /** Shows another draft of another kind, with the part of it in view that is to be filled in. */
  private point(draft: PanelDraft): void {
    this.draft = draft;
    this.showFittingTab();
    this.edit({});
  }

  private showFittingTab(): void {
    if (this.look.requestTab !== 'text') this.see({ requestTab: fittingTab(this.draft, this.operation) });
  }

  private see(change: Partial<Look>): void {
    this.look = { ...this.look, ...change };
    this.save();
  }

  private edit(change: Partial<PanelDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.isSendAsked = false;
    this.isAnswerAwaited = false;
    this.save();
    this.editing.call();
  }

  /** Takes a query, and the connection's own address, out of what was typed as the path. */
  private readTypedPath(): void {
    const draft = withTypedPath(this.draft, this.snapshot?.destination?.baseUrl ?? '');
    if (draft !== this.draft) this.edit(draft);
  }

  private send(): void {
    if (this.isSendAsked || this.snapshot?.progress !== undefined) return;
    if (this.isTextFaulty && this.look.requestTab === 'text') {
      // The draft is not what is in view; sending it would send something else.
      this.querySelector<HTMLElement>('bearings-request-text textarea')?.focus();
      return;
    }
    const draft = this.composed();
    this.isSendAsked = true;
    this.isAnswerAwaited = true;
    this.host.post({ type: 'send', draft });
  }

  /** The draft as it stands now, which the extension has been told. */
  private composed(): PanelDraft {
    this.readTypedPath();
    this.editing.now();
    return withoutBlankRows(this.draft);
  }

  private readonly onBodyCommand = ({ detail }: CustomEvent<BodyCommand>): void => {
    if (this.shownAnswer !== undefined) this.host.post({ type: detail, answer: this.shownAnswer.id });
  };

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const command = commandOf(event);
    if (command === 'send') this.send();
    else if (command === 'cancel' && this.snapshot?.progress !== undefined) this.host.post({ type: 'cancel' });
    else return;
    event.preventDefault();
  };

  private save(): void {
    // VS Code writes this to disk: secrets typed by hand stay out, and come back from the extension where it still runs.
    const draft = withoutSecrets(this.draft, this.snapshot?.holdsKey === true);
    const draftRevision = draft === this.draft ? this.shownRevision : undefined;
    const { look, announced, restore } = this;
    this.host.save({ draft, draftRevision, look, announced, restore });
  }
}
