import type { Exchange } from '../client/exchange.ts';

/**
 * The first origin to which redirects led away from the connection's own; undefined where they did not. From there on
 * nothing carried the key, not even on the way back.
 */
export function foreignOrigin({ hops, request }: Exchange): string | undefined {
  const [first, ...others] = [...hops.map(({ url }) => url), request.url];
  if (first === undefined || !URL.canParse(first)) return undefined;
  const { origin } = new URL(first);
  return others.map((url) => new URL(url).origin).find((other) => other !== origin);
}
