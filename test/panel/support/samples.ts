import type {
  PanelAnswer,
  PanelBody,
  PanelDestination,
  PanelDraft,
  PanelOperation,
  PanelParameter,
  PanelState,
} from '../../../src/editor/panel/protocol.ts';

const parameter = (name: string, more: Partial<PanelParameter> = {}): PanelParameter => ({
  name,
  type: 'text',
  required: false,
  repeatable: false,
  values: [],
  summary: '',
  ...more,
});

const operation = (method: string, path: string, more: Partial<PanelOperation>): PanelOperation => ({
  key: `${method} ${path}`,
  method,
  path,
  title: '',
  group: 'Uptime',
  changesData: method !== 'GET',
  hasDocumentation: true,
  pathParameters: [],
  query: [],
  body: [],
  ...more,
});

const pages = [
  parameter('page', { type: 'integer' }),
  parameter('per_page', { type: 'integer', summary: 'From 1 to 100' }),
];
const monitorId = parameter('monitorId', { type: 'integer', required: true, summary: 'Number of the monitor' });

export const operations: readonly PanelOperation[] = [
  operation('GET', '/projects', { title: 'List projects', group: 'Projects', query: pages }),
  operation('GET', '/users', {
    title: 'List users',
    group: 'Users',
    query: [parameter('email', { repeatable: true }), parameter('role', { values: ['admin', 'member'] }), ...pages],
  }),
  operation('GET', '/uptime/monitors', { title: 'List monitors', query: pages }),
  operation('GET', '/uptime/monitors/{monitorId}', { title: 'Get a monitor', pathParameters: [monitorId] }),
  operation('POST', '/uptime/monitors', {
    title: 'Create a monitor',
    body: [
      parameter('name', { required: true, summary: 'At most 30 characters' }),
      parameter('protocol', { required: true, values: ['http', 'tcp'] }),
      parameter('interval', { type: 'integer', required: true }),
      parameter('request.url', { required: true }),
      parameter('request.follow_redirects', { type: 'boolean', required: true }),
      parameter('regions', { type: 'list', required: true }),
      parameter('alert_policy', { type: 'integer' }),
    ],
  }),
  operation('DELETE', '/uptime/monitors/{monitorId}', { title: 'Delete a monitor', pathParameters: [monitorId] }),
];

export const listMonitors: PanelDraft = {
  method: 'GET',
  path: '/uptime/monitors',
  pathValues: {},
  query: [],
  headers: [],
  body: '',
};

export const destination: PanelDestination = {
  connectionId: 'c1',
  connection: 'Phare · staging',
  project: 'luminous-guiding-tower',
  term: 'project',
  projectMissing: false,
  scope: 'header X-Phare-Project-Id',
  host: 'api.phare.io',
  baseUrl: 'https://api.phare.io',
  key: 'key …4f2a',
  budget: 'about 87 of 100 calls left this minute',
  isProtected: false,
  changed: '',
  headerWarnings: [],
};

/** A body as the extension gives it to the page. */
export function bodyOf(text: string, kind: PanelBody['kind'] = 'text', more: Partial<PanelBody> = {}): PanelBody {
  return { kind, text, base64: '', mediaType: '', isShortened: false, note: '', ...more };
}

export const refused: PanelAnswer = {
  id: 'exchange-1',
  asked: listMonitors,
  status: '403 Forbidden',
  meaning: 'the service knows the key and refuses',
  tone: 'bad',
  durationMs: 214,
  timing: [
    { name: 'until the first byte', milliseconds: 190 },
    { name: 'body', milliseconds: 24 },
  ],
  size: '61 B',
  requestId: '7f3c',
  stamp: 'sent with project quiet-harbor (header X-Phare-Project-Id)',
  headers: [
    { name: 'content-type', value: 'application/json' },
    { name: 'x-ratelimit-remaining', value: '86' },
    { name: 'x-request-id', value: '7f3c' },
  ],
  body: bodyOf('{\n  "message": "Missing permission uptime:read",\n  "id": 12345678901234567890\n}', 'json'),
  sent: {
    method: 'GET',
    url: 'https://api.phare.io/uptime/monitors?page=1&per_page=50',
    headers: [
      { name: 'authorization', value: 'Bearer …4f2a' },
      { name: 'x-phare-project-id', value: '1204' },
    ],
    body: '',
  },
  hops: [
    {
      method: 'GET',
      url: 'https://api.phare.io/uptime/monitors/',
      status: 308,
      carried: 'with key and project',
    },
  ],
  notes: ['A header typed by hand replaced the selected project.'],
  failure: '',
  diagnoses: [
    {
      cause: 'permission-missing',
      certainty: 'likely',
      title: 'This key may not read monitors.',
      explanation: 'The key works, but nobody gave it the permission uptime:read. A key with it is needed.',
      evidence: ['the service named the permission uptime:read', 'the same key lists projects (200, 80 ms, just now)'],
      actions: ['Try my other Phare keys', 'Replace key…', 'Open key page', 'Copy report'],
    },
    {
      cause: 'project-not-visible',
      certainty: 'possible',
      title: 'The project is not visible to this key.',
      explanation: 'Phare answers the same for a project that a key cannot see.',
      evidence: ['the project was never listed with this key'],
      actions: ['Switch to a listed project'],
    },
  ],
  helped: '',
  onceSecrets: [],
};

/** A snapshot as the extension sends it, with what a test is about changed. */
export function snapshot(change: Partial<PanelState> = {}): PanelState {
  return {
    destination,
    operations,
    draft: listMonitors,
    draftRevision: 1,
    holdsKey: false,
    progress: undefined,
    answer: undefined,
    offer: undefined,
    restore: '',
    problem: undefined,
    ...change,
  };
}
