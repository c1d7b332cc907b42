import assert from 'node:assert/strict';
import { openDesk } from '../../support/desk.ts';
import { type Answer, cases, firstProject, testPlanted } from '../../support/plantedFault.ts';
import { json, redirect, startServer } from '../../support/server.ts';

const list = (...data: readonly unknown[]): Answer => ({ status: 200, body: { data, links: { next: null } } });
const one = { path: '/uptime/monitors/110000', project: firstProject };

const healthy = cases({ cause: null }, [
  { name: 'a list of monitors' },
  { name: 'the projects', draft: { path: '/projects' } },
  { name: 'the projects with a project chosen', draft: { path: '/projects', project: firstProject } },
  { name: "the service's own version", draft: { path: '/' } },
  { name: 'one entry', draft: one },
  { name: 'a project by its slug', draft: { project: 'quiet-harbor' } },
  { name: 'a project without entries', draft: { project: '1030' } },
  { name: 'a page after the last', draft: { project: firstProject, query: { page: '99' } } },
  { name: 'a project key', key: 'project', draft: {} },
  {
    name: 'a project key that names its own project',
    key: 'project',
    draft: { headers: { 'X-Phare-Project-Id': '1001' } },
  },
  {
    name: 'a project key that names another and is forgiven',
    key: 'project',
    draft: { headers: { 'X-Phare-Project-Id': '1002' } },
    variants: { 'project-key-other-project': 'ignored' },
  },
  { name: 'a read-only key that reads', key: 'readOnly' },
  { name: 'a change', draft: { method: 'POST', path: '/uptime/monitors/110000/pause', project: firstProject } },
  { name: 'an answer after a refusal', before: (desk) => desk.send({ project: null }) },
  { name: '201', answer: { status: 201, body: { id: 1 } }, draft: { ...one, method: 'POST' } },
  { name: '204', answer: { status: 204 }, draft: { ...one, method: 'DELETE' } },
  { name: '204 to a list', answer: { status: 204 } },
  { name: '304', answer: { status: 304 } },
  { name: '202 as text', answer: { status: 202, body: 'accepted' }, draft: { ...one, method: 'POST' } },
  { name: 'an empty list', answer: list() },
  { name: 'an empty list without project', answer: list(), draft: { project: null } },
  {
    name: 'data that speaks of refusals',
    answer: list({ id: 1, message: 'Unauthorized', error: 'Too many attempts' }),
  },
  {
    name: 'a project named "error"',
    answer: list({ id: 1, name: 'error', slug: 'error' }),
    draft: { path: '/projects' },
  },
  { name: 'an entry with a message', answer: { status: 200, body: { message: 'Too Many Attempts.' } }, draft: one },
  {
    name: 'an entry with an error',
    answer: { status: 200, body: { id: 110000, error: 'API key expired', status: 401, errors: [] } },
    draft: one,
  },
  { name: 'an entry that holds a page', answer: { status: 200, body: { body: '<html>Sign in</html>' } }, draft: one },
  { name: 'JSON called HTML', answer: { status: 200, headers: { 'content-type': 'text/html' }, body: '{"data":[]}' } },
  { name: 'JSON without a type', answer: { status: 200, body: '{"data":[]}' } },
  { name: 'a list with more around it', answer: { status: 200, body: { data: [], errors: [], success: false } } },
  { name: 'text at an undocumented path', answer: { status: 200, body: 'pong' }, draft: { path: '/ping' } },
  {
    name: 'a table of one entry',
    answer: { status: 200, headers: { 'content-type': 'text/csv' }, body: 'a,b' },
    draft: one,
  },
  {
    name: 'HEAD',
    answer: { status: 200, headers: { 'content-type': 'text/html' } },
    draft: { method: 'HEAD', project: firstProject },
  },
  {
    name: 'the last call of the budget',
    answer: { status: 200, headers: { 'x-ratelimit-remaining': '0' }, body: { data: [] } },
  },
]);

describe('Diagnosis of what is fine', () => {
  testPlanted(healthy);

  it('nothing: a body longer than the limit', async () => {
    await using server = await startServer(json({ data: Array.from({ length: 100 }, (_, id) => ({ id })) }));
    const desk = await openDesk(server.baseUrl, { key: 'pha_org_practice_owner_0001', maximumBodyBytes: 100 });
    const exchange = await desk.send();
    assert.equal(exchange.response?.truncated, true);
    assert.deepEqual(desk.diagnose(exchange), []);
  });

  it('nothing: a redirect within the service, and one to another host that answers with a list', async () => {
    await using other = await startServer(json({ data: [] }));
    await using own = await startServer((response, request) => {
      if (request.url === '/uptime/monitors') redirect('/uptime/monitors/')(response, request);
      else if (request.url === '/uptime/incidents') redirect(`${other.baseUrl}/incidents`)(response, request);
      else json({ data: [] })(response, request);
    });
    const desk = await openDesk(own.baseUrl, { key: 'pha_org_practice_owner_0001' });
    for (const path of ['/uptime/monitors', '/uptime/incidents']) {
      const exchange = await desk.send({ path });
      assert.equal(exchange.hops.length, 1);
      assert.deepEqual(desk.diagnose(exchange), []);
    }
  });
});
