/**
 * What `.http` files are made of, as far as REST Client and httpYac agree.
 * https://github.com/Huachao/vscode-restclient#usage, https://httpyac.github.io/guide/
 */

/** A line that ends a request and names the next. */
export const SEPARATOR = /^#{3,}(.*)$/u;
export const COMMENT = /^\s*(?:#|\/\/)(.*)$/u;
/** `@name value` in a comment: told to the program that runs the file. */
export const TOLD = /^\s*@([\w-]+)(?:[ \t]*=)?(.*)$/u;
export const VARIABLE_LINE = /^\s*@([^\s=:]+)\s*:?=\s*(.*?)\s*$/u;
export const VARIABLE = /\{\{(.+?)\}\}/gu;
/** Methods that both know. */
export const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const;
export const REQUEST_LINE = new RegExp(`^\\s*(${METHODS.join('|')})\\s+(\\S.*?)(?:\\s+HTTP/[\\d.]+)?\\s*$`, 'iu');
export const ADDRESS_LINE = /^\s*((?:https?:\/\/|\/|\{\{).*?)(?:\s+HTTP\/[\d.]+)?\s*$/iu;
export const QUERY_LINE = /^\s*([?&].*?)(?:\s+HTTP\/[\d.]+)?\s*$/u;
export const HEADER_LINE = /^\s*([\w!$%'*+.^`|~-][\w!#$%&'*+.^`|~-]*)\s*:\s*(.*?)\s*$/u;
/** A body that is taken from a file. */
export const FILE_BODY = /^<(?:@\w*)?\s+\S/u;
/** The first line of a script, and what its last one looks like: those of httpYac, and those of JetBrains. */
const SCRIPTS = [
  { begins: /^\s*\{\{(?!.*\}\})/u, ends: /^\s*\}\}\s*$/u },
  { begins: /^\s*[<>]\s*\{%/u, ends: /%\}\s*$/u },
] as const;
/** The beginning of an answer that someone pasted below the request. */
export const RESPONSE_LINE = /^\s*HTTP\/[\d.]+/u;

/**
 * Why a line cannot stand in a body that is not JSON: one of the two programs, or a version of it, would take it for
 * something else, and there is no way to write it that both know. Undefined where it can.
 */
export function lineProblem(line: string): string | undefined {
  if (/\{\{/u.test(line)) return 'holds {{, which begins a variable';
  if (/^\s*(?:#|\/\/)/u.test(line)) return 'begins like a comment';
  if (/^\s*@/u.test(line)) return 'begins like a variable of the file';
  if (/^\s*(?:[>?&]|```)/u.test(line)) return 'begins like an instruction of the file';
  if (/^\s*<(?:[\s@>{]|$)/u.test(line)) return 'begins like a file to send';
  if (RESPONSE_LINE.test(line)) return 'begins like an answer';
  if (/^\s*(?:query|mutation|subscription|fragment|gql)\b/iu.test(line)) return 'begins like GraphQL';
  if (new RegExp(`^\\s*(?:${METHODS.join('|')}|CONNECT|TRACE|[A-Z-]{3,}\\s)`, 'iu').test(line)) {
    return 'begins like another request';
  }
  return /(?![\t\n\x7f-\x9f])\p{Cc}/u.test(line) ? 'holds a character that cannot stand in a text file' : undefined;
}

/** The place of the last line of the script that begins at a line; undefined where none begins there. */
export function endOfScript(lines: readonly string[], start: number): number | undefined {
  const script = SCRIPTS.find(({ begins }) => begins.test(lines[start] ?? ''));
  if (!script) return undefined;
  const end = lines.findIndex((line, index) => index >= start && script.ends.test(line));
  return end === -1 ? lines.length - 1 : end;
}
