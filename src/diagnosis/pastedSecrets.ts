/**
 * Finds secrets in text that was pasted from anywhere. Nobody knows the key that stands in it, and a service's keys may
 * look like nothing in particular, so it is found by what stands beside it: a name, an option of a command, a word.
 */
import { Secret } from '../base/secret.ts';
import { isSecretName } from '../client/secretParameters.ts';
import { cleanKey } from '../services/fingerprint.ts';

/** What may stand between a name and its value, in a header, a shell, JSON, a query, or a program. */
const BETWEEN = '\\\\?["\'`]?\\s{0,3}(?:=>|:=?|=|%3D)\\s{0,3}\\\\?["\'`]?';
const SCHEME = '(?:(?:bearer|basic|token|api-?key|key|digest)(?:\\s|%20|\\+){1,3})?';
const VALUE = '[^\\s"\'`,;&<>(){}\\[\\]\\\\]{8,4096}';
/** Only looks ahead at the value, which may be an address with names of its own. */
const NAMED = new RegExp(`(?<name>[A-Za-z][\\w.-]{1,60})${BETWEEN}(?=${SCHEME}(?<value>${VALUE}))`, 'giu');
/** `{"name": "X-Api-Key", "value": "…"}`, as HAR files list headers, cookies and parameters; in either order. */
const LISTED = [
  /"name"\s*:\s*"(?<name>[^"]{1,100})"\s*,\s*"value"\s*:\s*"(?<value>[^"]{8,})"/giu,
  /"value"\s*:\s*"(?<value>[^"]{8,})"\s*,\s*"name"\s*:\s*"(?<name>[^"]{1,100})"/giu,
];
/** `-u name:password`, `-H 'Authorization: …'` is read by its name. */
const CURL_USER =
  /(?:^|\s)(?:-u|--user|-U|--proxy-user|--oauth2-bearer)(?:\s+|=|(?<=-[uU]))["']?(?<value>[^\s"']{3,})/gu;
/** After the name of a scheme, wherever that stands: a table of a wiki, XML, a list of values. */
const AFTER_SCHEME = new RegExp(`\\b(?:bearer|api-?key)(?:\\s|%20){1,3}(?<value>${VALUE})`, 'giu');
/** `auth=("name", "password")` of Python. */
const PAIR = /\bauth\s*=\s*\(\s*(?<name>["'])[^"']{0,200}["']\s*,\s*["'](?<value>[^"']{8,})["']/giu;
const BASIC = /\bbasic\s+(?<value>[A-Za-z0-9+/=_-]{8,})/giu;
const USER_OF_ADDRESS = /:\/\/(?<value>[^\s/?#"'<>@]{3,})@/gu;
const COOKIES = /(?:\bcookie["']?\s*[:=]\s*|(?:^|\s)(?:-b|--cookie)\s+)["']?(?<value>[^\r\n"']{3,})/giu;
/** `Invalid API key 4f2a…`: a word of prose, and what no word looks like. */
const SPOKEN =
  /\b(?:key|token|secret|password|credentials?)\b[\s"'`:=#(]{1,4}(?:(?:is|was|value|of|given|provided)[\s"'`:=#(]{1,4})?(?<value>[\w\-.+/=~]{12,})/giu;
/** Names that say too little by themselves: what they name must look like a secret too. */
const VAGUE_NAME = /(?:^|[-_.])(?:key|auth|pwd|pass|sig|signature|session(?:[-_]?id)?|sid|jwt|bearer|code)$/iu;
/** Headers of a request whose values are told: they are no secrets, whatever they look like. */
const HARMLESS_HEADER =
  /^(?:accept(?:-.*)?|access-control-.*|cache-control|connection|content-.*|date|dnt|expect|forwarded|from|host|if-.*|origin|pragma|priority|range|referer|sec-.*|te|traceparent|tracestate|upgrade-insecure-requests|user-agent|via|x-forwarded-.*|.*(?:request|correlation|trace|project|tenant|organi[sz]ation)[-_]?(?:id|slug)?)$/iu;
/** Longer than ids mostly are, and with all kinds of letters: nothing but a key, unless its name says so. */
const LOOKS_MADE = /(?<![\w./+-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)(?<value>[\w-]{24,})(?![\w/+-])/gu;
const NAMES_AN_ID = /(?:id|ray|trace(?:parent|state)?|etag|digest|hash|sha\d*|commit|checksum|nonce|version|agent)$/iu;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;

/** What stands in a text as a secret; masks and variables in the place of one are none. */
export function secretsInText(text: string): Secret[] {
  const named = [NAMED, ...LISTED].flatMap((pattern) =>
    valuesOf(text, pattern).filter(
      ({ name, value }) =>
        (isSecretName(name) && (!isPlainWord(value) || /passw|passphrase/iu.test(name))) ||
        (VAGUE_NAME.test(name) && looksRandom(value)),
    ),
  );
  const told = new Set(
    valuesOf(text, NAMED)
      .filter(({ name }) => NAMES_AN_ID.test(name))
      .map(({ value }) => value),
  );
  const users = [
    ...valuesOf(text, CURL_USER),
    ...valuesOf(text, USER_OF_ADDRESS),
    ...valuesOf(text, BASIC).map(({ name, value }) => ({ name, value: fromBase64(value) })),
  ];
  const found = [
    ...[...named, ...valuesOf(text, PAIR)].map(({ value }) => value),
    ...valuesOf(text, AFTER_SCHEME).flatMap(({ value }) => (isPlainWord(value) ? [] : [value])),
    ...valuesOf(text, LOOKS_MADE).flatMap(({ value }) => (told.has(value) ? [] : [value])),
    ...users.flatMap(({ value }) => [value, ...value.split(':')]),
    ...valuesOf(text, COOKIES).flatMap(({ value }) => value.split(/;\s*/u).map((pair) => pair.replace(/^[^=]*=/u, ''))),
    ...valuesOf(text, SPOKEN).flatMap(({ value }) => (looksRandom(value) ? [value.replace(/[.=/~-]+$/u, '')] : [])),
  ];
  return secretsFrom(found);
}

/** The values of headers that nobody knows and that look like a secret, of a request that was pasted. */
export function secretsInHeaders(headers: Iterable<readonly [string, string]>): Secret[] {
  return secretsFrom(
    [...headers]
      .filter(([name]) => !HARMLESS_HEADER.test(name))
      .flatMap(([, value]) => value.split(/[\s,;]+/u))
      .filter((word) => looksRandom(word) && !UUID.test(word)),
  );
}

function valuesOf(text: string, pattern: RegExp): { readonly name: string; readonly value: string }[] {
  return [...text.matchAll(pattern)].map(({ groups }) => ({
    name: groups?.['name'] ?? '',
    value: groups?.['value'] ?? '',
  }));
}

function secretsFrom(values: readonly string[]): Secret[] {
  const isText = (value: string) => value.length >= 8 && !cleanKey(value).problems.includes('placeholder');
  return [...new Set(values.flatMap((value) => [value, decoded(value)]))]
    .filter(isText)
    .map((value) => new Secret(value));
}

/** `Unauthorized`, `invalid_token`: what a service says of a secret, and no secret. */
function isPlainWord(value: string): boolean {
  return value.length < 24 && /^[A-Za-z][a-z]*(?:[_-][a-z]+)*[.!:]?$/u.test(value);
}

function looksRandom(value: string): boolean {
  return value.length >= 12 && /\d/u.test(value) && /[A-Za-z]/u.test(value) && !/^https?:/iu.test(value);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fromBase64(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}
