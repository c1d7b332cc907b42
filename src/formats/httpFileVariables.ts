import { COMMENT, VARIABLE, VARIABLE_LINE } from './httpFileSyntax.ts';

/** Characters that a variable may come to with the variables in it. */
const LONGEST_VALUE = 100_000;

/**
 * The variables of a file, with those in their values put in. They count in the whole file, wherever in it they stand
 * before a request begins; the last of a name wins. One that is made of itself keeps its `{{…}}`.
 * @param parts the lines of the file between its separators.
 */
export function variablesOf(parts: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const lines of parts) {
    for (const line of lines) {
      const [, name, value = ''] = VARIABLE_LINE.exec(line) ?? [];
      if (name !== undefined) written.set(name, value);
      else if (line.trim() !== '' && !COMMENT.test(line)) break;
    }
  }
  const resolved = new Map<string, string>();
  const open = new Set<string>();
  const resolve = (name: string): string | undefined => {
    const value = written.get(name);
    if (value === undefined || open.has(name)) return undefined;
    const known = resolved.get(name);
    if (known !== undefined) return known;
    // As deep as a chain of variables goes; a file of hundreds of them is no file that a person wrote.
    if (open.size > 100) return undefined;
    open.add(name);
    const whole = replaced(value, resolve, LONGEST_VALUE) ?? value;
    open.delete(name);
    resolved.set(name, whole);
    return whole;
  };
  for (const name of written.keys()) resolve(name);
  return resolved;
}

/** The text with variables put in; others stay as they are written. Undefined where it came to more than `limit`. */
export function withVariables(text: string, variables: ReadonlyMap<string, string>, limit: number): string | undefined {
  return replaced(text, (name) => variables.get(name), limit);
}

function replaced(text: string, valueOf: (name: string) => string | undefined, limit: number): string | undefined {
  let length = text.length;
  const whole = text.replaceAll(VARIABLE, (written, name: string) => {
    const value = length > limit ? undefined : valueOf(name.trim());
    if (value === undefined) return written;
    length += value.length - written.length;
    return value;
  });
  return length > limit && whole !== text ? undefined : whole;
}
