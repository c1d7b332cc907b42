/** Reads `WWW-Authenticate` and `Proxy-Authenticate` (RFC 9110, 11.6.1). */

/** One way in which a server wants to be shown who asks. */
export interface Challenge {
  /** In small letters: `bearer`. */
  readonly scheme: string;
  /** What some schemes give in place of parameters. */
  readonly token68?: string;
  /** Names in small letters; the first of several with one name. */
  readonly parameters: Readonly<Record<string, string>>;
}

const TOKEN = /[\w!#$%&'*+.^`|~-]+/uy;
const SPACE = /[ \t]*/uy;
const TOKEN68 = /[\w.~+/-]+=*(?=[ \t]*(?:,|$))/uy;
const LONGEST = 10_000;

/**
 * Reads all challenges of one or several header lines. What cannot be read is passed over; never throws.
 * @param header the value, several lines joined with commas as HTTP allows.
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const reader = new Reader(header.slice(0, LONGEST));
  const challenges: { scheme: string; token68?: string; parameters: Record<string, string> }[] = [];
  while (!reader.isAtEnd) {
    reader.pass(SPACE);
    if (reader.takeChar(',')) continue;
    const name = reader.take(TOKEN);
    if (name === undefined) {
      // Garbage: go on behind the next comma, for a later challenge may be whole.
      reader.passBeyond(',');
      continue;
    }
    const current = challenges.at(-1);
    const value = reader.parameterValue();
    if (value !== undefined) {
      if (current && !Object.hasOwn(current.parameters, name.toLowerCase())) {
        define(current.parameters, name.toLowerCase(), value);
      }
      continue;
    }
    const challenge: (typeof challenges)[number] = { scheme: name.toLowerCase(), parameters: {} };
    challenges.push(challenge);
    const token68 = reader.token68();
    if (token68 !== undefined) challenge.token68 = token68;
  }
  return challenges;
}

/** Writes challenges as a header's value; `parseChallenges` reads the same from it. */
export function printChallenges(challenges: readonly Challenge[]): string {
  return challenges
    .map(({ scheme, token68, parameters }) => {
      const list = Object.entries(parameters).map(
        ([name, value]) => `${name}="${value.replaceAll(/["\\]/gu, '\\$&')}"`,
      );
      return [scheme, token68 ?? list.join(', ')].filter((part) => part !== '').join(' ');
    })
    .join(', ');
}

function define(parameters: Record<string, string>, name: string, value: string): void {
  Object.defineProperty(parameters, name, { value, enumerable: true, configurable: true, writable: true });
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  take(what: RegExp): string | undefined {
    what.lastIndex = this.#at;
    const found = what.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  pass(what: RegExp): void {
    this.take(what);
  }

  takeChar(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  passBeyond(character: string): void {
    const next = this.#text.indexOf(character, this.#at);
    this.#at = next < 0 ? this.#text.length : next + 1;
  }

  /** What stands behind `=`, quoted or not; undefined, and nothing taken, where none does. */
  parameterValue(): string | undefined {
    const start = this.#at;
    this.pass(SPACE);
    if (this.takeChar('=')) {
      this.pass(SPACE);
      const value = this.takeChar('"') ? this.#quoted() : this.take(TOKEN);
      // `Basic abc==` is a scheme with a token68, not a parameter.
      if (value !== undefined) return value;
    }
    this.#at = start;
    return undefined;
  }

  token68(): string | undefined {
    const start = this.#at;
    if (this.take(/[ \t]+/uy) !== undefined) {
      const token = this.take(TOKEN68);
      if (token !== undefined) return token;
    }
    this.#at = start;
    return undefined;
  }

  /** Up to the closing quote, or to the end where it is missing. */
  #quoted(): string {
    let value = '';
    while (!this.isAtEnd) {
      const character = this.#text[this.#at] ?? '';
      this.#at += 1;
      if (character === '"') return value;
      if (character === '\\' && !this.isAtEnd) {
        value += this.#text[this.#at] ?? '';
        this.#at += 1;
      } else {
        value += character;
      }
    }
    return value;
  }
}
