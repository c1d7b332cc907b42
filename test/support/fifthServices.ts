import { readFileSync } from 'node:fs';
import { readDefinition } from '../../src/services/readDefinition.ts';
import type { ServiceDefinition } from '../../src/services/definition.ts';
import { type Services, builtInServices } from '../../src/services/registry.ts';
import { type LoopbackServer, type ReceivedRequest, json, startServer } from './server.ts';

/** A service that is described by nothing but a file, as a person adds one. */
function definitionFromFile(name: string): ServiceDefinition {
  const read = readDefinition(readFileSync(new URL(`definitions/${name}.json`, import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(read.error.map(({ message, line }) => `${line}: ${message}`).join('; '));
  return read.value;
}

/** The services on board, and those of the files. */
export function withFifthServices(): Services {
  const services = builtInServices();
  services.setOwn(['atelier', 'beacon'].map(definitionFromFile));
  return services;
}

export const atelierKeys = {
  owner: 'sk-at-org12-practice0001',
  workspace: 'sk-at-proj-practice0002',
  reader: 'sk-at-org12-reader0003',
} as const;

const drawings = ['Cat', 'Dog', 'Elk', 'Fox', 'Gnu'].map((name, index) => ({
  id: index + 1,
  name,
  state: ['done', 'torn', 'draft'][index % 3],
}));

/** A small service that names its workspace in a header. */
export function startAtelier(): Promise<LoopbackServer> {
  const workspaces = ['red', 'green', 'blue', 'grey'].map((handle) => ({
    uid: `w-${handle}`,
    handle,
    title: `The ${handle}`,
  }));
  const refusal = (code: string, text: string) => ({ error: { code, text } });
  return startServer((response, request) => {
    const { path, query } = partsOf(request);
    const key = request.header('authorization')?.replace(/^Bearer /u, '') ?? '';
    const answer = (value: unknown, status = 200) => json(value, status)(response, request);
    const page = (rows: readonly unknown[]) => {
      const start = Number(query.get('skip') ?? 0);
      return rows.slice(start, start + Number(query.get('take') ?? 100));
    };
    if (!Object.values<string>(atelierKeys).includes(key))
      return answer(refusal('no-key', 'There is no such key.'), 403);
    const isOne = key === atelierKeys.workspace;
    const reach = isOne ? 'workspace' : 'organization';
    if (path === '/me') return answer({ key: { reach, workspace: isOne ? 'w-green' : null, expires: '2027-01-01' } });
    if (path === '/workspaces') return answer({ workspaces: page(isOne ? workspaces.slice(1, 2) : workspaces) });
    const named = request.header('x-workspace-id');
    if (!isOne && named === undefined) return answer(refusal('which', 'Please choose a workspace first.'), 400);
    if (named !== undefined && !workspaces.some(({ uid }) => uid === named))
      return answer(refusal('gone', 'Unknown workspace'), 404);
    if (path !== '/drawings') return answer(refusal('none', 'Nothing here'), 404);
    if (request.method === 'GET') return answer({ results: page(named === 'w-grey' ? [] : drawings) });
    if (key === atelierKeys.reader) return answer(refusal('no', 'This needs the right drawings:write.'), 403);
    return answer({ id: 6 }, 201);
  });
}

export const beaconKey = 'bcn_south_practice0001';

/** A small service that gives sessions for keys, and has its site in the path. */
export function startBeacon(): Promise<LoopbackServer> {
  let sessions = 0;
  return startServer((response, request) => {
    const { path, query } = partsOf(request);
    const answer = (value: unknown, status = 200) => json(value, status)(response, request);
    if (path === '/session') {
      if (request.header('x-beacon-key') !== beaconKey) return answer({ why: 'Unknown key' }, 401);
      sessions += 1;
      return answer({ session: { value: `beacon-session-${String(sessions).padStart(4, '0')}` } });
    }
    if (!request.header('x-beacon-session')?.startsWith('beacon-session-')) return answer({ why: 'No session' }, 401);
    if (path === '/sites') return answer([1, 2, 3].map((number) => ({ number, name: `Cape ${number}` })));
    const [, site, serial] = /^\/sites\/([^/]+)\/lamps(?:\/([^/]+))?$/u.exec(path) ?? [];
    if (site === undefined || !['1', '2', '3'].includes(site)) return answer({ why: 'There is no such site' }, 404);
    if (serial !== undefined) return answer({ serial, site });
    const after = query.get('after') ?? '';
    const pages: Readonly<Record<string, object>> = {
      '': { lamps: [{ serial: `${site}-a`, name: 'North lamp' }, { serial: `${site}-b` }], page: { after: 'gap' } },
      gap: { lamps: [], page: { after: 7 } },
      '7': { lamps: [{ serial: `${site}-c`, name: 'Last' }], page: { after: null } },
    };
    return answer(pages[after] ?? { why: 'Bad cursor' }, pages[after] ? 200 : 400);
  });
}

function partsOf({ url }: ReceivedRequest): { path: string; query: URLSearchParams } {
  const parsed = new URL(url, 'http://localhost');
  return { path: parsed.pathname.replace(/^\/v1(?=\/)/u, ''), query: parsed.searchParams };
}
