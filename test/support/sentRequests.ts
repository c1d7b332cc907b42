/** Requests in a form in which those of different senders can be compared. */
import assert from 'node:assert/strict';
import type { RequestDescription } from '../../src/formats/requestDescription.ts';
import type { ReceivedRequest } from './server.ts';

/** What the sender's own machinery adds to any request. */
const OWN_HEADERS = new Set([
  'host',
  'cache-control',
  'pragma',
  'user-agent',
  'connection',
  'accept-encoding',
  'accept-language',
  'sec-fetch-mode',
  'content-length',
  'transfer-encoding',
  'expect',
  'priority',
]);

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly string[];
  readonly body: string;
}

export function sent({ method, url, rawHeaders, body }: ReceivedRequest): Sent {
  const headers = rawHeaders
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .filter((line) => !OWN_HEADERS.has(line.split(':')[0] ?? ''));
  return { method, url, headers: headers.toSorted(), body };
}

/** The same of a description, with the key in its place. */
export function expected({ method, url, headers, credential, body }: RequestDescription, key: string): Sent {
  const all = [...headers, { name: credential.header, value: credential.prefix + key }];
  return {
    method,
    url,
    headers: all.map(({ name, value }) => `${name.toLowerCase()}: ${value}`).toSorted(),
    body: body ?? '',
  };
}

/** The request in the words that curl gets. Any other word fails the test. */
export function requestOf(words: readonly string[]): Sent {
  const [program, ...rest] = words;
  assert.match(program ?? '', /^curl(?:\.exe)?$/u);
  let [method, url, body]: [string | undefined, string, string | undefined] = [undefined, '', undefined];
  const headers: string[] = [];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '-X') method = rest.shift();
    else if (word === '--head') method = 'HEAD';
    else if (word === '--data-raw') body = rest.shift();
    else if (word === '-H') {
      const [, name = '', value = ''] = /^([^:;]+)(?:;$|: ([^]*)$)/u.exec(rest.shift() ?? '') ?? [];
      headers.push(`${name.toLowerCase()}: ${value}`);
    } else if (word !== '--globoff') {
      assert.equal(url, '', `A second address: ${word}`);
      url = word;
    }
  }
  return { method: method ?? 'GET', url, headers: headers.toSorted(), body: body ?? '' };
}
