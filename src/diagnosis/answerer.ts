/** Who answered: the service, or something before it. */
import { valueAt } from '../client/json.ts';
import {
  type GateKind,
  botCheckData,
  gateHeaders,
  gateWords,
  pageWords,
  saidToReader,
  unknownHost,
} from './gateSigns.ts';
import type { AnswerText } from './answerText.ts';
import { fold } from './wordPatterns.ts';

export interface Answerer {
  readonly kind: GateKind;
  /** What shows it, as a line of evidence. */
  readonly sign: string;
}

export interface AnswerSigns {
  readonly status: number;
  readonly succeeded: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: AnswerText;
  /** No definition describes the path, so that a web page may be what was asked for. */
  readonly isUndocumented: boolean;
  /** Below the base URL. */
  readonly path: string | undefined;
  /** The address that redirects led to. */
  readonly redirectedTo: string | undefined;
  /** A success without the shape that the operation has. */
  readonly hasForeignShape: boolean;
  /** The service takes a key in a header of its own, or as a bearer: no other scheme is its. */
  readonly scheme: 'bearer' | 'other';
}

/** A page with more words than this has other things to say; a link to its sign-in is not what it is for. */
const SHORT_PAGE = 400;
const LOCATION_OF_SIGN_IN =
  /log-?in|sign-?in|signin|\bsso\b|\bauth(?:orize|entication)?\b|saml|oauth2?|accounts?\.|adfs|cloudflareaccess|okta/iu;

