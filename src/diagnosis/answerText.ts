import { singleLine } from '../base/text.ts';
import type { ReceivedResponse } from '../client/exchange.ts';
import { asText, parseJson, valueAt } from '../client/json.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { isOnlyPrefix, recognise } from '../services/fingerprint.ts';
import type { CauseId } from './diagnosis.ts';

/** What a text of the service names. */
export interface NamedCause {
  readonly cause: CauseId;
  readonly permission?: string;
}

/** What an answer says in words, with nothing in it that looks like a key. */
export interface AnswerText {
  readonly body: 'json' | 'html' | 'text' | 'empty';
  readonly json: unknown;
  /** The beginning of a web page or plain text that came in place of data; empty otherwise. */
  readonly page: string;
  /** The service's own words, as one line; empty where it gave none. */
  readonly message: string;
  readonly named: NamedCause | undefined;
  /** The fields of a rejected body, each with the service's words. */
  readonly rejectedFields: readonly { readonly field: string; readonly message: string }[];
}

const USUAL_MESSAGES = ['message', 'detail', 'error.message', 'error', 'error_description', 'title'];
/** Many services name a permission as `area:action`, whatever the sentence around it. */
const PERMISSION = /\b(?<permission>[a-z][a-z_.-]*:(?:read|write|create|update|delete|manage|admin))\b/iu;

/** Reads the words of an answer. Pure. */
export function readAnswer(response: ReceivedResponse | undefined, definition: ServiceDefinition): AnswerText {
  const text = response?.bodyText ?? '';
  const json = parseJson(text);
  const body = bodyKind(text, json, response?.headers ?? {});
  const message = hideKeys(messageOf(json, body, text, definition), definition);
  return {
    body,
    json,
    page: body === 'html' || body === 'text' ? text.slice(0, 20_000) : '',
    message,
    named: namedCause(message, response?.errorInside?.status ?? response?.status, definition),
    rejectedFields: rejectedFields(json, definition),
  };
}

/**
 * Takes out whatever begins as the service's keys do. What was sent is masked before; this is for a key that was
 * pasted, that is another's, or of which the service repeats a part.
 */
export function hideKeys(text: string, definition: ServiceDefinition): string {
  return text.replace(/[\w.~+-]{5,}/gu, (word) => {
    const found = recognise(word, definition);
    return found && !isOnlyPrefix(word, found) ? '…' : word;
  });
}

function bodyKind(text: string, json: unknown, headers: Readonly<Record<string, string>>): AnswerText['body'] {
  if (text.trim() === '') return 'empty';
  if (json !== undefined) return 'json';
  const isHtml = /html/iu.test(headers['content-type'] ?? '') || /^\s*<(?:!doctype html|html|head|body)\b/iu.test(text);
  return isHtml ? 'html' : 'text';
}

function messageOf(json: unknown, body: AnswerText['body'], text: string, definition: ServiceDefinition): string {
  const found = [...definition.errors.message, ...USUAL_MESSAGES]
    .map((path) => valueAt(json, path))
    .find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof found === 'string') return singleLine(found, 300);
  if (body === 'json') return singleLine(asText(json) ?? '', 300);
  const title = /<title[^<>]*>([^<]{1,300})</iu.exec(text.slice(0, 20_000))?.[1];
  return body === 'html' ? singleLine(title ?? '', 120) : singleLine(text, 160);
}

function namedCause(
  message: string,
  status: number | undefined,
  definition: ServiceDefinition,
): NamedCause | undefined {
  for (const text of definition.errors.texts) {
    if (text.status && status !== undefined && !text.status.includes(status)) continue;
    const match = new RegExp(text.pattern, 'iu').exec(message);
    if (!match) continue;
    const permission = match.groups?.['permission'];
    return { cause: text.cause, ...(permission && { permission: singleLine(permission, 60) }) };
  }
  const permission = status === 401 || status === 403 ? PERMISSION.exec(message)?.groups?.['permission'] : undefined;
  return permission ? { cause: 'permission-missing', permission: singleLine(permission, 60) } : undefined;
}

function rejectedFields(json: unknown, definition: ServiceDefinition): AnswerText['rejectedFields'] {
  const list = fieldList(json, definition);
  if (list.length > 0) return list;
  const fields = definition.errors.fields === undefined ? undefined : valueAt(json, definition.errors.fields);
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return [];
  return Object.entries(fields as Record<string, unknown>).map(([field, value]) => {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return {
      field: hideKeys(singleLine(field, 60), definition),
      message: hideKeys(singleLine(asText(first) ?? '', 160), definition),
    };
  });
}

/** Rejected fields as a list of objects; a name in parts, such as `["body", "name"]`, is joined with dots. */
function fieldList(json: unknown, definition: ServiceDefinition): AnswerText['rejectedFields'] {
  const { fieldList: format } = definition.errors;
  const list = format === undefined ? undefined : valueAt(json, format.items);
  if (!format || !Array.isArray(list)) return [];
  return list.slice(0, 50).flatMap((entry: unknown) => {
    const name = valueAt(entry, format.name);
    const field = Array.isArray(name) ? name.map((part) => asText(part) ?? '').join('.') : asText(name);
    if (!field) return [];
    const message = asText(valueAt(entry, format.message)) ?? '';
    return [
      { field: hideKeys(singleLine(field, 60), definition), message: hideKeys(singleLine(message, 160), definition) },
    ];
  });
}
