import type { HttpFileRequest } from './httpFileRequest.ts';
import {
  ADDRESS_LINE,
  COMMENT,
  FILE_BODY,
  HEADER_LINE,
  QUERY_LINE,
  REQUEST_LINE,
  RESPONSE_LINE,
  SEPARATOR,
  TOLD,
  VARIABLE_LINE,
  endOfScript,
} from './httpFileSyntax.ts';
import { variablesOf, withVariables } from './httpFileVariables.ts';
import type { NameValue } from './requestDescription.ts';

/** Something in a file that Bearings does not do, or cannot. */
export interface HttpFileProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
  /** The line at which the request begins that it concerns; undefined where none could be read. */
  readonly request: number | undefined;
}

export interface HttpFile {
  /** In the order of the file. A request that cannot be read whole is not among them, but among the problems. */
  readonly requests: readonly HttpFileRequest[];
  readonly problems: readonly HttpFileProblem[];
}

/** The lines of a file between two separators. */
interface Part {
  readonly title: string;
  /** The number of its first line, from 1. */
  readonly first: number;
  readonly lines: readonly string[];
}

/** What others tell their programs in comments, and what need not be told to anybody. */
const UNTOLD = new Set(['name', 'bearings', 'ref', 'title', 'description', 'note']);
/** Characters that a text with variables in it may come to: a few lines of them could fill the memory. */
const LONGEST_TEXT = 10_000_000;

/**
 * Reads the requests of a `.http` file. Variables of the file are put in; others, such as `{{$processEnv NAME}}`, stay as
 * they are written. Never throws; what is not understood is told with its line.
 */
export function readHttpFile(text: string): HttpFile {
  const problems: HttpFileProblem[] = [];
  const parts = partsOf(text.replace(/^\uFEFF/u, ''));
  const variables = variablesOf(parts.map(({ lines }) => lines));
  const requests = parts.flatMap((part) => {
    const { request, told } = new PartReader(part, variables).whole();
    problems.push(...told.map((problem) => ({ ...problem, request: request?.line })));
    return request ?? [];
  });
  return { requests, problems: problems.toSorted((one, other) => one.line - other.line) };
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let [title, first, lines]: [string, number, string[]] = ['', 1, []];
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const separator = SEPARATOR.exec(line);
    if (separator) {
      parts.push({ title, first, lines });
      [title, first, lines] = [separator[1]?.trim() ?? '', index + 2, []];
    } else lines.push(line);
  }
  return [...parts, { title, first, lines }];
}

class PartReader {
  readonly #part: Part;
  readonly #variables: ReadonlyMap<string, string>;
  readonly #told: Omit<HttpFileProblem, 'request'>[] = [];
  #index = 0;
  #name: string | undefined;
  #hints: Record<string, string> = {};

  constructor(part: Part, variables: ReadonlyMap<string, string>) {
    this.#part = part;
    this.#variables = variables;
  }

