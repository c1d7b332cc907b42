import { type Result, failure, success } from '../base/result.ts';
import { singleLine } from '../base/text.ts';
import { flags, ignoredWithValue, refusedOptions, shortOptions, telling } from './curlOptions.ts';
import type { HttpFileRequest } from './httpFileRequest.ts';
import type { NameValue } from './requestDescription.ts';
import type { Command } from './cmdWords.ts';
import { guessShell, readCommands } from './shellWords.ts';

interface Gathered {
  method: string | undefined;
  url: string | undefined;
  headers: NameValue[];
  removed: Set<string>;
  data: string[];
  isJson: boolean;
  isHead: boolean;
  isGet: boolean;
}

/**
 * Reads the last curl command of a text that was written for bash, cmd or PowerShell. Variables in it stay as they are
 * written, as `$PHARE_API_KEY`. What a file holds is not read.
 * @returns a failure, never an exception, for a text without curl and for what curl would send but Bearings cannot.
 */
export function readCurl(text: string): Result<HttpFileRequest> {
  const commands = readCommands(text, guessShell(text));
  const found = commands.map(wordsOfCurl).findLastIndex((words) => words !== undefined);
  const command = commands[found];
  const words = command && wordsOfCurl(command);
  if (!command || !words) return failure('There is no curl command in the text. It begins with curl.');
  const gathered = gather(words, command.pipedFrom);
  if (!gathered.ok) return gathered;
  const { url, data, isGet, isHead, method } = gathered.value;
  if (url === undefined) return failure('The curl command names no address.');
  const body = data.length === 0 ? undefined : data.join(gathered.value.isJson ? '' : '&');
  return success({
    name: undefined,
    line: command.line,
    endLine: command.endLine,
    method: method ?? (isHead ? 'HEAD' : isGet || body === undefined ? 'GET' : 'POST'),
    url: addressOf(url, isGet ? body : undefined),
    headers: headersOf(gathered.value),
    body: isGet ? undefined : body,
    hints: {},
  });
}

