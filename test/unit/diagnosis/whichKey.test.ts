import assert from 'node:assert/strict';
import type { Connection } from '../../../src/connections/connection.ts';
import { type KeyTrial, planKeyTrial, tryKeys } from '../../../src/diagnosis/whichKey.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { ManualClock } from '../../support/manualClock.ts';
import { patience } from '../../support/patience.ts';
import { type PracticePhare, startPracticePhare } from '../../support/practice.ts';
import { startServices } from '../../support/practiceServices.ts';
import { startServer } from '../../support/server.ts';

const project = '1001';

describe('Which of my keys works here', () => {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare();
  });
  after(() => phare.stop());
  beforeEach(() => phare.control.reset());

  const keyNamed = (name: string) => phare.control.keys[name] ?? name;
  const open = (name: string) => openDesk(phare.service.baseUrl, { key: keyNamed(name) });
  const outcomes = (trials: readonly KeyTrial[]) =>
    trials.map(({ connection, outcome }) => `${connection.label}: ${outcome}`);

  async function run(desk: Desk, draft: Parameters<Desk['send']>[0] = { project }) {
    const exchange = await desk.send(draft);
    const plan = planKeyTrial(exchange, desk);
    assert.ok(plan);
    phare.control.forget();
    return { exchange, plan, trials: await tryKeys(exchange, plan, desk) };
  }

  it('tries every other key on the same read, with the same project, and tells what each got', async () => {
    const desk = await open('platformOnly');
    await desk.add(keyNamed('owner'), { label: 'owner' });
    await desk.add(keyNamed('secondOwner'), { label: 'second' });
    await desk.add('pha_org_practice_unknown_00000000001', { label: 'unknown' });
    const { plan, trials } = await run(desk, { project, query: { per_page: '5' } });
    assert.deepEqual([plan.read.title, plan.read.isSame, plan.calls], ['GET /uptime/monitors', true, 3]);
    assert.deepEqual(outcomes(trials), ['owner: works', 'second: refused', 'unknown: refused']);
    assert.deepEqual(
      phare.control.requests.map(({ method, path, headers }) => [method, path, headers['x-phare-project-id']]),
      Array(3).fill(['GET', '/uptime/monitors?per_page=5', project]),
    );
    assert.ok(trials.every(({ outcome, why }) => (outcome === 'works') === (why === '')));
  });

  it('says when a key that is bound to one project answered for that one', async () => {
    const desk = await open('platformOnly');
    await desk.add(keyNamed('project'), { label: 'bound' });
    const { trials } = await run(desk, { project: '1002' });
    assert.deepEqual(outcomes(trials), ['bound: elsewhere']);
    assert.match(trials[0]?.why ?? '', /bound to/u);
    assert.equal(phare.control.requests[0]?.headers['x-phare-project-id'], undefined);
  });

  it('is offered only where another key is for the same address', async () => {
    const desk = await open('platformOnly');
    const refused = await desk.send({ project });
    const offered = () =>
      desk.diagnose(refused).some(({ actions }) => actions.some(({ title }) => title.startsWith('Which')));
    await desk.add(keyNamed('owner'), { label: 'elsewhere', baseUrl: 'http://127.0.0.1:9' });
    assert.equal(planKeyTrial(refused, desk), undefined);
    assert.equal(offered(), false);
    await desk.add(keyNamed('owner'), { label: 'here' });
    assert.equal(offered(), true);
  });

  it('never repeats a write: a list of the same area stands for it', async () => {
    const desk = await open('readOnly');
    await desk.add(keyNamed('owner'), { label: 'owner' });
    const { plan, trials } = await run(desk, { method: 'POST', path: '/uptime/monitors', project, body: '{}' });
    assert.deepEqual([plan.read.title, plan.read.isSame], ['GET /uptime/monitors', false]);
    assert.deepEqual(outcomes(trials), ['owner: works']);
    assert.ok(phare.control.requests.every(({ method }) => method === 'GET'));
  });

  it('sends a key to the address of its own connection and nowhere else', async () => {
    await using elsewhere = await startServer();
    const desk = await open('platformOnly');
    await desk.add(keyNamed('owner'), { label: 'elsewhere', baseUrl: elsewhere.baseUrl });
    const exchange = await desk.send({ project });
    assert.equal(planKeyTrial(exchange, desk), undefined);
    await desk.add(keyNamed('owner'), { label: 'here' });
    const plan = planKeyTrial(exchange, desk);
    assert.deepEqual(
      plan?.candidates.map(({ label }) => label),
      ['here'],
    );
    assert.ok(plan);
    await tryKeys(exchange, plan, desk);
    assert.equal(elsewhere.requests.length, 0);
  });

  it('stops after a 429, and when it is cancelled', async () => {
    const desk = await open('platformOnly');
    for (const label of ['one', 'two']) await desk.add(keyNamed('owner'), { label });
    const exchange = await desk.send({ project });
    const plan = planKeyTrial(exchange, desk);
    assert.ok(plan);
    const abort = new AbortController();
    const seen: string[] = [];
    const told = (now: KeyTrial | Connection) => {
      seen.push('outcome' in now ? now.outcome : now.label);
      if ('outcome' in now) abort.abort();
    };
    const trials = await tryKeys(exchange, plan, desk, { signal: abort.signal, told });
    assert.deepEqual(outcomes(trials), ['one: works', 'two: not tried']);
    assert.deepEqual(seen, ['one', 'works', 'not tried']);
    phare.control.plant({ action: { kind: 'answer', status: 429, headers: { 'retry-after': '1' } } });
    phare.control.forget();
    assert.deepEqual(outcomes(await tryKeys(exchange, plan, desk)), ['one: refused', 'two: not tried']);
    assert.equal(phare.control.requests.length, 1);
  });

  it('counts the exchange of a key for a token, and names the tenant in it', async () => {
    const clock = new ManualClock(Date.UTC(2026, 9, 4, 12));
    const waits = patience(clock);
    const running = await startServices({ services: ['flare'], now: () => clock.now() });
    try {
      const [flare] = running.services;
      assert.ok(flare);
      const options = { service: 'flare', key: flare.key('analyst'), clock, transport: waits.transport };
      const desk = await openDesk(flare.service.baseUrl, options);
      await desk.add(flare.key('owner'), { label: 'owner' });
      const exchange = await waits.until(desk.send({ path: '/firework/v4/identifiers/', project: '4101' }));
      const plan = planKeyTrial(exchange, desk);
      assert.ok(plan);
      assert.equal(plan.calls, 2);
      flare.control.forget();
      await clock.advance(5000);
      const trials = await waits.until(tryKeys(exchange, plan, desk));
      assert.deepEqual(outcomes(trials), ['owner: works']);
      assert.equal(flare.control.requests.length, 2);
    } finally {
      await running.stop();
    }
  });
});
