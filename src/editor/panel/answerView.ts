import { singleLine } from '../../base/text.ts';
import { type Exchange, type Failure, type ReceivedResponse, succeeded } from '../../client/exchange.ts';
import { STATUS_CODES, STATUS_MEANINGS } from '../../client/statusCodes.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { ServiceDefinition } from '../../services/definition.ts';
import { byteSize } from '../words.ts';
import { isJson } from './json.ts';
import type { Sent } from './parts.ts';
import type { NameValue, PanelAnswer, PanelBody } from './protocol.ts';

/** Characters of a body that the page itself shows; the whole opens in an editor. */
const BODY_LIMIT = 1_000_000;
const REQUEST_ID_HEADERS = ['x-request-id', 'request-id', 'x-correlation-id', 'x-amzn-requestid', 'cf-ray'];

/** An exchange as the page shows it. */
export function answerView(
  { answered: { exchange }, helped = '' }: Sent,
  diagnoses: readonly Diagnosis[],
  definition: ServiceDefinition,
): PanelAnswer {
  const { response, failure, request } = exchange;
  return {
    id: exchange.id,
    status: statusWords(response?.status, failure?.kind),
    meaning: failure ? '' : (STATUS_MEANINGS[response?.status ?? 0] ?? ''),
    tone:
      failure || !response
        ? 'bad'
        : succeeded(exchange) && diagnoses.length === 0
          ? 'good'
          : response.status < 400 && diagnoses.length === 0
            ? 'neutral'
            : 'bad',
    durationMs: exchange.durationMs,
    timing: [],
    size: response ? byteSize(response.sizeBytes) : '',
    requestId: REQUEST_ID_HEADERS.map((name) => response?.headers[name]).find((id) => id !== undefined) ?? '',
    stamp: stampWords(exchange, definition),
    headers: rowsOf(response?.headers ?? {}),
    body: bodyView(response),
    sent: { method: request.method, url: request.url, headers: rowsOf(request.headers), body: '' },
    hops: exchange.hops.map((hop) => ({ ...hop, method: '', carried: '' })),
    notes: exchange.notes,
    // The diagnosis says it too, and why.
    failure: diagnoses.length > 0 ? '' : (failure?.message ?? ''),
    diagnoses: diagnoses.map(({ actions, ...diagnosis }) => ({
      ...diagnosis,
      actions: actions.map(({ title }) => title),
    })),
    helped,
    onceSecrets: [],
  };
}

function bodyView(response: ReceivedResponse | undefined): PanelBody {
  const text = response?.bodyText ?? '';
  return {
    kind: text === '' ? 'none' : isJson(text) ? 'json' : 'text',
    text: text.slice(0, BODY_LIMIT),
    base64: '',
    mediaType: '',
    isShortened: text.length > BODY_LIMIT,
    note: '',
  };
}

const FAILURE_WORDS: Readonly<Record<Failure['kind'], string>> = {
  'not-sent': 'Not sent',
  dns: 'Host not found',
  refused: 'Connection refused',
  tls: 'No secure connection',
  timeout: 'Timed out',
  reset: 'Connection broke off',
  aborted: 'Cancelled',
  proxy: 'Refused by the proxy',
  cors: 'Not allowed in the web',
  other: 'Failed',
};

/** `403 Forbidden`, or what the network did: `Timed out`, `Connection broke off after 200 OK`. */
export function statusWords(status: number | undefined, failure: Failure['kind'] | undefined): string {
  const answered = status === undefined ? undefined : `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  if (!failure) return answered ?? 'No answer';
  return answered ? `${FAILURE_WORDS[failure]} after ${answered}` : FAILURE_WORDS[failure];
}

function stampWords({ scope, failure }: Exchange, { projectTerm: { one } }: ServiceDefinition): string {
  if (failure?.kind === 'not-sent') return '';
  const id = scope.project ?? '';
  const project = singleLine(scope.projectName === undefined ? id : `${scope.projectName} (id ${id})`, 80);
  if (scope.by === 'none') return project === '' ? `sent without a ${one}` : `sent for ${one} ${project}`;
  return `sent with ${one} ${project} by ${scope.by}${scope.header === undefined ? '' : ` ${scope.header}`}`;
}

function rowsOf(headers: Readonly<Record<string, string>>): NameValue[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
