import assert from 'node:assert/strict';
import { withoutProject } from '../../../src/client/elsewhere.ts';
import { builtInServices } from '../../../src/services/registry.ts';

const services = builtInServices();
const phare = services.get('phare');
const logfire = services.get('logfire');
const operation = logfire.operations.find(({ method, path }) => method === 'GET' && path.includes('{project_id}'));

describe('a request for another project', () => {
  it('has no header that names the project by hand, in whatever letters', () => {
    const headers = { 'x-phare-project-id': '7', ' X-PHARE-Project-Slug ': 'quiet', accept: 'application/json' };
    const draft = { connection: 'c', method: 'GET', path: '/uptime/monitors', headers, project: '7' };
    assert.deepEqual(withoutProject(draft, phare), {
      connection: 'c',
      method: 'GET',
      path: '/uptime/monitors',
      headers: { accept: 'application/json' },
    });
  });

  it('has no token typed by hand, which stands for one project', () => {
    const draft = { connection: 'c', method: 'GET', path: '/x', headers: { authorization: 'Bearer made-up', b: 'c' } };
    assert.deepEqual(withoutProject(draft, services.get('flare')).headers, { b: 'c' });
    assert.deepEqual(withoutProject(draft, phare).headers, draft.headers);
  });

  it('has the placeholder in its path where a project was written', () => {
    assert.ok(operation);
    const filled = operation.path.replaceAll('{project_id}', 'abc').replaceAll(/\{[^}]+\}/gu, 'other');
    const expected = operation.path.replaceAll(/\{(?!project_id)[^}]+\}/gu, 'other');
    const send = (path: string) => withoutProject({ connection: 'c', method: 'GET', path }, logfire).path;
    assert.equal(send(filled), expected);
    assert.equal(send(`${filled}?a=1?b`), `${expected}?a=1?b`);
    assert.equal(send(operation.path), operation.path);
  });

  it('keeps a path that no operation is documented for', () => {
    const draft = { connection: 'c', method: 'GET', path: '/made/up/7' };
    assert.deepEqual(withoutProject(draft, logfire), draft);
  });

  it('keeps query, body and all else', () => {
    const flare = services.get('flare');
    const draft = {
      connection: 'c',
      method: 'POST',
      path: '/x',
      query: { a: ['1', '2'] },
      body: '{}',
      headers: { b: 'c' },
    };
    assert.deepEqual(withoutProject({ ...draft, project: '9' }, flare), draft);
  });
});
