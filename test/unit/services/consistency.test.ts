import assert from 'node:assert/strict';
import { checkDefinition } from '../../../src/services/checkDefinition.ts';
import { type PlacedProblem, readDefinition } from '../../../src/services/readDefinition.ts';
import { Services, builtInServices } from '../../../src/services/registry.ts';

type Json = Record<string, unknown>;
const service = (id: string, changes: Json = {}): Json => ({
  ...structuredClone<Json>(builtInServices().get(id)),
  ...changes,
});

describe('A definition whose parts do not fit together', () => {
  const operation = { method: 'GET', path: '/projects', title: 'List', group: 'Projects' };
  const cases: readonly (readonly [name: string, json: Json, path: string, message: RegExp])[] = [
    ['a key check that is no operation', service('phare', { keyCheck: { path: '/me' } }), 'keyCheck.path', /GET \/me/u],
    [
      'a project list that is no operation',
      service('logfire', { projects: { path: '/all', items: '', id: 'id', name: 'name' } }),
      'projects.path',
      /GET \/all/u,
    ],
    [
      'a collection that is no operation by its method',
      service('wellows', {
        collections: [{ path: '/projects', method: 'POST', title: 'A', level: 'project', label: ['{id}'] }],
      }),
      'collections.0.path',
      /POST \/projects/u,
    ],
    [
      'an operation that is there twice',
      service('wellows', { operations: [...(service('wellows')['operations'] as Json[]), operation] }),
      'operations.2.path',
      /there twice/u,
    ],
    [
      'a budget class that nobody defines',
      service('wellows', {
        operations: [...(service('wellows')['operations'] as Json[]), { ...operation, path: '/x', budget: 'fast' }],
      }),
      'operations.2.budget',
      /no budget class "fast"/u,
    ],
    [
      'two regions of one name',
      service('wellows', {
        regions: [1, 2].map((port) => ({ id: 'a', name: 'A', baseUrl: `http://127.0.0.1:${port}` })),
      }),
      'regions.1.id',
      /there twice/u,
    ],
    [
      'a path scope that no path has',
      service('wellows', { scope: { by: 'path', parameter: 'team' } }),
      'scope.parameter',
      /\{team\}/u,
    ],
    [
      'a token scope without a token',
      service('wellows', { scope: { by: 'token', field: 'team', type: 'text' } }),
      'scope.by',
      /exchange/u,
    ],
  ];
  for (const [name, json, path, message] of cases) {
    it(`is refused, and the field named: ${name}`, () => {
      const checked = checkDefinition(json);
      assert.ok(!checked.ok);
      assert.equal(checked.error.length, 1, JSON.stringify(checked.error));
      assert.equal(checked.error[0]?.path.join('.'), path);
      assert.match(checked.error[0].message, message);
    });
  }
});

describe('readDefinition', () => {
  const text = (changes: Json = {}) => JSON.stringify(service('wellows', changes), undefined, 2);
  const refusals = (source: string): readonly PlacedProblem[] => {
    const read = readDefinition(source);
    assert.ok(!read.ok);
    return read.error;
  };
  const at = (source: string, { line, column, length }: PlacedProblem) =>
    source.split('\n')[line - 1]?.slice(column - 1, column - 1 + length);

  it('reads the definitions on board from their text, and allows comments and trailing commas', () => {
    for (const { id } of builtInServices().list()) {
      const read = readDefinition(JSON.stringify(service(id)));
      assert.deepEqual(read.ok && read.value, builtInServices().get(id));
    }
    const read = readDefinition(`// mine\n${text().replace(/\}\s*$/u, ',}')}`);
    assert.equal(read.ok && read.value.id, 'wellows');
  });

  it('places a wrong value on itself', () => {
    const source = text({ environmentVariable: 'wellows key' });
    const [problem, ...others] = refusals(source);
    assert.ok(problem);
    assert.deepEqual(others, []);
    assert.match(problem.message, /^environmentVariable: /u);
    assert.equal(at(source, problem), '"wellows key"');
  });

  it('places a wrong value in the depth of a list, and a field that nobody knows', () => {
    const source = text({
      collections: [{ path: '/projects', title: 'A', level: 'galaxy', label: ['{id}'], colour: 'red' }],
    });
    const problems = refusals(source);
    assert.deepEqual(Object.fromEntries(problems.map((found) => [found.message.split(': ')[0], at(source, found)])), {
      'collections.0.colour': '"red"',
      'collections.0.level': '"galaxy"',
    });
  });

  it('places a missing field on the object that lacks it', () => {
    const source = text({ projectTerm: { one: 'project' } });
    const [problem] = refusals(source);
    assert.ok(problem);
    assert.match(problem.message, /^projectTerm\.many: /u);
    assert.equal(at(source, problem), '{');
    assert.match(source.split('\n')[problem.line - 1] ?? '', /"projectTerm": \{/u);
  });

  it('places what is no JSON, counts lines of every ending, and refuses an empty file', () => {
    const [problem] = refusals('{\r\n  "id": "a",\r\n  "name" "b"\r\n}');
    assert.ok(problem);
    assert.match(problem.message, /not JSON/u);
    assert.deepEqual([problem.line, problem.column], [3, 10]);
    assert.deepEqual(
      refusals('').map(({ line, column }) => [line, column]),
      [[1, 1]],
    );
  });

  it('takes no field from a name such as __proto__', () => {
    const problems = refusals(`${text().replace(/\}\s*$/u, '')}, "__proto__": {"name": "x"}}`);
    assert.match(problems.map(({ message }) => message).join(), /__proto__/u);
  });
});

describe("A person's own services", () => {
  it('join those on board, leave them when replaced, and never take the place of one on board', () => {
    const services = new Services([service('phare') as { id: string }]);
    let told = 0;
    services.onDidChange(() => (told += 1));
    const own = (id: string) => {
      const checked = checkDefinition(service('wellows', { id }));
      assert.ok(checked.ok);
      return checked.value;
    };
    services.setOwn([own('mine'), own('phare')]);
    assert.deepEqual(
      services.list().map(({ id, name }) => [id, name]),
      [
        ['phare', 'Phare'],
        ['mine', 'Wellows'],
      ],
    );
    assert.ok(services.isBuiltIn('phare') && !services.isBuiltIn('mine'));
    services.setOwn([]);
    assert.equal(services.find('mine'), undefined);
    assert.throws(() => services.get('mine'), /no service "mine".*phare/u);
    assert.equal(told, 2);
  });
});