  /** The request of the part, and what is to be told of it. */
  whole(): {
    readonly request: HttpFileRequest | undefined;
    readonly told: readonly Omit<HttpFileProblem, 'request'>[];
  } {
    const request = this.#read();
    return { request, told: this.#told };
  }

  #read(): HttpFileRequest | undefined {
    const { lines, first, title } = this.#part;
    do this.#skip((line) => line.trim() === '' || VARIABLE_LINE.test(line));
    while (this.#skipScript());
    if (this.#index >= lines.length) return undefined;
    const start = this.#index;
    const line = lines[start] ?? '';
    const found = REQUEST_LINE.exec(line) ?? ['', 'GET', ADDRESS_LINE.exec(line)?.[1]];
    const [, method = '', address] = found;
    if (address === undefined) {
      if (!RESPONSE_LINE.test(line)) this.#tell(start, notARequest(line));
      return undefined;
    }
    this.#index += 1;
    const url = address + this.#query();
    const headers = this.#headers();
    const bodyStart = this.#index;
    const text = this.#body();
    if (text === undefined) return undefined;
    const body = isForm(headers) ? text.replaceAll('\n&', '&') : text;
    if (isGraphQl(headers, body)) this.#tell(bodyStart + 1, GRAPHQL);
    const lastLine = lines.findLastIndex((own, index) => index >= start && own.trim() !== '' && !COMMENT.test(own));
    return {
      name: this.#name ?? (title === '' ? undefined : title),
      line: first + start,
      endLine: first + lastLine,
      method: method.toUpperCase(),
      url: this.#resolved(url, start),
      headers: headers.map(({ name, value }) => ({ name, value: this.#resolved(value, start) })),
      body: body === '' ? undefined : this.#resolved(body, start),
      hints: this.#hints,
    };
  }

  #tell(index: number, message: string): void {
    this.#told.push({ line: this.#part.first + index, message });
  }

  /** Goes on behind a script; false where none begins here. */
  #skipScript(): boolean {
    const end = endOfScript(this.#part.lines, this.#index);
    if (end === undefined) return false;
    this.#tell(this.#index, 'A script begins here, which Bearings does not run.');
    this.#index = end + 1;
    return true;
  }

  /** Goes on behind comments and whatever else does not count. */
  #skip(isSkipped: (line: string) => boolean): void {
    const { lines } = this.#part;
    for (; this.#index < lines.length; this.#index += 1) {
      const line = lines[this.#index] ?? '';
      if (COMMENT.test(line)) this.#comment(line);
      else if (!isSkipped(line)) return;
    }
  }

  #comment(line: string): void {
    const [, told, text = ''] = TOLD.exec(COMMENT.exec(line)?.[1] ?? '') ?? [];
    if (told === undefined) return;
    if (told === 'name') this.#name = text.trim() === '' ? undefined : text.trim();
    else if (told === 'bearings') this.#hints = { ...this.#hints, ...hintsOf(text) };
    // A comment may show how to write a variable.
    else if (!UNTOLD.has(told) && !VARIABLE_LINE.test(`@${told}${text}`)) {
      this.#tell(this.#index, `Bearings does not know @${told.slice(0, 40)} and goes on without it.`);
    }
  }

  #query(): string {
    const { lines } = this.#part;
    let query = '';
    for (;;) {
      this.#skip(() => false);
      const [, more] = QUERY_LINE.exec(lines[this.#index] ?? '') ?? [];
      if (more === undefined) return query;
      query += more;
      this.#index += 1;
    }
  }

  #headers(): NameValue[] {
    const { lines } = this.#part;
    const headers: NameValue[] = [];
    for (; this.#index < lines.length; this.#index += 1) {
      const line = lines[this.#index] ?? '';
      if (line.trim() === '') break;
      if (COMMENT.test(line)) {
        this.#comment(line);
        continue;
      }
      const [, name, value = ''] = HEADER_LINE.exec(line) ?? [];
      if (name === undefined)
        this.#tell(this.#index, 'This line is no header, and is left out. A header is written Name: value.');
      else headers.push({ name, value });
    }
    return headers;
  }

  /** Empty for none; undefined for one that Bearings cannot send. */
  #body(): string | undefined {
    const { lines } = this.#part;
    const kept: string[] = [];
    let comment: number | undefined;
    let isTold = false;
    for (this.#index += 1; this.#index < lines.length; this.#index += 1) {
      const line = lines[this.#index] ?? '';
      if (COMMENT.test(line)) {
        this.#comment(line);
        if (!TOLD.test(COMMENT.exec(line)?.[1] ?? '')) comment ??= this.#index;
      } else if (this.#skipScript()) {
        this.#index -= 1;
      } else if (FILE_BODY.test(line)) {
        this.#tell(this.#index, 'The body is taken from a file, which Bearings does not read. Put its text here.');
        return undefined;
      } else if (RESPONSE_LINE.test(line)) {
        this.#tell(this.#index, 'From here on it is an answer, which is left out.');
        break;
      } else if (/^\s*(?:>|\?\?|<>)/u.test(line)) {
        this.#tell(this.#index, 'This line is for another program, and is left out.');
      } else {
        if (VARIABLE_LINE.test(line)) {
          this.#tell(this.#index, 'A variable belongs before the request. Here it is a part of the body.');
        }
        // One tells of all.
        if (comment !== undefined && !isTold && line.trim() !== '') {
          this.#tell(comment, 'A comment in the body is left out.');
          isTold = true;
        }
        kept.push(line);
      }
    }
    const end = kept.findLastIndex((line) => line.trim() !== '') + 1;
    const start = kept.findIndex((line) => line.trim() !== '');
    return kept.slice(Math.max(start, 0), end).join('\n');
  }

  /** The text with the variables of the file in it. */
  #resolved(text: string, index: number): string {
    const resolved = withVariables(text, this.#variables, LONGEST_TEXT);
    if (resolved !== undefined) return resolved;
    this.#tell(index, 'With its variables this is too long, and they stay as they are written.');
    return text;
  }
}

const GRAPHQL = `This is GraphQL, which others put into JSON. Bearings sends it as it stands: write {"query": "…"} instead.`;

const GRAPHQL_START = /^(?:query|mutation|subscription)\b\s*\w*\s*(?:\([^)]*\)\s*)?(?:@\w+\s*)*\{/u;

function isGraphQl(headers: readonly NameValue[], body: string): boolean {
  return headers.some(({ name }) => /^x-request-type$/iu.test(name)) || GRAPHQL_START.test(body);
}

/** The lines of a form that begin with & go on with the one before. */
function isForm(headers: readonly NameValue[]): boolean {
  return headers.some(
    ({ name, value }) => /^content-type$/iu.test(name) && /^application\/x-www-form-urlencoded\b/iu.test(value),
  );
}

function notARequest(line: string): string {
  const [, method] = /^\s*([A-Z]{2,12})\s+(?:\w+:\/\/|\/|\{\{)/u.exec(line) ?? [];
  if (method !== undefined) return `Bearings does not send ${method} requests.`;
  if (/^\s*curl\s/u.test(line)) return 'This is a cURL command. Write it as a request: GET https://….';
  return 'This is no request. It begins with a method and an address, as in GET https://….';
}

/** `service=phare project=7`, with what is special in a value written as in an address. */
function hintsOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w-]+)=(\S*)/gu)].map(([, name = '', value = '']) => [name, decoded(value)]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
