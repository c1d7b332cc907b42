import assert from 'node:assert/strict';
import { entriesOf, type PracticePhare, startPracticePhare } from '../../support/practice.ts';

const MONITORS = '/uptime/monitors';
const UNAUTHORIZED = { message: 'Unauthorized' };

describe('the practice Phare: keys and permissions', () => {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare();
  });
  beforeEach(() => phare.control.reset());
  after(() => phare.stop());

  it('offers connections with stable ids, whose keys say that they are for practice', () => {
    assert.deepEqual(
      phare.service.connections.map(({ id }) => id),
      [
        'practice-phare-owner',
        'practice-phare-read-only',
        'practice-phare-project',
        'practice-phare-uptime',
        'practice-phare-second',
      ],
    );
    for (const { key } of phare.service.connections) assert.match(key, /^pha_(org|prj)_practice_[a-z]+_0+\d$/);
  });

  for (const [name, headers] of [
    ['no key', {}],
    ['an unknown key', { authorization: 'Bearer pha_org_practice_nobody_00000000000000' }],
    ['another scheme', { authorization: 'Basic cHJhY3RpY2U6eA==' }],
    ['Bearer twice', { authorization: 'Bearer Bearer pha_org_practice_owner_0000000000000001' }],
  ] as const) {
    it(`answers 401 to ${name}, whatever the path`, async () => {
      for (const path of ['/', '/projects', MONITORS, '/nowhere']) {
        const answer = await phare.send('GET', path, { key: null, headers });
        assert.equal(answer.status, 401);
        assert.deepEqual(answer.value, UNAUTHORIZED);
      }
    });
  }

  it('tells the owner about the API without a project', async () => {
    const answer = await phare.send('GET', '/');
    assert.equal(answer.status, 200);
    assert.deepEqual(Object.keys(answer.value), ['title', 'version', 'support', 'website', 'documentation']);
  });

  it('forgets a revoked key until keys are restored', async () => {
    const key = phare.control.keys['owner'] ?? '';
    phare.control.revoke(key);
    assert.equal((await phare.send('GET', '/')).status, 401);
    phare.control.restore();
    assert.equal((await phare.send('GET', '/')).status, 200);
    assert.throws(() => phare.control.revoke('pha_org_unknown'), /no such key/);
  });

  it('lists 30 projects with short names and unique slugs, and 2 in the second organization', async () => {
    const projects = entriesOf(await phare.send('GET', '/projects?per_page=100'));
    assert.equal(projects.length, 30);
    assert.equal(new Set(projects.map(({ slug }) => slug)).size, 30);
    for (const { name } of projects) assert.ok([...String(name)].length <= 25, String(name));
    assert.equal(entriesOf(await phare.send('GET', '/projects', { key: 'secondOwner' })).length, 2);
  });

  it('takes the project by id or by slug', async () => {
    const byId = await phare.send('GET', MONITORS, { projectId: 1002 });
    const bySlug = await phare.send('GET', MONITORS, { projectSlug: 'quiet-harbor' });
    assert.equal(byId.status, 200);
    assert.equal(byId.text, bySlug.text);
    assert.equal(entriesOf(byId).length, 3);
  });

  it('keeps the second organization to itself', async () => {
    assert.equal((await phare.send('GET', MONITORS, { key: 'secondOwner', projectId: 2001 })).status, 200);
    assert.equal((await phare.send('GET', MONITORS, { key: 'secondOwner', projectId: 1001 })).status, 404);
    assert.equal((await phare.send('GET', MONITORS, { projectId: 2001 })).status, 404);
  });

  for (const [key, allowed, refused] of [
    [
      'readOnly',
      [
        ['GET', '/projects'],
        ['GET', MONITORS],
      ],
      [
        ['POST', '/projects', 'platform:write'],
        ['POST', MONITORS, 'uptime:write'],
      ],
    ],
    [
      'uptimeOnly',
      [['GET', MONITORS]],
      [
        ['GET', '/projects', 'platform:read'],
        ['GET', '/users', 'platform:read'],
      ],
    ],
    [
      'platformOnly',
      [
        ['GET', '/projects'],
        ['GET', '/users'],
      ],
      [
        ['GET', MONITORS, 'uptime:read'],
        ['POST', MONITORS, 'uptime:write'],
      ],
    ],
    [
      'projectReadOnly',
      [['GET', MONITORS]],
      [
        ['POST', MONITORS, 'uptime:write'],
        ['DELETE', '/alert-rules/1', 'platform:write'],
      ],
    ],
  ] as const) {
    it(`lets ${key} do what it may, and names the permission it lacks`, async () => {
      const project = key === 'projectReadOnly' ? {} : { projectId: 1001 };
      for (const [method, path] of allowed) {
        assert.equal((await phare.send(method, path, { key, ...project })).status, 200, `${method} ${path}`);
      }
      for (const [method, path, permission] of refused) {
        const answer = await phare.send(method, path, { key, ...project });
        assert.equal(answer.status, 403);
        assert.deepEqual(answer.value, {
          message: `The ${permission} permission is required to perform this action.`,
        });
      }
    });
  }

  it('lets everyone with a key see the root, an uptime-only key too', async () => {
    assert.equal((await phare.send('GET', '/', { key: 'uptimeOnly' })).status, 200);
  });

  it('asks for the permission before the project', async () => {
    assert.equal((await phare.send('GET', MONITORS, { key: 'platformOnly' })).status, 403);
  });

  it('needs no header with a project key, accepts its own project, and lets it change things', async () => {
    const bare = await phare.send('GET', MONITORS, { key: 'project' });
    assert.equal(bare.status, 200);
    assert.equal(entriesOf(bare)[0]?.['project_id'], 1001);
    const named = await phare.send('GET', MONITORS, { key: 'project', projectSlug: 'luminous-guiding-tower' });
    assert.equal(named.status, 200);
    const id = String(entriesOf(bare)[0]?.['id']);
    assert.equal((await phare.send('DELETE', `${MONITORS}/${id}`, { key: 'project' })).status, 204);
  });

  it('never lets a project key see or manage other projects', async () => {
    const listed = entriesOf(await phare.send('GET', '/projects', { key: 'project' }));
    assert.deepEqual(
      listed.map(({ id }) => id),
      [1001],
    );
    assert.equal((await phare.send('GET', '/projects/1001', { key: 'project' })).status, 200);
    assert.equal((await phare.send('GET', '/projects/1002', { key: 'project' })).status, 404);
    assert.equal((await phare.send('POST', '/projects', { key: 'project', body: {} })).status, 403);
    assert.equal((await phare.send('DELETE', '/projects/1001', { key: 'project' })).status, 403);
  });

  it('knows a project key no longer once its project is deleted', async () => {
    assert.equal((await phare.send('DELETE', '/projects/1001')).status, 204);
    assert.equal((await phare.send('GET', MONITORS, { key: 'project' })).status, 401);
  });

  it('never shows one project the entries of another', async () => {
    const [monitor] = entriesOf(await phare.send('GET', MONITORS, { projectId: 1002 }));
    const answer = await phare.send('GET', `${MONITORS}/${String(monitor?.['id'])}`, { projectId: 1003 });
    assert.equal(answer.status, 404);
    assert.deepEqual(answer.value, { message: 'Resource not found' });
  });
});
