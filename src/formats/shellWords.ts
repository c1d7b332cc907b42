/**
 * Takes a text apart into commands and their words, as the shell would in which it was copied. Variables stay as they
 * are written: what they hold is not known here.
 */
import { type Command, readCmdLine } from './cmdWords.ts';

export type Shell = 'posix' | 'powershell' | 'cmd';

/**
 * Tells which shell a command was written for: by the end of the line on which curl stands, where the command goes on
 * behind that, else by the quotes.
 */
export function guessShell(text: string): Shell {
  if (/\bcurl\.exe\b/iu.test(text)) return 'powershell';
  const first = /^.*\bcurl\b.*$/mu.exec(text)?.[0].trimEnd() ?? '';
  if (first.endsWith('^')) return 'cmd';
  if (first.endsWith('`')) return 'powershell';
  if (first.endsWith('\\')) return 'posix';
  if (/\$Env:/iu.test(first)) return 'powershell';
  return /\s\^"/u.test(first) ? 'cmd' : 'posix';
}

/** Never throws: a quote that is not closed ends with the text. */
export function readCommands(text: string, shell: Shell): readonly Command[] {
  if (shell === 'cmd') return readCmdLine(text);
  const reader = shell === 'posix' ? posix : powerShell;
  const commands: Command[] = [];
  let words: string[] = [];
  let word: string | undefined;
  let pipedFrom: Command | undefined;
  let [line, start] = [1, 1];
  const endWord = () => {
    if (word === undefined) return;
    if (words.length === 0) start = line;
    words.push(word);
    word = undefined;
  };
  const endCommand = (pipes: boolean) => {
    endWord();
    const command = { words, pipedFrom, line: start, endLine: line };
    if (words.length > 0) commands.push(command);
    pipedFrom = pipes && words.length > 0 ? command : undefined;
    words = [];
  };
  for (let index = 0; index < text.length;) {
    const { value, length } = reader(text, index);
    const taken = text.slice(index, index + length);
    if (value !== undefined) {
      if (words.length === 0 && word === undefined) start = line;
      word = (word ?? '') + value;
    } else if (/^[ \t\r]/u.test(taken)) endWord();
    else if (taken === '|' || taken === '\n' || taken === ';' || taken === '&') endCommand(taken === '|');
    line += taken.split('\n').length - 1;
    index += length;
  }
  endCommand(false);
  return commands;
}

/** What stands at a place: a part of a word (`value`), or something between words. At least one character long. */
interface Piece {
  readonly value?: string;
  readonly length: number;
}

function posix(text: string, index: number): Piece {
  const character = text[index] ?? '';
  if (character === '\\') {
    const next = /^\\\r?\n/u.exec(text.slice(index, index + 3));
    return next ? { length: next[0].length } : { value: text[index + 1] ?? '', length: 2 };
  }
  if (character === "'") {
    const end = endOf(text, "'", index + 1);
    return { value: text.slice(index + 1, end), length: end + 1 - index };
  }
  if (text.startsWith("$'", index)) return ansiQuoted(text, index);
  if (character === '"') return posixDoubleQuoted(text, index);
  if (text.startsWith('$(', index)) return substitution(text, index);
  if (character === '#' && (index === 0 || /\s/u.test(text[index - 1] ?? ''))) {
    return { length: endOf(text, '\n', index) - index || 1 };
  }
  return /[\s|;&]/u.test(character) ? { length: 1 } : { value: character, length: 1 };
}

function posixDoubleQuoted(text: string, start: number): Piece {
  let value = '';
  let index = start + 1;
  while (index < text.length && text[index] !== '"') {
    if (text[index] === '\\' && /[\\"$`\n]/u.test(text[index + 1] ?? '')) {
      value += text[index + 1] === '\n' ? '' : (text[index + 1] ?? '');
      index += 2;
    } else {
      value += text[index] ?? '';
      index += 1;
    }
  }
  return { value, length: index + 1 - start };
}

const ANSI: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  e: '\x1B',
  f: '\f',
  v: '\v',
};

/** `$'…'`, in which bash knows escapes. Browsers copy requests that way. */
function ansiQuoted(text: string, start: number): Piece {
  const [whole = ''] = /\$'(?:[^'\\]|\\[\s\S])*'?/uy.exec(text.slice(start)) ?? [];
  const inner = whole.slice(2).replace(/(?<!\\)((?:\\\\)*)'$/u, '$1');
  const value = inner.replaceAll(
    /\\(?:u([\da-f]{1,4})|x([\da-f]{1,2})|([0-7]{1,3})|([\s\S]))/giu,
    (_, unicode: string | undefined, hex: string | undefined, octal: string | undefined, other: string = '') => {
      const code = unicode ?? hex;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return ANSI[other] ?? other;
    },
  );
  return { value, length: Math.max(whole.length, 2) };
}

/** `$(…)` stays as it is written. */
function substitution(text: string, start: number): Piece {
  let depth = 0;
  let index = start + 1;
  do {
    if (text[index] === '(') depth += 1;
    else if (text[index] === ')') depth -= 1;
    else if (text[index] === "'" || text[index] === '"') index += posix(text, index).length - 1;
    index += 1;
  } while (index < text.length && depth > 0);
  return { value: text.slice(start, index), length: index - start };
}

const BACKTICK: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '\0', a: '\x07', b: '\b', f: '\f' };

function powerShell(text: string, index: number): Piece {
  const character = text[index] ?? '';
  if (character === '`') {
    const next = /^`\r?\n/u.exec(text.slice(index, index + 3));
    if (next) return { length: next[0].length };
    const escaped = text[index + 1] ?? '';
    return { value: BACKTICK[escaped] ?? escaped, length: 2 };
  }
  if (/['\u2018-\u201B]/u.test(character)) {
    const [whole = character] =
      /['\u2018-\u201B](?:[^'\u2018-\u201B]|['\u2018-\u201B]{2})*['\u2018-\u201B]?/uy.exec(text.slice(index)) ?? [];
    const isClosed = whole.length > 1;
    const inner = whole.slice(1, isClosed && /['\u2018-\u201B]$/u.test(whole) ? -1 : undefined);
    return { value: nativeWord(inner.replaceAll(/(['\u2018-\u201B])['\u2018-\u201B]/gu, '$1')), length: whole.length };
  }
  if (character === '"') return powerShellDoubleQuoted(text, index);
  return /[\s|;&]/u.test(character) ? { length: 1 } : { value: character, length: 1 };
}

function powerShellDoubleQuoted(text: string, start: number): Piece {
  let value = '';
  let index = start + 1;
  for (; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '`') {
      index += 1;
      value += BACKTICK[text[index] ?? ''] ?? text[index] ?? '';
    } else if (character === '"' && text[index + 1] === '"') {
      index += 1;
      value += '"';
    } else if (character === '"') break;
    else value += character;
  }
  return { value: nativeWord(value), length: index + 1 - start };
}

/** Before 7.3 people had to escape quotes for the program too: `"{\"a\":1}"` between PowerShell's own quotes. */
function nativeWord(word: string): string {
  if (!word.includes('\\"')) return word;
  const inner = /^"[\s\S]*"$/u.test(word)
    ? word.slice(1, -1).replace(/(\\+)$/u, (all) => all.slice(all.length / 2))
    : word;
  return inner.replaceAll(/(\\*)\\"/gu, (_, slashes: string) => `${slashes.slice(slashes.length / 2)}"`);
}

/** Where a character comes next; the end of the text where it does not. */
function endOf(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found < 0 ? text.length : found;
}
