import { html, nothing, type TemplateResult } from 'lit';
import type { PanelAnswer } from '../../src/editor/panel/protocol.ts';
import { diagnosisView } from './diagnosis.ts';
import { nameValueTable } from './headersTable.ts';
import { icon } from './icon.ts';
import { tabList, tabPanel } from './tabs.ts';

export type AnswerTab = 'body' | 'headers' | 'sent';

export interface AnswerOptions {
  readonly answer: PanelAnswer | undefined;
  readonly tab: AnswerTab;
  readonly openTab: (tab: AnswerTab) => void;
  readonly openInEditor: (answer: PanelAnswer) => void;
  readonly act: (answer: PanelAnswer, diagnosis: number, action: number) => void;
}

const toneIcons = { good: 'pass', bad: 'error', neutral: 'info' } as const;

/** What came back, read in the order in which it matters: status, why, then the body and what was sent. */
export function answerView(options: AnswerOptions): TemplateResult {
  const { answer } = options;
  return html`<section class="answer" aria-label="Response">
    ${answer === undefined ? html`<p class="quiet empty">Nothing sent yet. What comes back is shown here.</p>` : content(answer, options)}
  </section>`;
}

/** One sentence for screen readers: `403 Forbidden in 214 milliseconds; likely cause: This key may not read monitors.` */
export function announcementOf({ status, durationMs, diagnoses, failure }: PanelAnswer): string {
  const [first] = diagnoses;
  const result = `${status} ${failure === '' ? 'in' : 'after'} ${spokenDuration(durationMs)}`;
  const cause = first === undefined ? '' : `; ${first.certainty} cause: ${first.title}`;
  return `${result}${cause}`.replace(/\.?$/, '.');
}

function content(answer: PanelAnswer, { tab, openTab, openInEditor, act }: AnswerOptions): TemplateResult {
  const { failure, notes, tone, status, stamp } = answer;
  const facts = [
    duration(answer.durationMs),
    answer.size,
    answer.requestId === '' ? '' : `request id ${answer.requestId}`,
  ].filter(Boolean);
  return html`
    <div class="status tone-${tone}">
      <h2>${icon(toneIcons[tone])} <span>${status}</span></h2>
      <p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
      <p class="stamp dim">${stamp}</p>
    </div>
    ${failure === '' ? nothing : html`<p class="failure">${failure}</p>`}
    ${notes.map((note) => html`<p class="note">${icon('info')}<span>${note}</span></p>`)}
    ${diagnosisView(answer.diagnoses, (diagnosis, action) => act(answer, diagnosis, action))}
    <div class="tab-bar">
      ${tabList(
        'answer',
        'Parts of the response',
        [
          { key: 'body', label: 'Body' },
          { key: 'headers', label: 'Headers', count: answer.headers.length },
          { key: 'sent', label: 'Sent', count: answer.sent.headers.length },
        ],
        tab,
        openTab,
      )}
      ${
        answer.body.kind === 'none'
          ? nothing
          : html`<button type="button" class="link" title="Open in editor" @click=${() => openInEditor(answer)}>
              ${icon('go-to-file')}<span class="words">Open in editor</span>
            </button>`
      }
    </div>
    ${tabPanel('answer', 'body', tab, bodyOf(answer))}
    ${tabPanel('answer', 'headers', tab, nameValueTable('Headers of the response', answer.headers))}
    ${tabPanel('answer', 'sent', tab, sentOf(answer))}
  `;
}

function bodyOf({ body: { kind, text, isShortened }, failure }: PanelAnswer): TemplateResult {
  if (kind === 'none') {
    return html`<p class="quiet">${failure === '' ? 'The response has no body.' : 'No response came back.'}</p>`;
  }
  return html`<pre class="code" tabindex="0" role="group" aria-label="Text of the body">${text}</pre>
    ${isShortened ? html`<p class="quiet">Only the beginning is shown. The editor shows all that was received.</p>` : nothing}`;
}

function sentOf({ sent, hops }: PanelAnswer): TemplateResult {
  return html`<p class="code line"><span class="method">${sent.method}</span> ${sent.url}</p>
    ${nameValueTable('Headers as sent', sent.headers)}
    ${
      hops.length === 0
        ? nothing
        : html`<h3>Redirects</h3>
            <ol class="hops">
              ${hops.map(({ url, status }) => html`<li class="mono">${status} ${url}</li>`)}
            </ol>`
    }`;
}

/** Milliseconds for the eye: `214 ms`, `1.24 s`, `31 s`. */
function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return milliseconds < 10_000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${Math.round(milliseconds / 1000)} s`;
}

/** Milliseconds for the ear, which abbreviations are not for. */
function spokenDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} milliseconds`;
  const seconds = (milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0);
  return `${seconds} ${seconds === '1' ? 'second' : 'seconds'}`;
}
