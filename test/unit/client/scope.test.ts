import assert from 'node:assert/strict';
import { applyScope, headerFor, takesProject } from '../../../src/client/scope.ts';
import type { Project } from '../../../src/connections/connection.ts';
import type { KeyKind } from '../../../src/services/definition.ts';
import { luminous } from '../../support/compose.ts';
import { type SampleRequest, phare, phareWith, sampleSpec } from '../../support/samples.ts';

const ID = 'X-Phare-Project-Id';
const SLUG = 'X-Phare-Project-Slug';
const other: Project = { id: '8', slug: 'quiet-harbor', name: 'Quiet Harbor' };

function scoped(request: SampleRequest, boundProject?: Project) {
  const result = applyScope(sampleSpec(request), { boundProject });
  assert.ok(result.ok, 'expected to be sent');
  const { headers, scope, notes } = result.value;
  return { id: headers.get(ID), slug: headers.get(SLUG), scope, notes };
}

interface Row {
  readonly name: string;
  readonly keyKind: KeyKind;
  readonly selected?: Project;
  readonly explicit?: string | null;
  readonly typed?: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly bound?: Project;
  /** The header sent, as name and value; none where left out. */
  readonly sent?: readonly [typeof ID | typeof SLUG, string];
  readonly stamp: {
    readonly project?: string;
    readonly projectName?: string;
    readonly by: 'header' | 'none';
    readonly header?: string;
  };
  readonly note?: RegExp;
}

const byId = (project: string) => ({ sent: [ID, project], stamp: { project, by: 'header', header: ID } }) as const;
/** Whose name is known is stamped with it. */
const projectName = 'luminous-guiding-tower';
const byLuminous = { sent: [ID, '7'], stamp: { project: '7', projectName, by: 'header', header: ID } } as const;
const boundToLuminous = { stamp: { by: 'none', project: '7', projectName } } as const;
const none = { stamp: { by: 'none' } } as const;

const table: readonly Row[] = [
  // A key of all projects.
  { name: 'nothing selected', keyKind: 'all-projects', ...none },
  { name: 'selected', keyKind: 'all-projects', selected: luminous, ...byLuminous },
  { name: 'another one named', keyKind: 'all-projects', selected: luminous, explicit: '8', ...byId('8') },
  { name: 'named, nothing selected', keyKind: 'all-projects', explicit: '8', ...byId('8') },
  { name: 'selected, none named', keyKind: 'all-projects', selected: luminous, explicit: null, ...none },
  {
    name: 'named by a slug alone',
    keyKind: 'all-projects',
    explicit: 'quiet-harbor',
    sent: [SLUG, 'quiet-harbor'],
    stamp: { project: 'quiet-harbor', by: 'header', header: SLUG },
  },
  {
    name: 'the selected one named by its slug',
    keyKind: 'all-projects',
    selected: luminous,
    explicit: 'luminous-guiding-tower',
    ...byLuminous,
  },
  { name: 'an exempt path', keyKind: 'all-projects', selected: luminous, path: '/projects/7', ...none },
  { name: 'an exempt path and one named', keyKind: 'all-projects', explicit: '8', path: '/projects', ...none },
  { name: 'the root', keyKind: 'all-projects', selected: luminous, path: '/', ...none },
  {
    name: 'a typed header against the selected one',
    keyKind: 'all-projects',
    selected: luminous,
    typed: { 'x-phare-project-id': '8' },
    ...byId('8'),
    note: /typed by hand.*in place of the selected project Luminous/u,
  },
  {
    name: 'a typed header that agrees with the selected one',
    keyKind: 'all-projects',
    selected: luminous,
    typed: { [ID]: '7' },
    ...byId('7'),
  },
  {
    name: 'a typed slug that agrees with the selected one',
    keyKind: 'all-projects',
    selected: luminous,
    typed: { [SLUG]: 'luminous-guiding-tower' },
    sent: [SLUG, 'luminous-guiding-tower'],
    stamp: { project: 'luminous-guiding-tower', by: 'header', header: SLUG },
  },
  {
    name: 'a typed header on an exempt path',
    keyKind: 'all-projects',
    typed: { [ID]: '8' },
    path: '/projects',
    ...byId('8'),
  },
  // A key of one project.
  { name: 'nothing selected', keyKind: 'one-project', ...none },
  { name: 'selected', keyKind: 'one-project', selected: luminous, ...none },
  {
    name: 'selected, bound known',
    keyKind: 'one-project',
    selected: other,
    bound: luminous,
    ...boundToLuminous,
  },
  {
    name: 'named, bound not known',
    keyKind: 'one-project',
    explicit: '8',
    ...none,
    note: /bound to one project.*not sent/u,
  },
  {
    name: 'the bound one named',
    keyKind: 'one-project',
    explicit: '7',
    bound: luminous,
    ...boundToLuminous,
  },
  {
    name: 'the bound one named by its slug',
    keyKind: 'one-project',
    explicit: 'luminous-guiding-tower',
    bound: luminous,
    ...boundToLuminous,
  },
  { name: 'a typed header', keyKind: 'one-project', typed: { [ID]: '8' }, bound: luminous, ...byId('8') },
  { name: 'an exempt path, bound known', keyKind: 'one-project', path: '/projects', bound: luminous, ...none },
  // A key of which nothing is known is treated as one that needs the project named.
  { name: 'selected', keyKind: 'unknown', selected: luminous, ...byLuminous },
  { name: 'nothing selected', keyKind: 'unknown', ...none },
];

