import assert from 'node:assert/strict';
import { temporaryConnection } from '../../../src/connections/temporary.ts';
import { startPractice } from '../../../src/practice/main.ts';
import type { Practice, PracticeRefusal } from '../../../src/practice/types.ts';
import { builtInServices } from '../../../src/services/registry.ts';
import { type Desk, openDesk } from '../../support/desk.ts';

/** As in diagnosis.md. */
const CAUSES = [
  'key-missing',
  'key-malformed',
  'key-wrong-service',
  'key-wrong-kind',
  'key-invalid',
  'key-expired',
  'token-expired',
  'region-mismatch',
  'project-missing',
  'project-unknown',
  'project-outside-key',
  'project-conflict',
  'needs-broader-key',
  'permission-none',
  'permission-read-only',
  'permission-missing',
  'role-insufficient',
  'rate-limited',
  'blocked-before-service',
  'proxy-refused',
  'redirect-dropped-key',
  'wrong-address',
  'clock-skew',
  'service-down',
  'network',
  'cors',
  'not-found',
  'invalid-request',
  'unknown',
];
const SERVICES = ['phare', 'logfire', 'flare', 'wellows'];
const services = builtInServices();

describe('Practise a refusal', () => {
  let practice: Practice;
  before(async () => {
    practice = await startPractice();
  });
  after(() => practice.stop());

  const find = (service: string, cause: string) =>
    practice.refusals.find((refusal) => refusal.service === service && refusal.cause === cause);
  const whyNot = (service: string, cause: string) =>
    practice.unprovoked.find((each) => each.cause === cause && (each.service ?? service) === service)?.why;

  /** A desk with the connection that the refusal is practised with, as practice mode makes it. */
  async function deskFor({ connection, service }: PracticeRefusal): Promise<Desk> {
    for (const { control } of practice.services) control.refill();
    const desk = await openDesk(connection.baseUrl, { service, key: 'a-key-of-no-service-0001' });
    const entry = { ...connection, id: 'practised', service };
    desk.connections.setTemporary([temporaryConnection(entry, services.get(service), services.list())]);
    return desk;
  }

  for (const service of SERVICES) {
    describe(service, () => {
      for (const cause of CAUSES) {
        it(`${cause} can be provoked, or it is said why not`, async () => {
          const refusal = find(service, cause);
          if (!refusal) {
            assert.match(whyNot(service, cause) ?? '', /^[A-Z].*\.$/u);
            return;
          }
          assert.equal(whyNot(service, cause), undefined);
          assert.match(refusal.summary, /^[A-Z].*\.$/u);
          refusal.prepare();
          const desk = await deskFor(refusal);
          for (const draft of refusal.before) {
            const { response } = await desk.send({ ...draft, connection: 'practised', project: draft.project ?? null });
            assert.equal(response?.status, 200, `before: ${draft.path}`);
          }
          const { request } = refusal;
          const exchange = await desk.send({ ...request, connection: 'practised', project: request.project ?? null });
          const found = desk.diagnose(exchange);
          const told = found.map((each) => `${each.cause} (${each.certainty})`).join(', ') || 'nothing';
          const { status } = exchange.response ?? {};
          assert.equal(found[0]?.cause, cause, `${status ?? exchange.failure?.kind}: ${told}`);
          const probed = await desk.bearings.diagnosis.diagnose(exchange);
          // A probe tells whether a key that lacks a permission may read at all.
          const right = cause === 'permission-missing' ? /^permission-/u : new RegExp(`^${cause}$`, 'u');
          assert.match(probed[0]?.cause ?? 'nothing', right, 'after probes');
          const { key } = refusal.connection;
          assert.ok(key === '' || !JSON.stringify([found, probed]).includes(key), 'a diagnosis holds the key');
        });
      }
    });
  }

  it('goes well again once something else is practised', async () => {
    const blocked = find('phare', 'blocked-before-service');
    assert.ok(blocked);
    blocked.prepare();
    const desk = await deskFor(blocked);
    const send = () => desk.send({ ...blocked.request, connection: 'practised' });
    assert.equal((await send()).response?.status, 403);
    find('logfire', 'key-invalid')?.prepare();
    assert.equal((await send()).response?.status, 200);
  });

  it('offers only what the running stand-ins can give', async () => {
    const few = await startPractice({ services: ['wellows'] });
    try {
      assert.deepEqual([...new Set(few.refusals.map(({ service }) => service))], ['wellows']);
    } finally {
      await few.stop();
    }
  });
});
