import { Secret } from '../base/secret.ts';

/** Names under which secrets travel. A harmless header masked by mistake costs less than a secret shown. */
const SECRET_HEADER = /authorization|api-?key|secret|password|(?:^|-)token|credential/iu;
const COOKIE_HEADER = /cookie/iu;
/** What is shorter would be masked wherever it stands by chance. No key is that short. */
const SHORTEST_SECRET = 8;
/** No header takes more. What is longer was found in a body, and is masked where it stands in the same form. */
export const LONGEST_SECRET = 16_384;

/** Takes secrets out of everything that is kept or shown of a request. */
export interface Redactor {
  /** The same value with the secrets masked in every text of it, the names of fields included. */
  everywhere<T>(value: T): T;
  /** A text that was cut off, without the beginning of a secret that may stand at its end and no mask would find. */
  cutOff(text: string): string;
  /** Masks a text that comes in pieces, in the same places as if it came in one. */
  pieces(): PieceRedactor;
  /** Looks for secrets in bytes that are no text, which come in pieces. */
  bytes(): ByteWatch;
  /** Headers as a plain object; those that carry secrets are masked by their names too. */
  headers(headers: Headers): Record<string, string>;
}

export interface PieceRedactor {
  /** @returns what is sure of the text so far; the rest comes with the next pieces. */
  push(text: string): string;
  /** @param isCut the text was cut off here: the beginning of a secret at its end is left out. */
  end(isCut?: boolean): string;
}

export interface ByteWatch {
  /** Whether a secret is complete with these bytes. */
  finds(bytes: Uint8Array): boolean;
  /** Whether the bytes so far end with the beginning of a secret. */
  endsWithin(): boolean;
}

/** @param secrets what went out with the request; each is masked wherever it turns up, in the answer's body too. */
export function redactor(secrets: readonly Secret[]): Redactor {
  const long = secrets.filter((secret) => secret.reveal().length > LONGEST_SECRET);
  const masks = new Map(secrets.flatMap((secret) => formsOf(secret).map((form) => [form.toLowerCase(), secret.mask])));
  const forms = [...masks.keys()].sort((one, other) => other.length - one.length);
  const longest = forms[0]?.length ?? 0;
  // Without regard to case: the names of hosts and headers come back in small letters, `%2f` may stand for `%2F`.
  const pattern = new RegExp(forms.map(escape).join('|'), 'giu');
  const maskOf = (found: string) => masks.get(found.toLowerCase()) ?? '…';
  const text = (input: string) => {
    const rest = long.reduce((left, secret) => left.replaceAll(secret.reveal(), secret.mask), input);
    return forms.length === 0 ? rest : rest.replace(pattern, maskOf);
  };
  const cutOff = (cut: string) => {
    const end = cut.slice(-longest).toLowerCase();
    const length = Math.max(0, ...forms.map((form) => lengthOfBeginning(form, end)));
    return length === 0 ? cut : `${cut.slice(0, -length)}…`;
  };
  return {
    everywhere: <T>(value: T) => mapTexts(value, text) as T,
    cutOff,
    pieces: () => (forms.length === 0 ? unchanged : inPieces(pattern, longest, maskOf, text, cutOff)),
    bytes: () => watchBytes(forms),
    headers: (headers) => Object.fromEntries([...headers].map(([name, value]) => [name, maskHeader(name, value)])),
  };
}

/**
 * The secrets that a person typed into headers by hand.
 * @param carriers headers in which the service's secrets travel, beside those that their names tell.
 */
export function secretsIn(headers: Headers, carriers: readonly string[] = []): Secret[] {
  const own = new Set(carriers.map((name) => name.toLowerCase()));
  return [...headers]
    .filter(([name]) => own.has(name) || SECRET_HEADER.test(name))
    .map(([, value]) => new Secret(splitCredentials(value).credentials));
}

