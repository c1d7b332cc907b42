import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { onEnd } from '../vscode/processes.ts';

/** The one link that signs in. */
export interface SignInLink {
  readonly link: string;
}

/** Whether two texts are equal, without telling by the time taken where they differ. */
export function sameSecret(given: string, expected: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Asks code-server for a signed-in session.
 * @returns its cookie; undefined when the password was refused
 */
async function sessionCookie(port: number, password: string): Promise<string | undefined> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/login`, {
    method: 'POST',
    body: new URLSearchParams({ password }),
    redirect: 'manual',
  });
  return answer.status === 302 ? (answer.headers.getSetCookie()[0] ?? undefined) : undefined;
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('This link is not valid (any more). Use the one that the running "npm start" printed.\n');
}

/**
 * Serves, on loopback, a single address that signs a browser in to code-server: whoever opens the link gets the session's
 * cookie and is sent on. Cookies belong to a host, not to a port, so a second port of 127.0.0.1 may set it. The password
 * never comes to the browser; the link's secret is random for each start and valid until it ends. Other users of the
 * machine reach the port but do not know the secret.
 * @param session where code-server listens, its password, and the folder to open
 */
export async function serveSignIn(session: { port: number; password: string; folder: string }): Promise<SignInLink> {
  const secret = randomBytes(24).toString('base64url');
  const target = `http://127.0.0.1:${String(session.port)}/?folder=${encodeURIComponent(session.folder)}`;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' || !sameSecret(request.url ?? '', `/${secret}`)) return refuse(response);
    const cookie = await sessionCookie(session.port, session.password);
    if (cookie === undefined) return refuse(response);
    response.writeHead(302, {
      location: target,
      'set-cookie': `${cookie}; HttpOnly`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    response.end();
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => refuse(response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  onEnd(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { link: `http://127.0.0.1:${String(port)}/${secret}` };
}
