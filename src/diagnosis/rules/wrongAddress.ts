import type { Facts } from '../facts.ts';
import { probed } from '../probeResult.ts';
import { type Rule, actions, arrivedLine, diagnosis, hasStatus, keyStanding, namesEntry, namesOther } from '../rule.ts';
import { fold } from '../wordPatterns.ts';
import { isOfToken } from './words.ts';

/** Something else than the service's API answered: a page, or data of another shape, in place of its data. */
export const wrongAddress: Rule = (facts) => {
  const { status = 0, definition, answerer, body, foreignOrigin } = facts;
  if (facts.failure || status === 407 || foreignOrigin !== undefined) return undefined;
  // A service that is down is at its address, unless the host is said to be nobody's.
  if (status >= 500 && answerer?.kind !== 'other-server') return undefined;
  const isOfRegion = facts.says.has('region-mismatch');
  const isServer = answerer?.kind === 'other-server' || (status === 421 && !isOfRegion);
  const isRedirect = [301, 302, 303, 307, 308].includes(status);
  const isSaid =
    facts.says.has('wrong-address') &&
    (facts.operation !== undefined || !facts.isRequestKnown) &&
    status >= 400 &&
    !isOfRegion;
  // A store of files says so of a path that it does not hold.
  const isOfFiles = status === 404 && /^\s*<(?:\?xml|Error)\b/u.test(facts.pageText);
  const isForeign = isOfFiles || body === 'html' || facts.hasForeignShape || isRedirect || isServer || isSaid;
  if (!isForeign && !isBaseMissing(facts) && !isNothingThere(facts) && !isOfOthers(facts)) return undefined;
  const hasGate = answerer !== undefined && !isServer;
  // A gateway may say by a page that a request is too large.
  const isDoubted =
    hasStatus(facts, 413, 414, 431) ||
    hasGate ||
    keyStanding(facts).standing === 'good' ||
    // A key of another region is not known here, whatever is; what gave a token for the key is the service.
    (!isForeign && (isOfOtherRegion(facts) || isOfToken(facts))) ||
    (!isOfFiles && namesOther(facts)) ||
    (!isForeign && hasOwnWords(facts));
  return diagnosis('wrong-address', isDoubted ? 'possible' : 'likely', {
    title: `This address is not ${definition.name}'s API.`,
    explanation: isRedirect
      ? 'The address redirects elsewhere, and the redirect was not followed. Check the base URL of the connection and the path.'
      : `What came back is not what ${definition.name}'s API answers. Check the base URL of the connection and the path.`,
    evidence: [arrivedLine(facts), shapeLine(facts), isServer ? answerer?.sign : undefined, serverLine(facts)],
    actions: [actions.changeAddress(facts), actions.sendAgain(facts)],
  });
};

/** The key's own text names another region than the address. */
function isOfOtherRegion({ connection, credential }: Facts): boolean {
  const isStored = credential?.by !== 'hand' && connection?.keyRegion !== undefined;
  return isStored && connection.region !== undefined && connection.keyRegion !== connection.region;
}

/** A documented list that needs no project is there wherever the API is. */
function isBaseMissing(facts: Facts): boolean {
  const { status, operation, takesProject, keyKind, says } = facts;
  // What gave a token for the key is the service.
  if (probed(facts, 'key') === 'good' || isOfToken(facts)) return false;
  if (status !== 404 || !operation || takesProject || keyKind === 'one-project' || facts.hasOtherSlash) return false;
  return (
    !namesEntry(facts) &&
    !says.has('entry') &&
    operation.method === 'GET' &&
    !says.has('key-invalid') &&
    !says.has('permission')
  );
}

/** A service says what it did not find; a server that has no such path, only that it has none. */
function hasOwnWords({ body, message }: Facts): boolean {
  return body === 'json' && /\p{L}/u.test(fold(message).replace(OF_ANY_SERVER, ' '));
}

const OF_ANY_SERVER =
  /\b(?:the|this|that|a|an|you|requested|was|is|not|found|no|such|does|do|exist|error|could|be|page|path|route|url|uri|endpoint|on|server|nothing|here|there|unknown|any)\b/gu;

/** A documented list is not found, says something that refuses in another shape than the service does. */
function isOfOthers(facts: Facts): boolean {
  const { status, operation, body, isOwnMessage, says } = facts;
  if (status !== 404 || operation?.method !== 'GET' || namesEntry(facts) || body !== 'json' || isOwnMessage)
    return false;
  return [...says].every((topic) => topic === 'not-found' || topic === 'wrong-address');
}

/** The key check is not found either, and it is there wherever the API is. */
function isNothingThere({ status, probes, says }: Facts): boolean {
  return (
    status === 404 && probes.some((probe) => probe.kind === 'key' && probe.status === 404) && !says.has('key-invalid')
  );
}

function shapeLine({ body, hasForeignShape, request }: Facts): string | undefined {
  if (body === 'html') return 'the answer is a web page (HTML)';
  return hasForeignShape ? `the answer has not the shape of ${request}` : undefined;
}

export function serverLine({ headers }: Facts): string | undefined {
  return headers['server'] === undefined ? undefined : `header Server: ${headers['server'].slice(0, 60)}`;
}
