import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { selfSigned } from '../../support/selfSigned.ts';
import { freePort } from '../../support/server.ts';

type Broken = { readonly address: string } & AsyncDisposable;

async function listening(server: Server, protocol: 'http' | 'https'): Promise<Broken> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `${protocol}://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** The path that the addresses of some services have is theirs to add. */
export const below = (path: string, start: () => Promise<Broken>) => async (): Promise<Broken> => {
  const server = await start();
  return { address: server.address + path, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
};

/** A port on which nothing listens. */
export const refusing = async (): Promise<Broken> => ({
  address: `http://127.0.0.1:${await freePort()}`,
  [Symbol.asyncDispose]: async () => undefined,
});

/** Takes the request and cuts the line. */
export const resetting = (): Promise<Broken> =>
  listening(
    createServer((socket) => {
      socket.once('data', () => socket.resetAndDestroy());
    }),
    'http',
  );

/** Takes the request and closes without a word. */
export const closing = (): Promise<Broken> =>
  listening(
    createServer((socket) => {
      socket.once('data', () => socket.end());
    }),
    'http',
  );

/** Takes the request and never answers. */
export const stalling = (): Promise<Broken> => listening(createServer(), 'http');

/** Answers something that is no HTTP, as a mail server does. */
export const otherProtocol = (): Promise<Broken> =>
  listening(
    createServer((socket) => {
      socket.end('220 mail.example ESMTP ready\r\n');
    }),
    'http',
  );

/** A certificate that nobody vouches for. */
export const selfSignedServer = (): Promise<Broken> => secure(selfSigned('localhost'));

/** A certificate of last year. */
export const outOfDateServer = (): Promise<Broken> =>
  secure(selfSigned('127.0.0.1', new Date('2024-01-01'), new Date('2025-01-01')));

function secure({ certificate, key }: ReturnType<typeof selfSigned>): Promise<Broken> {
  const privateKey = key.export({ format: 'pem', type: 'pkcs8' });
  return listening(
    createSecureServer({ cert: certificate, key: privateKey }, (_request, response) => {
      response.end('{}');
    }),
    'https',
  );
}

/** Speaks plain HTTP where TLS is expected. */
export const plainAtSecure = async (): Promise<Broken> => {
  const server = await listening(
    createServer((socket) => {
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    }),
    'http',
  );
  return {
    address: server.address.replace('http:', 'https:'),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
};
