import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { PanelAnswer, PanelDraft, PanelOperation, PanelState, ToPanel } from '../../src/editor/panel/protocol.ts';
import { announcementOf, answerView, type AnswerTab } from './answer.ts';
import { composerView } from './composer.ts';
import { destinationView } from './destination.ts';
import {
  changesData,
  emptyDraft,
  operationOf,
  placeholders,
  takesBody,
  withOperation,
  withoutBlankRows,
  withoutSecrets,
} from './draft.ts';
import type { Host } from './hostBridge.ts';
import { icon } from './icon.ts';
import { requestPartsView, type RequestTab } from './requestParts.ts';
import { setTexts } from './text.ts';

const requestTabs = ['parameters', 'headers', 'body'] as const;
const answerTabs = ['body', 'headers', 'sent'] as const;

/** Typing is reported to the extension when it pauses this long, in milliseconds: a body may be large. */
const editPause = 150;

/** The whole request panel. What it shows follows from the last snapshot, the draft and the few fields below. */
export class RequestPanel extends LitElement {
  static override properties = {
    snapshot: { state: true },
    answer: { state: true },
    draft: { state: true },
    requestTab: { state: true },
    answerTab: { state: true },
    editedRow: { state: true },
    announcement: { state: true },
  };
  declare private snapshot: PanelState | undefined;
  /** The last answer that came, which the snapshot may not want shown any more. */
  declare private answer: PanelAnswer | undefined;
  declare private draft: PanelDraft;
  declare private requestTab: RequestTab;
  declare private answerTab: AnswerTab;
  /** The place of the query row that has the focus. */
  declare private editedRow: number | undefined;
  declare private announcement: string;
  private shownRevision: number | undefined;
  private announced = '';
  private restore = '';
  /** Send was pressed and the extension has not answered yet: a second press would send twice. */
  private isSendAsked = false;
  private editTimer: ReturnType<typeof setTimeout> | undefined;
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
    this.requestTab = requestTabs.find((tab) => tab === saved?.requestTab) ?? 'parameters';
    this.answerTab = answerTabs.find((tab) => tab === saved?.answerTab) ?? 'body';
    this.announced = saved?.announced ?? '';
    this.restore = saved?.restore ?? '';
    this.announcement = '';
    this.editedRow = undefined;
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
  }

  private get shownAnswer(): PanelAnswer | undefined {
    return this.answer?.id === this.snapshot?.answer ? this.answer : undefined;
  }

  private get operation(): PanelOperation | undefined {
    return operationOf(this.draft, this.snapshot?.operations ?? []);
  }

  override render(): TemplateResult {
    const { snapshot, draft, operation } = this;
    return html`<main aria-label="Request">
      <h1 class="visually-hidden">Request</h1>
      <bearings-operation-picker
        .operations=${snapshot?.operations ?? []}
        .selected=${operation}
        @operation-chosen=${this.onOperationChosen}
      ></bearings-operation-picker>
      ${composerView({
        draft,
        isWrite: changesData(draft, operation),
        progress: snapshot?.progress,
        onMethod: (method) => this.point({ ...draft, method }),
        onPath: (path) => this.edit({ path }),
        send: () => this.send(),
        cancel: () => this.host.post({ type: 'cancel' }),
      })}
      <div class="problem" role="alert">
        ${snapshot?.problem === undefined ? nothing : html`${icon('error')}<span>${snapshot.problem}</span>`}
      </div>
      ${
        snapshot === undefined
          ? nothing
          : destinationView(snapshot.destination, () => this.host.post({ type: 'switchProject' }))
      }
      ${requestPartsView({
        draft,
        operation,
        tab: this.requestTab,
        openTab: (tab) => {
          this.requestTab = tab;
          this.save();
        },
        editedRow: this.editedRow,
        setEditedRow: (index) => {
          this.editedRow = index;
        },
        onEdit: (change) => this.edit(change),
        copyAs: () => this.host.post({ type: 'copyAs', draft: withoutBlankRows(this.draft) }),
      })}
      <div class="divider ${snapshot?.progress === undefined ? '' : 'busy'}"></div>
      ${answerView({
        answer: this.shownAnswer,
        tab: this.answerTab,
        openTab: (tab) => {
          this.answerTab = tab;
          this.save();
        },
        openInEditor: ({ id }) => this.host.post({ type: 'openBody', answer: id }),
        act: ({ id }, diagnosis, action) => this.host.post({ type: 'act', answer: id, diagnosis, action }),
      })}
      <div class="visually-hidden" role="status" aria-label="Result">
        ${keyed(this.announced, html`<span>${this.announcement}</span>`)}
      </div>
    </main>`;
  }

  private receive(message: ToPanel): void {
    switch (message.type) {
      case 'texts':
        setTexts(message.texts);
        this.requestUpdate();
        return;
      case 'answer':
        this.answer = message.answer;
        return;
      case 'state':
        this.take(message.state);
    }
  }

  /** Takes a snapshot of the extension over; of its draft only one that the page has not shown yet. */
  private take(state: PanelState): void {
    const focusedButton = document.activeElement?.closest('.call-line button') ?? null;
    this.isSendAsked = false;
    this.snapshot = state;
    this.restore = state.restore;
    if (state.draftRevision !== this.shownRevision) {
      this.shownRevision = state.draftRevision;
      this.draft = state.draft;
      this.cancelEdit();
      this.showFittingTab();
    }
    const answer = this.shownAnswer;
    if (answer !== undefined && answer.id !== this.announced) {
      this.announced = answer.id;
      this.announcement = announcementOf(answer);
    }
    this.save();
    // Send and Cancel replace each other; the focus must not fall out of the page with the one that goes.
    if (focusedButton !== null) {
      void this.updateComplete.then(() => {
        if (!focusedButton.isConnected) this.querySelector<HTMLElement>('.call-line button')?.focus();
      });
    }
  }

  private readonly onOperationChosen = ({ detail }: CustomEvent<PanelOperation>): void => {
    this.point(withOperation(this.draft, this.operation, detail));
  };

  /** Shows another draft of another kind, with the part of it in view that is to be filled in. */
  private point(draft: PanelDraft): void {
    this.draft = draft;
    this.showFittingTab();
    this.edit({});
  }

  /** What the path still lacks comes first: without it nothing can be sent. */
  private showFittingTab(): void {
    const isPathFilled = placeholders(this.draft.path).every((name) => (this.draft.pathValues[name] ?? '') !== '');
    this.requestTab = isPathFilled && takesBody(this.draft, this.operation) ? 'body' : 'parameters';
  }

  private edit(change: Partial<PanelDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.isSendAsked = false;
    this.save();
    clearTimeout(this.editTimer);
    this.editTimer = setTimeout(() => this.reportEdit(), editPause);
  }

  private reportEdit(): void {
    if (this.editTimer === undefined) return;
    this.cancelEdit();
    this.host.post({ type: 'edit', draft: this.draft });
  }

  private cancelEdit(): void {
    clearTimeout(this.editTimer);
    this.editTimer = undefined;
  }

  private send(): void {
    if (this.isSendAsked || this.snapshot?.progress !== undefined) return;
    this.reportEdit();
    this.isSendAsked = true;
    this.host.post({ type: 'send', draft: withoutBlankRows(this.draft) });
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat || event.isComposing) return;
    event.preventDefault();
    this.send();
  };

  private save(): void {
    const { shownRevision, requestTab, answerTab, announced, restore } = this;
    // VS Code writes this to disk: secrets typed by hand stay out, and come back from the extension where it still runs.
    const draft = withoutSecrets(this.draft);
    const draftRevision = draft === this.draft ? shownRevision : undefined;
    this.host.save({ draft, draftRevision, requestTab, answerTab, announced, restore });
  }
}
