import { type Answer, isAnswer } from '../shared/answer.ts';
import { jsonObject, queryInteger } from '../shared/fastApi.ts';
import { KeyRing } from '../shared/keyRing.ts';
import { Router } from '../shared/router.ts';
import type { PracticeRequest } from '../shared/server.ts';
import { type RunningService, runService } from '../shared/service.ts';
import type { Entity } from '../shared/table.ts';
import { stamp } from '../shared/dates.ts';
import { Variants } from '../shared/variants.ts';
import type { PracticeOptions } from '../types.ts';
import { insufficient, invalidKey, refused, success, type WellowsVariants } from './answers.ts';
import { seedWellows, type WellowsData } from './data.ts';
import { WELLOWS_CONNECTIONS, WELLOWS_KEYS, type WellowsKey } from './keys.ts';
import { WELLOWS_VARIANTS } from './variants.ts';

interface Call {
  readonly data: WellowsData;
  readonly key: WellowsKey;
  readonly request: PracticeRequest;
  readonly variants: WellowsVariants;
  readonly now: string;
}

interface Operation {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  run(call: Call): Answer;
}

const HEADER = 'x-project-id';
const reaches = (key: WellowsKey, id: number) =>
  key.project === undefined ? (key.reaches?.includes(id) ?? true) : key.project === id;

/** The project the header names: undefined where it names none, null where there is no such project. */
function namedProject({ data, request, variants }: Call): Entity | Answer | null | undefined {
  const text = request.headers[HEADER]?.trim() ?? '';
  if (text === '') return undefined;
  if (/^\d{1,15}$/.test(text)) return data.projects.get(Number(text), null) ?? null;
  if (variants.get('malformed-project-id') === 'as-unknown') return null;
  return refused(variants, 422, 'Validation failed', { [HEADER]: ['The X-Project-ID header must be an integer.'] });
}

function unknownProject(variants: WellowsVariants): Answer {
  return variants.get('unknown-project') === '403'
    ? insufficient(variants)
    : refused(variants, 404, 'Project not found');
}

/** The project a request is about, or the answer that refuses it. */
function projectOf(call: Call): Entity | Answer {
  const { data, key, variants } = call;
  const named = namedProject(call);
  if (named === undefined) {
    if (key.project !== undefined) return data.projects.get(key.project, null) ?? invalidKey(variants);
    const message = 'The X-Project-ID header is required with a user level API key.';
    return refused(variants, Number(variants.get('missing-project')), message);
  }
  if (named !== null && isAnswer(named)) return named;
  if (key.project !== undefined && named?.id !== key.project) {
    const own = data.projects.get(key.project, null);
    return variants.get('project-key-other-project') === 'ignored' && own !== undefined ? own : insufficient(variants);
  }
  if (named === null) return unknownProject(variants);
  return reaches(key, named.id) ? named : insufficient(variants);
}

function validate(call: Call): Answer {
  const { key, variants } = call;
  const named = namedProject(call);
  if (named !== undefined && named !== null && isAnswer(named)) return named;
  const access = named === undefined || (named !== null && reaches(key, named.id));
  const valid = access || variants.get('validate-without-access') === '200-invalid';
  if (!valid) return named === null ? unknownProject(variants) : insufficient(variants);
  return success(
    {
      valid: access,
      key_level: key.project === undefined ? 'USER' : variants.get('project-key-level'),
      user_id: key.userId,
      project_id: key.project ?? named?.id ?? null,
      expiry: key.expiry,
    },
    access ? 'API key is valid' : 'API key has no access to this project',
  );
}

function listProjects({ data, key, variants }: Call): Answer {
  if (key.project !== undefined && variants.get('project-key-lists-projects') === '403') return insufficient(variants);
  const spelled = ({ id, name, ...rest }: Entity) =>
    variants.get('project-fields') === 'id' ? { id, name, ...rest } : { project_id: id, project_name: name, ...rest };
  const projects = data.projects
    .list(null)
    .filter((project) => reaches(key, project.id))
    .map(spelled);
  const shape = variants.get('projects-shape');
  return success(shape === 'array' ? projects : { [shape]: projects }, 'Projects retrieved');
}

