/** Secrets that a service shows this once: a new token in the answer that made it. */
import { visit } from 'jsonc-parser';
import type { Disposable } from '../base/disposable.ts';
import { Secret, endingOf } from '../base/secret.ts';
import type { OnceSecret } from './exchange.ts';

export interface FoundSecret {
  /** Its path in the body, with the places in lists: `items.0.token`. */
  readonly field: string;
  readonly secret: Secret;
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

/**
 * Masks the values of fields in a body of JSON, in their places.
 * @param fields names joined with dots, through lists.
 * @returns the text, and what was masked. A body that is no whole JSON is masked by the names alone: better too much.
 */
export function maskFields(
  body: string,
  fields: readonly string[],
): { readonly text: string; readonly found: readonly FoundSecret[] } {
  if (fields.length === 0 || body === '') return { text: body, found: [] };
  const found: (FoundSecret & Place)[] = [];
  let isWhole = true;
  try {
    visit(body, {
      onLiteralValue(value, offset, length, _line, _character, path) {
        if (typeof value !== 'string' || value === '') return;
        const place = path();
        const names = place.filter((segment) => typeof segment === 'string').join('.');
        if (fields.includes(names)) found.push({ field: place.join('.'), secret: new Secret(value), offset, length });
      },
      onError: () => (isWhole = false),
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    isWhole = false;
  }
  if (!isWhole) return maskByName(body, fields);
  let text = '';
  let end = 0;
  for (const { offset, length, secret } of found) {
    text += body.slice(end, offset) + JSON.stringify(secret.mask);
    end = offset + length;
  }
  return { text: text + body.slice(end), found: found.map(({ field, secret }) => ({ field, secret })) };
}

/** What follows a field's name up to the end of its text, or of all where it was cut off there. */
function maskByName(body: string, fields: readonly string[]) {
  const names = fields.map((field) => field.slice(field.lastIndexOf('.') + 1).replace(/[^\w-]/gu, '\\$&'));
  const begin = new RegExp(`"(${names.join('|')})"\\s*:\\s*"`, 'g');
  const found: FoundSecret[] = [];
  let text = '';
  let done = 0;
  for (let match = begin.exec(body); match; match = begin.exec(body)) {
    let end = begin.lastIndex;
    while (end < body.length && body[end] !== '"') end += body[end] === '\\' ? 2 : 1;
    const secret = new Secret(unquoted(body.slice(begin.lastIndex, end)));
    if (secret.reveal() !== '') {
      // Half a secret is of no use to anyone: it is not told of.
      if (end < body.length) found.push({ field: match[1] ?? '', secret });
      text += body.slice(done, begin.lastIndex - 1) + (end < body.length ? JSON.stringify(secret.mask) : '"…"');
      done = end + 1;
    }
    begin.lastIndex = end + 1;
  }
  return { text: text + body.slice(done), found };
}

function unquoted(value: string): string {
  try {
    return JSON.parse(`"${value}"`) as string;
  } catch {
    return value;
  }
}

/** Exchanges whose secrets are held. */
const HELD = 20;

/** Holds such secrets for a while, in memory alone. */
export class OnceSecrets implements Disposable {
  readonly #held = new Map<string, Map<string, Secret>>();

  /** Holds what an exchange brought; the oldest exchange's are forgotten beyond twenty. */
  hold(exchangeId: string, found: readonly FoundSecret[]): void {
    if (found.length === 0) return;
    this.#held.set(exchangeId, new Map(found.map(({ field, secret }) => [field, secret])));
    const [oldest] = this.#held.keys();
    if (this.#held.size > HELD && oldest !== undefined) this.#held.delete(oldest);
  }

  get(exchangeId: string, field: string): Secret | undefined {
    return this.#held.get(exchangeId)?.get(field);
  }

  forget(exchangeId: string, field: string): void {
    this.#held.get(exchangeId)?.delete(field);
  }

  dispose(): void {
    this.#held.clear();
  }
}

/** What an exchange tells of them. */
export function told(found: readonly FoundSecret[]): OnceSecret[] {
  return found.map(({ field, secret }) => ({ field, ending: endingOf(secret.reveal()) }));
}
