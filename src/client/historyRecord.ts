/**
 * How the history is written down: a summary, small enough for hundreds of them to be listed at once, and the entry.
 */
import * as v from 'valibot';
import type { Project } from '../connections/connection.ts';
import type { HistoryEntry } from './history.ts';
import { type Exchange, type Failure, succeeded } from './exchange.ts';

/** What a list of the history shows of an entry. */
export interface HistorySummary {
  /** The exchange's id. */
  readonly id: string;
  readonly connection: string;
  readonly connectionTitle: string;
  readonly project?: Project;
  readonly method: string;
  /** With its placeholders filled, as far as they were. */
  readonly path: string;
  readonly operation?: string;
  readonly service: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly sizeBytes: number;
  readonly status?: number;
  readonly failure?: Failure['kind'];
  readonly succeeded: boolean;
}

const FORMAT = 1;
const text = v.string();
const texts = v.record(text, text);
const rows = v.array(v.object({ name: text, value: text }));
const project = v.object({ id: text, slug: v.exactOptional(text), name: text });

const failureKind = v.picklist([
  'not-sent',
  'dns',
  'refused',
  'tls',
  'timeout',
  'reset',
  'aborted',
  'proxy',
  'cors',
  'other',
]);

const summary = v.object({
  format: v.literal(FORMAT),
  id: text,
  connection: text,
  connectionTitle: text,
  project: v.exactOptional(project),
  method: text,
  path: text,
  operation: v.exactOptional(text),
  service: text,
  startedAt: v.pipe(text, v.isoTimestamp()),
  durationMs: v.number(),
  sizeBytes: v.number(),
  status: v.exactOptional(v.number()),
  failure: v.exactOptional(failureKind),
  succeeded: v.boolean(),
});

/** Loose, so that a field which exchanges learn later is kept and read back without being named here. */
const exchange = v.looseObject({
  id: text,
  connection: text,
  service: text,
  operation: v.exactOptional(text),
  scope: v.looseObject({ by: v.picklist(['header', 'token', 'path', 'none']) }),
  request: v.looseObject({ method: text, url: v.pipe(text, v.url()), headers: texts }),
  response: v.exactOptional(
    v.looseObject({
      status: v.number(),
      headers: texts,
      bodyText: text,
      sizeBytes: v.number(),
      truncated: v.boolean(),
      file: v.exactOptional(v.object({ uri: text, sizeBytes: v.number(), complete: v.boolean() })),
    }),
  ),
  failure: v.exactOptional(v.looseObject({ kind: failureKind, message: text })),
  startedAt: v.pipe(text, v.isoTimestamp()),
  durationMs: v.number(),
  hops: v.array(v.looseObject({ url: text, status: v.number() })),
  callsSpent: v.number(),
  notes: v.array(text),
});

const entry = v.object({
  format: v.literal(FORMAT),
  connection: text,
  connectionTitle: text,
  project: v.exactOptional(project),
  draft: v.object({ method: text, path: text, pathValues: texts, query: rows, headers: rows, body: text }),
  exchange,
  omitted: v.array(text),
});

export function summaryOf({
  connection,
  connectionTitle,
  project: sentTo,
  draft,
  exchange: made,
}: HistoryEntry): HistorySummary {
  const { response, failure } = made;
  return {
    id: made.id,
    connection,
    connectionTitle,
    ...(sentTo && { project: sentTo }),
    method: draft.method,
    path: draft.path.replaceAll(
      /\{([^{}/]+)\}/gu,
      (placeholder, name: string) => draft.pathValues[name] || placeholder,
    ),
    ...(made.operation !== undefined && { operation: made.operation }),
    service: made.service,
    startedAt: made.startedAt,
    durationMs: made.durationMs,
    sizeBytes: response?.sizeBytes ?? 0,
    ...(response && { status: response.status }),
    ...(failure && { failure: failure.kind }),
    succeeded: succeeded(made),
  };
}

export function writeSummary(written: HistorySummary): string {
  return JSON.stringify({ format: FORMAT, ...written });
}

export function writeEntry(written: HistoryEntry): string {
  return JSON.stringify({ format: FORMAT, ...written });
}

/** Undefined for what is no summary, such as a file that was half written. */
export function readSummary(written: string): HistorySummary | undefined {
  const read = parsed(summary, written);
  if (!read) return undefined;
  const { format: _, ...kept } = read;
  return kept;
}

/** Undefined for what is no entry. */
export function readEntry(written: string): HistoryEntry | undefined {
  const read = parsed(entry, written);
  if (!read) return undefined;
  const { format: _, ...kept } = read;
  return { ...kept, exchange: kept.exchange as unknown as Exchange };
}

function parsed<T extends v.GenericSchema>(schema: T, written: string): v.InferOutput<T> | undefined {
  try {
    const result = v.safeParse(schema, JSON.parse(written));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