const inProject = (run: (call: Call, project: Entity) => Answer) => (call: Call) => {
  const project = projectOf(call);
  return isAnswer(project) ? project : run(call, project);
};

/** The two documented operations. */
const documented: readonly Operation[] = [
  { method: 'GET', path: '/api/v1/validate', run: validate },
  { method: 'GET', path: '/api/v1/projects', run: listProjects },
];

/**
 * Invented. The documents say that site summaries and monitoring data can be reached, and name neither path nor shape;
 * these are here so that the project header can be practised, and nothing must be built on them.
 */
const invented: readonly Operation[] = [
  {
    method: 'GET',
    path: '/api/v1/site-summary',
    run: inProject(({ data }, project) =>
      success(
        {
          project_id: project.id,
          name: project['name'],
          domain: project['domain'],
          monitored: data.monitoring.list(project.id).length,
        },
        'Site summary retrieved',
      ),
    ),
  },
  {
    method: 'GET',
    path: '/api/v1/monitoring',
    run: inProject(({ data, request, variants }, project) => {
      const page = queryInteger(request.query, 'page', 1, 1, 1_000_000);
      const perPage = queryInteger(request.query, 'per_page', 20, 1, 100);
      if (typeof page !== 'number' || typeof perPage !== 'number') return refused(variants, 422, 'Validation failed');
      const rows = data.monitoring.list(project.id);
      const start = (page - 1) * perPage;
      const meta = { page, per_page: perPage, total: rows.length };
      return success(rows.slice(start, start + perPage), 'Monitoring data retrieved', meta);
    }),
  },
  {
    method: 'POST',
    path: '/api/v1/monitoring',
    run: inProject(({ data, request, variants, now }, project) => {
      const body = jsonObject(request.body);
      if (isAnswer(body)) return refused(variants, 400, 'The body must be a JSON object.');
      const keyword = body.fields['keyword'];
      if (typeof keyword !== 'string' || keyword === '') {
        return refused(variants, 422, 'Validation failed', { keyword: ['The keyword field is required.'] });
      }
      const row = { project_id: project.id, keyword, status: 'ok', position: null, checked_at: now };
      return success(
        data.monitoring.insert(project.id, () => row),
        'Keyword added',
      );
    }),
  },
];

/** Starts the stand-in of Wellows. @throws the system's error when the port cannot be had. */
export async function startWellows(options: PracticeOptions): Promise<RunningService> {
  const now = options.now ?? (() => Date.now());
  let data = seedWellows();
  const ring = new KeyRing<WellowsKey>(Object.values(WELLOWS_KEYS));
  const variants = new Variants(WELLOWS_VARIANTS);
  const operations = new Router<Operation>();
  for (const operation of [...documented, ...invented]) operations.add(operation.method, operation.path, operation);
  return runService({
    service: 'wellows',
    basePath: '/api/v1',
    port: 0,
    connections: WELLOWS_CONNECTIONS,
    keys: WELLOWS_KEYS,
    ring,
    variants,
    answer: (request) => {
      const key = ring.find(request.headers['x-api-key'] ?? '');
      // Documented: an expired key is told the same as a wrong one.
      if (key?.state !== 'valid') return invalidKey(variants);
      const { route, allowed } = operations.match(request.method, request.path);
      if (route !== undefined) return route.value.run({ data, key, request, variants, now: stamp(now()) });
      return allowed.length > 0
        ? refused(variants, 405, 'Method not allowed')
        : refused(variants, 404, 'Resource not found');
    },
    // No limit is documented, and none is made up: a test that wants a 429 plants one.
    refill: () => undefined,
    reset: () => {
      data = seedWellows();
    },
  });
}
