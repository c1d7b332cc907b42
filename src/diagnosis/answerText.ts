import { singleLine } from '../base/text.ts';
import type { ReceivedResponse } from '../client/exchange.ts';
import { asText, parseJson, valueAt } from '../client/json.ts';
import type { RefusalText, ServiceDefinition } from '../services/definition.ts';
import { isOnlyPrefix, recognise } from '../services/fingerprint.ts';
import { type Challenge, parseChallenges } from './challenges.ts';
import type { CauseId } from './diagnosis.ts';
import { carrierNames, isWithinValue, keyFields, plain } from './namedProjects.ts';
import { readTopics } from './reading.ts';
import type { Topic } from './topicTable.ts';
import { type RejectedField, rejectedFields } from './rejectedFields.ts';
import { saidInBody, saidInHeaders } from './saidWords.ts';

/** What a text or a code of the service names. */
export interface NamedCause {
  readonly cause: RefusalText['cause'];
  readonly permission?: string;
  /** By the service's definition, which knows its words better than the general ones do. */
  readonly isDefined: boolean;
}

/** What an answer says in words, with nothing in it that looks like a key. */
export interface AnswerText {
  readonly body: 'json' | 'html' | 'text' | 'empty';
  readonly json: unknown;
  /** The beginning of a web page or plain text that came in place of data; empty otherwise. */
  readonly page: string;
  /** The service's own words, as one line; empty where it gave none. */
  readonly message: string;
  /** They stand where the service's definition says that its refusals have them. */
  readonly isOwnMessage: boolean;
  /** What the service's definition says that its words mean, or a permission that it names. */
  readonly named: NamedCause | undefined;
  /** What the words speak of. */
  readonly says: ReadonlySet<Topic>;
  /** The fields of a rejected body, each with the service's words. */
  readonly rejectedFields: readonly RejectedField[];
  /** What the service or a proxy wants to be shown (RFC 9110, 11). */
  readonly challenges: readonly Challenge[];
}

const USUAL_MESSAGES = [
  'message',
  'detail',
  'error.message',
  'error',
  'error_description',
  'errors.0.detail',
  'errors.0.message',
  'errors.0.title',
  'errors.0',
  'title',
  'description',
  'error.detail',
  'error.description',
  'error.text',
  'error.title',
  'error.type',
  'error.code',
  'reason',
  'msg',
  'Message',
  'errorMessage',
  'error_message',
  'errors',
  'fault.faultstring',
  'detail.message',
  'detail.msg',
  'code',
];
/** Many services name a permission as `area:action`, whatever the sentence around it. */
const PERMISSION =
  /(?<![\w:/.-])(?<permission>[a-z][a-z_.-]*:(?:read|write|create|update|delete|manage|admin|view|list|edit)[a-z_]*)\b/iu;
/** Where the sentence speaks of permissions, more forms of name are one. */
const LOOSE_PERMISSION =
  /(?<![\w:/.-])(?<permission>[a-z][a-z0-9_-]*(?::[a-z][a-z0-9_*-]*)+|(?!errors?\.|oauth\.|auth\.)[a-z][a-z0-9_-]*\.(?!(?:created|updated|deleted|managed|viewed|listed|edited)\b)(?![a-z_]*(?:key|token)s?\b)(?:read|write|create|update|delete|manage|admin|view|list|edit)[a-z_]*)(?![\w:/])/iu;
/**
 * Reads the words of an answer. Pure.
 * @param isChange the request was one with a content, in which a field may have the name of a key.
 */
export function readAnswer(
  response: ReceivedResponse | undefined,
  definition: ServiceDefinition,
  isChange = false,
): AnswerText {
  const text = (response?.bodyText ?? '').replace(/^\uFEFF/u, '');
  const json = parseJson(text);
  const headers = response?.headers ?? {};
  const body = bodyKind(text, json, headers);
  const status = response?.errorInside?.status ?? response?.status;
  const isRefusal = status === undefined || status >= 400 || response?.errorInside !== undefined;
  const challenges = parseChallenges(headers['www-authenticate'] ?? '');
  const asked = saidInHeaders(challenges, headers);
  // What a success says is data.
  const inBody = isRefusal && body !== 'html' ? saidInBody(json, text) : [];
  const spoken =
    inBody.find((words) => /\s/u.test(words)) ??
    inBody.find((words) => /\p{L}/u.test(words)) ??
    inBody[0] ??
    asked.at(-1) ??
    '';
  const message = hideKeys(messageOf(json, body, text, definition) || singleLine(spoken, 300), definition);
  const words = isRefusal ? [message, ...inBody, ...asked].map((word) => hideKeys(word, definition)) : [];
  const rejected = rejectedFields(json, definition).map((entry) => ({
    ...entry,
    field: hideKeys(entry.field, definition),
    message: hideKeys(entry.message, definition),
  }));
  const named = isRefusal ? namedCause(words, status, definition, json, challenges) : undefined;
  return {
    body,
    json,
    page: body === 'html' || body === 'text' ? text.slice(0, 20_000) : '',
    message,
    isOwnMessage: definition.errors.message.some((path) => valueAt(json, path) !== undefined),
    named,
    says: saysOf(
      [...words.filter(Boolean), ...wordsOfFields(rejected, definition, status, isChange)],
      body,
      named,
      definition,
      status,
    ),
    rejectedFields: rejected,
    challenges,
  };
}

