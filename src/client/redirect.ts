import { type Result, failure, success } from '../base/result.ts';
import { isLoopback } from '../services/baseUrl.ts';
import type { NextHop } from './authorize.ts';

export const MAXIMUM_REDIRECTS = 5;

/**
 * Reads where a redirect leads (RFC 9110, 15.4).
 * @param hops how many redirects were followed before.
 * @returns undefined when the answer is no redirect; a note for the reader when it must not be followed.
 */
export function nextHop(
  answer: { readonly status: number; readonly headers: Headers },
  from: NextHop,
  reads: boolean,
  hops: number,
): Result<NextHop, string> | undefined {
  const location = answer.headers.get('location');
  if (![301, 302, 303, 307, 308].includes(answer.status) || !location) return undefined;
  if (!reads)
    return failure('The redirect was not followed, because the request may change data and is sent only once.');
  if (hops >= MAXIMUM_REDIRECTS)
    return failure(`The service redirected more than ${MAXIMUM_REDIRECTS} times; the last one was not followed.`);
  if (!URL.canParse(location, from.url.href))
    return failure('The redirect leads to something that is no address and was not followed.');
  const url = new URL(location, from.url);
  url.username = '';
  url.password = '';
  const stays = url.origin === from.url.origin;
  if (!stays && url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    return failure(
      `The redirect to ${url.origin === 'null' ? url.protocol : url.origin} was not followed: it is not https.`,
    );
  }
  // A far server must not make this machine ask something of its own services.
  if (!stays && isLoopback(url) && !isLoopback(from.url))
    return failure('The redirect to this machine was not followed.');
  const becomesGet = answer.status === 303 || (answer.status <= 302 && from.method === 'POST');
  const method = becomesGet && from.method !== 'HEAD' ? 'GET' : from.method;
  return success({ url, method, trusted: from.trusted && stays });
}
