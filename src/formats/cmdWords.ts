/** The rules of the Windows command prompt, and of the C runtime that takes a command line apart. */
export interface Command {
  readonly words: readonly string[];
  /** The command before it, whose output it reads. */
  readonly pipedFrom: Command | undefined;
  /** The lines on which it begins and ends, from 1. */
  readonly line: number;
  readonly endLine: number;
}

/** One command after the other, as cmd reads them: a caret makes the next character plain, outside of quotes. */
export function readCmdLine(text: string): readonly Command[] {
  const commands: Command[] = [];
  const normal = text.replaceAll('\r\n', '\n');
  let plain = '';
  let isQuoted = false;
  let [line, start] = [1, 1];
  const end = () => {
    const words = runtimeWords(plain);
    if (words.length > 0) commands.push({ words, pipedFrom: undefined, line: start, endLine: line });
    plain = '';
    isQuoted = false;
  };
  for (let index = 0; index < normal.length; index += 1) {
    const character = normal[index] ?? '';
    if (plain === '') start = line;
    if (character === '\n') {
      end();
    } else if (character === '^' && !isQuoted) {
      index += 1;
      const next = normal[index] ?? '';
      // A caret at the end of a line continues it; what begins the next line is plain, even a line break.
      if (next === '\n') {
        line += 1;
        if (normal[index + 1] === '\n') {
          plain += '\n';
          index += 1;
          line += 1;
        }
      } else plain += next;
      continue;
    } else if (!isQuoted && /[|&]/u.test(character)) {
      end();
    } else {
      if (character === '"') isQuoted = !isQuoted;
      plain += character;
    }
    if (character === '\n') line += 1;
  }
  end();
  return commands;
}

/**
 * The words of a command line: white space parts them outside of quotes, `\"` is a quote, and backslashes count as such
 * only before one. https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
function runtimeWords(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let isQuoted = false;
  const backslashes = /\\*/uy;
  for (let index = 0; index < line.length;) {
    backslashes.lastIndex = index;
    const [slashes = ''] = backslashes.exec(line) ?? [];
    const next = line[index + slashes.length];
    if (slashes !== '' && next === '"') {
      word = (word ?? '') + slashes.slice(0, slashes.length / 2);
      index += slashes.length;
      if (slashes.length % 2 === 1) {
        word += '"';
        index += 1;
      }
    } else if (slashes !== '') {
      word = (word ?? '') + slashes;
      index += slashes.length;
    } else if (next === '"') {
      word ??= '';
      if (isQuoted && line[index + 1] === '"') {
        word += '"';
        index += 1;
      } else isQuoted = !isQuoted;
      index += 1;
    } else {
      if (!isQuoted && /\s/u.test(next ?? '')) {
        if (word !== undefined) words.push(word);
        word = undefined;
      } else word = (word ?? '') + (next ?? '');
      index += 1;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}
