/**
 * Finds secrets that a person typed where Bearings did not expect one: in a query, in a body, in the value of any header.
 * What is kept of a request has to be rid of them, for nobody else knows that they are there.
 */
import { visit } from 'jsonc-parser';
import { Secret } from '../base/secret.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { type Masked, isSecretName, maskParameters } from './secretParameters.ts';

/** What goes on from the beginning of a key. */
const REST_OF_KEY = '[A-Za-z0-9_\\-.+/=~%]{6,}';
/** No letter or digit before it, unless that is the end of an escape of an address or of JSON. */
const NOT_WITHIN_A_WORD = '(?<![A-Za-z0-9](?<!%[0-9A-Fa-f]{2}|\\\\[bfnrt]|\\\\u[0-9A-Fa-f]{4}))';
/** A pattern of keys that begins with enough fixed letters not to be found by chance. */
const FIXED_BEGINNING = /^\^[\w-]{3,}/u;
/** Credentials by the form that they have everywhere: after their scheme's name, and JSON Web Tokens. */
const COMMON_FORMS = [
  /\b(?:bearer|basic)\s{1,20}(?<key>[A-Za-z0-9_\-.+/=~]{8,})/giu,
  /(?<![\w-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}/gu,
];

/**
 * Finds what looks like a key, wherever it stands in a text.
 * @returns each once, in the order of the text.
 */
export function keysIn(text: string, definitions: readonly Pick<ServiceDefinition, 'keys'>[]): Secret[] {
  const patterns = definitions
    .flatMap(({ keys }) => keys.patterns)
    .filter(({ pattern }) => FIXED_BEGINNING.test(pattern))
    .map(({ pattern }) => new RegExp(`${NOT_WITHIN_A_WORD}(?:${pattern.slice(1)})${REST_OF_KEY}`, 'gu'));
  const found = [...patterns, ...COMMON_FORMS].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: key, groups }) => groups?.['key'] ?? key),
  );
  return [...new Set(found)].map((key) => new Secret(key));
}

/**
 * Masks the values of secret fields in a body: JSON, with all that stands below such a field, or a form. In any other text
 * what stands as in a form is masked.
 * @returns undefined for a body that is nested too deeply to be looked through.
 */
export function maskBody(text: string): Masked | undefined {
  // A form may have its fields on lines of their own, and a line break at its end.
  if (!/^\s*[[{]/u.test(text)) return maskParameters(text);
  const found: { readonly offset: number; readonly length: number; readonly secret: Secret }[] = [];
  let unreadable = false;
  try {
    visit(text, {
      onLiteralValue(value, offset, length, _line, _character, path) {
        if (typeof value !== 'string' || value === '') return;
        if (!path().some((segment) => typeof segment === 'string' && isSecretName(segment))) return;
        found.push({ offset, length, secret: new Secret(value) });
      },
      // The fields of what is no JSON are not known for sure, and a form may look like it.
      onError: () => (unreadable = true),
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  let masked = '';
  let end = 0;
  for (const { offset, length, secret } of found) {
    masked += text.slice(end, offset) + JSON.stringify(secret.mask);
    end = offset + length;
  }
  const secrets = found.map(({ secret }) => secret);
  const whole = masked + text.slice(end);
  if (!unreadable) return { text: whole, secrets };
  const rest = maskParameters(whole);
  return { text: rest.text, secrets: [...secrets, ...rest.secrets] };
}
