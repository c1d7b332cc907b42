import { html, type TemplateResult } from 'lit';
import type { PanelBody } from '../../../src/editor/panel/protocol.ts';
import { icon } from '../icon.ts';
import { t } from '../text.ts';

/** What the page shows as a picture. SVG is none of them: it is a document that can hold a script. */
const shownTypes = /^image\/(?:png|jpeg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)$/;

/** An image, from its own bytes alone. */
export function imageView(body: PanelBody): TemplateResult {
  if (!shownTypes.test(body.mediaType)) {
    return html`<p class="quiet">${t('{0} is not shown here. Save it to look at it.', body.mediaType)}</p>`;
  }
  const tellSize = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof HTMLImageElement)) return;
    const words = target.nextElementSibling;
    if (words !== null) words.textContent = `${body.mediaType} · ${target.naturalWidth} × ${target.naturalHeight}`;
  };
  const tellFault = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof HTMLImageElement)) return;
    const words = target.nextElementSibling;
    if (words !== null) words.textContent = t('The bytes are no image of the type {0}.', body.mediaType);
    target.hidden = true;
  };
  return html`<figure class="picture">
    <img
      alt=${t('Image that came back, {0}', body.mediaType)}
      src="data:${body.mediaType};base64,${body.base64}"
      @load=${tellSize}
      @error=${tellFault}
    />
    <figcaption class="dim"></figcaption>
  </figure>`;
}

/** Bytes that are neither text nor an image: what they are, in the extension's words. */
export function binaryView({ note }: PanelBody): TemplateResult {
  return html`<p class="binary">
    ${icon('file-binary')}<span>${[note, t('Save it to look at it.')].filter(Boolean).join(' ')}</span>
  </p>`;
}
