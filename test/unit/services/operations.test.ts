import assert from 'node:assert/strict';
import { findOperation, isRead, operationKey, pathMatches, placeholders } from '../../../src/services/operations.ts';
import { phare, phareWith } from '../../support/samples.ts';

function found(method: string, path: string): string | undefined {
  const operation = findOperation(phare, method, path);
  return operation && operationKey(operation);
}

describe('findOperation', () => {
  const expected: readonly (readonly [string, string, string | undefined])[] = [
    ['GET', '/', 'GET /'],
    ['GET', '/projects', 'GET /projects'],
    ['get', '/projects', 'GET /projects'],
    ['GET', '/projects/', 'GET /projects'],
    ['GET', '//projects', 'GET /projects'],
    ['POST', '/projects', 'POST /projects'],
    ['GET', '/uptime/monitors/42', 'GET /uptime/monitors/{monitorId}'],
    ['GET', '/uptime/monitors/{monitorId}', 'GET /uptime/monitors/{monitorId}'],
    ['POST', '/uptime/monitors/42/pause', 'POST /uptime/monitors/{monitorId}/pause'],
    ['GET', '/apps/slack/integrations', 'GET /apps/{app}/integrations'],
    ['GET', '/apps/slack/integrations/3', 'GET /apps/{app}/integrations/{integrationId}'],
    ['DELETE', '/projects', undefined],
    ['GET', '/uptime', undefined],
    ['GET', '/Projects', undefined],
    ['GET', '/uptime/monitors/42/unknown', undefined],
    ['PUT', '/uptime/monitors/42', undefined],
  ];
  for (const [method, path, operation] of expected) {
    it(`finds ${operation ?? 'nothing'} for ${method} ${path}`, () => {
      assert.equal(found(method, path), operation);
    });
  }

  it('prefers the path with fewer placeholders', () => {
    const [first] = phare.operations;
    const operations = ['/monitors/{id}', '/monitors/summary', '/projects'].map((path) => {
      return { ...first, method: 'GET', path };
    });
    const definition = phareWith({ operations, collections: [] });
    assert.equal(findOperation(definition, 'GET', '/monitors/summary')?.path, '/monitors/summary');
    assert.equal(findOperation(definition, 'GET', '/monitors/9')?.path, '/monitors/{id}');
  });
});

describe('isRead', () => {
  it('goes by the method where the operation says nothing', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) assert.ok(isRead({ method }));
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) assert.ok(!isRead({ method }));
  });

  it('goes by the operation where it says so', () => {
    assert.ok(isRead({ method: 'POST', reads: true }));
    assert.ok(!isRead({ method: 'GET', reads: false }));
  });
});

describe('placeholders', () => {
  it('finds each name in order', () => {
    assert.deepEqual(placeholders('/apps/{app}/integrations/{id}'), ['app', 'id']);
    assert.deepEqual(placeholders('/projects'), []);
    assert.deepEqual(placeholders('/a/{}/{b/c}'), []);
  });
});

describe('pathMatches', () => {
  const exempt = ['/', '/projects', '/projects/*'];
  for (const path of ['/', '', '/projects', '/projects/', '/projects/7', '/projects/7/members']) {
    it(`covers ${path || 'the empty path'}`, () => assert.ok(pathMatches(path, exempt)));
  }
  for (const path of ['/projectsx', '/users', '/uptime/projects', '/project', '/uptime/monitors']) {
    it(`leaves ${path} alone`, () => assert.ok(!pathMatches(path, exempt)));
  }
});
