import assert from 'node:assert/strict';
import type { ServiceDefinition } from '../../../src/services/definition.ts';
import { findOperation, isRead, operationKey, pathMatches, placeholders } from '../../../src/services/operations.ts';
import { builtInServices } from '../../../src/services/registry.ts';
import { FLARE_DOCUMENTED } from '../practice/flareDocumented.ts';
import { LOGFIRE_DOCUMENTED } from '../practice/logfireDocumented.ts';
import { PHARE_DOCUMENTED } from '../practice/phareDocumented.ts';

/** What a line of a documented list says: method and path, and a word of its own for each list. */
type Line = readonly [operation: string, word: string | undefined];
const lines = (list: readonly string[]): readonly Line[] =>
  list.map((line) => {
    const [method = '', path = '', word] = line.split(' ');
    return [`${method} ${path}`, word];
  });

const services = builtInServices();
const get = (id: string) => services.get(id);
const operationsOf = (id: string) => new Map(get(id).operations.map((entry) => [operationKey(entry), entry]));

describe('The built-in definitions', () => {
  const documented = {
    phare: { list: lines(PHARE_DOCUMENTED), operations: 48, reads: 22 },
    logfire: { list: lines(LOGFIRE_DOCUMENTED), operations: 107, reads: 50 },
    flare: { list: lines(FLARE_DOCUMENTED), operations: 94, reads: 53 },
    wellows: { list: lines(['GET /validate', 'GET /projects']), operations: 2, reads: 2 },
  };

  it('are the four services, read without fault', () => {
    assert.deepEqual(
      services.list().map(({ id }) => id),
      Object.keys(documented),
    );
  });

  for (const [id, { list, operations, reads }] of Object.entries(documented)) {
    it(`${id} has its ${operations} documented operations, each once, and no other`, () => {
      const keys = get(id).operations.map(operationKey);
      assert.equal(keys.length, operations);
      assert.deepEqual(keys.toSorted(), list.map(([key]) => key).toSorted());
      assert.equal(get(id).operations.filter(isRead).length, reads);
    });
  }

  it('Phare takes a project wherever the project headers are declared, and nowhere else', () => {
    const { scope } = get('phare');
    assert.equal(scope.by, 'header');
    for (const [key, star] of documented.phare.list) {
      assert.equal(pathMatches(key.slice(key.indexOf(' ') + 1), scope.exempt), star === undefined, key);
    }
  });

  it('Logfire names the documented scope of each operation', () => {
    const operations = operationsOf('logfire');
    for (const [key, scope] of documented.logfire.list) assert.equal(operations.get(key)?.permission, scope, key);
    assert.equal([...operations.values()].filter(({ permission }) => permission !== undefined).length, 79);
  });

  it('Logfire puts operations of one kind of thing into one area, whether they read or write', () => {
    const operations = operationsOf('logfire');
    for (const [path, area] of [
      ['/api/v1/channels/', 'channel'],
      ['/api/v1/projects/{project_id}/alerts/', 'alert'],
      ['/api/v1/projects/{project_id}/dashboards/', 'dashboard'],
    ]) {
      assert.equal(operations.get(`GET ${path}`)?.area, area);
      assert.equal(operations.get(`POST ${path}`)?.area, area);
    }
  });

  it('Flare spends global searches from the search class, and everything else from the basic one', () => {
    const { budget } = get('flare');
    assert.deepEqual(budget?.classes, [
      { id: 'basic', calls: 4, perSeconds: 1 },
      { id: 'search', calls: 1, perSeconds: 1 },
    ]);
    for (const [key, search] of documented.flare.list) {
      assert.equal(operationsOf('flare').get(key)?.budget, search === undefined ? undefined : 'search', key);
    }
  });

  it('Flare knows the searches by POST as reads, and nothing else by POST', () => {
    const reading = get('flare').operations.filter((entry) => entry.method !== 'GET' && isRead(entry));
    assert.deepEqual(reading.map(({ path }) => path).toSorted(), [
      '/astp/identities/by_accounts',
      '/astp/urls/by_credential_hash',
      '/astp/v2/cookies/_search',
      '/astp/v2/credentials/_search',
      '/firework/v2/search/',
      '/firework/v4/credentials/global/_search',
      '/firework/v4/events/global/_search',
      '/firework/v4/events/identifier_groups/{identifier_group_id}/_search',
      '/firework/v4/events/identifiers/{identifier_id}/_search',
      '/firework/v4/events/tenant/_search',
    ]);
    assert.ok(reading.every(({ method }) => method === 'POST'));
    assert.ok(!isRead({ ...findOperation(get('flare'), 'POST', '/tokens/generate'), method: 'POST' }));
  });

  it('Flare replaces tokens after 45 minutes of their hour, names the tenant as a number, and marks what is old', () => {
    const { auth, scope, operations } = get('flare');
    assert.equal(auth.type, 'exchange');
    assert.equal(auth.renewAfterSeconds, 45 * 60);
    assert.equal(auth.lifetimeSeconds, 60 * 60);
    assert.deepEqual(
      [auth.key, auth.carrier],
      [{ header: 'Authorization' }, { header: 'Authorization', prefix: 'Bearer ' }],
    );
    assert.deepEqual(scope, { by: 'token', field: 'tenant_id', type: 'integer' });
    assert.equal(operations.filter(({ deprecated }) => deprecated).length, 16);
  });

  it('name their addresses, their words for a project and how a project is named', () => {
    const facts = (id: string) => {
      const { regions, projectTerm, scope, auth } = get(id);
      return [regions.map(({ baseUrl }) => baseUrl), projectTerm.one, scope.by, auth.type];
    };
    assert.deepEqual(facts('phare'), [['https://api.phare.io'], 'project', 'header', 'bearer']);
    assert.deepEqual(facts('logfire'), [
      ['https://api-us.pydantic.dev', 'https://api-eu.pydantic.dev'],
      'project',
      'path',
      'bearer',
    ]);
    assert.deepEqual(facts('flare'), [
      ['https://api.flare.io', 'https://api.eu.flare.io'],
      'tenant',
      'token',
      'exchange',
    ]);
    assert.deepEqual(facts('wellows'), [['https://integrations.wellows.com/api/v1'], 'project', 'header', 'header']);
    assert.deepEqual(
      get('logfire').regions.map(({ alternatives }) => alternatives),
      [['https://logfire-us.pydantic.dev'], ['https://logfire-eu.pydantic.dev']],
    );
    assert.deepEqual(get('wellows').scope, {
      by: 'header',
      header: 'X-Project-ID',
      exempt: ['/validate', '/projects'],
    });
  });

  for (const definition of services.list()) describe(definition.name, () => testParts(definition));
});

