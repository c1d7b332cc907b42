/** Keys that are good and may not do this: permissions and roles. */
import type { CauseId } from '../../../src/diagnosis/diagnosis.ts';
import { inArea, writesIn } from '../../support/faultServer.ts';
import { serviceIds } from '../../support/faultModel.ts';
import { models } from '../../support/faultServices.ts';
import { type FaultCase, type Scene, type Wording, said, spread } from '../support/faultCase.ts';

const family: readonly CauseId[] = ['permission-none', 'permission-missing', 'permission-read-only'];
/** A refusal without a word: all that facts leave is that the key or the person behind it may not. */
const someRight = { anyOf: [...family, 'role-insufficient'] } as const;
/** Services whose documentation says which operations one permission covers, so that a neighbour can be tried. */
const withAreas = ['phare', 'logfire', 'quayside'] as const;

const none: readonly Wording[] = [
  { status: 403, text: 'The uptime:read permission is required to perform this action.' },
  { status: 403, text: 'This token is missing the required scope: project:read_alert.' },
  { status: 403, text: 'Forbidden', offline: someRight, pasted: 'open' },
  { status: 403, offline: 'open', pasted: 'open' },
  {
    status: 401,
    text: 'Insufficient scope',
    headers: { 'www-authenticate': 'Bearer error="insufficient_scope"' },
    pasted: someRight,
  },
  { status: 403, text: 'Your API key does not have access to this product.', pasted: someRight },
  { status: 403, text: 'Resource not accessible by integration', pasted: someRight },
  { status: 403, text: 'This module is not enabled for your key.', pasted: someRight },
  { status: 403, text: 'Zugriff verweigert: keine Berechtigung für diesen Bereich.', pasted: 'open' },
  { status: 403, text: 'Accès refusé', pasted: 'open' },
  { status: 403, text: 'このリソースへのアクセス権がありません', pasted: 'open' },
  { status: 401, offline: 'open', pasted: 'open' },
  {
    status: 404,
    text: 'Not Found',
    offline: 'open',
    probed: ['not-found', 'project-unknown', 'wrong-address'],
    pasted: 'open',
  },
  {
    status: 403,
    body: { type: 'about:blank', title: 'Forbidden', status: 403, detail: 'Missing grant.' },
    headers: { 'content-type': 'application/problem+json' },
    pasted: 'open',
  },
];
const permissionNone = spread('permission-none', withAreas, none, (model, wording) => ({
  name: 'a read in a closed area',
  // The same of a read that needs only what it says: facts show a named permission and a read that was refused.
  ...(wording.pasted === undefined && { pasted: someRight }),
  faults: [{ hits: inArea(model.area), reply: said(model, wording) }],
}));
/** A write is refused, and so would a read be. */
const noneForWrite = spread(
  'permission-none',
  withAreas,
  [
    { status: 403, text: 'Forbidden' },
    { status: 403, text: 'Access to this area is denied for your key.' },
    { status: 403, text: 'You lack a permission in this area.' },
    { status: 401, text: 'Insufficient scope' },
    { status: 403 },
  ],
  (model, wording) => ({
    name: 'a write in a closed area',
    draft: model.write,
    offline: wording.text === undefined ? 'open' : someRight,
    pasted: 'open',
    faults: [{ hits: inArea(model.area), reply: said(model, wording) }],
  }),
);

