/** Things that are not there, content that is wrong, and what nobody could explain. */
import { at, withToken, writes } from '../../support/faultServer.ts';
import { serviceIds } from '../../support/faultModel.ts';
import { models } from '../../support/faultServices.ts';
import { type FaultCase, type Scene, type Wording, said, spread } from '../support/faultCase.ts';

const gone = {
  phare: '/uptime/monitors/40404',
  logfire: '/api/v1/projects/{project_id}/alerts/6f1c2d3e-0000-4000-8000-000000040404/',
  flare: '/firework/v4/identifiers/40404',
  wellows: '/monitoring/40404',
  quayside: '/ships/40404',
} as const;
const notFoundWordings: readonly Wording[] = [
  { status: 404, text: 'Resource not found' },
  { status: 404, text: 'No query results for model [App\\Models\\Monitor] 40404' },
  { status: 404, text: 'Item not found' },
  { status: 404 },
  { status: 410, text: 'This entry was deleted on 2026-11-01.' },
  {
    status: 404,
    body: { type: 'about:blank', title: 'Not Found', status: 404 },
    headers: { 'content-type': 'application/problem+json' },
  },
  { status: 404, text: 'Nicht gefunden' },
  { status: 404, text: 'Ressource introuvable' },
  { status: 404, text: '見つかりません' },
  {
    status: 400,
    text: 'The requested entry does not exist.',
    offline: ['invalid-request'],
    probed: ['invalid-request'],
    pasted: ['invalid-request'],
  },
  { status: 404, body: {} },
  { status: 404, text: 'Recurso no encontrado', headers: { 'x-request-id': 'r-77' } },
];
/** The project was seen a moment ago, and the same list was read: only the entry is not there. */
const notFound = spread('not-found', serviceIds, notFoundWordings, (model, wording) => ({
  before: async ({ send }: Scene) => send(),
  draft: { path: gone[model.id] },
  pasted: { anyOf: ['project-unknown', 'project-missing', 'invalid-request', 'wrong-address'] },
  faults: [{ hits: at('40404'), reply: said(model, wording) }],
}));
/** Nothing was seen before: a probe has to tell. */
const notFoundCold = spread(
  'not-found',
  serviceIds,
  [{ status: 404, text: 'Not found.' }, { status: 404, text: 'Entry does not exist' }, { status: 404 }],
  (model, wording) => ({
    name: 'nothing was read before',
    draft: { path: gone[model.id] },
    offline: ['project-unknown', 'wrong-address'],
    probed: ['project-unknown'],
    pasted: 'open',
    faults: [{ hits: at('40404'), reply: said(model, wording) }],
  }),
);
/** A path that the service does not have. */
const noSuchPath: readonly FaultCase[] = serviceIds.map((service) => ({
  service,
  cause: 'not-found',
  name: 'a path that does not exist, in the service’s own words',
  before: async ({ send }: Scene) => send(),
  draft: { path: '/no-such-thing/40404' },
  offline: ['wrong-address'],
  probed: ['wrong-address'],
  pasted: 'open',
  faults: [{ hits: at('40404'), reply: models[service].refuse(404, 'The route could not be found.') }],
}));

const contentWordings: readonly Wording[] = [
  { status: 422, fields: { name: 'The name field is required.' } },
  { status: 422, fields: { interval: 'must be one of 30, 60', regions: 'at least one' } },
  { status: 400, text: 'Malformed JSON in request body' },
  { status: 400, text: 'Invalid value for "interval".' },
  { status: 409, text: 'An entry with this name already exists.' },
  { status: 413, text: 'Payload too large' },
  { status: 415, text: 'Unsupported Media Type: use application/json' },
  { status: 400, body: { error: 'Bad Request', message: ['title should not be empty'], statusCode: 400 } },
  {
    status: 400,
    body: {
      type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
      title: 'One or more validation errors occurred.',
      status: 400,
      errors: { Name: ['The Name field is required.'] },
    },
    headers: { 'content-type': 'application/problem+json' },
  },
  { status: 400, body: { name: ['This field is required.'] } },
  { status: 422, text: 'Validation failed: Name is too short' },
  { status: 400, text: 'Ungültige Eingabe' },
  { status: 400, text: 'Le champ nom est obligatoire' },
  { status: 400, text: '名前は必須です' },
  { status: 412, text: 'Precondition Failed: If-Match' },
  { status: 400 },
  { status: 422, text: 'The token_count must be a number.' },
  { status: 400, text: 'api_key_name must not be empty' },
  { status: 405, text: 'Method Not Allowed', headers: { allow: 'GET' } },
];
const invalidRequest = spread('invalid-request', serviceIds, contentWordings, (model, wording) => ({
  draft: model.write,
  pasted: wording.pasted ?? { anyOf: ['project-missing'] },
  faults: [{ hits: writes, reply: said(model, wording) }],
}));
/** What cannot be sent as it is. */
const notSent: readonly FaultCase[] = serviceIds.flatMap((service): readonly FaultCase[] => [
  {
    service,
    cause: 'invalid-request',
    name: 'a GET with a body',
    draft: { method: 'GET', body: '{}' },
    arrives: 'not-sent',
  },
  {
    service,
    cause: 'invalid-request',
    name: 'a method that cannot be sent',
    draft: { method: 'TRACE' },
    arrives: 'not-sent',
  },
  {
    service,
    cause: 'invalid-request',
    name: 'a path that leads out',
    draft: { path: 'https://elsewhere.example/x' },
    arrives: 'not-sent',
  },
]);

const strange: readonly Wording[] = [
  { status: 418, text: 'I am a teapot' },
  {
    status: 451,
    text: 'Unavailable For Legal Reasons',
    offline: ['blocked-before-service', 'permission-none'],
    probed: ['blocked-before-service', 'permission-none'],
    pasted: 'open',
  },
  { status: 402, text: 'Payment Required' },
  { status: 499 },
  { status: 460, text: 'Something' },
  { status: 300, text: 'Multiple Choices' },
  { status: 425, text: 'Too Early' },
  { status: 456, body: {} },
];
const unknown = spread('unknown', serviceIds, strange, (model, wording) => ({
  pasted: wording.pasted ?? ['project-missing'],
  faults: [{ hits: withToken, reply: said(model, wording) }],
}));

export const contentCases: readonly FaultCase[] = [
  ...notFound,
  ...notFoundCold,
  ...noSuchPath,
  ...invalidRequest,
  ...notSent,
  ...unknown,
];
