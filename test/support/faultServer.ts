import { gzipSync } from 'node:zlib';
import { type Answer, type LoopbackServer, type ReceivedRequest, startServer } from './server.ts';

/** What a server says to one request. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: string | Uint8Array | object;
}

/** What a request asks of a service, whatever the service calls it. */
export interface Asked {
  readonly kind: 'exchange' | 'check' | 'projects' | 'read' | 'write';
  /** The part of the service that it is about. */
  readonly area: string;
  readonly needsProject: boolean;
  /** The project that it names, in a header, its path or its token. */
  readonly project: string | undefined;
  readonly request: ReceivedRequest;
}

/** A state in which a service is: some requests meet the fault, all others are answered as ever. */
export interface Fault {
  hits(asked: Asked): boolean;
  readonly reply: Reply | Answer;
}

/** Everything that the server is asked, the exchange of a key included: what stands before the service, or the key. */
export const everywhere = (): boolean => true;
/** All that comes after the exchange of a key for a token; everything where keys are sent themselves. */
export const withToken = ({ kind }: Asked): boolean => kind !== 'exchange';
export const reads = ({ kind }: Asked): boolean => kind !== 'exchange' && kind !== 'write';
export const writes = ({ kind }: Asked): boolean => kind === 'write';
export const inArea =
  (...areas: readonly string[]) =>
  ({ kind, area }: Asked): boolean =>
    kind !== 'exchange' && areas.includes(area);
export const writesIn =
  (area: string) =>
  ({ kind, area: own }: Asked): boolean =>
    kind === 'write' && own === area;
export const withoutProject = ({ kind, needsProject, project }: Asked): boolean =>
  kind !== 'exchange' && needsProject && project === undefined;
/** The requests that name one of the given projects; of a token's, the exchange that asks for it. */
export const inProject =
  (...ids: readonly string[]) =>
  ({ project }: Asked): boolean =>
    project !== undefined && ids.includes(project);
/** One path, whatever stands behind it. */
export const at =
  (path: string) =>
  ({ request }: Asked): boolean =>
    request.url.split('?')[0]?.includes(path) ?? false;

/** What tells requests of one service apart, and answers those that meet no fault. */
export interface Understanding {
  asked(request: ReceivedRequest): Asked;
  answer(asked: Asked): Reply;
}

/**
 * A service on loopback in a given state. It tells the time of the given clock, as a server does whose clock is right.
 */
export async function startFaulty(
  service: Understanding,
  faults: readonly Fault[],
  now: () => number,
): Promise<LoopbackServer> {
  return startServer((response, request) => {
    const asked = service.asked(request);
    const fault = faults.find((candidate) => candidate.hits(asked));
    const reply = fault?.reply ?? service.answer(asked);
    if (typeof reply === 'function') reply(response, request);
    else answerWith(reply, now)(response, request);
  });
}

function answerWith({ status, headers = {}, body = '' }: Reply, now: () => number): Answer {
  return (response, { method }) => {
    const isJson = typeof body === 'object' && !(body instanceof Uint8Array);
    const own = Object.keys(headers).map((name) => name.toLowerCase());
    if (isJson && !own.includes('content-type')) response.setHeader('content-type', 'application/json');
    if (!own.includes('date')) response.setHeader('date', new Date(now()).toUTCString());
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.statusCode = status;
    response.end(method === 'HEAD' ? undefined : isJson ? JSON.stringify(body) : body);
  };
}

/** The same answer, packed. */
export function zipped({ status, headers = {}, body = '' }: Reply): Reply {
  const text = typeof body === 'object' && !(body instanceof Uint8Array) ? JSON.stringify(body) : body;
  return {
    status,
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', ...headers },
    body: gzipSync(text),
  };
}
