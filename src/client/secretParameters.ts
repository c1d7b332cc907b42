/** Knows secrets by the names of their fields and parameters. */
import { Secret } from '../base/secret.ts';

/** Names of fields whose values are secrets, whatever they look like. */
const SECRET_NAME =
  /passw(?:or)?d|passphrase|secret|api[-_]?key|(?:private|access|signing|encryption)[-_]?key|authorization|credential|cookie|token$/iu;
/** Tells a place in a list, not a person. */
const PLACE_IN_A_LIST = /(?:page|next|previous|prev|continuation|sync|cursor)[-_]?token$/iu;

/** Whether the value of a field or parameter of that name is a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !PLACE_IN_A_LIST.test(name);
}

/** A text in which values were masked in their places, and what they were: they may stand elsewhere too. */
export interface Masked {
  readonly text: string;
  readonly secrets: readonly Secret[];
}

/** Masks the values of secret parameters in an address, a path with a query, or a form's body. */
export function maskParameters(text: string): Masked {
  const secrets: Secret[] = [];
  const masked = text.replaceAll(/(^|[?&;\n])([^?&;=#\s]+)=([^&;#\s]*)/gu, (whole, before: string, name, value) => {
    if (!isSecretName(decoded(name as string)) || value === '') return whole;
    const secret = new Secret(decoded(value as string));
    secrets.push(secret);
    return `${before}${name as string}=${secret.mask}`;
  });
  return { text: masked, secrets };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
