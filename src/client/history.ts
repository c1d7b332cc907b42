import { Secret } from '../base/secret.ts';
import type { Project } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { secretHeaders } from './credential.ts';
import type { Exchange, ReceivedResponse } from './exchange.ts';
import { LONGEST_SECRET, redactor } from './redact.ts';
import { type Masked, isSecretName, maskParameters } from './secretParameters.ts';
import { keysIn, maskBody } from './typedSecrets.ts';

/** Characters of a body that the history keeps. */
export const KEPT_BODY = 1_000_000;

/** A name and its value, as typed into a table. */
export interface KeptRow {
  readonly name: string;
  readonly value: string;
}

/** A request as it was composed, with the placeholders of its path. */
export interface KeptDraft {
  readonly method: string;
  readonly path: string;
  readonly pathValues: Readonly<Record<string, string>>;
  readonly query: readonly KeptRow[];
  readonly headers: readonly KeptRow[];
  readonly body: string;
}

/** What is kept of one request that a person sent. */
export interface HistoryEntry {
  readonly connection: string;
  /** What the connection was called then. */
  readonly connectionTitle: string;
  /** The project that it was sent for, as it was known then. */
  readonly project?: Project;
  readonly draft: KeptDraft;
  readonly exchange: Exchange;
  /** What of it was not kept, in sentences. */
  readonly omitted: readonly string[];
}

/** What is known without looking for it: the keys that are stored, and how keys of the services look. */
export interface KnownSecrets {
  readonly keys: readonly Secret[];
  readonly definitions: readonly Pick<ServiceDefinition, 'keys' | 'auth'>[];
}

/**
 * An entry as it may be written down. The exchange came without the secrets that Bearings sent; here go those that a
 * person typed, wherever they stand, every stored key, and all that looks like a key of a service. Bodies are cut.
 */
export function entryToKeep(entry: Omit<HistoryEntry, 'omitted'>, known: KnownSecrets): HistoryEntry {
  const omitted: string[] = [];
  const secrets: Secret[] = [...known.keys];
  const take = ({ text, secrets: found }: Masked): string => {
    secrets.push(...found);
    return text;
  };
  const carriers = new Set(known.definitions.flatMap(({ auth }) => secretHeaders(auth)).map(small));
  const draft = maskedDraft(entry.draft, carriers, take, omitted);
  const exchange = maskedExchange(entry.exchange, take, omitted);
  secrets.push(...keysIn(JSON.stringify({ draft, exchange }), known.definitions));
  const isTooMuch = secrets.length > MOST_SECRETS || secrets.some((one) => one.reveal().length > LONGEST_SECRET);
  if (isTooMuch && (entry.draft.body !== '' || (entry.exchange.response?.bodyText ?? '') !== '')) {
    return withoutBodies(entry, known);
  }
  const redact = redactor(secrets);
  const { response } = exchange;
  const isCut = response !== undefined && response.bodyText.length < (entry.exchange.response?.bodyText.length ?? 0);
  const kept = isCut
    ? { ...exchange, response: { ...response, bodyText: redact.cutOff(response.bodyText) } }
    : exchange;
  const safe = redact.everywhere({ ...entry, draft, exchange: kept });
  const isMasked = JSON.stringify({ ...safe.draft, body: '' }) !== JSON.stringify({ ...entry.draft, body: '' });
  if (isMasked || (draft.body !== '' && safe.draft.body !== entry.draft.body)) {
    omitted.push('Secrets in the request were masked: type them again before it is sent.');
  }
  return { ...safe, omitted };
}

/** Texts that are looked for everywhere at once: each makes it slower. */
const MOST_SECRETS = 300;

/** For an entry such as a list of leaked keys, each of which would have to be masked everywhere. */
function withoutBodies(entry: Omit<HistoryEntry, 'omitted'>, known: KnownSecrets): HistoryEntry {
  const { response, ...exchange } = entry.exchange;
  const bodiless = response && { ...response, bodyText: '', truncated: response.truncated || response.bodyText !== '' };
  const draft = { ...entry.draft, body: '' };
  const kept = entryToKeep(
    { ...entry, draft, exchange: { ...exchange, ...(bodiless && { response: bodiless }) } },
    known,
  );
  return { ...kept, omitted: [...kept.omitted, 'The bodies hold too many secrets, or too long ones, to be kept.'] };
}

type Take = (masked: Masked) => string;

function small(name: string): string {
  return name.trim().toLowerCase();
}

/** @param carriers headers in which keys and tokens of the services travel, in small letters. */
function maskedDraft(draft: KeptDraft, carriers: ReadonlySet<string>, take: Take, omitted: string[]): KeptDraft {
  const masked = (name: string, value: string) => maskedValue(value, isSecretName(name), take);
  const row = ({ name, value }: KeptRow): KeptRow => ({ name, value: masked(name, value) });
  const header = ({ name, value }: KeptRow): KeptRow =>
    carriers.has(small(name)) ? { name, value: maskedValue(value, true, take) } : row({ name, value });
  const pathValues = Object.entries(draft.pathValues).map(([name, value]) => [name, masked(name, value)]);
  return {
    method: draft.method,
    path: take(maskParameters(draft.path)),
    pathValues: Object.fromEntries(pathValues) as Record<string, string>,
    query: draft.query.map(row),
    headers: draft.headers.map(header),
    body: maskedRequestBody(draft.body, take, omitted),
  };
}

/** The name of a scheme, such as `Bearer`, is no secret and stays. */
function maskedValue(value: string, isSecret: boolean, take: Take): string {
  if (value === '' || !isSecret) return take(maskParameters(value));
  const [, scheme = '', credentials = value] = /^([A-Za-z][\w-]*\s+)(\S.*)$/u.exec(value) ?? [];
  const secret = new Secret(credentials);
  return take({ text: scheme + secret.mask, secrets: [secret] });
}

/** A body that was cut would be another request: one that is too long is left out whole. */
function maskedRequestBody(body: string, take: Take, omitted: string[]): string {
  const masked = body.length > KEPT_BODY ? undefined : maskBody(body);
  if (masked) return take(masked);
  omitted.push('The body of the request was too large to be kept.');
  return '';
}

/** What is shown this once is not there a second time, so that nothing offers to copy it. */
function maskedExchange(made: Exchange, take: Take, omitted: string[]): Exchange {
  const { onceSecrets: _, ...exchange } = made;
  const address = (url: string) => take(maskParameters(url));
  const { request, response, hops } = exchange;
  return {
    ...exchange,
    request: { ...request, url: address(request.url) },
    hops: hops.map((hop) => ({ ...hop, url: address(hop.url) })),
    ...(response && { response: keptResponse(response, omitted) }),
  };
}

/** Bytes cannot be looked through for secrets. A body that goes on in a file is kept by the file's name. */
function keptResponse({ binary, ...response }: ReceivedResponse, omitted: string[]): ReceivedResponse {
  if (binary) omitted.push('The body is no text, and was not kept.');
  if (response.bodyText.length <= KEPT_BODY) return response;
  if (!response.file) omitted.push('Of the body, the first megabyte was kept.');
  return { ...response, bodyText: response.bodyText.slice(0, KEPT_BODY).toWellFormed(), truncated: true };
}
