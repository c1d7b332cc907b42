/** Finds the words of a refusal wherever an answer may have them: bodies of any shape, challenges, gRPC's headers. */
import type { ReceivedResponse } from '../client/exchange.ts';
import type { Challenge } from './challenges.ts';
import { OF_NO_FIELD } from './rejectedFields.ts';

/** Names of fields whose values are no words. */
const NOT_WORDS = /(?:^|_|-)(?:id|ids|url|uri|href|path|instance|timestamp|time|date|method|trace|ray|host)$/iu;
const NOT_WORDS_IN_CAMEL_CASE = /[a-z](?:Ids?|Url|Uri|Time)$/u;
/** Names of fields that may have an address in place of words. */
const OFTEN_ADDRESS = /(?:^|_|-)(?:docs?|documentation|help|link)$/iu;
const NOT_OF_THE_REFUSAL = /^(?:data|request|input|stack|trace|locations)$/iu;
/** An entry with one of these says something; without one it is a field with what is wrong with it. */
const OF_A_MESSAGE = /^(?:reason|code|domain|detail|message|title|extensions|msg|text)$/iu;

/** `x-error-code`, `x-amzn-errortype`, `x-deny-reason`: headers that say why. */
const OF_AN_ERROR =
  /(?:^|-)(?:error|deny|denied|reject(?:ed)?)(?:-?(?:code|type|message|reason|description))?$|-errortype$/iu;

/** The canonical names of gRPC's status codes; what speaks JSON through a gateway gives the number alone. */
const GRPC = [
  '',
  'cancelled',
  'unknown',
  'invalid argument',
  'deadline exceeded',
  'not found',
  'already exists',
  'permission denied',
  'resource exhausted',
  'failed precondition',
  'aborted',
  'out of range',
  'unimplemented',
  'internal',
  'unavailable',
  'data loss',
  'unauthenticated',
];

/** The texts and codes of a body, to a depth at which refusals have them. Rejected fields are read apart. Pure. */
export function saidInBody(json: unknown, text: string): readonly string[] {
  const words = json === undefined && isXml(text) ? textsOf(text) : wordsIn(json);
  return words.filter((word) => word !== '');
}

function isXml(text: string): boolean {
  return /^\s*<(?:\?xml|[A-Za-z]+(?:Error|Response|Fault)?\b[^<>]*>)/u.test(text.slice(0, 200));
}

/** What stands between the tags of XML. */
function textsOf(text: string): readonly string[] {
  return [...text.slice(0, 10_000).matchAll(/<(?<name>[\w:]+)[^<>]*>(?<words>[^<>]+)</gu)].flatMap(({ groups }) =>
    wordsOf((groups?.['words'] ?? '').trim(), groups?.['name'] ?? ''),
  );
}

/** The same of what stands in headers. Pure. */
export function saidInHeaders(
  challenges: readonly Challenge[],
  headers: ReceivedResponse['headers'],
): readonly string[] {
  const asked = challenges.flatMap(({ parameters }) => [parameters['error'], parameters['error_description']]);
  const grpc = [headers['grpc-status'] && GRPC[Number(headers['grpc-status'])], decoded(headers['grpc-message'])];
  const named = Object.entries(headers).flatMap(([name, value]) =>
    OF_AN_ERROR.test(name) ? wordsOf(value, 'type') : [],
  );
  return [...named, ...asked, ...grpc].filter((word): word is string => word !== undefined && word !== '');
}

function wordsIn(value: unknown, depth = 0, name = ''): readonly string[] {
  if (typeof value === 'string') return wordsOf(value, name);
  if (typeof value === 'boolean') return flagged(value, name);
  if (depth > 3 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 5).flatMap((entry) => wordsIn(entry, depth + 1, name));
  const names = Object.keys(value);
  const isOfFields = /^(?:errors|fields|violations|invalid_?params|validation)$/iu.test(name);
  if (depth > 0 && isOfFields && !names.some((own) => OF_A_MESSAGE.test(own) || OF_NO_FIELD.test(own))) return [];
  if ('loc' in value || 'field' in value || 'pointer' in value) return [];
  const words = Object.entries(value)
    .slice(0, 20)
    .flatMap(([field, entry]) => (NOT_OF_THE_REFUSAL.test(field) ? [] : wordsIn(entry, depth + 1, field)));
  return [...words, ...grpcName(value)];
}

/** `tokenExpired: true`, `isValidKey: false`: a flag says what its name says. */
function flagged(value: boolean, name: string): readonly string[] {
  const words = name
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .replace(/[-_]/gu, ' ')
    .toLowerCase();
  if (!STATE_OF_CALLER.test(words)) return [];
  return value
    ? [words]
    : [words.replace(/\b(?:is|has|was) /u, '').replace(GOOD_STATE, 'not $&')].filter((own) => / not |^not /u.test(own));
}

const GOOD_STATE = /\b(?:valid|authenticated|authori[sz]ed|recogni[sz]ed|known)\b/u;
const STATE_OF_CALLER =
  /\b(?:keys?|apikey|tokens?|credentials?|projects?|rate|quota|limit)\b.*\b(?:in)?(?:valid|expired|revoked|missing|required|limited|exceeded|unknown|recogni[sz]ed)\b|\b(?:invalid|expired|revoked|missing|unknown|valid) (?:api )?(?:key|token|credentials?|project)\b|^rate limited$|^(?:is )?(?:un)?authenticated$/u;

function wordsOf(text: string, name: string): readonly string[] {
  if (NOT_WORDS.test(name) || NOT_WORDS_IN_CAMEL_CASE.test(name) || text.length > 1000) return [];
  if (OFTEN_ADDRESS.test(name) && !/\s/u.test(text)) return [];
  // The address of a problem's type ends with its name (RFC 9457).
  return [name === 'type' ? text.replace(/^(?:https?:\/\/|urn:).*?([^/#?:]*)[/?]?$/u, '$1') : text];
}

/** `{code: 8, message, details}`, and nothing else, is how gRPC's gateways put a status. */
function grpcName(value: object): readonly string[] {
  if (!('code' in value) || typeof value.code !== 'number' || !('message' in value)) return [];
  const isPlain = Object.keys(value).every((name) => ['code', 'message', 'details', 'status'].includes(name));
  return isPlain ? [GRPC[value.code] ?? ''] : [];
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return text;
  }
}
