import { LitElement } from 'lit';

/** Draws all parts of the page anew. */
export function updateAll(page: LitElement): void {
  for (const element of [page, ...page.querySelectorAll('*')]) {
    if (element instanceof LitElement) element.requestUpdate();
  }
}
