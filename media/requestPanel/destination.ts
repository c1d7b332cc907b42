import { html, nothing, type TemplateResult } from 'lit';
import type { PanelDestination } from '../../src/editor/panel/protocol.ts';
import { icon } from './icon.ts';

/** The lines that say where the next Send goes: connection, project and how it travels, host, key, calls left. */
export function destinationView(destination: PanelDestination | undefined, switchProject: () => void): TemplateResult {
  if (destination === undefined) {
    return html`<div class="destination missing" role="group" aria-label="Destination">
      ${icon('warning')}
      <div class="where">
        <p>No connection is chosen. Add one in the Bearings view, then send from here.</p>
      </div>
    </div>`;
  }
  const { connection, project, term, projectMissing, scope, host, key, budget } = destination;
  return html`<div class="destination ${projectMissing ? 'missing' : ''}" role="group" aria-label="Destination">
    ${icon(projectMissing ? 'warning' : 'compass')}
    <div class="where">
      <p>
        Goes to <strong>${connection}</strong> / <strong>${project}</strong>
        ${scope === '' ? nothing : html`<span class="dim scope">${scope}</span>`}
      </p>
      ${projectMissing ? html`<p>This path needs a ${term}, and none is chosen.</p>` : nothing}
      <p class="dim">${[host, key, budget].filter(Boolean).join(' · ')}</p>
    </div>
    <button type="button" class="secondary" @click=${switchProject}>Switch ${term}</button>
  </div>`;
}
