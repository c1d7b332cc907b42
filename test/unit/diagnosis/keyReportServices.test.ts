import assert from 'node:assert/strict';
import type { KeyReport } from '../../../src/diagnosis/keyReport.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { ManualClock } from '../../support/manualClock.ts';
import { type Patience, patience } from '../../support/patience.ts';
import { type Spoken, type SpokenServices, startServices } from '../../support/practiceServices.ts';

type Service = 'logfire' | 'flare' | 'wellows';

interface Expected extends Partial<Pick<KeyReport, 'keyKind' | 'projectCount' | 'region' | 'expiresAt'>> {
  readonly verdict: KeyReport['verdict'];
  readonly calls: number;
  readonly project?: string;
  readonly cause?: string;
  readonly reads?: readonly string[];
  readonly readsNot?: readonly string[];
}

interface Case extends Expected {
  readonly service: Service;
  readonly key: string;
  readonly variants?: Readonly<Record<string, string>>;
}

const end = '2099-12-31T23:59:59Z';
const logfire = { service: 'logfire', region: 'us', keyKind: 'unknown' } as const;
const flare = { service: 'flare', keyKind: 'all-projects' } as const;
const cases: readonly Case[] = [
  // The list of projects, then one list of each of two more areas.
  { ...logfire, key: 'owner', verdict: 'valid', calls: 3, projectCount: 110, reads: ['project', 'alert', 'dashboard'] },
  {
    ...logfire,
    key: 'readOnly',
    verdict: 'valid',
    calls: 3,
    projectCount: 110,
    reads: ['project', 'alert', 'dashboard'],
  },
  { ...logfire, key: 'project', verdict: 'valid', calls: 3, projectCount: 1, reads: ['project', 'alert'] },
  {
    ...logfire,
    key: 'projectsOnly',
    verdict: 'valid',
    calls: 3,
    projectCount: 110,
    reads: ['project'],
    readsNot: ['alert', 'dashboard'],
  },
  { ...logfire, key: 'noProjects', verdict: 'valid', calls: 1, readsNot: ['project'] },
  { ...logfire, key: 'alertsOnly', verdict: 'valid', calls: 1, readsNot: ['project'] },
  {
    ...logfire,
    key: 'secondOwner',
    verdict: 'valid',
    calls: 3,
    projectCount: 2,
    reads: ['project', 'alert', 'dashboard'],
  },
  { ...logfire, key: 'expired', verdict: 'invalid', calls: 1, cause: 'key-invalid' },
  {
    ...logfire,
    key: 'expired',
    variants: { 'expired-key': 'says-so' },
    verdict: 'expired',
    calls: 1,
    cause: 'key-expired',
  },
  { ...logfire, key: 'pylf_v1_us_practiceunknown0000000000009', verdict: 'invalid', calls: 1, cause: 'key-invalid' },
  {
    ...logfire,
    key: 'pylf_v1_us_practiceunknown0000000000009',
    variants: { 'bad-key-text': 'Not authenticated' },
    verdict: 'invalid',
    calls: 1,
  },
  // The exchange, who-am-I, the list of tenants.
  { ...flare, key: 'owner', verdict: 'valid', calls: 3, projectCount: 3 },
  { ...flare, key: 'analyst', verdict: 'valid', calls: 3, projectCount: 1 },
  { ...flare, key: 'secondOwner', verdict: 'valid', calls: 3, projectCount: 1 },
  { ...flare, key: 'fw_practiceunknown00000009', verdict: 'invalid', calls: 1, cause: 'key-invalid' },
  { ...flare, key: 'fw_practiceunknown00000009', variants: { 'bad-key': '403' }, verdict: 'invalid', calls: 1 },
  {
    ...flare,
    key: 'fw_practiceunknown00000009',
    variants: { 'bad-key': '403', 'refusal-body': 'empty' },
    verdict: 'invalid',
    calls: 1,
  },
  // Who-am-I tells kind, project and end; then the list of projects.
  {
    service: 'wellows',
    key: 'user',
    keyKind: 'all-projects',
    expiresAt: end,
    verdict: 'valid',
    calls: 2,
    projectCount: 12,
  },
  {
    service: 'wellows',
    key: 'limited',
    keyKind: 'all-projects',
    expiresAt: end,
    verdict: 'valid',
    calls: 2,
    projectCount: 3,
  },
  {
    service: 'wellows',
    key: 'project',
    keyKind: 'one-project',
    expiresAt: end,
    verdict: 'valid',
    calls: 2,
    projectCount: 1,
    project: '302',
  },
  {
    service: 'wellows',
    key: 'project',
    variants: { 'project-key-lists-projects': '403' },
    keyKind: 'one-project',
    verdict: 'valid',
    calls: 2,
    project: '302',
  },
  // A level that nobody knows tells nothing, and hurts nothing.
  {
    service: 'wellows',
    key: 'project',
    variants: { 'project-key-level': 'WORKSPACE' },
    keyKind: 'unknown',
    verdict: 'valid',
    calls: 2,
    projectCount: 1,
  },
  {
    service: 'wellows',
    key: 'project',
    variants: { 'project-key-level': 'project_level' },
    keyKind: 'unknown',
    verdict: 'valid',
    calls: 2,
  },
  ...['as-is', '200'].flatMap((status): Case[] =>
    ['expired', 'revoked', 'wellows-practice-unknown-9'].map((key) => ({
      service: 'wellows',
      key,
      variants: { 'error-status': status },
      verdict: 'invalid',
      calls: 1,
      cause: 'key-invalid',
    })),
  ),
];

