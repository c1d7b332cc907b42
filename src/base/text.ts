/** The characters that reorder text or are not seen in it: bidirectional controls, zero-width characters, tags. */
const DECEPTIVE = /\p{Cf}/gu;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/**
 * One readable line of text from a server or a person: no control characters, nothing that reorders or hides what is
 * read, and at most `limit` characters, with an ellipsis where some were cut.
 */
export function singleLine(text: string, limit = 200): string {
  const clean = text
    .slice(0, limit * 4)
    .replace(CONTROL, ' ')
    .replace(DECEPTIVE, '')
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...clean];
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : clean;
}

/** `1 call`, `2 calls`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function sentenceList(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** What an error says, whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
