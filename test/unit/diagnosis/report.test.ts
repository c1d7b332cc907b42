import assert from 'node:assert/strict';
import type { Exchange } from '../../../src/client/exchange.ts';
import { type ReportContext, exchangeReport, keyCheckReport, requestIdOf } from '../../../src/diagnosis/report.ts';
import { builtInServices } from '../../../src/services/registry.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { type PracticePhare, startPracticePhare } from '../../support/practice.ts';

const services = builtInServices();

describe('A report to hand on', () => {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare();
  });
  after(() => phare.stop());
  beforeEach(() => phare.control.reset());

  const open = async (name: string) => {
    const desk = await openDesk(phare.service.baseUrl, { key: phare.control.keys[name] ?? name });
    await desk.connections.rename(desk.connection.id, 'Ada’s own key');
    return desk;
  };
  const context = (desk: Desk, exchange: Exchange, more: Partial<ReportContext> = {}): ReportContext => ({
    definition: services.get('phare'),
    connection: desk.connections.find(exchange.connection),
    services: services.list(),
    versions: ['Bearings 0.1.0', 'VS Code 1.104.0'],
    diagnoses: desk.diagnose(exchange),
    ...more,
  });

  it('tells what was sent, what came back and why, so that support finds it in its log', async () => {
    const desk = await open('platformOnly');
    phare.control.plant({
      action: {
        kind: 'answer',
        status: 403,
        headers: { 'content-type': 'application/json', 'x-request-id': 'req-7f3c', server: 'practice', 'x-other': '1' },
        body: '{"message":"The uptime:read permission is required to perform this action."}',
      },
    });
    const exchange = await desk.send({ project: '1001', query: { page: '2' } });
    const text = exchangeReport(exchange, context(desk, exchange));
    const { baseUrl } = phare.service;
    for (const part of [
      '# Phare: 403 Forbidden for `GET /uptime/monitors`',
      `| Request | \`GET ${baseUrl}/uptime/monitors?page=2\` |`,
      '| Project | id 1001, named by header X-Phare-Project-Id |',
      '| Key | …0004, reaches all projects |',
      '| Request id | `req-7f3c` (header `x-request-id`) |',
      `| Sent | ${exchange.startedAt} |`,
      '1 call spent',
      '(proved, `permission-none`)',
      'The uptime:read permission is required',
      'x-phare-project-id: 1001',
      'server: practice',
      'Written by Bearings 0.1.0, VS Code 1.104.0.',
    ]) {
      assert.ok(text.includes(part), `${part} is not in\n${text}`);
    }
    assert.ok(!text.includes('x-other'));
  });

  it('holds nothing that a person typed into the request as a secret, though it looks like no service’s key', async () => {
    const typed = 'practice0odd1KEY2of3no4service';
    const desk = await open('owner');
    phare.control.plant({
      times: 3,
      action: {
        kind: 'answer',
        status: 401,
        headers: { 'content-type': 'application/json', location: `https://a.example/?access_token=${typed}` },
        body: JSON.stringify({ message: `Not accepted: ${typed}` }),
      },
    });
    for (const draft of [
      { path: `/uptime/monitors?api_key=${typed}` },
      { path: '/uptime/monitors', query: { token: typed } },
      { path: '/uptime/monitors', headers: { 'X-Custom': typed } },
    ]) {
      const exchange = await desk.send({ ...draft, project: '1001' });
      const text = exchangeReport(exchange, context(desk, exchange));
      assert.ok(!text.includes(typed.slice(0, -4)), text);
      assert.ok(text.includes('x-phare-project-id: 1001'), text);
    }
  });

  it('holds no key, no token and no label of a person', async () => {
    for (const name of ['owner', 'platformOnly', 'pha_org_practice_unknown_00000000000001']) {
      const desk = await open(name);
      const key = phare.control.keys[name] ?? name;
      const other = 'pylf_v1_eu_practiceowner00000000000000000001';
      phare.control.plant({
        times: 1,
        action: {
          kind: 'answer',
          status: 401,
          headers: { 'x-request-id': key, server: `${key} ${other}`, 'content-type': 'application/json' },
          body: JSON.stringify({ message: `The key ${key} is not ${other}.` }),
        },
      });
      const exchange = await desk.send({ headers: { 'X-Api-Key': key }, path: `/uptime/monitors?q=${other}` });
      const text = exchangeReport(exchange, context(desk, exchange));
      for (const secret of [key, other, key.slice(0, 16), 'Ada'])
        assert.ok(!text.includes(secret), `${secret} in ${text}`);
    }
  });

  it('shows the service’s text as text, whatever it wrote', async () => {
    const desk = await open('owner');
    phare.control.plant({
      action: {
        kind: 'answer',
        status: 400,
        headers: { server: '``` | <b>', 'content-type': 'application/json' },
        body: JSON.stringify({ message: '[click](https://x.test) <img src=x> **bold** `code` | @someone\n# heading' }),
      },
    });
    const exchange = await desk.send({ project: '1001' });
    const text = exchangeReport(exchange, context(desk, exchange));
    assert.doesNotMatch(text, /(?<!\\)\[click|(?<!\\)<img|(?<!\\)\*\*bold|^# heading/mu);
    assert.equal(text.match(/^```/gmu)?.length, 4);
    for (const row of text.split('\n').filter((line) => line.startsWith('|'))) {
      assert.equal(row.match(/(?<!\\)\|/gu)?.length, 3, row);
    }
  });

  it('names the probes with what each got, the redirects, and what the network did', async () => {
    const desk = await open('owner');
    const exchange = await desk.send({ project: '1001' });
    const text = exchangeReport(
      {
        ...exchange,
        hops: [{ url: 'https://a.test/x', status: 302 }],
        failure: { kind: 'reset', message: 'It broke off.' },
      },
      context(desk, exchange, {
        probes: [
          { kind: 'key', operation: 'GET /projects', status: 200, succeeded: true, lacks: undefined, says: new Set() },
        ],
      }),
    );
    assert.ok(text.includes('- `GET /projects`: 200'), text);
    assert.ok(text.includes('`302 https://a.test/x`') && text.includes('reset: It broke off.'), text);
  });

  it('has the probes that the diagnosis sent', async () => {
    const desk = await open('pha_org_practice_unknown_00000000000001');
    const exchange = await desk.send({ project: '1001' });
    await desk.bearings.diagnosis.diagnose(exchange);
    const probes = desk.diagnoser.probesFor(exchange.id);
    assert.ok(probes.length > 0);
    const text = exchangeReport(exchange, context(desk, exchange, { probes }));
    assert.ok(text.includes('## Sent to find out\n- `GET /projects`: 401'), text);
    assert.deepEqual(desk.diagnoser.probesFor('another'), []);
  });

  it('tells of a key’s test what it showed, and how that is known', async () => {
    const desk = await open('uptimeOnly');
    const report = await desk.keyCheck.run(desk.connection.id);
    const exchange = await desk.send({ project: '1001' });
    const text = keyCheckReport(report, context(desk, exchange, { diagnoses: report.diagnosis }));
    assert.ok(text.startsWith('# Phare: test of a key, valid\n'), text);
    assert.ok(text.includes('| Access to platform | read no, write unknown |'), text);
    assert.ok(!text.includes('Ada') && !text.includes(phare.control.keys['uptimeOnly'] ?? '?'));
  });

  it('knows an id by which a request is found again', () => {
    const id = (headers: Record<string, string>) =>
      requestIdOf({ response: { status: 200, headers, bodyText: '', sizeBytes: 0, truncated: false } })?.[1];
    assert.equal(id({ 'content-type': 'a', 'x-request-id': '7' }), '7');
    assert.equal(id({ 'cf-ray': '8' }), '8');
    assert.equal(id({ 'x-amzn-requestid': '9' }), '9');
    assert.equal(id({ 'x-requested-with': '10' }), undefined);
  });
});