describe('The report on a key of the other services', () => {
  const clock = new ManualClock(Date.UTC(2026, 9, 4, 12));
  let spoken: SpokenServices;
  let waits: Patience;
  before(async () => {
    waits = patience(clock);
    spoken = await startServices({ services: ['logfire', 'flare', 'wellows'], now: () => clock.now() });
  });
  after(() => spoken.stop());
  beforeEach(async () => {
    for (const { control } of spoken.services) control.reset();
    await clock.advance(60_000);
  });

  const standIn = (name: Service, region?: string): Spoken => {
    const found = spoken.services.find(({ service }) => service.service === name && service.region === region);
    if (!found) throw new Error(`Practice mode has no ${name}.`);
    return found;
  };
  const open = (service: Service, key: string): Promise<Desk> => {
    const { control, service: own } = standIn(service, service === 'logfire' ? 'us' : undefined);
    return openDesk(own.baseUrl, { service, key: control.keys[key] ?? key, clock, transport: waits.transport });
  };
  const check = (desk: Desk) => waits.until(desk.keyCheck.run(desk.connection.id));

  for (const {
    service,
    key,
    variants = {},
    verdict,
    calls,
    project,
    cause,
    reads = [],
    readsNot = [],
    ...told
  } of cases) {
    it(`${service}, ${[key, ...Object.entries(variants).flat()].join(' ')}: ${verdict}`, async () => {
      const { control } = standIn(service, service === 'logfire' ? 'us' : undefined);
      for (const [name, value] of Object.entries(variants)) control.variant(name, value);
      const desk = await open(service, key);
      const report = await check(desk);
      assert.equal(report.verdict, verdict, JSON.stringify(report));
      assert.equal(report.callsSpent, control.requests.length, 'calls told and calls made');
      assert.equal(report.callsSpent, calls);
      const { keyKind, projectCount, region, expiresAt } = report;
      for (const [name, value] of Object.entries(told)) {
        assert.equal({ keyKind, projectCount, region, expiresAt }[name as keyof typeof told], value, name);
      }
      assert.equal(report.project?.id, project);
      if (cause) assert.equal(report.diagnosis[0]?.cause, cause);
      if (verdict === 'valid') assert.deepEqual(report.diagnosis, []);
      const areasThat = (answer: string) => report.access.filter(({ read }) => read === answer).map(({ area }) => area);
      for (const area of reads) assert.ok(areasThat('yes').includes(area), `${area} reads`);
      for (const area of readsNot) assert.ok(areasThat('no').includes(area), `${area} does not read`);
      assert.ok(control.requests.every(({ method, path }) => method === 'GET' || path === '/tokens/generate'));
    });
  }

  it("keeps what the service told of the key's kind, and forgets it with the key", async () => {
    const desk = await open('wellows', 'project');
    assert.equal(desk.connection.keyKind, 'unknown');
    await check(desk);
    const { id } = desk.connection;
    assert.equal(desk.connections.get(id).keyKind, 'one-project');
    assert.deepEqual(desk.projects.bound(id), { id: '302', name: 'Harbor' });
    const { control } = standIn('wellows');
    control.forget();
    const exchange = await desk.send({ path: '/site-summary' });
    assert.equal(control.requests[0]?.headers['x-project-id'], undefined);
    assert.equal(exchange.response?.status, 200);
    await desk.connections.replaceKey(id, control.keys['user'] ?? '');
    assert.equal(desk.connections.get(id).keyKind, 'unknown');
    assert.equal(desk.projects.bound(id), undefined);
    await check(desk);
    assert.equal(desk.connections.get(id).keyKind, 'all-projects');
  });

  it('takes the region of a Logfire key from the key, or from the person where the key does not tell', async () => {
    const urls = standIn('logfire', 'us').service.baseUrls ?? {};
    const desk = await openDesk('http://127.0.0.1:9', { key: 'pha_org_practice0001' });
    const eu = standIn('logfire', 'eu').key('owner');
    const added = await desk.connections.add({ service: 'logfire', key: eu, baseUrls: urls });
    assert.deepEqual([added.region, added.baseUrl], ['eu', urls['eu']]);
    assert.equal((await desk.keyCheck.run(added.id)).verdict, 'valid');
    const real = await desk.connections.add({ service: 'logfire', key: eu });
    assert.equal(real.baseUrl, 'https://api-eu.pydantic.dev');
    const asked = await desk.connections.add({ service: 'logfire', key: 'pylf_v1_moon_practice01', region: 'eu' });
    assert.equal(asked.region, 'eu');
    const first = await desk.connections.add({ service: 'logfire', key: 'pylf_v1_moon_practice01' });
    assert.equal(first.region, 'us');
  });
});
