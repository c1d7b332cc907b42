/**
 * Requests as curl commands for the shells of Windows. Each word is quoted twice: as the program takes its command line
 * apart (Microsoft's C runtime), and as the shell reads its line.
 */
import { type Result, failure, success } from '../base/result.ts';
import { curlHeader, curlMethod, curlUrl, unpassable } from './commandWords.ts';
import type { CredentialPlace, PlainRequest, RequestDescription } from './requestDescription.ts';

/** Windows takes 32,767 characters for a whole command line, and cmd 8,191. */
const LONGEST_COMMAND = 32_000;
const LONGEST_CMD_LINE = 8_000;

/**
 * A curl command for PowerShell on Windows, 5.1 or later; two of them for a service that exchanges its key for a token.
 *
 * Until 7.3 PowerShell handed words on without escaping the double quotes in them, and later versions do so when told:
 * where there are such words, the command tells it, so that one text works in all of them.
 */
export function writeCurlForPowerShell(request: RequestDescription): Result<string> {
  const { exchange } = request;
  const problem = unpassable(request) ?? (exchange && unpassable(exchange));
  if (problem !== undefined) return failure(problem);
  const commands: string[] = [];
  if (exchange) {
    const path = exchange.tokenField.split('.').map((name) => `.${powerShellText(name)}`);
    const words = powerShellWords(exchange, `$Env:${exchange.credential.variable}`, '-sS ');
    commands.push(`$${request.credential.variable} = (${words} | ConvertFrom-Json)${path.join('')}`);
  }
  const variable = exchange ? `$${request.credential.variable}` : `$Env:${request.credential.variable}`;
  commands.push(powerShellWords(request, variable, ''));
  if (commands.some((command) => command.length > LONGEST_COMMAND)) return tooLong('PowerShell on Windows');
  const text = commands.join('\n');
  const words = exchange ? [...wordsOf(request), ...wordsOf(exchange)] : wordsOf(request);
  if (words.every(isPlain)) return success(text);
  return success(`& {\n$PSNativeCommandArgumentPassing = 'Legacy'\n${text}\n}`);
}

function wordsOf({ url, headers, body }: PlainRequest): readonly string[] {
  return [...curlUrl(url), ...headers.map(curlHeader), ...(body === undefined ? [] : [body])];
}

function powerShellWords(request: PlainRequest, variable: string, options: string): string {
  const { method, url, headers, body, credential } = request;
  const option = curlMethod(method, body);
  return [
    `curl.exe ${options}${option === '' ? '' : `${option} `}${curlUrl(url).map(powerShellWord).join(' ')}`,
    `-H ${powerShellCredential(credential, variable)}`,
    ...headers.map((header) => `-H ${powerShellWord(curlHeader(header))}`),
    ...(body === undefined ? [] : [`--data-raw ${powerShellWord(body)}`]),
  ].join(' `\n  ');
}

function powerShellCredential({ header, prefix }: CredentialPlace, variable: string): string {
  const before = `${header}: ${prefix}`;
  const reference = `\${${variable.slice(1)}}`;
  return /^[\w :.,/-]*$/u.test(before) ? `"${before}${reference}"` : `(${powerShellText(before)} + "${reference}")`;
}

/** A word that PowerShell hands on as it is, or in quotes of its own where there is white space in it. */
function isPlain(word: string): boolean {
  return word !== '' && !word.includes('"') && !word.endsWith('\\');
}

function powerShellWord(word: string): string {
  if (/^-[\w-]+$/u.test(word)) return word;
  return powerShellText(isPlain(word) ? word : runtimeWord(word));
}

/** Between single quotes nothing is special but the quotes, and to PowerShell the typographic ones are quotes too. */
function powerShellText(text: string): string {
  return `'${text.replaceAll(/['\u2018-\u201B]/gu, '$&$&')}'`;
}

/**
 * A curl command for the prompt of cmd. Not for a batch file, which reads `%` otherwise.
 * @returns a failure for what the prompt cannot hold: line breaks outside of JSON, long bodies, an exchange of tokens.
 */
export function writeCurlForCmd(request: RequestDescription): Result<string> {
  const problem = unpassable(request);
  if (problem !== undefined) return failure(problem);
  if (request.exchange) {
    return failure(
      'This service exchanges its key for a token first, which the command prompt cannot take from an answer. Copy the request for PowerShell instead.',
    );
  }
  const { method, url, headers, credential } = request;
  const body = request.body === undefined ? undefined : onOneLine(request.body);
  if (body !== undefined && /[\r\n]/u.test(body)) {
    return failure(
      'The body has line breaks, which the command prompt cannot pass. Copy the request for PowerShell instead.',
    );
  }
  if (!/^[\w :.,/-]*$/u.test(credential.header + credential.prefix)) {
    return failure(
      `The command prompt cannot pass the header ${credential.header}. Copy the request for PowerShell instead.`,
    );
  }
  const option = curlMethod(method, body);
  const text = [
    // First, because a % before it would make a pair with the variable's.
    `curl ${option === '' ? '' : `${option} `}-H "${credential.header}: ${credential.prefix}%${credential.variable}%"`,
    curlUrl(url).map(cmdWord).join(' '),
    ...headers.map((header) => `-H ${cmdWord(curlHeader(header))}`),
    ...(body === undefined ? [] : [`--data-raw ${cmdWord(body)}`]),
  ].join(' ^\n  ');
  return text.length > LONGEST_CMD_LINE ? tooLong('The command prompt') : success(text);
}

/** Line breaks in JSON mean nothing: within its texts there are none. */
function onOneLine(body: string): string {
  try {
    JSON.parse(body);
  } catch {
    return body;
  }
  return body.replaceAll(/[\r\n]+/gu, ' ');
}

/**
 * A word at the prompt: in double quotes where these suffice; else with a caret before each character that may be
 * special, the quotes too, so that cmd takes none of them for its own. With the caret before its second `%` the name of
 * a variable is one that there is not, and the prompt leaves those as they are.
 */
function cmdWord(word: string): string {
  if (/^-[\w-]+$/u.test(word)) return word;
  const forRuntime = runtimeWord(word);
  if (!/["%!]/u.test(word)) return forRuntime;
  return forRuntime.replaceAll(/[^\w\s]/gu, '^$&');
}

/**
 * A word in double quotes for the C runtime: `\"` is a quote, and backslashes count as such only before one.
 * https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
function runtimeWord(word: string): string {
  return `"${word.replaceAll(/(\\*)"/gu, '$1$1\\"').replace(/(\\+)$/u, '$1$1')}"`;
}

function tooLong(shell: string): Result<never> {
  return failure(`${shell} takes no command that long. Copy the request as JavaScript or Python instead.`);
}
