/** The small schemas that service definitions are made of. */
import * as v from 'valibot';
import { checkBaseUrl } from './baseUrl.ts';

export const text = v.pipe(v.string(), v.nonEmpty());
/** A regular expression as text, with the `u` flag and the named groups that its use states. */
export const pattern = v.pipe(
  text,
  v.check((source) => {
    try {
      return Boolean(new RegExp(source, 'u'));
    } catch {
      return false;
    }
  }, 'is not a regular expression'),
);
export const headerName = v.pipe(text, v.regex(/^[\w!#$%&'*+.^`|~-]+$/u, 'is not the name of a header'));
/** Where requests go: the same rules as for an address that a person gives. */
export const baseUrl = v.pipe(
  text,
  v.check((url) => {
    const checked = URL.canParse(url) ? checkBaseUrl(url, url) : undefined;
    return checked?.ok === true && checked.value === url;
  }, 'must be an https address, or an http address of this machine, without slash, query or user name'),
);
/** A page that is opened in the browser: nothing but https, so that a definition can open nothing else. */
export const webPage = v.pipe(
  text,
  v.check((url) => URL.canParse(url) && new URL(url).protocol === 'https:', 'must be an https address'),
);
/** A path below the base URL; `/projects/*` also covers everything below `/projects/`. */
export const path = v.pipe(v.string(), v.startsWith('/', 'must begin with /'));
/** Names of nested fields joined with dots, such as `links.next`; empty for the whole body. */
export const field = v.string();

/** The first of several fields that the answer has. */
export const fields = v.union([field, v.pipe(v.array(field), v.minLength(1))]);
export const positive = v.pipe(v.number(), v.gtValue(0));
export const positiveInteger = v.pipe(v.number(), v.integer(), v.minValue(1));
