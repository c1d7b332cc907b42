import type { Ground, Recipe } from './recipe.ts';

const HOUR = 3_600_000;

const page = (title: string, text: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;

/** What can go wrong with any service. What goes wrong by itself at times goes well when it is sent again. */
export function everywhere({ refuse, ...ground }: Ground): readonly Recipe[] {
  const [foreignKey, foreignName] = ground.foreignKey;
  return [
    { cause: 'key-missing', summary: 'The connection has no key.', key: '' },
    { cause: 'key-malformed', summary: 'A placeholder stands where the key belongs.', key: 'YOUR_API_KEY' },
    { cause: 'key-wrong-service', summary: `A key of ${foreignName} is sent.`, key: foreignKey },
    { cause: 'key-invalid', summary: 'The service does not know the key.', key: ground.unknownKey },
    { cause: 'not-found', summary: 'The entry does not exist.', request: ground.missingEntry },
    { cause: 'invalid-request', summary: 'The body lacks what the service needs.', request: ground.incomplete },
    {
      cause: 'role-insufficient',
      summary: 'Only an administrator of the organization may do this.',
      request: ground.forRoles,
      fault: { action: refuse(403, 'You must be an administrator of the organization to do this.') },
    },
    {
      cause: 'rate-limited',
      summary: 'Too many calls were made; one wait is enough.',
      fault: { times: 1, action: refuse(429, 'Too Many Requests', { 'retry-after': '5' }) },
    },
    {
      cause: 'blocked-before-service',
      summary: 'A firewall answers in place of the service.',
      fault: {
        action: {
          kind: 'answer',
          status: 403,
          headers: { 'content-type': 'text/html', server: 'cloudflare', 'cf-mitigated': 'challenge' },
          body: page('Attention Required! | Cloudflare', 'Sorry, you have been blocked.'),
        },
      },
    },
    {
      cause: 'proxy-refused',
      summary: 'A proxy wants its own user name and password.',
      fault: {
        action: { kind: 'answer', status: 407, headers: { 'proxy-authenticate': 'Basic realm="practice proxy"' } },
      },
    },
    {
      cause: 'redirect-dropped-key',
      summary: 'The service redirects to another host, where the key does not go.',
      fault: { action: ([other]) => ({ kind: 'redirect', status: 302, to: `${other?.baseUrl ?? ''}/elsewhere` }) },
    },
    {
      cause: 'wrong-address',
      summary: 'The address is a web server’s, not the API’s.',
      request: ground.documentedRead ?? ground.read,
      fault: {
        action: {
          kind: 'answer',
          status: 200,
          headers: { 'content-type': 'text/html', server: 'nginx' },
          body: page('Welcome to nginx!', 'The web server is installed and works.'),
        },
      },
    },
    {
      cause: 'clock-skew',
      summary: 'The clock of this machine is three hours behind the service’s.',
      fault: {
        // By the clock of the moment: practice mode may run for hours.
        action: () =>
          refuse(401, 'Request timestamp is too old: check the clock of your machine.', {
            date: new Date(Date.now() + 3 * HOUR).toUTCString(),
          }),
      },
    },
    {
      cause: 'service-down',
      summary: 'The service is in maintenance for a moment.',
      fault: { times: 1, action: refuse(503, 'Service Unavailable: down for maintenance') },
    },
    { cause: 'network', summary: 'The connection breaks off once.', fault: { times: 1, action: { kind: 'reset' } } },
    {
      cause: 'unknown',
      summary: 'The service refuses in a way that nobody knows.',
      fault: { action: { kind: 'answer', status: 418, body: '' } },
    },
  ];
}