const readOnly: readonly Wording[] = [
  { status: 403, text: 'This API key is read-only.' },
  { status: 403, text: 'Your key has read access only; write access is required.' },
  { status: 405, text: 'Read-only tokens cannot create resources.' },
  { status: 403, text: 'Forbidden', offline: someRight, pasted: 'open' },
  { status: 403, offline: 'open', pasted: 'open' },
  { status: 403, text: 'Dieser Schlüssel darf nur lesen.' },
  { status: 403, text: 'Clé en lecture seule' },
  { status: 403, text: 'La clave es de solo lectura' },
  { status: 403, text: '読み取り専用のキーです' },
  { status: 401, text: 'Unauthorized', offline: 'open', pasted: 'open' },
];
const permissionReadOnly = spread('permission-read-only', withAreas, readOnly, (model, wording) => ({
  draft: model.write,
  faults: [{ hits: writesIn(model.area), reply: said(model, wording) }],
}));
/** The service names the permission; only a probe shows that the key may read there. */
const readOnlyNamed = spread(
  'permission-read-only',
  withAreas,
  [
    { status: 403, text: 'The uptime:write permission is required to perform this action.' },
    { status: 403, text: 'This token is missing the required scope: project:write_alert.' },
    { status: 403, text: 'Missing permission ships:write' },
    { status: 403, text: 'Token lacks scope things.create' },
    { status: 401, headers: { 'www-authenticate': 'Bearer error="insufficient_scope", scope="things:write"' } },
  ],
  (model, wording) => ({
    causeUnprobed: 'permission-missing',
    draft: model.write,
    faults: [{ hits: writesIn(model.area), reply: said(model, wording) }],
  }),
);
/** The same area was read before: no probe is needed. */
const readBefore: readonly FaultCase[] = serviceIds.flatMap((service) =>
  [
    { status: 403, text: 'Forbidden' },
    { status: 403, text: 'Insufficient permissions' },
    { status: 401, text: 'Not allowed' },
  ].map((wording): FaultCase => {
    const model = models[service];
    const known = service !== 'flare' && service !== 'wellows';
    return {
      service,
      cause: 'permission-read-only',
      name: `${wording.status} ${wording.text}, after a read that went well`,
      draft: model.write,
      // What belongs together is not documented for two of the services.
      ...(!known && { offline: someRight, probed: someRight }),
      pasted: 'open',
      before: async ({ send }: Scene) => send(),
      faults: [{ hits: writesIn(model.area), reply: said(model, wording) }],
    };
  }),
);

const named: readonly Wording[] = [
  { status: 403, text: 'This token is missing the required scope: organization:read_member.' },
  { status: 403, text: 'The platform:write permission is required to perform this action.' },
  { status: 403, text: 'Missing permission: identifiers.create' },
  { status: 401, headers: { 'www-authenticate': 'Bearer error="insufficient_scope", scope="things:write"' } },
  { status: 403, text: 'Requires one of the following scopes: things:write, admin' },
  { status: 403, text: 'You need the "monitor.edit" permission.' },
  { status: 403, text: 'Fehlende Berechtigung: things:write' },
  {
    status: 403,
    body: {
      error: 'insufficient_scope',
      error_description: 'The request requires higher privileges (scope: things:write).',
    },
  },
  {
    status: 403,
    body: { Message: 'User: arn:aws:iam::1:user/x is not authorized to perform: things:Write on resource: *' },
    headers: { 'x-amzn-errortype': 'AccessDeniedException' },
  },
];
/** What belongs together is not documented: whether the key may read there is known only if a read of the path is tried. */
const permissionMissing = spread('permission-read-only', ['flare', 'wellows'], named, (model, wording) => ({
  causeUnprobed: 'permission-missing',
  draft: model.write,
  probed: someRight,
  faults: [{ hits: writesIn(model.area), reply: said(model, wording) }],
}));

const role: readonly Wording[] = [
  { status: 403, text: 'Only organization owners can do this.' },
  { status: 403, text: 'You must be an administrator to perform this action.' },
  { status: 403, text: 'Requires role: admin' },
  { status: 401, text: 'Your role (member) does not permit this action.' },
  { status: 403, text: 'Admin privileges required', code: 'ADMIN_ONLY' },
  { status: 403, text: 'Insufficient role: viewer' },
  { status: 403, text: 'Nur Administratoren dürfen Mitglieder einladen.' },
  { status: 403, text: 'Réservé aux administrateurs' },
  { status: 403, text: 'Solo los administradores pueden hacer esto' },
  { status: 403, text: '管理者権限が必要です' },
  { status: 403, text: 'Must have admin rights to Repository.' },
  { status: 403, text: 'The user behind this API key is not an owner of the organization.' },
];
const roleInsufficient = spread('role-insufficient', serviceIds, role, (model, wording) => ({
  draft: model.broad ?? model.write,
  faults: [
    {
      hits: ({ kind, request }) =>
        kind !== 'exchange' && request.url.includes(String((model.broad ?? model.write).path.split('?')[0])),
      reply: said(model, wording),
    },
  ],
}));

export const permissionCases: readonly FaultCase[] = [
  ...permissionNone,
  ...noneForWrite,
  ...permissionReadOnly,
  ...readOnlyNamed,
  ...readBefore,
  ...permissionMissing,
  ...roleInsufficient,
];
