import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { startPractice } from '../../../src/practice/main.ts';
import { type PracticePhare, startPracticePhare } from '../../support/practice.ts';

describe('the practice Phare: record, planted faults, stopping', () => {
  let phare: PracticePhare;
  before(async () => {
    phare = await startPracticePhare();
  });
  beforeEach(() => phare.control.reset());
  after(() => phare.stop());

  const fetchRoot = () => fetch(`${phare.service.baseUrl}/`, { redirect: 'manual' });

  it('records what was sent and how it was answered', async () => {
    await phare.send('POST', '/projects?x=1', { body: { name: '' }, headers: { 'X-Extra': 'yes' } });
    const [request] = phare.control.requests;
    assert.equal(phare.control.requests.length, 1);
    assert.equal(request?.method, 'POST');
    assert.equal(request?.path, '/projects?x=1');
    assert.equal(request?.headers['x-extra'], 'yes');
    assert.equal(request?.headers['authorization'], `Bearer ${phare.control.keys['owner'] ?? ''}`);
    assert.equal(request?.body, '{"name":""}');
    assert.equal(request?.status, 422);
    phare.control.forget();
    assert.equal(phare.control.requests.length, 0);
  });

  it('keeps the latest 2,000 requests', async () => {
    for (let number = 0; number <= 2000; number += 1) {
      const answer = await fetch(`${phare.service.baseUrl}/?${number}`);
      await answer.body?.cancel();
    }
    assert.equal(phare.control.requests.length, 2000);
    assert.equal(phare.control.requests[0]?.path, '/?1');
  }).timeout(20_000);

  it('plants an answer for the next so many matching requests', async () => {
    const fault = phare.control.plant({
      method: 'GET',
      path: '/projects',
      times: 2,
      action: { kind: 'answer', status: 503, headers: { 'retry-after': '7' }, body: 'down' },
    });
    assert.equal((await phare.send('POST', '/projects', { body: {} })).status, 422);
    assert.equal((await phare.send('GET', '/')).status, 200);
    for (let time = 0; time < 2; time += 1) {
      const answer = await phare.send('GET', '/projects?page=1');
      assert.equal(answer.status, 503);
      assert.equal(answer.text, 'down');
      assert.equal(answer.headers.get('retry-after'), '7');
    }
    assert.equal((await phare.send('GET', '/projects')).status, 200);
    assert.equal(fault.hits, 2);
  });

  it('plants for all requests until removed, by an expression, the latest first', async () => {
    const first = phare.control.plant({ path: /^\/uptime\//, action: { kind: 'answer', status: 500 } });
    const second = phare.control.plant({ action: { kind: 'answer', status: 502 } });
    assert.equal((await phare.send('GET', '/uptime/monitors')).status, 502);
    second.remove();
    assert.equal((await phare.send('GET', '/uptime/monitors')).status, 500);
    assert.equal((await phare.send('GET', '/')).status, 200);
    first.remove();
    assert.equal((await phare.send('GET', '/uptime/monitors')).status, 401);
  });

  it('plants bytes that are no text', async () => {
    phare.control.plant({ action: { kind: 'answer', status: 200, body: Uint8Array.of(0xff, 0xfe, 0) } });
    const bytes = new Uint8Array(await (await fetchRoot()).arrayBuffer());
    assert.deepEqual([...bytes], [0xff, 0xfe, 0]);
  });

  it('plants a redirect', async () => {
    phare.control.plant({ action: { kind: 'redirect', to: 'http://127.0.0.1:9/elsewhere', status: 307 } });
    const answer = await fetchRoot();
    assert.equal(answer.status, 307);
    assert.equal(answer.headers.get('location'), 'http://127.0.0.1:9/elsewhere');
  });

  it('holds an answer until it is released', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const fault = phare.control.plant({ path: '/projects', until: promise, action: { kind: 'pass' } });
    let answered = false;
    const answer = phare.send('GET', '/projects').finally(() => {
      answered = true;
    });
    // Others are answered meanwhile, which shows that it is held and not merely slow.
    while (fault.hits === 0) await phare.send('GET', '/');
    assert.equal(answered, false);
    assert.equal(phare.control.requests.find(({ path }) => path === '/projects')?.status, undefined);
    resolve();
    assert.equal((await answer).status, 200);
  });

  it('cuts an answer off in the middle', async () => {
    phare.control.plant({ action: { kind: 'cut-off', body: '{"data":[' } });
    const answer = await fetchRoot();
    assert.equal(answer.status, 200);
    await assert.rejects(answer.text());
  });

  it('resets the connection, and goes on with the next', async () => {
    phare.control.plant({ times: 1, action: { kind: 'reset' } });
    await assert.rejects(fetchRoot());
    assert.equal(phare.control.requests[0]?.status, undefined);
    assert.equal((await fetchRoot()).status, 401);
  });

  it('sends without end until the caller gives up', async () => {
    phare.control.plant({ times: 1, action: { kind: 'endless', chunk: 'x'.repeat(65_536) } });
    const answer = await fetchRoot();
    assert.ok(answer.body);
    let size = 0;
    for await (const chunk of answer.body) {
      size += chunk.length;
      if (size > 5_000_000) break;
    }
    assert.equal((await fetchRoot()).status, 401);
  });

  it('takes a key, a variant and a fault back with a reset', async () => {
    phare.control.revoke(phare.control.keys['owner'] ?? '');
    phare.control.variant('root-needs-key', 'no');
    phare.control.plant({ action: { kind: 'reset' } });
    phare.control.reset();
    assert.equal((await fetchRoot()).status, 401);
    assert.equal((await phare.send('GET', '/')).status, 200);
  });

  it('listens on 127.0.0.1 only, on the port it is told, and says so when that is taken', async () => {
    assert.match(phare.service.baseUrl, /^http:\/\/127\.0\.0\.1:\d+$/);
    const port = Number(new URL(phare.service.baseUrl).port);
    await assert.rejects(startPractice({ port }), { code: 'EADDRINUSE' });
  });

  it('stops at once: unanswered requests and idle connections are cut, and a second stop does nothing', async () => {
    const other = await startPracticePhare();
    const fault = other.control.plant({ path: '/never', action: { kind: 'never' } });
    const port = Number(new URL(other.service.baseUrl).port);
    const idle = connect(port, '127.0.0.1');
    await once(idle, 'connect');
    const idleClosed = once(idle.resume(), 'close');
    const unanswered = assert.rejects(fetch(`${other.service.baseUrl}/never`));
    while (fault.hits === 0) await other.send('GET', '/');
    await other.stop();
    await unanswered;
    await idleClosed;
    await other.stop();
    await assert.rejects(fetch(`${other.service.baseUrl}/`));
  });
});