function testParts(definition: ServiceDefinition): void {
  const { operations, collections, keyCheck, projects, scope, sources } = definition;

  it('checks keys and lists projects by reads that it documents', () => {
    for (const { path } of [keyCheck, projects]) {
      const operation = findOperation(definition, 'GET', path);
      assert.ok(operation && isRead(operation), path);
    }
  });

  it('has only collections that are documented reads, each once, under a name and with ways to name a row', () => {
    const seen = new Set(collections.map(({ method = 'GET', path }) => `${method} ${path}`));
    assert.equal(seen.size, collections.length);
    for (const { method = 'GET', path, label, title } of collections) {
      const operation = findOperation(definition, method, path);
      assert.ok(operation && isRead(operation), `${method} ${path}`);
      assert.ok(label.length > 0 && title !== '', path);
    }
  });

  it('has a documented read for every entry, and asks for a project just where the level says so', () => {
    for (const { path, entry, level } of collections) {
      if (entry !== undefined) assert.ok(findOperation(definition, 'GET', entry), entry);
      if (scope.by === 'path') assert.equal(path.includes(`{${scope.parameter}}`), level === 'project', path);
    }
  });

  it('describes every placeholder of a path, and nothing else as one', () => {
    for (const operation of operations) {
      const described = (operation.pathParameters ?? []).map(({ name }) => name);
      assert.deepEqual(described.toSorted(), placeholders(operation.path).toSorted(), operationKey(operation));
    }
  });

  it('says where its facts are from', () => assert.ok(sources.length > 0));
}
