import { html, nothing, type TemplateResult } from 'lit';
import type { PanelDestination } from '../../src/editor/panel/protocol.ts';
import { icon } from './icon.ts';
import { t } from './text.ts';

/** The lines that say where the next Send goes: connection, project and how it travels, host, key, calls left. */
export function destinationView(destination: PanelDestination | undefined, switchProject: () => void): TemplateResult {
  if (destination === undefined) {
    return html`<div class="destination missing" role="group" aria-label=${t('Destination')}>
      ${icon('warning')}
      <div class="where">
        <p>${t('No connection is chosen. Add one in the Bearings view, then send from here.')}</p>
      </div>
    </div>`;
  }
  const { connection, project, term, projectMissing, scope, host, key, budget, isProtected, changed } = destination;
  const tone = projectMissing ? 'missing' : isProtected ? 'protected' : '';
  return html`<div class="destination ${tone}" role="group" aria-label=${t('Destination')}>
    ${icon(projectMissing ? 'warning' : isProtected ? 'lock' : 'compass')}
    <div class="where">
      <p class="goes">
        <span>${t('Goes to')} <strong>${connection}</strong> / <strong>${project}</strong></span>
        ${isProtected ? html`<span class="badge">${t('protected')}</span>` : nothing}
        ${scope === '' ? nothing : html`<span class="dim scope">${scope}</span>`}
      </p>
      ${projectMissing ? html`<p>${t('This path needs a {0}, and none is chosen.', term)}</p>` : nothing}
      <p class="dim">${[host, key, budget].filter(Boolean).join(' · ')}</p>
      <p class="changed" role="status">
        ${changed === '' ? nothing : html`${icon('arrow-swap')}<span>${changed}</span>`}
      </p>
    </div>
    <button type="button" class="secondary" @click=${switchProject}>${t('Switch {0}', term)}</button>
  </div>`;
}