const REDIRECTING_SCRIPT = /\blocation(?:\.href)?\s*(?:=|\.(?:replace|assign)\()\s*["']([^"']+)["']/iu;

const patterns = new Map<string, RegExp>();
function test(source: string, text: string): boolean {
  let found = patterns.get(source);
  if (!found) patterns.set(source, (found = new RegExp(source, 'iu')));
  return found.test(text);
}

/** What answered in place of the service; undefined where nothing shows that it was not the service. Pure. */
export function whoAnswered(signs: AnswerSigns): Answerer | undefined {
  const { status, headers, answer, succeeded, hasForeignShape } = signs;
  // 511 is a network's own answer (RFC 6585).
  if (status === 511) return { kind: 'portal', sign: 'status 511 is what a network answers that wants a sign-in' };
  const isForeign = answer.body === 'html' || hasForeignShape;
  // What marks a challenge to a browser comes with any status.
  const challenge = byHeader(signs, isForeign);
  if (challenge?.kind === 'bot-check') return challenge;
  // Data in the service's own shape is the service's, whatever words are in it.
  if (succeeded && !isForeign) return undefined;
  if (status >= 300 && status < 400) {
    return LOCATION_OF_SIGN_IN.test(headers['location'] ?? '')
      ? { kind: 'sign-in', sign: 'the answer redirects to a sign-in page' }
      : undefined;
  }
  return challenge ?? byScheme(signs) ?? byWords(signs);
}

function byHeader({ headers, status, answer }: AnswerSigns, isForeign: boolean): Answerer | undefined {
  for (const { header, value, kind, name, onlyForeign, onlyMissing } of gateHeaders) {
    const sent = headers[header];
    if (sent === undefined || (value !== undefined && !test(value, fold(sent)))) continue;
    // A service behind a content network has its headers too, and its own refusals.
    // What names a permission or a key is the service's own refusal, though its gateway gave the header.
    if (
      kind === 'firewall' &&
      ['permission', 'key-invalid', 'key-expired', 'project'].some((topic) => answer.says.has(topic as 'project'))
    )
      continue;
    if (onlyForeign && (!isForeign || ![403, 405, 406, 418, 429].includes(status) || answer.json !== undefined))
      continue;
    if (onlyMissing && (status !== 404 || answer.json !== undefined)) continue;
    return { kind, sign: `the header ${header} is one of ${name}` };
  }
  return undefined;
}

/** A service that takes a bearer token asks for no other sign-in. */
function byScheme({ status, scheme, answer }: AnswerSigns): Answerer | undefined {
  const [first] = answer.challenges;
  if (status !== 401 || (scheme !== 'bearer' && answer.body !== 'html') || !first) return undefined;
  const isOther = answer.challenges.every(({ scheme: own }) => ['basic', 'negotiate', 'ntlm', 'digest'].includes(own));
  return isOther
    ? { kind: 'sign-in', sign: `the answer asks for a sign-in by ${first.scheme}, which the service does not use` }
    : undefined;
}

/** Without its scripts, an application has nothing in its page. */
const ROOT_OF_APPLICATION =
  /<(?:div|main|body|app-root|section)\b[^<>]*\bid\s*=\s*["']?(?:root|app|application|__next|__nuxt|q-app|svelte|react-root|main)["'\s>]|<app-root\b/iu;
const OF_DOCUMENTS = /\bdocs?\b|document|reference|swagger|redoc|openapi|guide|manual|help|\.x?html?$/iu;

/**
 * The page of a web site that stands where an API was meant: an application's empty page, which servers give for every
 * path that they do not know, or a site of documentation that nobody asked for.
 */
function ofWebSite(page: string, path = ''): Answerer | undefined {
  if (OF_DOCUMENTS.test(path)) return undefined;
  if (headings(page).some((heading) => /^\s*index of \//iu.test(heading)))
    return { kind: 'other-server', sign: 'the page lists the files of a server' };
  const words = visibleText(page.replace(/<(title|noscript)\b.*?<\/\1>/gisu, ' '));
  const isEmpty = words.length < 40 && !/<(?:h[1-6]|p|li|td)\b/iu.test(page) && /<script\b[^<>]*\bsrc\s*=/iu.test(page);
  if (isEmpty && ROOT_OF_APPLICATION.test(page)) {
    return { kind: 'other-server', sign: 'the page is an empty one that scripts fill, as web applications have' };
  }
  return test(pageWords.documentation, fold(headings(page).slice(0, 2).join(' · ')))
    ? { kind: 'other-server', sign: 'the page is of a site with documentation' }
    : undefined;
}

/**
 * A page that came with success from a path that nobody describes is most likely the page that was asked for. It is a
 * gate's only where it leads to a sign-in, asks for a password, or wants something of a person by a form or a script.
 */
function byPurpose({ answer: { page }, redirectedTo = '', path }: AnswerSigns): Answerer | undefined {
  if (LOCATION_OF_SIGN_IN.test(redirectedTo)) return { kind: 'sign-in', sign: 'the answer is that of a sign-in page' };
  const gate = leadingToSignIn(page);
  if (gate) return gate;
  const site = ofWebSite(page, path);
  if (site) return site;
  const words = fold(visibleText(page));
  if (words.length > SHORT_PAGE) return undefined;
  if (asksForPassword(page)) return PASSWORD;
  const top = fold(headings(page).join(' · '));
  const isOfSignIn = test(pageWords['sign-in'], top);
  if (isOfSignIn && OF_NETWORK.test(words)) return { kind: 'portal', sign: "the page is a network's own" };
  if (isOfSignIn && /<form\b/iu.test(page)) return { kind: 'sign-in', sign: 'the page is a sign-in' };
  const found =
    gateWords.find(({ kind, words: own }) => isForPersons(kind, page) && test(own, words)) ??
    gateWords.find(({ kind, words: own }) => kind === 'portal' && test(own, top)) ??
    saidToReader.find(({ words: own }) => test(own, words));
  return found && { kind: found.kind, sign: `the page speaks as a ${NAMES[found.kind]} does` };
}

const OF_NETWORK = /\b(?:network|netzwerk|reseau|wi ?fi|wlan|hotspot)\b/u;

/** A bot check has a script or a form, and a network's own page a form. */
function isForPersons(kind: GateKind, page: string): boolean {
  return (kind === 'bot-check' && /<(?:form|script)\b/iu.test(page)) || (kind === 'portal' && /<form\b/iu.test(page));
}

function leadingToSignIn(page: string): Answerer | undefined {
  const refresh =
    /<meta\b[^<>]*\brefresh\b[^<>]*\burl=([^"'<>\s]+)/iu.exec(page)?.[1] ?? REDIRECTING_SCRIPT.exec(page)?.[1];
  return refresh !== undefined && LOCATION_OF_SIGN_IN.test(refresh)
    ? { kind: 'sign-in', sign: 'the page leads to a sign-in page' }
    : undefined;
}

const PASSWORD: Answerer = { kind: 'sign-in', sign: 'the page asks for a password' };
const asksForPassword = (page: string): boolean => /type\s*=\s*["']?password/iu.test(page);

function byWords(signs: AnswerSigns): Answerer | undefined {
  const { status, answer, succeeded } = signs;
  const { body, page } = answer;
  if (body === 'json' || body === 'empty') return inSentence(answer);
  if (succeeded && signs.isUndocumented) return byPurpose(signs);
  const gate = status < 500 ? leadingToSignIn(page) : undefined;
  if (gate) return gate;
  const words = fold(visibleText(page));
  // The page of a gateway that cannot reach the service names the gateway as well.
  const kinds: readonly GateKind[] =
    status >= 500 && unknownHost.test(words)
      ? ['other-server']
      : status >= 500 && !/\bblocked\b.{0,80}\bpolicy|\b(?:web ?page|website|access) blocked/u.test(words)
        ? ['bot-check']
        : ['bot-check', 'portal', 'proxy', 'firewall', 'other-server'];
  for (const { kind, words: own } of gateWords) {
    if (!kinds.includes(kind) || !test(own, words)) continue;
    // "This network" may stand anywhere in a long page.
    if (kind === 'portal' && words.length > SHORT_PAGE * 2) continue;
    if (body === 'text' && kind === 'portal') continue;
    return { kind, sign: `the page speaks as a ${NAMES[kind]} does` };
  }
  if (body !== 'html') return undefined;
  if (status < 500 && words.length <= SHORT_PAGE && /\bwi ?fi\b|\bwlan\b|hotspot/u.test(words)) {
    return { kind: 'portal', sign: "the page is a network's own" };
  }
  const top = fold(headings(page).join(' · ')) || words.slice(0, SHORT_PAGE);
  const about = words.length <= SHORT_PAGE ? `${top} ${words}` : top;
  if (status < 500 && asksForPassword(page)) return PASSWORD;
  if (status < 500 && status !== 404 && test(pageWords['sign-in'], about))
    return { kind: 'sign-in', sign: 'the page is a sign-in' };
  if ((status >= 500 || succeeded || status === 403 || status === 429) && test(pageWords.maintenance, about)) {
    return { kind: 'maintenance', sign: 'the page speaks of maintenance' };
  }
  if (status < 500 && (status === 403 || status === 406 || status === 451 || test(pageWords.firewall, about))) {
    return {
      kind: 'firewall',
      sign: `the refusal is a web page${status === 403 ? ', which services do not answer with' : ''}`,
    };
  }
  return undefined;
}

const NAMES: Readonly<Record<GateKind, string>> = {
  'bot-check': 'bot check',
  portal: "network's sign-in",
  'sign-in': 'sign-in page',
  proxy: 'proxy',
  firewall: 'gateway or firewall',
  maintenance: 'maintenance page',
  'other-server': 'server that knows no such API',
};

/** A sentence in the service's own form, which a gateway may imitate. Only what nobody else would say counts. */
function inSentence({ message, says, json }: AnswerText): Answerer | undefined {
  const isWordless = ['message', 'error', 'errors', 'detail', 'code'].every(
    (name) => valueAt(json, name) === undefined,
  );
  if (isWordless && botCheckData.test(JSON.stringify(json) ?? ''))
    return { kind: 'bot-check', sign: 'the answer holds what a check against bots wants to run' };
  const folded = fold(message);
  // What names a key or a project is the service's.
  if (says.has('key') || says.has('project') || says.has('rate-limited') || says.has('permission')) return undefined;
  const found = gateWords.find(
    ({ kind, words }) => kind !== 'other-server' && kind !== 'portal' && test(words, folded),
  );
  return found && { kind: found.kind, sign: `the text speaks as a ${NAMES[found.kind]} does` };
}

function headings(page: string): readonly string[] {
  return [...page.matchAll(/<(title|h[1-3])\b[^<>]*>([^<]{1,300})</giu)].map((match) => match[2] ?? '');
}

/** What a person reads of a page: no scripts, no addresses of scripts. */
function visibleText(page: string): string {
  return page
    .replace(/<(script|style)\b.*?(?:<\/\1>|$)/gisu, ' ')
    .replace(/<[^<>]*>/gu, ' ')
    .replace(/&nbsp;|&#160;/giu, ' ')
    .replace(/&amp;/giu, '&')
    .replace(/&#0?39;|&apos;|&rsquo;/giu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}