/** Whether an address has a secret in it, in whatever way it is written there. */
export function isInAddress({ href }: URL, secret: Secret): boolean {
  // By hand: one broken escape elsewhere in the address would keep `decodeURIComponent` from reading any.
  const plain = href.replaceAll(/%([2-7][0-9a-f])/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  const redact = redactor([secret]);
  return [href, plain].some((text) => redact.everywhere(text) !== text);
}

/** What was typed by hand as a header that carries the key; undefined where none was. */
export function typedSecret(headers: Headers, name: string): Secret | undefined {
  const value = headers.get(name);
  if (value === null) return undefined;
  // Only Authorization has a scheme before the key; what has a space anywhere else is all of it the key's text.
  return new Secret(/authorization$/iu.test(name) ? splitCredentials(value).credentials : value);
}

/** How many characters at the end of a text are the beginning of a form; 0 where they are too few to tell. */
function lengthOfBeginning(form: string, end: string): number {
  for (let length = Math.min(form.length - 1, end.length); length >= SHORTEST_SECRET; length -= 1) {
    if (end.endsWith(form.slice(0, length))) return length;
  }
  return 0;
}

const unchanged: PieceRedactor = { push: (text) => text, end: () => '' };

/** Keeps back the end of what came, in which a secret may begin that the next piece completes. */
function inPieces(
  pattern: RegExp,
  longest: number,
  maskOf: (found: string) => string,
  text: (input: string) => string,
  cutOff: (cut: string) => string,
): PieceRedactor {
  let kept = '';
  return {
    push(piece) {
      kept += piece;
      // Whether a secret begins before here is sure: the longest would be complete, with a character after it.
      let sure = kept.length - longest;
      if (sure <= 0) return '';
      if (isWithinPair(kept, sure)) sure -= 1;
      let masked = '';
      let done = 0;
      for (const found of kept.matchAll(pattern)) {
        if (found.index >= sure) break;
        masked += kept.slice(done, found.index) + maskOf(found[0]);
        done = found.index + found[0].length;
      }
      if (done < sure) {
        masked += kept.slice(done, sure);
        done = sure;
      }
      kept = kept.slice(done);
      return masked;
    },
    end(isCut = false) {
      const rest = kept;
      kept = '';
      return text(isCut ? cutOff(rest) : rest);
    },
  };
}

function isWithinPair(text: string, index: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(index - 1, index + 1));
}

/** One character a byte. The forms of a secret stand in bytes as UTF-8. */
function watchBytes(forms: readonly string[]): ByteWatch {
  const encoder = new TextEncoder();
  const latin = new TextDecoder('latin1');
  const inBytes = forms.map((form) => latin.decode(encoder.encode(form)));
  const longest = Math.max(0, ...inBytes.map((form) => form.length));
  const pattern = new RegExp(inBytes.map(escape).join('|'), 'iu');
  let kept = '';
  return {
    finds(bytes) {
      if (forms.length === 0) return false;
      const text = kept + latin.decode(bytes);
      kept = text.slice(-longest);
      return pattern.test(text);
    },
    endsWithin: () => inBytes.some((form) => lengthOfBeginning(form.toLowerCase(), kept.toLowerCase()) > 0),
  };
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, change));
  // Bytes are looked through where they come in, and kept only if there is no secret in them.
  if (value instanceof Uint8Array) return value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [change(name), mapTexts(entry, change)]));
}

/** What writers of JSON escape although they need not, so that it can stand in a page: that of .NET, and Gson. */
const ESCAPED_IN_JSON = [/[+&'<>`]/gu, /[=&'<>]/gu];

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The ways in which a secret may stand in text: as it is, in JSON, as a part of a URL, within Base64. */
function formsOf(secret: Secret): string[] {
  const plain = secret.reveal();
  if (plain.length < SHORTEST_SECRET || plain.length > LONGEST_SECRET) return [];
  const quoted = JSON.stringify(plain).slice(1, -1);
  const forms = [plain, quoted, quoted.replaceAll('/', '\\/'), encodeURIComponent(plain.toWellFormed())];
  forms.push(...ESCAPED_IN_JSON.map((escaped) => quoted.replace(escaped, escapeUnit)));
  // Base64 takes only what fits in a byte, and so do headers.
  if (/^[\0-\u00ff]*$/u.test(plain)) forms.push(...[0, 1, 2].flatMap((before) => base64Forms(plain, before)));
  return [...new Set(forms)];
}

/** The letters of Base64 that stand for the secret alone, where so many bytes (modulo 3) stand before it. */
function base64Forms(plain: string, before: number): string[] {
  const start = Math.ceil((before * 8) / 6);
  const end = Math.floor(((before + plain.length) * 8) / 6);
  const letters = btoa('\0'.repeat(before) + plain).slice(start, end);
  return [letters, letters.replaceAll('+', '-').replaceAll('/', '_')];
}

function maskHeader(name: string, value: string): string {
  if (COOKIE_HEADER.test(name)) return '…';
  if (!SECRET_HEADER.test(name)) return value;
  const { scheme, credentials } = splitCredentials(value);
  return `${scheme}${scheme && ' '}${new Secret(credentials).mask}`;
}

/** `Bearer …` in its two parts; the whole value is the credentials where it names no scheme. */
function splitCredentials(value: string): { scheme: string; credentials: string } {
  const [, scheme = '', credentials = value] = /^([A-Za-z][\w-]*)\s+(.+)$/u.exec(value) ?? [];
  return { scheme, credentials };
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
