import { html, nothing, type TemplateResult } from 'lit';
import type { FromPanel, PanelAnswer, PanelDraft } from '../../src/editor/panel/protocol.ts';
import { askToCopy } from './body/events.ts';
import type { BodySettings } from './body/settings.ts';
import { tool } from './body/tools.ts';
import { diagnosisView } from './diagnosis.ts';
import { duration } from './duration.ts';
import { nameValueTable } from './headersTable.ts';
import { icon } from './icon.ts';
import type { AnswerTab } from './look.ts';
import { onceSecretsView } from './onceSecrets.ts';
import { printPath } from './requestText.ts';
import { sentView } from './sent.ts';
import { tabList, tabPanel } from './tabs.ts';
import { t } from './text.ts';
import { timingView } from './timing.ts';

export interface AnswerOptions {
  readonly answer: PanelAnswer | undefined;
  readonly tab: AnswerTab;
  readonly openTab: (tab: AnswerTab) => void;
  readonly draft: PanelDraft;
  /** Key of the operation that is answered; empty where it is none. */
  readonly operation: string;
  readonly settings: BodySettings;
  readonly post: (message: FromPanel) => void;
  /** That the request can be sent again to see whether an action helped; undefined where there is no such offer. */
  readonly offer: string | undefined;
  readonly sendAgain: () => void;
}

const toneIcons = { good: 'pass', bad: 'error', neutral: 'info' } as const;

/** What came back, read in the order in which it matters: status, why, then the body and what was sent. */
export function answerView(options: AnswerOptions): TemplateResult {
  const { answer, offer, sendAgain } = options;
  return html`<section class="answer" aria-label=${t('Response')}>
    ${
      offer === undefined
        ? nothing
        : html`<div class="offer" role="group" aria-label=${t('Offer')}>
            ${icon('lightbulb')}<span>${offer}</span>
            <button type="button" class="secondary" @click=${sendAgain}>${t('Try again')}</button>
          </div>`
    }
    ${
      answer === undefined
        ? html`<p class="quiet empty">${t('Nothing sent yet. What comes back is shown here.')}</p>`
        : content(answer, options)
    }
  </section>`;
}

function content(answer: PanelAnswer, options: AnswerOptions): TemplateResult {
  const { id, failure, notes, helped } = answer;
  const { tab, openTab, post, settings, operation } = options;
  return html`
    ${statusView(answer, options.draft)}
    ${helped === '' ? nothing : html`<p class="note helped">${icon('wand')}<span>${helped}</span></p>`}
    ${failure === '' ? nothing : html`<p class="failure">${failure}</p>`}
    ${notes.map((note) => html`<p class="note">${icon('info')}<span>${note}</span></p>`)}
    ${diagnosisView(
      answer.diagnoses,
      (diagnosis, action) => post({ type: 'act', answer: id, diagnosis, action }),
      () => post({ type: 'copyReport', answer: id }),
    )}
    ${onceSecretsView(
      answer.onceSecrets,
      (secret) => post({ type: 'copySecret', answer: id, secret }),
      (secret) => post({ type: 'saveSecret', answer: id, secret }),
    )}
    <div class="tab-bar">
      ${tabList<AnswerTab>(
        'answer',
        t('Parts of the response'),
        [
          { key: 'body', label: t('Body') },
          { key: 'headers', label: t('Headers'), count: answer.headers.length },
          { key: 'sent', label: t('Sent'), ...(isSent(answer) && { count: answer.sent.headers.length }) },
          { key: 'timing', label: t('Timing') },
        ],
        tab,
        openTab,
      )}
    </div>
    ${tabPanel(
      'answer',
      'body',
      tab,
      html`<bearings-body .answer=${answer} .operation=${operation} .settings=${settings}></bearings-body>`,
    )}
    ${tabPanel('answer', 'headers', tab, nameValueTable(t('Headers of the response'), answer.headers))}
    ${tabPanel('answer', 'sent', tab, sentView(answer))} ${tabPanel('answer', 'timing', tab, timingView(answer))}
  `;
}

function isSent({ sent }: PanelAnswer): boolean {
  return sent.url !== '';
}

/** `GET /uptime/monitors/7`. */
function titleOf(draft: PanelAnswer['asked']): string {
  return `${draft.method} ${printPath(draft)}`;
}

function statusView(answer: PanelAnswer, draft: PanelDraft): TemplateResult {
  const asked = titleOf(answer.asked);
  const { tone, status, meaning, size, requestId, stamp } = answer;
  return html`<div class="status tone-${tone}">
    <h2>${icon(toneIcons[tone])} <span>${status}</span></h2>
    ${meaning === '' ? nothing : html`<span class="meaning">${meaning}</span>`}
    <p class="facts">
      ${isSent(answer) ? html`<span>${duration(answer.durationMs)}</span>` : nothing}${size === '' ? nothing : html`<span>${size}</span>`}${
        requestId === ''
          ? nothing
          : html`<span class="request-id"
              >${t('request id {0}', requestId)}${tool('copy', t('Copy the request id'), ({ target }) => {
                if (target !== null) askToCopy(target, requestId, t('the request id'));
              })}</span
            >`
      }
    </p>
    <p class="stamp dim">
      ${
        // Composing goes on below an answer that is there; it must not be taken for that of what is composed now.
        asked === titleOf(draft) ? nothing : html`<span class="asked">${t('answer to {0}', asked)}</span>`
      }<span>${stamp}</span>
    </p>
  </div>`;
}