describe('applyScope', () => {
  for (const { name, keyKind, selected, explicit, typed, path, bound, sent, stamp, note } of table) {
    it(`${keyKind}: ${name}`, () => {
      const draft = {
        ...(explicit !== undefined && { project: explicit }),
        ...(typed && { headers: typed }),
        ...(path && { path }),
      };
      const result = scoped({ draft, connection: { keyKind }, ...(selected && { selected }) }, bound);
      assert.equal(result.id, sent?.[0] === ID ? sent[1] : null);
      assert.equal(result.slug, sent?.[0] === SLUG ? sent[1] : null);
      assert.deepEqual(result.scope, stamp);
      if (note) assert.match(result.notes.join('\n'), note);
      else assert.deepEqual(result.notes, []);
    });
  }

  it('sends nothing for a project that a one-project key is not bound to', () => {
    const spec = sampleSpec({ draft: { project: '8' }, connection: { keyKind: 'one-project' } });
    const result = applyScope(spec, { boundProject: luminous });
    assert.ok(!result.ok);
    assert.equal(result.error.kind, 'not-sent');
    assert.equal(result.error.reason, 'project-outside-key');
  });

  it('sends nothing for a project that no header can name', () => {
    for (const project of ['żółw', 'a\r\nX-Other: b', '7\u0000']) {
      const result = applyScope(sampleSpec({ draft: { project } }));
      assert.ok(!result.ok);
      assert.equal(result.error.reason, 'invalid-request');
    }
  });

  for (const [path, named] of [
    ['/projects/{projectId}', /still has \{projectId\}/u],
    ['/projects/%7BprojectId%7D', /still has \{projectId\}/u],
    ['/apps/{app}/integrations/{id}', /\{app\}, \{id\}/u],
  ] as const) {
    it(`sends nothing to ${path}, where a value is missing`, () => {
      const result = applyScope(sampleSpec({ draft: { path }, selected: luminous }));
      assert.ok(!result.ok);
      assert.equal(result.error.reason, 'invalid-request');
      assert.match(result.error.message, named);
    });
  }

  it('names no project for a service without projects', () => {
    const definition = phareWith({ scope: { by: 'none' } });
    assert.deepEqual(scoped({ definition, selected: luminous }).scope, { by: 'none' });
  });

  it('leaves the prepared request as it was', () => {
    const spec = sampleSpec({ selected: luminous });
    applyScope(spec);
    assert.equal(spec.headers.get(ID), null);
  });
});

describe('headerFor and takesProject', () => {
  assert.equal(phare.scope.by, 'header');
  const scope = phare.scope;

  it('names the id where the service has no header for slugs, and where any text is an id', () => {
    const project = { id: 'a-slug', name: 'A' };
    assert.deepEqual(headerFor({ by: 'header', header: 'X-Project', exempt: [], idPattern: '^[0-9]+$' }, project), {
      header: 'X-Project',
      value: 'a-slug',
    });
    assert.deepEqual(headerFor({ by: 'header', header: 'X-Project', slugHeader: 'X-Slug', exempt: [] }, project), {
      header: 'X-Project',
      value: 'a-slug',
    });
  });

  it('knows the paths that take a project', () => {
    assert.ok(takesProject(scope, '/users', undefined));
    assert.ok(!takesProject(scope, '/projects/7', undefined));
    assert.ok(!takesProject({ by: 'none' }, '/users', undefined));
  });
});
