/** Reads an answer out of text that was copied from somewhere: a terminal, a CI log, a browser's tools. */

export interface PastedText {
  /** Undefined where the text names none. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** `GET /uptime/monitors`, or with an address in place of the path; undefined where the text has no request. */
  readonly request: string | undefined;
}

const STATUS_LINE = /^HTTP\/[\d.]+\s+(\d{3})\b/iu;
const REQUEST_LINE = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(\S+)(?:\s+HTTP\/[\d.]+)?$/u;
const HEADER_LINE = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/u;
const CURL_METHOD = /(?:^|\s)(?:-X|--request)[\s=]*["']?([A-Z]+)/u;
const ADDRESS = /https?:\/\/[^\s"'<>\\]+/u;
/** `status: 403`, `"status": 403`, `403 Forbidden`, `→ 403`. */
const LOOSE_STATUS =
  /\bstatus(?:[ _-]?code)?\b["']?\s*[:=]?\s*(\d{3})\b|^\s*(\d{3})(?:\s+[A-Z][A-Za-z -]+)?\s*$|(?:→|->|returned|got|error)\s+(\d{3})\b/imu;

/**
 * Takes the text apart: the last answer in it with its headers and body, and the request where there is one. Marks that
 * `curl -v` puts before each line are taken off.
 */
export function readPastedText(text: string): PastedText {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const request = requestIn(lines, text);
  const plain = lines.map((line) => line.replace(/^[<>*] ?/u, ''));
  const start = plain.findLastIndex((line) => STATUS_LINE.test(line));
  if (start < 0) {
    const found = LOOSE_STATUS.exec(text);
    const status = found ? Number(found[1] ?? found[2] ?? found[3]) : undefined;
    return { status, headers: {}, body: bodyIn(text), request };
  }
  const status = Number(STATUS_LINE.exec(plain[start] ?? '')?.[1]);
  const headers: Record<string, string> = {};
  let line = start + 1;
  for (; line < plain.length; line += 1) {
    const header = HEADER_LINE.exec(plain[line] ?? '');
    if (!header) break;
    headers[(header[1] ?? '').toLowerCase()] = header[2] ?? '';
  }
  const body = plain.slice(line).join('\n').trim();
  return { status, headers, body, request };
}

function requestIn(lines: readonly string[], text: string): string | undefined {
  for (const line of lines) {
    const match = REQUEST_LINE.exec(line.replace(/^> ?/u, '').trim());
    if (match) return `${match[1]} ${match[2]}`;
  }
  const address = ADDRESS.exec(text)?.[0];
  if (!/\bcurl\b/u.test(text) || address === undefined) return address === undefined ? undefined : `GET ${address}`;
  const method = CURL_METHOD.exec(text)?.[1] ?? (/\s(?:-d|--data\S*)\s/u.test(text) ? 'POST' : 'GET');
  return `${method} ${address}`;
}

/** The JSON in a text without a status line; the whole text where there is none. */
function bodyIn(text: string): string {
  const start = text.search(/[{[]/u);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  return start >= 0 && end > start ? text.slice(start, end + 1) : text.trim();
}
