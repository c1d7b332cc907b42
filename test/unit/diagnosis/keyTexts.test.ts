import assert from 'node:assert/strict';
import { openDesk } from '../../support/desk.ts';
import { cases, testPlanted } from '../../support/plantedFault.ts';
import { json, startServer } from '../../support/server.ts';
import { type SpokenServices, startServices } from '../../support/practiceServices.ts';

const said = (status: number, message: string, headers = {}) => ({ answer: { status, headers, body: { message } } });
const longAgo = new Date(0).toUTCString();

const foreign = cases({ cause: 'key-wrong-service', certainty: 'proved' }, [
  { name: 'a Logfire key', key: 'pylf_v1_us_planted0000000001' },
  { name: 'a Flare key', key: 'fw_planted000000000001' },
  { name: 'a Flare key without a project', key: 'fw_planted000000000001', draft: { project: null } },
  { name: 'a Flare key, answered 403', key: 'fw_planted000000000001', ...said(403, 'Forbidden') },
]);

const roles = cases({ cause: 'role-insufficient' }, [
  { name: 'only owners', ...said(403, 'Only owners can manage API keys.') },
  { name: 'an admin is required', ...said(403, 'This action requires the admin role') },
  { name: 'must be an administrator', ...said(401, 'You must be an administrator of this organization') },
]);

const clocks = cases({ cause: 'clock-skew' }, [
  { name: 'a token used too early', ...said(401, 'Token used before issued', { date: longAgo }) },
  { name: 'a timestamp', ...said(400, 'Request timestamp is too far in the past', { date: longAgo }) },
]);

const otherwise = cases({}, [
  { name: 'a timestamp, with the clocks alike', cause: 'invalid-request', ...said(400, 'Invalid timestamp') },
  { name: 'a wrong Date alone', cause: 'key-invalid', ...said(401, 'Unauthorized', { date: longAgo }) },
]);

describe('Diagnosis of what the key and the words tell', () => {
  testPlanted([...foreign, ...roles, ...clocks, ...otherwise]);
});

describe('A key of another region', () => {
  let practice: SpokenServices;
  before(async () => {
    practice = await startServices({ services: ['logfire'] });
  });
  after(() => practice.stop());

  it('is told by its own text, and the other region is asked nothing', async () => {
    const [us, eu] = practice.services;
    assert.ok(us && eu);
    const desk = await openDesk(us.service.baseUrl, { service: 'logfire', region: 'us', key: eu.key('owner') });
    const exchange = await desk.send({ path: '/api/v1/projects/', project: null });
    assert.equal(exchange.response?.status, 401);
    us.control.forget();
    const [first] = await desk.bearings.diagnosis.diagnose(exchange);
    assert.equal(first?.cause, 'region-mismatch');
    assert.equal(first.certainty, 'proved');
    assert.match(first.title, /EU/);
    assert.deepEqual([...us.control.requests, ...eu.control.requests], []);
  });

  it('is found by asking the other region, where its text tells none and its address was given', async () => {
    const flare = await startServices({ services: ['flare'] });
    const [us] = flare.services;
    const refusing = await startServer(json({ error: { code: 'UNAUTHORIZED', message: 'no' } }, 401));
    try {
      assert.ok(us);
      const baseUrls = { us: us.service.baseUrl };
      const desk = await openDesk(refusing.baseUrl, { service: 'flare', region: 'eu', key: 'fw_never_used_0000001' });
      const { id } = await desk.add(us.key('owner'), { region: 'eu', baseUrls });
      const exchange = await desk.bearings.requests.send({
        connection: id,
        method: 'GET',
        path: '/firework/v2/me/tenants',
      });
      const [first] = await desk.bearings.diagnosis.diagnose(exchange);
      assert.equal(first?.cause, 'region-mismatch');
      assert.match(first.evidence.join(), /in another region/);
      // Without its address the other region is not asked, though the service has one.
      us.control.forget();
      const alone = await desk.send({ path: '/firework/v2/me/tenants', project: null });
      const [unknown] = await desk.bearings.diagnosis.diagnose(alone);
      assert.equal(unknown?.cause, 'key-invalid');
      assert.deepEqual(us.control.requests, []);
    } finally {
      await flare.stop();
      await refusing[Symbol.asyncDispose]();
    }
  });
});
