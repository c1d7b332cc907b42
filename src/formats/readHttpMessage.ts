import type { NameValue } from './requestDescription.ts';

export interface ReadRequest {
  readonly method: string;
  /** A path with its query, or a whole address. */
  readonly target: string;
  /** Of the header Host, where there is one. */
  readonly host: string | undefined;
  readonly headers: readonly NameValue[];
  readonly body: string;
}

export interface ReadResponse {
  readonly status: number;
  /** The words behind the status; may be empty. */
  readonly reason: string;
  readonly headers: readonly NameValue[];
  readonly body: string;
}

export interface ReadMessage {
  readonly request?: ReadRequest;
  readonly response?: ReadResponse;
}

const STATUS_LINE = /^HTTP\/\d(?:\.\d)?\s+(\d{3})(?:\s+(.*))?$/u;
const REQUEST_LINE = /^([A-Z]{3,10})\s+(\S+)(?:\s+HTTP\/\d(?:\.\d)?)?$/u;
const HEADER_LINE = /^([\w!#$%&'*+.^`|~-]+):[ \t]*(.*)$/u;
/** Lines that `curl -v` writes about itself, and those of its progress meter. */
const CURL_NOTE =
  /^(?:\* |\*$|[{}] \[\d+ bytes data\]|\s*% Total\s|\s+Dload\s+Upload|\s*\d+\s+\d+[\d.kMG]*\s+\d+\s+\d)/u;

/**
 * Reads HTTP as it stands in logs: a request, a response or both, plain or as `curl -v` prints them. The last response
 * counts, for the ones before it were redirects, a proxy's, or 100. Never throws; what is not there is left out.
 */
export function readHttpMessage(text: string): ReadMessage {
  const lines = text.replaceAll(/\r\n?/gu, '\n').split('\n');
  const isVerbose = lines.some((line) => /^(?:> [A-Z]+ \S+ HTTP\/|< HTTP\/)/u.test(line));
  return isVerbose ? readVerbose(lines) : readPlain(withoutIndent(lines));
}

function readVerbose(lines: readonly string[]): ReadMessage {
  const marked = (mark: string) =>
    lines.map((line) => (line === mark ? '' : line.startsWith(`${mark} `) ? line.slice(2) : undefined));
  const sent = marked('>');
  const received = marked('<');
  const requestStart = sent.findLastIndex((line) => line !== undefined && isRequestLine(line));
  const responseStart = received.findLastIndex((line) => line !== undefined && STATUS_LINE.test(line));
  const request = sent.slice(Math.max(requestStart, 0)).flatMap((line) => line ?? []);
  const head = received.slice(Math.max(responseStart, 0)).flatMap((line) => line ?? []);
  const afterHead = responseStart < 0 ? lines.length : received.findLastIndex((line) => line !== undefined) + 1;
  const body = lines.slice(afterHead).filter((line) => !CURL_NOTE.test(line) && !/^[<>](?: |$)/u.test(line));
  return {
    ...(requestStart >= 0 && { request: requestFrom(request) }),
    ...(responseStart >= 0 && { response: responseFrom([...head.filter((line) => line !== ''), '', ...body]) }),
  };
}

function readPlain(lines: readonly string[]): ReadMessage {
  const responseStart = lines.findLastIndex((line) => STATUS_LINE.test(line));
  const before = responseStart < 0 ? lines : lines.slice(0, responseStart);
  const requestStart = before.findLastIndex(isRequestLine);
  const firstStatus = before.findIndex((line, index) => index > requestStart && STATUS_LINE.test(line));
  return {
    ...(requestStart >= 0 && {
      request: requestFrom(before.slice(requestStart, firstStatus < 0 ? undefined : firstStatus)),
    }),
    ...(responseStart >= 0 && { response: responseFrom(lines.slice(responseStart)) }),
  };
}

/** `GET /users HTTP/1.1`. Without the version only with a path or an address, for prose begins with capitals too. */
function isRequestLine(line: string): boolean {
  const [, , target = ''] = REQUEST_LINE.exec(line) ?? [];
  return target !== '' && (/\sHTTP\/[\d.]+$/u.test(line) || /^(?:\/|https?:\/\/)/iu.test(target));
}

function requestFrom(lines: readonly string[]): ReadRequest {
  const [first = '', ...rest] = lines;
  const [, method = '', target = ''] = REQUEST_LINE.exec(first) ?? [];
  const { headers, body } = headAndBody(rest);
  return { method, target, host: headers.find(({ name }) => name.toLowerCase() === 'host')?.value, headers, body };
}

function responseFrom(lines: readonly string[]): ReadResponse {
  const [first = '', ...rest] = lines;
  const [, status = '', reason = ''] = STATUS_LINE.exec(first) ?? [];
  return { status: Number(status), reason: reason.trim(), ...headAndBody(rest) };
}

/** Headers end at the first line that is none; lines that begin with white space go on with the one before. */
function headAndBody(lines: readonly string[]): { headers: NameValue[]; body: string } {
  const headers: NameValue[] = [];
  let index = 0;
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [, name, value = ''] = HEADER_LINE.exec(line) ?? [];
    const last = headers.at(-1);
    if (name !== undefined) headers.push({ name, value: value.trim() });
    else if (last && /^[ \t]+\S/u.test(line)) headers.splice(-1, 1, { ...last, value: `${last.value} ${line.trim()}` });
    else break;
  }
  const body = lines.slice(index + (lines[index]?.trim() === '' ? 1 : 0));
  return { headers, body: body.join('\n').trim() };
}

/** Text copied out of a document stands further right, all of it alike. */
function withoutIndent(lines: readonly string[]): readonly string[] {
  const start = lines.find((line) => STATUS_LINE.test(line.trim()) || isRequestLine(line.trim())) ?? '';
  const [indent = ''] = /^[ \t]*/u.exec(start) ?? [];
  const clean = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  return clean.map((line) =>
    STATUS_LINE.test(line.trimEnd()) || isRequestLine(line.trimEnd()) ? line.trimEnd() : line,
  );
}
