import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One request exactly as it came in. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as on the wire. */
  readonly url: string;
  /** Names and values as on the wire, in order. */
  readonly rawHeaders: readonly (readonly [string, string])[];
  readonly body: string;
  /** The value of a header, whatever the case of its name. */
  header(name: string): string | undefined;
}

export type Answer = (response: ServerResponse, request: ReceivedRequest) => void;

/** A server on loopback that records what it receives and answers as a test says. */
export interface LoopbackServer extends AsyncDisposable {
  readonly baseUrl: string;
  readonly port: number;
  readonly requests: readonly ReceivedRequest[];
  /** Sets the answer for what comes from now on. */
  answer(answer: Answer): void;
  /** Resolves when the next connection is closed, by whichever side. */
  readonly connectionClosed: Promise<void>;
  /** Resolves when the next request has come in. */
  nextRequest(): Promise<ReceivedRequest>;
}

export async function startServer(first: Answer = json({})): Promise<LoopbackServer> {
  let answer = first;
  const requests: ReceivedRequest[] = [];
  const waiting: ((request: ReceivedRequest) => void)[] = [];
  const sockets = new Set<Socket>();
  const closed = Promise.withResolvers<void>();
  const server = createServer((incoming, response) => {
    void receive(incoming).then((request) => {
      requests.push(request);
      for (const resolve of waiting.splice(0)) resolve(request);
      answer(response, request);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      closed.resolve();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    port,
    requests,
    connectionClosed: closed.promise,
    answer(next) {
      answer = next;
    },
    nextRequest: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const rawHeaders: [string, string][] = [];
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    rawHeaders.push([incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '']);
  }
  return {
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    rawHeaders,
    body: Buffer.concat(chunks).toString('utf8'),
    header: (name) => rawHeaders.find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1],
  };
}

/** Answers with JSON. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return bytes(JSON.stringify(value), { 'content-type': 'application/json', ...headers }, status);
}

/** Answers with a body as it is. */
export function bytes(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}, status = 200): Answer {
  return (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

export function redirect(location: string, status = 302): Answer {
  return bytes('', { location }, status);
}

/** A port of this machine on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = await startServer();
  await server[Symbol.asyncDispose]();
  return server.port;
}
