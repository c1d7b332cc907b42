import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, json } from './answer.ts';
import { actOut, type FaultPlan, writeAnswer } from './faults.ts';
import type { RequestRecord } from './record.ts';

/** One request, read to its end. */
export interface PracticeRequest {
  readonly method: string;
  /** Without the query, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The service's own address, for the links it answers with. */
  readonly baseUrl: string;
}

export interface PracticeServer {
  readonly baseUrl: string;
  stop(): Promise<void>;
}

export interface PracticeServerOptions {
  readonly port: number;
  readonly record: RequestRecord;
  readonly faults: FaultPlan;
  answer(request: PracticeRequest): Answer;
}

const LARGEST_BODY = 5 * 1024 * 1024;

/**
 * Serves on 127.0.0.1 only.
 * @throws the system's error (`EADDRINUSE` and the like) when the port cannot be had.
 */
export async function startServer(options: PracticeServerOptions): Promise<PracticeServer> {
  let baseUrl = '';
  const server = createServer((incoming, response) => {
    serve(options, baseUrl, incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let stopped: Promise<void> | undefined;
  return {
    baseUrl,
    stop() {
      stopped ??= new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return stopped;
    },
  };
}

async function serve(
  options: PracticeServerOptions,
  baseUrl: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = incoming.url ?? '/';
  const method = incoming.method ?? 'GET';
  const headers = headersOf(incoming);
  const body = await bodyOf(incoming);
  const noteStatus = options.record.add({ method, path: target, headers, body: body ?? '' });
  const rightAnswer = (): Answer => {
    if (body === undefined) return json(413, { message: 'Payload Too Large' });
    // Not `new URL`: a target such as `//host/path` would be read as another host.
    const question = target.indexOf('?');
    const path = question < 0 ? target : target.slice(0, question);
    const query = new URLSearchParams(question < 0 ? '' : target.slice(question + 1));
    try {
      return options.answer({ method, path, query, headers, body, baseUrl });
    } catch {
      // As a service would: its own mistake is a 500, not a lost connection.
      return json(500, { message: 'Server Error' });
    }
  };
  const fault = options.faults.take({ method, path: target });
  if (fault === undefined) {
    const answer = rightAnswer();
    noteStatus(answer.status);
    writeAnswer(response, answer);
    return;
  }
  await fault.until;
  const status = actOut(fault.action, response, rightAnswer);
  if (status !== undefined) noteStatus(status);
}

function headersOf(incoming: IncomingMessage): Readonly<Record<string, string>> {
  const entries = Object.entries(incoming.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** The body as text, or undefined when it is longer than a stand-in takes. */
async function bodyOf(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  return size > LARGEST_BODY ? undefined : Buffer.concat(chunks).toString('utf8');
}
