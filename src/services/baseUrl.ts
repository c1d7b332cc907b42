import { type Result, failure, success } from '../base/result.ts';

const LOOPBACK = /^(?:localhost|(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/** Whether a URL's host is this machine. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.test(url.hostname);
}

/**
 * Checks an address that a person gives in place of a service's own, for staging or a stand-in.
 * @param ownBaseUrl the service's own address; a path is only taken where that has one too, because a path pasted with
 *   the address (`…/projects`) would go before every request's path.
 * @returns the address without a slash at its end, or a sentence that says what is wrong and how to mend it.
 */
export function checkBaseUrl(text: string, ownBaseUrl: string): Result<string> {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) {
    // The text is not repeated: it may be a key that was pasted into the wrong box.
    return failure(`The base URL is not a URL. Give one such as ${ownBaseUrl}.`);
  }
  const url = new URL(trimmed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return failure(`The base URL begins with ${shorten(url.protocol)}, which cannot be used. Begin it with https://.`);
  }
  if (url.username || url.password) {
    return failure('The base URL has a user name or password in it, which would be shown with it. Remove them.');
  }
  if (url.protocol === 'http:' && !isLoopback(url)) {
    return failure(
      `Plain http would send the key readable to ${shorten(url.host)}. Use https; http is for this machine only.`,
    );
  }
  if (url.search || url.hash || /[?#]/u.test(trimmed)) {
    return failure(
      `The base URL has a query or fragment. Use ${shorten(url.origin)} and give queries with each request.`,
    );
  }
  if (url.pathname !== '/' && new URL(ownBaseUrl).pathname === '/') {
    return failure(
      `The base URL has the path ${shorten(url.pathname)}, but this service's paths begin at the root. Use ${shorten(url.origin)}.`,
    );
  }
  return success((url.origin + url.pathname).replace(/\/+$/u, ''));
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
