import { parse } from 'jsonc-parser';
import type { ReadRequest } from './readHttpMessage.ts';

/** A call as a browser's "Copy as fetch" writes it, and as people do: `fetch("https://…", { … })`. */
const CALL = /\bfetch\(\s*(["'`])(?<url>https?:\/\/.{1,8000}?)\1\s*(?<comma>,\s*\{)?/su;
/** A field's name without quotes, as JavaScript allows it. */
const BARE_NAME = /([{,]\s*)([A-Za-z_$][\w$-]*)\s*:/gu;

/** A call that was read, and the text without it. */
export interface ReadCall {
  readonly request: ReadRequest;
  readonly rest: string;
}

/**
 * Reads the first call of `fetch` in a text, as far as it is written out: what a variable holds is not known.
 * @returns undefined where there is none with an address.
 */
export function readFetch(text: string): ReadCall | undefined {
  const call = CALL.exec(text);
  const url = call?.groups?.['url'];
  if (!call || url === undefined) return undefined;
  const start = call.index + call[0].length;
  const hasOptions = call.groups?.['comma'] !== undefined;
  const end = hasOptions ? endOfBraces(text, start - 1) : start;
  const options = hasOptions ? readObject(text.slice(start - 1, end)) : {};
  const { method, headers, body } = options;
  return {
    request: {
      method: typeof method === 'string' && /^[A-Za-z]+$/u.test(method) ? method.toUpperCase() : 'GET',
      target: url,
      host: undefined,
      headers: Object.entries(typeof headers === 'object' && headers !== null ? headers : {}).flatMap(
        ([name, value]) => (typeof value === 'string' ? [{ name, value }] : []),
      ),
      body: typeof body === 'string' ? body : '',
    },
    rest: `${text.slice(0, call.index)}\n${text.slice(end).replace(/^\s*\)\s*;?/u, '')}`,
  };
}

/** JSON, or JavaScript that differs from it by its quotes alone. What is neither gives what could be read of it. */
function readObject(text: string): Readonly<Record<string, unknown>> {
  const asJson = text.includes('"') ? text : text.replaceAll("'", '"');
  const value: unknown = parse(asJson.replaceAll(BARE_NAME, '$1"$2":'), undefined, { allowTrailingComma: true });
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The place behind the brace that closes the one at `start`; the end of the text where none does. */
export function endOfBraces(text: string, start: number): number {
  let depth = 0;
  let quote = '';
  for (let index = start; index < text.length; index += 1) {
    const letter = text[index] ?? '';
    if (quote !== '') {
      if (letter === '\\') index += 1;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'" || letter === '`') quote = letter;
    else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return text.length;
}
