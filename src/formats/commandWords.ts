/** What is the same for curl in every shell. */
import type { NameValue, PlainRequest } from './requestDescription.ts';

/** Why no command can hold the request, with the way out; undefined where one can. */
export function unpassable({ headers, body, credential }: PlainRequest): string | undefined {
  if (body?.includes('\0')) {
    return 'The body has a NUL character in it, which no command can pass. Copy the request as JavaScript or Python instead.';
  }
  const header = headers.find(({ value }) => /[^\t\u0020-\u007E]/u.test(value));
  if (header) {
    return `The header ${header.name} has characters beyond ASCII, which a command would send in another encoding. Copy the request as JavaScript or Python instead.`;
  }
  if (/[^\u0020-\u007E]/u.test(credential.prefix)) {
    return `What stands before the key in the header ${credential.header} is not ASCII, which no command can pass.`;
  }
  return undefined;
}

/** The option that sets the method; empty where curl takes the right one by itself. It waits for a body after `-X HEAD`. */
export function curlMethod(method: string, body: string | undefined): string {
  if (method === 'HEAD') return '--head';
  return method === 'GET' && body === undefined ? '' : `-X ${method}`;
}

/** The address as words: curl would make several of one with brackets or braces in it. */
export function curlUrl(url: string): readonly string[] {
  return /[[\]{}]/u.test(url) ? ['--globoff', url] : [url];
}

/** A header as curl takes it: `Name:` would remove it, an empty one is written `Name;`. */
export function curlHeader({ name, value }: NameValue): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}
