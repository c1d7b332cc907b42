import assert from 'node:assert/strict';
import { openDesk } from '../../support/desk.ts';
import { ManualClock } from '../../support/manualClock.ts';
import { type PracticePhare, startPracticePhare } from '../../support/practice.ts';

const create = { method: 'POST', path: '/uptime/monitors', body: '{}', project: '1001' };

describe('What a key did before', () => {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare();
  });
  after(() => phare.stop());
  beforeEach(() => phare.control.reset());

  const open = (name: string) =>
    openDesk(phare.service.baseUrl, { key: phare.control.keys[name] ?? name, clock: new ManualClock() });

  it('counts although it was within the same millisecond', async () => {
    const desk = await open('readOnly');
    await desk.send({ project: '1001' });
    assert.equal(desk.diagnose(await desk.send(create))[0]?.cause, 'permission-read-only');
  });

  it('does not count for what came before it', async () => {
    const clock = new ManualClock();
    const desk = await openDesk(phare.service.baseUrl, { key: phare.control.keys['readOnly'] ?? '', clock });
    const refused = await desk.send(create);
    await clock.advance(1);
    await desk.send({ project: '1001' });
    assert.equal(desk.diagnose(refused)[0]?.cause, 'permission-missing');
  });

  it('is not the refusal itself', async () => {
    const desk = await open('pha_org_practice_unknown_000000000000009');
    const [found] = desk.diagnose(await desk.send({ path: '/projects' }));
    assert.equal(found?.cause, 'key-invalid');
    assert.ok(found.evidence.every((line) => !line.startsWith('this key got')));
  });

  it('is told as evidence with its time', async () => {
    const desk = await open('owner');
    await desk.send({ path: '/projects' });
    const [found] = desk.diagnose(await desk.send({ project: null }));
    assert.equal(found?.cause, 'project-missing');
    assert.ok(found.evidence.includes('this key got 200 for GET /projects at 00:00 UTC'));
  });

  it('is forgotten with the key', async () => {
    const desk = await open('readOnly');
    await desk.send({ project: '1001' });
    await desk.connections.replaceKey(desk.connection.id, phare.control.keys['readOnly'] ?? '');
    assert.equal(desk.diagnose(await desk.send(create))[0]?.cause, 'permission-missing');
  });

  it('a project key refused at what is about all projects is not for that reason a bad key', async () => {
    phare.control.variant('project-key-lists-projects', '401');
    phare.control.variant('project-key-manages-projects', '401');
    const desk = await open('project');
    await desk.send({ path: '/projects' });
    const found = desk.diagnose(await desk.send({ method: 'POST', path: '/projects', body: '{}' }));
    assert.equal(found[0]?.cause, 'needs-broader-key');
  });

  it('says nothing of a key that was typed in its place, nor is anything asked with the stored one', async () => {
    const desk = await open('owner');
    await desk.send({ path: '/projects' });
    const typed = {
      path: '/uptime/monitors',
      project: '1001',
      headers: { authorization: 'Bearer pha_org_typed_00001' },
    };
    const refused = await desk.send(typed);
    phare.control.forget();
    const [found] = await desk.bearings.diagnosis.diagnose(refused);
    assert.equal(found?.cause, 'key-invalid');
    assert.ok(found.evidence.every((line) => !line.startsWith('this key got')));
    assert.deepEqual(phare.control.requests, []);
  });

  it('is not what a key typed in its place did', async () => {
    const desk = await open('readOnly');
    const headers = { authorization: `Bearer ${phare.control.keys['owner'] ?? ''}` };
    await desk.send({ path: '/uptime/monitors', project: '1001', headers });
    assert.equal(desk.diagnose(await desk.send(create))[0]?.cause, 'permission-missing');
  });

  it('does not tell of which service a typed key is, which its text does', async () => {
    const desk = await open('owner');
    const headers = { authorization: 'Bearer pylf_v1_us_planted0000000001' };
    const [found] = desk.diagnose(await desk.send({ path: '/projects', headers }));
    assert.equal(found?.cause, 'key-wrong-service');
    assert.match(found.explanation, /Logfire/);
  });
});
