/**
 * How the shells of Windows read a command, and how a program takes its command line apart, written from Microsoft's
 * documentation and independent of what `src/formats` has of it. It reads what is needed to check quoting, no more, and
 * it is no proof: whether the shells keep to their documentation, what a terminal makes of a pasted line break or of a
 * tab, and the code page in which curl reads its words can only be seen on Windows.
 *
 * PowerShell: about_Quoting_Rules, about_Special_Characters, about_Parsing (passing quoted strings to external commands)
 * and about_Preference_Variables ($PSNativeCommandArgumentPassing) below
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/. cmd: "Using multiple commands and
 * conditional processing symbols" in https://learn.microsoft.com/windows-server/administration/windows-commands/cmd;
 * that the prompt leaves a variable which does not exist as it is written is not documented there, but well known.
 * Command lines: https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments.
 */

type Variables = Readonly<Record<string, string>>;
const NATIVE_RULE = "$PSNativeCommandArgumentPassing = 'Legacy'\n";

/**
 * The words that a program gets from one PowerShell command.
 * @param legacy whether this PowerShell hands words on as versions before 7.3 do; a command may ask for that itself.
 */
export function powerShellWords(command: string, variables: Variables, legacy: boolean): string[] {
  const block = /^& \{\n([\s\S]*)\n\}$/u.exec(command)?.[1] ?? command;
  const asks = block.startsWith(NATIVE_RULE);
  const tokens = powerShellTokens(asks ? block.slice(NATIVE_RULE.length) : block, variables);
  return legacy || asks ? commandLineWords(tokens.map(legacyWord).join(' ')) : tokens;
}

/** Nothing escapes the quotes in a word; there are quotes around it where white space stands outside of its own. */
function legacyWord(word: string): string {
  let quotes = 0;
  for (let index = 0; index < word.length; index += 1) {
    if (word[index] === '"' && word[index - 1] !== '\\') quotes += 1;
    if (/\s/u.test(word[index] ?? '') && quotes % 2 === 0) return `"${word}"`;
  }
  return word;
}

const single = (character: string | undefined) =>
  character !== undefined && "'\u2018\u2019\u201A\u201B".includes(character);

function powerShellTokens(text: string, variables: Variables): string[] {
  const tokens: string[] = [];
  let token: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '`' && text[at + 1] === '\n') {
      at += 1;
    } else if (single(character)) {
      token ??= '';
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new Error('A single quote is not closed.');
        if (!single(text[at])) token += text[at];
        else if (single(text[at + 1])) {
          token += text[at];
          at += 1;
        } else break;
      }
    } else if (character === '"') {
      const end = text.indexOf('"', at + 1);
      const inner = text.slice(at + 1, end);
      if (end < 0 || inner.includes('`')) throw new Error('Double quotes with more in them than this reads.');
      token =
        (token ?? '') +
        inner.replaceAll(
          /\$\{Env:(\w+)\}|\$\{?(\w+)\}?/gu,
          (_, env: string | undefined, own: string) => variables[env ?? own] ?? '',
        );
      at = end;
    } else if (/[ \t\n]/u.test(character ?? '')) {
      if (character === '\n') throw new Error('A second command begins.');
      if (token !== undefined) tokens.push(token);
      token = undefined;
    } else if (/[\w.-]/u.test(character ?? '')) {
      token = (token ?? '') + character;
    } else throw new Error(`A character that may be special stands outside of quotes: ${character}`);
  }
  return token === undefined ? tokens : [...tokens, token];
}

/** The words that a program gets from one command at the prompt of cmd. */
export function cmdWords(command: string, variables: Variables): string[] {
  const lines = command.split('\n').map((line) => expanded(line, variables));
  const text = lines.join('\n');
  let plain = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted || character === '"') plain += character;
    else if (character === '^') {
      at += 1;
      if (text[at] !== '\n') plain += text[at] ?? '';
    } else if (/[&|<>()\n]/u.test(character)) throw new Error(`cmd would act on ${JSON.stringify(character)}.`);
    else plain += character;
  }
  if (isQuoted) throw new Error('A quote is not closed.');
  return commandLineWords(plain);
}

/** Variables are put in before anything else is looked at; the prompt leaves what is none as it is. */
function expanded(line: string, variables: Variables): string {
  let result = '';
  for (let at = 0; at < line.length; at += 1) {
    const end = line[at] === '%' ? line.indexOf('%', at + 1) : -1;
    // `%NAME:old=new%` is the variable too, with a part of it replaced.
    const name = end < 0 ? '' : line.slice(at + 1, end);
    const value = Object.entries(variables).find(([own]) => own === name.split(':')[0]?.toUpperCase())?.[1];
    if (value === undefined) result += line[at];
    else {
      result += name.includes(':') ? `changed ${value}` : value;
      at = end;
    }
  }
  return result;
}

/** Backslashes are themselves, but for those before a double quote: two are one there, and an odd one keeps the quote. */
function commandLineWords(line: string): string[] {
  const words: string[] = [];
  let word = '';
  let [isWord, isQuoted, slashes] = [false, false, 0];
  for (const character of [...line, ' ']) {
    if (character === '\\') {
      slashes += 1;
      isWord = true;
      continue;
    }
    word += '\\'.repeat(character === '"' ? Math.floor(slashes / 2) : slashes);
    const isKept = character === '"' && slashes % 2 === 1;
    slashes = 0;
    if (character === '"' && !isKept) {
      isQuoted = !isQuoted;
      isWord = true;
    } else if (/[ \t\n\r\v\f]/u.test(character) && !isQuoted) {
      if (isWord) words.push(word);
      [word, isWord] = ['', false];
    } else {
      word += character;
      isWord = true;
    }
  }
  if (isQuoted) throw new Error('A quote of the command line is not closed.');
  return words;
}
