/** No answer at all, on real sockets; redirects that lead away; and the web version of VS Code. */
import type { Failure } from '../../../src/client/exchange.ts';
import { everywhere } from '../../support/faultServer.ts';
import { serviceIds } from '../../support/faultModel.ts';
import { models } from '../../support/faultServices.ts';
import { bytes, json, startServer } from '../../support/server.ts';
import * as broken from '../support/brokenServers.ts';
import type { FaultCase } from '../support/faultCase.ts';

const paths = { phare: '', logfire: '', flare: '', wellows: '/api/v1', quayside: '/rest' } as const;

const failures: readonly (readonly [string, Failure['kind'], () => ReturnType<typeof broken.refusing>, number?])[] = [
  ['nothing listens', 'refused', broken.refusing],
  ['the line is cut', 'reset', broken.resetting],
  ['the line is closed without a word', 'reset', broken.closing],
  ['no answer ever comes', 'timeout', broken.stalling, 90],
  ['a certificate that nobody vouches for', 'tls', broken.selfSignedServer],
  ['a certificate of last year', 'tls', broken.outOfDateServer],
  ['plain HTTP in place of TLS', 'tls', broken.plainAtSecure],
  ['a mail server', 'other', broken.otherProtocol],
];
const sockets: readonly FaultCase[] = serviceIds.flatMap((service, index) =>
  failures.flatMap(([name, arrives, server, timeoutMs], number): readonly FaultCase[] => {
    // Each service meets most of them; one of each four is left out, so that the suite stays quick.
    if ((number + index) % 4 === 3) return [];
    return [
      {
        service,
        cause: 'network',
        name,
        arrives,
        isProvable: arrives !== 'other',
        server: broken.below(paths[service], server),
        ...(timeoutMs !== undefined && { timeoutMs }),
      },
    ];
  }),
);
const names: readonly FaultCase[] = serviceIds.map((service) => ({
  service,
  cause: 'network',
  name: 'a host name that does not exist',
  address: `https://api.${service}.invalid${paths[service]}`,
  arrives: 'dns',
  isProvable: true,
}));
/** The answer broke off half way. */
const halves: readonly FaultCase[] = (['phare', 'logfire', 'quayside'] as const).map((service) => ({
  service,
  cause: 'network',
  name: 'the answer breaks off',
  arrives: 'reset',
  faults: [
    {
      hits: everywhere,
      reply: (response) =>
        response.socket?.end(
          'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 4096\r\n\r\n{"data":[',
        ),
    },
  ],
}));
/** Node has no CORS: the transport's own word for it stands in its place. */
const cors: readonly FaultCase[] = serviceIds.flatMap((service) =>
  [
    'may not call',
    'answered with a redirect, which the web version cannot see',
    'sends no access-control-allow-origin',
  ].map((name): FaultCase => ({
    service,
    cause: 'cors',
    name,
    arrives: 'cors',
    failure: { kind: 'cors', message: `The web version of VS Code: ${service} ${name}.` },
  })),
);

/** Another origin, to which the service or something before it redirects. */
const elsewhere = (status: number, body: object | string) => async () => {
  const other = await startServer(
    typeof body === 'string' ? bytes(body, { 'content-type': 'text/html' }, status) : json(body, status),
  );
  const first = await startServer((response, { url }) => {
    response.writeHead(302, { location: other.baseUrl + url });
    response.end();
  });
  return {
    address: first.baseUrl,
    async [Symbol.asyncDispose]() {
      await first[Symbol.asyncDispose]();
      await other[Symbol.asyncDispose]();
    },
  };
};
const redirectAnswers: readonly (readonly [number, string])[] = [
  [401, 'Unauthorized'],
  [403, 'Missing Authentication Token'],
  [401, 'No API key was given.'],
  [404, 'Not found'],
  [400, 'API key required'],
];
const redirects: readonly FaultCase[] = (['phare', 'logfire', 'wellows', 'quayside'] as const).flatMap(
  (service, index) =>
    [0, 1, 2].map((step): FaultCase => {
      const [status, text] = redirectAnswers[(index + step) % redirectAnswers.length] ?? [401, ''];
      return {
        service,
        cause: 'redirect-dropped-key',
        name: `a redirect to another origin, which answers ${status} ${text}`,
        arrives: status,
        pasted: 'open',
        server: broken.below(paths[service], elsewhere(status, Object(models[service].refuse(status, text).body))),
      };
    }),
);
/** The sign-in of a company stands on another host. */
const toSignIn: readonly FaultCase[] = (['phare', 'wellows', 'quayside'] as const).map((service) => ({
  service,
  cause: 'redirect-dropped-key',
  name: 'a redirect to the sign-in page of another host',
  arrives: 200,
  pasted: 'open',
  server: broken.below(
    paths[service],
    elsewhere(200, '<html><head><title>Sign in</title></head><body><form><input type="password"></form></body></html>'),
  ),
}));

export const networkCases: readonly FaultCase[] = [...sockets, ...names, ...halves, ...cors];
export const redirectCases: readonly FaultCase[] = [...redirects, ...toSignIn];
