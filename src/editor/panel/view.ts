import { singleLine } from '../../base/text.ts';
import { STATUS_CODES } from '../../client/statusCodes.ts';
import { type Exchange, type ReceivedResponse, succeeded } from '../../client/exchange.ts';
import { type Connection, type Project, showKey } from '../../connections/connection.ts';
import { headerFor, needsProject, takesProject } from '../../client/scope.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Scope, ServiceDefinition } from '../../services/definition.ts';
import type { Operation, Parameter } from '../../services/operationSchema.ts';
import { findOperation, isRead, operationKey, placeholders } from '../../services/operations.ts';
import { byteSize, connectionTitle, projectTitle } from '../words.ts';
import { isJson } from './json.ts';
import type {
  NameValue,
  PanelAnswer,
  PanelBody,
  PanelDestination,
  PanelOperation,
  PanelParameter,
} from './protocol.ts';

/** Characters of a body that the page itself shows; the whole opens in an editor. */
const BODY_LIMIT = 1_000_000;
const REQUEST_ID_HEADERS = ['x-request-id', 'request-id', 'x-correlation-id', 'x-amzn-requestid', 'cf-ray'];

export function operationView(operation: Operation, { scope, projectTerm }: ServiceDefinition): PanelOperation {
  const described = new Map((operation.pathParameters ?? []).map((parameter) => [parameter.name, parameter]));
  return {
    key: operationKey(operation),
    method: operation.method,
    path: operation.path,
    title: operation.title,
    group: operation.group,
    changesData: !isRead(operation),
    hasDocumentation: operation.documentation !== undefined,
    pathParameters: placeholders(operation.path).map((name) =>
      scope.by === 'path' && name === scope.parameter
        ? { ...parameterView({ name }), summary: `Left empty: the chosen ${projectTerm.one}` }
        : parameterView(described.get(name) ?? { name, required: true }),
    ),
    query: (operation.query ?? []).map(parameterView),
    body: (operation.body ?? []).map(parameterView),
  };
}

function parameterView(parameter: Parameter): PanelParameter {
  return {
    name: parameter.name,
    type: parameter.type ?? '',
    required: parameter.required === true,
    repeatable: parameter.repeatable === true,
    values: (parameter.values ?? []).map(String),
    summary: [parameter.summary, boundsOf(parameter)].filter(Boolean).join('. '),
  };
}

function boundsOf({ minimum, maximum }: Parameter): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum}–${maximum}`;
  return minimum === undefined ? '' : `at least ${minimum}`;
}

export interface DestinationParts {
  readonly connection: Connection;
  readonly definition: ServiceDefinition;
  readonly method: string;
  /** Without a query. */
  readonly path: string;
  readonly selected: Project | undefined;
  /** `selected` is not the active project: the request was opened for another one. */
  readonly isPinned: boolean;
  readonly bound: Project | undefined;
  /** In words; empty where nothing is known. */
  readonly budget: string;
}

/** Where the next request goes: said before Send. */
export function destinationView({
  connection,
  definition,
  method,
  path,
  selected,
  isPinned,
  bound,
  budget,
}: DestinationParts): PanelDestination {
  const { scope } = definition;
  const operation = findOperation(definition, method, path);
  const takes = takesProject(scope, path, operation);
  const isBound = connection.keyKind === 'one-project';
  // A project-bound key names its project nowhere but in a path.
  const named = takes && (!isBound || scope.by === 'path') ? (selected ?? bound) : undefined;
  return {
    connectionId: connection.id,
    connection: connectionTitle(connection, definition),
    project:
      projectWords(named ?? (isBound ? bound : undefined), isBound, takes, definition) +
      (isPinned && named ? ' (not the active one)' : ''),
    term: definition.projectTerm.one,
    projectMissing: needsProject(scope, path, operation) && !named && !(isBound && scope.by === 'header'),
    scope: named ? scopeWords(scope, named) : '',
    host: new URL(connection.baseUrl).host,
    key: showKey(connection),
    budget,
    isProtected: false,
    changed: '',
    headerWarnings: [],
  };
}

function projectWords(
  project: Project | undefined,
  isBound: boolean,
  takes: boolean,
  { projectTerm: { one }, scope }: ServiceDefinition,
): string {
  if (project) return projectTitle(project);
  if (isBound) return `the key's own ${one}`;
  if (!takes) return `no ${one} needed`;
  return scope.by === 'token' ? `the default ${one}` : `no ${one} chosen`;
}

function scopeWords(scope: Scope, project: Project): string {
  switch (scope.by) {
    case 'header':
      return `header ${headerFor(scope, project).header}`;
    case 'path':
      return `path {${scope.parameter}}`;
    case 'token':
      return 'token';
    case 'none':
      return '';
  }
}

/** An exchange as the page shows it. */
export function answerView(
  exchange: Exchange,
  diagnoses: readonly Diagnosis[],
  definition: ServiceDefinition,
): PanelAnswer {
  const { response, failure, request } = exchange;
  return {
    id: exchange.id,
    status: statusWords(exchange),
    meaning: '',
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
    helped: '',
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

const FAILURE_WORDS: Readonly<Record<NonNullable<Exchange['failure']>['kind'], string>> = {
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

function statusWords({ response, failure }: Exchange): string {
  const status = response && `${response.status} ${STATUS_CODES[response.status] ?? ''}`.trim();
  if (!failure) return status ?? 'No answer';
  return status ? `${FAILURE_WORDS[failure.kind]} after ${status}` : FAILURE_WORDS[failure.kind];
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