/** The words behind `curl`, where a command begins with that: after a prompt, settings of variables, `sudo`, `time`. */
function wordsOfCurl({ words }: Command): readonly string[] | undefined {
  const start = words.findIndex((word) => !/^(?:[$>%#]|PS.*>|sudo|time|command|[A-Za-z_]\w*=.*)$/su.test(word));
  return /(?:^|[\\/])curl(?:\.exe)?$/iu.test(words[start] ?? '') ? words.slice(start + 1) : undefined;
}

function gather(words: readonly string[], pipedFrom: Command | undefined): Result<Gathered> {
  const gathered: Gathered = {
    method: undefined,
    url: undefined,
    headers: [],
    removed: new Set(),
    data: [],
    isJson: false,
    isHead: false,
    isGet: false,
  };
  const queue = [...words];
  let at = 0;
  while (at < queue.length) {
    const word = queue[at] ?? '';
    at += 1;
    const [name, attached] = optionOf(word);
    if (name === undefined) {
      if (/^(?:\d?>{1,2}|<)/u.test(word)) {
        // Where the shell sends the output; the file's name may be a word of its own.
        if (/^(?:\d?>{1,2}|<)$/u.test(word)) at += 1;
        continue;
      }
      const problem = takeAddress(gathered, word);
      if (problem !== undefined) return failure(problem);
    } else if (telling.has(name) || ignoredWithValue.has(name)) {
      const value = attached ?? queue[at];
      if (attached === undefined) at += 1;
      if (value === undefined) return failure(`The option ${shown(word)} is the last word and has no value.`);
      const problem = telling.has(name) ? take(gathered, name, value, pipedFrom) : undefined;
      if (problem !== undefined) return failure(problem);
    } else {
      if (Object.hasOwn(refusedOptions, name)) return failure(refusedOptions[name] ?? '');
      if (name === 'get') gathered.isGet = true;
      else if (name === 'head') gathered.isHead = true;
      else if (!flags.test(name)) {
        return failure(`Bearings does not know the option ${shown(word)} of curl. Take it out of the command.`);
      }
      // `-sSL` is three options.
      if (attached !== undefined) {
        at -= 1;
        queue[at] = `-${attached}`;
      }
    }
  }
  return success(gathered);
}

/** The long name of an option, and what stands right behind a short one. Undefined for what is no option. */
function optionOf(word: string): [string | undefined, string | undefined] {
  if (word.startsWith('--') && word.length > 2) return [word.slice(2), undefined];
  if (!word.startsWith('-') || word === '-' || word === '--') return [undefined, undefined];
  const letter = word[1] ?? '';
  const rest = word.slice(2);
  return [Object.hasOwn(shortOptions, letter) ? shortOptions[letter] : word, rest === '' ? undefined : rest];
}

function takeAddress(gathered: Gathered, word: string): string | undefined {
  if (gathered.url !== undefined && gathered.url !== word) {
    return `The curl command names several addresses, as ${shown(gathered.url)} and ${shown(word)}. Paste one request.`;
  }
  gathered.url = word;
  return undefined;
}

/** Takes what an option says of the request. Returns what is wrong with it, if anything is. */
function take(gathered: Gathered, option: string, value: string, pipedFrom: Command | undefined): string | undefined {
  switch (option) {
    case 'request':
      gathered.method = value.toUpperCase();
      return undefined;
    case 'url':
      return takeAddress(gathered, value);
    case 'header':
      return takeHeader(gathered, value);
    case 'user':
      gathered.headers.push({ name: 'Authorization', value: `Basic ${base64(value)}` });
      return undefined;
    case 'oauth2-bearer':
      gathered.headers.push({ name: 'Authorization', value: `Bearer ${value}` });
      return undefined;
    case 'user-agent':
      gathered.headers.push({ name: 'User-Agent', value });
      return undefined;
    case 'referer':
      gathered.headers.push({ name: 'Referer', value });
      return undefined;
    case 'cookie':
      if (!value.includes('=')) return 'Its cookies are in a file (-b), which Bearings does not read.';
      gathered.headers.push({ name: 'Cookie', value });
      return undefined;
    default:
      return takeData(gathered, option, value, pipedFrom);
  }
}

function takeHeader(gathered: Gathered, text: string): string | undefined {
  if (text.startsWith('@')) return 'Its headers are in a file (-H @…), which Bearings does not read.';
  const [, name = '', separator = '', value = ''] = /^([^:;]*)([:;]?)([\s\S]*)$/u.exec(text) ?? [];
  if (name.trim() === '') return undefined;
  if (value.trim() !== '') gathered.headers.push({ name: name.trim(), value: value.trim() });
  else if (separator === ';') gathered.headers.push({ name: name.trim(), value: '' });
  else gathered.removed.add(name.trim().toLowerCase());
  return undefined;
}

function takeData(
  gathered: Gathered,
  option: string,
  value: string,
  pipedFrom: Command | undefined,
): string | undefined {
  if (option === 'data-urlencode') {
    const [, name = '', separator = '', content = ''] = /^([^=@]*)([=@]?)([\s\S]*)$/u.exec(value) ?? [];
    if (separator === '@') return 'Its body is in a file (--data-urlencode @…), which Bearings does not read.';
    const encoded = encode(separator === '' ? name : content);
    gathered.data.push(separator === '=' && name !== '' ? `${name}=${encoded}` : encoded);
    return undefined;
  }
  if (option === 'json') gathered.isJson = true;
  if (option === 'data-raw' || !value.startsWith('@')) {
    gathered.data.push(value);
    return undefined;
  }
  const { words = [] } = pipedFrom ?? {};
  if (value === '@-' && words.length === 3 && words[0] === 'printf' && words[1] === '%s') {
    gathered.data.push(words[2] ?? '');
    return undefined;
  }
  return value === '@-'
    ? 'Its body comes from another command, which Bearings does not run.'
    : `Its body is in the file ${shown(value.slice(1))}, which Bearings does not read. Paste the file's text in its place.`;
}

/** With the headers that curl adds for a body, for a request is read by them. */
function headersOf({ headers, removed, data, isJson, isGet }: Gathered): NameValue[] {
  const has = (name: string) => removed.has(name) || headers.some((header) => header.name.toLowerCase() === name);
  const added: NameValue[] = [];
  if (data.length > 0 && !isGet && !has('content-type')) {
    added.push({ name: 'Content-Type', value: isJson ? 'application/json' : 'application/x-www-form-urlencoded' });
  }
  if (isJson && !has('accept')) added.push({ name: 'Accept', value: 'application/json' });
  return [...headers, ...added];
}

/** As curl makes it: http where no scheme is named, and what `-G` adds to the query. */
function addressOf(url: string, query: string | undefined): string {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//iu.test(url) || /^[$%{]/u.test(url) ? url : `http://${url}`;
  if (query === undefined) return whole;
  const [before = '', fragment] = whole.split('#', 2);
  const joint = before.includes('?') ? '&' : '?';
  return `${before}${joint}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Everything but letters, digits and `-._~`, as curl does. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A word in a message: short, because it may hold a secret or anything else. */
function shown(word: string): string {
  return `"${singleLine(word, 40)}"`;
}
