import { html, nothing, type TemplateResult } from 'lit';
import type { PanelAnswer, PanelHop } from '../../src/editor/panel/protocol.ts';
import { visible } from './body/readable.ts';
import { nameValueTable } from './headersTable.ts';
import { t } from './text.ts';

/** The request as it was really sent, secrets masked, and where it was sent on to. */
export function sentView({ sent, hops }: PanelAnswer): TemplateResult {
  if (sent.url === '') return html`<p class="quiet">${t('Nothing was sent.')}</p>`;
  return html`<p class="code line"><span class="method">${sent.method}</span> ${visible(sent.url)}</p>
    ${nameValueTable(t('Headers as sent'), sent.headers)}
    ${
      sent.body === ''
        ? nothing
        : html`<h3>${t('Body as sent')}</h3>
            <pre class="code" tabindex="0" role="group" aria-label=${t('Body as sent')}>${visible(sent.body)}</pre>`
    }
    ${
      hops.length === 0
        ? nothing
        : html`<h3>${t('Redirects')}</h3>
            <ol class="hops">
              ${hops.map(hopView)}
            </ol>`
    }`;
}

function hopView({ method, url, status, carried }: PanelHop): TemplateResult {
  return html`<li>
    <span class="mono">${[status, method].filter(Boolean).join(' ')} ${visible(url)}</span>
    ${carried === '' ? nothing : html`<span class="dim carried">${carried}</span>`}
  </li>`;
}
