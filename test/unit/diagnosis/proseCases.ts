import {
  type ProseCase,
  said,
  named,
  bound,
  sent,
  probe,
  seen,
  page,
  write,
  flare,
  failed,
  network,
  notSent,
  luminous,
  changesRefused,
} from './proseSituations.ts';

export const proseCases: Readonly<Record<string, readonly ProseCase[]>> = {
  notSent: [
    {
      variant: 'No key is stored',
      ...notSent('key-missing', 'No key is stored for this connection, so nothing was sent.'),
    },
    {
      variant: 'No project for the path',
      ...notSent('project-missing', 'The path needs a project, and none is chosen, so nothing was sent.'),
    },
  ],
  network: [
    {
      variant: 'The name is not known',
      ...failed('dns', 'The name api.phare.io could not be looked up (ENOTFOUND).'),
      surroundings: { network },
    },
    {
      variant: 'The certificate is not trusted',
      ...failed('tls', 'The secure connection to api.phare.io could not be made.'),
      surroundings: { network: { ...network, proxySupport: 'off' } },
    },
    { variant: 'No answer in time', ...failed('timeout', 'api.phare.io did not finish its answer within 30 s.') },
    { variant: 'The web version', ...failed('cors', 'The web version of VS Code may not call api.phare.io.') },
  ],
  proxyRefused: [
    { variant: '407', status: 407, headers: { 'proxy-authenticate': 'Basic realm="corp"' }, surroundings: { network } },
    {
      variant: 'No way to the host',
      ...failed('proxy', 'The proxy on the way to api.phare.io refused to make the connection (403).'),
    },
  ],
  redirectDroppedKey: [
    {
      variant: 'Another host',
      ...said(401, 'Unauthorized'),
      exchange: {
        hops: [{ url: 'https://api.phare.io/uptime/monitors', status: 302 }],
        request: { method: 'GET', url: 'https://elsewhere.example/', headers: {} },
      },
    },
  ],
  blockedBeforeService: [
    { variant: 'A bot check', ...page(403, 'Just a moment...') },
    { variant: 'A sign-in page', ...page(200, 'Sign in to continue') },
    { variant: 'A firewall', ...page(403, 'Request blocked by the web application firewall') },
    { variant: "A network's own page", status: 511 },
  ],
  rateLimited: [
    { variant: 'With a time to wait', ...said(429, 'Too Many Attempts.'), headers: { 'retry-after': '30' } },
    { variant: 'Under another status', ...said(403, 'Quota exceeded') },
  ],
  serviceDown: [
    { variant: 'A fault', ...said(500, 'Server Error') },
    { variant: 'Maintenance', ...said(503, 'We are down for maintenance'), headers: { 'retry-after': '120' } },
  ],
  wrongAddress: [
    { variant: 'A web page', ...page(200, 'Welcome') },
    { variant: 'Another shape', status: 200, body: { status: 'up' } },
    { variant: 'A redirect', status: 308, headers: { location: '/v2' } },
  ],
  keyWrongService: [
    {
      variant: "Another service's key",
      ...said(401, 'Unauthorized'),
      connection: { keyKind: 'unknown', keyService: 'flare' },
      surroundings: { keyServiceName: 'Flare' },
    },
    {
      variant: 'A well-known one',
      ...said(401, 'Unauthorized'),
      exchange: sent({ looksLike: 'foreign', kind: 'GitHub' }),
    },
  ],
  keyWrongKind: [
    {
      variant: 'Another secret of the service',
      ...said(401, 'Unauthorized'),
      exchange: sent({ looksLike: 'other', kind: 'write token' }),
    },
    {
      variant: 'The key where a token belongs',
      ...flare,
      ...said(401, 'Unauthorized'),
      exchange: sent({ by: 'hand', as: 'token', looksLike: 'key' }),
    },
    { variant: 'A JSON Web Token', ...said(401, 'Unauthorized'), exchange: sent({ looksLike: 'jwt', jwt: {} }) },
    { variant: 'Told by the service', ...said(403, 'Write tokens cannot be used with this API') },
  ],
  keyMalformed: [
    {
      variant: 'Typed by hand',
      ...said(401, 'Unauthorized'),
      exchange: sent({ by: 'hand', problems: ['quotes', 'inner-whitespace'] }),
    },
    { variant: 'Told by the service', ...said(401, 'Malformed API key') },
  ],
  keyMissing: [
    { variant: 'Taken out by hand', ...said(401, 'Unauthorized'), exchange: sent({ by: 'hand', problems: ['empty'] }) },
    { variant: 'Sent, and not seen', ...said(401, 'No API key provided'), exchange: sent({}) },
  ],
  regionMismatch: [
    {
      variant: "By the key's own text",
      service: 'logfire',
      path: '/api/v1/projects/',
      ...said(401, 'Unauthorized'),
      connection: { keyKind: 'unknown', keyRegion: 'eu', region: 'us' },
    },
    {
      variant: 'By the text',
      service: 'logfire',
      path: '/api/v1/projects/',
      ...said(403, 'This key belongs to another region'),
      connection: { keyKind: 'unknown', region: 'us' },
    },
    {
      variant: 'Nobody asked',
      service: 'flare',
      path: '/tokens/test',
      ...said(401, 'Unauthorized'),
      connection: { region: 'us' },
    },
  ],
  clockSkew: [
    {
      variant: 'The clocks differ',
      ...said(401, 'Token used before issued'),
      headers: { date: 'Sun, 04 Oct 2026 13:00:00 GMT' },
    },
    { variant: 'By the text alone', ...said(401, 'Check your system clock') },
  ],
  tokenExpired: [
    {
      variant: 'A change is not sent again',
      ...flare,
      method: 'POST',
      ...said(401, 'token expired'),
      exchange: sent({ as: 'token', ageSeconds: 3000 }),
    },
    { variant: 'A read', ...flare, ...said(401, 'token expired'), exchange: sent({ as: 'token', ageSeconds: 40 }) },
  ],
  keyExpired: [
    { variant: 'Told by the service', ...said(401, 'Your API key has expired.') },
    {
      variant: "By the key's own text",
      ...said(401, 'Unauthorized'),
      exchange: sent({ jwt: { expiresAt: '2026-10-01T00:00:00.000Z' } }),
    },
    {
      variant: 'By the key check before',
      ...said(401, 'Unauthorized'),
      exchange: sent({}),
      surroundings: { history: [seen({ keyEndsAt: '2026-10-04T11:55:00Z' })] },
    },
  ],
  keyPerhapsExpired: [{ variant: 'In words that are not known', ...said(401, 'Qapaq tukukun') }],
  ...changesRefused,
  projectConflict: [
    {
      variant: 'Two headers',
      ...said(422, 'Send only one of them'),
      scope: named,
      exchange: {
        request: {
          method: 'GET',
          url: 'https://api.phare.io/uptime/monitors',
          headers: { 'x-phare-project-id': '1001', 'x-phare-project-slug': 'quiet-harbor' },
        },
      },
    },
    { variant: 'Against the selection', ...said(404, 'Not found'), scope: named, exchange: { against: '1002' } },
  ],
  roleInsufficient: [
    {
      variant: 'Told by the service',
      ...said(403, 'Only owners can manage API keys.'),
      surroundings: { otherKeys: 1 },
    },
  ],
  needsBroaderKey: [
    {
      variant: 'A key of one project',
      path: '/projects',
      method: 'POST',
      ...said(403, 'Forbidden'),
      connection: bound,
    },
    {
      variant: 'Told by the service',
      path: '/users',
      ...said(403, 'An organization API key is required'),
      connection: { keyKind: 'unknown' },
    },
  ],
  projectOutsideKey: [
    {
      variant: 'Its own project known',
      ...said(403, 'Forbidden'),
      scope: { ...named, project: '1002' },
      connection: bound,
      surroundings: { boundProject: luminous },
    },
    { variant: 'Its own project not known', ...said(403, 'Forbidden'), scope: named, connection: bound },
  ],
  permission: [
    {
      variant: 'A permission is named, reading seen',
      ...write,
      ...said(403, 'The uptime:write permission is required to perform this action.'),
      surroundings: { history: [seen({})] },
    },
    {
      variant: 'A permission is named, nothing seen',
      ...write,
      ...said(403, 'The uptime:write permission is required to perform this action.'),
    },
    {
      variant: 'Reading is refused',
      scope: named,
      ...said(403, 'Insufficient permissions'),
      surroundings: { knownProjects: [luminous] },
    },
    {
      variant: 'Nothing is said',
      scope: named,
      ...said(403, 'Forbidden'),
      surroundings: { knownProjects: [luminous], probes: [probe('key', 200, 'GET /projects')] },
    },
  ],
  projectMissing: [
    { variant: 'By the text', ...said(400, 'A project must be given') },
    {
      variant: 'By a probe',
      ...said(401, 'Unauthorized'),
      surroundings: { knownProjects: [luminous], probes: [probe('with-project', 200, 'GET /uptime/monitors')] },
    },
  ],
  projectUnknown: [
    {
      variant: 'Not among those listed',
      ...said(404, 'Project not found'),
      scope: { ...named, project: '9999' },
      surroundings: { knownProjects: [luminous] },
    },
    { variant: 'Never listed', ...said(404, 'Not found'), scope: { ...named, project: '9999' } },
  ],
  keyInvalid: [
    {
      variant: 'Refused twice',
      ...said(401, 'Unauthorized'),
      scope: named,
      surroundings: { probes: [probe('key', 401, 'GET /projects')] },
    },
    {
      variant: 'It worked before',
      ...said(401, 'Your API key was revoked.'),
      scope: named,
      surroundings: { history: [seen({})] },
    },
  ],
  invalidRequest: [
    {
      variant: 'Fields are named',
      ...write,
      status: 422,
      body: { message: 'The given data was invalid.', errors: { name: ['The name field is required.'] } },
    },
    { variant: 'None is named', ...write, ...said(400, 'The request body is not valid JSON.') },
  ],
  notFound: [
    { variant: 'An entry', path: '/uptime/monitors/9', scope: named, ...said(404, 'Resource not found') },
    {
      variant: 'Of a project whose name is known',
      ...{ path: '/uptime/monitors/9', scope: named, ...said(404, 'No rule with this id') },
      surroundings: { knownProjects: [luminous] },
    },
    { variant: 'A path that is none', path: '/uptime/monitor', scope: named, ...said(404, 'Resource not found') },
  ],
  unknown: [{ variant: 'A status without meaning', ...said(418, 'I am a teapot'), scope: named }],
};
