/** Requests as commands for bash and other POSIX shells. */
import { type Result, failure, success } from '../base/result.ts';
import type { CredentialPlace, NameValue, PlainRequest, RequestDescription } from './requestDescription.ts';
import { curlHeader, curlMethod, curlUrl, unpassable } from './commandWords.ts';

const CONTINUED = ' \\\n  ';
/** Linux takes 131,072 bytes for one word of a command; what the shell does by itself has no such limit. */
const LONGEST_WORD = 100_000;

/**
 * A curl command for a POSIX shell; two of them for a service that exchanges its key for a token.
 * @returns a failure for what no command can hold: NUL, and headers beyond ASCII.
 */
export function writeCurlForBash(request: RequestDescription): Result<string> {
  const { exchange } = request;
  const problem = unpassable(request) ?? (exchange && unpassable(exchange));
  if (problem !== undefined) return failure(problem);
  const { before, words } = curlWords(request, '');
  const own = before + words.join(CONTINUED);
  if (!exchange) return success(own);
  const field = exchange.tokenField.split('.').at(-1) ?? '';
  const obtain = curlWords(exchange, '-sS ');
  const pick = `sed -n ${quoted(`s/.*"${pattern(field)}" *: *"\\([^"]*\\)".*/\\1/p`)}`;
  const command = [...obtain.words, `| ${pick})`].join(CONTINUED);
  return success(`${request.credential.variable}=$(${obtain.before}${command}\n${own}`);
}

function curlWords(
  { method, url, credential, headers, body }: PlainRequest,
  options: string,
): { before: string; words: string[] } {
  const option = curlMethod(method, body);
  const isLong = body !== undefined && body.length > LONGEST_WORD / 3;
  return {
    // `printf` is a part of the shell, so no word of a command is that long.
    before: isLong ? `printf %s ${quoted(body)} | ` : '',
    words: [
      `curl ${options}${option === '' ? '' : `${option} `}${curlUrl(url).map(quotedIfNeeded).join(' ')}`,
      `-H ${credentialWord(credential)}`,
      ...headers.map((header) => `-H ${quoted(curlHeader(header))}`),
      ...(body === undefined ? [] : [isLong ? '--data-binary @-' : `--data-raw ${quoted(body)}`]),
    ],
  };
}

/**
 * An HTTPie command for a POSIX shell, after a curl command that obtains the token where one is needed.
 * @returns a failure for what no command can hold, and for headers that HTTPie would read otherwise.
 */
export function writeHttpie(request: RequestDescription): Result<string> {
  const { exchange } = request;
  const problem = unpassable(request) ?? (exchange && unpassable(exchange));
  if (problem !== undefined) return failure(problem);
  const header = request.headers.find(({ value }) => /\\[=:@;]/u.test(value));
  if (header) {
    return failure(`HTTPie drops the backslash in the header ${header.name}. Copy the request as cURL instead.`);
  }
  const { before, words } = httpieWords(request, '');
  const own = before + words.join(CONTINUED);
  if (!exchange) return success(own);
  const obtain = httpieWords(exchange, '--body ');
  const field = exchange.tokenField.split('.').at(-1) ?? '';
  const pick = `sed -n ${quoted(`s/.*"${pattern(field)}" *: *"\\([^"]*\\)".*/\\1/p`)}`;
  const command = [...obtain.words, `| ${pick})`].join(CONTINUED);
  return success(`${request.credential.variable}=$(${obtain.before}${command}\n${own}`);
}

function httpieWords(
  { method, url, credential, headers, body }: PlainRequest,
  options: string,
): { before: string; words: string[] } {
  const isLong = body !== undefined && body.length > LONGEST_WORD / 3;
  return {
    before: isLong ? `printf %s ${quoted(body)} | ` : '',
    words: [
      // Without the option HTTPie waits for a body where the input is no terminal.
      `http ${isLong ? '' : '--ignore-stdin '}${options}${method} ${quoted(url)}`,
      credentialWord(credential),
      ...headers.map((header) => quoted(httpieHeader(header))),
      ...(body === undefined || isLong ? [] : [`--raw ${quoted(body)}`]),
    ],
  };
}

/** The space keeps a value that begins with `=` from making `:=`, which is a field of JSON to HTTPie. */
function httpieHeader({ name, value }: NameValue): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

/** Double quotes, so that the shell fills in the variable; where something in them is special to it, both kinds. */
function credentialWord({ header, prefix, variable }: CredentialPlace): string {
  const before = `${header}: ${prefix}`;
  return /^[\w :.,/-]*$/u.test(before) ? `"${before}$${variable}"` : `${quoted(before)}"$${variable}"`;
}

function quotedIfNeeded(word: string): string {
  return /^-[\w-]+$/u.test(word) ? word : quoted(word);
}

/** Quotes a text for a POSIX shell, in which nothing is special between single quotes but the single quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A text as a basic regular expression that means just it. */
function pattern(text: string): string {
  return text.replaceAll(/[.*[\]^$\\/]/gu, '\\$&');
}
