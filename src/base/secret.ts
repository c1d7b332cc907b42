/** How many characters of a secret may ever be shown, and how long a secret must be before any may. */
const ENDING_LENGTH = 4;
const LONG_ENOUGH_TO_SHOW_AN_ENDING = 12;

/** The last four characters of a secret, or nothing where those would be a large part of it. */
export function endingOf(secret: string): string {
  const characters = [...secret];
  return characters.length >= LONG_ENOUGH_TO_SHOW_AN_ENDING ? characters.slice(-ENDING_LENGTH).join('') : '';
}

/**
 * A key or a token in memory. Printing, logging or serialising one gives its mask. Only `reveal` gives the text, for the two
 * places that need it: the step that authorizes a request, and secret storage.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  /** `…4f2a`, or `…` for a secret too short to show any of it. */
  get mask(): string {
    return `…${endingOf(this.#text)}`;
  }

  toString(): string {
    return this.mask;
  }

  toJSON(): string {
    return this.mask;
  }
}
