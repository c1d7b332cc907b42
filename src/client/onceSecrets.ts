/** Secrets that a service shows this once: a new token in the answer that made it. */
import type { Disposable } from '../base/disposable.ts';
import { Secret, endingOf } from '../base/secret.ts';
import type { OnceSecret } from './exchange.ts';
import { isJson } from './json.ts';

export interface FoundSecret {
  /** Its path in the body, with the places in lists: `items.0.token`. */
  readonly field: string;
  readonly secret: Secret;
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
  if (!isJson(body)) return maskByName(body, fields);
  const paths = fields.map((field) => field.split('.'));
  const found: FoundSecret[] = [];
  let text = '';
  let done = 0;
  for (const { names, place, start, end } of valuesIn(body)) {
    if (!paths.some((path) => path.length === names.length && path.every((name, index) => name === names[index])))
      continue;
    const secret = new Secret(JSON.parse(body.slice(start, end)) as string);
    if (secret.reveal() === '') continue;
    found.push({ field: place.join('.'), secret });
    text += body.slice(done, start) + JSON.stringify(secret.mask);
    done = end;
  }
  return { text: text + body.slice(done), found };
}

/** A text that is a value, with the quotes; where it stands by names, and by names and places in lists. */
interface TextValue {
  readonly names: readonly string[];
  readonly place: readonly (string | number)[];
  readonly start: number;
  readonly end: number;
}

/**
 * The texts in JSON that is known to be right, in order. Without recursion: it may be nested as deeply as it likes. The
 * two paths of a value change as soon as the next is asked for.
 */
function* valuesIn(json: string): Generator<TextValue> {
  const names: string[] = [];
  const place: (string | number)[] = [];
  let isName = false;
  for (let index = 0; index < json.length; index += 1) {
    switch (json[index]) {
      case '{':
        names.push('');
        place.push('');
        isName = true;
        break;
      case '[':
        place.push(0);
        isName = false;
        break;
      case '}':
        names.pop();
        place.pop();
        break;
      case ']':
        place.pop();
        break;
      case ',': {
        const last = place.at(-1);
        isName = typeof last === 'string';
        if (typeof last === 'number') place[place.length - 1] = last + 1;
        break;
      }
      case '"': {
        const start = index;
        index = endOfText(json, start + 1);
        if (isName) {
          const name = JSON.parse(json.slice(start, index + 1)) as string;
          names[names.length - 1] = name;
          place[place.length - 1] = name;
          isName = false;
        } else {
          yield { names, place, start, end: index + 1 };
        }
        break;
      }
      default:
    }
  }
}

/** Where the closing quote stands; the length or more where there is none. */
function endOfText(text: string, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}

/** What follows a field's name up to the end of its text, or of all where it was cut off there. */
function maskByName(body: string, fields: readonly string[]) {
  const names = fields.map((field) => field.slice(field.lastIndexOf('.') + 1).replace(/[^\w-]/gu, '\\$&'));
  const begin = new RegExp(`"(${names.join('|')})"\\s*:\\s*"`, 'g');
  const found: FoundSecret[] = [];
  let text = '';
  let done = 0;
  for (let match = begin.exec(body); match; match = begin.exec(body)) {
    const end = endOfText(body, begin.lastIndex);
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
