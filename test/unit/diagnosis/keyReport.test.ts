import assert from 'node:assert/strict';
import type { KeyReport } from '../../../src/diagnosis/keyReport.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { type Answer, plantAnswer } from '../../support/plantedFault.ts';
import { type PracticePhare, startPracticePhare } from '../../support/practice.ts';
import { freePort, json, redirect, startServer } from '../../support/server.ts';

type Area = `${string}: ${'yes' | 'no' | 'unknown'} ${'yes' | 'no' | 'unknown'}`;
const areasOf = ({ access }: KeyReport): Area[] =>
  access.map(({ area, read, write }): Area => `${area}: ${read} ${write}`).sort();

describe('The report on a key', () => {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare();
  });
  after(() => phare.stop());
  beforeEach(() => phare.control.reset());

  const open = (name: string) => openDesk(phare.service.baseUrl, { key: phare.control.keys[name] ?? name });
  const reportOn = async (desk: Desk) => {
    phare.control.forget();
    const report = await desk.keyCheck.run(desk.connection.id);
    assert.equal(report.callsSpent, phare.control.requests.length, 'calls told and calls made');
    assert.ok(report.callsSpent <= 3, `${report.callsSpent} calls`);
    assert.ok(
      phare.control.requests.every(({ method }) => method === 'GET'),
      'a check only reads',
    );
    const calls = report.evidence.filter((line) => !line.startsWith('seen before'));
    assert.equal(calls.length, report.callsSpent);
    return report;
  };

  const good: readonly {
    key: string;
    calls: number;
    count?: number;
    project?: string;
    areas: readonly Area[];
    variants?: Readonly<Record<string, string>>;
  }[] = [
    { key: 'owner', calls: 2, count: 30, areas: ['platform: yes unknown', 'uptime: yes unknown'] },
    { key: 'readOnly', calls: 2, count: 30, areas: ['platform: yes unknown', 'uptime: yes unknown'] },
    // Without the list of projects there is none to name, so of uptime nothing is known.
    { key: 'uptimeOnly', calls: 1, areas: ['platform: no unknown', 'uptime: unknown unknown'] },
    { key: 'platformOnly', calls: 2, count: 30, areas: ['platform: yes unknown', 'uptime: no unknown'] },
    { key: 'secondOwner', calls: 2, count: 2, areas: ['platform: yes unknown', 'uptime: yes unknown'] },
    { key: 'project', calls: 2, count: 1, project: '1001', areas: ['platform: yes unknown', 'uptime: yes unknown'] },
    {
      key: 'projectReadOnly',
      calls: 2,
      count: 1,
      project: '1004',
      areas: ['platform: yes unknown', 'uptime: yes unknown'],
    },
    {
      key: 'project',
      calls: 2,
      areas: ['platform: no unknown', 'uptime: yes unknown'],
      variants: { 'project-key-lists-projects': '403' },
    },
    {
      key: 'project',
      calls: 3,
      areas: ['platform: yes unknown', 'uptime: yes unknown'],
      variants: { 'project-key-lists-projects': '401' },
    },
  ];
  for (const { key, calls, count, project, areas, variants = {} } of good) {
    it(`valid: ${[key, ...Object.entries(variants).flat()].join(' ')}`, async () => {
      for (const [name, value] of Object.entries(variants)) phare.control.variant(name, value);
      const report = await reportOn(await open(key));
      assert.equal(report.verdict, 'valid');
      assert.deepEqual(report.diagnosis, []);
      assert.deepEqual(areasOf(report), areas);
      assert.equal(report.callsSpent, calls);
      assert.equal(report.projectCount, count);
      assert.equal(report.project?.id, project);
      assert.equal(report.keyKind, key.startsWith('project') ? 'one-project' : 'all-projects');
    });
  }

  it('valid: uptime is told of where a project is chosen', async () => {
    const desk = await open('uptimeOnly');
    await desk.selection.select(desk.connection.id, { id: '1001', name: 'Luminous Tower' });
    assert.deepEqual(areasOf(await reportOn(desk)), ['platform: no unknown', 'uptime: yes unknown']);
  });

  it('valid: what a change showed before is told, both ways', async () => {
    const pause = { method: 'POST', path: '/uptime/monitors/110000/pause', project: '1001' };
    for (const [key, area] of [['owner', 'uptime: yes yes'] as const, ['readOnly', 'uptime: yes no'] as const]) {
      const desk = await open(key);
      await desk.send(pause);
      assert.deepEqual(areasOf(await reportOn(desk)), ['platform: yes unknown', area]);
    }
  });

  it('valid: a second check asks anew instead of repeating what was seen', async () => {
    const desk = await open('owner');
    await reportOn(desk);
    const body = { message: 'The uptime:read permission is required to perform this action.' };
    phare.control.plant({
      path: '/uptime/monitors',
      action: {
        kind: 'answer',
        status: 403,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
    });
    assert.deepEqual(areasOf(await reportOn(desk)), ['platform: yes unknown', 'uptime: no unknown']);
  });

  for (const key of ['owner', 'project']) {
    it(`invalid: ${key}, revoked, and nothing is told of its access`, async () => {
      phare.control.revoke(phare.control.keys[key] ?? '');
      const report = await reportOn(await open(key));
      assert.equal(report.verdict, 'invalid');
      assert.equal(report.diagnosis[0]?.cause, 'key-invalid');
      assert.equal(report.projectCount, undefined);
      assert.deepEqual(areasOf(report), ['platform: unknown unknown', 'uptime: unknown unknown']);
    });
  }

  it('invalid: revoked after a good check; the projects known before are kept', async () => {
    const desk = await open('owner');
    await reportOn(desk);
    phare.control.revoke(phare.control.keys['owner'] ?? '');
    const report = await reportOn(desk);
    assert.equal(report.verdict, 'invalid');
    assert.equal(report.projectCount, undefined);
    assert.equal(desk.projects.of(desk.connection.id).entries.length, 30);
    assert.deepEqual(areasOf(report), ['platform: unknown unknown', 'uptime: unknown unknown']);
    assert.ok(
      report.evidence.includes('seen before the key was refused: read platform, read uptime'),
      report.evidence.join('\n'),
    );
  });

  const unclear: readonly (readonly [string, Answer, KeyReport['verdict'], string])[] = [
    ['a 429', { status: 429, headers: { 'retry-after': '30' } }, 'unknown', 'rate-limited'],
    ['a fault of the service', { status: 500 }, 'unknown', 'service-down'],
    [
      'a web page',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html></html>' },
      'unknown',
      'wrong-address',
    ],
    ['data of another service', { status: 200, body: { ok: true } }, 'unknown', 'wrong-address'],
    ['an expired key', { status: 401, body: { message: 'This key has expired.' } }, 'expired', 'key-expired'],
  ];
  for (const key of ['owner', 'project']) {
    for (const [name, answer, verdict, cause] of unclear) {
      it(`${verdict}: ${name} for the key ${key}`, async () => {
        plantAnswer(phare, answer);
        const report = await reportOn(await open(key));
        assert.equal(report.verdict, verdict);
        assert.equal(report.diagnosis[0]?.cause, cause);
        if (answer.status === 429) assert.equal(report.callsSpent, 1, 'nothing is sent after a 429');
        assert.deepEqual(areasOf(report), ['platform: unknown unknown', 'uptime: unknown unknown']);
      });
    }
  }

  it('unreachable: offline', async () => {
    const desk = await openDesk(`http://127.0.0.1:${await freePort()}`, { key: 'pha_prj_practice_project_0001' });
    const report = await desk.keyCheck.run(desk.connection.id);
    assert.equal(report.verdict, 'unreachable');
    assert.equal(report.diagnosis[0]?.cause, 'network');
    assert.equal(report.evidence.length, 1);
  });

  it('unknown: another host answered with a list, without having seen the key', async () => {
    await using other = await startServer(json({ data: [] }));
    await using own = await startServer(redirect(`${other.baseUrl}/projects`));
    const desk = await openDesk(own.baseUrl, { key: 'pha_org_practice_owner_0001' });
    const report = await desk.keyCheck.run(desk.connection.id);
    assert.equal(report.verdict, 'unknown');
    assert.ok(report.access.every(({ read, write }) => read === 'unknown' && write === 'unknown'));
  });

  it('invalid: no key is stored', async () => {
    const desk = await open('owner');
    await desk.vault.delete(desk.connection.id);
    const report = await desk.keyCheck.run(desk.connection.id);
    assert.equal(report.verdict, 'invalid');
    assert.equal(report.diagnosis[0]?.cause, 'key-missing');
    assert.equal(report.callsSpent, 0);
  });
});
