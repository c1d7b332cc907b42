import assert from 'node:assert/strict';
import flareJson from '../../../src/services/definitions/flare.json' with { type: 'json' };
import phareJson from '../../../src/services/definitions/phare.json' with { type: 'json' };
import { parseDefinition } from '../../../src/services/checkDefinition.ts';
import { operationKey, pathMatches, placeholders } from '../../../src/services/operations.ts';
import { Services, builtInServices } from '../../../src/services/registry.ts';
import { phare } from '../../support/samples.ts';

describe('the Phare definition', () => {
  it('has the 48 operations of the published API, each once', () => {
    const keys = phare.operations.map(operationKey);
    assert.equal(keys.length, 48);
    assert.equal(new Set(keys).size, 48);
    assert.equal(keys.filter((key) => key.startsWith('GET ')).length, 22);
  });

  it('exempts the six operations that take no project, and no other', () => {
    assert.equal(phare.scope.by, 'header');
    const exempt = phare.scope.by === 'header' ? phare.scope.exempt : [];
    const keys = phare.operations.filter(({ path }) => pathMatches(path, exempt)).map(operationKey);
    assert.deepEqual(keys.sort(), [
      'DELETE /projects/{projectId}',
      'GET /',
      'GET /projects',
      'GET /projects/{projectId}',
      'POST /projects',
      'POST /projects/{projectId}',
    ]);
  });

  it('names a list operation for every collection, and an operation for every entry', () => {
    const lists = phare.operations.filter(({ method }) => method === 'GET');
    for (const { path, entry } of phare.collections) {
      assert.ok(fitsOne(path), `${path} is no list operation`);
      assert.ok(entry === undefined || fitsOne(entry.replace('{id}', '1')), `${entry} is no operation`);
    }
    function fitsOne(path: string): boolean {
      return lists.some((list) => new RegExp(`^${list.path.replaceAll(/\{[^}]+\}/gu, '[^/]+')}$`, 'u').test(path));
    }
  });

  it('describes every placeholder of a path, and nothing else as one', () => {
    for (const operation of phare.operations) {
      const described = (operation.pathParameters ?? []).map(({ name }) => name);
      assert.deepEqual(described, placeholders(operation.path), operationKey(operation));
    }
  });

  it('checks keys and lists projects by documented reads that need no project', () => {
    const exempt = phare.scope.by === 'header' ? phare.scope.exempt : [];
    for (const { path } of [phare.keyCheck, phare.projects]) {
      assert.ok(phare.operations.some((operation) => operation.method === 'GET' && operation.path === path));
      assert.ok(pathMatches(path, exempt));
    }
  });

  it('says where its facts are from', () => {
    assert.ok(phare.sources.length > 0);
  });

  it('reads the permission out of a refusal', () => {
    const text = phare.errors.texts.find(({ cause }) => cause === 'permission-missing');
    const match = new RegExp(text?.pattern ?? '', 'iu').exec('The platform:write permission is required.');
    assert.equal(match?.groups?.['permission'], 'platform:write');
  });
});

describe('parseDefinition', () => {
  type Change = (definition: Record<string, unknown>) => void;
  const change =
    (path: string, value: unknown): Change =>
    (definition) => {
      const names = path.split('.');
      const last = names.pop() ?? '';
      const target = names.reduce<Record<string, unknown>>(
        (current, name) => current[name] as Record<string, unknown>,
        definition,
      );
      if (value === undefined) delete target[last];
      else target[last] = value;
    };

  const wrong: readonly (readonly [string, unknown])[] = [
    ['id', 'Phare One'],
    ['id', undefined],
    ['name', ''],
    ['projectTerm.many', undefined],
    ['environmentVariable', 'phare key'],
    ['regions', []],
    ['regions.0.baseUrl', 'api.phare.io'],
    ['regions.0.baseUrl', 'http://api.phare.io'],
    ['regions.0.baseUrl', 'https://api.phare.io/'],
    ['regions.0.baseUrl', 'https://user:word@api.phare.io'],
    ['documentation', 'http://docs.phare.io'],
    ['keyPage', 'file:///etc/hosts'],
    ['operations.0.documentation', 'command:workbench.action.quit'],
    ['keys.patterns.0.pattern', '('],
    ['keys.patterns.0.kind', 'every-project'],
    ['auth.type', 'cookie'],
    ['scope.by', 'luck'],
    ['scope.header', undefined],
    ['scope.header', 'X Project: Id'],
    ['scope.slugHeader', 'X-Slug\n'],
    ['scope.idPattern', '[0-9'],
    ['scope.exempt.0', 'projects'],
    ['keyCheck.path', 'projects'],
    ['projects.id', []],
    ['projects.id', 7],
    ['pages.type', 'magic'],
    ['pages.size', 0],
    ['budget.classes.0.calls', 0],
    ['budget.classes.0.calls', 1.5],
    ['budget.classes', []],
    ['errors.texts.0.cause', 'bad-mood'],
    ['errors.texts.0.pattern', '*'],
    ['collections.0.level', 'galaxy'],
    ['operations.0.method', 'FETCH'],
    ['operations.0.path', 'projects'],
    ['operations.1.query.0.type', 'page'],
    ['operations.1.colour', 'blue'],
    ['colour', 'blue'],
  ];
  for (const [path, value] of wrong) {
    it(`names ${path} when it is ${JSON.stringify(value) ?? 'missing'}`, () => {
      const definition = structuredClone(phareJson) as unknown as Record<string, unknown>;
      change(path, value)(definition);
      assert.throws(
        () => parseDefinition(definition),
        (error: Error) => error.message.includes(`${path}: `),
      );
    });
  }

  for (const prefix of ['Token\n', 'Bäärer ', '\u0000']) {
    it(`refuses ${JSON.stringify(prefix)} before a key, which no header may hold`, () => {
      const definition = structuredClone(flareJson) as unknown as Record<string, unknown>;
      change('auth.key.prefix', prefix)(definition);
      assert.throws(() => parseDefinition(definition), /auth\.key\.prefix: has characters that a header may not have/u);
    });
  }

  it('refuses what is no object', () => {
    for (const json of [undefined, null, 'phare', 7, []])
      assert.throws(() => parseDefinition(json), /not a service definition/u);
  });

  it('names every wrong field at once', () => {
    const definition = { ...structuredClone(phareJson), name: '', regions: [] };
    assert.throws(() => parseDefinition(definition), /name: .*regions: /u);
  });
});

describe('Services', () => {
  it('finds a service by its id, and names those there are otherwise', () => {
    const services = builtInServices();
    assert.equal(services.get('phare').name, 'Phare');
    assert.equal(services.find('phare')?.id, 'phare');
    assert.equal(services.find('nowhere'), undefined);
    assert.throws(() => services.get('nowhere'), /no service "nowhere".*phare/u);
    assert.deepEqual(new Services([]).list(), []);
  });
});
