import type { Diagnosis } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { type Rule, actions, answerLine, diagnosis, namesEntry } from '../rule.ts';

const GATE =
  /captcha|cloudflare|akamai|incapsula|imperva|captive portal|web filter|bot (?:check|protection)|error code: 1\d{3}/iu;
/** What a gateway's page says, and a service might say in a plain text of its own. */
const GATE_PAGE = /firewall|access denied|blocked by|are you (?:a )?human|checking your browser|just a moment/iu;
const CHALLENGE = /captcha|are you (?:a )?human|checking your browser|just a moment/iu;
const SIGN_IN = /sign[ -]?in|log[ -]?in|single sign-on/iu;
/** A page with more words than this has other things to say; a link to its sign-in is not what it is for. */
const SHORT_PAGE = 400;

/** Something else than the service's API answered: a page, or data of another shape, in place of its data. */
export const foreignAnswer: Rule = (facts) => {
  if (facts.failure) return undefined;
  if (namesGate(facts)) return blocked(facts);
  const { status = 0, definition } = facts;
  if (status >= 500) return undefined;
  const isRedirect = status >= 300 && status < 400 && status !== 304;
  if (facts.body !== 'html' && !facts.hasForeignShape && !isRedirect && !isBaseMissing(facts)) return undefined;
  return diagnosis('wrong-address', 'likely', {
    title: `This address is not ${definition.name}'s API.`,
    explanation: isRedirect
      ? 'The address redirects elsewhere, and the redirect was not followed. Check the base URL of the connection and the path.'
      : `What came back is not what ${definition.name}'s API answers. Check the base URL of the connection and the path.`,
    evidence: [answerLine(facts), shapeLine(facts), serverLine(facts)],
    actions: [actions.sendAgain(facts, 'Send again')],
  });
};

function blocked(facts: Facts): Diagnosis {
  return diagnosis('blocked-before-service', 'likely', {
    title: 'Something before the service answered.',
    explanation:
      'A gateway, firewall or sign-in page answered, so the request did not reach the service. Check the network or VPN.',
    evidence: [answerLine(facts), shapeLine(facts), serverLine(facts)],
    actions: [actions.sendAgain(facts, 'Send again')],
  });
}

/** Whether the answer speaks as a gateway, firewall, bot check or sign-in page does. */
export function namesGate(facts: Facts): boolean {
  const { status = 0, body, headers, pageText } = facts;
  // 511 is a network's own answer (RFC 6585); Cloudflare marks its challenges with a header.
  if (status === 511 || headers['cf-mitigated'] !== undefined) return true;
  if (status >= 300 && status < 400) return SIGN_IN.test(headers['location'] ?? '');
  if (body === 'json' || (body !== 'html' && facts.succeeded && !facts.hasForeignShape)) return false;
  const scheme = headers['www-authenticate'] ?? '';
  if (status === 401 && facts.definition.auth.type === 'bearer' && /^\s*(?:basic|negotiate|ntlm)\b/iu.test(scheme))
    return true;
  const words = visibleText(pageText);
  // The page of a gateway that cannot reach the service names the gateway as well.
  if (status >= 500) return CHALLENGE.test(words);
  return GATE.test(words) || (body === 'html' && (GATE_PAGE.test(words) || isSignIn(pageText, words)));
}

function isSignIn(page: string, words: string): boolean {
  const headings = [...page.matchAll(/<(title|h[1-3])\b[^<>]*>([^<]{1,300})</giu)].map((match) => match[2] ?? '');
  if (headings.some((heading) => SIGN_IN.test(heading)) || /type\s*=\s*["']?password/iu.test(page)) return true;
  return words.length <= SHORT_PAGE && SIGN_IN.test(words);
}

/** What a person reads of a page: no scripts, no addresses of scripts. */
function visibleText(page: string): string {
  return page
    .replace(/<(script|style)\b.*?(?:<\/\1>|$)/gisu, ' ')
    .replace(/<[^<>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A documented list that needs no project is there wherever the API is. */
function isBaseMissing(facts: Facts): boolean {
  const { status, operation, takesProject, keyKind } = facts;
  if (status !== 404 || !operation || takesProject || keyKind === 'one-project' || facts.hasOtherSlash) return false;
  return !namesEntry(facts) && operation.method === 'GET';
}

function shapeLine({ body, hasForeignShape, request }: Facts): string | undefined {
  if (body === 'html') return 'the answer is a web page (HTML)';
  return hasForeignShape ? `the answer has not the shape of ${request}` : undefined;
}

function serverLine({ headers }: Facts): string | undefined {
  return headers['server'] === undefined ? undefined : `header Server: ${headers['server'].slice(0, 60)}`;
}
