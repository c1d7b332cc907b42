import type { ServiceDefinition } from '../services/definition.ts';
import type { Operation } from '../services/operationSchema.ts';
import { pathMatches } from '../services/operations.ts';
import { asText, listAt, parseJson, valueAt } from './json.ts';

/** A refusal that came inside an answer whose own status says success. */
export interface ErrorInside {
  /** The HTTP status that the error stands for, where its code is one. */
  readonly status?: number;
}

/**
 * Looks for a refusal inside a body: by the flag that the service's definition names, and, where it is known what the
 * operation answers with, by the forms that refusals have anywhere.
 * @param operation given for a status of success alone: any other says of itself that it is a refusal.
 */
export function errorInside(
  bodyText: string,
  definition: ServiceDefinition,
  operation?: Operation,
): ErrorInside | undefined {
  const { errors } = definition;
  const body = parseJson(bodyText.replace(/^\uFEFF/u, ''));
  const isFlagged = errors.successFlag !== undefined && valueAt(body, errors.successFlag) === false;
  if (!isFlagged && !(operation && isErrorAlone(body, definition, operation))) return undefined;
  const status = statusIn(body, definition);
  return status === undefined ? {} : { status };
}

/**
 * The same for an answer of which nobody knows what was asked: a body with the fields of a refusal alone, and with none
 * that an entry has. Data may look so as well, and only the words can tell.
 */
export function perhapsErrorInside(bodyText: string, definition: ServiceDefinition): ErrorInside | undefined {
  const body = parseJson(bodyText.replace(/^\uFEFF/u, ''));
  const isPlain = (value: unknown) => namesOf(value).every((name) => !OF_ENTRIES.has(name));
  const parts = [body, valueAt(body, 'error'), ...(listAt(body, 'errors') ?? [])];
  if (!parts.every(isPlain) || !isErrorAlone(body, definition)) return undefined;
  const status = statusIn(body, definition);
  return status === undefined ? {} : { status };
}

function statusIn(body: unknown, { errors }: ServiceDefinition): number | undefined {
  const codes = [...(errors.code === undefined ? [] : [errors.code]), ...STATUS_FIELDS];
  return codes.map((field) => Number(asText(valueAt(body, field)))).find((code) => isRefusal(code));
}

const STATUS_FIELDS = [
  'status',
  'code',
  'statusCode',
  'status_code',
  'http_status',
  'error.status',
  'error.code',
  'error.statusCode',
  'error.status_code',
  'errors.0.status',
  'errors.0.code',
  'errors.0.extensions.code',
];
/** The fields that a refusal has. An entry of a service has others beside them, its id at least. */
const REFUSAL_FIELDS = new Set(
  'error errors message msg detail details code status statuscode success ok requestid traceid correlationid timestamp path type title instance data result response meta metadata errordescription errorcode errormessage errortype reason description help documentation documentationurl docs method exception fault hint retryafter links jsonapi version errcode errmsg needed provided'.split(
    ' ',
  ),
);
/** Fields that an entry has, such as the result of a check that failed. */
const OF_ENTRIES = new Set(
  'id count total timestamp time date createdat updatedat checkedat firstseen lastseen url monitor check name'.split(
    ' ',
  ),
);
const FAILED = /^(?:error|errored|fail|failed|failure|ko|nok|denied|unauthori[sz]ed|forbidden)$/iu;

/** Whether a body is a refusal and nothing else. Data that merely speaks of errors has its own fields, or its list. */
function isErrorAlone(body: unknown, definition: ServiceDefinition, operation?: Operation): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  const fields = new Map(Object.entries(body).map(([name, value]) => [plain(name), value]));
  if ([...fields.keys()].some((name) => !REFUSAL_FIELDS.has(name))) return false;
  if (operation && listAt(body, itemsOf(definition, operation)) !== undefined) return false;
  if (['data', 'result', 'response'].some((name) => hasContent(fields.get(name)))) return false;
  const says = (name: string) => typeof fields.get(name) === 'string' && fields.get(name) !== '';
  // A flag of success is the answer's own word for it.
  if (['success', 'ok'].some((name) => fields.get(name) === true)) return false;
  const isFailed = ['success', 'ok'].some((name) => fields.get(name) === false || fields.get(name) === 'false');
  const hasStatus = ['status', 'code', 'statuscode'].some((name) => isRefusal(Number(asText(fields.get(name)))));
  const status = fields.get('status');
  return (
    isFailed ||
    hasContent(fields.get('errors')) ||
    hasContent(fields.get('fault')) ||
    (hasContent(fields.get('error')) && fields.get('error') !== false) ||
    (says('errmsg') && fields.get('errcode') !== 0) ||
    (hasStatus && (says('message') || says('detail') || says('title') || says('msg'))) ||
    (typeof status === 'string' &&
      FAILED.test(status) &&
      (says('message') || says('detail') || says('msg') || says('code')))
  );
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_]/gu, '');
}

function namesOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value).map(plain) : [];
}

function itemsOf({ projects, collections, items }: ServiceDefinition, { path }: Operation): string | readonly string[] {
  if (pathMatches(path, [projects.path])) return projects.items;
  return collections.find((collection) => pathMatches(path, [collection.path]))?.items ?? items;
}

function hasContent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined && value !== null && value !== '';
  return Object.keys(value).length > 0;
}

function isRefusal(code: number): boolean {
  return Number.isInteger(code) && code >= 400 && code <= 599;
}
