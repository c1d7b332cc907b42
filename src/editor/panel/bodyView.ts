import * as vscode from 'vscode';
import type { Exchange, ReceivedResponse } from '../../client/exchange.ts';
import { byteSize } from '../words.ts';
import { isJson } from './json.ts';
import type { PanelBody } from './protocol.ts';

/** Characters of a body that the page itself shows; the whole opens in an editor. A body of 1 MiB is shown whole. */
const TEXT_LIMIT = 1_048_576;
/** Bytes of an image that the page shows. */
const IMAGE_LIMIT = 5_000_000;
/** Images that a page shows without running anything. A drawing that could hold scripts is text. */
const SHOWN_IMAGES = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/x-icon',
  'image/avif',
]);

/** The body of an answer as the page can show it. */
export function bodyView({ response, failure }: Pick<Exchange, 'response' | 'failure'>): PanelBody {
  const note = response ? noteOf(response, failure !== undefined) : '';
  const none = { kind: 'none', text: '', base64: '', mediaType: '', isShortened: false, note } as const;
  if (!response) return none;
  const { binary, mediaType = '', bodyText, truncated, file } = response;
  if (binary) {
    const isShown = SHOWN_IMAGES.has(mediaType) && !truncated && binary.length <= IMAGE_LIMIT;
    return isShown
      ? { ...none, kind: 'image', base64: base64Of(binary), mediaType, note: '' }
      : { ...none, kind: 'binary', isShortened: file !== undefined };
  }
  if (bodyText === '') return none;
  const isShortened = file !== undefined || bodyText.length > TEXT_LIMIT;
  const text = bodyText.slice(0, TEXT_LIMIT).toWellFormed();
  // What is cut off is no JSON any more.
  return { ...none, kind: !isShortened && !truncated && isJson(text) ? 'json' : 'text', text, isShortened };
}

function noteOf({ truncated, file, sizeBytes, binary, mediaType }: ReceivedResponse, isBroken: boolean): string {
  const what = binary ? vscode.l10n.t('Binary data ({0}).', mediaType ?? 'application/octet-stream') : '';
  return [what, lengthNote()].filter(Boolean).join(' ');

  function lengthNote(): string {
    if (file?.complete) return vscode.l10n.t('The body is {0} long and lies in a file.', byteSize(file.sizeBytes));
    const received = byteSize(file?.sizeBytes ?? sizeBytes);
    if (!truncated && !file) return '';
    // The exchange's own notes name the setting.
    return isBroken
      ? vscode.l10n.t('The body broke off after {0}.', received)
      : vscode.l10n.t('Cut off after {0}.', received);
  }
}

/** In pieces, because a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += 0x8000) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 0x8000)));
  }
  return btoa(pieces.join(''));
}
