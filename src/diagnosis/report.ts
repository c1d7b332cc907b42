import type { Secret } from '../base/secret.ts';
import { count } from '../base/text.ts';
import type { Exchange } from '../client/exchange.ts';
import { STATUS_CODES } from '../client/statusCodes.ts';
import { type Connection, showKey } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { KeyReport } from './keyReport.ts';
import { type Writer, causesSection, markdownWriter, table } from './markdown.ts';
import { secretsInHeaders, secretsInText } from './pastedSecrets.ts';
import type { Probe } from './probeResult.ts';

/** What a report is written from, beside what it is about. */
export interface ReportContext {
  readonly definition: ServiceDefinition;
  /** Undefined for an answer that was pasted, or whose connection was removed. */
  readonly connection: Connection | undefined;
  /** All services, so that no key of any of them gets into the report. */
  readonly services: readonly ServiceDefinition[];
  /** Such as `Bearings 0.1.0` and `VS Code 1.104.0`. */
  readonly versions: readonly string[];
  readonly diagnoses: readonly Diagnosis[];
  readonly probes?: readonly Probe[];
}

const REQUEST_ID =
  /^(?:x-)?(?:amzn-)?(?:request|correlation|trace)-?id$|^(?:cf-ray|traceparent|x-amz-cf-id|x-b3-traceid)$/u;
/** Of what came back, these tell who answered; the rest would only fill the report. */
const TELLING =
  /^(?:server|via|date|content-type|content-length|retry-after|ratelimit.*|x-ratelimit.*|www-authenticate|proxy-authenticate|location|cf-.*|x-cache.*|x-served-by|deprecation|sunset)$/u;

/** The id by which the service finds an answer in its own log: the header's name and value. */
export function requestIdOf(exchange: Pick<Exchange, 'response'>): readonly [string, string] | undefined {
  return Object.entries(exchange.response?.headers ?? {}).find(([name]) => REQUEST_ID.test(name));
}

/**
 * An exchange and its causes as Markdown, for a colleague or the service's support: no secret, no more of a key than its
 * last four characters, not the connection's label, nothing of the bodies but what the causes quote.
 */
export function exchangeReport(exchange: Exchange, context: ReportContext): string {
  const { definition, connection, services, diagnoses, probes = [] } = context;
  const writer = markdownWriter(services, typedSecrets(exchange));
  const { code, line, block } = writer;
  const { request, response, failure, hops } = exchange;
  const isPasted = connection === undefined && exchange.connection === '';
  const id = requestIdOf(exchange);
  const what = exchange.operation ?? `${request.method} ${pathOf(request.url)}`;
  const received = Object.entries(response?.headers ?? {}).filter(([name]) => TELLING.test(name) || name === id?.[0]);
  const lines = [
    `# ${line(definition.name)}: ${line(outcome(exchange))} for ${code(what, 120)}`,
    '',
    ...table([
      ['Request', request.url === '' ? undefined : code(`${request.method} ${request.url}`, 1000)],
      ['Service', line([definition.name, regionName(connection, definition)].filter(Boolean).join(', '))],
      [capital(definition.projectTerm.one), line(scopeWords(exchange, isPasted))],
      ['Key', connection && line(`${showKey(connection).replace(/^key /u, '')}, ${reach(connection, definition)}`)],
      ['Answer', line(outcome(exchange))],
      ['Request id', id && `${code(id[1])} (header ${code(id[0])})`],
      ['Sent', isPasted ? undefined : line(exchange.startedAt)],
      ['Took', isPasted ? undefined : `${exchange.durationMs} ms, ${count(exchange.callsSpent, 'call')} spent`],
      [
        'Redirects',
        hops.length === 0 ? undefined : hops.map((hop) => code(`${hop.status} ${hop.url}`)).join(', then '),
      ],
      ['Failure', failure && line(`${failure.kind}: ${failure.message}`)],
    ]),
    '',
    '## Why',
    ...causesSection(diagnoses, writer),
    ...section(
      'Sent to find out',
      probes.map((probe) => `- ${probeWords(probe, writer)}`),
    ),
    ...section(
      'Notes',
      exchange.notes.map((note) => `- ${line(note)}`),
    ),
    ...section('Headers as sent, secrets masked', blockOf(Object.entries(request.headers), block)),
    ...section('Headers of the answer, a selection', blockOf(received, block)),
    '',
    footer(context, isPasted, line),
  ];
  return `${lines.join('\n')}\n`;
}