/** What is said of a rejected field that names the project or the key is said of the project or the key. */
function wordsOfFields(
  rejected: readonly RejectedField[],
  definition: ServiceDefinition,
  status: number | undefined,
  isChange: boolean,
): readonly string[] {
  const names = carrierNames(definition);
  return rejected.flatMap(({ field, message }) => {
    const name = plain(field.split('.').at(-1) ?? '');
    if (names.includes(name)) return [`${definition.projectTerm.one} ${message}`];
    const isOfKey =
      !(isChange && isWithinValue(field)) &&
      (keyFields(definition, isChange && status !== 401).includes(name) ||
        (status === 401 && /^(?:key|token)$/u.test(name)));
    return isOfKey ? [`key ${message}`] : [];
  });
}

/** A page is not the service's; what its definition names is what it says, whatever else its words are like. */
function saysOf(
  words: readonly string[],
  body: AnswerText['body'],
  named: NamedCause | undefined,
  definition: ServiceDefinition,
  status: number | undefined,
): ReadonlySet<Topic> {
  const read = [...readTopics(body === 'html' ? [] : words, definition, status)];
  const topics = new Set(named?.isDefined ? read.filter((topic) => GENERAL.has(topic)) : read);
  if (named) topics.add(topicOf(named.cause));
  if (named?.permission !== undefined) topics.add('permission');
  return topics;
}

/** What is spoken of, without a cause. */
const GENERAL: ReadonlySet<Topic> = new Set(['project', 'key', 'token', 'content', 'denied', 'asked']);
/** The topics of causes that are not called alike. */
const TOPICS: Partial<Readonly<Record<CauseId, Topic>>> = {
  'permission-missing': 'permission',
  'permission-read-only': 'read-only',
  'service-down': 'maintenance',
  'invalid-request': 'content',
};

function topicOf(cause: RefusalText['cause']): Topic {
  return TOPICS[cause] ?? (cause as Topic);
}

/**
 * Takes out whatever begins as the service's keys do. What was sent is masked before; this is for a key that was
 * pasted, that is another's, or of which the service repeats a part.
 */
export function hideKeys(text: string, definition: ServiceDefinition): string {
  return text.replace(/[\w.~+-]{5,}/gu, (word) => {
    if (/^eyJ[\w-]{8,}/u.test(word)) return '…';
    const found = recognise(word, definition);
    return found && !isOnlyPrefix(word, found) ? '…' : word;
  });
}

function bodyKind(text: string, json: unknown, headers: Readonly<Record<string, string>>): AnswerText['body'] {
  if (text.trim() === '') return 'empty';
  if (json !== undefined) return 'json';
  const isHtml =
    /html/iu.test(headers['content-type'] ?? '') ||
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body|title|h1|center)\b/isu.test(text);
  return isHtml ? 'html' : 'text';
}

function messageOf(json: unknown, body: AnswerText['body'], text: string, definition: ServiceDefinition): string {
  const found = [...definition.errors.message, ...USUAL_MESSAGES]
    .map((path) => valueAt(json, path))
    .find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof found === 'string') return singleLine(found, 300);
  if (body === 'json') return singleLine(asText(json) ?? '', 300);
  const title = /<title[^<>]*>([^<]{1,300})</iu.exec(text.slice(0, 20_000))?.[1];
  if (body === 'html') return singleLine(title ?? '', 120);
  return text.trimStart().startsWith('<') ? '' : singleLine(text, 160);
}

function namedCause(
  texts: readonly string[],
  status: number | undefined,
  definition: ServiceDefinition,
  json: unknown,
  challenges: readonly Challenge[],
): NamedCause | undefined {
  const { errors } = definition;
  const fits = ({ status: statuses }: Pick<RefusalText, 'status'>) =>
    !statuses || status === undefined || statuses.includes(status);
  const code = errors.code === undefined ? undefined : asText(valueAt(json, errors.code))?.toLowerCase();
  const byCode = errors.codes?.find((entry) => fits(entry) && entry.code.toLowerCase() === code);
  for (const entry of errors.texts) {
    const match = fits(entry)
      ? texts.map((text) => new RegExp(entry.pattern, 'iu').exec(text)).find(Boolean)
      : undefined;
    if (!match) continue;
    const permission = match.groups?.['permission'];
    return { cause: entry.cause, isDefined: true, ...(permission && { permission: singleLine(permission, 60) }) };
  }
  const permission = status === 401 || status === 403 ? permissionIn(texts, challenges, definition) : undefined;
  if (permission !== undefined)
    return { cause: 'permission-missing', permission: singleLine(permission, 60), isDefined: false };
  return byCode && { cause: byCode.cause, isDefined: true };
}

function permissionIn(
  texts: readonly string[],
  challenges: readonly Challenge[],
  definition: ServiceDefinition,
): string | undefined {
  const lacking = challenges.find(({ parameters }) => parameters['error'] === 'insufficient_scope');
  const [scope] = lacking?.parameters['scope']?.trim().split(/\s+/u) ?? [];
  if (scope) return hideKeys(scope, definition);
  for (const text of texts) {
    const strict = PERMISSION.exec(text)?.groups?.['permission'];
    if (strict !== undefined) return strict;
  }
  for (const text of texts) {
    const found = LOOSE_PERMISSION.exec(text);
    // A name of this form may be of anything, unless the words around it speak of permissions.
    const around = found && text.replace(found[0], ' ');
    if (found && readTopics([around ?? ''], definition).has('permission')) return found.groups?.['permission'];
  }
  return undefined;
}
