import assert from 'node:assert/strict';
import type { Desk } from '../../support/desk.ts';
import { openDesk } from '../../support/desk.ts';
import { type PracticePhare, startPracticePhare } from '../../support/practice.ts';

const noProject = { project: null };

describe('Probes', () => {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare();
  });
  after(() => phare.stop());
  beforeEach(() => phare.control.reset());

  const open = (key: string) => openDesk(phare.service.baseUrl, { key: phare.control.keys[key] ?? key });
  const sent = () => phare.control.requests.map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`);
  const investigate = async (desk: Desk, draft: Parameters<Desk['send']>[0]) => {
    const exchange = await desk.send(draft);
    phare.control.forget();
    return desk.bearings.diagnosis.diagnose(exchange);
  };

  it('prove a missing project by the same read with a project, and name what they sent', async () => {
    const desk = await open('owner');
    await desk.projects.all(desk.connection.id);
    const [first] = await investigate(desk, noProject);
    assert.equal(first?.cause, 'project-missing');
    assert.equal(first.certainty, 'proved');
    assert.match(first.evidence.join('\n'), /probe: this key got 200 for GET \/uptime\/monitors with a project named/);
    assert.deepEqual(sent(), ['GET /uptime/monitors']);
  });

  it('list the projects first where none is known, and use one of them', async () => {
    const [first] = await investigate(await open('owner'), noProject);
    assert.equal(first?.certainty, 'proved');
    assert.deepEqual(sent(), ['GET /projects', 'GET /uptime/monitors']);
  });

  it('prove a bad key by the key check, and leave the project out of it', async () => {
    const found = await investigate(await open('pha_org_unknown_key_000000001'), noProject);
    assert.deepEqual(
      found.map(({ cause, certainty }) => `${cause} ${certainty}`),
      ['key-invalid proved'],
    );
    assert.deepEqual(sent(), ['GET /projects']);
  });

  it('are named also where they told no cause', async () => {
    const desk = await open('owner');
    phare.control.plant({ path: '/uptime/monitors', times: 1, action: { kind: 'answer', status: 418 } });
    const [first] = await investigate(desk, { project: '1001' });
    assert.equal(first?.cause, 'unknown');
    assert.ok(sent().length > 0);
    assert.match(first.evidence.join('\n'), /probe: this key got 200 for GET/);
  });

  it('tell a key that may only read from one that may do nothing, by a read in place of the refused write', async () => {
    const write = { method: 'POST', path: '/uptime/monitors/110000/pause', project: '1001' };
    const [first] = await investigate(await open('readOnly'), write);
    assert.equal(first?.cause, 'permission-read-only');
    assert.ok(sent().every((request) => request.startsWith('GET ')));
  });

  it('send nothing when told not to, after a 429, for what is proved, and for what is fine', async () => {
    const desk = await open('owner');
    const refused = await desk.send(noProject);
    phare.control.forget();
    await desk.bearings.diagnosis.diagnose(refused, { probe: false });
    assert.deepEqual(sent(), []);
    await investigate(desk, { path: '/nowhere', headers: { 'x-broken': 'ä\u{1F600}' } });
    assert.deepEqual(sent(), []);
    assert.deepEqual(await investigate(desk, { path: '/projects' }), []);
    assert.deepEqual(sent(), []);
    phare.control.plant({ times: 1, action: { kind: 'answer', status: 429, headers: { 'retry-after': '30' } } });
    await investigate(desk, noProject);
    assert.deepEqual(sent(), []);
  });

  it('stop when the signal is aborted, with what is known by then', async () => {
    const desk = await open('owner');
    const exchange = await desk.send(noProject);
    phare.control.forget();
    const found = await desk.bearings.diagnosis.diagnose(exchange, { signal: AbortSignal.abort() });
    assert.equal(found[0]?.cause, 'project-missing');
    assert.deepEqual(sent(), []);
  });

  it('end after the first that is refused for too many calls', async () => {
    const desk = await open('owner');
    const exchange = await desk.send(noProject);
    phare.control.forget();
    phare.control.plant({ action: { kind: 'answer', status: 429, headers: { 'retry-after': '1' } } });
    const found = await desk.bearings.diagnosis.diagnose(exchange);
    assert.equal(found[0]?.cause, 'project-missing');
    assert.equal(sent().length, 1);
  });
});