/** What a person typed into the request that is named as a secret, or looks like one; an answer may repeat it. */
function typedSecrets({ request, hops, response }: Exchange): readonly Secret[] {
  const addresses = [request.url, ...hops.map(({ url }) => url)];
  const headers = [...Object.entries(request.headers), ...Object.entries(response?.headers ?? {})];
  const text = [...addresses, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n');
  return [...secretsInText(text), ...secretsInHeaders(Object.entries(request.headers))];
}

/** The report of a key's test as Markdown, under the same rules. */
export function keyCheckReport(report: KeyReport, context: ReportContext): string {
  const { definition, connection, services, diagnoses } = context;
  const writer = markdownWriter(services);
  const { line } = writer;
  const lines = [
    `# ${line(definition.name)}: test of a key, ${report.verdict}`,
    '',
    ...table([
      ['Service', line([definition.name, regionName(connection, definition)].filter(Boolean).join(', '))],
      ['Address', connection && writer.code(connection.baseUrl)],
      ['Key', connection && line(`${showKey(connection).replace(/^key /u, '')}, ${reach(connection, definition)}`)],
      ['Projects listed', report.projectCount === undefined ? undefined : String(report.projectCount)],
      ['Expires', report.expiresAt && line(report.expiresAt)],
      ['Calls spent', String(report.callsSpent)],
      ...report.access.map(
        ({ area, read, write }) => [`Access to ${line(area)}`, `read ${read}, write ${write}`] as const,
      ),
    ]),
    ...(report.verdict === 'valid' ? [] : section('Why', causesSection(diagnoses, writer))),
    ...section(
      'How this is known',
      report.evidence.map((entry) => `- ${line(entry)}`),
    ),
    '',
    footer(context, false, line),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, ...lines];
}

function blockOf(entries: readonly (readonly [string, string])[], block: Writer['block']): string[] {
  return entries.length === 0 ? [] : block(entries);
}

function outcome({ response, failure }: Exchange): string {
  if (!response) return failure?.kind === 'not-sent' ? 'not sent' : 'no answer';
  const { status, errorInside } = response;
  const told = errorInside?.status ? ` (${errorInside.status})` : '';
  const inside = status < 400 && errorInside ? ` with an error inside${told}` : '';
  return `${status} ${STATUS_CODES[status] ?? ''}`.trim() + inside;
}

function scopeWords({ scope, failure }: Exchange, isPasted: boolean): string {
  if (failure?.kind === 'not-sent') return 'nothing was sent';
  if (scope.project === undefined) return isPasted && scope.by === 'none' ? '' : 'none was named';
  const name = scope.projectName === undefined ? '' : `${scope.projectName}, `;
  const how = scope.by === 'header' ? `header ${scope.header ?? ''}` : scope.by;
  return `${name}id ${scope.project}${scope.by === 'none' ? ', not named' : `, named by ${how}`}`;
}

function reach({ keyKind }: Connection, { projectTerm: { one, many } }: ServiceDefinition): string {
  if (keyKind === 'all-projects') return `reaches all ${many}`;
  return keyKind === 'one-project' ? `bound to one ${one}` : 'its reach is not known';
}

function regionName(connection: Connection | undefined, { regions }: ServiceDefinition): string {
  const region = regions.find(({ id }) => id === connection?.region);
  return region && regions.length > 1 ? `region ${region.name}` : '';
}

/** What a probe changed, where its operation does not tell it. */
const CHANGED: Readonly<Record<string, string>> = {
  'with-project': ' with a project named',
  region: ' in another region',
};

function probeWords({ kind, operation, status, lacks }: Probe, { code, line }: Writer): string {
  return `${code(operation)}${CHANGED[kind] ?? ''}: ${status}${lacks === undefined ? '' : `, lacks ${line(lacks)}`}`;
}

function footer({ versions }: ReportContext, isPasted: boolean, line: Writer['line']): string {
  const known = isPasted ? ' Known from the pasted text alone; nothing was sent.' : '';
  return `Written by ${line(versions.join(', '))}. No key and no token is in it.${known}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}
