import type { ServiceModel } from '../../support/faultModel.ts';

/** A service that exchanges the key for a token and has the project in the path; see definitions/beacon.json. */
export const beaconModel: Omit<ServiceModel, 'id'> = {
  key: 'bcn_north_examiner',
  exchangePath: '/session',
  regions: ['north', 'south'],
  projects: ['1', '2'],
  area: 'lamps',
  read: { method: 'GET', path: '/sites/{site}/lamps', project: '1' },
  neighbour: { method: 'GET', path: '/sites/{site}/lamps', project: '1' },
  elsewhere: { method: 'GET', path: '/sites' },
  write: { method: 'PUT', path: '/sites/{site}/lamps/a1', project: '1', body: '{"on":true}' },
  asked(request) {
    const path = request.url.split('?')[0] ?? '';
    const project = /^\/sites\/([^/]+)/u.exec(path)?.[1];
    const isRead = request.method === 'GET';
    const kind = path === '/session' ? 'exchange' : path === '/sites' ? 'projects' : isRead ? 'read' : 'write';
    return {
      kind,
      area: project === undefined ? 'sites' : 'lamps',
      needsProject: project !== undefined,
      project,
      request,
    };
  },
  answer({ kind }) {
    if (kind === 'exchange') return { status: 200, body: { session: { value: 'beacon-practice-session-0001' } } };
    if (kind === 'projects') return { status: 200, body: [1, 2].map((number) => ({ number, name: `Cape ${number}` })) };
    if (kind === 'write') return { status: 204 };
    return { status: 200, body: { lamps: [{ serial: '1-a', name: 'North lamp' }], page: { after: null } } };
  },
  refuse: (status, why, { headers } = {}) => ({ status, ...(headers && { headers }), body: { why } }),
};
