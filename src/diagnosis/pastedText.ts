/** Reads an answer, and what it was asked with, out of text that was copied from somewhere: a terminal, a CI log. */
import { isJson } from '../client/json.ts';
import { endOfBraces, readFetch } from '../formats/readFetch.ts';
import { readHar } from '../formats/readHar.ts';
import { type ReadRequest, readHttpMessage } from '../formats/readHttpMessage.ts';

export interface PastedText {
  /** Undefined where the text names none. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /**
   * `GET /uptime/monitors`, or with an address in place of the path, or with headers below, or a curl command. Undefined
   * where the text has no request.
   */
  readonly request: string | undefined;
}

const CURL = /^[\s$>#%]*(?:[\w.~/\\:-]*[/\\])?curl(?:\.exe)?\s/u;
const ADDRESS = /https?:\/\/[^\s"'<>\\]+/u;
/** `status: 403`, `"status": 403`, `403 Forbidden`, `→ 403`, `HTTP Error 403`, `403 Client Error`. */
const LOOSE_STATUS =
  /\bstatus(?:[ _-]?code)?\b["']?\s*[:=]?\s*(\d{3})\b|^\s*(\d{3})(?:\s+[A-Z][A-Za-z -]+)?\s*$|(?:→|->|returned|got|error)\s+(\d{3})\b|\bHTTP(?:\s+error)?\s+(\d{3})\b|\b(\d{3})\s+(?:client|server)\s+error\b/imu;

/** What a terminal colours with, and what a CI log begins each of its lines with. */
const COLOURS = /\p{Cc}\[[\d;]*m/gu;
const LINE_TIME =
  /^\uFEFF?(?:\[?\d{4}-\d\d-\d\d[T ][\d:.,]+(?:Z|[+-]\d\d:?\d\d)?\]?|\[\d\d:\d\d:\d\d(?:\.\d+)?\])[ \t]?/gmu;
/** Places where JSON may begin that are tried. */
const MOST_BEGINNINGS = 200;

/**
 * Takes the text apart: the last answer in it with its headers and body, and the request where there is one. Reads what a
 * terminal, a CI log, a browser's network view (HAR, "Copy as fetch") or a program's error shows.
 */
export function readPastedText(pasted: string): PastedText {
  const text = pasted.replaceAll(COLOURS, '').replaceAll(LINE_TIME, '');
  const { request, response } = readHar(text) ?? readHttpMessage(text);
  const command = request ? undefined : (commandIn(text) ?? callIn(text));
  const address = ADDRESS.exec(text)?.[0];
  const asked = request ? requestText(request) : (command?.text ?? (address && `GET ${address}`));
  if (response) {
    const { status, body } = response;
    return { status, headers: headersOf(response.headers), body, request: asked };
  }
  // What was asked may well have a number or braces of its own.
  const rest = command?.rest ?? (request ? request.body : text);
  const found = LOOSE_STATUS.exec(rest);
  const status = found ? Number(found.slice(1).find((group) => group !== undefined)) : undefined;
  return { status, headers: {}, body: bodyIn(rest), request: asked };
}

function requestText({ method, target, headers, body }: ReadRequest): string {
  const lines = [`${method} ${target}`, ...headers.map(({ name, value }) => `${name}: ${value}`)];
  return [...lines, ...(headers.length > 0 && body !== '' ? ['', body] : [])].join('\n');
}

/** The first call of `fetch`, and the text without it. */
function callIn(text: string): { readonly text: string; readonly rest: string } | undefined {
  const call = readFetch(text);
  return call && { text: requestText(call.request), rest: call.rest };
}

/** Several challenges come as several headers of one name. */
function headersOf(headers: readonly { readonly name: string; readonly value: string }[]): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const { name, value } of headers) {
    const lower = name.toLowerCase();
    joined[lower] = lower in joined ? `${joined[lower]}, ${value}` : value;
  }
  return joined;
}

/** The first curl command, and the text without it. */
function commandIn(text: string): { readonly text: string; readonly rest: string } | undefined {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const first = lines.findIndex((line) => CURL.test(line));
  if (first < 0) return undefined;
  let end = first + 1;
  // A command goes on after a line that ends in a mark for that, and within quotes.
  while (end < lines.length && isOpen(lines.slice(first, end))) end += 1;
  const command = lines.slice(first, end).join('\n');
  return {
    text: command.replace(/^[\s$>#%]*/u, ''),
    rest: [...lines.slice(0, first), ...lines.slice(end)].join('\n'),
  };
}

function isOpen(lines: readonly string[]): boolean {
  return /[\\^`]\s*$/u.test(lines.at(-1) ?? '') || hasOpenQuote(lines.join('\n'));
}

function hasOpenQuote(text: string): boolean {
  let quote = '';
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? '';
    if (letter === '\\' && quote !== "'") index += 1;
    else if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
    else if (letter === quote) quote = '';
  }
  return quote !== '';
}

/** The longest JSON in a text without a status line; what stands in braces where none is; or the whole text. */
function bodyIn(text: string): string {
  const starts = [...text.matchAll(/[{[]/gu)].slice(0, MOST_BEGINNINGS).map(({ index }) => index);
  let longest = '';
  let end = 0;
  for (const start of starts) {
    // What stands within JSON that was read is a part of it.
    if (start < end) continue;
    const part = text.slice(start, endOfBraces(text, start));
    if (!isJson(part)) continue;
    end = start + part.length;
    if (part.length > longest.length) longest = part;
  }
  if (longest.length > '[]'.length) return longest;
  const start = text.search(/[{[]/u);
  const last = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  return start >= 0 && last > start ? text.slice(start, last + 1) : text.trim();
}
